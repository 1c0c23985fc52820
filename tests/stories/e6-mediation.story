# E-6, NumPy: mediation, a second address, two weeks (JU-22, JU-36, JU-37, JU-38, JU-39, JU-40, JU-41, JU-42, JU-43, JU-44)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@work.test>; Sam Reed <sam@x.test>; Noa Winter <noa@w.test>; Pia Falk <pia@f.test>
never to Noa: "Rita", "Vale", "review", "newcomer"

Mon 2 09:00  Rita writes: Reviews
  | Sam Reed and I have quarrelled in the reviews of the parser for weeks. Neither of us was kind, and
  | I would rather find a way to work together than go on like this.
  => Rita gets receipt
  => Ana, Bo, Chi get report called "case"
Mon 2 10:00  Chi answers report: TAKE / SEVERE no / SAFETY no / PARTY REPORTED Sam Reed sam@x.test
  => Rita gets first-contact
  => Chi gets transcript
Tue 3 09:00  Rita (from rita@home.test) answers first-contact: It began with the second release.
  => Ana, Bo, Chi get party-mail with "an address that is not confirmed" "second release"
  => Rita gets address-check 1 times with "rita@home.test" without "release"
  => Sam gets nothing
Tue 3 10:00  Rita answers address-check: YES <id>
  => nobody gets party-mail
Tue 3 11:00  Rita (from rita@home.test) answers first-contact: And it went on after the third.
  => Ana, Bo, Chi get party-mail without "not confirmed"
  => Rita gets arrived-too
Wed 4 09:00  Chi answers report: MEDIATE INVITE
  => Chi gets refused with "There is no candidate" "MEDIATE CANDIDATE name address"
Chi answers report: MEDIATE CANDIDATE Noa Winter noa@w.test
  => Ana, Bo, Chi get preview with "It would involve Sam Reed" "a mediator" "noa@w.test" without "Rita"
  => Chi gets transcript
Bo answers preview: OK
Wed 4 09:15  time passes
  => Noa gets mediator-question with "Sam Reed" "AGREE" "DECLINE" "No reason is wanted"
  => Rita, Sam get nothing
Chi answers report: MEDIATE INVITE
  => Chi gets refused with "Noa Winter has not said to be free of conflicts (JU-37)"
Wed 4 10:00  Noa answers mediator-question: AGREE
  => Noa gets arrived-too
  => Chi gets notices with "M1 has no conflict and would mediate"
Chi answers report: MEDIATE INVITE P1
  => Chi gets refused with "the yes of R1 is not recorded (JU-38)" "MEDIATE YES R1"
Chi answers report: MEDIATE YES R1
  => Chi gets refused with "R1 has not been invited yet"
Chi answers report: MEDIATE INVITE
  => Ana, Bo, Chi get preview with "Noa Winter" "rita@work.test" "with Sam Reed"
  => Chi gets transcript
Bo answers preview: OK <id>
Wed 4 10:15  time passes
  => Rita gets mediation-invitation with "Noa Winter" "It is voluntary" "You may propose somebody else" "about 14 days" "may we tell the other side"
  => Sam gets nothing
Fri 6 09:00  Rita answers mediation-invitation: Yes, but with Pia Falk instead, and Sam may know that it is me.
  => Ana, Bo, Chi get party-mail with "Pia Falk instead"
  => Rita gets arrived-too
Ana answers party-mail: MEDIATE YES R1 WITH Pia Falk NAMED
  => Ana gets refused with "Pia Falk is not the candidate" "MEDIATE CANDIDATE Pia Falk name@their.address"
Chi answers party-mail: MEDIATE CANDIDATE Pia Falk pia@f.test / MEDIATE YES R1 WITH Pia Falk NAMED
  => Chi gets transcript with "R1 agrees and may be named"
  => Ana, Bo, Chi get preview with "pia@f.test" without "Rita"
Bo answers preview: OK <id>
Fri 6 09:30  time passes
  => Pia gets mediator-question with "Sam Reed" without "Rita"
  => Noa, Rita, Sam get nothing
Fri 6 10:00  Pia answers mediator-question: AGREE
  | I know neither of them well, and would like to try.
  => Ana, Bo, Chi get party-mail with "would like to try"
  => Pia gets arrived-too
Chi answers report: MEDIATE INVITE
  => Ana, Bo, Chi get preview with "sam@x.test" "Rita Vale" "Pia Falk"
  => Chi gets transcript
Bo answers preview: OK <id>
Fri 6 10:15  time passes
  => Sam gets mediation-invitation with "somebody else of our community: Rita Vale" "Pia Falk" "A no has no consequence" without "tell the other side"
Mon 9 09:00  time passes
  => Rita, Sam, Pia, Noa get nothing
Mon 9 09:30  Sam answers mediation-invitation: Agreed.
  => Ana, Bo, Chi get party-mail with "Agreed."
  => Sam gets arrived-too
Chi answers party-mail: MEDIATE YES P1
  => Chi gets transcript with "recorded: P1 agrees" "the report of M2, the mediator"
  => Ana, Bo, Chi get preview with "pia@f.test" "Rita Vale: conduct+o-" "Sam Reed: conduct+o-"
  => Rita, Sam get nothing
Bo answers preview: OK <id>
Mon 9 10:00  time passes
  => Pia gets mediator-brief with "everybody has agreed that you mediate" "by 2026-03-23" "VETTED-BY" without "rita@work.test" "sam@x.test" "parser"
  => Noa gets nothing
Chi answers report: DRAFT REPORTED
  => Chi gets help
Mon 9 10:30  Ana answers report: STATUS
  => Ana gets case-status with "Mediation" "2026-03-23" "paused"
Tue 10 12:30  time passes
  => nobody gets mediation-talk
Tue 10 13:00  Pia (for Rita Vale) answers mediator-brief: How did the zwibble quarrel begin for you?
  => Rita gets mediation-talk with "Pia Falk, the mediator, writes" "zwibble quarrel"
  => nobody else gets anything
Rita answers mediation-talk: With a zwibble that nobody had asked me about.
  => Pia gets mediation-talk with "Rita Vale writes to you" "With a zwibble" without "rita@work.test"
  => nobody else gets anything
Wed 11 12:30  time passes
  => nobody gets mediation-talk
Wed 11 13:00  Pia (for Sam Reed) answers mediator-brief: What would help you?
  => Sam gets mediation-talk with "What would help you?" without "zwibble"
  => nobody else gets anything
Sam answers mediation-talk: A frandle, and less haste.
  => Pia gets mediation-talk with "Sam Reed writes to you" "A frandle"
  => nobody else gets anything
Mon 16 09:00  time passes
  => Rita gets status-reporter with "A mediator is at work on it" "2026-03-24"
  => nobody gets reminder
  => Sam, Pia get nothing
Thu 19 10:00  time passes
  => Pia gets mediator-brief with "4 days are left" without "Rita" "Sam"
  => Rita, Sam get nothing
Mon 23 08:00  time passes
  => Rita, Sam get nothing
Mon 23 08:30  Pia answers mediator-brief: They will share the reviews.
  | VETTED-BY: Rita Vale
  => Pia gets mediation-asked with "Still missing: Sam Reed" "nothing of it was kept"
  => nobody else gets anything
Mon 23 08:40  Pia answers mediator-brief: They will share the reviews.
  => Pia gets mediation-asked with "VETTED-BY" without "Still missing"
Mon 23 11:00  time passes
  => Chi gets reminder with "The time for the mediation is over" "MEDIATE CLOSE"
  => Rita gets status-reporter with "2026-03-30"
Tue 24 09:30  Pia answers mediator-brief: They will share the reviews, and recommend that nothing more is done.
  | VETTED-BY: Rita Vale, Sam Reed
  => Ana, Bo, Chi get party-mail with "nothing more is done" without "zwibble" "frandle"
  => Chi gets notices with "vetted by all parties, is in"
  => Pia gets arrived-too
  => Rita, Sam get nothing
Tue 24 09:40  Rita answers mediation-talk: One more frandle.
  => Rita gets mediation-asked with "the mediation is over"
  => nobody else gets anything
Wed 25 09:00  Chi answers report: DETERMINE
  | WHAT: a quarrel in reviews
  | VIOLATION: no
  | WHO: both
  | ONGOING: no
Chi answers report: PROPOSE NONE both agreed on a way, with a mediator
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Ana, Bo, Chi get tally with "passed"
Wed 25 10:00  Chi answers report: DRAFT CONSULT
Bo answers preview: OK <id>
Wed 25 10:15  time passes
  => Rita gets proposed-resolution
Wed 25 11:00  Rita answers proposed-resolution: That is good.
  => Ana, Bo, Chi get party-mail
Wed 25 11:30  Chi answers tally: DRAFT REPORTER We found no violation, and are glad that you both found a way.
Bo answers preview: OK <id>
Wed 25 11:45  time passes
  => Rita gets no-violation
Ana answers tally: REPORT-COUNCIL
Bo answers preview: OK <id>
Wed 25 12:30  time passes
  => Kim gets council-report without "zwibble" "frandle"
Chi answers tally: CLOSE <case> RESULT
  => Chi gets transcript with "closed"
Chi answers tally: DOC
  => Chi gets document with "M2 mediates until 2026-03-23" "They will share the reviews" "M1 has no conflict" without "zwibble" "frandle" "mediation-talk"
