# Jupyter: an apology is asked for by the chair, only after the reporter agreed (JU-26, K-15, PS-49)
committee: jupyter; Ana (chair), Bo, Chi
council: Kim
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Sam: "Rita", "Vale"

Mon 09:00  Rita writes: A remark
  | Sam Reed made a remark about my age in front of the whole team, and everybody laughed. I do not
  | want to make much of it, but it was not nice at all.
  => Bo gets report called "case"
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
Bo answers report: PROPOSE APOLOGY in private, for the remark
  => Bo gets refused with "agreement to an apology is not recorded" "ASK REPORTER" "APOLOGY WANTED"
Mon 11:00  Bo answers report: APOLOGY WANTED
  => Bo gets transcript with "R1 says yes to an apology"
Bo answers report: PROPOSE APOLOGY in private, for the remark
  | WHAT: a remark about age
  | VIOLATION: yes
  | WHO: Sam Reed
  | ONGOING: no
  => Ana, Bo, Chi get ballot with "an apology is asked for" "in private, for the remark"
Bo answers report: DRAFT APOLOGY A private apology for a remark about age, please.
  => Bo gets refused with "has not agreed to ask"
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Bo gets tally
Mon 12:00  Bo answers tally: DRAFT CONSULT
Chi answers preview: OK <id>
Mon 12:11  time passes
  => Rita gets proposed-resolution
Rita answers proposed-resolution: Yes, please do it like that.
Tue 09:00  Bo answers tally: DRAFT APOLOGY A private apology for a remark about age, please.
  => Bo gets refused with "The chair asks for an apology: Ana Ruiz"
Ana answers tally: DRAFT APOLOGY A private apology for a remark about age, please.
  => Bo gets preview with "sam@x.test"
Bo answers preview: OK <id>
Tue 09:12  time passes
  => Sam gets apology-request with "A private apology for a remark about age" "Please send it to us" "Ana Ruiz"
Wed 09:00  Sam answers apology-request: I am sorry about that remark. It was thoughtless, and I will not do it again.
  => Ana, Bo, Chi get party-mail
  => Rita gets nothing
Wed 10:00  Bo answers party-mail: APOLOGY RELAY
  => Bo gets refused with "No apology is recorded yet"
Bo answers party-mail: APOLOGY RECEIVED
  => Bo gets transcript with "recorded, and kept"
Bo answers party-mail: APOLOGY RELAY
  => Ana, Bo, Chi get preview with "I am sorry about that remark" "rita@home.test"
Chi answers preview: OK <id>
Wed 10:12  time passes
  => Rita gets apology-relay with "I am sorry about that remark" "Nobody expects an answer" without "sam@x.test"
