"""Facts of how cases hang together, and of who is set aside in one."""

from dataclasses import dataclass
from datetime import datetime

__all__ = [
    "Imported",
    "KeptApart",
    "LinkFact",
    "LinkNamed",
    "RemovalAsked",
    "SetAside",
    "SplitFrom",
    "SplitOff",
]


@dataclass(frozen=True, slots=True)
class LinkNamed:
    """The group says what the link is: retaliation (B-40), or nothing, and it goes to everyone."""

    kind: str  # retaliation, none
    by: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A silent member leaves this case's count; nothing else changes for them (K-6)."""

    person: str
    by: str


@dataclass(frozen=True, slots=True)
class RemovalAsked:
    """One of the others wants this member out; when all of them do, they are (B-20)."""

    person: str
    by: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A member or delegate brought in a report received elsewhere (GC-01, GC-07, JU-10)."""

    by: str
    anonymous: bool


@dataclass(frozen=True, slots=True)
class SplitOff:
    """These parties and their mail go on in another case; their handles lead there (A20)."""

    case: int
    refs: tuple[tuple[str, str], ...]  # here, there
    by: str


@dataclass(frozen=True, slots=True)
class SplitFrom:
    """Begun by a SPLIT of that case; the promises run from its first mail."""

    case: int
    opened: datetime
    by: str


@dataclass(frozen=True, slots=True)
class KeptApart:
    """A MERGE is undone: this case goes on by itself again."""

    case: int
    by: str


LinkFact = LinkNamed | SetAside | RemovalAsked | Imported | SplitOff | SplitFrom | KeptApart
