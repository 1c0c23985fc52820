"""Facts of a mediation: who could mediate, who said yes to whom, its beginning and its end.

What is said between the mediator and the parties is no fact: it waits in transit only (JU-42).
"""

from dataclasses import dataclass
from datetime import datetime

__all__ = [
    "MediationAgreed",
    "MediationClosed",
    "MediationFact",
    "MediationReported",
    "MediationTermsSet",
    "MediatorAnswered",
    "MediatorProposed",
    "PartyAnswered",
]


@dataclass(frozen=True, slots=True)
class MediatorProposed:
    """This party of the case (M1) could mediate; an earlier candidate no longer does (JU-37)."""

    ref: str
    by: str


@dataclass(frozen=True, slots=True)
class MediatorAnswered:
    """The mediator is clear of conflicts and willing, or not; no reason is kept (JU-37)."""

    ref: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class MediationTermsSet:
    """Terms beyond those of the invitation itself; who agreed to others has not agreed (JU-40)."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class PartyAnswered:
    """What a party said, recorded by a member: yes to this mediator, or no (JU-38, JU-39)."""

    ref: str
    yes: bool
    mediator: str
    named: bool  # the reported person may be told who they are
    by: str


@dataclass(frozen=True, slots=True)
class MediationAgreed:
    """Everybody accepted the same mediator and terms (JU-40)."""

    ref: str
    until: datetime


@dataclass(frozen=True, slots=True)
class MediationReported:
    """The mediator's report, vetted by all parties, is mail number `n` (JU-43)."""

    ref: str
    n: int


@dataclass(frozen=True, slots=True)
class MediationClosed:
    """It is over without a report; nobody outside is told (JU-36)."""

    by: str


MediationFact = (
    MediationAgreed
    | MediationClosed
    | MediationReported
    | MediationTermsSet
    | MediatorAnswered
    | MediatorProposed
    | PartyAnswered
)
