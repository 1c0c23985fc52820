# NumPy: lowering takes two; nobody of a space answers and its next contact is asked; what the review takes back is undone; the originator is out of reach (NP-01, NP-04, NP-06, NP-07)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
space: list; administrators Pat; moderators Max, Vic
space: chat; administrators Mia
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Pat, Max, Mia, Vic: "Rita", "Vale", "quarrel"

Mon 09:00  Rita writes: A quarrel on the list
  | Sam Reed shouts at everybody in a quarrel on the list about the next release, and I think that
  | this has to stop today, before more people leave the list for good.
  => Ana, Bo, Chi get report called "case"
Mon 09:10  Bo answers report: PARTY REPORTED Sam Reed
Bo answers report: SEVERE yes violent language DISCONNECT Sam Reed
  => Pat, Mia get disconnect with "Account: Sam Reed"
  => Ana, Bo, Chi get solo-act-review with "violent language"
  => Max gets nothing
Mon 09:20  Mia answers disconnect: DONE
  => Rita gets severe-reporter
Mon 10:10  time passes
  => Pat gets disconnect 1 times with "have not heard from you yet"
  => Max gets disconnect 1 times with "Space: #list"
  => Mia, Vic get nothing
Mon 10:30  Max answers disconnect: DONE
  => Max gets transcript
Mon 11:30  time passes
  => Pat, Max, Vic get nothing
Mon 12:00  Chi answers report: SEVERE no
  => Chi gets transcript with "waits for a second member's SEVERE no"
  => Ana, Bo get notices with "SEVERE no agrees"
Chi answers report: SEVERE no
  => Chi gets transcript with "waits for a second member's"
Ana answers report: SEVERE no
  => Ana gets transcript with "no clear and severe breach"
Mon 13:00  Ana answers solo-act-review: REVIEW REVERSE a heated debate, nothing more
Chi answers solo-act-review: REVIEW REVERSE
  => Ana, Bo, Chi get notices with "it is taken back"
  => Pat, Mia, Max get disconnect with "gets its access back" "Account: Sam Reed" "DONE"
Mon 14:00  Bo answers report: TAKE
Bo answers report: DETERMINE
  | WHAT: a heated debate
  | VIOLATION: no
  | WHO: nobody alone
  | ONGOING: no
Bo answers report: PROPOSE NONE a heated debate
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
Bo answers report: DRAFT REPORTER It was a heated debate, and it is over. Thank you for telling us.
Chi answers preview: OK <id>
Mon 15:00  time passes
  => Rita gets no-violation
Bo answers report: CLOSE <case> RESULT
  => Bo gets refused with "the council has not got its report" "has not been told why (NP-06)" "DRAFT ORIGINATOR" "NOTE IMPOSSIBLE why" "WAIVE ORIGINATOR"
Bo answers report: DRAFT ORIGINATOR Loud words on the list.
  => Bo gets refused with "no address on record" "NOTE IMPOSSIBLE"
Bo answers report: NOTE IMPOSSIBLE nobody knows an address
Ana answers report: REPORT-COUNCIL
Chi answers preview: OK <id>
Mon 15:30  time passes
Bo answers report: CLOSE <case> RESULT
  => Bo gets transcript with "closed: No violation"
