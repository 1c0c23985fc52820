"""Facts about what outlasts a case's work: counting it, giving its record out, erasing it.

KeptFact stands in the case's own log; PastFact in the house's, where it survives the case.
"""

from dataclasses import dataclass
from datetime import datetime

__all__ = [
    "CaseErased",
    "Expunged",
    "KeptFact",
    "PastFact",
    "RecordAsked",
    "RecordReleased",
    "Retained",
    "RetentionWarned",
    "SummaryHeld",
    "SummaryMailed",
    "SummaryPublished",
]


@dataclass(frozen=True, slots=True)
class SummaryHeld:
    """The case group keeps its row out of the periodic summary, or lets it in again (GC-13)."""

    by: str
    on: bool


@dataclass(frozen=True, slots=True)
class RecordAsked:
    """Somebody of the council asks for the record, with a reason (JU-49)."""

    id: str
    person: str
    why: str


@dataclass(frozen=True, slots=True)
class RecordReleased:
    """Whoever presides gives it to them."""

    id: str
    by: str


@dataclass(frozen=True, slots=True)
class RetentionWarned:
    """T43 was written for this end of the time it is kept."""

    day: str


@dataclass(frozen=True, slots=True)
class Retained:
    """The record keeper has it kept until this day, for a reason."""

    by: str
    reason: str
    until: str


@dataclass(frozen=True, slots=True)
class Expunged:
    """The last fact of a case: with it the key goes. `by` is "" for the clock."""

    by: str


KeptFact = SummaryHeld | RecordAsked | RecordReleased | RetentionWarned | Retained | Expunged


@dataclass(frozen=True, slots=True)
class SummaryMailed:
    """The periodic summary of this period was written for this person."""

    person: str
    period: str
    again: bool  # the reminder


@dataclass(frozen=True, slots=True)
class SummaryPublished:
    """The chair published it; the daemon never does (GC-13)."""

    period: str
    by: str


@dataclass(frozen=True, slots=True)
class CaseErased:
    """What is left of an erased case: code name, dates, category.

    `hidden` were kept out of it. They wait in transit `apart`, as long as a summary may count it.
    """

    case: int
    code: str
    opened: datetime | None
    closed: datetime | None
    result: str
    measures: tuple[str, ...]
    about_us: bool
    hidden: tuple[str, ...]
    apart: int = 0


PastFact = SummaryMailed | SummaryPublished | CaseErased
