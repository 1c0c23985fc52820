# E-9 whole: the chair is the reported person and sits on the council; two of the council stand in (GC-02, GC-03, GC-06, GC-07, GC-09, GC-10, GC-11, JU-11, JU-27, JU-32, JU-35, PS-63, promise 4)
committee: gcc; Ana (chair), Bo, Chi; screener Ana; alternates Tom, Uma
council: Ana, Tom, Uma, Vic
outside: Lou Hart <lou@home.test>; Private Ana <ruiz@private.test>; Wes Moon <wes@x.test>
never to Ana, Vic: "Lou", "shouted", "Overdue:", "stand in", "acting", "Case group"
never to Private: "Lou", "Hart", "Wes", "Moon", "Tom", "seven people"
nothing more to Vic

Mon 9 08:00  Lou writes: About the last meeting
  | Ana Ruiz shouted at me in the last meeting and told me to look for another project to work on, in
  | front of seven people. Vic Halder is my manager and heard of it the next day.
  => Bo, Chi get report called "case"
  => Lou gets receipt with "Left out: Ana Ruiz" "Bo Lind" without "Tom" "Uma"
  => Bo, Chi get reminder with "too small: 2 voting members" "at least 3" "ABOUT First Last"
  => Tom, Uma get conflict-question with "a person not yet known" without "Ana" "Lou"
  => nobody else gets anything
Mon 9 08:30  Bo writes: IMPORT EXCLUDE Ana
  + Lou message/rfc822
  => Bo gets import-receipt with "delete"
  => Bo, Chi get party-mail
  => Tom, Uma get conflict-question with "a report involving Ana Ruiz" without "Lou"
  => nobody else gets anything
Mon 9 08:40  Tom answers conflict-question: CLEAR
  => Tom gets report with "in front of seven people" called "case"
  => Tom gets transcript
  => nobody else gets anything
Mon 9 09:00  time passes
  => Ana gets chair-status with "Nothing is overdue." "New reports that wait for a reader or a name: 0" without "<case>"
  => Bo gets chair-status with "<case>"
  => nobody else gets anything
Mon 9 10:00  Bo answers report: TAKE
  => Lou gets first-contact with "Bo Lind"
Tue 10 09:30  Ana writes: SHEET
  => Ana gets sheet with "There is no row."
Ana writes: STATUS
  => Ana gets case-status with "No case is open to you."
Ana writes: STATUS <case>
  => Ana gets refused with "No case of that name is open to you."
Ana writes: REPORT-COUNCIL
  => Ana gets refused without "Lou"
Wed 11 09:00  Bo answers report: PARTY REPORTED Ana Ruiz ruiz@private.test / PARTY WITNESS Wes Moon wes@x.test / NOTE RECORDS nothing earlier / DETERMINE
  | WHAT: told in the report
  | VIOLATION: yes
  | WHO: the person named
  | ONGOING: no
  => Bo gets transcript with "Ana Ruiz is P1"
Wed 11 09:10  Bo answers report: PROPOSE PLAN somebody talks to them
  => Bo gets refused with "P1" "W1" "ASK REPORTED"
Bo answers report: ASK REPORTED
  | Did somebody hear loud words of yours in the meeting, and how do you see it?
  => Bo, Chi, Tom get preview with "ruiz@private.test"
Chi answers preview: OK
Wed 11 09:40  time passes
  => Private gets right-of-reply
  => Ana gets nothing
Wed 11 10:00  Bo answers report: NOTE REFUSED W1
  => Bo gets transcript
Thu 12 10:00  Private answers right-of-reply: I was loud, and I am sorry for that.
  => Bo, Chi, Tom get party-mail with "I was loud"
Mon 16 08:00  time passes
  => Lou gets status-reporter with "automatic"
Mon 16 10:00  Bo answers report: PROPOSE PLAN somebody talks to them
  | CONSEQUENCE: a private reprimand
  => Bo, Chi, Tom get ballot with "Counted here: 3"
Bo answers ballot: AGREE
Chi answers ballot: AGREE
Tom answers ballot: AGREE
  => Bo, Chi, Tom get tally with "passed"
  => Ana, Uma get nothing
Mon 16 11:00  Bo answers report: DRAFT CONSULT
Chi answers preview: OK <id>
Mon 16 11:20  time passes
  => Lou gets proposed-resolution with "does not bind us"
Tue 17 09:00  Lou answers proposed-resolution: It is not enough for me.
  => Bo, Chi, Tom get party-mail with "not enough"
Thu 19 09:00  Bo answers report: DRAFT REPORTED
  | BEHAVIOUR: Loud words at somebody in a meeting.
  | IMPACT: People stay away.
  => Bo, Chi, Tom get preview with "ruiz@private.test"
Chi answers preview: OK <id>
Thu 19 09:20  time passes
  => Private gets outcome-reported with "Bo Lind"
Thu 19 10:00  Bo answers report: REPORT-COUNCIL
  => Chi gets preview with "tom@members.test, uma@members.test" without "vic@council.test" "ana@members.test"
Chi answers preview: OK <id>
Thu 19 10:20  time passes
  => Tom, Uma get council-report
  => Ana, Vic get nothing
Thu 19 11:00  Bo answers report: DRAFT REPORTER
  | We have talked to the person and told them what may not happen again.
Chi answers preview: OK <id>
Thu 19 11:20  Bo answers report: CLOSE <case> WARNED
  => Bo gets transcript with "Closed"
Mon 23 09:30  Ana writes: SHEET
  => Ana gets sheet with "There is no row."
