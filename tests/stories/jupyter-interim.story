# The committee cannot act: the council is asked one by one, and acts for this case alone (JU-02, JU-11, JU-12)
committee: jupyter; Ana (chair), Bo, Chi; screener Bo
council: Kim, Lee, Moe
outside: Rita Vale <rita@home.test>
never to Lee: "Rita", "Sam", "planning"
nothing more to Lee

Mon 09:00  Rita writes: A meeting that went wrong
  | About: Sam Reed
  |
  | Sam shouted at me in the planning meeting and would not let me finish. Lee Arden was there.
  => Ana, Bo, Chi get report called "case"
Tue 09:00  Ana answers report: CONFLICT
  => Bo, Chi get stepped-out
  => Bo, Chi get reminder with "too small: 2 voting members" "Nobody is configured to stand in."
  => Kim, Moe get nothing
Tue 10:00  Bo answers report: CONFLICT
  => Chi gets reminder with "too small: 1 voting member, " "are asked whether they have a conflict"
  => Kim, Moe get conflict-question subject "[new question]" with "a report involving Sam Reed" "you stay out" without "Rita" "planning"
  => Bo gets delete-please
Tue 11:00  Kim answers conflict-question: CLEAR
  => Kim gets report with "would not let me finish" subject "<case>"
Tue 11:30  Moe answers conflict-question: CONFLICT STAY
  => Kim, Chi get notices with "Moe Tanner declared a conflict and stays"
  => Moe gets report
Tue 12:00  Kim answers report: DETERMINE
  | WHAT: shouting
  | VIOLATION: yes
  | WHO: Sam
  | ONGOING: no
Tue 12:10  Chi answers report: PROPOSE CONSEQUENCE private reprimand
  => Chi, Kim, Moe get ballot with "Counted here: 3" "A conflict was declared by Moe Tanner, who stays in the case."
  => Ana, Bo get nothing
