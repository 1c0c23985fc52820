# NumFOCUS: the manual knows no acting alone; what was done is written down and reviewed by two thirds, and SEVERE gates nothing (JU-06, NP-07, K-8, NF-01)
committee: numfocus; Ana (chair), Bo, Chi, Dee; screeners Dee, Ana
space: sprint; administrators Pat
outside: Rita Vale <rita@home.test>; Sam Reed <sam@x.test>

Mon 09:00  Rita writes: The sprint
  | About: Sam Reed
  |
  | Sam Reed pushed me at the sprint this morning, twice, and stands in front of the room now. I am
  | still here with a friend and we do not know where to go.
Mon 09:10  Ana answers conflict-question: CLEAR
Bo answers conflict-question: CLEAR
Dee answers conflict-question: CLEAR
  => Ana, Bo, Dee get report called "case"
Mon 09:20  Bo answers report: SEVERE yes violent DISCONNECT Sam Reed
  => Bo gets refused with "nobody is cut off before it is decided" "ACTED what AT"
  => nobody gets disconnect
Bo answers report: SPACE garden
  => Bo gets refused with "No space on record is called that" "SPACE sprint"
Bo answers report: SEVERE yes / SPACE #sprint / ACTED had Sam Reed leave the room AT 09:15
  => Bo gets transcript with "a clear and severe breach" "space: sprint" "recorded as act 1"
  => Ana, Bo, Dee get solo-act-review with "had Sam Reed leave the room" "2026-03-02 09:15 UTC" "two thirds"
Mon 09:30  Ana answers report: EVAL scope=yes
Ana answers report: PROPOSE PLAN no sprints for a year
  | IF-REFUSED removal
  => Ana, Bo, Dee get ballot
Mon 20:00  time passes
  => Bo gets notices
Tue 09:30  time passes
  => Bo gets nothing
Tue 10:00  Ana answers solo-act-review: REVIEW OK
Dee answers solo-act-review: REVIEW OK
  => nobody gets notices with "it stands"
Bo answers solo-act-review: REVIEW OK
  => Ana, Bo, Dee get notices with "it stands"
Ana writes: DOC <case>
  => Ana gets document with "Act of a single member" "had Sam Reed leave the room" "reviewed, it stands"
