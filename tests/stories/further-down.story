# What ran is done and what stood further down is reported; a struck vote brings the new ballot (product.md 6, PS-32, JU-19, JU-47)
committee: jupyter; Ana (chair), Bo, Chi
outside: Rita Vale <rita@home.test>; Wen Ortega <wen@w.test>

Mon 09:00  Rita writes: In the chat
  | Two people have been making fun of the accents of others in the weekly call, every single week,
  | and nobody in the call says anything against it.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Bo answers report
  | TAKE
  |
  | I take this one, I know nobody of them.
  | SAFETY no
  => Bo gets transcript with "you lead this case" "not run: a command stands at the very top" without "Nothing was done" subject "] done, 1 error"
  => Ana, Chi get talk
  => Rita gets first-contact
# below a quote nothing runs, whatever mail program put it there
Chi answers report
  | > Two people have been making fun of the accents of others
  |
  | SAFETY no
  => Chi gets refused with "a command stands at the very top"
Ana answers report: STATUS
  => Ana gets case-status with "Safety risk: -"
Bo answers report: NOTE 2026-02-30 spoke with both
  => Bo gets refused with "no date of the calendar"
Mon 11:00  Bo answers report: PROPOSE
  | WHAT: mocking of accents
  | VIOLATION: yes
  | WHO: two people
  | ONGOING: no
  | PLAN: a talk with both of them
  => Ana, Bo, Chi get ballot
Mon 11:10  Bo answers report: PROPOSE
  | PLAN: a talk with both of them, and one with the whole call
  => Ana, Bo, Chi get ballot with "The proposal has changed"
Chi answers report: VOTE yes
  => Chi gets transcript
# nobody proved this "Yes": the question says that it is a vote
Ana (unproven) answers ballot: Yes.
  => Ana gets confirm with "VOTE Yes" without "go to the case group"
Ana answers confirm: YES
  => Ana gets transcript with "counted on ballot"
# the line that would work, whole; and a result that is too long for the sheet says so
Bo answers report: DRAFT
  => Bo gets refused with "DRAFT REPORTER"
Bo answers report: CLOSE <case> the two of them have talked for a long time on Friday evening and they go on as friends
  => Bo gets refused with "at most 80 characters"
# what a witness was asked and said stands in the document
Bo answers report: PARTY WITNESS Wen Ortega wen@w.test / ASK WITNESS
  | What did you hear?
  => Ana, Bo, Chi get preview with "a witness" "wen@w.test"
Ana answers preview: OK <id>
Mon 12:30  time passes
  => Wen gets question with "What did you hear?"
Wen answers question: I heard it twice.
  => Ana, Bo, Chi get party-mail with "I heard it twice."
Ana answers report: DOC
  => Ana gets document with "To W1:" "What did you hear?" "From W1:" "I heard it twice."
