# A HOLD gives back what an off-boarding took: what waited is delivered (PS-56, JU-01)
committee: jupyter; Ana (chair), Bo, Chi, Dee
council: Kim
outside: Rita Vale <rita@home.test>

Mon 09:00  Kim writes: OFFBOARD Dee
Kim answers confirm: YES
  => Dee gets offboarding
Mon 10:00  Rita writes: The review
  | Sam Reed rejects whatever I send without a reason, week after week, and calls it a joke when I ask
  | about it.
  => Ana, Bo, Chi get report
  => Dee gets nothing
Mon 11:00  Ana answers offboarding: HOLD
Bo answers offboarding: HOLD
  => Bo gets transcript with "stopped"
  => Dee gets roster-change with "will not happen"
  => Dee gets report
Mon 12:00  Dee answers report: STATUS
  => Dee gets case-status
