# YES from the registered address runs a mail from another address once (product.md 3, promise 7)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Bo (from bo@phone.test) answers report: TAKE
  => Bo gets was-it-you with "bo@phone.test" "TAKE"
  => Rita gets nothing
Mon 10:05  Bo answers was-it-you: Yes.
  => Bo gets transcript with "you lead this case"
  => Rita gets first-contact
