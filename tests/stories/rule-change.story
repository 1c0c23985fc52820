# NumFOCUS: a rule change is talked about by all who vote, put to the vote on day 7, and decided by the board (PS-76, PS-77, PS-78, PS-79, K-17, T38)
committee: numfocus; Ana (chair), Bo, Chi, Dee; adviser Gus; screener Dee
council: Kim, Lee
outside: Rita Vale <rita@home.test>

nothing more to Lee

Mon 09:00  Ana writes: A change
  | CHANGE OPEN Answer within two days
  | A person answers every reporter within two days.
  => Ana, Bo, Chi, Dee get rule-change with "Ana Ruiz proposes" "within two days" "7 days left" "all 4 voting members" subject "Rule change 1: Answer within two days"
  => Ana gets transcript with "rule change 1 is open; the vote begins on 2026-03-09"
  => nobody else gets anything
Mon 12:00  Bo answers rule-change: One day would be better, I think.
  => Ana, Chi, Dee get rule-change with "Bo Lind writes about the rule change" "One day would be better"
  => nobody else gets anything
Mon 13:00  Chi (unproven) answers rule-change: I agree with Bo.
  => Chi gets confirm with "your words go to every voting member"
Chi answers confirm: YES
  => Ana, Bo, Dee get rule-change with "Chi Okafor writes" "I agree with Bo"
Tue 09:00  Bo answers rule-change: CHANGE BALLOT
  => Bo gets refused with "for 3 days at least" "2026-03-05 09:00"
  => nobody else gets anything
Tue 10:00  Gus writes: CHANGE OPEN Advisers vote too / Advisers vote.
  => Gus gets refused with "advisers do not vote"
  => nobody else gets anything
Dee answers rule-change: AWAY
  => Dee gets transcript
Sat 09:00  time passes
  => Ana, Bo, Chi, Dee get rule-change with "ends soon; 2 days are left"
Mon 9 09:00  time passes
  => Ana, Bo, Chi, Dee get rule-change with "It needs 3 of 4" "advisers do not vote" "within two days"
Mon 9 10:00  Ana answers rule-change: Yes
  => Ana gets transcript with "yes; 1 yes of 3 needed"
Bo answers rule-change: VOTE yes
Chi writes: VOTE no
  => Chi gets transcript with "2 yes of 3 needed"
  => nobody gets rule-change
Tue 10 10:00  Kim writes: CHANGE RESULT accepted
  => Kim gets refused with "No rule change waits for the board"
Tue 10 11:00  Chi answers rule-change: VOTE yes
  => Ana, Bo, Chi, Dee get rule-change with "The change has passed: 3 yes, 0 no" "of 4 voting members"
  => Kim gets rule-change with "CHANGE RESULT accepted 1" "within two days" "3 yes"
  => Lee gets nothing
Dee answers rule-change: VOTE no
  => Dee gets transcript with "already decided"
Wed 11 10:00  Ana writes: CHANGE RESULT accepted
  => Ana gets refused with "CHANGE RESULT is not yours to use here"
  => nobody gets rule-change
Kim answers rule-change: CHANGE RESULT accepted
  => Kim gets transcript with "the board accepted rule change 1"
  => Ana, Bo, Chi, Dee get rule-change with "has accepted this change"
Kim writes: Something else
  | I would like to tell you of an evening at the meetup where somebody was shouted at by a speaker.
  => Kim gets receipt
