# After an outage each overdue clock speaks once, however many stages were missed (promise 8, JU-04, NF-06)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report
the daemon is down for 20 days
  => Ana gets reminder 2 times with "The outcome, or news with a date"
  => Bo, Chi get nothing
  => Rita gets status-reporter 1 times
  => nobody gets report
  => nobody gets receipt
Mon 23 08:00  time passes
  => Rita gets nothing
