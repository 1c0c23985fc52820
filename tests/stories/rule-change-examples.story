# PSF: no case content in a rule change, asked of what the writer may see only; a vote that fails (PS-76, PS-78, K-17, A20, promise 4)
committee: psf; Ana (chair), Bo, Chi, Dee; screener Dee
outside: Rita Vale <rita@home.test>
never to Ana: "elbows"

Mon 09:00  Rita writes: At the sprint
  | Ana Ruiz pushed me away from the whiteboard with both elbows in front of everybody at the sprint,
  | and laughed when I asked her to stop.
  => Dee gets held
Mon 10:00  Dee answers held: SHOW
Dee answers report: ABOUT UNKNOWN / CLEAR
  => Bo, Chi get conflict-question
Bo answers conflict-question: CLEAR
  => Bo, Dee get report called "case"
Tue 09:00  Bo writes: Rules
  | CHANGE OPEN No pushing
  | Nobody is pushed, as Rita Vale was.
  => Bo gets refused with "words of a case that you read (a name" "Nothing of your mail was kept" without "as Rita"
  => nobody gets rule-change
Bo writes: Rules
  | CHANGE OPEN No pushing
  | We learned from <case> that this is missing.
  => Bo gets refused with "a code name"
  => nobody gets rule-change
Bo writes: Rules
  | CHANGE OPEN No pushing
  | Nobody is pushed away from anything.
  => Ana, Bo, Chi, Dee get rule-change with "Nobody is pushed away" without "elbows"
Wed 09:00  Dee answers rule-change: It was with both elbows in front of everybody, so yes.
  => Dee gets refused with "six words in a row"
  => nobody gets rule-change
Dee answers rule-change: The picture says it.
  + shot.png image/png
  => Dee gets refused with "Files cannot be looked through"
  => nobody gets rule-change
Wed 10:00  Ana answers rule-change: Rita Vale would like this, and so would I.
  => Bo, Chi, Dee get rule-change with "Ana Ruiz writes about"
Fri 12:00  Chi answers rule-change: CHANGE BALLOT
  | Nobody is pushed away from anything, nor held back.
  => Ana, Bo, Chi, Dee get rule-change with "nor held back" "It needs 3 of 4"
Chi answers rule-change: VOTE no
Bo answers rule-change: VOTE abstain
  => Ana, Bo, Chi, Dee get rule-change with "has not passed: 0 yes, 1 no, 1 abstaining, of 4"
  => nobody gets refused
Kim writes: CHANGE RESULT accepted 1
  => Kim gets refused with "No rule change waits for the board"
