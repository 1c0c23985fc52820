# A council contact changes the roster by mail; a member's attempt is refused and told (JU-01, PS-05)
committee: jupyter; Ana (chair), Bo, Chi
council: Kim
later: Eli

Mon 09:00  Ana writes: ROSTER ADD Eli Brandt eli@members.test
  => Ana gets refused with "is for the council's contact"
  => Kim gets roster-change with "Ana Ruiz sent ROSTER ADD" without "eli@members.test"
  => nobody else gets anything
Kim writes: ROSTER ADD Eli Brandt eli@members.test
  => Kim gets transcript with "asked back"
  => Kim gets confirm with "Eli Brandt joins the committee as member, at eli@members.test" "72 hours"
  => Eli gets nothing
Kim writes: ROSTER ADD Eli Brandt eli@members.test
  => Kim gets transcript with "asked or announced already"
  => nobody gets confirm
Mon 10:00  Kim answers confirm: YES
  => Ana, Bo, Chi get roster-change with "Eli Brandt joins the committee as member" "2026-03-05 10:00" "HOLD" without "eli@members.test"
  => Kim gets roster-change with "eli@members.test"
  => nobody else gets anything
Kim answers confirm: YES
  => nobody gets anything
Tue 09:00  Bo writes: ROSTER
  => Bo gets roster with "Voting members (3)" "Announced"
the daemon is down for 2 hours
# Silence counts only while the daemon runs (promise 8).
Thu 11:00  time passes
  => Eli gets nothing
Thu 12:30  time passes
  => Ana, Bo, Chi, Kim, Eli get roster-change with "In force now"
Fri 13:00  Eli writes: ROSTER
  => Eli gets roster with "Voting members (4)" "Eli Brandt" "Chair: Ana Ruiz"
Fri 13:10  Kim writes: ROSTER CHAIR Bo
Kim answers confirm: YES
  => Ana, Bo, Chi, Eli get roster-change with "Bo Lind becomes chair"
Mon 14:00  Ana writes: ROSTER
  => Ana gets roster with "Chair: Bo Lind"
