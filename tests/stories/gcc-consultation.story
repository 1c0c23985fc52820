# GCC: reporter and affected persons are asked separately; bounce, silence, feedback and waiving (JU-32, JU-33, JU-34, JU-35, K-11)
committee: gcc; Ana (chair), Bo, Chi
outside: Lou Hart <lou@home.test>; Sam Reed <sam@x.test>; Ada Winter <ada@w.test>; Noa Falk <noa@f.test>
never to Lou: "Ada", "Noa", "Winter"
never to Ada: "Lou", "Hart", "Noa"
never to Noa: "Lou", "Hart", "Ada"

Mon 09:00  Lou writes: Review threads
  | Sam Reed mocked two newcomers in the review threads for weeks, and each time somebody asked for
  | it to stop it only became worse.
  => Ana, Bo, Chi get report
Mon 10:00  Ana answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
Ana answers report: PARTY AFFECTED Ada Winter ada@w.test / PARTY AFFECTED Noa Falk noa@f.test
Ana answers report: DRAFT CONSULT
  => Ana gets refused with "nothing agreed yet"
Mon 11:00  Ana answers report: ASK REPORTED
  | In review threads in February, words that mocked others were written several times.
Bo answers preview: OK <id>
Ana answers report: ASK AFFECTED 1
  | How did you read the review threads in February?
Bo answers preview: OK <id>
Ana answers report: ASK AFFECTED 2
  | How did you read the review threads in February?
Bo answers preview: OK <id>
Mon 11:20  time passes
  => Sam gets right-of-reply
  => Ada, Noa get question
Mon 12:00  Sam answers right-of-reply: It was meant as a joke.
Ada answers question: It was not fun.
Noa answers question: I have stopped writing there.
Tue 09:00  Ana answers report: NOTE RECORDS the review threads / PROPOSE PLAN no reviews for a month
  | WHAT: mocking words in reviews
  | VIOLATION: yes
  | WHO: Sam Reed
  | ONGOING: no
  | CONSEQUENCE warning
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Ana gets tally
Tue 10:00  Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Mocking words in reviews.
  | IMPACT: People stop contributing.
  => Ana gets refused with "R1 has not been asked" "A1 has not been asked" "A2 has not been asked"
Ana answers tally: DRAFT CONSULT
  => Bo gets preview 3 times
  => Ana gets transcript
Bo answers preview: OK <id>
  => Bo gets transcript
the next hop refuses Noa
Tue 10:20  Ana answers tally: DRAFT REPORTED
  => Ana gets refused with "the proposed resolution to R1 has not left yet (JU-32)" "to A1 has not left yet" without "A2"
Ana answers tally: DRAFT CONSULT R1 Sam would say sorry in the next thread as well.
  => Chi gets preview 1 times with "lou@home.test" "say sorry in the next thread"
Chi answers preview: OK <id>
  => Chi gets transcript
Ana answers tally: DRAFT CONSULT A1
  => Ana gets transcript with "drafted already"
Ana answers tally: DRAFT CONSULT A1 Sam would say sorry to both.
  => Chi gets preview 1 times with "ada@w.test"
Chi answers preview: OK <id>
Tue 10:40  time passes
  => Lou, Ada get proposed-resolution 1 times with "no reviews for a month" "warning" "Is this acceptable to you?" "It does not bind us" "2026-03-10" without "votes"
  => Noa gets nothing
Wed 09:00  Ada answers proposed-resolution: That is not enough, but thank you for asking.
  => Ana, Bo, Chi get party-mail with "not enough"
Wed 10:00  Ana answers tally: DRAFT REPORTED
  => Ana gets refused with "R1 may still answer to the proposed resolution, until 2026-03-10" "WAIVE CONSULT" without "A1" "A2"
Sun 8 10:31  time passes
  => Ana gets reminder with "R1 has not answered to the proposed resolution yet"
  => Bo gets nothing
Tue 10 10:00  Ana answers tally: DRAFT REPORTED
  => Ana gets refused with "R1 may still answer"
Tue 10 10:35  Ana answers tally: DRAFT REPORTED
  | BEHAVIOUR: Mocking words in reviews.
  | IMPACT: People stop contributing.
  => Ana, Bo, Chi get preview with "sam@x.test"
Bo answers preview: OK <id>
Tue 10 10:50  time passes
  => Sam gets outcome-reported
Tue 10 11:00  Ana answers tally: DOC
  => Ana gets document with "A1: feedback, mail" "R1: no answer" "That is not enough"
Tue 10 12:00  Ana answers tally: PROPOSE PLAN no reviews for two months
Ana answers ballot: AGREE
Bo answers ballot: AGREE
Chi answers ballot: AGREE
  => Ana gets tally
Tue 10 13:00  Ana answers tally: DRAFT REPORTED
  => Ana gets refused with "R1 has not been asked" "A1 has not been asked" without "A2"
Bo answers tally: WAIVE CONSULT
  => Bo gets refused with "needs a reason"
Bo answers tally: WAIVE CONSULT the newcomers asked us to be quick
  => Bo gets transcript with "1 more of the group"
Chi answers tally: WAIVE CONSULT
  => Chi gets transcript with "goes on without the consultation"
Ana answers tally: DRAFT REPORTED
  => Ana gets help with "BEHAVIOUR:"
Tue 10 14:00  Ana answers tally: DOC
  => Ana gets document with "Bo Lind would go on without the consultation: the newcomers asked us to be quick"
