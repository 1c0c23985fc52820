# The reported person writes to the alias: a case of its own, read by that case's group alone (B-40, GC-06, promise 4)
committee: numpy; Ana (chair), Bo, Chi, Dee
outside: Lou Park <lou@home.test>; Sam Reed <sam@x.test>

Mon 09:00  Lou writes: The tracker
  | Sam Reed insults people in the tracker every day, and nobody dares to answer there any more at
  | all.
  => Ana, Bo, Chi, Dee get report called "first"
Mon 10:00  Dee answers report: RECUSE
  => Dee gets delete-please
nothing more to Dee
Ana answers report: PARTY REPORTED Sam Reed sam@x.test
  => Ana gets transcript with "Sam Reed is P1"
Mon 12:00  Sam writes: Who was it?
  | Somebody wrote about me. I will find out who it was, and then you will all see what comes of it.
  => Sam gets receipt with "Already sent to: Ana Ruiz, Bo Lind, Chi Okafor, Dee Novak" without "Lou"
  => Ana, Bo, Chi get report called "second"
  => Dee gets nothing
Ana answers report of <second>: LINK RETALIATION
  => Ana gets transcript with "linked as retaliation"
Bo answers report of <first>: LINK RETALIATION
  => Bo gets refused with "linked to no other one"
