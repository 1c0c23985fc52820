"""Facts about what happened and who was heard: evaluation, findings, waivers, talks to come."""

from dataclasses import dataclass
from datetime import datetime

__all__ = [
    "Determined",
    "Evaluated",
    "Extended",
    "FoundFact",
    "MeetingSet",
    "NoAnswer",
    "SetOpenAgain",
    "Stood",
    "Waived",
]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One answer of the evaluation (A6); a later one of the same field replaces it."""

    by: str
    field: str
    value: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Determined:
    """The four answers in writing (JU-15); `without` says why an open question was not awaited."""

    by: str
    what: str
    violation: str
    who: str
    ongoing: str
    without: str = ""


@dataclass(frozen=True, slots=True)
class Waived:
    """A member would leave this step out; some steps take two (GC-09)."""

    by: str
    step: str  # "hearing P1", or another step's own words
    reason: str


@dataclass(frozen=True, slots=True)
class Extended:
    """A party has until this day to answer (A21)."""

    by: str
    ref: str
    until: str


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The time for an answer is over, and none came."""

    ref: str


@dataclass(frozen=True, slots=True)
class MeetingSet:
    """The group talks outside the mails at this moment (JU-50)."""

    by: str
    start: datetime


@dataclass(frozen=True, slots=True)
class Stood:
    """The decision stands after what the reported person added (PS-50)."""

    by: str


@dataclass(frozen=True, slots=True)
class SetOpenAgain:
    """Plan and consequences are decided anew after what was added (PS-50, JU-35)."""

    by: str


FoundFact = (
    Evaluated | Determined | Waived | Extended | NoAnswer | MeetingSet | Stood | SetOpenAgain
)
