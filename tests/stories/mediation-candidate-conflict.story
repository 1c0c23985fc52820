# Jupyter: a candidate in conflict; a mediator steps back; one who says yes again (JU-36, JU-37, JU-40, PS-09)
committee: jupyter; Ana (chair), Bo, Chi
outside: Rita Vale <rita@work.test>; Sam Reed <sam@x.test>; Pia Falk <pia@f.test>; Noa Winter <noa@w.test>; Wen Liu <wen@l.test>
never to Noa: "Rita", "Vale", "parser"
never to Pia: "parser"

Mon 09:00  Rita writes: Reviews
  | Sam Reed and I have quarrelled in the reviews of the parser for weeks. Neither of us was kind, and
  | I would rather find a way to work together than go on like this.
  => Chi gets report called "case"
Mon 10:00  Chi answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test / MEDIATE CANDIDATE Noa Winter noa@w.test
Bo answers preview: OK <id>
Mon 10:20  time passes
Noa answers mediator-question: RECUSE
  | Sam and I shared a flat until last year, and it ended badly.
  => Chi gets notices with "M1 does not mediate" without "flat"
  => nobody gets party-mail
nothing more to Noa
Chi answers report: MEDIATE INVITE
  => Chi gets refused with "has not said to be free of conflicts"
Chi answers report: MEDIATE CANDIDATE Noa Winter noa@w.test
  => Chi gets refused
Chi answers report: MEDIATE CANDIDATE Pia Falk pia@f.test
Bo answers preview: OK <id>
Mon 10:40  time passes
Pia (from pia@home.test) answers mediator-question: AGREE
  => Chi gets party-mail with "not confirmed"
  => Pia gets address-check
Chi answers report: MEDIATE INVITE
  => Chi gets refused with "has not said to be free of conflicts"
Mon 10:50  time passes
Pia answers mediator-question: clear
Chi answers report: MEDIATE INVITE
Bo answers preview: OK <id>
Mon 11:10  time passes
Rita answers mediation-invitation: Fine with me, and Sam may know.
Ana answers party-mail: MEDIATE YES R1 NAMED
Chi answers report: MEDIATE INVITE
Bo answers preview: OK <id>
Mon 11:30  time passes
Sam answers mediation-invitation: No.
  => Chi gets party-mail
Ana answers party-mail: MEDIATE NO P1
  => Ana gets transcript
Mon 12:30  time passes
Sam answers mediation-invitation: I have thought again. Yes, let us try.
Ana answers party-mail: MEDIATE YES P1
  => Ana gets transcript with "P1 agrees"
Ana answers preview: OK <id>
  => Ana gets transcript
Mon 13:00  time passes
  => Pia gets mediator-brief with "Rita Vale: conduct+o-" "Sam Reed: conduct+o-"
