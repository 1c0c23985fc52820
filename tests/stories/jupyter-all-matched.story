# Everybody is matched and it speaks of the committee: the council is asked, and who is clear reads it first (JU-02, JU-11, GC-06, product.md 5)
committee: jupyter; Ana (chair), Bo, Chi; screener Bo
council: Kim, Lee, Moe
outside: Rita Vale <rita@home.test>
nothing more to Ana, Bo, Chi, Lee

Mon 09:00  Rita writes: All of them
  | Ana Ruiz, Bo Lind and Chi Okafor laughed at me, and somebody on the committee wrote it down as a
  | joke. Lee Arden was in the room as well.
  => Kim, Moe get conflict-question with "a person not yet known"
  => Rita gets receipt
  => nobody else gets anything
Mon 10:00  Kim answers conflict-question: CLEAR
  => Kim gets held
  => nobody gets report
Kim answers held: SHOW
  => Kim gets report with "laughed at me"
Kim answers report: CLEAR
  => Kim gets report called "case"
  => Moe gets nothing
Mon 11:00  Moe answers conflict-question: CLEAR
  => Moe gets report with "laughed at me"
Mon 12:00  Kim answers report: TAKE
  => Rita gets first-contact with "Kim Sato"
