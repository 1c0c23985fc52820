# PASS and RECUSE hand the first reading on; a screener who steps out sees nothing more (PS-07, PS-09)
committee: psf; Ana (chair), Bo, Chi, Dee; screeners Dee, Ana, Bo
outside: Rita Vale <rita@home.test>
never to Dee, Ana: "sprint"

Mon 09:00  Rita writes: About the sprint
  | Somebody was very unkind to a student in the sprint room, in front of everyone who was there,
  | and nobody said a word. I would like to tell you more about it.
  => Dee gets held
Mon 09:10  Dee answers held: PASS
  => Ana gets held
  => Dee gets transcript with "the next on the rota"
Mon 09:20  Ana answers held: RECUSE
  => Ana gets delete-please
  => Bo gets held
nothing more to Ana
Mon 09:30  Bo answers held: SHOW
  => Bo gets report with "in the sprint room"
Bo answers report: ABOUT UNKNOWN / CLEAR
  => Chi, Dee get conflict-question with "a person not yet known"
  => nobody gets report
Mon 10:00  Chi answers conflict-question: CLEAR
  => Bo, Chi get report with "sprint"
