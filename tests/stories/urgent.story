# SAFETY yes from the screener: one cleared voting member is enough, and each CLEAR enters at once (PS-18, PS-29)
committee: psf; Ana (chair), Bo, Chi, Dee; screener Dee
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Right now
  | Sam Reed is waiting for me outside the hall and has been shouting that I will be sorry. I am in the
  | back office with two friends and do not dare to leave.
  => Dee gets held
Dee answers held: SHOW
  => Dee gets report
Dee answers report: SAFETY yes / ABOUT Sam Reed / CLEAR
  => Ana, Bo, Chi get conflict-question with "Sam Reed"
  => Dee gets report subject "urgent"
Mon 09:10  Bo answers conflict-question: CLEAR
  => Bo gets report subject "urgent" with "do not dare to leave"
Mon 09:20  Bo answers report: SAFETY no
  => Bo gets transcript with "waits for a second member's SAFETY no"
Chi writes: SHEET
  => Chi gets sheet with "Yes | -"
Mon 09:30  Dee answers report: SAFETY no
  => Dee gets transcript with "safety risk: no"
