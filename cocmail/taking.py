"""The operator's file taken into the log, at every start (product.md 5, JU-03).

At the first start the file seeds the roster and the rules; what changed in it later becomes facts
"by operator", told to council contacts and chair. A changed procedure waits for a contact's YES.
Not here: what the facts amount to (seating.py, core/seats.py).
"""

from datetime import datetime

from cocmail import seating
from cocmail.config import Config
from cocmail.core import changes, locking, rulechange, seats
from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.case import House
from cocmail.core.sitting import Sitting
from cocmail.records import Records


def the_file(sitting: Sitting, file: Config, records: Records) -> None:
    """Everything the file says anew, as facts; numbers for new people."""
    known = records.house.seats
    before = sitting.frame.roster
    first = not known.file

    def address(n: int) -> str:
        return records.address(0, n)

    def keep(given: str) -> int:
        return records.store.keep_text(0, given.encode("utf-8", "surrogateescape"))

    facts = list(seating.edits(file, known, address, keep))
    for fact in facts:
        if isinstance(fact, e.LeftRoster) and fact.person in known.people:
            cases = changes.concerned(records.cases(), fact.person)
            changes.leave(sitting, fact.person, 0, cases)
            _farewell(sitting, fact.person)
        else:
            sitting.add(fact)
    for person in known.people:
        changes.number(sitting, person)
    if facts and not first:
        roster = seating.seated(known, address).roster
        lines = seating.told(facts, before)
        if lines:
            changes.tell(sitting, changes.chief(roster), "the operator changed the roster", lines)
    _rules(sitting, file, known)


def _farewell(sitting: Sitting, person: str) -> None:
    """Whoever leaves is asked to delete what they hold (PS-56)."""
    known = sitting.frame.roster.people.get(person)
    if known is not None and known.office == "member":
        sitting.write("offboarding", One(person), about={"person": person})


def _rules(sitting: Sitting, file: Config, known: seats.Seats) -> None:
    rules, kept = file.procedure, seating.parameters(file.procedure)
    if not known.rules_now:
        sitting.add(e.RulesTaken(rules.hash, kept, "seed"))
        return
    if rules.hash == known.rules_file:
        _ask_again(sitting, known)
        return
    _void(sitting, known)
    now = seating.procedure(known.rules[known.rules_now], rules)
    if seating.same_rules(now, rules):
        sitting.add(e.RulesTaken(rules.hash, kept, "same"))
        return
    sitting.add(e.RulesTaken(rules.hash, kept, "waiting"))
    contacts = changes.contacts(sitting.frame.roster)
    people = changes.chief(sitting.frame.roster)
    if now.rules_changed_by == "rule-change":
        line = (f"The {now.body} changes its rules by CHANGE: they are taken after its RESULT "
                "accepted them (PS-79).")  # fmt: skip
        changes.tell(sitting, people, "the operator's file has other rules",
                     ("They are not in force.", line))  # fmt: skip
    else:
        changes.tell(sitting, [p for p in people if p not in contacts],
                     "the operator's file has other rules",
                     ("They are not in force. A council contact was asked.",))  # fmt: skip
    _ask_again(sitting, known)


def _ask_again(sitting: Sitting, known: seats.Seats) -> None:
    """A version that waits is asked about, once at a time, when the procedure lets it be taken."""
    digest, house = known.rules_file, sitting.frame.house
    if digest == known.rules_now:
        return
    if any(c.open and c.asked.verb == "RULES" for c in known.changes.values()):
        return
    if any(c.dropped in ("no", "held") and c.asked.person == digest for c in
           known.changes.values()):  # fmt: skip
        return
    council = sitting.frame.rules.rules_changed_by == "council"
    if council or _accepted_since(house, known.rules_at):
        contacts = changes.contacts(sitting.frame.roster)
        changes.ask(sitting, "RULES", digest, "", by="", to=contacts)


def _accepted_since(house: House, taken: datetime | None) -> bool:
    """Whether the board accepted a rule change after the version in force was taken (PS-79)."""
    change = rulechange.accepted_change(house)
    if change is None or change.result_at is None:
        return False
    return taken is None or change.result_at > taken


def _void(sitting: Sitting, known: seats.Seats) -> None:
    """The file changed again: what was asked about it no longer holds."""
    for change in list(known.changes.values()):
        if change.open and change.asked.verb == "RULES":
            sitting.add(e.ChangeDropped(change.asked.n, "void"))


def next_due(house: House) -> datetime | None:
    """The next moment at which a change of the roster is in force, or a question is too late."""
    moments = [changes.in_force_at(house, c) for c in seats.announced(house)]
    moments += [until for _, until in seats.unasked(house)]
    moments += locking.due(house)
    return min(moments, default=None)
