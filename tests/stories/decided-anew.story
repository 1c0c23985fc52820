# NumPy: after REOPEN and a new decision the old letters do not count: reporter and council hear the new one (PS-50, PS-51, GC-10)
committee: numpy; Ana (chair), Bo, Chi
council: Kim
outside: Rita Vale <rita@home.test>
rule: determinations = false
rule: consult = false
rule: severe_track = false

Mon 09:00  Rita writes: On the list
  | axe99 insulted three newcomers on the mailing list again, after two warnings, and nobody of
  | them has written since. Please look at the last two weeks.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED axe99
Bo answers report: PROPOSE CONSEQUENCE a warning
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Bo gets tally
Bo answers report: DRAFT REPORTER There is a warning now. Thank you for telling us.
Ana answers preview: OK <id>
Ana answers report: REPORT-COUNCIL
Bo answers preview: OK <id>
Mon 11:00  time passes
  => Rita gets outcome-reporter with "There is a warning now"
  => Kim gets council-report with "a warning"
Mon 12:00  Bo answers report: CLOSE <case> RESULT
  => Bo gets transcript with "closed: Warning"
Tue 09:00  Chi answers report: REOPEN
  => Chi gets transcript with "the case is open again"
Tue 09:05  Chi answers report: PROPOSE CONSEQUENCE a ban from the list until 2026-06-01
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Bo gets tally
Tue 10:00  Bo answers report: CLOSE <case> RESULT
  => Bo gets refused with "R1 has not been told the outcome" "the council has not got its report"
Bo answers report: DRAFT REPORTER It is a ban from the list now. Thank you for telling us.
Ana answers preview: OK <id>
Ana answers report: REPORT-COUNCIL
Bo answers preview: OK <id>
Tue 11:00  time passes
  => Rita gets outcome-reporter with "It is a ban from the list now"
  => Kim gets council-report with "a ban from the list"
Tue 12:00  Bo answers report: CLOSE <case> RESULT
  => Bo gets transcript with "closed: Ban"
