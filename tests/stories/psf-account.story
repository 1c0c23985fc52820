# PSF: words are offered and anything temporary has an end; the recommendation is neutral; an account takes the decision, the check and two readers (PS-32, PS-33, PS-34, PS-35, PS-46, PS-47, PS-54, PS-60, JU-17, K-11)
committee: psf; Ana (chair), Bo, Chi, Dee; screeners Dee, Ana
council: Kim
space: help; moderators Max
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Sam: "Rita", "Vale"
never to Kim: "Rita", "Vale"

Mon 09:00  Rita writes: In the channel
  | About: Sam Reed
  |
  | Sam Reed posted my private photographs in the help channel and laughed when others asked for
  | them to be taken down again. It went on for a whole evening.
  => Ana, Bo, Chi, Dee get conflict-question
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
Dee answers conflict-question: CLEAR
  => Ana, Bo, Chi, Dee get report called "case"
Mon 10:00  Ana answers report: TAKE / SPACE help / PARTY REPORTED Sam Reed sam@x.test / EVAL scope=yes
Ana answers report: PROPOSE
  => Ana gets help with "Plans that are often agreed on: changed language; certain topics left alone; no private messages" "loss of administrator rights" "publishing an account of the incident" "Other words will do."
Ana answers report: PROPOSE PLAN none
  | IF-REFUSED: removal
  | CONSEQUENCE: temporary removal from the channel
  => Ana gets refused with "a plan names what the person is to do differently" "what is temporary needs its end" "until 2026-09-01"
Ana answers report: PROPOSE PLAN he posts no pictures of others
  | IF-REFUSED: removal
  | CONSEQUENCE: warning
  => Ana gets refused with "another word for: he"
Ana answers report: PROPOSE PLAN no pictures of other people
  | IF-REFUSED: removal
  | CONSEQUENCE: temporary removal until 2026-06-01; publishing an account of the incident
  => Ana, Bo, Chi, Dee get ballot with "Consequences that are often agreed on"
Ana answers ballot: VOTE yes
Bo answers ballot: VOTE yes
Chi answers ballot: VOTE yes
  => Ana gets tally with "passed"
Tue 09:00  Ana answers report: DRAFT MODS BEHAVIOUR: He posted pictures of another person.
  => Ana gets refused with "gender-neutral" "he"
  => nobody gets preview
Ana answers report: DRAFT MODS BEHAVIOUR: Pictures of another person were posted.
Bo answers preview: OK <id>
Tue 09:15  time passes
  => Max gets recommendation with "no pictures of other people"
Max answers recommendation: ACCEPT
Tue 10:00  Ana answers report: DRAFT REPORTER We asked for a change of behaviour. Thank you for telling us.
  => Ana gets refused with "P1 hears the decision before the reporter does" "DRAFT REPORTED" "WAIVE P1 the reason"
Ana answers report: DRAFT REPORTED
  | BEHAVIOUR: Pictures of another person were posted.
  | IMPACT: People stay away.
  | CONSEQUENCE: warning
  => Ana gets refused with "CONSEQUENCE: comes from the decision" "publishing an account"
Ana answers report: DRAFT REPORTED
  | BEHAVIOUR: Pictures of another person were posted.
  | IMPACT: People stay away.
  | PLAN: none
  => Ana gets refused with "PLAN: comes from the decision and says"
Ana answers report: DRAFT REPORTED
  | BEHAVIOUR: You, the offender, posted pictures of another person.
  | IMPACT: People stay away.
  => Ana gets transcript with "Worth a second look" "offender"
Ana answers report: DRAFT REPORTED
  | BEHAVIOUR: Pictures of another person were posted.
  | IMPACT: You made Rita feel watched.
  => Ana gets refused with "Rita"
Ana answers report: DRAFT REPORTED
  | BEHAVIOUR: Pictures of another person were posted.
  | IMPACT: You made them all feel watched.
  => Ana gets transcript with "shows who spoke up"
Ana answers report: DRAFT REPORTED
  | BEHAVIOUR: Pictures of another person were posted.
  | IMPACT: People stay away.
  => Bo gets preview
Bo answers preview: OK <id>
Ana answers report: DRAFT REPORTER We asked for a change of behaviour. Thank you for telling us.
  => Ana gets transcript with "drafted"
Bo answers preview: OK <id>
Tue 10:20  time passes
  => Sam gets outcome-reported with "no pictures of other people" "Please do not try to find out who spoke with us" without "offender"
  => Rita gets outcome-reporter
Tue 11:00  Bo answers report: DRAFT STATEMENT Rita Vale found pictures in the channel.
  => Bo gets refused with "Rita"
Bo answers report: DRAFT STATEMENT Pictures of a person were posted in a channel, and one account was removed until June.
  => Ana, Chi, Dee get preview
Ana answers preview: OK <id>
  => Ana gets transcript with "an account takes two readers"
Ana answers preview: OK <id>
  => Ana gets transcript with "an account takes two readers"
Tue 11:30  time passes
  => Kim gets nothing
Chi answers preview: OK <id>
  => Chi gets transcript with "approved"
Tue 11:50  time passes
  => Kim gets statement with "as the group decided" "one account was removed until June"
