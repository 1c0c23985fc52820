# A number means the line of the list that was answered; SPAM n takes a line out of one's own list; two readers' ABUSE n (promise 10, product.md 4, A20)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Shop Bargain <shop@offers.test>; Rita Vale <rita@home.test>; Lou Hart <lou@far.test>; Troll Hill <troll@x.test>

Mon 09:00  Shop (spam, unproven) writes: Cheap pills
  | You have never seen pills as cheap as ours, and this week there are two boxes for the price of a
  | single one. Answer quickly because they are nearly gone.
Mon 09:05  Rita (spam, unproven) writes: Please help
  | Somebody sends me a hundred mails a day with my own photograph in them, and the mail programs all
  | think that I am the one who sends spam.
Mon 09:10  Lou (spam, unproven) writes: The workshop
  | The man who led the workshop laughed at me in front of the whole class when I asked a question,
  | and then asked the others to laugh as well.
Mon 09:15  Troll (spam) writes: You all
  | You are all a gang of fools and I shall write to you every day until you leave the project.
Mon 10:20  time passes
  => Bo gets quarantine with "4 | 2026-03-02 09:15"
Mon 10:30  Bo answers quarantine: SPAM 1
  => Bo gets transcript with "leaves your list"
Mon 10:31  Bo writes: ABUSE 4
  => Bo gets transcript with "waits for a second reader"
Mon 10:32  Bo writes: RELEASE 2
  => Bo gets transcript with "line 2 is a report now"
  => Ana, Bo, Chi get report with "my own photograph"
  => Rita gets receipt
Mon 10:33  Bo writes: RELEASE 2
  => Bo gets refused with "There is no line 2"
Mon 10:34  Bo writes: SHOW 3
  => Bo gets quarantine with "laughed at me"
Bo answers quarantine: RELEASE
  => Bo gets transcript with "line 3 is a report now"
  => Ana, Bo, Chi get report with "laughed at me"
  => Lou gets receipt
Tue 21:30  time passes
  => Ana gets quarantine with "1 | 2026-03-02 09:00" "2 | 2026-03-02 09:15" "Bo Lind: abuse" without "3 |"
Tue 21:40  Ana answers quarantine: ABUSE 2
  => Ana gets transcript with "further mail of this sender waits in quarantine"
Wed 09:00  Troll writes: And again
  | Fools, fools, fools, as I have said on both of the last days, and as I shall say tomorrow.
  => Bo, Chi get nothing
  => Troll gets receipt
Wed 10:00  time passes
  => Bo gets quarantine with "1 | 2026-03-02 09:15" "2 | 2026-03-04 09:00" without "offers.test"
Wed 10:04  Bo writes: ABUSE 1 OFF
  => Bo gets transcript with "like any other"
Wed 10:05  Bo writes: SPAM
  => Bo gets refused with "SPAM needs a number here"
Wed 10:06  Chi writes: RELEASE 7
  => Chi gets refused with "There is no line 7"
