# NumPy: a ban needs a decision and an end or a review; administrators and core team hear the measure only; reminders; the register (JU-28, JU-29, NP-09, NP-10, JU-23, JU-25)
committee: numpy; Ana (chair), Bo, Chi
council: Kim
space: list; administrators Pat
space: chat; administrators Max
outside: Rita Vale <rita@home.test>
never to Pat: "Rita", "insulted", "chat"
never to Kim: "Rita", "insulted"

Mon 09:00  Rita writes: On the list
  | axe99 insulted three newcomers on the mailing list again, after two warnings, and nobody of
  | them has written since. Please look at the last two weeks.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Bo answers report: TAKE / SEVERE no / PARTY REPORTED axe99
Bo answers report: BAN ADD axe99 list UNTIL 2026-06-01
  => Bo gets refused with "a ban needs a decision"
Mon 11:00  Bo answers report: PROPOSE CONSEQUENCE a ban from the list
  | WHAT: insults, after two warnings
  | VIOLATION: yes
  | WHO: axe99
  | ONGOING: no
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Bo gets tally
Mon 12:00  Bo answers report: BAN ADD axe99 list UNTIL 2026-06-01
  => Bo gets refused with "R1 has not been asked about the proposed resolution (JU-32)" "DRAFT CONSULT"
Bo answers report: DRAFT CONSULT
Ana answers preview: OK <id>
Mon 12:11  time passes
  => Rita gets proposed-resolution
Bo answers report: BAN ADD axe99 list UNTIL 2026-06-01
  => Bo gets refused with "may still answer" "WAIVE CONSULT"
Rita answers proposed-resolution: Thank you, that would help.
  => Bo gets party-mail
Tue 09:00  Bo answers report: BAN ADD axe99 list
  => Bo gets refused with "A ban needs its end"
Bo answers report: BAN ADD axe99 garden UNTIL 2026-06-01
  => Bo gets refused with "No space on record is called garden"
Bo answers report: BAN ADD axe99 list UNTIL 2026-06-01
  => Bo gets transcript with "added to the register"
  => Pat gets enact with "Person: axe99" "Until: 2026-06-01" "DONE" without "<case>"
  => Kim gets ongoing-measure with "Person: axe99" "Until: 2026-06-01" without "<case>"
  => Max gets nothing
Tue 10:00  Ana writes: BANS
  => Ana gets bans with "axe99" "<case>" "until 2026-06-01"
Chi writes: BANS
  => Chi gets bans with "No ban is on record that you may read." without "axe99"
Chi writes: BAN CHECK axe99
  => Chi gets bans with "axe99" "until 2026-06-01"
Tue 11:00  Ana answers report: DRAFT STATEMENT A newcomer may ask any question on our list.
  => Ana, Bo, Chi get preview with "A newcomer may ask any question"
Bo answers preview: OK <id>
Tue 11:12  time passes
  => Kim gets statement with "A newcomer may ask any question" "Nothing is published by this mail"
Bo answers report: NOTE PUBLISHED on the list, by Ana
Ana answers report: REPORT-COUNCIL
Bo answers preview: OK <id>
Bo answers report: DRAFT REPORTER There is a ban from the list now. Thank you for telling us.
Ana answers preview: OK <id>
Tue 12:00  time passes
  => Kim gets council-report with "a ban from the list"
  => Rita gets outcome-reporter
Tue 13:00  Bo answers report: CLOSE <case> RESULT
  => Bo gets transcript with "closed: Ban"
Mon 18 09:30  time passes
  => Ana gets reminder with "The ban of P1 ends on 2026-06-01" "BAN EXTEND P1"
Mon 18 10:00  Ana answers reminder: BAN EXTEND axe99 PERMANENT REVIEW 2027-03
  => Ana gets transcript with "extended"
  => Pat gets enact with "Until: permanent"
  => Kim gets ongoing-measure with "Until: permanent"
Ana answers reminder: BAN REVIEW axe99 2027-06-01
  => Ana gets transcript with "reviewed; again on 2027-06-01"
Ana answers reminder: BAN LIFT axe99
  => Pat gets enact with "no longer kept out of #list"
  => Ana gets transcript with "lifted"
