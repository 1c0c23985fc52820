# A report that cannot be read in full, or that speaks of the committee, is held for one reader in every procedure (JU-11, PS-72, product.md 5)
committee: jupyter; Ana (chair), Bo, Chi; screeners Bo, Chi, Ana
outside: Rita Vale <rita@home.test>; Lou Hart <lou@home.test>; Moe Pratt <moe@home.test>

Mon 09:00  Rita writes: please look
  | See the attached picture.
  + shot.png image/png
  => Rita gets receipt with "one member first"
  => Bo gets held
  => nobody else gets anything
Bo answers held: SHOW
  => Bo gets report with "See the attached picture" "a1.png"
Bo answers report: EXCLUDE Ana
  => Bo gets transcript with "out of this case"
Bo answers report: CLEAR
  => Bo, Chi get report
  => Ana gets nothing
nothing more to Ana

Mon 10:00  Lou writes: One of you
  | One of you has been following me around at the conference for two days now, and I am afraid to
  | say who it is before I know who reads this mail.
  => Bo gets held
  => Chi gets nothing
