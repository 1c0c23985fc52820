# A reporter's tag from another address: shown flagged, answered only to the address on record (promise 5, product.md 3)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@work.test>; Other Rita <rita@home.test>
nothing more to Other

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report
Tue 09:00  Rita (from rita@home.test) answers receipt: More facts: it was the second call of the week.
  => Ana, Bo, Chi get party-mail with "an address that is not confirmed" "the second call" without "rita@home.test"
  => Rita gets address-check 1 times with "rita@home.test" "YES <id>" "NO <id>" without "second call"
Tue 09:30  Rita (from rita@home.test) answers receipt: And the third one was no better.
  => Rita gets nothing
Tue 10:00  Bo answers report: TAKE
  => Rita gets first-contact
Tue 11:00  Rita (failing) answers receipt: Please stop it all.
  => Ana, Bo, Chi get party-mail with "not confirmed"
  => Rita gets nothing
Tue 12:10  time passes
  => Ana, Chi get notices
Tue 12:15  Rita (automatic) answers receipt: I am out of the office.
  => nobody gets anything
