# An alternate is asked only when the window leaves the group too small, and enters after CLEAR (GC-02, PS-14, PS-16, PS-04)
committee: psf; Ana (chair), Bo, Chi, Dee; screener Dee; alternates Tom, Uma
outside: Rita Vale <rita@home.test>
never to Chi: "stairs", "too small"

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
  => Ana, Bo, Chi, Dee get conflict-question with "Sam Reed"
  => Tom, Uma get nothing
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
  => Ana, Bo get report called "case"
  => nobody gets reminder
Mon 10:00  Chi answers conflict-question: CONFLICT
  => Tom, Uma get nothing
Wed 20:00  time passes
  => nobody gets report
Wed 21:00  time passes
  => Ana, Bo get reminder with "too small: 2 voting members" "are asked whether they have a conflict"
  => Tom, Uma get conflict-question with "a report involving Sam Reed" "you stay out" without "Rita" "stairs" "Ana"
  => nobody else gets anything
Thu 09:00  Tom answers conflict-question: CLEAR
  => Tom gets report with "on the stairs"
  => Chi, Dee, Uma get nothing
Thu 09:10  Tom writes: SHEET
  => Tom gets sheet
Thu 10:00  Tom answers report: EVAL scope=yes / PROPOSE PLAN no contact with R1
  | IF-REFUSED: removal for 30 days
  => Ana, Bo, Tom get ballot with "reaches 3 of 4" "without a conflict: 4" "in the case group: 3"
Sat 7 09:00  time passes
Sun 8 09:00  Uma answers conflict-question: CLEAR
  => Uma gets transcript with "too late for the window"
  => nobody gets report
