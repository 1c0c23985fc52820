# NumPy: a report is forwarded at once, consensus, outcome, close (NP-08, JU-15, JU-19, JU-30, NF-02, PS-51)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Sam: "Rita", "Vale", "Bo", "Chi"

Mon 09:00  Rita writes: Insults on the list
  | Sam Reed insulted several newcomers on the mailing list last week, and went on after being
  | asked to stop. I would like somebody to talk to Sam about it, please.
  => Rita gets receipt with "Already sent to: Ana Ruiz, Bo Lind, Chi Okafor" "2026-03-05 09:00" without "Sam" "newcomers"
  => Ana, Bo, Chi get report with "insulted several newcomers" "Rita Vale" without "rita@home.test" called "case"
  => nobody else gets anything
Mon 10:00  Bo answers report: TAKE / SEVERE no / SAFETY no
  => Rita gets first-contact with "My name is Bo Lind" "2026-03-16 09:00"
  => Bo gets transcript
Mon 11:00  Chi answers report: ASK REPORTER
  | Which week was it, and is there a link we may read?
  => Ana, Bo, Chi get preview with "Which week was it" "rita@home.test"
  => Chi gets transcript with "another member answers OK <id>"
Bo answers preview: OK
  => Bo gets transcript with "leaves in 10 minutes"
Mon 11:10  time passes
  => Rita gets question with "Which week was it" "You are free to answer or not"
Mon 12:00  Rita answers question: It was the last week of February, on the main list.
  => Ana, Bo, Chi get party-mail with "last week of February"
  => Rita gets arrived-too with "Bo Lind is your contact"
Tue 08:50  Bo answers report: DETERMINE
  | WHAT: insults on the list
  | VIOLATION: yes
  | WHO: Sam Reed
  | ONGOING: no
Tue 09:00  Bo answers report: PROPOSE
  | PLAN: Sam stays off the list for two weeks
  | CONSEQUENCE: warning
  => Ana, Bo, Chi get ballot with "Rule: consensus" "Bo Lind included"
  => Bo gets transcript
Tue 10:00  Ana answers ballot: AGREE <id>
Bo answers ballot: AGREE
  => nobody gets tally
Tue 11:00  Chi answers ballot: OBJECT <id> two weeks are too long
  => Chi gets transcript
  => nobody gets tally
Tue 12:01  time passes
  => Ana, Bo get notices with "Chi Okafor on ballot" "two weeks are too long"
Tue 15:00  Chi answers ballot: VOTE abstain <id>
  => Ana, Bo, Chi get tally with "passed" "Agreed: 2" "Abstained: 1"
Tue 15:10  Ana answers tally: VOTE no <id>
  => Ana gets transcript with "already decided: it passed"
Tue 16:00  Bo answers tally: PARTY REPORTED Sam Reed sam@x.test
  => Bo gets transcript
Bo answers tally: DRAFT REPORTED
  => Bo gets refused with "R1 has not been asked about the proposed resolution (JU-32)"
Bo answers tally: DRAFT CONSULT
Ana answers preview: OK <id>
Tue 16:11  time passes
  => Rita gets proposed-resolution with "Is this acceptable" without "does not bind"
Rita answers proposed-resolution: That is fine with me.
Bo answers tally: DRAFT REPORTED
  | BEHAVIOUR: Harsh words towards newcomers on a public list.
  | IMPACT: People stop writing there.
  => Ana, Bo, Chi get preview with "sam@x.test"
Ana answers preview: OK <id>
Tue 16:25  time passes
  => Sam gets outcome-reported with "Sam stays off the list for two weeks"
  => Ana, Bo, Chi get sent
Tue 17:00  Bo answers tally: CLOSE <case> WARNED
  => Bo gets refused with "R1 has not been told the outcome"
Bo answers tally: DRAFT REPORTER We talked and agreed on a warning. Thank you for telling us.
  => Ana, Bo, Chi get preview
Chi answers preview: OK <id>
Tue 17:12  time passes
  => Rita gets outcome-reporter with "agreed on a warning"
Ana answers tally: REPORT-COUNCIL
Bo answers preview: OK
Tue 18:00  time passes
  => Kim gets council-report with "Sam stays off the list for two weeks"
Bo answers tally: CLOSE <case> RESULT
  => Bo gets transcript with "closed: Warning"
Ana writes: STATUS <case>
  => Ana gets case-status with "State: closed"
