# Administrators who do not answer are asked again after one and two weeks, and a ban with an end is over that day (JU-28, JU-29, JU-25)
committee: jupyter; Ana (chair), Bo, Chi
council: Kim
space: list; administrators Pat
outside: Rita Vale <rita@home.test>
rule: determinations = false
rule: consult = false
rule: core_team_notice = false
never to Pat: "Rita", "insulted"

Mon 09:00  Rita writes: On the list
  | axe99 insulted three newcomers on the mailing list again, after two warnings, and nobody of
  | them has written since. Please look at the last two weeks.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED axe99
Bo answers report: PROPOSE CONSEQUENCE a ban from the list
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Bo gets tally
Mon 11:00  Bo answers report: BAN ADD axe99 list UNTIL 2026-03-31
  => Pat gets enact with "Person: axe99" "Until: 2026-03-31" without "we have not heard"
Mon 9 11:01  time passes
  => Pat gets enact 1 times with "we have not heard from you about this yet" "Person: axe99"
  => Bo gets reminder with "Pat Quill has not answered DONE for 7 days"
Mon 16 11:01  time passes
  => Pat gets enact 1 times with "we have not heard from you"
  => Bo gets reminder with "for 14 days"
Tue 17 09:00  Pat answers enact: DONE
  => Pat gets transcript with "thank you, noted"
  => Ana gets reminder with "The ban of P1 ends on 2026-03-31"
Mon 30 09:00  time passes
  => Pat gets nothing
Tue 31 08:59  time passes
  => Pat gets nothing
Tue 31 09:01  time passes
  => Pat gets enact 1 times with "a measure in a space that you look after is over" "no longer kept out of #list"
  => Ana gets reminder with "is over today" "BAN EXTEND P1 UNTIL"
Tue 31 10:00  Ana writes: BANS
  => Ana gets bans with "lifted"
Tue 31 11:00  Ana answers report: NOTE PUBLISHED
  => Ana gets refused with "Where was it published?"
Ana answers report: NOTE PUBLISHED on the list, by me
  => Ana gets transcript with "noted: published"
Ana answers report: NOTE 2026-04-09 what we will have said
  => Ana gets refused with "2026-04-09 is still to come" "MEET 2026-04-09"
