# Two members, or another contact, stop a change of the roster; NO and silence drop it (JU-01)
committee: gcc; Ana (chair), Bo, Chi, Dee
council: Kim
later: Eli

Mon 09:00  Kim writes: ROSTER REMOVE Dee
Kim answers confirm: YES
  => Ana, Bo, Chi, Dee, Kim get roster-change with "Dee Novak leaves the committee"
Mon 10:00  Bo answers roster-change: HOLD <id>
  => Bo gets transcript with "one more member"
  => Ana, Bo, Chi, Dee, Kim get roster-change with "Bo Lind answered HOLD"
Bo answers roster-change: HOLD <id>
  => Bo gets transcript with "one more member"
Mon 11:00  Chi writes: HOLD
  => Chi gets transcript with "stopped"
  => Ana, Bo, Chi, Dee, Kim get roster-change with "will not happen"
Fri 12:00  Dee writes: ROSTER
  => Dee gets roster with "Dee Novak" "Voting members (4)"
Fri 12:10  Kim writes: ROSTER CHAIR Bo
Kim answers confirm: NO
Fri 12:20  Kim answers confirm: YES
  => nobody gets roster-change
Fri 12:30  Kim writes: ROSTER CHAIR Bo
  => Kim gets confirm with "2026-03-08 12:30"
# Valid for 48 hours, once.
Mon 13:00  Kim answers confirm: YES
  => nobody gets roster-change
Ana writes: ROSTER
  => Ana gets roster with "Chair: Ana Ruiz"
