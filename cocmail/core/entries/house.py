"""Facts of the house itself (case 0); they carry no word about a case."""

from dataclasses import dataclass
from datetime import datetime

__all__ = [
    "AwaySet",
    "BackSet",
    "HouseFact",
    "KeyWarned",
    "ListSeen",
    "Numbered",
    "Outage",
    "RotaBegan",
    "StatusMailed",
]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A person's number inside tags; never given to anyone else."""

    person: str
    number: int


@dataclass(frozen=True, slots=True)
class RotaBegan:
    """The first start: turns are counted from here."""


@dataclass(frozen=True, slots=True)
class AwaySet:
    """A member's own word; no reason."""

    person: str
    since: str
    until: str  # a date, or "" for until BACK


@dataclass(frozen=True, slots=True)
class BackSet:
    """Here again."""

    person: str


@dataclass(frozen=True, slots=True)
class Outage:
    """The daemon did not run, or the clock jumped, between these moments."""

    since: datetime
    until: datetime
    down: bool  # false: it ran, but the clock jumped


@dataclass(frozen=True, slots=True)
class StatusMailed:
    """The status mail of this day was written for this person."""

    person: str
    day: str


@dataclass(frozen=True, slots=True)
class ListSeen:
    """A member's mail outside any case came through a mailing list, or no longer does (PS-02)."""

    person: str
    on: bool


@dataclass(frozen=True, slots=True)
class KeyWarned:
    """It was said that this OpenPGP key ends, or has ended; `person` is "" for our own."""

    person: str
    fingerprint: str
    expires: datetime | None
    over: bool


HouseFact = Numbered | RotaBegan | AwaySet | BackSet | Outage | StatusMailed | ListSeen | KeyWarned
