# Jupyter: four answers before a proposal, an open question may be left open with a reason, talks are summed up (JU-15, JU-18, JU-45, JU-50, NP-08, NF-03, PS-62)
committee: jupyter; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>; Wen Liu <wen@z.test>

Mon 09:00  Rita writes: The planning call
  | Sam Reed shouted at two newcomers in the planning call, and one of them has not come back since
  | then. Wen was there and may know more about what came before it.
  => Ana, Bo, Chi get report without "In every case" called "case"
Mon 10:00  Ana answers report: TAKE / PARTY WITNESS Wen Liu wen@z.test
Ana answers report: ASK WITNESS
  | What came before the shouting? We ask so that we see the whole of it.
Bo answers preview: OK <id>
Mon 10:12  time passes
  => Wen gets question with "on behalf of the Executive Council"
Mon 11:00  Ana answers report: PROPOSE NONE it was a bad day
  => Ana gets refused with "the four answers in writing" "DETERMINE"
  => nobody gets ballot
Ana answers report: DETERMINE
  | WHAT: shouting in a call
  | VIOLATION: yes
  | WHO: Sam Reed
  | ONGOING: no
  => Ana gets refused with "a question to W1 is open" "DETERMINE WITHOUT the reason" "kept as draft"
Mon 12:00  Ana answers report: NOTE REFUSED W9 no
  => Ana gets refused with "Who does not want to answer?"
Ana answers report: DETERMINE WITHOUT the recording shows all of it
  | WHAT: shouting in a call
  | VIOLATION: yes
  | WHO: Sam Reed
  | ONGOING: no
  => Ana gets transcript with "the four answers stand in the document"
Mon 13:00  Chi answers report: MEET 2026-03-01 18:00
  => Chi gets refused with "over already"
Chi answers report: MEET 2026-03-03 18:00
  => Chi gets transcript
  => Ana, Bo, Chi get meeting with "2026-03-03 18:00" without "Sam" "Rita" "Wen"
Tue 12:00  Bo answers report: MEET 2026-03-04 18:00
Wed 04 09:01  time passes
  => Ana gets reminder with "no note says what was said" "NOTE 2026-03-03"
Wed 04 18:30  Bo answers report: NOTE 2026-03-04 all agree on a talk with Sam
Thu 05 09:01  time passes
  => nobody gets reminder
Thu 05 10:00  Ana answers report: NOTE REFUSED W1 said so on the phone
  => Ana gets transcript with "W1 does not want to answer"
Ana answers report: DETERMINE
  | ONGOING: no, and nobody is in danger
  => Ana gets transcript with "the four answers stand"
Ana answers report: PROPOSE CONSEQUENCE private reprimand
  => Ana, Bo, Chi get ballot with "What happened: shouting in a call" "nobody is in danger" "a reminder that decides nothing"
Ana answers ballot: DOC
  => Ana gets document with "An open question was not awaited: the recording shows all of it" "the group talks on 2026-03-03 18:00" "refused W1: said so on the phone"
