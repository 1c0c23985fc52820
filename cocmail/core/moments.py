"""Exact times in a text: found, and compared with times that must not be told.

Pure. Which times are secret, and what a hit means, is the business of leakcheck.py.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cocmail.core.spelling import look

_CLOCK = re.compile(
    r"""(?ix)(?<![\w:.])(?:
      (?P<hour>[01]?\d|2[0-4])(?:\s?:\s?|[.h])(?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:[.,]\d+)?)?
        (?:\s?(?P<half>[ap])\.?\s?m\b)?
    | (?P<hour2>1[0-2]|0?\d)\s?(?P<half2>[ap])\.?\s?m\b
    | (?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)\s?(?:h|hrs|hours|utc|gmt|z)\b
    )(?!\d|[.:]\d)"""
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}"
_DATE = re.compile(
    rf"""(?ix)\b(?:
      (?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)
    | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?:of\s)?(?P<m2>{_MONTH})\.?(?:,?\s(?P<y2>\d{{4}}))?
    | (?P<m3>{_MONTH})\.?\s(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<y3>\d{{4}}))?
    )(?:\b|(?=T\d))"""
)


@dataclass(frozen=True, slots=True)
class Clock:
    """One time of day in a text, its place, and the date beside it if there is one."""

    start: int
    end: int
    hour: int
    minute: int
    day: tuple[int, int] | None


def clocks(seen: str) -> Iterator[Clock]:
    """Every exact time of day in a text: 14:37, 2.37 pm, 14h37, 3pm, 1437 UTC, with seconds too."""
    # The T of ISO 8601 is no word before the hour.
    loose = re.sub(r"(?<=\d)[Tt](?=\d\d:)", " ", seen)
    dates = [(m.start(), m.end(), _day(m)) for m in _DATE.finditer(loose)]
    for m in _CLOCK.finditer(_masked(loose, dates)):
        hour = int(m["hour"] or m["hour2"] or m["hour3"])
        minute = int(m["minute"] or m["minute3"] or 0)
        half = (m["half"] or m["half2"] or "").lower()
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        near = (d for a, b, d in dates if -1 <= m.start() - b <= 12 or 0 <= a - m.end() <= 12)
        yield Clock(m.start(), m.end(), hour % 24, minute, next(near, None))


def _masked(text: str, dates: Sequence[tuple[int, int, tuple[int, int]]]) -> str:
    """The text with its dates blanked, so that no digit of a date is read as an hour."""
    letters = list(text)
    for start, end, _ in dates:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _day(m: re.Match[str]) -> tuple[int, int]:
    """Month and day; the year is left out, as letters often do."""
    if m["m"]:
        return int(m["m"]), int(m["d"])
    name = (m["m2"] or m["m3"])[:3].lower()
    return _MONTHS.index(name) + 1, int(m["d2"] or m["d3"])


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Times that must not be told: of mails (exact, UTC), and those that the texts name."""

    exact: tuple[datetime, ...]
    named: frozenset[tuple[int, int]]

    @staticmethod
    def of(times: Iterable[datetime], texts: Iterable[str]) -> "Forbidden":
        named = ((c.hour, c.minute) for text in texts for c in clocks(look(text)))
        return Forbidden(tuple(times), frozenset(named))

    def found(self, seen: str) -> Iterator[tuple[int, int]]:
        """Places of forbidden times in a text. A time with quite another date is another time."""
        if self.exact or self.named:
            for clock in clocks(seen):
                if self._tells(clock):
                    yield clock.start, clock.end

    def _tells(self, clock: Clock) -> bool:
        # A deadline "2026-03-09 09:00" is not the "at nine" of a report.
        if (clock.hour, clock.minute) in self.named and not (clock.day and clock.minute == 0):
            return True
        return any(_same(clock, moment) for moment in self.exact)


def _same(clock: Clock, moment: datetime) -> bool:
    """The same minute: at odd minutes in every time zone, at round ones in UTC alone."""
    if clock.minute != moment.minute:
        return False
    if moment.minute % 5 == 0 and clock.hour != moment.hour:
        return False
    if clock.day is None:
        return True
    around = (moment.date() + timedelta(days=shift) for shift in (-1, 0, 1))
    return clock.day in {_month_and_day(day) for day in around}


def _month_and_day(day: date) -> tuple[int, int]:
    return day.month, day.day
