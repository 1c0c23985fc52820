# SPAM ends a case without letters; another member's RELEASE undoes it (promise 10, D-30)
committee: numfocus; Ana (chair), Bo, Chi; screener Bo
outside: Shop Bargain <shop@offers.test>

Mon 09:00  Shop writes: Cheap pills
  | You have never seen pills as cheap as ours, and this week there are two boxes for the price of a
  | single one. Answer quickly because they are nearly gone.
  => Bo gets held
  => Shop gets receipt
Bo answers held: SHOW
  => Bo gets report
Bo answers report: ABOUT UNKNOWN / CLEAR
Ana answers conflict-question: CLEAR
  => Ana, Bo get report called "case"
Mon 10:00  Bo answers report: SPAM
  => Bo gets transcript with "another member's RELEASE undoes it"
Mon 11:00  Bo answers report: RELEASE
  => Bo gets refused with "Another member's RELEASE"
Tue 12:00  time passes
  => Shop gets nothing
Tue 12:30  Ana answers report: RELEASE
  => Ana gets transcript with "it is a report again"
Ana answers report: TAKE
  => Shop gets first-contact
