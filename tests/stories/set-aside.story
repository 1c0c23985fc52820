# A silent member is set aside, and one with a conflict removed by all the others (K-6, B-20)
committee: jupyter; Ana (chair), Bo, Chi, Dee
outside: Lou Park <lou@home.test>

Mon 09:00  Lou writes: The review
  | Sam Reed rejects whatever I send without a reason, week after week, and calls it a joke when I ask
  | about it.
  => Ana, Bo, Chi, Dee get report
Ana answers report: TAKE
  => Lou gets first-contact
Mon 10:00  Ana answers report: ASIDE Bo
  => Ana gets transcript with "no longer counts"
Mon 10:30  Chi answers report: REMOVE Dee
  => Chi gets transcript with "still needed: Ana Ruiz"
Ana answers report: REMOVE Ana
  => Ana gets refused with "RECUSE"
Ana answers report: REMOVE dee
  => Ana gets transcript with "removed from the case"
  => Ana, Bo, Chi get stepped-out
nothing more to Dee
Mon 11:00  Chi answers report: ASIDE Ana
  => Chi gets refused with "ASIDE is for the lead"
