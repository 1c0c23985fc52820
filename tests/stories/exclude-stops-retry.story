# EXCLUDE by a member stops a report that waits for its next attempt (JU-11, GC-06, promise 3)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>

the next hop defers Chi
Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo get report
  => Chi gets nothing
Mon 09:03  Chi (from chi@work.test) writes: STATUS
Mon 09:05  Ana answers report: EXCLUDE Chi
  => Ana gets transcript
the next hop takes Chi
Wed 09:00  time passes
  => nobody gets report
  => Chi gets case-status
nothing more to Chi
Thu 09:00  Ana answers report: Shall we meet?
  => Bo gets talk
