# NumPy: no matter for the committee; quiet for a reporter, a flooding party bundled unread; NORESPONSE is not for everyone (NF-07, PS-53, product.md 7)
committee: numpy; Ana (chair), Bo, Chi
outside: Rita Vale <rita@home.test>; Tim Oak <tim@home.test>

Mon 09:00  Tim writes: How do I install it?
  | I tried to install the package on my new laptop and it stops with an error about a compiler. Can
  | you please tell me which one I need for it?
  => Bo gets report called "install"
Mon 09:10  Bo answers report: NOT-CONDUCT
  => Tim gets not-conduct with "does not handle" without "<install>"
  => Bo gets transcript with "redirected kindly"
Ana writes: SHEET
  => Ana gets sheet with "Not a matter for the committee"
Mon 10:00  Rita writes: Noise
  | Somebody in the chat calls me names every evening, and it has become worse since I asked for it
  | to stop in the open channel last week.
  => Bo gets report called "case"
Bo answers report of <case>: TAKE / QUIET REPORTER
  => Bo gets transcript with "no automatic news"
Bo answers report of <case>: NORESPONSE
  => Bo gets refused with "everybody who writes hears back"
Rita answers first-contact: one
  => Ana, Bo, Chi get party-mail
Bo answers report of <case>: MUTE R7
  => Bo gets refused with "no party of this case"
Bo answers report of <case>: MUTE R1
Rita answers first-contact: two, and still the same people as before
  => nobody gets party-mail
Mon 14:00  time passes
  => Ana, Chi get notices with "R1 wrote again: READ" without "still the same people"
Bo answers report of <case>: MUTE R1 OFF
Rita answers first-contact: three
  => Ana, Bo, Chi get party-mail
Wed 18 12:00  time passes
  => Rita gets nothing
