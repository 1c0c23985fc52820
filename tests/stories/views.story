# SHEET, STATUS, DOC, READ and HELP, each for its reader alone (PS-56, PS-57, PS-58, PS-59, PS-63, PS-64)
committee: numfocus; Ana (chair), Bo, Chi, Dee; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
  => Ana, Bo get report called "case"
Mon 10:00  Ana answers report: TAKE / SAFETY no / REPEAT maybe / NEXT decide on the proposal
  => Ana gets transcript with "stands in the sheet"
Ana answers report: NEXT ask Sam Reed about the stairs
  => Ana gets refused
Mon 11:00  Chi writes: SHEET
  => Chi gets sheet with "Safety risk? | Risk of repeating? | Status | Code Name | Date & Time | Actions needed | Resolution" "No | Maybe |" "<case> | 2026-03-02 09:00 | decide on the proposal | -" without "Sam" "Rita"
Chi writes: DOC <case>
  => Chi gets refused with "No case of that name is open to you."
Chi writes: STATUS
  => Chi gets case-status with "No case is open to you."
Bo writes: STATUS
  => Bo gets case-status with "<case>"
Bo writes: READ <case>
  => Bo gets report with "on the stairs"
Bo answers report: STATUS
  => Bo gets case-status with "Lead: Ana Ruiz" "Actions needed: decide on the proposal"
  => nobody else gets anything
Bo answers report: DOC
  => Bo gets document with "1. The report" "on the stairs" "Who was sent what, when, and by which rule" "(may read the case)" without "rita@home.test"
Bo answers report: READ 9
  => Bo gets refused with "There is no mail 9"
Bo answers report: HELP
  => Bo gets help
Mon 12:00  Bo answers report: Hello Ana,
  |
  | STATUS
  | I think that this is urgent.
  |
  | SPAM
  => Bo gets anything
Mon 13:00  Bo answers report: STATSU
  => Bo gets refused with "did you mean STATUS"
