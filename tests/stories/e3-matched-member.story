# E-3 up to its end, the report names a member who is on duty as screener: they get nothing, ever (GC-06, JU-11, B-40, PS-07, PS-63, promise 4)
committee: numfocus; Ana (chair), Bo, Chi, Dee, Eli, Fay; screeners Dee, Eli, Ana
known: Dee = dee-dev
outside: Lou Hart <lou@home.test>; Private Dee <dee@private.test>
never to Dee, Chi: "Lou", "humiliating"
never to Private: "Lou", "Hart", "humiliating", "Chi", "Ana", "Eli", "Fay"

Tue 07:00  Lou writes: Project X
  | dee-dev keeps humiliating me in project X. Chi saw it more than once, and said so to me when we
  | met on the train home. I do not dare to go there any more.
  => Lou gets receipt with "Left out"
  => Eli gets held with "2 people are set aside automatically" without "Dee" "Chi"
  => nobody else gets anything
Eli answers held: SHOW
  => Eli gets report with "humiliating"
Tue 07:20  Eli answers report: ABOUT Dee Novak / CLEAR
  => Ana, Bo, Fay get conflict-question with "a report involving Dee Novak"
  => Eli gets transcript
  => nobody else gets anything
Tue 09:00  Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Fay answers conflict-question: CLEAR
  => Ana, Bo, Eli, Fay get report called "case"
  => Dee, Chi get nothing
Tue 09:30  Dee writes: SHEET
  => Dee gets sheet with "There is no row." without "<case>"
Dee writes: STATUS <case>
  => Dee gets refused with "No case of that name is open to you."
Dee writes: STATUS home shelf
  => Dee gets refused with "No case of that name is open to you."
Tue 10:00  Chi writes: SHEET
  => Chi gets sheet with "There is no row."
Chi writes: DOC <case>
  => Chi gets refused with "No case of that name is open to you."
Tue 11:00  Eli answers report: ADMIT Dee
  => Eli gets refused with "can never be let in"
Wed 09:00  Ana answers report: TAKE / ASK REPORTER
  | Which project channel was it?
  => Ana, Bo, Eli, Fay get preview
  => Lou gets first-contact
Bo answers preview: OK
Wed 09:15  time passes
  => Lou gets question
Wed 11:00  Lou answers question: The review channel, since January.
  => Ana, Bo, Eli, Fay get party-mail with "since January"
Thu 09:00  Ana answers report: EVAL scope=yes / PROPOSE PLAN no code review of R1's work for 3 months
  | IF-REFUSED: removal from moderator rights
  => Ana, Bo, Eli, Fay get ballot with "reaches 3 of 4"
Ana answers ballot: VOTE yes
Bo answers ballot: VOTE yes
Eli answers ballot: VOTE yes
  => Ana, Bo, Eli, Fay get tally with "Yes: 3" "Counted: 4. Needed: 3"
Fri 09:00  Ana answers tally: PARTY REPORTED Dee Novak dee@private.test
  => Ana gets transcript with "Dee Novak is P1"
Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Repeated belittling remarks about someone's work.
  | IMPACT: People leave the project.
  => Ana, Bo, Eli, Fay get preview with "dee@private.test"
Fay answers preview: OK
Fri 09:12  time passes
  => Private gets outcome-reported
  => Ana, Bo, Eli, Fay get sent
Sat 7 10:00  Dee writes: Who is behind this?
  | Who is behind this? NAMES
  |
  | I want to know who says such things about me, and I want to know it today.
  => Dee gets receipt
  => Eli gets held
  => Chi gets nothing
Eli answers held: SHOW
  => Eli gets report with "Who is behind this? NAMES" "the reported person of <case>"
Sat 7 10:05  Eli answers report: ABOUT UNKNOWN / CLEAR
  => Ana, Bo, Fay get conflict-question
  => Dee, Chi get nothing
Ana answers conflict-question: CLEAR
  => Ana, Eli get report with "Who is behind this?" called "linked"
Sat 7 10:10  Ana answers report of <linked>: LINK RETALIATION
  => Ana gets transcript with "linked as retaliation"
Mon 9 09:00  time passes
  => Ana gets chair-status with "<case>" "<linked>"
  => Dee, Chi get nothing
Mon 9 10:00  Ana answers tally: DRAFT REPORTER
  | We have spoken with the person and agreed on a change for three months.
  => Ana, Bo, Eli, Fay get preview with "lou@home.test"
Bo answers preview: OK <id>
Mon 9 10:11  time passes
  => Lou gets outcome-reporter with "agreed on a change" without "Dee"
Mon 9 10:30  Ana answers tally: CLOSE <case> RESULT
  => Ana gets transcript with "Closed"
Mon 9 11:00  Dee writes: SHEET
  => Dee gets sheet without "<case>"
Chi writes: SHEET
  => Chi gets sheet with "There is no row."
Bo writes: SHEET
  => Bo gets sheet with "<case>" "Resolved"
