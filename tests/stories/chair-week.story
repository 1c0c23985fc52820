# The chair's status mail: overdue first, lead and age, and on Monday what went wrong in the whole week, without a name or a word of the report (PS-60, NP-07, B-18)
committee: gcc; Ana (chair), Bo, Chi
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Bo answers report: TAKE
Wed 09:30  Chi answers report: HANDOFF Bo
  => Chi gets refused
the next hop refuses Chi
Wed 09:40  Rita answers receipt: One more thing came to my mind since then.
  => Bo gets party-mail
the next hop takes Chi
Mon 9 09:01  time passes
  => Ana gets chair-status with "<case>: 7 days; lead: Bo Lind" "Members on the roster: 3" "<case>: 1 letter(s) could not be delivered" "<case>: 1 command mail(s) refused" without "Rita" "shouting" "Vale"
