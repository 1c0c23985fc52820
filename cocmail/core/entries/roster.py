"""Facts about who sits on the committee; all but the last four are the house's own (case 0).

An address is the number of a sealed text of case 0, as everywhere.
"""

from dataclasses import dataclass

__all__ = [
    "Alive",
    "ChairSet",
    "ChangeAsked",
    "ChangeConfirmed",
    "ChangeDropped",
    "ChangeHeld",
    "ChangeTaken",
    "Departed",
    "KeptOffLists",
    "LeftRoster",
    "NamesAnswered",
    "NamesSent",
    "OrderSet",
    "RosterFact",
    "RosterMailed",
    "RosterNews",
    "RulesTaken",
    "Seated",
    "SwapAsked",
    "Swapped",
    "TermRenewed",
    "Welcomed",
]


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody is configured like this from now on; `change` 0 is the operator's file."""

    person: str
    name: str
    office: str
    role: str
    known_as: tuple[str, ...]
    ordinary_name: bool
    delivery: str
    contact: bool
    spaces: tuple[str, ...]
    addresses: tuple[int, ...]
    change: int = 0
    seed: bool = False  # at the very first start: nobody of these is a newcomer
    council_seat: bool = False  # beside an office in the committee (E-9)


@dataclass(frozen=True, slots=True)
class LeftRoster:
    """No longer configured; `change` 0 is the operator's file."""

    person: str
    change: int = 0


@dataclass(frozen=True, slots=True)
class ChairSet:
    """Who presides; `change` 0 is the operator's file."""

    person: str
    change: int = 0


@dataclass(frozen=True, slots=True)
class OrderSet:
    """The order of the file: who follows the chair, and whose turn it is to read first."""

    succession: tuple[str, ...]
    rota: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulesTaken:
    """A version of the procedure, whole; `state` is seed, same, waiting or taken (JU-03)."""

    hash: str
    parameters: str  # JSON
    state: str


@dataclass(frozen=True, slots=True)
class ChangeAsked:
    """A council contact wants this; nothing happens before their YES."""

    n: int
    verb: str  # ADD, REMOVE, CHAIR, ONBOARD, OFFBOARD, RULES
    person: str
    name: str
    role: str
    address: int
    by: str  # who asked, or "" for the operator's file


@dataclass(frozen=True, slots=True)
class ChangeConfirmed:
    """The contact said YES; announced, and in force after the wait unless held."""

    n: int
    id: str
    by: str


@dataclass(frozen=True, slots=True)
class ChangeHeld:
    """One HOLD against it."""

    n: int
    person: str


@dataclass(frozen=True, slots=True)
class ChangeDropped:
    """It will not happen: no, late, held or void."""

    n: int
    why: str


@dataclass(frozen=True, slots=True)
class ChangeTaken:
    """It is in force."""

    n: int


@dataclass(frozen=True, slots=True)
class RosterNews:
    """What everybody of the committee, or one person, is told about the roster."""

    n: int
    title: str
    lines: tuple[str, ...]
    change: int = 0


@dataclass(frozen=True, slots=True)
class RosterMailed:
    """A regular letter about the roster was written for this person on this day."""

    what: str  # alert, review, renewal
    person: str
    day: str


@dataclass(frozen=True, slots=True)
class TermRenewed:
    """A member goes on for another term."""

    person: str


@dataclass(frozen=True, slots=True)
class Alive:
    """A member's own command outside every case: the only sign of life that may be shown."""

    person: str


@dataclass(frozen=True, slots=True)
class SwapAsked:
    """A member offers to exchange the next turn as first reader with another."""

    person: str
    other: str


@dataclass(frozen=True, slots=True)
class Swapped:
    """Two turns are exchanged: turn number `turn` is now this person's."""

    turns: tuple[int, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamesSent:
    """The numbered list of a newcomer: "case:party" under each number, in the drawn order."""

    person: str
    lists: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NamesAnswered:
    """The newcomer's answer: numbers without and with a conflict; never a reason (PS-74)."""

    person: str
    clear: tuple[int, ...]
    conflict: tuple[int, ...]
    opened: int = 0  # how many cases that opened


@dataclass(frozen=True, slots=True)
class Welcomed:
    """In a case: a newcomer without a conflict joined the case group (PS-75)."""

    person: str


@dataclass(frozen=True, slots=True)
class Departed:
    """In a case: somebody left the committee, and with it the case (PS-56)."""

    person: str


@dataclass(frozen=True, slots=True)
class KeptOffLists:
    """In a case: whoever presides keeps it off (or lets it onto) newcomers' lists (PS-73)."""

    person: str
    off: bool = True


RosterFact = (
    Seated
    | LeftRoster
    | ChairSet
    | OrderSet
    | RulesTaken
    | ChangeAsked
    | ChangeConfirmed
    | ChangeHeld
    | ChangeDropped
    | ChangeTaken
    | RosterNews
    | RosterMailed
    | TermRenewed
    | Alive
    | SwapAsked
    | Swapped
    | NamesSent
    | NamesAnswered
    | Welcomed
    | Departed
    | KeptOffLists
)
