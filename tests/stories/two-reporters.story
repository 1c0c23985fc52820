# Two reporters of one incident: one case, each told everything on their own, neither learns of the other (B-10, JU-32, JU-31, PS-51, letters T08, T20, T24, T44)
committee: jupyter; Ana (chair), Bo, Chi, Dee; screener Bo
outside: Lene Åkerblom <zoe@home.test>; Jan Wróbel <lukasz@dom.test>; Sam Reed <sam@x.test>
never to Lene: "Jan", "Wróbel", "R2", "other reporter", "two reports", "corridor"
never to Jan: "Lene", "Åkerblom", "R1", "other reporter", "two reports", "keynote"
never to Sam: "Lene", "Jan", "reports", "keynote", "corridor"

Mon 09:00  Lene writes: After the keynote
  | Sam Reed stood in front of me after the keynote, took my badge and read my surname aloud to the
  | people around until they laughed about it.
  => Lene gets receipt
  => Ana, Bo, Chi, Dee get report called "first"
Tue 09:00  Jan writes: Something that I saw
  | I saw in the corridor how Sam Reed took the badge of somebody and made jokes about the letters of
  | the name that was on it.
  => Jan gets receipt
  => Ana, Bo, Chi, Dee get report called "second"
Tue 10:00  Ana answers report of <second>: TAKE
  => Jan gets first-contact
Tue 10:10  Ana answers report of <second>: MERGE
  => Ana gets refused with "MERGE"
Ana answers report of <second>: MERGE <second> INTO <first>
  => Ana, Bo, Chi, Dee get merged with "R1, R2" "2026-03-02 09:00"
  => Lene, Jan, Sam get nothing
Tue 10:20  Ana answers report of <first>: TAKE / PARTY REPORTED Sam Reed sam@x.test
  => Lene gets first-contact 1 times
Tue 11:00  Ana answers report of <first>: ASK REPORTER 2
  | Do you remember at what hour about it was?
  => Bo gets preview with "lukasz@dom.test" without "zoe@home.test"
Bo answers preview: OK <id>
Tue 11:15  time passes
  => Jan gets question
  => Lene gets nothing
Tue 12:00  Jan answers question: About five.
  => Ana, Bo, Chi, Dee get party-mail with "About five"
  => Lene gets nothing
Wed 09:00  Ana answers report of <first>: PROPOSE CONSEQUENCE private reprimand
  | WHAT: jokes about a name
  | VIOLATION: yes
  | WHO: P1
  | ONGOING: no
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
Dee answers ballot: AGREE
  => Ana, Bo, Chi, Dee get tally with "passed"
Wed 10:00  Ana answers tally: DRAFT CONSULT
  => Bo gets preview 2 times
Chi answers preview: OK <id>
Ana answers tally: DRAFT CONSULT R1 It would be said by the chair, in writing.
Chi answers preview: OK <id>
Wed 10:20  time passes
  => Lene, Jan get proposed-resolution 1 times with "private reprimand" "Is this acceptable"
  => Sam gets nothing
Wed 11:00  Lene answers proposed-resolution: That is enough for me.
  => Ana, Bo, Chi, Dee get party-mail with "enough for me"
  => Jan gets nothing
Wed 11:10  Jan answers proposed-resolution: It should be more. I was not the only one who heard it.
  => Ana, Bo, Chi, Dee get party-mail with "should be more"
  => Lene gets nothing
Thu 09:00  Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Jokes about the letters of a name, before others.
  | IMPACT: People do not want to wear a badge.
  => Ana, Bo, Chi, Dee get preview with "sam@x.test"
Bo answers preview: OK <id>
Thu 09:20  time passes
  => Sam gets outcome-reported
Thu 09:30  Ana answers tally: DRAFT REPORTER 1 We have told the person what may not happen again.
  => Bo gets preview 1 times with "zoe@home.test"
Bo answers preview: OK <id>
Thu 09:50  time passes
  => Lene gets outcome-reporter
  => Jan gets nothing
Ana answers tally: REPORT-COUNCIL
Bo answers preview: OK <id>
Thu 10:10  time passes
  => Kim gets council-report without "Åkerblom" "Wróbel"
Ana answers tally: CLOSE <first> RESULT
  => Ana gets refused with "R2 has not been told the outcome" without "R1"
Thu 10:20  Ana answers tally: DRAFT REPORTER 2 We have told the person what may not happen again.
Bo answers preview: OK <id>
Thu 10:40  time passes
  => Jan gets outcome-reporter
  => Lene gets nothing
Ana answers tally: CLOSE <first> RESULT
  => Ana gets transcript with "closed"
