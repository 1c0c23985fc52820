"""Durations and sizes as people write them in TOML: "12 hours", "35 MB".

Not here: what a duration is for, and the wording of a problem, which is config's work.
"""

import re
from datetime import timedelta

# Longest first, so that writing one picks the largest unit that fits. A month is 30 days.
_UNITS = {
    "month": timedelta(days=30),
    "week": timedelta(weeks=1),
    "day": timedelta(days=1),
    "hour": timedelta(hours=1),
    "minute": timedelta(minutes=1),
    "second": timedelta(seconds=1),
}
_SIZES = {"B": 1, "kB": 10**3, "KB": 10**3, "MB": 10**6, "GB": 10**9}

# Added to a date of today this still is a date; anything longer is a slip of the finger.
LONGEST = timedelta(days=36_500)

_DURATION = re.compile(r"([0-9]{1,12}) +(second|minute|hour|day|week|month)s?")
_SIZE = re.compile(r"([0-9]{1,12}) +(B|kB|KB|MB|GB)")


def read_duration(text: str) -> timedelta | None:
    """`<n> seconds|minutes|hours|days|weeks|months`, singular too, or `0`; else None.

    None as well for more than a hundred years.
    """
    if text.strip() == "0":
        return timedelta(0)
    found = _DURATION.fullmatch(text.strip())
    if found is None:
        return None
    number, unit = int(found[1]), _UNITS[found[2]]
    return number * unit if number <= LONGEST // unit else None


def write_duration(duration: timedelta) -> str:
    """A duration of whole seconds as `read_duration` takes it, in the largest exact unit.

    Months are not written: "30 days" says the same to everybody.
    """
    if not duration:
        return "0"
    for name, unit in _UNITS.items():
        number, rest = divmod(duration, unit)
        if not rest and name != "month":
            return f"{number} {name}" if number == 1 else f"{number} {name}s"
    raise ValueError("a duration of whole seconds is wanted")


def read_size(text: str) -> int | None:
    """`<n> B|kB|KB|MB|GB` in bytes, powers of ten; else None."""
    found = _SIZE.fullmatch(text.strip())
    return int(found[1]) * _SIZES[found[2]] if found else None
