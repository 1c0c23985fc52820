"""What the house remembers of its test mails, as its facts add up (practice.md B-43).

Not here: when one leaves, and what follows from one that stays out (probing.py).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from cocmail.core import entries as e


@dataclass(slots=True)
class Probes:
    """The last one that left, the last one that came back, and the last one that was missed."""

    wanted: int = 0
    wanted_at: datetime | None = None
    came: int = 0
    came_at: datetime | None = None
    spam: bool = False
    missed: int = 0
    missed_at: datetime | None = None
    why: str = ""

    @property
    def missing(self) -> bool:
        """Whether one was missed and none has come since."""
        return self.missed > self.came

    @property
    def expected(self) -> range:
        """Those that may still come back; each once, and none that left before one that did."""
        return range(self.came + 1, self.wanted + 1)


def fold(probes: Probes, entry: e.ProbeFact, at: datetime) -> None:
    """Add one fact."""
    match entry:
        case e.ProbeWanted():
            probes.wanted, probes.wanted_at = entry.n, at
        case e.ProbeCame():
            probes.came, probes.came_at, probes.spam = entry.n, at, entry.spam
        case e.ProbeMissed():
            probes.missed, probes.missed_at, probes.why = entry.n, at, entry.why
        case _:
            assert_never(entry)
