# A silent screener: after four hours the next on the rota reads first, the rota stays (PS-07, promise 8)
committee: numfocus; Ana (chair), Bo, Chi, Dee; screeners Dee, Ana, Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Something unkind happened
  | Somebody was very unkind to a student in the sprint room, in front of everyone who was there,
  | and nobody said a word. I would like to tell you more about it.
  => Dee gets held with "2026-03-02 13:00"
  => Rita gets receipt
Mon 12:59  time passes
  => nobody gets anything
Mon 13:00  time passes
  => Ana gets held
  => nobody else gets anything
Mon 13:05  Dee answers held: SHOW
  => Dee gets refused
  => nobody gets report
Mon 13:10  Ana answers held: SHOW
  => Ana gets report with "in the sprint room"
Tue 09:00  Rita writes: A second matter
  | This is something else altogether, about the words that were used in a talk on the last day of
  | the conference. Several people left the room because of it.
  => Dee gets held
