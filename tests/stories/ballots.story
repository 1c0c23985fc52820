# A changed proposal strikes the votes; a ballot fails when two thirds are out of reach; a recusal strikes votes (PS-17, PS-32, PS-33, PS-36, K-8)
committee: psf; Ana (chair), Bo, Chi, Dee; screener Dee
rule: conflict_window = "60 hours"
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
Dee answers conflict-question: CLEAR
  => Ana, Bo, Chi, Dee get report called "case"
Tue 08:00  Ana answers report: EVAL scope=yes
Tue 09:00  Ana answers report: PROPOSE
  => Ana gets help with "PLAN:" "IF-REFUSED:" "CONSEQUENCE:"
Ana answers report: PROPOSE PLAN a talk with two of us
  => Ana gets refused with "Still missing: IF-REFUSED"
  => nobody gets ballot
Ana answers report: PROPOSE
  | PLAN: a talk with two of us
  | IF-REFUSED: removal for 30 days
  => Ana, Bo, Chi, Dee get ballot with "reaches 3 of 4" "Consequence: none"
Tue 10:00  Ana answers ballot: VOTE yes
Bo answers ballot: VOTE yes
  => Bo gets transcript
Tue 11:00  Chi answers report: PROPOSE
  | PLAN: a talk with two of us, in writing
  | IF-REFUSED: removal for 60 days
  => Ana, Bo, Chi, Dee get ballot subject "changed proposal" with "Votes on the earlier one do not count"
Tue 12:00  Dee answers ballot: VOTE yes <id>
  => Dee gets transcript
  => nobody gets tally
Tue 13:00  Ana answers ballot: VOTE no <id>
Bo answers ballot: VOTE no <id>
  => Ana, Bo, Chi, Dee get tally subject "did not pass" with "No: 2"
Wed 09:00  Dee answers report: PROPOSE
  | PLAN: a talk with one of us
  | IF-REFUSED: removal for 7 days
  => Ana, Bo, Chi, Dee get ballot
Dee answers ballot: VOTE yes
Bo answers ballot: VOTE yes
  => nobody gets tally
Wed 10:00  Bo answers ballot: RECUSE
  => Bo gets delete-please
  => Ana, Chi, Dee get stepped-out
  => nobody gets tally
nothing more to Bo
Wed 11:00  Ana answers ballot: VOTE yes
  => Ana, Chi, Dee get tally subject "passed" with "Yes: 2" "Counted: 3. Needed: 2" without "Bo Lind"
