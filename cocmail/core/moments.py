"""Exact times in a text: found, and compared with times that must not be told.

Pure. Which times are secret, and what a hit means, is the business of leakcheck.py.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cocmail.core.spelling import look
from cocmail.core.spoken import spoken

_CLOCK = re.compile(
    r"""(?ix)(?<![\w:.])(?:
      (?P<hour>[01]?\d|2[0-4])(?:\s?:\s?|[.h])(?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:[.,]\d+)?)?
        (?:\s?(?P<half>[ap])\.?\s?m\b
        |\s(?:in\sthe|at)\s(?P<part>morning|afternoon|evening|night)\b)?
    | (?P<hour2>1[0-2]|0?\d)\s?(?P<half2>[ap])\.?\s?m\b
    | (?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)\s?(?:h|hrs|hours|(?=utc\b|gmt\b|z\b))\b
    | (?<=\bat\s)(?P<hour4>[01]\d|2[0-3])(?P<minute4>[0-5]\d)(?!\s?(?:people|of|lines|words))
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


# Behind a time: the zone in which it is told, in minutes ahead of UTC.
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "west": 60, "mez": 60, "cest": 120,
    "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "ist": 330, "jst": 540, "kst": 540,
    "sgt": 480, "hkt": 480, "awst": 480, "aest": 600, "aedt": 660, "est": -300, "edt": -240,
    "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "brt": -180,
}  # fmt: skip
_ZONE = re.compile(
    r"(?i)\s?\(?(?:(?:utc|gmt)\s?(?=[+-]))?"
    r"(?:(?P<sign>[+-])(?P<h>[01]?\d)(?::?(?P<m>[0-5]\d))?(?!\d)"
    rf"|(?P<name>{'|'.join(_ZONES)})\b)"
)
HALF_DAY = 12 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """One time of day in a text, its place, and the date beside it if there is one.

    `sure` says that the half of the day is known (21:47, 9:47 pm, 09:47; not "ten past nine");
    `zone` is minutes ahead of UTC, None where no zone is told.
    """

    start: int
    end: int
    hour: int
    minute: int
    day: tuple[int, int] | None
    sure: bool = True
    zone: int | None = None

    def told(self) -> "Told":
        return Told(self.hour * 60 + self.minute, self.sure, self.zone)


@dataclass(frozen=True, slots=True)
class Told:
    """A time of day without its place: minutes after midnight."""

    minutes: int
    sure: bool
    zone: int | None

    def same(self, other: "Told") -> bool:
        """Whether this, told in a letter, can be that time of day in a report.

        Where one of them names no zone, it may be the other's or UTC; at odd minutes any.
        """
        unzoned = self.zone is None or other.zone is None
        odd = self.minutes % 5 != 0 and self.minutes % 60 == other.minutes % 60
        if unzoned and odd and self.zone != other.zone:
            return True
        gaps = [(self.minutes - (self.zone or 0)) - (other.minutes - (other.zone or 0))]
        if unzoned:
            gaps.append(self.minutes - other.minutes)
        return any(self._fits(other, gap) for gap in gaps)

    def _fits(self, other: "Told", gap: int) -> bool:
        """A full hour is said of many things: there a letter that is clear (18:00) is not the
        "at six" of a report, while "at six" may be its 18:00."""
        full = self.minutes % 60 == 0
        if gap % (24 * 60) == 0:
            return not full or not self.sure or other.sure
        return gap % HALF_DAY == 0 and (
            (not self.sure and (other.sure or not full)) or not (other.sure or full)
        )


def clocks(seen: str) -> Iterator[Clock]:
    """Every exact time of day in a text: 14:37, 2.37 pm, 14h37, 3pm, 1437 UTC, ten past nine."""
    # The T of ISO 8601 is no word before the hour.
    loose = re.sub(r"(?<=\d)[Tt](?=\d\d:)", " ", seen)
    dates = [(m.start(), m.end(), _day(m)) for m in _DATE.finditer(loose)]
    masked = _masked(loose, dates)
    beside = _Beside(dates)
    for m in _CLOCK.finditer(masked):
        hour = int(m["hour"] or m["hour2"] or m["hour3"] or m["hour4"])
        minute = int(m["minute"] or m["minute3"] or m["minute4"] or 0)
        half = (m["half"] or m["half2"] or m["part"] or "").lower()
        digits = m["hour"] or m["hour2"] or ""
        sure = bool(half) or hour > 12 or not digits or digits.startswith("0")
        if half:
            late = half[0] == "p" or half in ("afternoon", "evening")
            late = late or (half == "night" and hour % 12 > 5)
            hour = hour % 12 + (12 if late else 0) if hour <= 12 else hour
        day = beside.of(m.start(), m.end())
        yield Clock(m.start(), m.end(), hour % 24, minute, day, sure, _zone(masked, m.end()))
    for said in spoken(masked):
        day = beside.of(said.start, said.end)
        zone = _zone(masked, said.end)
        yield Clock(said.start, said.end, said.hour, said.minute, day, said.sure, zone)


def _zone(text: str, end: int) -> int | None:
    m = _ZONE.match(text, end)
    if m is None:
        return None
    if m["name"]:
        return _ZONES[m["name"].casefold()]
    minutes = int(m["h"]) * 60 + int(m["m"] or 0)
    return -minutes if m["sign"] == "-" else minutes


class _Beside:
    """The date that stands beside a time, found without looking at all of them."""

    def __init__(self, dates: Sequence[tuple[int, int, tuple[int, int]]]) -> None:
        self._dates = dates
        self._ends = [end for _, end, _ in dates]

    def of(self, start: int, end: int) -> tuple[int, int] | None:
        place = bisect_left(self._ends, start - 12)
        for a, b, day in self._dates[place : place + 3]:
            if -1 <= start - b <= 12 or 0 <= a - end <= 12:
                return day
        return None


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
    named: tuple[Told, ...]

    @staticmethod
    def of(times: Iterable[datetime], texts: Iterable[str]) -> "Forbidden":
        named = (c.told() for text in texts for c in clocks(look(text)))
        return Forbidden(tuple(times), tuple(dict.fromkeys(named)))

    def found(self, seen: str) -> Iterator[tuple[int, int]]:
        """Places of forbidden times in a text. A time with quite another date is another time."""
        if not self.exact and not self.named:
            return
        known: dict[Told, bool] = {}
        for clock in clocks(seen):
            told = clock.told()
            if told not in known:
                known[told] = any(told.same(other) for other in self.named)
            # A deadline "2026-03-09 09:00" is not the "at nine" of a report.
            named = known[told] and not (clock.day and clock.minute == 0)
            if named or any(_same(clock, moment) for moment in self.exact):
                yield clock.start, clock.end


def _same(clock: Clock, moment: datetime) -> bool:
    """The same minute: at odd minutes in every time zone, at round ones in UTC or the told zone."""
    if clock.minute % 30 != moment.minute % 30:
        return False
    told = clock.told()
    at = Told(moment.hour * 60 + moment.minute, True, 0)
    if moment.minute % 5 == 0 or clock.minute != moment.minute:
        if not (told.same(at) and (clock.zone is None or told.zone is not None)):
            return False
        if clock.minute != moment.minute and clock.zone is None:
            return False
    if clock.day is None:
        return True
    around = (moment.date() + timedelta(days=shift) for shift in (-1, 0, 1))
    return clock.day in {_month_and_day(day) for day in around}


def _month_and_day(day: date) -> tuple[int, int]:
    return day.month, day.day
