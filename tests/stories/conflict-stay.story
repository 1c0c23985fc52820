# A declared conflict may stay where the procedure allows it; no reason is kept (JU-12, K-7, PS-09)
committee: numpy; Ana (chair), Bo, Chi, Dee
outside: Rita Vale <rita@home.test>
never to Ana, Chi, Dee: "married"

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi, Dee get report called "case"
Mon 10:00  Bo answers report: CONFLICT STAY
  => Bo gets transcript with "declared; you stay in the case"
  => Ana, Chi, Dee get notices with "Bo Lind declared a conflict and stays in the case"
  => nobody else gets anything
Bo answers report: CONFLICT STAY
  => Bo gets transcript with "declared"
  => nobody else gets anything
Chi answers report: CONFLICT STAY we were married
  => Chi gets refused
  => nobody else gets anything
Chi answers refused: CONFLICT STAY
  => Ana, Bo, Dee get notices with "Chi Okafor declared a conflict"
Mon 11:00  Ana answers report: SEVERE no / DETERMINE
  | WHAT: shouting
  | VIOLATION: yes
  | WHO: several
  | ONGOING: no
Ana answers report: PROPOSE PLAN a talk with both
  => Ana, Bo, Chi, Dee get ballot with "declared by Bo Lind and Chi Okafor, who stay in the case" "Counted here: 4"
Bo answers ballot: AGREE
Mon 12:00  Bo answers report: CONFLICT
  => Ana, Chi, Dee get stepped-out
Ana answers ballot: PROPOSE PLAN a talk with all of them
  => Chi gets ballot with "declared by Chi Okafor, who stays" without "Bo Lind"
