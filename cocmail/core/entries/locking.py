"""Facts of the house about a mailbox that may be in somebody else's hands (A20, LOCK)."""

from dataclasses import dataclass

__all__ = ["LockEnded", "LockFact", "LockSaid", "UnlockSaid"]


@dataclass(frozen=True, slots=True)
class LockSaid:
    """A member wants this person's mailbox suspended."""

    person: str
    by: str


@dataclass(frozen=True, slots=True)
class UnlockSaid:
    """A member wants it back in use; one of the two that this takes."""

    person: str
    by: str


@dataclass(frozen=True, slots=True)
class LockEnded:
    """The mailbox is in use again: "off", or "over" after a single member's twelve hours."""

    person: str
    why: str


LockFact = LockSaid | UnlockSaid | LockEnded
