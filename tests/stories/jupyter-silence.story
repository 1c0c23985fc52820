# Nobody of the committee answers for 48 hours: the council is asked; whoever is matched is not (JU-02, JU-11, promise 8)
committee: jupyter; Ana (chair), Bo, Chi
council: Kim, Lee, Moe
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>
nothing more to Lee

Mon 09:00  Rita writes: A meeting that went wrong
  | Somebody shouted at me in the planning meeting and would not let me finish. Lee Arden was there.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Lou writes: Another matter
  | In the review channel people keep laughing at my questions, and I would like it to stop now.
  => Ana, Bo, Chi get report called "other"
Tue 09:00  Bo answers report of <other>: TAKE
Tue 12:00  the daemon is down for 30 minutes
Wed 09:29  time passes
  => Kim, Moe get nothing
Wed 09:30  time passes
  => Kim, Moe get conflict-question 1 times with "a person not yet known"
  => Ana, Bo, Chi get reminder with "No member has answered on this case yet"
Wed 10:00  Kim answers conflict-question: CLEAR
  => Kim gets report with "planning meeting"
Thu 09:00  Ana answers report of <case>: ABOUT Sam Reed
  => Moe gets conflict-question with "a report involving Sam Reed"
  => Kim gets conflict-question with "a report involving Sam Reed"
  => Ana gets transcript
Thu 09:30  Moe answers conflict-question: CLEAR
  => Moe gets report
