"""The periodic summary: what is counted in which period, and how numbers are hidden (GC-13, T34).

Counts only. Nought to two always print as "fewer than three", and no total lets somebody work a
hidden number out. Cases about people
of the roster or the council count in the period after the one in which they were closed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from cocmail.core import conflicts
from cocmail.core.entries.keeping import CaseErased

if TYPE_CHECKING:
    from cocmail.core.case import Case
    from cocmail.core.conflicts import Frame
    from cocmail.core.people import Roster

LETTER = "periodic-summary"
FEW = 3
NOBODY_KNOWS = "*"  # who was kept out of an erased case, after a restore: it counts for nobody
FEWER, SOME = "fewer than three", "three or more"
MONTH = timedelta(days=30)
AGAIN_AFTER = timedelta(days=30)  # † A21


# -- periods --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months, counted from January: from the first day to the day after the last."""

    first: date
    after: date

    @property
    def name(self) -> str:
        """As facts and letters call it: 2026-01 to 2026-06."""
        last = self.after - timedelta(days=1)
        return f"{self.first:%Y-%m} to {last:%Y-%m}"


def period_of(day: date, every: timedelta) -> Period:
    """The period in which this day lies."""
    months = max(1, round(every / MONTH))
    count = (day.year * 12 + day.month - 1) // months * months
    return Period(_first_of(count), _first_of(count + months))


def before(period: Period, every: timedelta) -> Period:
    """The period before this one."""
    return period_of(period.first - timedelta(days=1), every)


def _first_of(count: int) -> date:
    return date(count // 12, count % 12 + 1, 1)


def ended(frame: "Frame") -> Period | None:
    """The last period that is over and in which the house already stood."""
    every, began = frame.rules.summary_every, frame.house.rota_began
    if not every or began is None:
        return None
    period = before(period_of(conflicts.local_day(frame), every), every)
    return period if began.astimezone(frame.zone).date() < period.after else None


def running(frame: "Frame") -> Period:
    """The period of today."""
    return period_of(conflicts.local_day(frame), frame.rules.summary_every)


# -- what is counted ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counted:
    """One case as the summary sees it, living or erased."""

    opened: date
    closed: date | None
    result: str
    measures: tuple[str, ...]
    ours: bool  # about the roster or the council


def about_us(case: "Case", roster: "Roster") -> bool:
    """A case about somebody of the roster or the council: whoever is kept out of it may be."""
    known = [roster.people[p] for p in case.excluded if p in roster.people]
    return any(p.office in ("member", "council") for p in known)


def measures(case: "Case") -> Iterator[str]:
    """What was done; one case may have several."""
    if case.bans.rows:
        yield "ban"
    if case.urgency.acts:
        yield "act of one member at once"
    decision = case.decision()
    if decision and not decision.none and decision.plan not in ("", "none"):
        yield "plan for the person"


def sees(case: "Case", person: str) -> bool:
    """As with the sheet: every released case but those this person is kept out of."""
    return bool(case.released) and case.state in ("open", "closed") and person not in case.excluded


def counts_in(case: "Case", period: Period, frame: "Frame") -> bool:
    """Whether a living case counts in this period."""
    return not case.keeping.not_counted and _falls(
        _day(case.opened, frame), _day(case.closed, frame), period,
        frame.rules.summary_every, ours=about_us(case, frame.roster),
    )  # fmt: skip


def _falls(
    opened: date | None, closed: date | None, period: Period, every: timedelta, *, ours: bool
) -> bool:
    if opened is None:
        return False
    if ours:  # only in the period after closing: till then its absence says nothing
        return closed is not None and period_of(closed, every) == before(period, every)
    received = period.first <= opened < period.after
    return received or (closed is not None and opened < period.first <= closed < period.after)


def counted(case: "Case", frame: "Frame") -> Counted:
    """A living case."""
    opened = _day(case.opened, frame)
    assert opened is not None
    closed = _day(case.closed, frame) if case.state == "closed" else None
    ours = about_us(case, frame.roster)
    return Counted(opened, closed, case.result if closed else "", tuple(measures(case)), ours)


def stones(period: Period, frame: "Frame", person: str) -> Iterator[Counted]:
    """Erased cases: counts stay (A21)."""
    for stone in frame.house.past.erased.values():
        kept_out = person in stone.hidden or NOBODY_KNOWS in stone.hidden
        if stone.code and not kept_out and _stone_falls(stone, period, frame):
            opened = _day(stone.opened, frame)
            assert opened is not None
            closed = _day(stone.closed, frame)
            yield Counted(opened, closed, stone.result, stone.measures, stone.about_us)


def shown_until(stone: CaseErased, frame: "Frame") -> datetime | None:
    """Until when a summary may still count what is left of this case; None: none ever will."""
    every, last = frame.rules.summary_every, _day(stone.closed or stone.opened, frame)
    if not every or last is None or (stone.about_us and stone.closed is None):
        return None
    period = period_of(last, every)
    for _ in range(2):  # the one after closing, and while SUMMARY still shows that
        period = period_of(period.after, every)
    end = datetime(period.after.year, period.after.month, 1, tzinfo=frame.zone)
    return end + 2 * AGAIN_AFTER


def _stone_falls(stone: CaseErased, period: Period, frame: "Frame") -> bool:
    return _falls(
        _day(stone.opened, frame), _day(stone.closed, frame), period,
        frame.rules.summary_every, ours=stone.about_us,
    )  # fmt: skip


def _day(moment: datetime | None, frame: "Frame") -> date | None:
    return moment.astimezone(frame.zone).date() if moment else None


# -- numbers that tell nothing --------------------------------------------------------------------


def total(cells: Mapping[str, int]) -> str:
    """The sum of cells that stand beside it, told by the large ones alone.

    Whatever the small cells are, from 0 to 2, the words are the same: nothing can be subtracted.
    """
    large = [n for n in cells.values() if n >= FEW]
    if len(large) == len(cells):
        return str(sum(large))
    if large:
        return f"{sum(large)} or more"
    return SOME if sum(cells.values()) >= FEW else FEWER


def tally(names: Iterable[str]) -> dict[str, int]:
    """How often each name is there."""
    made: dict[str, int] = {}
    for name in names:
        made[name] = made.get(name, 0) + 1
    return made


def offered(about: Mapping[str, str]) -> list[tuple[str, str]]:
    """The lines that make sense below a summary."""
    first = [("SUMMARY PUBLISHED", "it is published")] if about.get("last") else []
    return [*first, ("SUMMARY", "the newest numbers"), ("HELP", "what I can do")]
