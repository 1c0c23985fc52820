# E-9: the summary for the chair who is the reported person, and for the acting chair (GC-13, K-1, T34, promise 4)
committee: gcc; Ana (chair), Bo, Chi, Dee; screener Ana
outside: Lou Hart <lou@home.test>; Rita Vale <rita@home.test>
rule: hear_reported = "after"
rule: council_report = false
rule: consult = false
rule: records_required = false
rule: determinations = false
never to Ana: "Lou", "shouted", "acting chair", "or more"

Mon 09:00  Lou writes: About the last meeting
  | Ana Ruiz shouted at me in the last meeting and told me to look for another project to work on, in
  | front of seven people. I have not slept well since then.
  => Bo, Chi, Dee get report called "case"
Tue 10:00  Ana writes: SUMMARY
  => Ana gets periodic-summary with "2026-01 to 2026-06 (so far)" "Reports received: fewer than three" "each result: fewer than three"
Bo writes: SUMMARY
  => Bo gets periodic-summary with "Reports received: fewer than three" without "acting chair completes"
Chi writes: SUMMARY
  => Chi gets refused with "SUMMARY is for who presides: Ana Ruiz"
Tue 11:00  Bo answers report: TAKE
Tue 12:00  Bo answers report: CLOSE <case> AT-REPORTERS-WISH
  => Bo gets transcript with "closed"
Tue 30 10:00  time passes
Wed 1 08:00  Chi answers report: HOLD SUMMARY
  => Chi gets transcript with "not counted in the summary"
Chi answers report: HOLD SUMMARY OFF
  => Chi gets transcript with "counted in the summary"
