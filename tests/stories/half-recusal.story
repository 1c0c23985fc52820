# RECUSE with other words: neither run, kept nor relayed; delivery pauses and the member is asked (PS-09, PS-10, product.md 5)
committee: psf; Ana (chair), Bo, Chi, Dee; screener Dee
outside: Rita Vale <rita@home.test>
never to Ana, Bo, Chi, Dee: "my boss"

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
  => Chi gets report called "case"
Mon 10:00  Chi answers report: Conflict: he is my boss
  => Chi gets refused with "the other words were not kept" "RECUSE" "CLEAR"
  => nobody else gets anything
Mon 11:00  Ana answers report: I would like to meet on Thursday.
  => Bo gets talk
  => Chi gets nothing
Mon 12:30  Chi answers refused: CLEAR
  => Chi gets transcript with "you are in again"
  => Chi gets talk with "meet on Thursday"
Mon 13:00  Chi answers report: RECUSE
  | Sam is my boss, you see.
  => Chi gets delete-please
  => Ana, Bo get stepped-out with "Somebody"
nothing more to Chi
Mon 14:00  Dee answers conflict-question: I am not sure, he is my boss, you see.
  => Dee gets refused with "your other words were not kept"
  => nobody gets talk
