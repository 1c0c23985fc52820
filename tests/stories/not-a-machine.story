# Automatic mail gets no answer and changes nothing; our own mail that comes back is dropped (promise 10, GC-05)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: List Robot <robot@lists.test>; Rita Vale <rita@home.test>
nothing more to List

Mon 09:00  List (automatic) writes: Your membership
  | You have been subscribed to a list that you did not ask for. To leave it, click on the link that
  | stands below this text, or do nothing at all.
  => nobody gets anything
Mon 09:45  time passes
  => Bo gets quarantine with "lists.test"
Mon 10:00  Bo answers quarantine: RELEASE 1
  => Ana, Bo, Chi get report
  => List gets nothing
