# A false alarm is undone by two, and then the member is asked like everyone: only CLEAR admits (PS-14, product.md 5)
committee: psf; Ana (chair), Bo, Chi, Dee; screener Ana
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: The poster
  | The poster in the hall had a large Chi on it, the Greek letter, and below it a drawing of me that
  | everybody laughed about for the three days of the conference.
  => Ana gets held with "1 person is set aside"
Ana answers held: SHOW
  => Ana gets report
Ana answers report: ABOUT UNKNOWN / ADMIT Chi / CLEAR
  => Bo, Dee get conflict-question
  => Ana gets transcript with "waits for another cleared member"
  => Chi gets nothing
Mon 10:00  Bo answers conflict-question: CLEAR
  => Ana, Bo get report
  => Bo gets preview with "let Chi Okafor in"
Bo answers preview: OK
  => Chi gets conflict-question
  => Bo gets transcript
  => nobody gets report
Mon 11:00  Chi answers conflict-question: CLEAR
  => Chi gets report
