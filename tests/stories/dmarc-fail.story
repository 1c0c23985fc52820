# A DMARC failure: nothing is sent to that address, and the group is told (NF-02, promise 2, product.md 4)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>
nothing more to Rita

Mon 09:00  Rita (failing) writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report
  => Ana, Bo, Chi get cannot-acknowledge with "authentication failed"
  => nobody else gets anything
Mon 10:00  Bo answers report: TAKE
  => Bo gets transcript
Mon 30 09:00  time passes
