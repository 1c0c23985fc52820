# Jupyter: the report to the council goes to each member not involved, in the chair's name, before CLOSE (GC-03, GC-10, GC-11, JU-24, K-1)
committee: jupyter; Ana (chair), Bo, Chi
council: Kim, Lee
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Kim: "Rita", "Vale", "R1"
nothing more to Lee

Mon 09:00  Rita writes: The planning call
  | Sam Reed shouted at me in the planning call, twice, and Lee Arden was there and looked away the
  | whole time. I would like that to end, please, before the next call.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
  => Rita gets first-contact
Tue 09:00  Bo answers report: PROPOSE CONSEQUENCE a private reprimand
  | WHAT: shouting in a call
  | VIOLATION: a violation was found
  | WHO: Sam Reed
  | ONGOING: no
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Ana, Bo, Chi get tally
Tue 09:30  Bo answers tally: DRAFT CONSULT
Chi answers preview: OK <id>
Tue 09:41  time passes
  => Rita gets proposed-resolution
Rita answers proposed-resolution: I can live with that.
Tue 10:00  Bo answers tally: DRAFT REPORTED
  | BEHAVIOUR: Loud words in a call.
  | IMPACT: People stay away.
  => Ana, Bo, Chi get preview with "Ana Ruiz for Example Project"
Chi answers preview: OK <id>
  => Chi gets refused with "in the name of Ana Ruiz"
Ana answers preview: OK <id>
Tue 10:12  time passes
  => Sam gets outcome-reported with "Ana Ruiz for Example Project"
Tue 11:00  Bo answers tally: CLOSE <case> WARNED
  => Bo gets refused with "R1 has not been told the outcome" "the council has not got its report" "REPORT-COUNCIL"
Bo answers tally: REPORT-COUNCIL
  => Bo gets refused with "for who presides: Ana Ruiz"
Ana answers tally: REPORT-COUNCIL
  | CATEGORY: harsh words
  | DETERMINATION: She was shouted at
  => Ana gets refused with "gender-neutral" "she"
Ana answers tally: REPORT-COUNCIL
  | CATEGORY: harsh words
  | DETERMINATION: Rita was shouted at
  => Ana gets refused with "name" "Rita"
Ana answers tally: REPORT-COUNCIL
  | CATEGORY: harsh words
  => Ana, Bo, Chi get preview with "Kim Sato" "Category: harsh words" "a private reprimand" "receipt: kept" without "Lee Arden"
  => Ana gets transcript
Bo answers preview: OK <id>
Tue 11:12  time passes
  => Kim gets council-report with "<case>" "Determination: a violation was found" "first answer by a person: kept" "Ana Ruiz"
  => Lee gets nothing
Tue 12:00  Kim answers council-report: Thank you. Who else knows of it?
  => Ana, Bo, Chi get party-mail with "Who else knows of it"
Bo answers tally: DRAFT REPORTER We spoke with the person in private.
Chi answers preview: OK <id>
Tue 12:12  time passes
  => Rita gets outcome-reporter
Tue 13:00  Bo answers tally: CLOSE <case> WARNED
  => Bo gets transcript with "closed: Warning"
