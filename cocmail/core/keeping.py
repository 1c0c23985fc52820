"""What is kept of a case and what is left of it: the state of one case, of the house, their fold.

When a record is erased is retention.py's, what is counted summary.py's, who of the council may ask
for a record requests.py's.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from cocmail.core.entries.keeping import (
    CaseErased,
    Expunged,
    KeptFact,
    PastFact,
    RecordAsked,
    RecordReleased,
    Retained,
    RetentionWarned,
    SummaryHeld,
    SummaryMailed,
    SummaryPublished,
)


@dataclass(slots=True)
class Keeping:
    """One case."""

    not_counted: bool = False  # the group holds its row of the summary
    asked: dict[str, RecordAsked] = field(default_factory=dict)
    given: dict[str, RecordReleased] = field(default_factory=dict)
    warned: dict[str, datetime] = field(default_factory=dict)  # last day -> when T43 was written
    retained: Retained | None = None
    expunged: bool = False


@dataclass(slots=True)
class Past:
    """The house: which summaries were written, and the tombstones."""

    mailed: set[tuple[str, str, bool]] = field(default_factory=set)  # person, period, again
    published: set[str] = field(default_factory=set)
    erased: dict[int, CaseErased] = field(default_factory=dict)


def fold(keeping: Keeping, entry: KeptFact, at: datetime) -> None:
    """Add one fact of a case."""
    match entry:
        case SummaryHeld():
            keeping.not_counted = entry.on
        case RecordAsked():
            keeping.asked[entry.id] = entry
        case RecordReleased():
            keeping.given[entry.id] = entry
        case RetentionWarned():
            keeping.warned[entry.day] = at
        case Retained():
            keeping.retained = entry
        case Expunged():
            keeping.expunged = True
        case _:
            assert_never(entry)


def fold_past(past: Past, entry: PastFact) -> None:
    """Add one fact of the house."""
    match entry:
        case SummaryMailed():
            past.mailed.add((entry.person, entry.period, entry.again))
        case SummaryPublished():
            past.published.add(entry.period)
        case CaseErased():
            past.erased[entry.case] = entry
        case _:
            assert_never(entry)
