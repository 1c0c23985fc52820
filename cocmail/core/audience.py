"""For whom a letter is meant, as a role; gate.readers turns a role into people.

A Draft says: template X, about case Y, for this audience. It holds no text and no address.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """Everyone in the case group but these."""

    but: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class One:
    """One configured person."""

    person: str


@dataclass(frozen=True, slots=True)
class PartyTo:
    """One party of the case."""

    ref: str


@dataclass(frozen=True, slots=True)
class Presiding:
    """Whoever presides in this case."""


@dataclass(frozen=True, slots=True)
class Readers:
    """The case group, or before release the one screener."""

    but: tuple[str, ...] = ()


Audience = CaseGroup | One | PartyTo | Presiding | Readers


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter that is wanted; the gate decides at every attempt whether and how it is written."""

    template: str
    to: Audience
    about: tuple[tuple[str, str], ...] = ()
    due: datetime | None = None
    bundle: bool = False
    transit: int = 0
    case: int | None = None  # None: the case of the sitting
