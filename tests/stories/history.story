# NumPy: HISTORY shows the asker's own cases and always the same sentence; AUDIT; a second report wakes one in escrow (PS-30, B-17, B-24, PS-63)
committee: numpy; Ana (chair), Bo, Chi, Dee
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>; Tim Oak <tim@home.test>
never to Dee: "Lou", "older"

Mon 09:00  Rita writes: The first time
  | Exclude: Bo Lind
  |
  | Sam Reed followed me through three channels last week and commented on everything that I wrote,
  | whoever I spoke to.
  => Ana, Chi, Dee get report called "first"
Mon 10:00  Ana answers report: TAKE / PARTY REPORTED Sam Reed
Mon 11:00  Dee answers report: AUDIT
  => Dee gets refused with "AUDIT is for who presides: Ana Ruiz"
Ana answers report: AUDIT
  => Ana gets audit with "opened" "lead taken" "party named" without "Sam" "Rita"
Ana answers report: ESCROW
  => Ana gets transcript with "Kept until reported again"
Tue 09:00  Lou writes: Again
  | Exclude: Dee Novak
  |
  | A person called Sam Reed writes to me at night, again and again, on every account that I have,
  | and I would like to be left alone.
  => Ana, Bo, Chi get report called "second"
Tue 10:00  Bo answers report of <second>: TAKE / PARTY REPORTED Sam Reed
  => Ana, Chi get reminder with "Ask the reporter of this case, without telling"
  => Dee gets nothing
Bo answers report of <second>: HISTORY Sam Reed
  => Bo gets history with "None." "If others know more, they have been asked." without "<first>"
  => nobody gets reminder
Chi answers report of <second>: HISTORY P1
  => Chi gets history with "<first>" "If others know more, they have been asked."
Wed 09:00  Tim writes: A third time
  | Sam Reed shouted at me in the corridor at the sprint and would not let me go on, until some
  | people came and stood by.
  => Ana, Bo, Chi, Dee get report called "third"
Wed 10:00  Dee answers report of <third>: HISTORY sam reed
  => Dee gets history with "<first>"
Wed 11:00  Dee answers report of <third>: RECUSE
Bo answers report of <third>: HISTORY Sam Reed
  => Bo gets history with "<second>" without "<first>"
