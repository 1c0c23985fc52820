"""One alarm: APScheduler rings at the next due moment. It holds no truth; lose it, nothing is lost.

The due moments are derived from the log (core/clocks.py). The sweep in daemon.py stands behind it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

_NAME = "next-due"


class Alarm:
    """Rings once at the moment it was last set to."""

    def __init__(self, ring: Callable[[], None]) -> None:
        # P29: a late alarm still rings, and rings once.
        late = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=late)
        self._ring = ring
        self._scheduler.start()
        self._due: datetime | None = None

    def set(self, due: datetime | None, now: datetime) -> None:
        """Ring at `due`; None: not at all. `now` is the daemon's clock, the alarm waits in real
        seconds, and the sweep catches what a jump of the clock moved."""
        if due == self._due:
            return
        self._due = due
        if self._scheduler.get_job(_NAME):
            self._scheduler.remove_job(_NAME)
        if due is None:
            return
        real = datetime.now(due.tzinfo) + max(due - now, timedelta(milliseconds=20))
        self._scheduler.add_job(self._strike, DateTrigger(real), id=_NAME)

    def close(self) -> None:
        """No more ringing."""
        self._scheduler.shutdown(wait=False)

    async def _strike(self) -> None:
        self._due = None
        self._ring()
