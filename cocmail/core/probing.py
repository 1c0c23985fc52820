"""The test mail that leaves for the alias and must come back (practice.md B-43, D-01): its rules.

It is news of the house alone: no case knows of it, and it knows of none. Not here: the clock and
the recognising (cocmail/probing.py), the letter (sight/probing.py), its words (templates/).
"""

from datetime import datetime, timedelta

from cocmail.core import entries as e
from cocmail.core import timers
from cocmail.core.audience import One
from cocmail.core.conflicts import Frame
from cocmail.core.probes import Probes
from cocmail.core.sitting import Sitting

TEMPLATE, NEWS = "self-probe", "probe-news"
ROUND = "@probe"  # its reader: nobody on the roster, but the house itself, by the public route
OFTEN = timedelta(hours=1)  # no two leave within less, whatever the configuration says


def due(probes: Probes, every: timedelta, back_within: timedelta) -> datetime | None:
    """When the next one leaves; None: at once. After an outage that is one, not several.

    While one is missing they follow each other faster, so that the end of it is noticed.
    """
    if probes.wanted_at is None:
        return None
    pause = min(every, back_within) if probes.missing else every
    return probes.wanted_at + max(pause, OFTEN)


def want(sitting: Sitting) -> None:
    """Another one leaves."""
    n = sitting.frame.house.probes.wanted + 1
    sitting.add(e.ProbeWanted(n))
    sitting.write(TEMPLATE, One(ROUND), about={"probe": str(n)})


def late(frame: Frame, back_within: timedelta) -> bool:
    """Whether the last one should be back by now; while nobody ran, nobody could take it."""
    probes = frame.house.probes
    if probes.wanted_at is None or probes.missing or not probes.expected:
        return False
    return timers.running(frame.house, probes.wanted_at, back_within) <= frame.now


def came(sitting: Sitting, n: int, *, spam: bool) -> None:
    """One is back; where one was missed, everybody hears that the address works again."""
    again = sitting.frame.house.probes.missing
    sitting.add(e.ProbeCame(n, spam))
    if again:
        _tell(sitting)


def missed(sitting: Sitting, n: int, why: str) -> None:
    """One will not come: an alarm to all members (D-01), once until one comes again."""
    probes = sitting.frame.house.probes
    if n in probes.expected and not probes.missing:
        sitting.add(e.ProbeMissed(n, why))
        _tell(sitting)


def _tell(sitting: Sitting) -> None:
    probes = sitting.frame.house.probes
    about = {"works": "" if probes.missing else "yes", "missed": str(probes.missed)}
    for person in sitting.frame.roster.members():
        sitting.write(NEWS, One(person.id), about=about)
