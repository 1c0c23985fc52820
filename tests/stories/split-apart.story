# A case with two matters becomes two, a mistaken MERGE comes apart; handles of parties go on working, nobody who is out comes in (A20, B-10, promise 4)
committee: numpy; Ana (chair), Bo, Chi, Dee
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>
never to Rita: "Lou", "Hart"
never to Lou: "Rita", "Vale"
never to Dee: "Rita", "Lou", "shouting", "lunch"
nothing more to Dee

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the call on Friday, by Dee Novak too, and one person left in tears.
  => Ana, Bo, Chi get report called "first"
Mon 10:00  Lou writes: The call on Friday
  | I left the call on Friday in tears because of the way in which Dee Novak was shouting at me.
  => Ana, Bo, Chi get report called "second"
Mon 11:00  Ana answers report of <second>: MERGE <second> INTO <first>
  => Ana, Bo, Chi get merged
Mon 12:00  Lou answers receipt: One more thing, it was recorded.
  => Ana, Bo, Chi get party-mail subject "<first>" with "R2"
Mon 13:00  Bo answers report of <first>: APART home shelf
  => Bo gets refused with "No case of that name was merged into this one."
Bo answers report of <first>: APART <second>
  => Bo gets transcript with "goes on by itself again"
Mon 14:00  Lou answers receipt: And another thing about it.
  => Ana, Bo, Chi get party-mail subject "<second>" with "R1" "another thing"
Mon 14:10  Chi answers report of <second>: SHOW
  => Chi gets report with "it was recorded"
Mon 14:20  Bo answers report of <second>: TAKE
  => Lou gets first-contact with "Bo Lind"
  => Rita gets nothing
Mon 15:00  Ana answers report of <second>: MERGE <second> INTO <first>
  => Ana gets transcript with "goes on inside"
Mon 15:10  Lou answers receipt: It goes on and on.
  => Ana, Bo, Chi get party-mail subject "<first>" with "R3"
Mon 16:00  Ana answers report of <first>: SPLIT R7
  => Ana gets refused with "R7 is no party of this case."
Ana answers report of <first>: SPLIT R1 R3
  => Ana gets refused with "Somebody who reported has to stay"
Ana answers report of <first>: SPLIT R3
  => Ana gets transcript with "a second case begins"
  => Ana, Bo, Chi get report with "It goes on and on." without "by Dee Novak too" called "third"
  => Rita, Lou get nothing
Mon 16:10  Lou answers receipt: And now?
  => Ana, Bo, Chi get party-mail subject "<third>" with "R1" "And now?"
Mon 16:20  Chi answers report of <third>: TAKE
  => Lou gets first-contact with "Chi Okafor"
  => Rita gets nothing
Lou answers first-contact: Thank you.
  => Ana, Bo, Chi get party-mail subject "<third>"
Mon 17:00  Rita answers receipt: The lunch was not better.
  => Ana, Bo, Chi get party-mail subject "<first>"
Tue 09:00  Bo answers report of <first>: SPLIT
  => Ana, Bo, Chi get report with "shouting in the call" "The lunch was not better" called "fourth"
Tue 09:10  Rita answers receipt: To the first.
  => Ana, Bo, Chi get party-mail subject "<first>"
Tue 10:00  Ana answers report of <fourth>: ADMIT Dee
  => Bo, Chi get preview
Tue 11:00  Ana answers report of <third>: STATUS
  => Ana gets case-status with "2026-03-02 09:00" without "R2"
