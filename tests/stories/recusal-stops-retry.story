# A recusal stops letters that wait for their next attempt; the old tag gets one line, once (PS-11, PS-17, promise 3, promise 6)
committee: gcc; Ana (chair), Bo, Chi, Dee; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi, Dee get report called "case"
the next hop defers Chi
Mon 10:00  Ana answers report: I know what happened there, it was the budget again.
  => Bo, Dee get talk with "the budget again"
  => Chi gets nothing
Mon 10:01  Chi answers report: RECUSE
  => Ana, Bo, Dee get stepped-out with "Chi Okafor"
the next hop takes Chi
never to Chi: "budget", "shouting", "case"
Wed 10:00  time passes
  => Chi gets delete-please
  => nobody gets talk
Wed 11:00  Chi answers report: By the way, what did you decide?
  => Chi gets refused subject "You are out of this"
  => nobody else gets anything
Wed 12:00  Chi answers report: Hello?
  => nobody gets anything
Wed 13:00  Chi (from chi@elsewhere.test, unproven) answers report: STATUS
  => nobody gets anything
