"""Times of day in words and digits are one moment, however they are told (promise 5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core.moments import Forbidden, clocks
from cocmail.core.spoken import spoken

WORDS = (
    "twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
TENS = {2: "twenty", 3: "thirty", 4: "forty", 5: "fifty"}


def number(value: int) -> str:
    if value <= 20:
        return WORDS[value]
    tens, digit = divmod(value, 10)
    return TENS[tens] + (f"-{WORDS[digit]}" if digit else "")


@given(st.integers(0, 23), st.integers(1, 59))
def test_an_exact_minute_is_found_in_every_telling(hour: int, minute: int) -> None:
    half = "am" if hour < 12 else "pm"
    small = hour % 12 or 12
    told = Forbidden.of((), (f"It was at {hour:02}:{minute:02} that they shouted.",))
    near = (small % 12) + 1
    tellings = [
        f"{hour:02}:{minute:02}", f"{hour}.{minute:02}", f"{hour}h{minute:02}",
        f"{small}:{minute:02} {half}", f"{small}.{minute:02} {half[0]}.m.", f"{hour} Uhr {minute}",
        f"{number(minute)} past {number(small)}", f"{minute} minutes past {small}",
        f"{60 - minute} minutes to {near}", f"{number(60 - minute)} to {number(near)}",
    ]  # fmt: skip
    for telling in tellings:
        assert list(told.found(f"You did this at {telling}, they say.")), telling


@given(st.integers(0, 23), st.integers(1, 59), st.integers(1, 11))
def test_another_minute_is_another_time(hour: int, minute: int, later: int) -> None:
    told = Forbidden.of((), (f"at {hour:02}:{minute:02}",))
    other = (minute + later) % 60
    assert not list(told.found(f"We meet at {hour:02}:{other:02} then."))


@pytest.mark.parametrize(
    "words",
    [
        "half of the time", "one of two people", "five to ten people came", "we will past it",
        "half an hour", "half a day", "two to three weeks", "at one point",
        "at two meetings", "halb so schlimm", "vor zwei Wochen", "nach drei Tagen",
        "since two years",
    ],
)  # fmt: skip
def test_counting_is_no_time(words: str) -> None:
    """Mostly: "five to ten people" must not be read as five minutes to ten."""
    assert not [c for c in spoken(words) if c.minute % 5]
    assert not [c for c in clocks(f"That was {words}.") if words.endswith(("people", "weeks"))]


@pytest.mark.parametrize(
    ("report", "letter", "hit"),
    [
        ("at 09:10 UTC+8", "at 01:10 UTC", True),
        ("at 5pm CET", "at 16:00 UTC", True),
        ("at 5pm CET", "at 17:00", True),
        ("at 21:47", "at 22:47 CET", True),
        ("at 21:45", "at 22:45 CET", True),
        ("at 21:45", "at 22:45", False),
        ("at six", "a call at 18:00", False),
        ("at 6pm", "at six o'clock", True),
        ("at half past four", "at 16:30", True),
        ("um halb fünf", "at 4:30 pm", True),
        ("at 4:30 am", "at 16:30", False),
        ("at 18:00", "until 2026-03-09 18:00", False),
    ],
)
def test_zones_and_halves_of_the_day(report: str, letter: str, hit: bool) -> None:
    assert bool(list(Forbidden.of((), (report,)).found(letter))) == hit
