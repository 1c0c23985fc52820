# An unconfirmed reporter: a receipt that asks for an answer, and letters that wait for the first reply (NF-02, PS-51, product.md 4)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita (unproven) writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Rita gets receipt with "Please answer, so that we know it reached you."
  => Ana, Bo, Chi get report with "is not confirmed" called "case"
Mon 10:00  Bo answers report: TAKE / SEVERE no
  => Bo gets transcript
  => Rita gets nothing
Tue 08:50  Bo answers report: DETERMINE
  | WHAT: a quarrel in public
  | VIOLATION: no
  | WHO: nobody alone
  | ONGOING: no
Tue 09:00  Bo answers report: PROPOSE NONE settled in public meanwhile
  => Ana, Bo, Chi get ballot
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Ana, Bo, Chi get tally
Tue 10:00  Bo answers tally: DRAFT REPORTER Everyone talked to each other and it was settled in the open.
  => Ana, Bo, Chi get preview
Ana answers preview: OK
  => Ana gets transcript with "waits until the reporter has answered once"
  => Rita gets status-reporter with "This news is automatic." without "settled"
  => nobody gets no-violation
Tue 11:00  Ana answers tally: REPORT-COUNCIL
Chi answers preview: OK <id>
Tue 17 09:00  Bo answers tally: CLOSE <case> RESULT
  => Bo gets transcript with "closed: No violation"
Wed 18 09:00  Rita answers receipt: Yes, it reached me, thank you.
  => Rita gets no-violation
  => Ana, Bo, Chi get party-mail
