# E-1 with the moderators' step: asked, chased, accepted, and only then the reported person (PS-37, PS-38, PS-39, PS-41, PS-67, K-12)
committee: psf; Ana (chair), Bo, Chi, Dee; screeners Dee, Ana
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
space: help; moderators Max, Mia; administrators Pat
never to Max, Mia: "Rita", "Vale", "Wen", "Ana Ruiz: yes"
never to Sam: "Rita", "Vale", "Wen", "Max Berg", "Mia Lund"

Mon 09:00  Rita writes: Harassment in the help channel
  | About: Sam Reed
  |
  | Sam Reed is harassing people in the help channel and it has gone on for weeks. Wen saw it, and I
  | do not know what to do about it any more.
Mon 10:00  Ana answers conflict-question: CLEAR
Dee answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
  => Ana, Bo, Chi, Dee get report called "case"
Mon 11:00  Ana answers report: TAKE / SAFETY no
Ana answers report: EVAL scope=yes
Mon 12:00  Ana answers report: DRAFT MODS
  => Ana gets refused with "needs a decision first"
Ana answers report: NOTE we talked about it
Ana answers report: PROPOSE PLAN no private messages to members
  | CONSEQUENCE warning
  | IF-REFUSED removal for 30 days
Wed 12:00  Ana answers ballot: VOTE yes
Bo answers ballot: VOTE yes
Dee answers ballot: VOTE yes
  => Ana, Bo, Chi, Dee get tally with "passed"
Wed 12:10  Ana answers tally: PARTY REPORTED Sam Reed sam@x.test
Ana answers tally: DRAFT REPORTED
  => Ana gets refused with "the moderators have not been asked (PS-37)" "DRAFT MODS"
Ana answers tally: DRAFT MODS
  => Ana gets help with "BEHAVIOUR:"
Ana answers tally: DRAFT MODS
  | Rita says that there were many harsh messages.
  => Ana gets refused with "Rita" "kept as draft"
  => nobody gets preview
Ana answers tally: DRAFT MODS
  | BEHAVIOUR: Repeated harsh messages to newcomers.
  => Ana, Bo, Chi, Dee get preview with "Max Berg, Mia Lund" "max@mods.test, mia@mods.test" "no private messages to members" "Repeated harsh messages"
Wed 12:30  Ana answers preview: OK <id>
  => Ana gets refused with "Nobody approves their own"
Dee answers preview: OK
  => Dee gets transcript with "leaves in 10 minutes"
Wed 12:41  time passes
  => Max, Mia get recommendation with "Sam Reed" "no private messages to members" "warning" "removal for 30 days" "ACCEPT" "2026-03-11" without "case"
  => Pat gets nothing
Wed 13:00  Dee answers report: DRAFT REPORTED
  | BEHAVIOUR: Repeated harsh messages.
  | IMPACT: People stay away.
  => Dee gets refused with "the moderators have not answered (PS-37, PS-39)" "WAIVE MODS"
Sun 8 12:30  time passes
  => Max, Mia get nothing
Sun 8 12:41  time passes
  => Max, Mia get recommendation-reminder 1 times with "Silence is not taken for a yes" without "Sam"
Mon 9 08:00  Max answers recommendation: ACCEPT
  | Please tell Sam gently.
  => Max gets transcript with "your answer is noted"
  => Ana, Bo, Chi, Dee get party-mail with "Please tell Sam gently" "Max Berg"
  => Mia gets nothing
Mon 9 10:00  Dee answers report: DRAFT REPORTED
  | BEHAVIOUR: Repeated harsh messages.
  | IMPACT: People stay away.
  => Ana, Bo, Chi, Dee get preview with "sam@x.test"
Mon 9 10:02  Bo answers preview: OK <id>
Mon 9 10:13  time passes
  => Sam gets outcome-reported with "no private messages to members"
Wed 11 13:00  time passes
  => Mia gets nothing
Wed 11 14:00  Ana answers report: DOC
  => Ana gets document with "5. Talks with moderators" "Please tell Sam gently" "Repeated harsh messages to newcomers"
