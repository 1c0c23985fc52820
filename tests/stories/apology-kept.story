# NumFOCUS: an apology is accepted for the reporter and kept; nothing is asked for, nothing passed on unasked (PS-49, K-15, PS-65, PS-66, PS-68, PS-70, PS-80)
committee: numfocus; Ana (chair), Bo, Chi; screeners Ana
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>

Mon 09:00  Rita writes: About Sam
  | About: Sam Reed
  |
  | Sam Reed posted a drawing of me in the channel and would not take it down for two days, although
  | several people asked for it.
  => Ana, Bo, Chi get conflict-question
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
  => Ana, Bo get report called "case"
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
Bo answers report: NOTE SUMMARY behaviour=a drawing was posted impact=the channel felt unsafe
  => Bo gets transcript
Mon 11:00  Bo answers report: PROPOSE APOLOGY in public
  => Bo gets refused with "never asked for"
Bo answers report: EVAL scope=yes / PROPOSE
  | PLAN: no pictures of others
  | IF-REFUSED: removal
  | CONSEQUENCE: warning
Ana answers ballot: VOTE yes
Bo answers ballot: VOTE yes
  => Bo gets tally with "passed"
Bo answers tally: DRAFT REPORTED
  | BEHAVIOUR: A picture that mocked somebody.
  | IMPACT: The channel felt unsafe.
Ana answers preview: OK <id>
Mon 12:00  time passes
  => Sam gets outcome-reported without "Ana Ruiz"
Tue 09:00  Sam answers outcome-reported: Sorry, please tell whoever it was.
  => Ana, Bo get party-mail
  => Rita gets nothing
Tue 10:00  Bo answers party-mail: APOLOGY FILE
  => Bo gets refused with "No apology is recorded yet"
Bo answers party-mail: APOLOGY RECEIVED / STANDS
  => Bo gets transcript with "recorded, and kept"
Bo answers party-mail: APOLOGY RELAY
  => Bo gets refused with "only after they said that they want it"
Bo answers party-mail: APOLOGY FILE / NOTE spoke on the phone
  => Bo gets transcript with "it goes to nobody" "with today's date 2026-03-03"
  => Rita gets nothing
Bo answers party-mail: DOC
  => Bo gets document with "1. The report" "behaviour" "a drawing was posted" "2. Summary of discussions" "2026-03-03, Bo Lind: spoke on the phone" "3. Proposed plan" "no pictures of others" "4. Proposed consequences" "6. Talks with the reported person" "Sorry, please tell"
