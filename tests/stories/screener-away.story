# Who is AWAY is skipped as screener; BACK ends it (PS-07, B-01)
committee: numfocus; Ana (chair), Bo, Chi, Dee; screeners Dee, Ana, Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Dee writes: AWAY 2026-03-02 2026-03-05
  => Dee gets transcript with "away from 2026-03-02 to 2026-03-05" subject "done"
Mon 10:00  Rita writes: First report
  | Somebody was very unkind to a student in the sprint room, in front of everyone who was there,
  | and nobody said a word. I would like to tell you more about it.
  => Ana gets held
  => Dee gets nothing
Tue 09:00  Dee writes: BACK
  => Dee gets transcript with "welcome back"
Tue 10:00  Rita writes: Second report
  | This is something else altogether, about the words that were used in a talk on the last day of
  | the conference. Several people left the room because of it.
  => Dee gets held
Wed 08:00  Bo writes: AWAY 2026-03-09 2026-03-01
  => Bo gets refused with "The second date comes before the first"
