"""T46: one question to confirmed reporters some time after the close, where a committee wants it.

Its words are template only. QUIET stops it, and it is sent once.
"""

from collections.abc import Callable, Iterator

from cocmail.core import timers
from cocmail.core.audience import PartyTo
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.sitting import Sitting

UNASKED = ("NOT-CONDUCT", "ESCROW")


def ticking(case: Case, frame: Frame) -> Iterator[timers.Clock]:
    """A clock for each reporter who may be asked."""
    after = frame.rules.survey_after
    if not after or case.state != "closed" or case.closed is None or case.quiet:
        return
    if case.ending.no_response or case.result in UNASKED:
        return
    for party in case.reporters():
        if party.confirmed and party.answerable and party.address:
            yield timers.Clock(f"survey-{party.ref}", "asked", case.closed + after, _ask(party.ref))


def _ask(ref: str) -> Callable[[Sitting], None]:
    return lambda sitting: sitting.write("survey", PartyTo(ref))
