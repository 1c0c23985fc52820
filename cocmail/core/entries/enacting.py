"""Facts between a decision and its effect: moderators, consultation, deadlock, break."""

from dataclasses import dataclass

__all__ = [
    "BoardAsked",
    "BreakAnswered",
    "BreakAsked",
    "EnactingFact",
    "FeedbackNoted",
    "HandedBack",
    "HandedOver",
    "ModeratorAnswered",
    "StepWaived",
]


@dataclass(frozen=True, slots=True)
class ModeratorAnswered:
    """A moderator accepts the recommendation of this draft, or disagrees and says why (PS-39)."""

    person: str
    draft: str
    accepted: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class StepWaived:
    """This member would go on without the step; how many are needed, the step says (PS-37)."""

    step: str  # moderators, consultation
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class FeedbackNoted:
    """What a party answered to the proposed resolution; mail 0: no answer in time (JU-34)."""

    ref: str
    draft: str
    mail: int = 0


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The council decides from here on (JU-20); `by` is empty when the clock did it."""

    by: str
    asked: tuple[str, ...]  # council members who get the conflict question


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The council hands the case back; `by` is empty when nobody of it could take it."""

    by: str


@dataclass(frozen=True, slots=True)
class BoardAsked:
    """Members of the board are asked about conflicts before the notice goes to them (PS-81)."""

    asked: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class BreakAsked:
    """This draft asks the reported person for a break, with an answer until this date (JU-27)."""

    ref: str
    draft: str
    until: str


@dataclass(frozen=True, slots=True)
class BreakAnswered:
    """The reported person agreed to the break they were asked to take, or refused it (JU-27)."""

    ref: str
    agreed: bool
    by: str


EnactingFact = (
    ModeratorAnswered
    | StepWaived
    | FeedbackNoted
    | HandedOver
    | HandedBack
    | BoardAsked
    | BreakAsked
    | BreakAnswered
)
