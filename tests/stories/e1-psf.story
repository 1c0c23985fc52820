# PSF: E-1, the plain path up to outcome and close, without the moderators' step (PS-01, PS-06, PS-07, PS-08, PS-12, PS-13, PS-16, PS-17, PS-18, PS-32, PS-36, PS-22, PS-50, PS-43, PS-51, PS-69, JU-05, NF-02, NF-07, K-5)
committee: psf; Ana (chair), Bo, Chi, Dee, Eli, Fay; adviser Gus; screeners Dee, Ana, Bo
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Bo: "Rita", "Wen", "#help", "dated"
never to Eli: "Rita", "Wen", "#help"
never to Sam: "Rita", "Vale", "Wen", "#help", "Ana", "Chi", "Fay"
never to Ana, Chi, Dee, Fay, Gus: "dated"

Mon 09:00  Rita writes: Harassment in #help
  | Sam Reed is harassing people in #help. Wen saw it. It has gone on for weeks and I do not
  | know what to do about it any more.
  |
  | Rita Vale
  => Rita gets receipt with "This answer is automatic" "one member first" "2026-03-03 09:00" without "Sam Reed" "Wen" "#help"
  => Dee gets held subject "[new question]" without "Rita" "Sam" "#help"
  => nobody else gets anything
Mon 09:40  Dee answers held: SHOW
  => Dee gets report with "Wen saw it" "Rita Vale" without "rita@home.test"
  => nobody else gets anything
Dee answers report: ABOUT Sam Reed / CLEAR
  => Dee gets transcript with "every member left is asked"
  => Ana, Bo, Chi, Eli, Fay, Gus get conflict-question with "a report involving Sam Reed" "you stay out" "your manager" "family" "a direct client" "No reason is wanted" without "Rita" "Wen" "#help" "09:00" "2026-03-02"
  => nobody else gets anything
Mon 10:05  Ana answers conflict-question: CLEAR
  => Ana gets transcript
  => Ana, Dee get report with "Wen saw it" without "rita@home.test"
  => nobody else gets anything
Mon 10:20  Chi answers conflict-question: Clear.
  => Chi gets transcript
  => Chi gets report called "case"
  => nobody else gets anything
Mon 10:30  Bo answers conflict-question: CONFLICT because we dated
  => Bo gets delete-please with "No reason is wanted" without "Sam"
  => nobody else gets anything
nothing more to Bo
Mon 10:40  Fay answers conflict-question: CLEAR Sam Reed
  => Fay gets report
Mon 11:00  Gus answers conflict-question: no conflict
  => Gus gets report
Mon 11:05  Dee answers report: SAFETY no
  => Dee gets transcript with "safety risk: no"
Mon 15:00  Ana answers report: TAKE
  => Rita gets first-contact with "My name is Ana Ruiz" without "Sam" "Chi" "Dee"
  => Ana gets transcript with "you lead this case"
Mon 18:00  time passes
  => Chi, Dee, Fay, Gus get notices with "Ana Ruiz leads the case."
Tue 08:00  Chi answers report: CONFLICT
  => Chi gets delete-please
  => Ana, Dee, Fay, Gus get stepped-out with "Somebody has stepped out" "now 3 and 1 adviser" without "Chi"
  => nobody else gets anything
nothing more to Chi
Tue 12:00  time passes
  => Eli gets conflict-question 1 times subject "reminder" with "Sam Reed"
  => nobody else gets anything
Wed 09:50  time passes
  => Eli gets conflict-question 1 times subject "reminder"
Wed 10:00  Dee answers report: EVAL violation=listed scope=yes impact=direct / PROPOSE PLAN no private messages to members
  | CONSEQUENCE warning
  | IF-REFUSED removal 30 d
  => Ana, Dee, Fay, Gus get ballot with "reaches 3 of 4" "without a conflict: 4" "in the case group: 3" "removal 30 d"
  => Dee gets transcript
  => nobody else gets anything
Wed 12:00  Ana answers ballot: VOTE yes
  => Ana gets transcript with "counted on ballot <id>: yes"
Dee answers ballot: Yes
  => Dee gets transcript
Gus answers ballot: VOTE yes
  => Gus gets refused with "Advisers read along and do not vote"
Fay answers ballot: VOTE yes <id>
  => Ana, Dee, Fay, Gus get tally with "passed" "Yes: 3" "Counted: 4. Needed: 3"
Wed 12:10  Gus answers ballot: VOTE no
  => Gus gets refused
Wed 21:45  time passes
Wed 21:50  Eli answers conflict-question: CLEAR Sam Reed
  => Eli gets transcript with "too late for the window"
  => Ana gets reminder
Thu 10:00  Ana answers report: CLOSE <case> RESULT
  => Ana gets refused with "R1 has not been told the outcome" "DRAFT REPORTER"
Mon 9 08:59  time passes
Mon 9 09:00  time passes
  => Rita gets status-reporter with "This news is automatic." "2026-03-16"
  => Ana gets chair-status with "<case>"
Mon 9 10:00  Ana answers tally: PARTY REPORTED Sam Reed sam@x.test
  => Ana gets transcript with "Sam Reed is P1"
Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Rita says that you sent many harsh messages.
  | IMPACT: People stay away.
  => Ana gets refused with "Rita" "kept as draft"
  => nobody gets preview
Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Repeated harsh messages.
  | IMPACT: People stay away.
  => Ana, Dee, Fay, Gus get preview with "sam@x.test" "the reported person" "no private messages to members" "warning"
  => Ana gets transcript
  => Sam gets nothing
Mon 9 10:02  Fay answers preview: OK
  => Fay gets transcript with "leaves in 10 minutes"
  => Sam gets nothing
Mon 9 10:12  time passes
  => Sam gets outcome-reported with "Repeated harsh messages" "do not contact" "If you want to apologise, do it through us" "removal 30 d"
  => Ana, Dee, Fay, Gus get sent with "as previewed" "Repeated harsh messages"
Tue 10 09:00  Sam answers outcome-reported: sorry, please tell whoever it was
  => Ana, Dee, Fay, Gus get party-mail with "please tell whoever it was"
  => Rita gets nothing
  => Sam gets arrived-too
Tue 10 10:00  Ana answers report: DRAFT REPORTER
  | We asked for a change of behaviour, with a warning. Thank you for telling us.
  => Ana, Dee, Fay, Gus get preview with "rita@home.test"
Dee answers preview: OK <id>
  => Dee gets transcript
Tue 10 10:11  time passes
  => Rita gets outcome-reporter with "We asked for a change of behaviour"
Tue 10 10:12  Ana answers report: DOC
  => Ana gets document with "7. What was sent to the reporter" "We asked for a change of behaviour"
Tue 10 10:15  Ana answers report: REPEAT maybe / STANDS / CLOSE <case> RESULT
  => Ana gets transcript with "closed: Warning"
Tue 10 10:20  Eli writes: SHEET
  => Eli gets sheet with "No | Maybe | Resolved | <case> | 2026-03-02 09:00 | - | Warning"
Tue 10 12:01  time passes
  => Ana, Dee, Fay, Gus get notices with "Sent 10:10 as previewed: the outcome letter to R1."
  => Dee, Fay, Gus get notices with "Ana Ruiz closed the case."
  => nobody else gets anything
