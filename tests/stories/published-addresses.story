# conduct+to-ID reaches one member first; conduct+not-ID keeps it from that member (GC-07, product.md 3)
committee: gcc; Ana (chair), Bo, Chi, Dee; screener Dee
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>

Mon 09:00  Rita writes to conduct+to-bo@example.test: Only for one of them
  | I would like to talk to one person first about what happened in the workshop, because I am not
  | sure that I want everybody to read about it at once.
  => Bo gets held
  => Rita gets receipt
  => nobody else gets anything
Bo answers held: SHOW
  => Bo gets report
Bo answers report: CLEAR
  => Ana, Bo, Chi, Dee get report
Tue 10:00  Lou writes to conduct+not-chi@example.test: In the review
  | I was called names in a review thread by somebody who has the right to merge, and I would rather
  | not name that person in a first mail.
  => Ana, Bo, Dee get report
  => Lou gets receipt with "Left out: Chi Okafor"
  => Chi gets nothing
