"""Older cases about the same person: how their groups are asked, and when escrow ends.

A group that knows more is asked without being told by whom; nobody who is out of the asking case
hears of it (promise 4), nor finds it later in what the older one shows. The keywords HISTORY and
SHARE are in commands/memory.py.
"""

from collections.abc import Callable, Iterable

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.case import Case
from cocmail.core.sitting import Sitting


def ask(asked: e.HistoryAsked, asking: Case, what: str) -> Callable[[Sitting], None]:
    """Ask the older case's group, once for each who asks."""

    def act(sitting: Sitting) -> None:
        other = sitting.case
        if asked in other.ending.asked.values():
            return
        sitting.add(asked)
        for person in conflicts.active(other):
            if person != asked.by and not conflicts.out(asking, person):
                about = {"what": what, "asking": str(asking.no)}
                sitting.write("reminder", One(person), about=about)

    return act


def cause(about: Iterable[tuple[str, str]]) -> int:
    """The other case because of which a letter of this one left; 0 when there is none."""
    said = dict(about)
    return int(said.get("asking") or said.get("older") or 0)


def caused(entry: e.Entry) -> int:
    """The other case because of which a fact stands in this one; 0 when there is none."""
    match entry:
        case e.HistoryAsked() | e.HistoryShared():
            return entry.case
        case e.Sent():
            return cause(entry.about)
        case _:
            return 0


def tell(asked: e.HistoryAsked, older: Case, by: str) -> Callable[[Sitting], None]:
    """Who asked hears that there is an older case, but for those who are out of it."""

    def act(sitting: Sitting) -> None:
        group = conflicts.active(sitting.case) if sitting.case.no else [asked.by]
        for person in group:
            if person != by and not conflicts.out(older, person):
                about = {"older": str(older.no), "by": by}
                sitting.write("history", One(person), about=about)

    return act


def wake(sitting: Sitting) -> None:
    """A rule: a second report about the person of a report in escrow wakes that one (B-24)."""
    named = [x for x in sitting.entries if isinstance(x, e.PartyNamed) and x.role == "reported"]
    for name in dict.fromkeys(party.name for party in named):
        for other in sitting.counsel.reported_before(name):
            waits = other.state == "closed" and other.result == "ESCROW"
            if waits and other.no != sitting.case.no:  # once: what was asked stands there
                asked = e.HistoryAsked(sitting.case.no, "")
                sitting.elsewhere.append((other.no, ask(asked, sitting.case, "escrow")))
