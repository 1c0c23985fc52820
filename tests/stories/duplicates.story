# The same mail twice is one case; the same content with another id is a note; another sender's copy is their own report (promise 1, product.md 4)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report called "case"
  => Rita gets receipt 1 times
Mon 09:05  Rita sends the same again
  => nobody gets anything
Mon 09:10  Rita (new id) sends the same again
  => nobody gets report
  => nobody gets receipt
Mon 09:20  Lou writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report called "other"
  => Lou gets receipt
Mon 10:00  Bo answers report of <case>: NOTE called one of them
  => Bo gets transcript
Mon 10:05  Bo sends the same again
  => nobody gets anything
