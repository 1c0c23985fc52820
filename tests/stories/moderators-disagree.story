# Moderators disagree or stay silent: reasons, the board after its conflict question, waiving by the rule, a new ballot (PS-37, PS-39, PS-40, PS-41, PS-81)
committee: psf; Ana (chair), Bo, Chi, Dee; screeners Dee, Ana
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
council: Kim, Lee, Moe
space: help; moderators Max, Mia
never to Max, Mia, Kim, Lee, Moe: "Rita", "Vale", "stairs", "Ana Ruiz: yes"
never to Lee, Moe: "settled", "private messages"

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
Dee answers conflict-question: CLEAR
  => Ana, Bo, Chi, Dee get report called "case"
Mon 11:00  Ana answers report: TAKE / EVAL scope=yes / NOTE we talked
Ana answers report: PROPOSE PLAN no private messages
  | IF-REFUSED removal for 30 days
Ana answers ballot: VOTE yes
Bo answers ballot: VOTE yes
Dee answers ballot: VOTE yes
  => Ana gets tally
Mon 12:00  Ana answers tally: NOTIFY-BOARD
  => Ana gets refused with "have not disagreed"
Ana answers tally: DRAFT MODS BEHAVIOUR: Repeated remarks after a request to stop.
Bo answers preview: OK <id>
Mon 12:15  time passes
  => Max, Mia get recommendation
Mon 14:00  Max answers recommendation: ACCEPT
  => Max gets transcript with "your answer is noted"
  => Ana gets party-mail subject "a message from the moderator"
Mia answers recommendation: DISAGREE
  => Mia gets refused with "Please say why" "DISAGREE because"
  => nobody gets transcript
Mia answers recommendation: DISAGREE we settled it with them last week, and they keep to it
  => Mia gets transcript with "your answer is noted"
  => Ana, Bo, Chi, Dee get party-mail with "we settled it"
Max answers recommendation: VOTE yes
  => Max gets refused with "not yours to use here" "ACCEPT" "DISAGREE why"
Mon 15:00  Ana answers tally: PARTY REPORTED Sam Reed sam@x.test
Ana answers tally: DRAFT REPORTED
  => Ana gets refused with "the moderators disagree (Mia Lund) (PS-40)" "PROPOSE" "WAIVE MODS"
Bo answers tally: NOTIFY-BOARD
  => Bo gets refused with "for the lead"
Ana answers tally: NOTIFY-BOARD
  => Ana gets transcript with "the board is asked about conflicts"
  => Kim, Lee, Moe get conflict-question subject "[new question]" with "a report involving Sam Reed" without "Mia Lund" "#help"
Mon 15:10  Ana answers tally: NOTIFY-BOARD
  => Ana gets refused with "still being asked: Kim Sato, Lee Arden, Moe Tanner"
Mon 16:00  Kim answers conflict-question: CLEAR Sam Reed
  => Kim gets transcript without "case"
  => nobody gets report
Lee answers conflict-question: RECUSE
  => Lee gets delete-please
nothing more to Lee
Wed 16:00  time passes
Thu 10:00  Ana answers tally: NOTIFY-BOARD
  => Ana, Bo, Chi, Dee get preview with "kim@council.test" "we settled it with them last week" without "moe@council.test" "lee@council.test"
Bo answers preview: OK <id>
Thu 10:12  time passes
  => Kim gets board-notice with "no private messages" "we settled it" "<case>" "help"
  => Moe gets nothing
Thu 11:00  Ana answers tally: WAIVE MODS
  => Ana gets refused with "needs a reason"
Ana answers tally: WAIVE MODS the agreement of last week was broken
  => Ana gets transcript with "2 more of the group"
Bo answers tally: WAIVE MODS
  => Bo gets transcript with "1 more of the group"
Ana answers tally: DRAFT REPORTED
  => Ana gets refused
Dee answers tally: WAIVE MODS
  => Dee gets transcript with "goes on without the moderators"
Thu 12:00  Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Remarks that went on.
  | IMPACT: People stay away.
  => Ana gets preview with "sam@x.test"
Thu 13:00  Ana answers tally: PROPOSE PLAN a talk with two of us
  | IF-REFUSED removal for 7 days
Ana answers ballot: VOTE yes <id>
Bo answers ballot: VOTE yes <id>
Dee answers ballot: VOTE yes <id>
  => Ana gets tally
Thu 14:00  Ana answers tally: DRAFT REPORTED
  => Ana gets refused with "the moderators have not been asked (PS-37)"
Ana answers tally: DRAFT MODS BEHAVIOUR: Repeated remarks after a request to stop.
Bo answers preview: OK <id>
Thu 14:20  time passes
  => Max, Mia get recommendation with "a talk with two of us"
Thu 12 14:20  time passes
  => Max, Mia get recommendation-reminder 2 times
  => Ana gets reminder with "Silence is never counted as a yes" "WAIVE MODS"
