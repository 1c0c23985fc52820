# GCC: records are looked at, everybody listed is heard, or two members say why not, before a proposal (GC-08, GC-09, JU-13, JU-15, JU-14, JU-16, JU-18, JU-30, NP-08, NF-03, PS-42, PS-48)
committee: gcc; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>; Wen Liu <wen@z.test>; Uli Storm <uli@z.test>
never to Sam: "Rita", "Vale", "Wen", "Liu", "Uli", "Ana", "Bo", "Chi"
never to Wen: "Rita", "Vale", "Uli", "Ana", "Chi"

Mon 09:00  Rita writes: In the workshop
  | Sam Reed mocked the accent of another person in the workshop, again and again, until that person
  | went home. Wen Liu and Uli Storm were in the room and can tell you more about it.
  => Ana, Bo, Chi get report with "Look at the available records" "is it still going on" called "case"
  => Rita gets receipt with "Who did it" "Whether somebody else saw it" "Who should not see your message"
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test / PARTY WITNESS Wen Liu wen@z.test / PARTY WITNESS Uli Storm
Bo answers report: PROPOSE CONSEQUENCE private reprimand
  => Bo gets refused with "the records have not been looked at" "the four answers in writing" "P1 has not been heard" "W1 has not been heard" "W2 has not been heard" "NOTE RECORDS what was found" "ASK REPORTED" "ASK WITNESS 1" "PARTY WITNESS Uli Storm name@their.address" "WAIVE W2 the reason"
  => nobody gets ballot
Bo answers report: NOTE RECORDS no earlier report, and the recording of the workshop
  => Bo gets transcript with "records looked at"
Mon 11:00  Bo answers report: ASK REPORTED
  => Bo gets help with "in neutral words"
Bo answers report: ASK REPORTED
  | Rita says that you mocked an accent.
  => Bo gets refused with "Rita"
  => nobody gets preview
Bo answers report: ASK REPORTED
  | In a workshop in February, remarks about how somebody speaks were made several times.
  => Ana, Bo, Chi get preview with "sam@x.test" "the reported person" "Please answer by Monday 9 March 2026"
Chi answers preview: OK <id>
Mon 11:11  time passes
  => Sam gets right-of-reply with "Nothing has been decided" "on behalf of the Steering Committee" "remarks about how somebody speaks" "by Monday 9 March 2026" "do not contact anybody" without "<case>" "report"
Bo answers report: ASK WITNESS
  | What did you see?
  => Bo gets refused with "Which witness?" "ASK WITNESS 1"
Bo answers report: ASK WITNESS 1
  | What did you see in the workshop in February? We ask so that we do not rely on one account.
Chi answers preview: OK <id>
Mon 11:25  time passes
  => Wen gets question with "You are free to answer or not" "on behalf of the Steering Committee"
Mon 12:00  Bo answers report: WAIVE W2
  => Bo gets refused with "A waiver needs a reason"
Bo answers report: WAIVE W2 no address, and looking for one would show who spoke
  => Bo gets transcript with "it counts when a second member answers WAIVE W2"
  => Ana, Chi get notices with "WAIVE W2 agrees"
Bo answers report: WAIVE W2 still so
  => Bo gets transcript with "waits for a second member"
Chi answers notices: WAIVE W2
  => Chi gets transcript with "two members agree: W2 is waived"
Mon 13:00  Bo answers report: DETERMINE
  | WHAT: mocking of an accent in a workshop
  | VIOLATION: yes, of the second article
  | WHO: Sam Reed
  => Bo gets refused with "a question to P1 is open" "a question to W1 is open" "the lines ONGOING:" "DETERMINE WITHOUT the reason"
Mon 14:00  Wen answers question: Yes, it was like that, and it was not kind.
  => Ana, Bo, Chi get party-mail with "it was not kind"
Sat 7 11:15  time passes
  => Bo gets reminder with "P1 was asked for their view" "EXTEND P1 UNTIL 2026-03-16"
Sat 7 12:00  Bo answers report: EXTEND P1 UNTIL 2026-03-06
  => Bo gets refused with "over already"
Bo answers report: EXTEND P1 UNTIL 2026-03-12
  => Bo gets transcript with "P1 has until 2026-03-12"
Sun 8 12:00  time passes
  => Bo gets reminder 1 times with "The outcome, or news with a date"
Mon 9 12:00  time passes
  => nobody gets reminder
Wed 11 00:30  time passes
  => Bo gets reminder with "P1 was asked for their view"
Fri 13 00:30  time passes
  => Bo gets reminder with "no answer is on record"
Fri 13 09:00  Bo answers report: DETERMINE
  => Bo gets help with "WHAT:" "VIOLATION:" "WHO:" "ONGOING:"
Bo answers report: DETERMINE
  | WHAT: mocking of an accent in a workshop
  | VIOLATION: yes, of the second article
  | WHO: Sam Reed
  | ONGOING: no, and nobody is in danger
  => Bo gets transcript with "the four answers stand in the document"
Bo answers report: PROPOSE CONSEQUENCE private reprimand
  => Ana, Bo, Chi get ballot with "What happened: mocking of an accent" "Is it ongoing: no, and nobody" "a reminder that decides nothing" "misunderstanding, of a second language"
Ana answers ballot: DOC
  => Ana gets document with "records: no earlier report" "Bo Lind would go on without hearing W2: no address" "Chi Okafor would go on without hearing W2" "P1: no answer in time" "Violation: yes, of the second article" "remarks about how somebody speaks" "it was not kind"
