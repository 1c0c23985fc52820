# NumFOCUS: the older case's group is asked and may SHARE; who is out of either side hears nothing (PS-30, promise 4)
committee: numfocus; Ana (chair), Bo, Chi, Dee; screeners Ana
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>
never to Chi: "Rita"

Mon 09:00  Rita writes: The first time
  | About: Sam Reed
  |
  | Sam Reed followed me through three channels last week and commented on everything that I wrote,
  | whoever I spoke to.
Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
  => Ana, Bo get report called "first"
Dee answers conflict-question: RECUSE
  => Dee gets delete-please
Fri 09:00  Lou writes: Again
  | About: Sam Reed
  | Exclude: Ana Ruiz
  |
  | Someone called Sam Reed writes to me at night, again and again, on every account that I have.
  => Bo, Chi, Dee get conflict-question
Chi answers conflict-question: CLEAR
Dee answers conflict-question: CLEAR
  => Chi, Dee get report called "second"
Fri 10:00  Dee answers report of <second>: HISTORY Sam Reed
  => Dee gets history with "None." "If others know more, they have been asked."
  => nobody gets reminder
Chi answers report of <second>: HISTORY Sam Reed
  => Chi gets history with "None." "If others know more, they have been asked."
  => Bo gets reminder with "whether more is known about a person of this case" "SHARE" without "<second>" "Chi Okafor"
  => Ana, Dee get nothing
Bo answers reminder: SHARE
  => Bo gets transcript with "knows whom to speak to"
  => Chi gets history with "Bo Lind can say more about an earlier case" without "<first>"
  => Ana, Dee get nothing
Chi answers report of <second>: SHARE
  => Chi gets refused with "Nobody has asked"
