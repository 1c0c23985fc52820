# Somebody who wants no name tells a member; IMPORT ANON keeps the name with that member (B-23, GC-01, GC-07, K-18, letter T42, promise 5)
committee: gcc; Ana (chair), Bo, Chi, Dee; screener Ana
outside: Ngozi Abiodún <ngozi@home.test>; Sam Reed <sam@x.test>
never to Ana, Bo, Dee, Sam: "Ngozi", "Abiodún", "ngozi@home.test"
nothing more to Ngozi

Mon 09:00  Chi writes: Told to me yesterday
  | IMPORT ANON
  |
  | From: Ngozi Abiodún <ngozi@home.test>
  | Subject: please do not say who I am
  |
  | Sam Reed takes over every training that I prepare, and tells the others that people like me
  | cannot teach. It was the third time now.
  |
  | Ngozi
  => Chi gets import-receipt with "delete your own copy"
  => Ana, Bo, Chi, Dee get report with "takes over every training" "R1: no name given" "came to Chi Okafor" without "not confirmed" called "case"
  => Ana, Bo, Chi, Dee get cannot-acknowledge with "R1" "names no address"
  => nobody else gets anything
Mon 10:00  Ana answers report: TAKE
  => Ana gets transcript
Mon 11:00  Ana answers report: ASK REPORTER
  | Which trainings were these?
  => Ana gets refused
Mon 12:00  Chi answers report: They said to me that it was the trainings of last autumn.
  => Ana, Bo, Dee get talk with "last autumn"
Tue 09:00  Ana answers report: PARTY REPORTED Sam Reed sam@x.test / NOTE RECORDS the plan of the trainings
Ana answers report: ASK REPORTED
  | How do you share the trainings with the others who prepare them?
Bo answers preview: OK <id>
Tue 09:20  time passes
  => Sam gets right-of-reply
Tue 10:00  Sam answers right-of-reply: I only help. Who says so? Was it Wen?
  => Ana, Bo, Chi, Dee get party-mail
Tue 11:00  Ana answers report: PROPOSE PLAN trainings are taught by who prepares them
  | WHAT: trainings taken over
  | VIOLATION: yes
  | WHO: P1
  | ONGOING: yes
  | CONSEQUENCE: private reprimand
  => Ana, Bo, Chi, Dee get ballot
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
Dee answers ballot: AGREE
  => Ana, Bo, Chi, Dee get tally with "passed"
Tue 12:00  Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Trainings were taken over from the person who had prepared them.
  | IMPACT: People like me cannot teach. It was the third time.
  => Ana gets refused with "cannot teach"
  => nobody gets preview
