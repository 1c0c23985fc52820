# E-1 in one piece with its moderators, from Mon 09:00 to the closed row, every must and must not (PS-07, PS-08, PS-09, PS-10, PS-13, PS-16, PS-17, PS-36, PS-37, PS-38, PS-41, PS-45, PS-49, PS-50, PS-51, PS-58, NF-06, JU-05)
committee: psf; Ana (chair), Bo, Chi, Dee, Eli, Fay; adviser Gus; screeners Dee, Ana, Bo
space: help; moderators Max, Mia
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Bo, Eli: "Rita", "Wen", "#help", "dated"
never to Ana, Chi, Dee, Fay, Gus, Max, Mia, Sam: "dated"
never to Max, Mia: "Rita", "Vale", "Wen", "Ana", "Fay", "quiet"
never to Sam: "Rita", "Vale", "Wen", "#help", "Chi", "Fay", "Dee"

Mon 09:00  Rita writes: Sam Reed harassing people in #help
  | Sam Reed is harassing people in #help. Wen saw it. It has gone on for weeks and I do not
  | know what to do about it any more.
  |
  | Rita Vale
  => Rita gets receipt with "one member first" without "Sam Reed" "Wen" "#help"
  => Dee gets held subject "[new question]" without "Rita" "Sam" "#help"
  => nobody else gets anything
Mon 09:40  Dee answers held: SHOW
  => Dee gets report with "Wen saw it"
  => nobody else gets anything
Dee answers report: ABOUT Sam Reed / CLEAR
  => Dee gets transcript
  => Ana, Bo, Chi, Eli, Fay, Gus get conflict-question 1 times with "a report involving Sam Reed" without "Rita" "Wen" "#help" "09:00" "2026-03-02" subject "[new question]"
  => nobody else gets anything
Mon 10:05  Ana answers conflict-question: CLEAR
  => Ana gets transcript
  => Ana, Dee get report with "Wen saw it" "Rita Vale" "SAFETY" without "rita@home.test" called "case"
  => nobody else gets anything
Mon 10:20  Chi answers conflict-question: CLEAR
  => Chi gets report with "Wen saw it"
Mon 10:30  Bo answers conflict-question: CONFLICT because we dated
  => Bo gets delete-please with "No reason is wanted"
  => nobody else gets anything
nothing more to Bo
Mon 10:40  Fay answers conflict-question: CLEAR
  => Fay gets report
Mon 11:00  Gus answers conflict-question: CLEAR
  => Gus gets report
Mon 11:05  Dee answers report: SAFETY no
  => Dee gets transcript with "safety risk: no"
Mon 15:00  Ana answers report: TAKE
  => Rita gets first-contact with "My name is Ana Ruiz" without "Sam" "Chi" "Dee"
Tue 08:00  Chi answers report: CONFLICT
  => Chi gets delete-please
  => Ana, Dee, Fay, Gus get stepped-out with "the group is now 3 and 1 adviser" without "Chi"
nothing more to Chi
Tue 09:39  time passes
  => Eli gets nothing
Tue 09:40  time passes
  => Eli gets conflict-question 1 times subject "reminder"
  => nobody else gets anything
Wed 09:40  time passes
  => Eli gets conflict-question 1 times subject "reminder"
nothing more to Eli
Wed 10:00  Dee answers report: EVAL violation=listed scope=yes impact=direct / PROPOSE PLAN no private messages to members
  | CONSEQUENCE warning
  | IF-REFUSED removal 30 d
  => Ana, Dee, Fay, Gus get ballot with "reaches 3 of 4" "without a conflict: 4" "in the case group: 3 (two thirds: 2)" "Counted here: 4. Needed: 3"
Wed 12:00  Ana answers ballot: VOTE yes
Dee answers ballot: VOTE yes
Gus answers ballot: VOTE yes
  => Gus gets refused with "Advisers read along and do not vote"
  => nobody gets tally
Fay answers ballot: VOTE yes
  => Ana, Dee, Fay, Gus get tally with "passed" "Yes: 3" "Counted: 4. Needed: 3"
Wed 12:20  Dee answers tally: PARTY REPORTED Sam Reed sam@x.test
Dee answers tally: SPACE help
Wed 12:30  Dee answers tally: DRAFT MODS
  | Rita says that there were many harsh messages.
  => Dee gets refused with "Rita" "kept as draft"
  => nobody gets preview
Dee answers tally: DRAFT MODS
  | BEHAVIOUR: Repeated harsh messages to newcomers.
  => Ana, Dee, Fay, Gus get preview with "Max Berg, Mia Lund"
Fay answers preview: OK
Wed 12:41  time passes
  => Max, Mia get recommendation with "ACCEPT" "warning" "2026-03-11" without "<case>"
Wed 13:00  Dee answers report: DRAFT REPORTED
  | BEHAVIOUR: Repeated harsh messages.
  | IMPACT: People stay away.
  => Dee gets refused with "the moderators have not answered (PS-37, PS-39)"
Thu 10:00  Ana answers report: CLOSE <case> RESULT
  => Ana gets refused with "R1 has not been told the outcome"
Sun 8 12:45  time passes
  => Max, Mia get recommendation-reminder 1 times
Mon 9 08:00  Max answers recommendation: ACCEPT
  => Max gets transcript
  => Ana, Dee, Fay, Gus get party-mail
Mon 9 09:00  time passes
  => Rita gets status-reporter with "2026-03-16"
Mon 9 10:00  Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Repeated harsh messages.
  | IMPACT: People stay away.
  => Ana, Dee, Fay, Gus get preview with "sam@x.test"
Fay answers preview: OK
Mon 9 10:12  time passes
  => Sam gets outcome-reported with "Repeated harsh messages" "People stay away" "no private messages" "warning" "do not contact" "apologise" without "<case>"
Tue 10 09:00  Sam answers outcome-reported: sorry, please tell whoever it was
  => Ana, Dee, Fay, Gus get party-mail with "tell whoever it was"
  => Rita gets nothing
Tue 10 09:30  Ana answers party-mail: CLOSE <case> RESULT
  => Ana gets refused with "R1 has not been told the outcome"
Ana answers party-mail: APOLOGY RECEIVED / STANDS
  => Ana gets transcript
  => Rita gets nothing
Tue 10 10:00  Ana answers report: DRAFT REPORTER
  | We asked for a change of behaviour, with a warning. Thank you for telling us.
Dee answers preview: OK <id>
Tue 10 10:11  time passes
  => Rita gets outcome-reporter without "sorry" "please tell"
Tue 10 10:15  Ana answers report: REPEAT maybe / CLOSE <case> RESULT
  => Ana gets transcript with "closed: Warning"
Tue 10 10:20  Gus writes: SHEET
  => Gus gets sheet with "No | Maybe | Resolved | <case> | 2026-03-02 09:00 | - | Warning"
Tue 10 12:01  time passes
  => Rita gets nothing
  => Sam, Max, Mia get nothing
