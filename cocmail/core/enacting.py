"""What stands between a decision and its effect: the state of one case, and its fold.

The rules and clocks are their families': deadlock.py (the council decides), approval.py (the
moderators accept), consult.py (the reporter and affected persons are asked).
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, assert_never

from cocmail.core.entries.enacting import (
    BoardAsked,
    BreakAnswered,
    BreakAsked,
    EnactingFact,
    FeedbackNoted,
    HandedBack,
    HandedOver,
    ModeratorAnswered,
    StepWaived,
)
from cocmail.core.entries.work import Decided, Voted

if TYPE_CHECKING:
    from cocmail.core.case import Case


@dataclass(slots=True)
class Enacting:
    """How far a case is from decision to effect."""

    objected: dict[tuple[str, str], datetime] = field(default_factory=dict)  # (ballot, person)
    council: Literal["", "with", "back"] = ""
    handed: datetime | None = None  # when the council got it
    asked: set[str] = field(default_factory=set)  # council members who got it to decide
    board: set[str] = field(default_factory=set)  # who may get the board notice once clear
    answers: dict[tuple[str, str], ModeratorAnswered] = field(default_factory=dict)
    waived: dict[str, dict[str, str]] = field(default_factory=dict)  # step -> member -> reason
    feedback: dict[tuple[str, str], FeedbackNoted] = field(default_factory=dict)  # (draft, ref)
    break_asked: dict[str, BreakAsked] = field(default_factory=dict)
    breaks: dict[str, BreakAnswered] = field(default_factory=dict)
    steps: list[tuple[EnactingFact, datetime]] = field(default_factory=list)  # for the document

    @property
    def with_council(self) -> bool:
        """Whether the council decides now."""
        return self.council == "with"


def fold(case: "Case", entry: EnactingFact | Voted | Decided, at: datetime) -> None:
    """Add one fact to the state of its case."""
    state = case.enacting
    if not isinstance(entry, Voted | Decided):
        state.steps.append((entry, at))
    match entry:
        case Voted():
            key = (entry.id, entry.person)
            if entry.choice == "no":
                state.objected.setdefault(key, at)
            else:  # withdrawn: a new objection counts from anew
                state.objected.pop(key, None)
        case Decided():
            if entry.passed:  # what was waived was waived for the earlier decision
                state.waived.clear()
        case ModeratorAnswered():
            state.answers[entry.draft, entry.person] = entry
        case StepWaived():
            state.waived.setdefault(entry.step, {})[entry.by] = entry.reason
        case FeedbackNoted():
            state.feedback[entry.draft, entry.ref] = entry
        case HandedOver():
            state.council, state.handed = "with", at
            state.asked |= set(entry.asked)
            for ballot in case.ballots.values():
                ballot.replaced = ballot.replaced or not ballot.decided
        case HandedBack():
            state.council = "back"
            for ballot in case.ballots.values():
                ballot.replaced = ballot.replaced or not ballot.decided
        case BoardAsked():
            state.board |= set(entry.asked)
        case BreakAsked():
            state.break_asked[entry.ref] = entry
            state.breaks.pop(entry.ref, None)
        case BreakAnswered():
            state.breaks[entry.ref] = entry
        case _:
            assert_never(entry)
