# The conflict window stands still while nobody runs, and after an outage waits for a day of running time (promise 8, PS-16)
committee: numfocus; Ana (chair), Bo, Chi, Dee; screener Dee
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
  => Ana, Bo, Chi, Dee get conflict-question with "2026-03-04 21:00"
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
  => Ana, Bo get report
Mon 10:00  time passes
the daemon is down for 5 days
  => nobody gets conflict-question
Sat 12:00  Chi answers conflict-question: CLEAR
  => Chi gets report
Mon 9 20:00  Dee answers conflict-question: CLEAR
  => Dee gets report
