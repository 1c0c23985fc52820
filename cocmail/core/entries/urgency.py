"""Facts of urgent cases: how severe it is, what a member did alone, and its review (A3)."""

from dataclasses import dataclass
from datetime import datetime

__all__ = [
    "ActedAlone",
    "ContactAnswered",
    "ContactAsked",
    "ReviewAsked",
    "ReviewDecided",
    "Reviewed",
    "SentAlone",
    "SeveritySet",
    "UrgentFact",
]


@dataclass(frozen=True, slots=True)
class SeveritySet:
    """Is it a clear and severe breach (NP-01). Lowering takes a second member."""

    by: str
    value: str  # yes, no, lowering
    category: str = ""


@dataclass(frozen=True, slots=True)
class ActedAlone:
    """A member acted before the committee decided (JU-06); `reported`: in their own words.

    The same number again adds to what is known of that act.
    """

    n: int
    by: str
    what: str
    at: datetime  # as stated, or the first trace (JU-09)
    tool: str = ""
    ground: str = ""  # the category of SEVERE
    ref: str = ""  # whom it concerns, where that is known
    asked: tuple[str, ...] = ()  # administrators who are to carry it out (NP-04)
    reported: bool = False


@dataclass(frozen=True, slots=True)
class ContactAsked:
    """The next contact of a space is asked too, as nobody before answered."""

    n: int
    person: str


@dataclass(frozen=True, slots=True)
class ContactAnswered:
    """DONE, or WAIT, by somebody who looks after a space (NP-04)."""

    n: int  # of the act; 0: a measure of the bans register
    person: str
    done: bool
    ref: str = ""


@dataclass(frozen=True, slots=True)
class ReviewAsked:
    """The person it concerns asked for a review (NP-06); `mail` is where."""

    n: int
    mail: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One member's answer in the review of an act (NP-07)."""

    n: int
    person: str
    choice: str  # ok, reverse
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReviewDecided:
    """The group signed the act off, or took it back."""

    n: int
    choice: str


@dataclass(frozen=True, slots=True)
class SentAlone:
    """A letter left without a second reader, for this reason (product.md 7)."""

    id: str
    by: str
    reason: str


UrgentFact = (
    SeveritySet
    | ActedAlone
    | ContactAsked
    | ContactAnswered
    | ReviewAsked
    | Reviewed
    | ReviewDecided
    | SentAlone
)
