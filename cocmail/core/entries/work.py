"""Facts of the work on a case: its lead and notes, words to parties, decisions, its end."""

from dataclasses import dataclass
from datetime import datetime

__all__ = [
    "Absorbed",
    "Approved",
    "Closed",
    "Decided",
    "Drafted",
    "LeadTaken",
    "MarkedSpam",
    "Merged",
    "NewsPromised",
    "NextSet",
    "Noted",
    "Notice",
    "Proposed",
    "Reopened",
    "RepeatSet",
    "Restored",
    "SafetySet",
    "SpaceSet",
    "Stopped",
    "TalkCame",
    "Voided",
    "Voted",
    "WorkFact",
]


@dataclass(frozen=True, slots=True)
class LeadTaken:
    """This member owns the case (B-02)."""

    person: str
    by: str


@dataclass(frozen=True, slots=True)
class SpaceSet:
    """Where it happened; selects moderators, administrators and emergency contacts (NF-01)."""

    space: str
    by: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A dated note (PS-70, JU-50)."""

    by: str
    date: str
    text: str
    kind: str = ""  # summary, records, refused, published; "" is any talk
    about: str = ""  # the party it is about


@dataclass(frozen=True, slots=True)
class NextSet:
    """The sheet's Actions needed (PS-58)."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class SafetySet:
    """The sheet's Safety risk. Lowering takes a second member (PS-29)."""

    by: str
    value: str  # yes, no, lowering


@dataclass(frozen=True, slots=True)
class RepeatSet:
    """The sheet's Risk of repeating (PS-30)."""

    by: str
    value: str


@dataclass(frozen=True, slots=True)
class TalkCame:
    """A member's words for the case group: kept (`text`) or only relayed (`transit`), PS-55."""

    n: int
    by: str
    text: int = 0
    transit: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """A line for the group that asks nothing of anyone; bundled."""

    n: int
    line: str
    but: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """A letter to a party in its final words; `digest` binds words, role and address."""

    id: str
    template: str
    ref: str
    by: str
    subject: str
    text: str
    digest: str
    marks: tuple[str, ...] = ()
    date: str = ""  # the promised date of a status letter
    files: int = 0  # the sealed attachments that go along
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approved:
    """The second reader agreed to exactly these words (B-07)."""

    id: str
    by: str
    digest: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """HOLD: the draft stays until somebody answers OK again."""

    id: str
    by: str


@dataclass(frozen=True, slots=True)
class Voided:
    """The approval or the draft no longer holds (edit, new address, somebody stepped out)."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class NewsPromised:
    """The reporter was promised news by this date."""

    ref: str
    date: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A ballot opens; an earlier one is replaced and its votes are struck."""

    id: str
    by: str
    none: bool
    plan: str
    if_refused: str
    consequence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote; a later one replaces the earlier."""

    id: str
    person: str
    choice: str  # yes, no, abstain
    why: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The ballot reached, or can no longer reach, its figure."""

    id: str
    passed: bool
    yes: int
    no: int
    abstain: int
    base: int
    needed: int


@dataclass(frozen=True, slots=True)
class Closed:
    """The case is over."""

    result: str
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class Reopened:
    """Open again."""

    by: str


@dataclass(frozen=True, slots=True)
class Merged:
    """This case goes on inside another one."""

    into: int
    by: str


@dataclass(frozen=True, slots=True)
class Absorbed:
    """Another case goes on inside this one; `refs` say who is who."""

    case: int
    refs: tuple[tuple[str, str], ...]
    by: str
    opened: datetime


@dataclass(frozen=True, slots=True)
class MarkedSpam:
    """No letters, no report to anyone; RELEASE by another member undoes it for 30 days."""

    by: str


@dataclass(frozen=True, slots=True)
class Restored:
    """SPAM undone."""

    by: str


WorkFact = (
    LeadTaken
    | SpaceSet
    | Noted
    | NextSet
    | SafetySet
    | RepeatSet
    | TalkCame
    | Notice
    | Drafted
    | Approved
    | Stopped
    | Voided
    | NewsPromised
    | Proposed
    | Voted
    | Decided
    | Closed
    | Reopened
    | Merged
    | Absorbed
    | MarkedSpam
    | Restored
)
