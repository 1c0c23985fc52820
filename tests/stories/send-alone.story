# A letter that waited a day for a second reader may leave alone, with a reason; never to the reported person (product.md 7)
committee: jupyter; Ana (chair), Bo, Chi
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>

Mon 09:00  Rita writes: Meeting
  | Sam Reed interrupts me in every single meeting and then laughs about it in the chat, where the
  | others can read it. I would like that to end, please.
  => Ana, Bo, Chi get report
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
Bo answers report: ASK REPORTER
  | In which chat was it, and may we read it?
  => Ana, Bo, Chi get preview
Tue 09:00  Bo answers preview: SEND ALONE <id> everybody is away
  => Bo gets refused with "has not waited 24 hours" "2026-03-03 10:00"
Tue 10:01  Bo answers preview: SEND ALONE <id>
  => Bo gets refused with "needs a reason"
Bo answers preview: SEND ALONE <id> everybody is away
  => Rita gets question with "In which chat"
  => Ana, Chi get notices with "without a second reader: everybody is away"
  => Bo gets transcript with "leaves at once"
Tue 11:00  Bo answers report: ASK REPORTED
  | We would like to hear your view of the last meetings.
  => Ana, Bo, Chi get preview
Wed 11:30  Bo answers preview: SEND ALONE <id> everybody is away
  => Bo gets refused with "never leaves without a second reader's OK"
  => Sam gets nothing
