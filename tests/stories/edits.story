# An edit voids the draft before it, a new decision voids the outcomes of the old one (product.md 6 and 7, B-07, PS-43)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>

Mon 09:00  Rita writes: About the reviews
  | Sam Reed wrote three reviews of my patches that were only about me and not about the code, and
  | others have begun to repeat the words. Please talk to Sam.
  => Ana, Bo, Chi get report
Bo answers report: TAKE / PARTY REPORTED Sam Reed sam-devel@lists.x.test
  => Bo gets refused with "looks like a mailing list"
Bo answers report: TAKE / SEVERE no / PARTY REPORTED Sam Reed sam@x.test
  => Rita gets first-contact
Mon 10:00  Bo answers report: PROPOSE
  | WHAT: reviews about a person
  | VIOLATION: yes
  | WHO: Sam Reed
  | ONGOING: no
  | PLAN: Sam writes no reviews for a week
  | CONSEQUENCE: warning
  => Ana, Bo, Chi get ballot
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Ana, Bo, Chi get tally with "passed"
Mon 10:30  Bo answers tally: DRAFT CONSULT
Ana answers preview: OK <id>
Mon 10:41  time passes
  => Rita gets proposed-resolution
Rita answers proposed-resolution: That is fine.
Mon 11:00  Bo answers tally: DRAFT REPORTED
  | BEHAVIOUR: Reviews that were about a person instead of the code.
  | IMPACT: Others repeated it.
  => Ana, Bo, Chi get preview called "case"
# the same line again is the same draft, and the party is who it was
Bo answers tally: PARTY REPORTED Sam Reed sam@x.test / DRAFT REPORTED
  | BEHAVIOUR: Reviews that were about a person instead of the code.
  | IMPACT: Others repeated it.
  => Bo gets transcript with "Sam Reed is P1" "drafted already"
  => nobody gets preview
Ana answers preview: OK <id>
  + logo.png image/png
  => Ana gets transcript with "leaves in 10 minutes"
# a new decision within the window: what was worded for the old one stays here
Mon 11:05  Chi answers tally: PROPOSE
  | PLAN: Sam writes no reviews for a month
  | CONSEQUENCE: a ban of one month.
  => Ana, Bo, Chi get ballot
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Ana, Bo, Chi get tally with "passed"
Mon 11:30  Chi answers preview: OK <id>
  => Sam gets nothing
  => Chi gets refused with "no longer holds"
Mon 12:01  time passes
  => Bo gets notices with "there is a new decision"
# an edit: only the newest words can leave
Mon 13:00  Bo answers tally: DRAFT REPORTER We spoke with Sam.
  => Ana, Bo, Chi get preview with "We spoke"
Ana answers preview: OK <id>
  => Ana gets transcript
Bo answers tally: DRAFT REPORTER We wrote to Sam, and there is a ban of one month.
  => Bo gets transcript with "it replaces"
  => Ana, Bo, Chi get preview with "ban of one month"
Mon 13:20  time passes
  => Rita gets nothing
Chi answers preview: OK <id>
Mon 13:31  time passes
  => Rita gets outcome-reporter 1 times with "ban of one month" without "spoke"
Ana answers tally: REPORT-COUNCIL
Bo answers preview: OK <id>
Mon 13:45  time passes
Bo answers tally: CLOSE <case>
  => Bo gets transcript with "closed: Ban"
