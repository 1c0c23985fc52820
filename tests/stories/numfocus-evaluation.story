# NumFOCUS: the evaluation; whether it is in scope before a ballot, risk and impact beside it, what is sensitive in the document only (PS-21, PS-22, PS-23, PS-24, PS-25, PS-26, PS-27, PS-28, PS-29, PS-30, PS-31, PS-64, PS-80, NF-04)
committee: numfocus; Ana (chair), Bo, Chi, Dee; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Dee answers conflict-question: CLEAR
  => Ana, Bo, Dee get report with "may it happen again (REPEAT" "sexual harassment" called "case"
Mon 10:00  Ana answers report: ASK REPORTED
  | What do you say to that?
  => Ana gets refused with "written to after the decision" "PROPOSE"
Ana answers report: PROPOSE
  | PLAN: no private messages to members
  => Ana gets refused with "whether it is in scope" "IF-REFUSED" "EVAL scope=yes"
Mon 11:00  Ana answers report: EVAL
  => Ana gets help with "EVAL scope=yes|no|outside-but-safety" without "leader"
Ana answers report: EVAL scope=perhaps colour=red
  => Ana gets refused with "scope is one of yes, no, outside-but-safety" "is no field of the evaluation"
Ana answers report: EVAL scope=outside-but-safety
  => Ana gets refused with "say why"
Ana answers report: EVAL scope=no it was in private
  => Ana gets transcript with "private conversations in a space of the community are in scope"
Ana answers report: EVAL violation=listed, scope=outside-but-safety a member is afraid impact=direct seen=private sexual=yes
  => Ana gets transcript with "stands in the document"
Ana answers report: EVAL safety=yes repeat=maybe
  => Ana gets transcript with "safety risk: yes" "risk of repeating: maybe"
Bo answers report: EVAL leader=yes of the local group marginalised=it touches a group of few disengage=maybe
  => Bo gets transcript
Bo answers report: EVAL safety=no
  => Bo gets transcript with "waits for a second member"
Mon 12:01  time passes
  => Bo, Dee get notices with "Ana Ruiz evaluated" without "leader" "marginalised"
Mon 13:00  Ana answers report: NOTE SUMMARY they were rude
  => Ana gets refused with "behaviour and impact apart"
Ana answers report: NOTE SUMMARY behaviour=remarks on the stairs, twice impact=somebody avoids the building
  => Ana gets transcript with "noted"
Mon 14:00  Ana answers report: PROPOSE
  | PLAN: no private messages to members
  | IF-REFUSED: removal for 30 days
  => Ana, Bo, Dee get ballot with "In scope: outside-but-safety (a member is afraid)" "Risk: safety yes, repetition maybe, sexual harassment yes." "Impact: violation listed, impact direct, seen private." without "leader" "group of few" "misunderstanding"
Ana answers ballot: DOC
  => Ana gets document with "Behaviour: remarks on the stairs, twice" "Impact: somebody avoids the building" "scope: outside-but-safety (a member is afraid)" "leader: yes (of the local group)" "marginalised: it touches a group of few"
Chi writes: SHEET
  => Chi gets sheet with "Yes | Maybe |" without "leader" "few" "listed"
Ana writes: STATUS <case>
  => Ana gets case-status without "leader" "group of few"
