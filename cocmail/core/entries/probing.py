"""Facts of the house about its own test mail (practice.md B-43, D-01)."""

from dataclasses import dataclass

__all__ = ["ProbeCame", "ProbeFact", "ProbeMissed", "ProbeWanted"]


@dataclass(frozen=True, slots=True)
class ProbeWanted:
    """A test mail is to leave; `n` counts them."""

    n: int


@dataclass(frozen=True, slots=True)
class ProbeCame:
    """It came back, for the first time; `spam`: the relay or the provider took it for spam."""

    n: int
    spam: bool


@dataclass(frozen=True, slots=True)
class ProbeMissed:
    """It did not come back: "silence", or "refused" when a mail server said that it never will."""

    n: int
    why: str


ProbeFact = ProbeWanted | ProbeCame | ProbeMissed
