# Two members let pass what the check found, each with a reason; never a name or an address (promise 5, PS-42)
committee: jupyter; Ana (chair), Bo, Chi
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>

Mon 09:00  Rita writes: Meeting
  | Sam Reed interrupts me in every single meeting and then laughs about it in the chat, where the
  | others can read it. I would like that to end, please.
  => Ana, Bo, Chi get report
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
Bo answers report: ASK REPORTED
  | Do you laugh about it in the chat, where the others can read it?
  => Bo gets refused with "may not leave" "six words" "WAIVE CHECK the reason"
  => nobody gets preview
Bo answers report: WAIVE CHECK / ASK REPORTED
  | Do you laugh about it in the chat, where the others can read it?
  => Bo gets refused with "needs a reason"
Bo answers report: WAIVE CHECK he says so himself / ASK REPORTED
  | Rita says that you laugh about it in the chat, where the others can read it.
  => Bo gets refused with "given name: “Rita”" without "WAIVE CHECK the reason"
  => nobody gets preview
Mon 10:30  Bo answers report: WAIVE CHECK he wrote the same in public / ASK REPORTED
  | Do people laugh about it in the chat, where the others can read it?
  => Ana, Bo, Chi get preview with "The check found these words" "he wrote the same in public"
Mon 10:40  Chi answers preview: OK <id>
  => Chi gets refused with "WAIVE CHECK"
Bo answers preview: WAIVE CHECK <id> once more
  => Bo gets transcript with "another member must say"
Mon 11:00  Chi answers preview: WAIVE CHECK <id>
  => Chi gets refused with "needs a reason"
Chi answers preview: WAIVE CHECK <id> I found it in the public log / OK <id>
  => Chi gets transcript with "lets draft" "leaves in 10 minutes"
Mon 11:20  time passes
  => Sam gets right-of-reply with "laugh about it in the chat"

# The waiver falls with the one who gave it
Mon 12:00  Ana answers report: WAIVE CHECK public as well / ASK REPORTED
  | Is it true about every single meeting and then laughs about it?
  => Ana, Bo, Chi get preview
Mon 12:05  Bo answers preview: WAIVE CHECK <id> public
  => Bo gets transcript with "lets draft"
Mon 12:10  Chi answers preview: OK <id>
  => Chi gets transcript with "leaves in 10 minutes"
Mon 12:15  Bo answers report: RECUSE
Mon 12:30  time passes
  => Sam gets nothing
