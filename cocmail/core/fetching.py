"""Delivery by notice: what waits for a member until they fetch it with READ (product.md 7 and 8).

The notice leaves in a letter's place; the letter itself waits as an errand of its own until its
reader asks, and what is kept nowhere else waits for 72 hours at most. Not here: who gets notices
(delivery.py), and whether they may read it when it leaves (gate.py asks that again).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cocmail.core import conflicts

if TYPE_CHECKING:
    from cocmail.core.case import Case

FETCH_FOR = timedelta(hours=72)
# In what a letter is about: it was only told of; since when it waits, and which notice told of it.
NOTICE, WAITS, TOLD_BY = "notice", "waits", "told-by"


def waiting(case: "Case", person: str) -> list[str]:
    """The templates of what this person was told of and has not fetched."""
    return [
        letter.template
        for letter, _ in case.sent[case.fetched.get(person, 0) :]
        if letter.reader == f"member:{person}" and NOTICE in dict(letter.about)
    ]


def fetches(case: "Case", person: str) -> bool:
    """Whether a bare READ of theirs fetches something; never in a case that they are out of."""
    return not conflicts.out(case, person) and bool(waiting(case, person))


def asleep(case: "Case", person: str, about: Mapping[str, str]) -> bool:
    """Whether this letter still waits for its reader to fetch it."""
    if WAITS not in about:
        return False
    told = (str(letter.errand) for letter, _ in case.sent[: case.fetched.get(person, 0)])
    return about[TOLD_BY] not in told


def left_waiting(
    about: tuple[tuple[str, str], ...], errand: int, now: datetime
) -> tuple[tuple[str, str], ...]:
    """What the letter is about that waits now, since this notice or an earlier one told of it."""
    known = dict(about)
    kept = {WAITS: known.get(WAITS, now.isoformat()), TOLD_BY: str(errand)}
    return tuple(sorted({**known, **kept}.items()))


def ends(about: Mapping[str, str], made: datetime, otherwise: timedelta) -> datetime:
    """Until when words that are kept nowhere else wait for this letter."""
    since = about.get(WAITS)
    return datetime.fromisoformat(since) + FETCH_FOR if since else made + otherwise
