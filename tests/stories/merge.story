# Two reports of one matter become one case; the parties never learn of each other (B-10, product.md 4)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>
never to Rita: "Lou", "Hart"
never to Lou: "Rita", "Vale"

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report called "first"
Mon 10:00  Lou writes: The call on Friday
  | I left the call on Friday in tears because of the way in which people were shouting at me, and I
  | do not know whether I shall come back at all.
  => Ana, Bo, Chi get report called "second"
Mon 11:00  Ana answers report of <second>: MERGE <second> INTO <first>
  => Ana gets transcript with "goes on inside <first>"
  => Ana, Bo, Chi get merged with "R1, R2" "2026-03-02 09:00"
  => Rita, Lou get nothing
Mon 12:00  Lou answers receipt: One more thing, it was recorded.
  => Ana, Bo, Chi get party-mail with "it was recorded" "R2" subject "<first>"
Mon 13:00  Bo answers report of <first>: TAKE
  => Rita, Lou get first-contact
Mon 14:00  Bo answers report of <second>: TAKE
  => Bo gets refused with "goes on inside another one"
Tue 09:00  Rita writes: Another matter
  | This is about the lunch queue on Saturday, where the same thing happened again with quite other
  | people. I hope that you can do something about it.
  => Ana, Bo, Chi get report called "third"
Chi answers report of <third>: RECUSE
  => Ana, Bo get stepped-out
Tue 10:00  Ana answers report of <third>: MERGE <third> INTO <first>
  => Ana gets refused with "they stay apart"
