"""One clock, and the arithmetic of time that stands still: what every family of clocks shares.

The clocks themselves are in clocks.py and in the modules of their families.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cocmail.core.case import House
from cocmail.core.sitting import Sitting

STATUS_HOUR = 9  # status mail leaves then, committee time
FREEZE_AFTER = timedelta(hours=1)
FREEZE_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Clock:
    """One moment at which something is said once. Of a family only the latest due one speaks."""

    family: str
    stage: str
    due: datetime
    act: Callable[[Sitting], None]

    @property
    def name(self) -> str:
        """What `Spoke` records."""
        return f"{self.family}/{self.stage}"


def running(house: House, start: datetime, length: timedelta) -> datetime:
    """The moment when `length` of running time has passed since `start`: outages are added."""
    due = start + length
    for outage in sorted(house.outages, key=lambda o: o.since):
        if outage.down and outage.until > start and outage.since < due:
            due += outage.until - max(outage.since, start)
    return due


def thawed(house: House, due: datetime) -> datetime:
    """When something irreversible that is due at `due` may happen."""
    for outage in sorted(house.outages, key=lambda o: o.since):
        if outage.until - outage.since > FREEZE_AFTER and outage.since <= due:
            due = max(due, running(house, outage.until, FREEZE_FOR))
    return due


def on_day(day: str, zone: ZoneInfo) -> datetime:
    """The morning of a promised day, committee time."""
    return datetime.combine(date.fromisoformat(day), time(STATUS_HOUR), zone)
