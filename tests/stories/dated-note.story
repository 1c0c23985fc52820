# What members say is not kept, so a dated note is asked for before the end; DOC names its rules; no example runs (PS-55, PS-70, JU-03, PS-12, K-4, K-11, product.md 6)
committee: numfocus; Ana (chair), Bo, Dee; screeners Dee, Ana, Bo
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>

Mon 09:00  Rita writes: On the stairs
  | Sam Reed said things to me on the stairs that I do not want to repeat here, twice in one week,
  | and laughed when I asked for it to stop.
Mon 09:10  Dee answers held: SHOW
  => Dee gets report with "ABOUT First Last"
Dee answers report: ABOUT First Last
  => Dee gets refused with "Put their own name in the place of First Last."
  => nobody gets conflict-question
Dee answers report: ABOUT Sam Reed / CLEAR
Mon 09:20  Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
  => Ana, Bo, Dee get report called "case"
Mon 10:00  Ana answers report: TAKE / SAFETY no
Bo answers report: HELP
  => Bo gets help with "PROPOSE" "RECUSE" "EVAL" without "let the next on the rota" "DRAFT MODS" "DRAFT CONSULT" "MEDIATE" "SEVERE yes" "AGREE id" "REVIEW OK" "DETERMINE" "TO-COUNCIL"
Ana answers report: EVAL scope=yes / PROPOSE PLAN no contact outside the meetings
  | IF-REFUSED removal 30 d
Ana answers ballot: VOTE yes
Bo answers ballot: VOTE yes
  => Ana gets tally with "passed" "-> PARTY REPORTED First Last name@their.address"
Ana answers tally: PARTY REPORTED First Last name@their.address
  => Ana gets refused with "Put their own name and address into that line."
Ana answers tally: PARTY REPORTED Sam Reed name@their.address
  => Ana gets refused with "Put their own address in the place of name@their.address"
Ana answers tally: PARTY REPORTED Sam Reed sam@x.test
  => Ana gets transcript with "-> DRAFT REPORTED" without "-> DRAFT REPORTER"
Tue 10:00  Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Harsh words on the stairs.
  | IMPACT: People stay away.
Bo answers preview: OK <id>
Tue 10:11  time passes
  => Sam gets outcome-reported
Tue 11:00  Bo answers sent: I spoke with them on the phone, and they will keep to it.
  => Ana, Dee get talk
  => nobody gets reminder
Tue 12:00  Ana answers tally: DRAFT REPORTER
  | We have asked for a change of behaviour.
Dee answers preview: OK <id>
Tue 12:11  time passes
  => Rita gets outcome-reporter
  => Ana gets reminder 1 times with "no note says about what" "NOTE what was said and agreed" without "phone"
Ana answers reminder: NOTE what was said and agreed
  => Ana gets refused with "A note needs words of your own."
Ana answers reminder: NOTE 2026-03-03 Bo spoke with P1 / STATUS
Ana answers reminder: STATUS
  => Ana gets case-status with "Decided: no contact outside the meetings"
Ana answers reminder: DOC
  => Ana gets document with "Handled under: numfocus, version" "Bo spoke with P1" without "keep to it"
Tue 12:20  Ana answers reminder: CLOSE <case> RESULT
  => Ana gets transcript with "closed: "
Tue 18:00  time passes
  => nobody gets reminder
