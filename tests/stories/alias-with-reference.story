# A member's mail to the bare alias lands in the case that it answers; without a reference it is a report or commands (PS-20, PS-19)
committee: psf; Ana (chair), Bo, Chi, Dee; screener Dee
outside: Rita Vale <rita@home.test>
never to Chi: "quiet corner", "stairs"

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week.
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Dee answers conflict-question: CLEAR
  => Ana, Bo, Dee get report called "case"
Chi answers conflict-question: RECUSE
  => Chi gets delete-please
Mon 10:00  Bo answers report to conduct@example.test: Let us meet in a quiet corner.
  => Ana, Dee get talk with "quiet corner" subject "<case>"
  => nobody else gets anything
Mon 10:10  Bo answers report to conduct@example.test: TAKE
  => Bo gets transcript subject "<case>"
  => Rita gets first-contact
Mon 10:20  Bo writes: [<case>] one more thing
  | The same happened in the kitchen yesterday, and I have seen it myself, from beginning to end.
  => Dee gets held
  => nobody gets talk
Mon 10:30  Ana (unproven) answers report to conduct@example.test: STATUS
  => Ana gets confirm
