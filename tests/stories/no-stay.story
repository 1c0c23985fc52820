# Where silence keeps out nobody stays with a conflict (JU-12, K-7, PS-11)
committee: psf; Ana (chair), Bo, Chi, Dee; screener Dee
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week.
  => Ana, Bo, Chi, Dee get conflict-question
Ana answers conflict-question: CONFLICT STAY
  => Ana gets refused with "a member with a conflict steps out" "RECUSE"
Bo answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
  => Ana gets nothing
  => Bo, Chi get report
