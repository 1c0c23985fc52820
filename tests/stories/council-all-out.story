# GCC: the whole council is involved, so the chair is told and nothing is sent; no public words at all (GC-11, GC-12, GC-10)
committee: gcc; Ana (chair), Bo, Chi
council: Kim
outside: Lou Hart <lou@home.test>
nothing more to Kim

Mon 09:00  Lou writes: The release call
  | Kim Sato and two others mocked my accent in the release call, and I would rather not join the
  | next one as long as that goes on. It has been like this for months.
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Ana answers report: TAKE
Mon 11:00  Ana answers report: DRAFT STATEMENT We are looking into it.
  => Ana gets refused with "no public statement"
Ana answers report: REPORT-COUNCIL
  => Ana gets transcript with "nothing is sent, and it counts"
  => Kim gets nothing
Ana answers report: CLOSE <case> AT-REPORTERS-WISH
  => Ana gets transcript with "Closed at the reporter's wish"
