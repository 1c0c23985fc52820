# The mail server of a member refuses the conflict question: whoever reads the report hears it, the others do not (PS-12, PS-14, promise 10)
committee: numfocus; Ana (chair), Bo, Chi, Dee; screener Dee
outside: Rita Vale <rita@home.test>
never to Ana, Chi: "refused the question"

the next hop refuses Bo
Mon 09:00  Rita writes: Notes in my bag
  | Sam Reed keeps leaving unpleasant notes in my bag at the weekly meetings. I kept all of the
  | notes and can show them to you.
  => Dee gets held
Mon 09:30  Dee answers held: SHOW
  => Dee gets report
Dee answers report: ABOUT Sam Reed / CLEAR
  => Ana, Chi get conflict-question with "Sam Reed"
  => Bo gets nothing
  => Dee gets reminder with "Bo" "refused the question" without "Rita"
the next hop takes Bo
Mon 10:00  Ana answers conflict-question: CLEAR
  => Ana, Dee get report called "case"
