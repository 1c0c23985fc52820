"""The lines of the quarantine: who may see them, and what a number means (product.md 4).

Numbers are each reader's own and without gaps, so that they tell nothing of lines that this reader
may not see; and they count anew in every list. What somebody answers is therefore read in the list
that they had before them, as the next hop took it. What a line shows is sight/whole.py's.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.case import Case
from cocmail.core.people import Roster
from cocmail.core.sitting import Sitting

MANY = 40  # lines; a longer list begins with the domains that have sent the fewest
LISTED = "lines"  # of a list that left: the cases in it, "12-15 19"
SHOWN = "show"  # of a mail that left: its number


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail in quarantine, as little of it as lists need: ten thousand are kept in memory."""

    no: int
    opened: datetime
    domain: str
    size: int
    out: frozenset[str]
    welcomed: frozenset[str]
    left_out: frozenset[str]
    abuse: frozenset[str]  # who calls its sender abusive
    asked: tuple[str, ...]  # who was to read it first


def waiting(case: Case) -> Waiting | None:
    """What lists need of this case; None when it does not wait in quarantine."""
    held = case.quarantine
    if case.state != "quarantine" or held is None or case.opened is None:
        return None
    return Waiting(
        case.no, case.opened, held.domain, held.size,
        frozenset({*case.excluded, *case.recused}), frozenset(case.seats.welcomed),
        frozenset(case.mishaps.left_out), frozenset(case.mishaps.abuse.get("R1", ())),
        tuple(case.screeners),
    )  # fmt: skip


def seen_by(lines: Iterable[Waiting], roster: Roster, person: str) -> list[Waiting]:
    """The lines that this reader may see, in the order of their numbers.

    In the order they came; in a flood, what came from a domain of its own comes first.
    """
    mine = [
        one for one in lines
        if person not in one.out and person not in one.left_out
        and not conflicts.came_later(one.opened, one.welcomed, roster, person)
    ]  # fmt: skip
    if len(mine) <= MANY:
        return mine
    many = Counter(one.domain for one in mine)
    return sorted(mine, key=lambda one: (many[one.domain], one.no))


def spelled(numbers: tuple[int, ...]) -> str:
    """Case numbers in short: runs as "12-15"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(f"{a}-{b}" if a != b else str(a) for a, b in runs)


def spelled_out(said: str) -> tuple[int, ...]:
    """The numbers again."""
    found: list[int] = []
    for run in said.split():
        first, _, last = run.partition("-")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def meant(sitting: Sitting, person: str, n: int, answers: e.Sent | None) -> int:
    """The case of line n: in the letter answered, else in the newest list; 0 if there is none.

    A line that was released, erased or is out of this reader's sight since is no line any more.
    """
    open_now = sitting.counsel.quarantine(person)
    about = dict(answers.about) if answers else {}
    if about.get(SHOWN) == str(n) and sitting.case.state == "quarantine":
        found = sitting.case.no
    else:
        told = about.get(LISTED) or sitting.counsel.listed(person)
        listed = spelled_out(told) if told else open_now
        found = listed[n - 1] if 1 <= n <= len(listed) else 0
    return found if found in open_now else 0


def newest(house: Case, person: str) -> str:
    """What the newest list that this reader was sent has shown."""
    for letter, _ in reversed(house.sent):
        if letter.reader == f"member:{person}" and LISTED in dict(letter.about):
            return dict(letter.about)[LISTED]
    return ""
