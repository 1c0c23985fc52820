# Exclude: keeps a member out, only the reporter's own yes lifts it; an unclear one holds the report (GC-07, JU-11, product.md 4)
committee: numpy; Ana (chair), Bo, Chi, Dee; screener Bo
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>

Mon 09:00  Rita writes: A quarrel
  | Exclude: Dee Novak
  |
  | There was an ugly quarrel between two maintainers in the chat yesterday and it got personal very
  | quickly. I would like it to be looked at before it goes on.
  => Rita gets receipt with "Left out: Dee Novak"
  => Ana, Bo, Chi get report called "case"
  => Dee gets nothing
Mon 10:00  Ana answers report: ADMIT Dee
  => Ana gets refused with "only their own yes lifts that"
Ana answers report: TAKE
  => Rita gets first-contact
Mon 11:00  Rita answers first-contact
  | Admit: Dee Novak
  |
  | I have thought about it, Dee may read it.
  => Ana, Bo, Chi get party-mail
  => Rita gets arrived-too
  => Dee gets nothing
Mon 12:00  Ana answers report: ADMIT Dee
  => Bo, Chi get preview with "Ana Ruiz proposes to let Dee Novak in"
  => Ana gets transcript with "OK <id>"
  => Dee gets nothing
Ana answers transcript: OK <id>
  => Ana gets refused with "Another member must agree"
Bo answers preview: OK <id>
  => Bo gets transcript with "let in"
  => Dee gets report with "an ugly quarrel" "Dee may read it"
Tue 09:00  Lou writes: Something in a review
  | Exclude: the tall one
  |
  | Somebody was mean to me in a review, and it was not about the code at all. I can send you all of
  | the messages that I kept from it.
  => Bo gets held
  => Lou gets receipt with "one member first"
  => nobody else gets anything
Bo answers held: SHOW
  => Bo gets report
Bo answers report: CLEAR
  => Ana, Bo, Chi, Dee get report
