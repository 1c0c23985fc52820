# TAKE and HANDOFF: the reporter hears when the contact changes (B-02, JU-04)
committee: gcc; Ana (chair), Bo, Chi; adviser Gus; screener Bo
outside: Rita Vale <rita@home.test>

Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the maintainers' call on Friday, and one person left in tears and
  | has not been back since. I think that somebody should talk to all of them.
  => Ana, Bo, Chi, Gus get report
Gus answers report: TAKE
  => Gus gets refused with "Advisers read along"
Mon 10:00  Bo answers report: TAKE
  => Rita gets first-contact with "My name is Bo Lind"
Chi answers report: TAKE
  => Chi gets refused with "Bo Lind leads this case"
  => Rita gets nothing
Mon 11:00  Bo answers report: HANDOFF Gus
  => Bo gets refused
Bo answers report: HANDOFF Chi
  => Rita gets first-contact with "your contact has changed" "Chi Okafor"
  => Bo gets transcript
Mon 12:30  time passes
  => Ana, Chi, Gus get notices with "Chi Okafor leads the case."
