# Silence keeps out; a late CLEAR waits for the lead, who may ADMIT from then on (PS-14, PS-16, K-6)
committee: numfocus; Ana (chair), Bo, Chi, Dee, Eli; screener Dee
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
  => Ana, Bo, Chi, Dee, Eli get conflict-question with "Sam Reed" "2026-03-04 21:00" without "Rita" "stairs"
  => Rita gets receipt
  => nobody else gets anything
Mon 10:00  Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
  => Ana, Bo get report with "on the stairs" called "case"
Mon 10:10  Ana answers report: TAKE
Tue 09:00  time passes
  => Chi, Dee, Eli get conflict-question subject "reminder"
Wed 09:00  time passes
  => Chi, Dee, Eli get conflict-question subject "reminder"
Wed 20:00  Chi answers conflict-question: CLEAR
  => Chi gets report
Wed 21:00  time passes
Thu 10:00  Dee answers conflict-question: CLEAR
  => Dee gets transcript with "too late for the window"
  => Ana gets reminder with "Dee Novak"
  => nobody gets report
Thu 10:30  Chi answers report: ADMIT Dee
  => Chi gets refused
Thu 11:00  Ana answers report: ADMIT Dee
  => Ana gets transcript with "in from now on"
  => Dee gets report with "on the stairs"
  => Eli gets nothing
Thu 12:00  Ana answers report: EVAL scope=yes / PROPOSE PLAN no contact with R1
  | IF-REFUSED: removal for 30 days
  => Ana, Bo, Chi, Dee get ballot with "reaches 4 of 5" "without a conflict: 5" "in the case group: 4"
  => Eli gets nothing
