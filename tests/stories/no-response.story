# PSF: a report in bad faith gets no response, by decision; T26 stops, the receipt does not (PS-53, K-18, NF-06)
committee: psf; Ana (chair), Bo, Chi; screeners Ana
outside: Rolf Stone <rolf@home.test>

Mon 09:00  Rolf writes: Discrimination
  | About: Sam Reed
  |
  | Sam Reed organises a scholarship that I may not apply for, which is surely discrimination, and
  | you should punish everybody who has to do with it.
  => Rolf gets receipt
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
  => Bo gets report called "case"
Mon 10:00  Bo answers report: TAKE
Bo answers report: NORESPONSE
  => Bo gets refused with "takes the group's decision"
Bo answers report: EVAL scope=yes / PROPOSE NONE not made in good faith
Ana answers ballot: VOTE yes
Bo answers ballot: VOTE yes
  => Bo gets tally with "passed"
Tue 09:00  Bo answers tally: CLOSE <case> RESULT
  => Bo gets refused with "R1 has not been told the outcome"
Bo answers tally: NORESPONSE
  => Bo gets transcript with "no further letter"
Wed 11 12:00  time passes
  => nobody gets status-reporter
Bo answers tally: CLOSE <case> RESULT
  => Bo gets transcript with "closed: No violation"
  => Rolf gets nothing
