# Jupyter: the council asks for a record, with a reason; conflicts first, then a second word (JU-49, promise 4)
committee: jupyter; Ana (chair), Bo, Chi
council: Kim, Lee
outside: Rita Vale <rita@home.test>
rule: council_report = false

Mon 09:00  Rita writes: The planning call
  | Sam Reed shouted at me in the planning call, twice, and Lee Arden was there and looked away the
  | whole time. I would like that to end, please, before the next call.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED Sam Reed
Mon 11:00  Kim writes: REQUEST-RECORD <case>
  => Kim gets refused with "Say why it is needed"
Kim writes: REQUEST-RECORD <case> they ask us about it in an appeal
  => Kim gets transcript with "you are asked about conflicts first"
  => Kim gets conflict-question with "a report involving Sam Reed"
  => nobody gets document
Lee writes: REQUEST-RECORD <case> they ask us about it in an appeal
  => Lee gets transcript with "you are asked about conflicts first"
  => Lee gets transcript 1 times
  => nobody gets conflict-question
Lee writes: REQUEST-RECORD quiet ladder they ask us about it in an appeal
  => Lee gets transcript with "you are asked about conflicts first"
  => nobody gets conflict-question
Tue 09:00  Kim answers conflict-question: CLEAR
  => Ana gets reminder with "Kim Sato of the council asks for the record" "an appeal" "OK "
  => nobody gets document
Bo answers report: OK <id>
  => Bo gets refused with "released by who presides: Ana Ruiz"
Ana answers reminder: OK <id>
  => Kim gets document with "Sam Reed shouted at me" "The record that you asked for" without "<case>"
  => Ana gets transcript with "on its way"
Tue 12:00  time passes
  => Bo, Chi get notices with "Ana Ruiz released the record to Kim Sato"
Kim writes: REQUEST-RECORD <case> they ask us about it in an appeal
  => Kim gets transcript
Bo writes: REQUEST-RECORD <case> I am curious
  => Bo gets refused with "not yours to use here"
