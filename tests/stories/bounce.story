# A receipt that bounces, or that the next hop refuses: the group is told, the case goes on (NF-02, promise 2, promise 10)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Rita gets receipt
  => Ana, Bo, Chi get report
Mon 09:02  Rita bounces receipt
  => Ana, Bo, Chi get cannot-acknowledge with "R1" without "rita@home.test"
  => nobody else gets anything
the next hop refuses Lou
Mon 10:00  Lou writes: Lunch
  | This is about the lunch queue on Saturday, where the same thing happened again with quite other
  | people. I hope that you can do something about it.
  => Ana, Bo, Chi get report
  => Ana, Bo, Chi get cannot-acknowledge
  => Lou gets nothing
the next hop defers Lou
Tue 09:00  Lou writes: Supper
  | And this is about the supper on Sunday, where nobody could say that it had not happened before a
  | great many people. I hope that you can do something about it.
  => Lou gets nothing
Wed 04:00  time passes
  => Ana, Bo, Chi get cannot-acknowledge with "has not been taken by the next mail server yet"
the next hop takes Lou
Thu 09:00  time passes
  => Lou gets receipt
