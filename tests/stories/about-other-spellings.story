# A name in another spelling than the roster's still keeps its bearer out; several names are several questions (PS-12, PS-13, product.md 5)
committee: psf; Ana (chair), Bo, Chi, Dee, Eli; screener Bo
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>
never to Dee: "Novak", "Uli", "Sam"

Mon 09:00  Rita writes: In the review
  | Somebody who may merge has called me names in every review since January, and the others laugh
  | about it. I would rather talk than write about who it is.
  => Bo gets held
Bo answers held: SHOW
  => Bo gets report
Bo answers report: ABOUT Dr. Dee Novak
  => Ana, Bo, Chi, Eli get conflict-question 1 times with "a report involving Dr. Dee Novak"
  => Dee gets nothing
Bo answers report: ABOUT Sam Reed and Uli Storm
  => Ana, Bo, Chi, Eli get conflict-question 2 times
  => Bo gets transcript
  => Dee gets nothing
Bo answers report: ABOUT Kit Hale and Chi O.
  => Bo gets transcript
  => Ana, Bo, Eli get conflict-question
  => Chi, Dee get nothing
Mon 15:00  Lou writes: On the list
  | About: Sam Reed, Dr. Dee Novak
  |
  | They wrote to each other about me for a week, in public, and asked everybody to join in.
  => Ana, Bo, Chi, Eli get conflict-question 2 times with "a report involving"
  => Dee gets nothing
Mon 16:00  Ana answers conflict-question: CLEAR Sam Reed / CLEAR Dr. Dee Novak
  => Ana gets transcript
Eli answers conflict-question: CLEAR Sam Reed / CLEAR Dr. Dee Novak
  => Ana, Eli get report
Ana answers report: ADMIT Dee
  => Ana gets refused with "a party of the case can never be let in"
