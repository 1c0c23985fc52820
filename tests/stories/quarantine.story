# What the relay calls spam waits in quarantine; SHOW n shows one, RELEASE n makes it a report with its own date (promise 10, product.md 4)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>; Shop Bargain <shop@offers.test>; Lou Hart <lou@home.test>
never to Bo: "cheap"

Mon 09:00  Shop (spam, unproven) writes: Cheap pills
  | You have never seen pills as cheap as ours, and this week there are two boxes for the price of a
  | single one. Answer quickly because they are nearly gone.
  => nobody gets anything
Mon 09:05  Rita (spam, unproven) writes: Please help
  | Somebody sends me a hundred mails a day with my own photograph in them, and the mail programs all
  | think that I am the one who sends spam.
  => nobody gets anything
Mon 09:10  Lou (spam, unproven) writes: It is about Bo Lind
  | Bo Lind laughed at me in front of the whole class when I asked a question about the exercise, and
  | then asked the others to laugh as well.
  => nobody gets anything
Mon 10:05  time passes
  => Bo gets quarantine with "offers.test" "home.test" "1 | 2026-03-02 09:00" "2 | 2026-03-02 09:05" without "3 |" "photograph"
Mon 10:20  time passes
Tue 21:30  time passes
  => Ana gets quarantine with "3 | 2026-03-02 09:10"
Wed 08:00  Bo answers quarantine: SHOW 3
  => Bo gets refused
Bo answers quarantine: SHOW 2
  => Bo gets quarantine with "my own photograph"
  => nobody else gets anything
Bo answers quarantine: RELEASE 2
  => Bo gets transcript with "with the date it came"
  => Ana, Bo, Chi get report with "my own photograph" "2026-03-02 09:05"
  => Rita gets receipt with "Please answer, so that we know it reached you."
  => Shop, Lou get nothing
