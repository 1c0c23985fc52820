"""Dates that stand in a member's own words: "you will hear from us by 16 March".

Pure; the day of today comes as an argument.
"""

import re
from datetime import date

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+)\b")
_MONTH_DAY = re.compile(r"\b([A-Za-z]+) (\d{1,2})(?:st|nd|rd|th)?\b")


def date_in(text: str, today: date) -> str:
    """The latest date in the text that is still to come, ISO, or ""."""
    found = [_date(int(y), int(m), int(d)) for y, m, d in _ISO.findall(text)]
    for day, month in _DAY_MONTH.findall(text):
        found.append(_day_of(today, month, int(day)))
    for month, day in _MONTH_DAY.findall(text):
        found.append(_day_of(today, month, int(day)))
    later = [d for d in found if d and d > today]
    return max(later).isoformat() if later else ""


def _day_of(today: date, month: str, day: int) -> date | None:
    if month.lower() not in _MONTHS:
        return None
    number = _MONTHS.index(month.lower()) + 1
    made = _date(today.year, number, day)
    return made if made and made >= today else _date(today.year + 1, number, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
