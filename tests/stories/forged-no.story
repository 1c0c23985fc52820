# A forged command, from another address with the right tag: held, asked, NO, nothing happened (product.md 6, promise 7)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report called "case"
Bo answers report: TAKE
  => Bo gets transcript
Mon 10:10  time passes
  => Ana, Chi get notices with "Bo Lind leads the case."
Mon 10:15  Bo (from bo@evil.test, unproven) answers report: CLOSE <code> AT-REPORTERS-WISH
  | Nothing to see here.
  => Bo gets was-it-you with "bo@evil.test" "CLOSE"
  => nobody else gets anything
Bo writes: STATUS <case>
  => Bo gets case-status with "State: open"
Mon 10:30  Bo answers was-it-you: NO
  => Ana gets forged-command without "Nothing to see" "evil.test"
  => nobody gets talk
Mon 10:40  Bo answers was-it-you: YES
  => nobody gets anything
Mon 10:50  Bo (from bo@evil.test) answers report: NOTE it was all a joke
  => nobody gets notices
  => Ana, Chi get nothing
