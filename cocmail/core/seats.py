"""Who sits on the committee, as the log says it: the roster's facts added up (product.md 5).

`Seats` is a field of the House, `CaseSeats` of a Case. Here is what follows from them: what is
announced, held and due, and whose turn was exchanged. Not here: the roster that the rest of the
program uses, with its addresses (seating.py), and the keywords (commands/roster.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, assert_never

from cocmail.core import entries as e
from cocmail.core.people import Person

if TYPE_CHECKING:
    from cocmail.core.case import Case, House

CONFIRM_LIMIT = timedelta(hours=48)  # a question is valid once, for this long (product.md 6)
WAIT = timedelta(hours=72)  # between the announcement and the change (product.md 5)
TWO = 2  # members whose HOLD stops a change


@dataclass(slots=True)
class Change:
    """One change that a council contact, or the operator's file, asked for."""

    asked: e.ChangeAsked
    at: datetime
    id: str = ""
    by: str = ""  # the contact who said YES
    confirmed: datetime | None = None
    holds: list[str] = field(default_factory=list)
    dropped: str = ""
    taken: bool = False

    @property
    def open(self) -> bool:
        """Neither in force nor dropped."""
        return not self.dropped and not self.taken

    @property
    def announced(self) -> bool:
        """Confirmed and still to be held or taken."""
        return self.open and self.confirmed is not None

    def same(self, verb: str, person: str, role: str, address_known: bool) -> bool:
        """Whether another line asks for the very same."""
        mine = self.asked
        return address_known and (mine.verb, mine.person, mine.role) == (verb, person, role)


@dataclass(frozen=True, slots=True)
class Seat:
    """One configured person, and since when."""

    fact: e.Seated
    joined: datetime | None


@dataclass(slots=True)
class Seats:
    """The roster's facts of the house, added up."""

    people: dict[str, Seat] = field(default_factory=dict)
    left: dict[str, e.Seated] = field(default_factory=dict)
    file: dict[str, e.Seated] = field(default_factory=dict)  # as the operator's file last had it
    chair: str = ""
    file_chair: str = ""
    order: e.OrderSet | None = None
    rules: dict[str, str] = field(default_factory=dict)  # hash -> parameters (JU-03)
    rules_now: str = ""
    rules_at: datetime | None = None  # since when
    rules_file: str = ""  # the file's last version, taken or waiting
    changes: dict[int, Change] = field(default_factory=dict)
    news: dict[int, e.RosterNews] = field(default_factory=dict)
    mailed: dict[tuple[str, str], datetime] = field(default_factory=dict)
    renewed: dict[str, datetime] = field(default_factory=dict)
    alive: dict[str, datetime] = field(default_factory=dict)
    swaps: dict[str, str] = field(default_factory=dict)  # who offered -> with whom
    turns: dict[int, str] = field(default_factory=dict)  # turn number -> whose it is now
    lists: dict[str, e.NamesSent] = field(default_factory=dict)
    answered: dict[str, e.NamesAnswered] = field(default_factory=dict)
    stamp: int = 0  # grows with every fact that changes the roster or the rules

    @property
    def known(self) -> set[str]:
        """Everybody who is, or was, configured."""
        return {*self.people, *self.left}

    def suspended(self) -> set[str]:
        """Whose access ended with an OFFBOARD that may still be held (B-29)."""
        return {c.asked.person for c in self.changes.values()
                if c.announced and c.asked.verb == "OFFBOARD"}  # fmt: skip


@dataclass(slots=True)
class CaseSeats:
    """What the roster's changes did to one case."""

    welcomed: set[str] = field(default_factory=set)
    departed: set[str] = field(default_factory=set)
    off_lists: bool = False


def fold(case: "Case", house: "House | None", entry: e.RosterFact, at: datetime) -> None:
    """Add one fact of this family."""
    if isinstance(entry, e.Welcomed | e.Departed | e.KeptOffLists):
        _of_a_case(case, entry)
        return
    n = getattr(entry, "n", 0)
    case.n = max(case.n, n)
    if house is None:
        return
    seats = house.seats
    if isinstance(entry, e.Seated | e.LeftRoster | e.ChairSet | e.OrderSet | e.RulesTaken):
        _seat(seats, entry, at)
        seats.stamp += 1
    else:
        _happened(seats, entry, at)


def _of_a_case(case: "Case", entry: e.Welcomed | e.Departed | e.KeptOffLists) -> None:
    match entry:
        case e.Welcomed():
            case.seats.welcomed.add(entry.person)
        case e.Departed():
            case.seats.departed.add(entry.person)
            case.seats.welcomed.discard(entry.person)
            case.generation[entry.person] = case.generation.get(entry.person, 0) + 1
            for question in case.questions.values():
                question.sent.pop(entry.person, None)
            if case.screener == entry.person:
                case.screener, case.screener_since = "", None
        case e.KeptOffLists():
            case.seats.off_lists = entry.off
        case _:
            assert_never(entry)


_Seating = e.Seated | e.LeftRoster | e.ChairSet | e.OrderSet | e.RulesTaken


def _seat(seats: Seats, entry: _Seating, at: datetime) -> None:
    match entry:
        case e.Seated():
            before = seats.people.get(entry.person)
            stays = before is not None and before.fact.office == entry.office
            newcomer = entry.office == "member" and not entry.seed
            joined = before.joined if before and stays else (at if newcomer else None)
            seats.people[entry.person] = Seat(entry, joined)
            seats.left.pop(entry.person, None)
            if not entry.change:
                seats.file[entry.person] = entry
        case e.LeftRoster():
            gone = seats.people.pop(entry.person, None)
            if gone is not None:
                seats.left[entry.person] = gone.fact
            for kept in (seats.lists, seats.answered, seats.renewed, seats.alive, seats.swaps):
                kept.pop(entry.person, None)
            if not entry.change:
                seats.file.pop(entry.person, None)
        case e.ChairSet():
            seats.chair = entry.person
            if not entry.change:
                seats.file_chair = entry.person
        case e.OrderSet():
            seats.order = entry
        case e.RulesTaken():
            seats.rules[entry.hash] = entry.parameters
            if entry.state in ("seed", "same", "waiting"):
                seats.rules_file = entry.hash
            if entry.state != "waiting":
                seats.rules_now, seats.rules_at = entry.hash, at
        case _:
            assert_never(entry)


_Happened = (
    e.ChangeAsked
    | e.ChangeConfirmed
    | e.ChangeHeld
    | e.ChangeDropped
    | e.ChangeTaken
    | e.RosterNews
    | e.RosterMailed
    | e.TermRenewed
    | e.Alive
    | e.SwapAsked
    | e.Swapped
    | e.NamesSent
    | e.NamesAnswered
)


def _happened(seats: Seats, entry: _Happened, at: datetime) -> None:
    match entry:
        case e.ChangeAsked():
            seats.changes[entry.n] = Change(entry, at)
        case e.ChangeConfirmed() | e.ChangeHeld() | e.ChangeDropped() | e.ChangeTaken():
            if entry.n in seats.changes:
                _moved(seats.changes[entry.n], entry, at)
        case e.RosterNews():
            seats.news[entry.n] = entry
        case e.RosterMailed():
            seats.mailed[entry.what, entry.person] = at
        case e.TermRenewed():
            seats.renewed[entry.person] = at
        case e.Alive():
            seats.alive[entry.person] = at
        case e.SwapAsked():
            seats.swaps[entry.person] = entry.other
        case e.Swapped():
            seats.turns |= dict(zip(entry.turns, entry.people, strict=False))
            for person in entry.people:
                seats.swaps.pop(person, None)
        case e.NamesSent():
            seats.lists[entry.person] = entry
            seats.answered.pop(entry.person, None)
        case e.NamesAnswered():
            seats.answered[entry.person] = entry
        case _:
            assert_never(entry)


_Move = e.ChangeConfirmed | e.ChangeHeld | e.ChangeDropped | e.ChangeTaken


def _moved(change: Change, entry: _Move, at: datetime) -> None:
    match entry:
        case e.ChangeConfirmed():
            change.id, change.by, change.confirmed = entry.id, entry.by, at
        case e.ChangeHeld():
            change.holds.append(entry.person)
        case e.ChangeDropped():
            change.dropped = entry.why
        case e.ChangeTaken():
            change.taken = True
        case _:
            assert_never(entry)


# -- what follows ------------------------------------------------------------------------------


def announced(house: "House") -> list[Change]:
    """Changes that wait for their 72 hours, oldest first."""
    return [c for c in house.seats.changes.values() if c.announced]


def holds(change: Change, members: set[str], contacts: set[str]) -> bool:
    """Whether two members, or another contact than the one who said YES, answered HOLD."""
    if any(p in contacts and p != change.by for p in change.holds):
        return True
    return len({p for p in change.holds if p in members}) >= TWO


def unasked(house: "House") -> Iterator[tuple[Change, datetime]]:
    """Changes that nobody confirmed yet, and until when somebody may."""
    for change in house.seats.changes.values():
        if change.open and change.confirmed is None:
            yield change, change.at + CONFIRM_LIMIT


def term_began(house: "House", person: Person) -> datetime | None:
    """When a member's present term began: renewed, joined, or the first start."""
    return house.seats.renewed.get(person.id) or person.joined or house.rota_began
