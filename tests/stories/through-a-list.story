# A report that a list passed on: quarantine, a line within the hour, RELEASE; the person hears, never the list (promise 2, promise 10, product.md 4)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Robot Post <robot@lists.test>; Rita Vale <rita@home.test>
nothing more to Robot

Mon 09:00  Rita (list) writes: The sprint
  | Somebody shouted at me at the sprint on Saturday and would not stop when I asked, so that I left
  | the room and have not been back since. I do not know what to do now.
  => nobody gets anything
Mon 09:40  time passes
  => Bo gets quarantine with "1 | 2026-03-02 09:00"
Mon 12:00  Bo answers quarantine: RELEASE 1
  => Ana, Bo, Chi get report with "shouted at me" "2026-03-02 09:00"
  => Rita gets receipt with "This answer is automatic"
Tue 08:00  Robot (munging list) writes: Again
  | Somebody shouted at me at the sprint on Sunday as well and would not stop when I asked, so that I
  | left the room a second time. I do not know what to do now.
Tue 08:40  time passes
  => Bo gets quarantine with "1 | 2026-03-03 08:00"
Tue 08:45  Bo answers quarantine: RELEASE 1
  => Ana, Bo, Chi get report with "a second time"
  => Ana, Bo, Chi get cannot-acknowledge with "it names no address that could be answered"
