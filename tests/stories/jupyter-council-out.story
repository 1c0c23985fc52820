# Jupyter: a council member named in the report is set aside; an objection withdrawn; reply-all stays inside (JU-11, JU-19, JU-46, GC-01)
committee: jupyter; Ana (chair), Bo, Chi, Dee, Eli; screener Bo
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Kim: "Sam", "Rita", "report"
nothing more to Kim

Mon 09:00  Rita writes: A meeting that went wrong
  | Sam Reed shouted at me in the planning meeting and would not let me finish. Kim Sato was in
  | the room and saw all of it, and so did several others whom I do not know.
  => Rita gets receipt
  => Ana, Bo, Chi, Dee, Eli get report with "would not let me finish"
  => nobody else gets anything
Mon 15:00  Chi answers report: Honestly I find that R1 exaggerates.
  => Ana, Bo, Dee, Eli get talk with "R1 exaggerates" "Chi Okafor"
  => Rita, Chi get nothing
  => nobody else gets anything
Mon 16:00  Ana answers report: TAKE
  => Rita gets first-contact
Tue 09:00  Bo answers report: NOTE 2026-03-03 spoke with Sam on the phone, calm and sorry
  => Bo gets transcript with "noted"
Tue 09:30  Ana answers report: DETERMINE
  | WHAT: shouting in a meeting
  | VIOLATION: yes
  | WHO: Sam Reed
  | ONGOING: no
Tue 10:00  Ana answers report: PROPOSE CONSEQUENCE private reprimand
  => Ana, Bo, Chi, Dee, Eli get ballot
Ana answers ballot: AGREE <id>
Bo answers ballot: Yes.
Dee answers ballot: agree
Eli answers ballot: VOTE abstain
Chi answers ballot: OBJECT too much
  => nobody gets tally
Wed 09:00  Chi answers ballot: AGREE
  => Ana, Bo, Chi, Dee, Eli get tally with "passed" "Agreed: 4" "Objected: 0" "Abstained: 1"
Wed 10:00  Ana answers tally: DOC
  => Ana gets document with "7. What was sent to the reporter" "spoke with Sam on the phone" "R1 exaggerates" "private reprimand"
