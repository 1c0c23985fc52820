# Matching leaves nobody: the council's contact is asked, and the members named get nothing (JU-11, GC-06, product.md 5)
committee: gcc; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>
never to Ana, Bo, Chi: "Rita", "laughed", "newcomer"

Mon 09:00  Rita writes: Both of them
  | Ana Ruiz, Bo Lind and Chi Okafor laughed at a newcomer in the weekly call and would not stop when
  | they were asked to. The newcomer has left the project.
  => Kim gets report with "laughed at a newcomer"
  => Rita gets receipt with "Kim Sato"
  => nobody else gets anything
Mon 9 12:00  Kim answers report: TAKE
  => Rita gets first-contact with "Kim Sato"
  => Bo, Chi get nothing
