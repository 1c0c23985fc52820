"""What went wrong around a case: leaks and abuse, the state of one case.

A leak is seen where a member's mail is taken (speakers.py), told by `leaked`, and mended with the
letter of commands/mishaps.py. Whether a sender's further mail waits in quarantine is asked by
reports.py.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from cocmail.core.entries.mishaps import (
    AbuseLifted,
    AbuseSaid,
    LeakSeen,
    LineLeftOut,
    MishapFact,
)

if TYPE_CHECKING:
    from cocmail.core.case import Case
    from cocmail.core.sitting import Sitting

LETTER = "accidental-disclosure"
ENOUGH = 2  # members who call it abuse


@dataclass(slots=True)
class Mishaps:
    """The leaks of one case, and who calls whom abusive."""

    leaks: list[tuple[LeakSeen, datetime]] = field(default_factory=list)
    abuse: dict[str, set[str]] = field(default_factory=dict)  # party -> members who say so
    left_out: set[str] = field(default_factory=set)  # whose list of the quarantine is without it

    def abusive(self, ref: str) -> bool:
        """Whether two members said so, and nobody took it back."""
        return len(self.abuse.get(ref, ())) >= ENOUGH


def fold(mishaps: Mishaps, entry: MishapFact, at: datetime) -> None:
    """Add one fact."""
    match entry:
        case LeakSeen():
            mishaps.leaks.append((entry, at))
        case AbuseSaid():
            mishaps.abuse.setdefault(entry.ref, set()).add(entry.by)
        case AbuseLifted():
            mishaps.abuse.pop(entry.ref, None)
        case LineLeftOut():
            mishaps.left_out.add(entry.by)
        case _:
            assert_never(entry)


def untold(case: "Case") -> list[tuple[str, datetime]]:
    """Parties that a leak reached, and since when they wait for the letter about it (T47)."""
    made: dict[str, datetime] = {}
    for leak, at in case.mishaps.leaks:
        for ref in leak.refs:
            told = [t for s, t in case.sent if s.template == LETTER and s.reader == f"party:{ref}"]
            if not any(t >= at for t in told):
                made.setdefault(ref, at)
    return list(made.items())


def leaked(sitting: "Sitting", person: str, refs: tuple[str, ...]) -> None:
    """Note it and warn the whole group at once, its author too."""
    sitting.add(LeakSeen(person, refs))
    who = sitting.frame.roster.people[person].name
    listed = " and ".join(refs)
    sitting.notice(
        f"Leak: a mail of {who} had the address of {listed} in To or Cc. The mail program sent it "
        f"there itself, past this address, and nobody can call it back. Please do not answer all. "
        f"DRAFT LEAK {refs[0]} drafts a letter to them about it.",
        at_once=True,
    )
