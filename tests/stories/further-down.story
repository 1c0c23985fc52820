# What ran is done and what stood further down is reported; a struck vote brings the new ballot (product.md 6, PS-32, JU-19)
committee: jupyter; Ana (chair), Bo, Chi
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: In the chat
  | Two people have been making fun of the accents of others in the weekly call, every single week,
  | and nobody in the call says anything against it.
  => Ana, Bo, Chi get report
Mon 10:00  Bo answers report
  | TAKE
  |
  | I take this one, I know nobody of them.
  | SAFETY no
  => Bo gets transcript with "you lead this case" "not run: a command stands at the very top" without "Nothing was done" subject "] done, 1 error"
  => Ana, Chi get talk
  => Rita gets first-contact
# below a quote nothing runs, whatever mail program put it there
Chi answers report
  | > Two people have been making fun of the accents of others
  |
  | SAFETY no
  => Chi gets refused with "a command stands at the very top"
Ana answers report: STATUS
  => Ana gets case-status with "Safety risk: -"
Bo answers report: NOTE 2026-02-30 spoke with both
  => Bo gets refused with "no date of the calendar"
Mon 11:00  Bo answers report: PROPOSE
  | PLAN: a talk with both of them
  => Ana, Bo, Chi get ballot
Mon 11:10  Bo answers report: PROPOSE
  | PLAN: a talk with both of them, and one with the whole call
  => Ana, Bo, Chi get ballot with "The proposal has changed"
Chi answers report: VOTE yes
  => Chi gets transcript
# nobody proved this "Yes": the question says that it is a vote
Ana (unproven) answers ballot: Yes.
  => Ana gets confirm with "VOTE Yes" without "go to the case group"
Ana answers confirm: YES
  => Ana gets transcript with "counted on ballot"
