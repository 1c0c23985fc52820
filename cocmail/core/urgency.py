"""The second track of an urgent case: severity, acts of a single member, their review (A3).

Here is the state of one case and its fold. Rules and clocks are in soloacts.py, the keywords in
commands/severe.py and commands/acting.py.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from cocmail.core.entries.urgency import (
    ActedAlone,
    ContactAnswered,
    ContactAsked,
    ReviewAsked,
    ReviewDecided,
    Reviewed,
    SentAlone,
    SeveritySet,
    UrgentFact,
)


@dataclass(slots=True)
class Act:
    """What one member did alone, as far as it is known."""

    n: int
    by: str
    what: str
    at: datetime
    seen: datetime  # when the first trace of it was recorded
    tool: str = ""
    ground: str = ""
    ref: str = ""
    reported: bool = False
    asked: dict[str, datetime] = field(default_factory=dict)
    answers: dict[str, bool] = field(default_factory=dict)  # person -> DONE (False: WAIT)
    round: int = 1  # of the review: a request by the person it concerns opens a new one
    requests: set[int] = field(default_factory=set)  # mails that asked for it
    votes: dict[str, tuple[str, str]] = field(default_factory=dict)
    reviewed: str = ""  # ok, reverse


@dataclass(slots=True)
class Urgency:
    """What is urgent in one case."""

    severe: str = ""
    severe_by: str = ""
    category: str = ""
    lowering: str = ""
    acts: dict[int, Act] = field(default_factory=dict)
    # (person, ref): when they last said that what was asked about the ban is done
    enforced: dict[tuple[str, str], datetime] = field(default_factory=dict)
    alone: dict[str, SentAlone] = field(default_factory=dict)

    def unreviewed(self) -> list[Act]:
        """The acts that nobody has reviewed yet, oldest first."""
        return [act for act in self.acts.values() if not act.reviewed]

    def asked(self, person: str) -> list[Act]:
        """The acts that this administrator is to carry out, newest first."""
        return [act for act in reversed(self.acts.values()) if person in act.asked]


def fold(state: Urgency, entry: UrgentFact, at: datetime) -> None:
    """Add one fact."""
    match entry:
        case SeveritySet():
            if entry.value == "lowering":
                state.lowering = entry.by
            else:
                state.severe, state.severe_by, state.lowering = entry.value, entry.by, ""
                state.category = entry.category
        case ActedAlone():
            _act(state, entry, at)
        case SentAlone():
            state.alone[entry.id] = entry
        case ContactAnswered() if not entry.n:
            state.enforced[entry.person, entry.ref] = at
        case ContactAsked() | ContactAnswered() | ReviewAsked() | Reviewed() | ReviewDecided():
            known = state.acts.get(entry.n)
            if known is not None:
                _of(known, entry, at)
        case _:
            assert_never(entry)


def _act(state: Urgency, entry: ActedAlone, at: datetime) -> None:
    known = state.acts.get(entry.n)
    if known is None:
        known = Act(entry.n, entry.by, entry.what, entry.at, at)
        state.acts[entry.n] = known
    known.what, known.at = entry.what, min(known.at, entry.at)
    known.tool = entry.tool or known.tool
    known.ground, known.ref = entry.ground or known.ground, entry.ref or known.ref
    known.reported = known.reported or entry.reported
    for person in entry.asked:
        known.asked.setdefault(person, at)


def _of(
    act: Act,
    entry: ContactAsked | ContactAnswered | ReviewAsked | Reviewed | ReviewDecided,
    at: datetime,
) -> None:
    match entry:
        case ContactAsked():
            act.asked.setdefault(entry.person, at)
        case ContactAnswered():
            act.answers[entry.person] = entry.done
        case ReviewAsked():
            act.requests.add(entry.mail)
            if act.reviewed:
                act.round += 1
                act.reviewed = ""
                act.votes.clear()
        case Reviewed():
            act.votes[entry.person] = (entry.choice, entry.why)
        case ReviewDecided():
            act.reviewed = entry.choice
        case _:
            assert_never(entry)
