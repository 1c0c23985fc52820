# GCC knows no statement at all, and nothing is published beyond enacting (GC-12, PS-54)
committee: gcc; Ana (chair), Bo, Chi
council: Kim
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report
Mon 10:00  Ana answers report: NOTE RECORDS nothing on record / DETERMINE
  | WHAT: There was shouting.
  | VIOLATION: yes
  | WHO: one person
  | ONGOING: no
Ana answers report: PROPOSE CONSEQUENCE publishing an account of the incident
  => Ana gets refused with "publishes no account of an incident"
Ana answers report: PROPOSE CONSEQUENCE a private reprimand
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Ana gets tally with "passed"
Mon 11:00  Ana answers report: DRAFT STATEMENT Somebody was told to calm down.
  => Ana gets refused with "This procedure knows no public statement"
  => Kim gets nothing
Ana answers report: NOTE PUBLISHED on the list
  => Ana gets refused with "publishes nothing beyond what enacting shows"
