# E-3, April: a newcomer is asked name by name; CLEAR 1 3, CONFLICT 2 (PS-04, PS-73, PS-74, PS-75, K-16)
committee: psf; Ana (chair), Bo, Chi, Dee; screeners Bo
council: Kim
later: Eli
outside: Rita Vale <rita@home.test>; Lou Park <lou@home.test>; Uma Grey <uma@home.test>; Ned Voss <ned@home.test>

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week, and
  | laughed when I asked for it to stop.
Ana answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
  => Ana, Chi get report called "first"
Mon 10:00  Ana answers report: PARTY REPORTED Sam Reed sam@x.test
Mon 11:00  Lou writes: In the channel
  | About: Kit Moss
  |
  | Kit writes the same joke about my name under every single question that I ask in the channel.
Ana answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
  => Ana, Chi get report called "second"
Mon 12:00  Ana answers report of <second>: PARTY REPORTED Kit Moss kit@x.test
Mon 13:00  Uma writes: At the sprint
  | About: Jo Hale
  |
  | Jo pushed me aside at the sprint, and told everybody that I had no business to be there at all.
Ana answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
  => Ana, Chi get report called "third"
Mon 14:00  Ana answers report of <third>: PARTY REPORTED Jo Hale jo@x.test
# A report in which the newcomer is named: not on the list, whoever it is about.
Mon 15:00  Ned writes: The evening
  | About: Pim Dahl
  |
  | Pim Dahl and Eli Brandt made fun of me the whole evening and would not stop when I asked them.
Ana answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
  => Ana, Chi get report called "fourth"
Mon 16:00  Ana answers report of <fourth>: PARTY REPORTED Pim Dahl pim@x.test
Tue 09:30  Kim writes: ROSTER ADD Eli Brandt eli@members.test
Kim answers confirm: YES
  => Ana gets roster-change
Fri 10:00  time passes
  => Eli gets roster-change with "In force now"
never to Eli: "<first>", "<second>", "<third>", "<fourth>", "Rita", "Lou", "Uma", "Ned", "Pim"
Fri 10:10  Eli writes: STATUS
  => Eli gets case-status with "No case is open to you."
Eli writes: SHEET
  => Eli gets sheet with "There is no row."
Fri 11:00  Ana writes: ONBOARD Eli
  => Ana gets refused with "is for the council's contact"
Kim writes: ONBOARD Eli
Kim answers confirm: YES
  => Ana gets roster-change with "Eli Brandt gets the list of names"
Mon 12:00  time passes
  => Eli gets onboarding-names with "1. " "2. " "3. " "Sam Reed" "Kit Moss" "Jo Hale" "delete this mail" without "4. " "Eli Brandt" subject "[new question]"
Mon 12:10  Eli writes: CLEAR 1 9
  => Eli gets refused with "The list has the numbers 1 to 3."
