"""Facts of what went wrong around a case: a mail that reached a party, a sender who abuses."""

from dataclasses import dataclass

__all__ = [
    "AbuseLifted",
    "AbuseSaid",
    "LeakSeen",
    "LineLeftOut",
    "MishapFact",
]


@dataclass(frozen=True, slots=True)
class LeakSeen:
    """A member's mail had parties in To or Cc: their own provider delivered it there (E-7)."""

    by: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AbuseSaid:
    """A member says that this party only abuses the committee; a second one makes it so."""

    ref: str
    by: str


@dataclass(frozen=True, slots=True)
class AbuseLifted:
    """What this party writes is mail like anyone's again."""

    ref: str
    by: str


@dataclass(frozen=True, slots=True)
class LineLeftOut:
    """`SPAM n`: this reader's list of the quarantine shows this mail no more."""

    by: str


MishapFact = LeakSeen | AbuseSaid | AbuseLifted | LineLeftOut
