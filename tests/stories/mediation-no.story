# NumPy: the reported person says no; it ends in silence, and no letter speaks of it (JU-36, JU-38, JU-39, JU-40)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
rule: determinations = false
outside: Rita Vale <rita@work.test>; Sam Reed <sam@x.test>; Pia Falk <pia@f.test>
never to Sam: "Rita", "Vale", "parser"
never to Pia: "Rita", "Vale", "parser"

Mon 09:00  Rita writes: Reviews
  | Sam Reed and I have quarrelled in the reviews of the parser for weeks. Neither of us was kind, and
  | I would rather find a way to work together than go on like this.
  => Chi gets report called "case"
Mon 10:00  Chi answers report: TAKE / SEVERE no / SAFETY no
Chi answers report: MEDIATE CANDIDATE Pia Falk pia@f.test
  => Chi gets refused with "Say first with whom"
Chi answers report: PARTY REPORTED Sam Reed sam@x.test
Chi answers report: MEDIATE CANDIDATE Sam Reed sam@other.test
  => Chi gets refused with "A party of the case cannot mediate it"
Chi answers report: MEDIATE CANDIDATE Kim Sato kim@home.test
  => Chi gets refused with "A mediator comes from outside"
Chi answers report: MEDIATE CANDIDATE Wen Liu rita@work.test
  => Chi gets refused with "the address of another party, R1"
Bo answers report: MEDIATE CANDIDATE Pia Falk pia@f.test
  => Bo gets refused with "for the lead"
Chi answers report: MEDIATE CANDIDATE Pia Falk pia@f.test
Bo answers preview: OK <id>
Mon 10:20  time passes
Pia answers mediator-question: Agree!
  => Chi gets notices with "M1 has no conflict"
Chi answers report: MEDIATE INVITE
  | The talks are in writing and take two weeks at most.
Bo answers preview: OK <id>
Mon 10:40  time passes
  => Rita gets mediation-invitation with "The talks are in writing"
Tue 09:00  time passes
Rita answers mediation-invitation: Yes. I would rather not be named at first.
  => Chi gets party-mail
Bo answers party-mail: MEDIATE YES R1
  => Bo gets transcript with "R1 agrees"
Chi answers party-mail: MEDIATE INVITE
  => Chi gets preview with "sam@x.test" "The talks are in writing" without "Rita"
Bo answers preview: OK <id>
Tue 09:20  time passes
  => Sam gets mediation-invitation with "between you and somebody else of our community." "The talks are in writing"
Sat 09:00  time passes
  => Rita, Sam, Pia get nothing
Sat 10:00  time passes
Sam answers mediation-invitation: I would rather not.
  => Chi gets party-mail with "I would rather not"
Chi answers party-mail: MEDIATE NO P1
  => Chi gets transcript with "no letter will speak of it"
  => Rita, Pia get nothing
Chi answers party-mail: MEDIATE INVITE
  => Chi gets refused with "There is no candidate"
Chi answers party-mail: MEDIATE CANDIDATE Wen Liu wen@w.test
  => Chi gets refused with "nobody is pressed to try again (JU-36)"
Chi answers party-mail: MEDIATE YES R1
  => Chi gets refused with "The mediation is over"
Sat 11:00  time passes
Pia answers mediator-question: When does it begin?
  => Ana, Bo, Chi get party-mail
Mon 9 09:30  Chi answers party-mail: PROPOSE PLAN a talk about reviews
  | CONSEQUENCE warning
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Chi gets tally
Chi answers tally: DRAFT CONSULT As the mediation did not come about, we propose this.
  => Chi gets refused with "ended mediation: “mediation”"
Chi answers tally: DRAFT CONSULT As Pia Falk could not help, we propose this.
  => Chi gets refused with "name: “Pia Falk”"
Chi answers tally: DRAFT CONSULT We propose this.
Bo answers preview: OK <id>
Mon 9 09:50  time passes
  => Rita gets proposed-resolution without "mediation" "mediator" "Pia"
  => Sam, Pia get nothing
Mon 9 10:00  Rita answers proposed-resolution: That is fine.
  => Chi gets party-mail
Chi answers tally: DRAFT REPORTED
  | BEHAVIOUR: Harsh words in reviews. A mediator was refused.
  | IMPACT: People stop writing.
  => Chi gets refused with "ended mediation: “mediator”"
Mon 16 09:00  time passes
  => Rita gets status-reporter without "mediator"
