# E-3, what else must and must not happen: the screener keeps every other report, the witness is asked as a party, no total gives it away (GC-06, JU-11, PS-04, PS-63, PS-73, PS-74, PS-75, NF-03, promise 4)
committee: numfocus; Ana (chair), Bo, Chi, Dee, Eli, Fay; screeners Dee, Eli, Ana
known: Dee = dee-dev
later: Gus
outside: Lou Hart <lou@home.test>; Nan Ivers <nan@home.test>; Private Dee <dee@private.test>
never to Dee: "Lou", "humiliating"

Mon 22:00  time passes
Tue 07:00  Lou writes: Project X
  | dee-dev keeps humiliating me in project X. Chi saw it more than once, and said so to me when we
  | met on the train home. I do not dare to go there any more.
  => Eli gets held
  => nobody gets conflict-question
Eli answers held: SHOW
Tue 07:20  Eli answers report: ABOUT Dee Novak / CLEAR
  => Ana, Bo, Fay get conflict-question
Tue 09:00  Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Fay answers conflict-question: CLEAR
  => Ana, Bo, Eli, Fay get report with "humiliating" called "case"
  => Dee, Chi get nothing
Tue 09:05  Nan writes: At the meetup
  | Somebody called Pim Dahl pushed me at the meetup on Friday and called me names when I complained
  | to the people at the door.
  => Nan gets receipt
  => Dee gets held
Dee answers held: SHOW
Dee answers report: ABOUT Pim Dahl / CLEAR
  => Ana, Bo, Chi, Eli, Fay get conflict-question
Tue 09:10  Ana answers conflict-question: CLEAR
  => Ana, Dee get report with "meetup" called "other"
Tue 09:30  Dee writes: SHEET
  => Dee gets sheet with "<other>" without "<case>"
Dee writes: STATUS
  => Dee gets case-status with "<other>" without "<case>"
Dee writes: ROSTER
  => Dee gets roster without "Eli Brandt screens"
Tue 10:00  Chi answers conflict-question: CLEAR
  => Chi gets report with "meetup"
Chi writes: SHEET
  => Chi gets sheet with "<other>" without "<case>"
Wed 09:00  Ana answers report of <case>: TAKE
Ana answers report of <case>: PARTY WITNESS Chi Okafor bo@members.test
  => Ana gets refused
Ana answers report of <case>: PARTY WITNESS Chi Okafor chi@members.test
  => Ana gets transcript with "W1"
Ana answers report of <case>: ASK WITNESS
  | What did you see in the project that month? You need not answer.
  => Ana, Bo, Eli, Fay get preview with "chi@members.test"
Bo answers preview of <case>: OK <id>
Wed 09:15  time passes
  => Chi gets question with "You need not answer" without "<case>" "Lou"
  => Dee gets nothing
Wed 10:00  Chi answers question: I saw it twice and I am sorry that I said nothing.
  => Ana, Bo, Eli, Fay get party-mail with "I saw it twice"
  => Dee gets nothing
Wed 10:10  Chi writes: DOC <case>
  => Chi gets refused with "No case of that name is open to you."
Thu 09:00  Ana answers report of <case>: EVAL scope=yes / PROPOSE PLAN no code review of R1's work for 3 months
  | IF-REFUSED: removal from moderator rights
Ana answers ballot: VOTE yes
Bo answers ballot: VOTE yes
Eli answers ballot: VOTE yes
Fay answers ballot: VOTE yes
  => Ana, Bo, Eli, Fay get tally with "Counted: 4. Needed: 3"
Fri 09:00  Ana answers tally: PARTY REPORTED Dee Novak dee@private.test
Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Repeated belittling remarks about someone's work.
  | IMPACT: People leave the project.
Fay answers preview: OK
Fri 09:12  time passes
  => Private gets outcome-reported
Sat 7 09:00  Dee writes: SUMMARY
Dee writes: SHEET
  => Dee gets sheet with "<other>" without "<case>"
Mon 9 10:00  Ana answers tally: DRAFT REPORTER
  | We have spoken with the person and agreed on a change for three months.
Bo answers preview: OK <id>
Mon 9 10:11  time passes
  => Lou gets outcome-reporter
Mon 9 10:30  Ana answers tally: CLOSE <case> RESULT
  => Ana gets transcript with "Closed"
Mon 9 11:00  Dee writes: DOC <case>
  => Dee gets refused with "No case of that name is open to you."
Wed 1 10:00  Kim writes: ROSTER ADD Gus Ito gus@members.test
Kim answers confirm: YES
Mon 6 10:00  time passes
Kim writes: ONBOARD Gus
Kim answers confirm: YES
Fri 10 10:00  time passes
  => Gus gets onboarding-names with "Dee Novak" "Pim Dahl" without "<case>" "<other>"
  => nobody gets refused
Gus writes: CLEAR 1
  => Gus gets onboarding-result
