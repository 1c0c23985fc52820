# ABOUT UNKNOWN first; the name found later is asked again, and pauses everyone but its author (PS-12, PS-13, PS-14)
committee: numfocus; Ana (chair), Bo, Chi, Dee; screener Dee
outside: Rita Vale <rita@home.test>
never to Bo: "Rita"

Mon 09:00  Rita writes: Notes in my bag
  | Somebody keeps leaving unpleasant notes in my bag at the weekly meetings. I have not seen who it
  | is, but I kept all of the notes and can show them to you.
  => Dee gets held
Mon 09:30  Dee answers held: SHOW
  => Dee gets report
Dee answers report: ABOUT UNKNOWN / CLEAR
  => Ana, Bo, Chi get conflict-question with "a person not yet known" "CLEAR"
Mon 10:00  Ana answers conflict-question: CLEAR
  => Ana, Dee get report called "case"
Mon 10:10  Chi answers conflict-question: CLEAR
  => Chi gets report
Tue 09:00  Ana answers report: ABOUT Rita Vale
  => Ana gets refused
  => nobody gets conflict-question
Ana answers report: ABOUT Sam Reed
  => Bo, Chi, Dee get conflict-question with "a report involving Sam Reed"
  => Ana gets transcript
  => nobody else gets anything
Tue 10:00  Ana answers report: I think that we should talk on Thursday.
  => nobody gets talk
Tue 11:00  Dee answers conflict-question: CLEAR Sam Reed
  => Dee gets talk with "talk on Thursday"
  => Chi, Bo get nothing
Tue 12:30  Chi answers conflict-question: RECUSE
  => Chi gets delete-please
  => Ana, Dee get stepped-out
nothing more to Chi
Wed 09:45  time passes
  => Bo gets conflict-question 2 times subject "reminder"
Wed 10:00  Dee answers report: Thursday it is.
  => Ana gets talk
  => nobody else gets anything
