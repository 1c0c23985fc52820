# A party's address in a member's copy line: told at once, and it tops the chair's list until the letter left (JU-16, PS-68, promise 6)
committee: numfocus; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>
never to Sam: "Rita", "Vale", "stairs"

Mon 09:00  Rita writes: On the stairs
  | About: Sam Reed
  |
  | Sam said things to me on the stairs that I do not want to repeat here, twice in one week.
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Chi answers conflict-question: CLEAR
  => Ana, Bo, Chi get report called "case"
Mon 10:00  Ana answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
Mon 11:00  Bo (unproven, cc sam@x.test) answers report: STATUS
  => Bo gets confirm
  => nobody gets notices
Mon 12:00  Bo (cc sam@x.test) answers report: I am with you on this.
  => Ana, Bo, Chi get notices with "had the address of P1 in To or Cc"
Bo answers notices: DRAFT LEAK P9
  => Bo gets refused with "no party of this case"
Bo answers notices: DRAFT LEAK R1
  => Bo gets help with "WHAT:" "TO: who got it"
Tue 09:00  time passes
Mon 9 09:00  time passes
  => Ana gets chair-status with "<case>: leak, P1 was not told yet"
