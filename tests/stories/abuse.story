# Two members call a sender's mail abuse: the next waits in quarantine; one of them takes it back (B-10, promise 4, promise 10)
committee: numpy; Ana (chair), Bo, Chi, Dee; screener Bo
outside: Troll Hill <troll@x.test>; Rita Vale <rita@home.test>

Mon 09:00  Troll writes: You all
  | You are all a gang of fools and I shall write to you every day until you leave the project.
  => Ana, Bo, Chi, Dee get report called "case"
Ana answers report: ABUSE
  => Ana gets transcript with "waits for a second member's ABUSE R1"
Ana answers report: ABUSE R1
  => Ana gets transcript with "waits for a second member"
Mon 10:00  Troll writes: You all again
  | I said that I would write every day, and here I am with more of the same for everybody here.
  => Ana, Bo, Chi, Dee get report called "second"
Mon 11:00  Chi answers report of <case>: ABUSE
  => Chi gets transcript with "further mail of R1 waits in quarantine" "ABUSE R1 OFF"
Tue 09:00  time passes
  => Ana gets anything
Tue 09:00  Troll writes: And again
  | Fools, fools, fools, as I have said on both of the last days, and as I shall say tomorrow.
  => Ana, Bo, Chi, Dee, Troll get nothing
Tue 09:30  time passes
  => Bo gets quarantine with "x.test"
Tue 09:40  Rita writes: The call
  | Somebody laughed at me in the call of yesterday and would not stop, and I want you to know.
  => Ana, Bo, Chi, Dee get report
Tue 10:00  Dee answers report of <case>: ABUSE R1 OFF
  => Dee gets transcript with "like any other"
Wed 09:00  Troll writes: I am sorry
  | I should not have written like that to you, and I shall not do so again. Please forgive me.
  => Ana, Bo, Chi, Dee get report
