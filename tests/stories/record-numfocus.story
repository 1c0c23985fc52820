# NumFOCUS: no record goes to the board (JU-49, A17)
committee: numfocus; Ana (chair), Bo, Chi
council: Kim

Mon 09:00  Kim writes: REQUEST-RECORD quiet ladder we want to know
  => Kim gets refused with "records are not given to the council"
  => nobody else gets anything
