# The reported person writes again and again, to their own handle, to the alias and from another address: the group learns it, nobody else does (JU-16, PS-50, GC-06, promise 4, promise 5)
committee: jupyter; Ana (chair), Bo, Chi, Dee; screener Bo
outside: Lou Hart <lou@home.test>; Sam Reed <sam@x.test>
never to Sam: "Lou", "Hart"
never to Lou: "Sam", "coward"

Mon 09:00  Lou writes: The tracker
  | Dee Novak knows me a little. Sam Reed mocks people in the tracker every day, and nobody dares to
  | answer there any more at all.
  => Ana, Bo, Chi get report called "first"
  => Dee gets nothing
nothing more to Dee
Mon 10:00  Ana answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
Ana answers report: ASK REPORTED
  | How do you see the talk in the tracker in February?
Bo answers preview: OK <id>
Mon 10:15  time passes
  => Sam gets right-of-reply
  => Lou gets first-contact
Mon 11:00  Sam answers right-of-reply: Tell that coward that I know their address.
  => Ana, Bo, Chi get party-mail with "coward" subject "<first>"
  => Sam gets arrived-too
  => Lou gets nothing
Mon 12:00  Sam writes: I want it in writing
  | Somebody has written lies about me to you. I will find out who it was, and you will all see what
  | comes of that threat to my work.
  => Sam gets receipt with "Already sent to: Ana Ruiz, Bo Lind, Chi Okafor, Dee Novak" without "Left out"
  => Ana, Bo, Chi get report subject "urgent" called "second"
  => Lou gets nothing
Mon 12:10  Ana answers report of <second>: MERGE <second> INTO <first>
  => Ana gets refused with "they stay apart" "LINK RETALIATION"
Ana answers report of <first>: MERGE <first> INTO <second>
  => Ana gets refused with "they stay apart"
  => nobody gets merged
Ana answers report of <second>: LINK RETALIATION
  => Ana gets transcript with "linked as retaliation"
Mon 13:00  Sam (from sam@other.test) answers right-of-reply: And I have many addresses.
  => Ana, Bo, Chi get party-mail with "not confirmed"
  => Sam gets address-check 1 times without "addresses"
  => nobody else gets anything
Mon 14:00  Lou answers first-contact: Somebody stood before my house just now.
  => Ana, Bo, Chi get party-mail with "before my house" subject "<first>"
  => Sam gets nothing
Tue 10:00  Bo answers report of <first>: STATUS
  => Bo gets case-status
