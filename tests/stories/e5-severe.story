# E-5: clear and severe, reported by a throw-away address; cut off at once, explained, reviewed; the ban is decided, asked about, enacted, and only then closed (NP-01, NP-02, NP-03, NP-04, NP-05, NP-06, NP-07, NP-09, JU-09, JU-24, JU-28, JU-32, JU-33, JU-34, K-11, NF-01, GC-03)
committee: numpy; Ana (chair), Bo, Chi, Dee, Fay; screener Bo
council: Kim
rule: release_after = "6 hours"
space: list; administrators Pat
space: chat; administrators Mia; moderators Max
space: github; administrators Zoe
outside: Xen <x7@throwaway.test>; Axe Ninety <axe@x.test>; Tess Ortiz <tess@home.test>; Ugo Brandl <ugo@home.test>
never to Pat, Mia, Zoe, Max: "throwaway", "x7", "threats", "links", "Bo"
never to Axe: "x7", "Xen", "throwaway", "Bo", "Fay", "Pat", "Zoe"
never to Xen: "Pat", "Mia", "Zoe", "Bo Lind: ok"

Sat 03:10  Xen writes: On the list
  | axe99 posts death threats on the list and chat, right now. See https://lists.x.test/t/881 and
  | https://chat.x.test/m/42 before they are gone. I am not the only one who is afraid.
  => Xen gets receipt
  => Ana, Bo, Chi, Dee, Fay get report with "First question" "SEVERE no" "It is marked as urgent" subject "urgent: a report" called "case"
  => nobody else gets anything
Sat 03:11  Bo answers report: PROPOSE CONSEQUENCE a permanent ban
  => Bo gets refused with "is it a clear and severe breach (NP-01)" "SEVERE yes threats" "the four answers in writing (DETERMINE)"
Bo answers report: SEVERE yes DISCONNECT axe99
  => Bo gets refused with "which kind it is (NP-03)" "SEVERE yes sexist"
Bo answers report: SEVERE yes threats DISCONNECT x7
  => Bo gets refused with "another party"
  => nobody gets disconnect
Sat 03:12  Bo answers report: SEVERE yes threats DISCONNECT axe99
  => Pat gets disconnect with "Account: axe99" "Space: #list" "until" "DONE" "conduct, urgent" without "chat" "github"
  => Mia gets disconnect with "Space: #chat"
  => Zoe gets disconnect with "Space: #github"
  => Bo gets transcript with "Pat Quill (list)" "PARTY REPORTED axe99"
  => Ana, Bo, Chi, Dee, Fay get solo-act-review with "axe99: administrators were asked" "By: Bo Lind" "personal threats" "first trace"
  => nobody else gets anything
Sat 03:30  Pat answers disconnect: DONE
  => Pat gets transcript
  => Ana, Bo, Chi, Dee, Fay get party-mail with "DONE"
  => Xen gets severe-reporter 1 times with "has been cut off" "goes on with what you wrote"
Mia answers disconnect: done!
  => nobody gets severe-reporter
Sat 03:35  Fay answers report: TAKE
  => Xen gets first-contact
Sat 03:40  Bo answers report: DRAFT ORIGINATOR
  => Bo gets help with "BEHAVIOUR:"
Bo answers report: PARTY REPORTED axe99 axe@x.test
  => Ana, Bo, Chi, Dee, Fay get preview with "Personal threats." "axe@x.test"
Bo answers report: DRAFT ORIGINATOR
  | BEHAVIOUR: Two messages on a public list that say what would be done to the readers.
  => Ana, Bo, Chi, Dee, Fay get preview with "say what would be done" "Your right to a review"
Bo answers preview: OK <id>
  => Bo gets refused with "Nobody approves their own"
Bo answers preview: SEND ALONE <id>
  => Bo gets refused with "needs a reason"
Bo answers preview: SEND ALONE <id> nobody else is awake
  => Axe gets severe-originator with "say what would be done" "personal threats as a clear and severe breach" "please review" "do not contact anybody"
  => Ana, Bo, Chi, Dee, Fay get sent with "Your right to a review"
  => Ana, Chi, Dee, Fay get notices with "without a second reader: nobody else is awake"
Sat 04:12  time passes
  => Zoe gets disconnect 1 times with "have not heard from you yet"
  => Pat gets nothing
  => Mia gets nothing
  => Max gets nothing
Sat 05:12  time passes
  => Zoe gets disconnect 1 times
Sat 05:30  Zoe answers disconnect: WAIT
  | I am on a train until noon.
  => Ana, Bo, Chi, Dee, Fay get party-mail with "on a train"
Sat 07:00  time passes
  => Zoe gets nothing
Sat 09:00  Axe answers severe-originator: This is ordinary debate. I want a review of it.
  => Ana, Bo, Chi, Dee, Fay get party-mail with "ordinary debate"
  => Ana, Bo, Chi, Dee, Fay get notices with "P1 asks for a review of act 1"
  => Axe gets arrived-too
Sat 12:00  Zoe answers disconnect: DONE
  => nobody gets severe-reporter
Sat 15:12  time passes
  => Bo gets reminder with "What you did alone is reported" "ACTED what AT"
Sat 16:00  Bo answers reminder: ACTED had axe99 cut off everywhere AT 2026-03-07 03:12 disconnect
  => Bo gets transcript with "recorded as act 1"
  => Ana, Chi, Dee, Fay get notices with "had axe99 cut off everywhere"
Sat 23:12  time passes
  => Bo gets reminder with "not reviewed yet" "Ana Ruiz"
Sun 03:12  time passes
  => Ana gets reminder with "A member acted alone"
  => Ana, Bo, Chi, Dee, Fay get solo-act-review with "not reviewed yet" "had axe99 cut off everywhere" "P1 asks for the review" "disconnect"
Sun 20:00  Bo answers solo-act-review: REVIEW OK
  => Bo gets refused with "does not review it alone"
Chi answers solo-act-review: CONFLICT
  => Ana, Bo, Dee, Fay get stepped-out
nothing more to Chi
Ana answers solo-act-review: REVIEW OK
Dee answers solo-act-review: REVIEW OK 1
Bo answers solo-act-review: REVIEW OK
  => Dee, Bo, Ana get transcript with "counted: act 1, ok"
  => nobody gets notices with "it stands"
Sun 21:00  Fay answers report: CLOSE <case> RESOLVED
  => Fay gets refused with "act 1 of Bo Lind alone is not reviewed (NP-07)" "REVIEW OK 1" "R1 has not been told"
Fay answers solo-act-review: REVIEW OK
  => Ana, Bo, Dee, Fay get notices with "Act 1 of a single member is reviewed: it stands"
Mon 9 09:00  time passes
Mon 9 10:00  Bo answers report: PARTY AFFECTED Tess Ortiz tess@home.test / PARTY AFFECTED Ugo Brandl ugo@home.test
  => Bo gets transcript
Bo answers report: DETERMINE
  | WHAT: threats on the list and in the chat
  | VIOLATION: yes
  | WHO: P1
  | ONGOING: no
  => Bo gets transcript
Bo answers report: PROPOSE CONSEQUENCE a permanent ban
  => Ana, Bo, Dee, Fay get ballot
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Dee answers ballot: AGREE
Fay answers ballot: AGREE
  => Ana, Bo, Dee, Fay get tally with "passed"
Mon 9 10:20  Bo answers tally: DRAFT CONSULT R1
  => Ana, Bo, Dee, Fay get preview with "Is this acceptable to you?" "x7@throwaway.test"
Fay answers preview: OK <id>
  => Fay gets transcript
Bo answers tally: DRAFT CONSULT
  => Ana, Bo, Dee, Fay get preview 2 times with "Is this acceptable to you?" "home.test" without "throwaway"
Fay answers preview: OK
  => Fay gets refused with "OK alone counts only when one draft waits"
Fay answers refused: OK <id>
  => Fay gets transcript
Fay answers preview: OK <id>
  => Fay gets transcript
Mon 9 10:35  time passes
  => Xen, Tess, Ugo get proposed-resolution 1 times with "this is what we propose: Consequence: a permanent ban Is this acceptable to you?" without "votes" "Bo" "axe@x.test"
  => nobody else gets anything
Xen bounces proposed-resolution
  => Ana, Bo, Dee, Fay get cannot-acknowledge with "R1" without "throwaway"
  => nobody else gets anything
Mon 9 10:40  Ana answers tally: DOC
  => Ana gets document with "R1: impossible to ask, the letter did not arrive" "R1: proposed-resolution (did not arrive)"
Tue 10 09:00  time passes
  => Tess, Ugo, Xen get nothing
Wed 11 09:00  Tess answers proposed-resolution: Please, for good. I do not dare to open the list.
  => Ana, Bo, Dee, Fay get party-mail with "for good"
  => Tess gets arrived-too
  => nobody else gets anything
Wed 11 09:30  Bo answers party-mail: BAN ADD axe99 all permanent review 2027-03
  => Pat, Mia, Zoe get enact with "Person: axe99" "permanent" without "threat" "list of"
  => Kim gets ongoing-measure with "axe99" without "threats" "throwaway" "x7"
  => Bo gets transcript
Wed 11 09:35  Bo answers report: REPORT-COUNCIL
  => Bo gets refused with "for who presides: Ana Ruiz"
Ana answers report: REPORT-COUNCIL
  => Ana, Bo, Dee, Fay get preview with "kim@council.test"
Fay answers preview: OK <id>
Wed 11 09:50  time passes
  => Kim gets council-report with "<case>" "Acts of a single member" without "throwaway" "x7" "Xen"
Wed 11 10:00  Fay answers tally: CLOSE <case> RESULT
  => Fay gets refused
Fay answers tally: DRAFT REPORTED
  | BEHAVIOUR: Messages that say what would be done to readers of a public list.
  | IMPACT: People no longer dare to read it.
  => Fay gets transcript with "the OK of Ana Ruiz"
  => Bo gets preview with "a permanent ban" without "OK <id>" "send it as shown"
  => Ana gets preview with "send it as shown"
Ana answers preview: OK <id>
Fay answers tally: DRAFT REPORTER We have kept the person out of all our spaces, for good.
Bo answers preview: OK <id>
Wed 11 10:20  time passes
  => Axe gets outcome-reported with "a permanent ban" "want the decision looked at again" without "R1"
  => Xen gets outcome-reporter
Xen bounces outcome-reporter
  => Ana, Bo, Dee, Fay get cannot-acknowledge with "R1"
Wed 11 10:30  Fay answers tally: CLOSE <case> RESULT
  => Fay gets transcript with "closed"
  => Chi, Max, Axe, Xen, Tess, Ugo get nothing
Ana writes: STATUS <case>
  => Ana gets case-status with "Clear and severe: yes, threats" "reviewed, it stands"
