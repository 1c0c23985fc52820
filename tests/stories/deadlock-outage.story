# The deadlock clock stands still in an outage, the hand-over waits after it, the chair may go first; a silent council (JU-20, A21, promise 8)
committee: jupyter; Ana (chair), Bo, Chi
outside: Rita Vale <rita@home.test>
council: Kim, Lee

Mon 09:00  Rita writes: A meeting that went wrong
  | Sam Reed shouted at me in the planning meeting and would not let me finish, and went on like that
  | in the chat for the rest of the day.
  => Ana, Bo, Chi get report called "case"
Tue 11:00  Ana answers report: PROPOSE PLAN a talk
  | WHAT: shouting
  | VIOLATION: yes
  | WHO: Sam Reed
  | ONGOING: no
Chi answers ballot: OBJECT too little
Wed 11:00  Chi answers ballot: AGREE
Thu 11:00  Chi answers ballot: OBJECT still too little
  => nobody gets deadlock
Mon 9 09:00  the daemon is down for 30 hours
Wed 11 16:59  time passes
  => nobody gets deadlock
Wed 11 17:00  time passes
  => Ana, Bo, Chi get deadlock 1 times with "since 2026-03-05 11:00" "2026-03-13 17:00"
Fri 13 16:00  the daemon is down for 3 hours
Fri 13 19:30  Ana answers deadlock: TO-COUNCIL
  => Ana gets refused with "2026-03-13 20:00"
Fri 13 20:02  time passes
  => Ana, Bo, Chi get deadlock 1 times
  => Kim, Lee get nothing
Fri 13 20:10  Ana answers deadlock: TO-COUNCIL
  => Ana gets transcript with "the council is asked"
  => Kim, Lee get handover
  => Kim, Lee get conflict-question subject "[new question]" with "a person not yet known" "you stay out"
Ana answers deadlock: TO-COUNCIL
  => Ana gets transcript with "already"
Sat 14 20:10  time passes
  => Kim, Lee get conflict-question subject "reminder"
Mon 16 10:01  time passes
  => Bo gets notices with "Nobody of the council could take the case"
  => Kim, Lee get conflict-question 1 times
Mon 16 10:30  Bo answers report: PROPOSE PLAN a talk with two of us
  => Ana, Bo, Chi get ballot with "Counted here: 3"
  => Kim, Lee get nothing
