# E-7 whole: an accidental reply-all; a deadlock goes to the council, each with the conflict question; it decides or hands back (JU-11, JU-20, JU-24, JU-27, JU-32 to JU-35, GC-10, GC-11, K-9)
committee: jupyter; Ana (chair), Bo, Chi, Dee, Eli
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
council: Kim, Lee, Moe, Nia
never to Lee: "Sam", "Rita", "deadlock"
never to Rita: "exaggerates"
nothing more to Lee

Mon 09:00  Rita writes: A meeting that went wrong
  | Sam Reed shouted at me in the planning meeting and would not let me finish. Lee Arden was in
  | the room and saw all of it, and so did several others whom I do not know.
  => Ana, Bo, Chi, Dee, Eli get report called "case"
Mon 14:30  Chi answers report: Honestly I find that R1 exaggerates.
  => Ana, Bo, Dee, Eli get talk with "R1 exaggerates"
  => nobody else gets anything
Mon 14:40  Chi (cc rita@home.test) answers report: Sorry, one thing more that I wanted to say.
  => Ana, Bo, Dee, Eli get talk
  => Ana, Bo, Chi, Dee, Eli get notices with "Leak: a mail of Chi Okafor had the address of R1 in To or Cc" "DRAFT LEAK R1"
  => Rita gets nothing
Mon 14:50  Ana answers notices: STATUS
  => Ana gets case-status with "Leak" "R1 (not told yet)"
Ana answers notices: DRAFT LEAK R1
  => Ana, Bo, Chi, Dee, Eli get preview with "rita@home.test" "2026-03-02" "we made a mistake that concerns you"
Ana answers preview: OK <id>
  => Ana gets refused with "Nobody approves their own draft"
Bo answers preview: OK <id>
Mon 15:01  time passes
  => Rita gets accidental-disclosure with "we are sorry" "It went to your own address" without "exaggerates"
Ana answers notices: STATUS
  => Ana gets case-status with "a mail of Chi Okafor reached R1" without "not told yet"
Mon 15:05  Ana answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
Ana answers report: DETERMINE
  | WHAT: shouting in a meeting
  | VIOLATION: yes
  | WHO: Sam Reed
  | ONGOING: no
Tue 3 17:00  Bo answers report: NOTE 2026-03-03 spoke with Sam on the phone, who sees it in another way
  => Bo gets transcript
Thu 10:00  Ana answers report: PROPOSE CONSEQUENCE private reprimand
Thu 10:10  Ana answers ballot: AGREE
Thu 11:00  Chi answers ballot: OBJECT too much
Fri 09:00  Ana answers ballot: TO-COUNCIL
  => Ana gets refused with "has to stand until 2026-03-12 11:00"
Bo answers ballot: TO-COUNCIL
  => Bo gets refused with "for who presides: Ana Ruiz"
Mon 9 09:01  time passes
  => Rita gets status-reporter with "2026-03-16" without "objection" "Chi" "deadlock"
  => Sam gets nothing
  => nobody gets deadlock
Tue 10 10:59  time passes
  => nobody gets deadlock
Tue 10 11:00  time passes
  => Ana, Bo, Chi, Dee, Eli get deadlock 1 times with "since 2026-03-05 11:00" "Chi Okafor: too much" "2026-03-12 11:00" "Executive Council"
Thu 12 11:00  time passes
  => Ana, Bo, Chi, Dee, Eli get deadlock 1 times
  => Kim, Moe, Nia get nothing
Thu 12 11:01  time passes
  => Kim, Moe, Nia get handover subject "[new question]" with "Thursday 5 March" "RECUSE" without "<case>" "Sam" "Rita" "Chi" "too much"
  => Kim, Moe, Nia get conflict-question subject "[new question]" with "a report involving Sam Reed" "you stay out" without "Rita"
  => nobody else gets anything
Thu 12 12:00  Moe answers conflict-question: CONFLICT
  => Moe gets delete-please
nothing more to Moe
Thu 12 12:10  Kim answers conflict-question: CLEAR Sam Reed
  => Kim gets report with "would not let me finish" subject "<case>"
Fri 13 09:00  Bo answers ballot: PROPOSE CONSEQUENCE a public reprimand
  => Bo gets refused with "the case is with the council"
Chi answers ballot: AGREE
  => Chi gets refused with "The case is with the council"
Nia answers conflict-question: CLEAR
  => Nia gets report
Bo answers report: HANDBACK
  => Bo gets refused with "Only the council"
Sat 14 10:00  Kim answers report: PROPOSE PLAN a break of four weeks
  | CONSEQUENCE private reprimand
  => Ana, Bo, Chi, Dee, Eli, Kim, Nia get ballot with "a break of four weeks" "Counted here: 2"
Kim answers ballot: AGREE
Bo answers ballot: AGREE
  => Bo gets refused with "The case is with the council"
  => nobody gets tally
Sat 14 11:00  Nia answers ballot: AGREE
  => Ana, Kim, Nia get tally with "passed" "Agreed: 2"
Sat 14 12:00  Ana answers tally: DRAFT REPORTED
  => Ana gets refused with "R1 has not been asked about the proposed resolution (JU-32)" "DRAFT CONSULT"
Ana answers tally: DRAFT CONSULT
  => Ana, Bo, Kim get preview with "rita@home.test" "a break of four weeks" "does not bind us"
Bo answers preview: OK <id>
Sat 14 12:11  time passes
  => Rita gets proposed-resolution with "Is this acceptable to you?" "It does not bind us" "2026-03-21" without "Kim" "Nia"
Sun 15 09:00  Rita answers proposed-resolution: Two weeks would have been enough for me.
  => Ana, Bo, Kim, Nia get party-mail with "would have been enough"
Mon 16 09:00  Ana answers tally: DRAFT BREAK MANDATORY
  => Ana gets refused with "have not been asked for the break yet"
Ana answers tally: DRAFT BREAK
  | BEHAVIOUR: Shouting in a meeting.
  | IMPACT: Others could not speak.
  | BY: 2026-03-23
  => Ana, Bo, Chi, Dee, Eli, Kim, Nia get preview with "sam@x.test" "The break is a request"
Bo answers preview: OK <id>
Mon 16 09:12  time passes
  => Sam gets outcome-reported with "The break is a request" "by 2026-03-23" "a break of four weeks"
Mon 23 09:00  Ana answers tally: DRAFT BREAK MANDATORY
  => Ana gets refused with "They may still answer until 2026-03-23" "BREAK REFUSED"
Tue 24 09:00  Ana answers tally: DRAFT BREAK MANDATORY
  | BEHAVIOUR: Shouting in a meeting.
  | IMPACT: Others could not speak.
  => Bo gets preview with "now holds without your agreement"
Bo answers preview: OK <id>
Tue 24 09:12  time passes
  => Sam gets outcome-reported with "now holds without your agreement"
Tue 24 10:00  Bo answers report: REPORT-COUNCIL
  => Bo gets refused with "for who presides: Ana Ruiz"
Ana answers tally: REPORT-COUNCIL
  => Bo gets preview with "kim@council.test, nia@council.test" without "lee@council.test" "moe@council.test"
Bo answers preview: OK <id>
Tue 24 10:11  time passes
  => Kim, Nia get council-report without "Rita" "Sam"
  => Lee, Moe get nothing
Tue 24 11:00  Nia answers tally: HANDBACK
  => Nia gets transcript with "the committee decides again"
Bo answers report: PROPOSE CONSEQUENCE a second talk
  => Ana, Bo gets ballot with "Counted here: 5"
