# A party's later mail is withheld from the member it names until another reader decides (product.md 5)
committee: jupyter; Ana (chair), Bo, Chi, Dee; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi, Dee get report
Mon 10:00  Rita answers receipt: I forgot to say that Chi Okafor sat there and laughed.
  => Ana, Bo, Dee get party-mail with "Chi Okafor is named in it" "ADMIT Chi Okafor" "EXCLUDE Chi Okafor"
  => Chi gets nothing
Mon 10:10  Chi answers report: ADMIT Chi
  => Chi gets transcript with "is not kept out"
  => nobody gets party-mail
Mon 10:20  Bo answers party-mail: ADMIT Chi Okafor
  => Chi gets party-mail with "sat there and laughed"
  => Bo gets transcript with "gets that mail too"
