# What the reported person adds after the decision is answered by STANDS or REOPEN before the case is closed (PS-50, JU-35)
committee: numfocus; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Sam: "Rita", "Vale"

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Ana answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
Ana answers report: STANDS
  => Ana gets refused with "There is no decision yet"
Ana answers report: EVAL scope=yes / PROPOSE
  | PLAN: no private messages to members
  | IF-REFUSED: removal for 30 days
Ana answers ballot: VOTE yes
Bo answers ballot: VOTE yes
  => Ana, Bo, Chi get tally subject "passed"
Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Remarks that were not wanted.
  | IMPACT: People stay away.
Bo answers preview: OK <id>
Mon 10:15  time passes
  => Sam gets outcome-reported
Tue 09:00  Sam answers outcome-reported: There was more to it, please hear me.
  => Ana, Bo, Chi get party-mail with "There was more to it" "STANDS" "REOPEN"
Ana answers party-mail: DRAFT REPORTER
  | We asked for a change of behaviour. Thank you for telling us.
Bo answers preview: OK <id>
Tue 09:15  time passes
  => Rita gets outcome-reporter
Ana answers party-mail: CLOSE <case> RESULT
  => Ana gets refused with "P1 has written since the decision" "STANDS" "REOPEN"
Tue 10:00  Chi answers party-mail: REOPEN
  => Chi gets transcript with "the decision is set aside"
  => Ana, Bo get notices with "PROPOSE opens a new ballot, STANDS restores it"
Ana answers party-mail: CLOSE <case> RESOLVED
  => Ana gets refused with "the decision is set aside" "PROPOSE" "STANDS"
Tue 11:00  Bo answers party-mail: STANDS
  => Bo gets transcript with "the decision stands"
Ana answers party-mail: CLOSE <case> RESULT
  => Ana gets transcript with "closed"
