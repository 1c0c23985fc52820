# Stopped and started at every step, nothing is lost and nothing is said twice (promise 1, promise 3)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>

the next hop defers Chi
Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo get report 1 times called "case"
  => Rita gets receipt 1 times
the daemon is down for 10 minutes
  => Ana, Bo, Rita get nothing
the next hop takes Chi
the daemon is down for 40 minutes
  => Chi gets report 1 times
  => nobody else gets anything
Mon 11:00  Bo answers report: ASK REPORTER
  | Who else was in the call?
  => Ana, Bo, Chi get preview
Ana answers preview: OK
the daemon is down for 30 minutes
  => Rita gets question 1 times
