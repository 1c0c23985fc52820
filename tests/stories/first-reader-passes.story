# The one to whom a mail was written has a third of the receipt limit; then the next reads first, and the receipt says so (GC-07, product.md 3)
committee: numpy; Ana (chair), Bo, Chi, Dee; screeners Dee, Ana
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes to conduct+to-bo@example.test: Only for one of them
  | I would like to talk to one person first about what happened in the workshop, because I am not
  | sure that I want everybody to read about it at once.
  => Bo gets held with "2026-03-03 09:00"
  => Rita gets receipt with "one member first, then those without a conflict" "First is Bo Lind; without an answer by 2026-03-03 09:00 UTC, the next."
  => nobody else gets anything
Tue 08:59  time passes
  => nobody gets held
Tue 09:01  time passes
  => Dee gets held with "2026-03-03 13:00"
