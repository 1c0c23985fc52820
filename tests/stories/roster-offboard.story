# Off-boarding: access ends at once, nothing of open cases is told, holders are asked to delete (PS-56)
committee: jupyter; Ana (chair), Bo, Chi, Dee
council: Kim
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: The review
  | Sam Reed rejects whatever I send without a reason, week after week, and calls it a joke when I ask
  | about it.
  => Ana, Bo, Chi, Dee get report called "case"
Dee answers report: TAKE
  => Rita gets first-contact
Mon 10:00  Kim writes: OFFBOARD Dee Novak
  => Kim gets confirm with "Dee Novak leaves the committee" "access to everything ends at once"
Mon 10:30  Kim answers confirm: YES
  => Dee gets offboarding with "your access to the committee's mail has ended" "Please delete" "confidential" without "<case>" "Rita" "Sam"
  => Ana, Bo, Chi, Kim get offboarding with "Dee Novak leaves the committee" "HOLD" without "<case>" "Rita"
  => nobody else gets anything
nothing more to Dee
Mon 10:40  Dee answers report: VOTE yes
Dee answers report: STATUS
Mon 11:00  Rita answers receipt: It happened again this morning.
  => Ana, Bo, Chi get party-mail
Thu 11:00  time passes
  => Ana, Bo, Chi get roster-change with "In force now: Dee Novak leaves the committee"
Thu 12:00  Dee answers report: DOC
Thu 12:10  Ana answers report: STATUS
  => Ana gets case-status with "Lead: nobody yet" "Case group: Ana Ruiz, Bo Lind, Chi Okafor"
Thu 12:20  Ana writes: ROSTER
  => Ana gets roster with "Voting members (3)" without "Dee"
