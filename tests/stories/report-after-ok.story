# A report that comes between OK and sending stops the letter that names its sender (promise 5, PS-42)
committee: jupyter; Ana (chair), Bo, Chi
outside: Rita Vale <rita@home.test>; Wen Adler <wen@dom.test>; Sam Reed <sam@x.test>
never to Sam: "Rita", "Vale", "Adler", "Wen", "lab.test"

Mon 09:00  Rita writes: In the lab
  | Sam Reed makes remarks about my body whenever we share the lab, and he laughs when I go away.
  => Ana, Bo, Chi get report called "first"
Mon 10:00  Bo answers report: TAKE / PARTY REPORTED Sam Reed sam@x.test
Mon 10:10  Bo answers report of <first>: ASK REPORTED
  | What do you say about remarks on looks, made in the lab beside Adler's desk?
  => Ana, Bo, Chi get preview with "Adler's desk"
Mon 10:20  Chi answers preview: OK <id>
  => Chi gets transcript with "leaves in 10 minutes"
Mon 10:22  Wen writes: What I saw
  | Sam Reed goes on and on about how a colleague of mine looks. I sit next to them and hear it all.
  => Ana, Bo, Chi get report called "second"
Mon 10:24  Bo answers report of <second>: MERGE <second> INTO <first>
  => Ana, Bo, Chi get merged
Mon 10:45  time passes
  => Sam gets nothing
Mon 11:00  Bo answers report of <first>: ASK REPORTED
  | What do you say about remarks on looks, made in the lab?
  => Ana, Bo, Chi get preview
Chi answers preview: OK <id>
Mon 11:15  time passes
  => Sam gets right-of-reply with "remarks on looks"
