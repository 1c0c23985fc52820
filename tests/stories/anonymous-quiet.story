# Anonymous: and Quiet: lines; the members see R1, and no automatic news goes out (B-23, NF-07, product.md 4)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>
never to Ana, Bo, Chi: "Rita", "Vale"

Mon 09:00  Rita writes: It is me again
  | Anonymous: yes
  | Quiet: yes
  |
  | A speaker made jokes about people with an accent, three times in one talk, and the room laughed.
  | I left. I do not want my name to be known to anyone who was there.
  |
  | Rita Vale
  => Ana, Bo, Chi get report with "R1: no name given" "I left."
  => Rita gets receipt
Mon 16 10:00  time passes
  => nobody gets status-reporter
