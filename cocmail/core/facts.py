"""What a case group has found out: evaluation, findings, waivers, meetings. State and its fold.

Who was heard, and which answer is still awaited, is asked in hearing.py.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from cocmail.core.entries.facts import (
    Determined,
    Evaluated,
    Extended,
    FoundFact,
    MeetingSet,
    NoAnswer,
    SetOpenAgain,
    Stood,
    Waived,
)

# Kept in the case document only, never in sheet, status mail or statistics (PS-26, PS-27).
SENSITIVE = frozenset({"marginalised", "reporter", "affected", "disengage", "leader"})


@dataclass(slots=True)
class Facts:
    """The findings of one case."""

    evaluated: dict[str, tuple[Evaluated, datetime]] = field(default_factory=dict)
    determined: list[tuple[Determined, datetime]] = field(default_factory=list)
    waived: dict[str, dict[str, tuple[str, datetime]]] = field(default_factory=dict)
    until: dict[str, str] = field(default_factory=dict)  # party -> the last day for an answer
    unanswered: dict[str, datetime] = field(default_factory=dict)  # party -> when time was over
    meetings: list[tuple[MeetingSet, datetime]] = field(default_factory=list)
    looked_again: datetime | None = None  # the last STANDS or REOPEN
    set_aside: bool = False  # the decision waits for PROPOSE or STANDS

    def value(self, name: str) -> str:
        """The answer to one field of the evaluation, or ""."""
        return self.evaluated[name][0].value if name in self.evaluated else ""


def fold(facts: Facts, entry: FoundFact, at: datetime) -> None:
    """Add one fact."""
    match entry:
        case Evaluated():
            facts.evaluated[entry.field] = (entry, at)
        case Determined():
            facts.determined.append((entry, at))
        case Waived():
            facts.waived.setdefault(entry.step, {})[entry.by] = (entry.reason, at)
        case Extended():
            facts.until[entry.ref] = entry.until
            facts.unanswered.pop(entry.ref, None)
        case NoAnswer():
            facts.unanswered[entry.ref] = at
        case MeetingSet():
            facts.meetings.append((entry, at))
        case Stood():
            facts.looked_again, facts.set_aside = at, False
        case SetOpenAgain():
            facts.looked_again, facts.set_aside = at, True
        case _:
            assert_never(entry)
