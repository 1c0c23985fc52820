# Both sides report one quarrel: two cases that never become one, as letters to the reporter would tell the reported person (B-10, JU-16, promise 5)
committee: gcc; Ana (chair), Bo, Chi; screener Ana
outside: José Núñez <jose@home.test>; Sam Reed <sam@x.test>
never to Sam: "José", "Núñez"

Mon 09:00  José writes: In the review
  | Sam Reed calls my patches garbage in every review, and did so again this morning before the whole
  | list of contributors.
  => Ana, Bo, Chi get report called "first"
Mon 09:30  Sam writes: In the review
  | Somebody of the parser team follows me from one review to the next and complains about the tone,
  | and I want that to end.
  => Ana, Bo, Chi get report called "second"
Mon 10:00  Ana answers report of <first>: TAKE / PARTY REPORTED Sam Reed sam@x.test
Mon 10:10  Ana answers report of <second>: MERGE <second> INTO <first>
  => Ana gets refused with "they stay apart" "NOTE both cases belong together"
  => nobody gets merged
