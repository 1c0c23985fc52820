"""Facts of a rule change (PS-76 to PS-79): facts of the house, none of them about a case."""

from dataclasses import dataclass

__all__ = [
    "ChangeAnswered",
    "ChangeBalloted",
    "ChangeDecided",
    "ChangeOpened",
    "ChangeSaid",
    "ChangeTalked",
    "ChangeVoted",
    "RuleFact",
]


@dataclass(frozen=True, slots=True)
class ChangeOpened:
    """A voting member proposes a change of the rules; everybody who votes talks about it."""

    change: int
    by: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangeTalked:
    """A member's words about it; `text` is kept only where deliberations are recorded (K-4)."""

    change: int
    n: int
    by: str
    text: int
    transit: int


@dataclass(frozen=True, slots=True)
class ChangeSaid:
    """A day of the talk was announced."""

    change: int
    what: str


@dataclass(frozen=True, slots=True)
class ChangeBalloted:
    """It is put to the vote in these words, by a member, or by the daemon on the last day."""

    change: int
    ballot: str
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangeVoted:
    """A voting member's vote; a later one replaces it."""

    change: int
    person: str
    choice: str


@dataclass(frozen=True, slots=True)
class ChangeDecided:
    """Two thirds of all voting members were reached, or are out of reach (PS-78)."""

    change: int
    passed: bool
    yes: int
    no: int
    abstain: int
    base: int
    needed: int


@dataclass(frozen=True, slots=True)
class ChangeAnswered:
    """What the board said: accepted or rejected (PS-79)."""

    change: int
    result: str
    by: str


RuleFact = (
    ChangeOpened
    | ChangeTalked
    | ChangeSaid
    | ChangeBalloted
    | ChangeVoted
    | ChangeDecided
    | ChangeAnswered
)
