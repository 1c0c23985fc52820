"""Mediation: the state of one case, and its fold (JU-36 to JU-44).

Its questions, rules and clocks are in mediating.py, its keywords in commands/mediation.py.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, assert_never

from cocmail.core.entries.mediation import (
    MediationAgreed,
    MediationClosed,
    MediationFact,
    MediationReported,
    MediationTermsSet,
    MediatorAnswered,
    MediatorProposed,
    PartyAnswered,
)

Stage = Literal["", "asking", "agreed", "reported", "closed"]


@dataclass(slots=True)
class Mediation:
    """How far a mediation is."""

    stage: Stage = ""
    mediator: str = ""  # the candidate of now, later the mediator
    willing: dict[str, bool] = field(default_factory=dict)  # what each candidate answered
    said: dict[str, PartyAnswered] = field(default_factory=dict)  # what each party said last
    named: set[str] = field(default_factory=set)  # who let themselves be named, ever
    terms: str = ""
    until: datetime | None = None
    talks: list[tuple[datetime, datetime | None]] = field(default_factory=list)  # since, until
    report: int = 0
    steps: list[tuple[MediationFact, datetime]] = field(default_factory=list)  # for the document

    @property
    def live(self) -> bool:
        """Whether it is being arranged, or goes on."""
        return self.stage in ("asking", "agreed")

    @property
    def refused(self) -> bool:
        """Whether somebody's last word was no."""
        return any(not said.yes for said in self.said.values())


def fold(state: Mediation, entry: MediationFact, at: datetime) -> None:
    """Add one fact to the state of its case."""
    state.steps.append((entry, at))
    match entry:
        case MediatorProposed():
            _end_talk(state, at)
            state.stage, state.mediator = "asking", entry.ref
        case MediatorAnswered():
            state.willing[entry.ref] = entry.agreed
            if entry.ref == state.mediator and not entry.agreed and state.live:
                _end_talk(state, at)
                state.stage = "asking"
        case MediationTermsSet():
            state.terms = entry.text
            state.said = {ref: said for ref, said in state.said.items() if not said.yes}
        case PartyAnswered():
            state.said[entry.ref] = entry
            (state.named.add if entry.named else state.named.discard)(entry.ref)
            if not entry.yes:
                _end_talk(state, at)
                state.stage = "closed"
            elif state.stage == "closed":  # they thought better of it, by themselves
                state.stage = "asking"
        case MediationAgreed():
            state.stage, state.until = "agreed", entry.until
            state.talks.append((at, None))
        case MediationReported():
            _end_talk(state, at)
            state.stage, state.report = "reported", entry.n
        case MediationClosed():
            _end_talk(state, at)
            state.stage = "closed"
        case _:
            assert_never(entry)


def _end_talk(state: Mediation, at: datetime) -> None:
    state.until = None
    state.talks = [(since, until or at) for since, until in state.talks]
