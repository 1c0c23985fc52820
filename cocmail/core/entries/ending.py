"""Facts of a case's end: the council's report, apologies, silence, redirects, older cases."""

from dataclasses import dataclass

__all__ = [
    "AccountRead",
    "ApologyCame",
    "ApologyFiled",
    "ApologyProposed",
    "ApologyWish",
    "CouncilOut",
    "EndingFact",
    "HistoryAsked",
    "HistoryShared",
    "MailBundled",
    "Muted",
    "NoResponse",
    "NotConduct",
    "QuietSet",
]


@dataclass(frozen=True, slots=True)
class CouncilOut:
    """Every council member is out of this case: nothing is sent, and that counts (GC-11)."""

    by: str


@dataclass(frozen=True, slots=True)
class NoResponse:
    """The group's decision: this report gets no further letter (PS-53)."""

    by: str


@dataclass(frozen=True, slots=True)
class NotConduct:
    """This is no matter for the committee: the sender is redirected kindly, the case ends."""

    by: str


@dataclass(frozen=True, slots=True)
class QuietSet:
    """The reporter asked for silence: no automatic news any more (NF-07)."""

    by: str


@dataclass(frozen=True, slots=True)
class Muted:
    """A party that floods: what they write is bundled unread, or not any more."""

    ref: str
    on: bool
    by: str


@dataclass(frozen=True, slots=True)
class ApologyProposed:
    """This ballot asks for an apology (JU-26)."""

    ballot: str


@dataclass(frozen=True, slots=True)
class ApologyWish:
    """What this reporter said about an apology: they want it, or not (JU-26, PS-49)."""

    ref: str
    wanted: bool
    by: str


@dataclass(frozen=True, slots=True)
class ApologyCame:
    """Mail n of the reported person holds an apology, accepted for the reporter (PS-49)."""

    n: int
    ref: str
    by: str


@dataclass(frozen=True, slots=True)
class ApologyFiled:
    """The apology is kept and goes to nobody."""

    by: str


@dataclass(frozen=True, slots=True)
class HistoryAsked:
    """Another case asks whether this group knows more about a person (PS-30)."""

    case: int
    by: str
    ref: str = ""  # the reported person of this case


@dataclass(frozen=True, slots=True)
class HistoryShared:
    """The group of this older case lets the asking one know of it."""

    case: int
    by: str


@dataclass(frozen=True, slots=True)
class MailBundled:
    """Mail n of a party that floods goes to its readers with the next bundle (product.md 7)."""

    n: int
    ref: str


@dataclass(frozen=True, slots=True)
class AccountRead:
    """A first reader agreed to an account for the public; it takes two (PS-54)."""

    id: str
    by: str


EndingFact = (
    CouncilOut
    | NoResponse
    | NotConduct
    | QuietSet
    | Muted
    | ApologyProposed
    | ApologyWish
    | ApologyCame
    | ApologyFiled
    | HistoryAsked
    | HistoryShared
    | MailBundled
    | AccountRead
)
