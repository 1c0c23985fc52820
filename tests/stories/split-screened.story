# Where silence keeps out a split lets in nobody new: who stepped out or was silent stays out (A20, PS-14, PS-16, PS-17)
committee: numfocus; Ana (chair), Bo, Chi, Dee, Eli; screener Ana
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs, and in the kitchen Uli Storm threw a cup at the wall.
  => Ana, Bo, Chi, Dee, Eli get conflict-question
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
  => Ana, Bo, Chi get report called "first"
Mon 10:00  Chi answers report: RECUSE
  => Chi gets delete-please
Tue 09:00  Ana answers report: SPLIT
  => Ana, Bo get report called "second"
  => Chi gets nothing
Tue 09:10  Ana answers report of <second>: ABOUT Uli Storm
  => Bo, Dee, Eli get conflict-question with "a report involving Uli Storm"
  => Chi gets nothing
Tue 10:00  Dee answers conflict-question: CLEAR Uli Storm
  => nobody gets report
Bo answers conflict-question: CLEAR Uli Storm
Tue 10:10  Bo answers report of <second>: STATUS
  => Bo gets case-status with "P1 reported: Uli Storm"
Tue 11:00  Chi writes: STATUS <second>
  => Chi gets refused with "No case of that name is open to you."
