# At the resolution limit, when nobody wrote, the reporter gets neutral news with a date, and again before each promised date passes (JU-31, NF-06, NF-07)
committee: numfocus; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Ana answers report: TAKE
  => Rita gets first-contact with "2026-03-09 09:00"
Mon 9 08:59  time passes
  => Rita gets nothing
Mon 9 09:00  time passes
  => Rita gets status-reporter 1 times with "This news is automatic." "You will hear from us again by 2026-03-16"
Tue 10 09:00  Ana answers report: DRAFT REPORTER We have asked more people.
  => Ana gets refused with "needs the date"
Ana answers report: DRAFT REPORTER We have asked more people and you will hear from us by 2026-03-20.
  => Ana, Bo get preview
Bo answers preview: OK <id>
Tue 10 09:10  time passes
  => Rita gets status-reporter with "We have asked more people" without "This news is automatic."
Thu 19 12:00  time passes
  => Rita gets nothing
Fri 20 12:00  time passes
  => Rita gets status-reporter 1 times with "This news is automatic."
