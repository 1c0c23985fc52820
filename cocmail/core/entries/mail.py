"""Facts of members' mail and the answers to it, of the post and of the clocks."""

from dataclasses import dataclass
from datetime import datetime

__all__ = [
    "Answered",
    "Failed",
    "Fetched",
    "HeldAnswered",
    "MailFact",
    "MemberMailHeld",
    "OutSaid",
    "Sent",
    "SignedSeen",
    "Spoke",
    "TagReplaced",
    "TextSaved",
    "Withheld",
]


@dataclass(frozen=True, slots=True)
class MemberMailHeld:
    """A right tag, but nobody proved to be its member: the registered address is asked."""

    n: int
    person: str
    text: int
    other: int = 0  # sealed text of the strange address, 0 if it was the member's own
    failed: bool = False  # an explicit DKIM or DMARC failure
    several: bool = False  # proven, but it names more than one case (product.md 3)
    passing: bool = False  # both texts wait in transit, until YES, NO or 48 hours


@dataclass(frozen=True, slots=True)
class HeldAnswered:
    """YES ran it once, NO destroyed it, silence let it lapse after 48 hours."""

    n: int
    answer: str  # yes, no, lapsed


@dataclass(frozen=True, slots=True)
class Answered:
    """The one answer to a member's mail: what each line did."""

    n: int
    person: str
    template: str  # transcript, refused, delete-please, help
    lines: tuple[tuple[str, str], ...] = ()
    errors: int = 0
    remedy: tuple[str, ...] = ()
    kept: tuple[int, ...] = ()
    asides: int = 0  # of the lines, the last ones, which stood in the talk


@dataclass(frozen=True, slots=True)
class TextSaved:
    """The text of a refused mail, kept as a numbered draft for its author alone."""

    number: int
    person: str
    verb: str
    text: str


@dataclass(frozen=True, slots=True)
class SignedSeen:
    """A signed body counts once; a Date must not be before the sender's last on that question."""

    person: str
    digest: str
    date: datetime | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TagReplaced:
    """The old tag leads nowhere any more."""

    person: str
    generation: int


@dataclass(frozen=True, slots=True)
class OutSaid:
    """`You are out of this` was said, once."""

    person: str


@dataclass(frozen=True, slots=True)
class Sent:
    """The next hop took this letter: who was sent what, and when."""

    errand: int
    template: str
    reader: str  # "member:ana" or "party:R1"
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """READ by a member who gets notices: what waits for them may leave."""

    person: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The next hop refused it for good, a bounce came back, or it was given up."""

    errand: int
    template: str
    reader: str
    code: int


@dataclass(frozen=True, slots=True)
class Withheld:
    """The gate kept this letter back at the moment of sending, by this rule."""

    errand: int
    template: str
    reader: str
    rule: str


@dataclass(frozen=True, slots=True)
class Spoke:
    """This clock has said what it had to say."""

    clock: str


MailFact = (
    MemberMailHeld
    | HeldAnswered
    | Answered
    | TextSaved
    | SignedSeen
    | TagReplaced
    | OutSaid
    | Sent
    | Fetched
    | Failed
    | Withheld
    | Spoke
)
