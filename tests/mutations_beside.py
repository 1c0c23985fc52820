"""Mutations beside the gate: what could tell an excluded person of a case by another way.

Sheet, digest, summary, register, limits, quarantine, older cases, roster, bundles. Each is caught
by the tests of the two worlds. Not here: the gate's own (mutations.py, which runs these as well).
"""

from dataclasses import dataclass

WORLDS = ("test_crossed_worlds.py", "test_two_worlds.py", "test_roster_worlds.py")


@dataclass(frozen=True)
class Mutation:
    """A rule, the source without it, and the tests that are to notice, the likeliest first."""

    rule: str
    old: str
    new: str
    file: str
    tests: tuple[str, ...] = WORLDS


BESIDE = (
    Mutation("the sheet has no row of a case that its reader is out of",
             "if case.released and person not in case.excluded and not conflicts.past",
             "if case.released and not conflicts.past", "sight/rows.py"),
    Mutation("the chair's digest is made without the cases they are out of",
             "        if conflicts.out(case, person):\n            if person in case.recused",
             "        if False:\n            if person in case.recused", "sight/whole.py"),
    Mutation("the digest counts no new question of somebody else's case",
             "            new += asked or case.screener == person", "            new += 1",
             "sight/whole.py"),
    Mutation("lines of the quarantine are numbered for each reader",
             "if person not in one.out and person not in one.left_out",
             "if person not in one.left_out", "core/quarantine.py"),
    Mutation("a line of the quarantine goes to whom it is for, not to whose turn it is",
             "SCREENER: conflicts.next_screener(case, self.frame)",
             "SCREENER: conflicts.on_duty(self.frame)", "mornings.py"),
    Mutation("the chair's line of the quarantine goes to who presides there",
             "CHAIR: conflicts.presiding(case, self.frame)", "CHAIR: self.frame.roster.chair",
             "mornings.py"),
    Mutation("a late case has its status mailed to who presides there",
             "            person = conflicts.presiding(case, frame)\n            if person:",
             "            person = frame.roster.chair\n            if person:", "mornings.py"),
    Mutation("the summary counts what its reader sees",
             "if summary.sees(c, scene.who) and summary", "if summary", "sight/summary.py"),
    Mutation("an erased case stays hidden in the summary",
             "kept_out = person in stone.hidden or NOBODY_KNOWS in stone.hidden",
             "kept_out = False", "core/summary.py"),
    Mutation("the notice of erasing goes to those who were not put out",
             "if p in roster.people and not conflicts.out(case, p)]", "if p in roster.people]",
             "core/retention.py", ("test_retention.py",)),
    Mutation("a report that somebody may not see takes no room in a limit",
             "found.issuperset(out) for out", "True for out", "reports.py"),
    Mutation("a hidden report's receipt is not today's receipt of another",
             "        return not self._bear(mail, map(self._theirs, today))",
        "        return not list(today)",
             "reports.py"),
    Mutation("SHARE knows only of groups whose case one is not out of",
             "if not sitting.counsel.out_of(a.case, turn.person)}", "}",
             "core/commands/memory.py"),
    Mutation("who is out of the asking case is not asked",
             "if person != asked.by and not conflicts.out(asking, person):",
             "if person != asked.by:", "core/older.py"),
    Mutation("the document lists no letter that a hidden case wanted",
             "        if scene.kept_from(older.cause(letter.about)):", "        if False:",
             "sight/document.py"),
    Mutation("nor does the audit",
             "if not scene.kept_from(older.caused(e.read(row.kind, row.payload)))", "",
             "sight/ending.py"),
    Mutation("nor is it remembered of an erased case",
             "return person in erased.hidden if erased else conflicts",
             "return False if erased else conflicts", "records.py"),
    Mutation("a letter that another case wanted pauses nobody here",
             "    if older.cause(about):  # what another", "    if False:  # what another",
             "core/fared.py"),
    Mutation("HISTORY shows cases open to the reader",
             'if c.no != scene.case.no and conflicts.standing(c, scene.who) == "in"',
             "if c.no != scene.case.no", "sight/ending.py"),
    Mutation("a code name that is guessed is no words of a case",
             "            if not case.released or person in case.excluded:",
             "            if not case.released:", "counsel.py", ("test_two_worlds.py",)),
    Mutation("one answer for what is unknown and what is withheld",
             '    if case is None or conflicts.standing(case, turn.person) != "in":\n'
             "        return Refuse(NO_SUCH_CASE, (\"STATUS\", \"SHEET\"))\n"
             "    turn.sitting.write(template",
             '    if case and conflicts.standing(case, turn.person) != "in":\n'
             '        return Refuse("You may not see that case.", ("STATUS", "SHEET"))\n'
             "    if case is None:\n"
             "        return Refuse(NO_SUCH_CASE, (\"STATUS\", \"SHEET\"))\n"
             "    turn.sitting.write(template", "core/commands/views.py"),
    Mutation("a newcomer is not asked about the name of a case that names them",
             "            involved.append(case.no)\n            continue", "            pass",
             "terms.py", ("test_roster_worlds.py",)),
    Mutation("the receipt of a reported person's own report names nobody as left out",
             'if x.why != "linked"}', "}", "sight/parties.py"),
    Mutation("a member's private address is no sign before a letter went there",
             "known = own if own and not told else (records", "known = (records", "indexing.py"),
    Mutation("bundles leave at hours of the day, not so long after a first notice",
             "due = clocks.bundle_at(now, sitting.frame.rules.internal_bundle, self.zone)",
             "due = now + sitting.frame.rules.internal_bundle * (1 + self.store.counts().errands)",
             "house.py"),
)  # fmt: skip
