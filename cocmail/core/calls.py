"""Who was called to stand in, and who stays in spite of a conflict: the state of one case.

The rules are standins.py's, the keyword CONFLICT STAY is in commands/staying.py.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from cocmail.core.entries.standins import CalledIn, NamedFirst, StandInFact, StayDeclared


@dataclass(slots=True)
class Calls:
    """Who of a case stands in or stays."""

    asked: dict[str, datetime] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)
    stays: dict[str, datetime] = field(default_factory=dict)


def fold(calls: Calls, entry: StandInFact, at: datetime) -> None:
    """Add one fact."""
    match entry:
        case CalledIn():
            calls.asked.setdefault(entry.person, at)
        case NamedFirst():
            calls.named.append(entry.name)
        case StayDeclared():
            calls.stays.setdefault(entry.person, at)
        case _:
            assert_never(entry)
