# GCC: members hear who stepped out, PROPOSE NONE leads to the no-violation letter, REOPEN (GC-01, GC-05, GC-08, JU-12, JU-21, PS-50, PS-52)
committee: gcc; Ana (chair), Bo, Chi, Dee; screener Ana
outside: Lou Hart <lou@home.test>

Mon 09:00  Lou writes: A rude review
  | A reviewer called my patch nonsense in a review thread on Friday. I am not sure whether that is
  | a matter for you, but it did hurt, and I would rather not work with them again.
  => Ana, Bo, Chi, Dee get report called "case"
  => Lou gets receipt
Mon 10:00  Dee answers report: RECUSE
  => Dee gets delete-please
  => Ana, Bo, Chi get stepped-out with "Dee Novak has stepped out" "The group is now 3."
nothing more to Dee
Mon 11:00  Ana answers report: TAKE
  => Lou gets first-contact
Mon 12:00  Ana answers report: NOTE RECORDS the thread itself / DETERMINE
  | WHAT: one harsh word about code
  | VIOLATION: no
  | WHO: the reviewer
  | ONGOING: no
Tue 09:00  Ana answers report: PROPOSE NONE
  => Ana gets refused with "No action needs a reason"
Ana answers report: PROPOSE NONE one harsh word about code, and an apology in the same thread
  => Ana, Bo, Chi get ballot with "no violation" "an apology in the same thread"
Tue 10:00  Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Ana, Bo, Chi get tally with "passed"
Tue 11:00  Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: a word
  | IMPACT: hurt
  => Ana gets refused
  => nobody gets preview
Ana answers tally: DRAFT REPORTER It was one word about the work, taken back in the same thread.
  => Ana, Bo, Chi get preview
Bo answers preview: OK
Tue 11:12  time passes
  => Lou gets no-violation with "we did not find a violation" "ask us to look at it again"
Ana answers tally: CLOSE <case> RESULT
  => Ana gets refused with "the council has not got its report" "REPORT-COUNCIL"
Ana answers tally: REPORT-COUNCIL
Bo answers preview: OK
Tue 12:00  time passes
  => Kim gets council-report with "Measure: none"
Ana answers tally: CLOSE <case> RESULT
  => Ana gets transcript with "closed: No violation"
Wed 09:00  Lou answers no-violation: There was a second review, much worse. Please look at it again.
  => Ana, Bo, Chi get party-mail with "a second review"
  => Lou gets arrived-too
Wed 10:00  Chi answers party-mail: PROPOSE PLAN somebody talks to the reviewer
  => Chi gets refused with "The case is not open" "REOPEN"
Chi answers party-mail: REOPEN
  => Chi gets transcript with "the case is open again"
Chi answers party-mail: PROPOSE PLAN somebody talks to the reviewer
  => Ana, Bo, Chi get ballot with "somebody talks to the reviewer"
