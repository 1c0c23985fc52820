# A hijacked mailbox: LOCK by one member for twelve hours, by two until it is lifted (product.md 5, promise 7)
committee: numpy; Ana (chair), Bo, Chi, Dee
council: Kim, Lee
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: The review
  | Sam Reed rejects whatever I send without a reason, week after week, and calls it a joke when I ask
  | about it.
  => Ana, Bo, Chi, Dee get report called "case"
Dee answers report: TAKE
Mon 10:00  Dee answers report: ASK REPORTER / When did it happen last, if you remember?
Mon 10:10  Chi answers preview: OK <id>
  => Ana gets preview
Mon 10:11  Bo writes: LOCK Dee
  => Bo gets transcript with "locked for twelve hours"
  => Ana, Bo, Chi, Kim get roster-change with "the mailbox of Dee Novak may be in somebody else's hands" "LOCK Dee Novak" "until 2026-03-02 22:11" without "<case>" "Rita" "Sam"
  => Ana, Bo, Chi get notices with "is held: the mailbox of Dee Novak is locked"
  => Dee gets nothing
  => Rita gets nothing
Mon 10:40  time passes
  => Rita gets nothing
Mon 11:00  Dee answers report: STATUS
Dee writes: SHEET
Mon 11:05  Rita answers receipt: It happened again this morning, in front of the others.
  => Ana, Bo, Chi get party-mail
  => Dee gets nothing
Mon 11:30  Bo writes: LOCK Chi
  => Bo gets refused with "one at a time"
Mon 22:30  time passes
  => Dee gets roster-change with "It was locked meanwhile"
  => Dee gets party-mail with "It happened again this morning"
  => Ana, Bo, Chi, Kim get roster-change with "The twelve hours are over"
Mon 22:40  Dee answers party-mail: STATUS
  => Dee gets case-status
Mon 22:50  Bo writes: LOCK Dee
  => Bo gets refused with "another member begins"
  => Dee gets nothing
Tue 09:30  Chi answers report: LOCK Dee
  => Chi gets transcript with "locked for twelve hours"
  => Ana, Bo, Chi, Kim get roster-change without "<case>" "Rita" subject "a mailbox is locked"
Tue 09:40  Bo writes: LOCK Dee
  => Ana gets roster-change with "it stands until it is lifted"
Wed 12:00  Ana writes: LOCK Dee OFF
  => Ana gets transcript with "one more member, or a council contact"
Thu 12:00  time passes
Thu 12:10  Kim writes: LOCK Dee OFF
  => Kim gets transcript with "lifted"
  => Dee gets roster-change with "in use again"
  => Ana, Bo, Chi, Kim get roster-change with "no longer locked"
