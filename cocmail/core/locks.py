"""Which mailboxes are suspended, as the house's facts add up (A20, LOCK).

Not here: what a lock does, and who hears of it (locking.py).
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import assert_never

from cocmail.core import entries as e

ALONE = timedelta(hours=12)  # what one member may do, once
TWO = 2


@dataclass(slots=True)
class Lock:
    """One suspended mailbox; without `until` it stands."""

    by: list[str]
    until: datetime | None
    off: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Locks:
    """The suspended mailboxes by person, and who has locked whom alone."""

    running: dict[str, Lock] = field(default_factory=dict)
    alone: set[tuple[str, str]] = field(default_factory=set)  # (by, person)

    def __contains__(self, person: str) -> bool:
        return person in self.running

    def among(self, people: Collection[str]) -> str:
        """Whose of these mailboxes is locked, "" if none is."""
        return next((p for p in people if p in self.running), "")


def fold(locks: Locks, entry: e.LockFact, at: datetime) -> None:
    """Add one fact."""
    match entry:
        case e.LockSaid():
            lock = locks.running.get(entry.person)
            if lock is None:
                locks.running[entry.person] = Lock([entry.by], at + ALONE)
                locks.alone.add((entry.by, entry.person))
            elif entry.by not in lock.by:
                lock.by.append(entry.by)
                lock.until = None
        case e.UnlockSaid():
            if entry.person in locks.running:
                locks.running[entry.person].off.append(entry.by)
        case e.LockEnded():
            locks.running.pop(entry.person, None)
        case _:
            assert_never(entry)
