# NumPy: what a mediator and the parties write to each other goes to them alone, and only while it lasts (JU-39, JU-41, JU-42, JU-43, promise 3, promise 5)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@work.test>; Sam Reed <sam@x.test>; Pia Falk <pia@f.test>
never to Sam: "Rita", "Vale", "parser"
never to Ana: "zwibble", "frandle", "gromble", "snorple"
never to Chi: "zwibble", "frandle", "gromble", "snorple"

Mon 09:00  Rita writes: Reviews
  | Sam Reed and I have quarrelled in the reviews of the parser for weeks. Neither of us was kind, and
  | I would rather find a way to work together than go on like this.
  => Chi gets report called "case"
Mon 10:00  Chi answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test / MEDIATE CANDIDATE Pia Falk pia@f.test
Bo answers preview: OK <id>
Mon 10:20  time passes
Pia answers mediator-question: AGREE
Chi answers report: MEDIATE INVITE
Bo answers preview: OK <id>
Mon 10:40  time passes
Rita answers mediation-invitation: Yes, but without my name.
Bo answers party-mail: MEDIATE YES R1
Chi answers report: MEDIATE INVITE
Bo answers preview: OK <id>
Mon 11:00  time passes
Sam answers mediation-invitation: Yes.
  => Bo gets party-mail
Bo answers party-mail: MEDIATE YES P1
  => Chi gets preview with "R1: conduct+o-" "Sam Reed: conduct+o-" without "Rita"
Bo answers preview: OK <id>
Mon 11:20  time passes
  => Pia gets mediator-brief with "R1: conduct+o-" without "Rita" "Vale"
Mon 12:30  time passes
  => nobody gets mediation-talk
Mon 13:00  Pia (for R1) answers mediator-brief: What happened with the zwibble?
  => Rita gets mediation-talk with "zwibble"
  => nobody else gets anything
Rita answers mediation-talk: It was a zwibble of my own.
  | + notes.txt text/plain
  |
  | Best wishes,
  | Rita Vale
  => Pia gets mediation-talk with "R1 writes to you" "of my own" without "Vale"
  => nobody else gets anything
Rita (from rita@home.test) answers mediation-talk: And a frandle.
  => Rita gets mediation-asked with "did not come from this address"
  => Rita gets address-check with "rita@home.test" without "frandle"
  => nobody else gets anything
Rita (failing) answers mediation-talk: And a gromble.
  => nobody gets anything
Rita answers address-check: YES
Rita (from rita@home.test) answers mediation-talk: And a frandle.
  => Pia gets mediation-talk with "And a frandle."
  => Rita, Sam get nothing
Rita (automatic) answers mediation-talk: I am away, and you wrote about a zwibble.
  => nobody gets anything
Pia (for Sam Reed) answers mediator-brief: Rita says that you dug up the zwibble.
  => Pia gets mediation-asked with "has not agreed to be named"
  => nobody else gets anything
Pia (for Sam Reed) answers mediator-brief: Tell me about the zwibble.
  => Sam gets mediation-talk with "Tell me about the zwibble."
  => nobody else gets anything
Sam bounces mediation-talk
  => Pia gets mediation-asked with "could not be delivered to Sam Reed"
  => nobody else gets anything
Pia answers mediator-brief: TO COMMITTEE
  | I need a few days more, please.
  => Bo gets party-mail with "a few days more"
the next hop defers Sam
Mon 14:00  Pia (for Sam Reed) answers mediator-brief: One more gromble.
  => Pia, Sam get nothing
Sam answers mediation-talk: A snorple, rather.
  => Pia gets mediation-talk with "A snorple, rather."
Mon 14:01  Pia answers mediator-brief: DECLINE
  | The gromble was too much for me.
  => Chi gets notices with "M1 does not mediate" without "gromble"
the next hop takes Sam
Tue 09:00  time passes
  => Sam, Pia get nothing
Tue 10:00  Sam answers mediation-talk: Is anybody there, with a snorple?
  => Sam gets mediation-asked with "the mediation is over"
  => nobody else gets anything
Tue 10:30  Chi answers report: MEDIATE CLOSE
  => Chi gets transcript with "nobody outside is told"
Tue 11:00  Chi answers report: DOC
  => Chi gets document with "R1 agrees to mediation" without "mediation-talk"
