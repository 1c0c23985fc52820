# Nobody approves their own draft, HOLD stops it, an approval binds the address (B-07, product.md 7)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report
Bo answers report: TAKE
  => Rita gets first-contact
Mon 10:00  Bo answers report: ASK REPORTER
  => Bo gets help with "ASK REPORTER"
Bo answers report: ASK REPORTER
  | Who else was in the call?
  => Ana, Bo, Chi get preview with "Who else was in the call?" "rita@home.test" "the reporter"
Bo answers preview: OK <id>
  => Bo gets refused with "Nobody approves their own draft"
Bo answers preview: OK
  => Bo gets refused
Mon 10:05  Ana answers preview: OK, but please be kind
  => Bo, Chi get talk with "please be kind"
  => Ana, Rita get nothing
Mon 10:10  Ana answers preview: OK <id>
  => Ana gets transcript
Mon 10:15  Chi answers preview: HOLD
  => Chi gets transcript with "stopped"
Mon 10:40  time passes
  => Rita gets nothing
Mon 11:00  Chi answers preview: OK <id>
  => Chi gets transcript with "leaves in 10 minutes"
Mon 11:09  time passes
  => Rita gets nothing
Mon 11:10  time passes
  => Rita gets question with "Who else was in the call?"
Mon 11:15  Chi answers preview: HOLD <id>
  => Chi gets refused with "has left already"
