# The member's own address without a proof: held and confirmed by one word; a DMARC failure alarms who presides (product.md 6, promise 7)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Chi (unproven) answers report: NOTE spoke with two of them today
  | I will call the third one tomorrow.
  => Chi gets confirm with "NOTE"
  => nobody else gets anything
Mon 10:10  Chi (unproven) answers confirm: YES
  => Chi gets transcript with "noted"
  => Ana, Bo get talk with "the third one tomorrow"
Mon 10:20  Chi answers confirm: YES
  => nobody gets anything
Mon 11:00  Chi (failing) answers report: EXCLUDE Bo
  => Chi gets confirm with "EXCLUDE Bo"
  => Ana gets forged-command
  => nobody else gets anything
Wed 12:00  time passes
Wed 12:01  Chi answers confirm: YES
  => nobody gets stepped-out
  => nobody gets transcript
Bo writes: STATUS <case>
  => Bo gets case-status with "Case group: Ana Ruiz, Bo Lind, Chi Okafor"
Wed 13:00  Ana (automatic) answers report: RECUSE
  => nobody gets anything
