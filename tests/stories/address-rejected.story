# A stranger under a reporter's handle: marked, asked about once, rejected, and kept unread (E-6, product.md 3, promise 5)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
known: Chi = chi-dev
outside: Rita Vale <rita@work.test>; Sam Reed <sam@x.test>; Stranger Vale <rita.vale@bad.test>
nothing more to Stranger

Mon 09:00  Rita writes: Reviews
  | Sam Reed has been shouting in the reviews of the parser for weeks, and everybody else has stopped
  | writing there because of it.
  => Ana, Bo, Chi get report
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
  => Rita gets first-contact
Mon 11:00  Rita (from rita.vale@bad.test) answers receipt: Please tell me what the others said.
  => Ana, Bo, Chi get party-mail with "not confirmed" "what the others said" without "rita.vale@bad.test"
  => Rita gets address-check 1 times with "rita.vale@bad.test" without "others said"
Rita (from rita.vale@bad.test) answers address-check: YES <id>
  => Rita gets nothing
Mon 11:20  Rita (from chi@members.test) answers receipt: This is me as well.
  => Rita gets nothing
Mon 11:30  Rita (from sam@x.test) answers receipt: And me.
  => Rita gets nothing
Mon 11:35  Rita (from one@bad.test) answers receipt: And me.
  => Rita gets address-check with "one@bad.test"
Rita (from two@bad.test) answers receipt: And me.
  => Rita gets address-check with "two@bad.test"
Rita (from three@bad.test) answers receipt: And me.
  => Rita gets nothing
Mon 11:40  Rita answers receipt: NO
  => Ana gets party-mail without "not confirmed"
Mon 12:05  Rita answers address-check: NO
  | Who is that? I am worried.
  => Ana, Bo, Chi get party-mail with "I am worried"
Mon 14:10  time passes
  => Ana gets notices with "was not theirs"
Mon 14:20  Rita (from two@bad.test) answers receipt: Answer me at once, about the parser.
  => nobody gets party-mail
  => Rita gets nothing
Mon 16:10  time passes
  => Ana, Bo, Chi get notices with "kept unread. READ 14"
Bo answers report: READ 14
  => Bo gets report with "Answer me at once"
