# One line that cannot run, and none runs; a near miss stops a mail; a quoted command is nobody's (promise 7, product.md 6)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi get report called "case"
  => Rita gets receipt
Bo answers report: TAKE / CLOSE home shelf RESOLVED
  => Bo gets refused with "CLOSE names this case" "not run" "CLOSE <case> RESULT"
  => Rita gets nothing
Bo answers report: TAKE / SAFTEY no
  => Bo gets refused with "did you mean SAFETY"
  => nobody else gets anything
Bo answers report: NOTE 2026-03-02 called them / HANDOFF Nobody Atall
  => Bo gets refused with "is nobody on record"
  => nobody else gets anything
Mon 10:00  Chi answers report: I would not do it like this:
  |
  | TAKE
  => Ana, Bo get talk
  => Chi gets refused with "a command stands at the very top"
  => Rita gets nothing
Mon 11:00  Chi answers report
  | > TAKE
  | > CLOSE <code> RESOLVED
  => Rita gets nothing
  => nobody gets transcript
Bo writes: STATUS <case>
  => Bo gets case-status with "Lead: nobody yet" "Safety risk: -"
