# Jupyter: the first reader of a held report acts alone and tells it late; a provisional ban, taken back by the review (JU-06, JU-07, JU-09, NP-07)
committee: jupyter; Ana (chair), Bo, Chi, Dee; screener Bo
space: chat; administrators Pat
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Pat: "Rita", "Vale", "one of you"

Mon 09:00  Rita writes: In the chat
  | Sam Reed keeps sending pictures of my house to the chat, and one of you told me to wait. I do not
  | want to wait, it is going on while I write this to you.
  => Bo gets held
  => Ana, Chi, Dee get nothing
Mon 09:10  Bo answers held: SHOW
  => Bo gets report
Mon 09:12  Ana writes: HELP
Bo answers report: ACTED blocked Sam Reed AT never ban
  => Bo gets refused with "AT says when"
Bo answers report: ACTED blocked Sam Reed AT 2026-03-09 10:00 ban
  => Bo gets refused with "still to come"
Bo answers report: ACTED blocked Sam Reed in the chat AT 2026-03-01 08:30 block
  => Bo gets transcript with "recorded as act 1" "once it may read" "PARTY REPORTED name"
  => Ana gets reminder with "A member acted alone" "2026-03-02 08:30" without "Sam" "chat"
  => Chi, Dee get nothing
Mon 09:20  Bo answers report: SEVERE yes threats
  => Ana, Bo, Chi, Dee get report subject "urgent" called "case"
  => Ana, Bo, Chi, Dee get solo-act-review with "blocked Sam Reed in the chat" "2026-03-01 08:30 UTC" "Tool: block" "REVIEW OK 1"
Mon 09:30  Chi answers report: PARTY REPORTED Sam Reed sam@x.test
Ana writes: BANS
  => Ana gets bans with "Sam Reed" "provisional, by one member" "until the review"
Mon 10:00  Chi answers solo-act-review: REVIEW OK
Chi answers solo-act-review: REVIEW REVERSE it was a picture of a public square
  => Chi gets transcript with "counted: act 1, reverse"
Ana answers solo-act-review: REVIEW REVERSE
  => nobody gets notices with "taken back"
Mon 11:00  Dee answers report: TAKE
Dee answers report: CLOSE <case> RESOLVED
  => Dee gets refused with "act 1 of Bo Lind alone is not reviewed (NP-07)"
Dee answers solo-act-review: REVIEW REVERSE
  => Ana, Bo, Chi, Dee get notices with "Act 1 of a single member is reviewed: it is taken back"
Ana writes: BANS
  => Ana gets bans with "lifted"
Ana answers solo-act-review: REVIEW OK
  => Ana gets transcript with "reviewed already: it is taken back"
Tue 09:00  time passes
  => nobody gets reminder
  => nobody gets solo-act-review
