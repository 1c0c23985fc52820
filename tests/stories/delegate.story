# An event's delegate brings in a report and what they did alone; they hear nothing more of it (JU-10, JU-06, JU-09, GC-01, letter T42, promise 4)
committee: jupyter; Ana (chair), Bo, Chi, Dee; screener Bo
space: hall; delegates Ola; administrators Pat
outside: Nur Çelik <nur@home.test>; Sam Reed <sam@x.test>
never to Ola: "Çelik", "Bo Lind", "Dee Novak"
never to Pat: "Çelik", "Ola"

Sat 15:00  Ola writes: From the hall
  | IMPORT
  | ACTED asked Sam Reed to leave the hall AT 2026-03-07 13:30
  |
  | From: Nur Çelik <nur@home.test>
  | Subject: at the poster session
  |
  | Sam Reed pushed my poster over, twice, and told me in front of it to go back to where I had come
  | from. I would like to stay, but not beside that person.
  => Ola gets import-receipt with "delete your own copy" "You are not asked further" without "<case>"
  => Ana, Bo, Chi, Dee get report with "pushed my poster over" "in front of it" called "case"
  => Ana, Bo, Chi, Dee get solo-act-review with "asked Sam Reed to leave the hall" "By: Ola Nord" "2026-03-07 13:30 UTC"
  => Nur gets receipt with "Please answer"
  => nobody else gets anything
Sat 15:10  Ola writes: STATUS <case>
  => Ola gets refused with "not yours to use here" "IMPORT" without "SHEET" "my cases"
  => nobody else gets anything
Ola writes: HELP
  => Ola gets help with "IMPORT"
Sat 16:00  Dee answers report: TAKE
  => Nur gets nothing
Sat 16:10  Nur answers receipt: Yes, that was me. I am in the quiet room now.
  => Nur gets first-contact with "Dee Novak"
  => Ana, Bo, Chi, Dee get party-mail with "quiet room"
  => Ola gets nothing
Sun 8 03:00  time passes
  => Ola gets nothing
Sun 8 13:31  time passes
  => Ana gets reminder with "A member acted alone"
  => Ana, Bo, Chi, Dee get solo-act-review
  => Ola gets nothing
Sun 8 14:00  Ana answers solo-act-review: REVIEW OK
Bo answers solo-act-review: REVIEW OK
Chi answers solo-act-review: REVIEW OK
Dee answers solo-act-review: REVIEW OK
  => Ana, Bo, Chi, Dee get notices with "it stands"
  => Ola, Pat get nothing
Mon 9 09:00  Dee answers report: DOC
  => Dee gets document with "Act of a single member, 2026-03-07 13:30, Ola Nord"
