"""The bans of one case, and when somebody must look at them again (JU-28, JU-29).

The register is all of them together; it is looked up in the store's index and shown by the gate.
Its clocks run on after the case is closed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import assert_never

from cocmail.core.entries.bans import BanExtended, BanFact, BanLifted, Banned, BanReviewed

BEFORE = timedelta(days=14)  # † A21
EVERYWHERE = "all"


@dataclass(frozen=True, slots=True)
class Ban:
    """One row of the register."""

    ref: str
    name: str
    spaces: tuple[str, ...]
    since: str
    until: str  # "" is permanent
    review: str  # "" where the ban ends by itself
    lifted: bool = False
    provisional: bool = False  # until the review of the act and the decision (JU-07)

    @property
    def end(self) -> str:
        """In the words of the register: a day, or permanent."""
        return self.until or "permanent"


@dataclass(slots=True)
class Bans:
    """The bans of one case, by the reference of the person."""

    rows: dict[str, Ban] = field(default_factory=dict)

    def standing(self) -> list[Ban]:
        """Those that are not lifted."""
        return [ban for ban in self.rows.values() if not ban.lifted]


def fold(bans: Bans, entry: BanFact) -> None:
    """Add one fact; what speaks of a ban that is not there changes nothing."""
    known = bans.rows.get(entry.ref)
    match entry:
        case Banned():
            made: Ban | None = Ban(
                entry.ref, entry.name, entry.spaces, entry.since, entry.until, entry.review,
                provisional=entry.provisional,
            )  # fmt: skip
        case BanExtended():
            made = known and replace(known, until=entry.until, review=entry.review, lifted=False)
        case BanReviewed():
            made = known and replace(known, review=entry.review)
        case BanLifted():
            made = known and replace(known, lifted=True)
        case _:
            assert_never(entry)
    if made is not None:
        bans.rows[entry.ref] = made


@dataclass(frozen=True, slots=True)
class Look:
    """A day on which somebody must look at a ban: two weeks ahead, and on the day itself."""

    ban: Ban
    what: str  # end, review
    day: str
    ahead: bool

    @property
    def stage(self) -> str:
        """What the clock's name says."""
        return f"{self.what}-{self.day}-{'ahead' if self.ahead else 'day'}"


def looks(bans: Bans) -> Iterator[tuple[Look, date]]:
    """Every day on which a standing ban wants somebody, soonest or not."""
    for ban in bans.standing():
        if ban.provisional:  # the review of the act has a clock of its own
            continue
        for what, day in (("end", ban.until), ("review", ban.review)):
            if day:
                due = date.fromisoformat(day)
                yield Look(ban, what, day, ahead=True), due - BEFORE
                yield Look(ban, what, day, ahead=False), due
