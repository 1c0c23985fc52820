# E-9, the chair is the reported person: the acting chair presides, the chair's mail shows no trace (GC-03, GC-06, JU-11, PS-63, promise 4)
committee: gcc; Ana (chair), Bo, Chi, Dee; screener Ana
outside: Lou Hart <lou@home.test>
never to Ana: "Lou", "shouted", "Case group", "Overdue:"

Mon 09:00  Lou writes: About the last meeting
  | Ana Ruiz shouted at me in the last meeting and told me to look for another project to work on, in
  | front of seven people. I have not slept well since then.
  => Bo, Chi, Dee get report called "case"
  => Lou gets receipt with "Left out: Ana Ruiz"
  => nobody else gets anything
Tue 09:30  time passes
  => Bo gets reminder with "No person has written"
  => Bo gets chair-status with "<case>"
  => Ana gets nothing
Tue 10:00  Ana writes: SHEET
  => Ana gets sheet with "There is no row."
Ana writes: STATUS
  => Ana gets case-status with "No case is open to you."
Ana writes: STATUS <case>
  => Ana gets refused with "No case of that name is open to you."
Mon 9 09:30  time passes
  => Ana gets chair-status with "Nothing is overdue." "New reports that wait for a reader or a name: 0"
  => Lou gets status-reporter
Mon 9 09:50  Bo answers report: NOTE RECORDS nothing earlier / DETERMINE
  | WHAT: told in the report
  | VIOLATION: yes
  | WHO: the person named
  | ONGOING: no
Mon 9 10:00  Bo answers report: PROPOSE PLAN somebody talks to them
  => Bo, Chi, Dee get ballot
  => Ana gets nothing
