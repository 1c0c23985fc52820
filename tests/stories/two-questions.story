# Two reported people are two questions: clear for all or out (PS-12, PS-16, product.md 5)
committee: psf; Ana (chair), Bo, Chi, Dee; screener Dee
outside: Rita Vale <rita@home.test>
never to Bo, Chi: "Rita", "corridor"

Mon 09:00  Rita writes: Two of them
  | Sam Reed and Uli Storm cornered me in the corridor after the session and would not let me go
  | until I promised to withdraw my talk from the programme.
  => Dee gets held
Dee answers held: SHOW
  => Dee gets report
Dee answers report: ABOUT Sam Reed / ABOUT Uli Storm
  => Ana, Bo, Chi get conflict-question 2 times
  => nobody gets report
Mon 10:00  Dee answers report: CLEAR
  => Dee gets refused with "Which question do you answer?" "CLEAR Sam Reed" "CLEAR Uli Storm"
Dee answers report: CLEAR Sam Reed / CLEAR Uli Storm
  => Dee gets transcript
Mon 11:00  Bo answers conflict-question: CLEAR Sam Reed
  => Bo gets transcript
  => nobody gets report
Mon 12:00  Bo answers conflict-question: RECUSE
  => Bo gets delete-please
nothing more to Bo
Mon 13:00  Ana answers conflict-question: CLEAR Uli Storm
  => nobody gets report
Ana answers conflict-question: CLEAR Sam Reed
  => Ana, Dee get report
  => Chi gets nothing
