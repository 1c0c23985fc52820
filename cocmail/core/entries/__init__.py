"""The facts of the log: what has happened, in the words of the domain.

Every fact is a frozen value. A case is the fold of its facts (fold.py) and nothing else; case 0 is
the house itself. No deliverable address stands in a fact: `address` and `text` are numbers of
sealed texts in the store. A new fact goes into the module of its family and into `Entry`; the
type checker then asks for it in the fold.
"""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from functools import cache

from cocmail.core.entries.access import (
    AddressConfirmed,
    AdmitAsked,
    Admitted,
    Cleared,
    Entered,
    Excluded,
    FreedFromQuarantine,
    Held,
    MailKept,
    MailUnlocked,
    Opened,
    PartyNamed,
    Paused,
    Quarantined,
    QuestionClosed,
    QuestionOpened,
    QuestionSent,
    Recused,
    Released,
    ReporterLiftedExclusion,
    Resumed,
    ScreenerAsked,
    ScreenerCleared,
    ScreenerLeft,
    Shown,
    StandInsAsked,
)
from cocmail.core.entries.bans import (
    BanExtended,
    BanLifted,
    Banned,
    BanReviewed,
)
from cocmail.core.entries.enacting import (
    BoardAsked,
    BreakAnswered,
    BreakAsked,
    FeedbackNoted,
    HandedBack,
    HandedOver,
    ModeratorAnswered,
    StepWaived,
)
from cocmail.core.entries.ending import (
    ApologyCame,
    ApologyFiled,
    ApologyProposed,
    ApologyWish,
    CouncilOut,
    HistoryAsked,
    HistoryShared,
    Muted,
    NoResponse,
    NotConduct,
    QuietSet,
)
from cocmail.core.entries.facts import (
    Determined,
    Evaluated,
    Extended,
    MeetingSet,
    NoAnswer,
    SetOpenAgain,
    Stood,
    Waived,
)
from cocmail.core.entries.house import (
    AwaySet,
    BackSet,
    Numbered,
    Outage,
    RotaBegan,
    StatusMailed,
)
from cocmail.core.entries.links import (
    Imported,
    LinkNamed,
    RemovalAsked,
    SetAside,
)
from cocmail.core.entries.mail import (
    Answered,
    Failed,
    HeldAnswered,
    MemberMailHeld,
    OutSaid,
    Sent,
    SignedSeen,
    Spoke,
    TagReplaced,
    TextSaved,
    Withheld,
)
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
from cocmail.core.entries.work import (
    Absorbed,
    Approved,
    Closed,
    Decided,
    Drafted,
    LeadTaken,
    MarkedSpam,
    Merged,
    NewsPromised,
    NextSet,
    Noted,
    Notice,
    Proposed,
    Reopened,
    RepeatSet,
    Restored,
    SafetySet,
    SpaceSet,
    Stopped,
    TalkCame,
    Voided,
    Voted,
)

__all__ = [
    "KINDS",
    "Absorbed",
    "ActedAlone",
    "AddressConfirmed",
    "AdmitAsked",
    "Admitted",
    "Answered",
    "ApologyCame",
    "ApologyFiled",
    "ApologyProposed",
    "ApologyWish",
    "Approved",
    "AwaySet",
    "BackSet",
    "BanExtended",
    "BanLifted",
    "BanReviewed",
    "Banned",
    "BoardAsked",
    "BreakAnswered",
    "BreakAsked",
    "Cleared",
    "Closed",
    "ContactAnswered",
    "ContactAsked",
    "CouncilOut",
    "Decided",
    "Determined",
    "Drafted",
    "Entered",
    "Entry",
    "Evaluated",
    "Excluded",
    "Extended",
    "Failed",
    "FeedbackNoted",
    "FreedFromQuarantine",
    "HandedBack",
    "HandedOver",
    "Held",
    "HeldAnswered",
    "HistoryAsked",
    "HistoryShared",
    "Imported",
    "LeadTaken",
    "LinkNamed",
    "MailKept",
    "MailUnlocked",
    "MarkedSpam",
    "MeetingSet",
    "MemberMailHeld",
    "Merged",
    "ModeratorAnswered",
    "Muted",
    "NewsPromised",
    "NextSet",
    "NoAnswer",
    "NoResponse",
    "NotConduct",
    "Noted",
    "Notice",
    "Numbered",
    "Opened",
    "OutSaid",
    "Outage",
    "PartyNamed",
    "Paused",
    "Proposed",
    "Quarantined",
    "QuestionClosed",
    "QuestionOpened",
    "QuestionSent",
    "QuietSet",
    "Recused",
    "Released",
    "RemovalAsked",
    "Reopened",
    "RepeatSet",
    "ReporterLiftedExclusion",
    "Restored",
    "Resumed",
    "ReviewAsked",
    "ReviewDecided",
    "Reviewed",
    "RotaBegan",
    "SafetySet",
    "ScreenerAsked",
    "ScreenerCleared",
    "ScreenerLeft",
    "Sent",
    "SentAlone",
    "SetAside",
    "SetOpenAgain",
    "SeveritySet",
    "Shown",
    "SignedSeen",
    "SpaceSet",
    "Spoke",
    "StandInsAsked",
    "StatusMailed",
    "StepWaived",
    "Stood",
    "Stopped",
    "TagReplaced",
    "TalkCame",
    "TextSaved",
    "Voided",
    "Voted",
    "Waived",
    "Withheld",
    "read",
    "write",
]

Entry = (
    Opened
    | MailKept
    | PartyNamed
    | AddressConfirmed
    | Excluded
    | Held
    | Quarantined
    | FreedFromQuarantine
    | ScreenerAsked
    | ScreenerLeft
    | Shown
    | QuestionOpened
    | QuestionSent
    | QuestionClosed
    | StandInsAsked
    | Cleared
    | ScreenerCleared
    | Recused
    | Paused
    | Resumed
    | Released
    | Entered
    | AdmitAsked
    | Admitted
    | MailUnlocked
    | ReporterLiftedExclusion
    | LeadTaken
    | Noted
    | NextSet
    | SafetySet
    | SpaceSet
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
    | Determined
    | Evaluated
    | Extended
    | MeetingSet
    | NoAnswer
    | SetOpenAgain
    | Stood
    | Waived
    | MemberMailHeld
    | HeldAnswered
    | Answered
    | TextSaved
    | SignedSeen
    | TagReplaced
    | OutSaid
    | Sent
    | Failed
    | Withheld
    | Spoke
    | Numbered
    | RotaBegan
    | AwaySet
    | BackSet
    | Outage
    | StatusMailed
    | UrgentFact
    | LinkNamed
    | SetAside
    | RemovalAsked
    | Imported
    | Banned
    | BanExtended
    | BanReviewed
    | BanLifted
    | CouncilOut
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
    | BoardAsked
    | BreakAnswered
    | BreakAsked
    | FeedbackNoted
    | HandedBack
    | HandedOver
    | ModeratorAnswered
    | StepWaived
)

KINDS: dict[str, type[Entry]] = {kind.__name__: kind for kind in typing.get_args(Entry)}


def write(entry: Entry) -> bytes:
    """The payload of a fact as JSON; its kind stands beside it in the log."""
    plain = {f.name: getattr(entry, f.name) for f in fields(entry)}
    return json.dumps(plain, default=datetime.isoformat, ensure_ascii=False).encode()


def read(kind: str, payload: bytes) -> Entry:
    """A fact from its kind and payload.

    Raises:
        KeyError: a kind this version does not know (the log is newer than the program).
    """
    made: Callable[..., Entry] = KINDS[kind]
    plain = json.loads(payload)
    readers = _readers(kind)
    return made(**{name: readers[name](value) for name, value in plain.items()})


@cache
def _readers(kind: str) -> dict[str, Callable[[typing.Any], object]]:
    return {name: _reader(hint) for name, hint in typing.get_type_hints(KINDS[kind]).items()}


def _reader(kind: object) -> Callable[[typing.Any], object]:
    if kind is datetime:
        return datetime.fromisoformat
    if isinstance(kind, types.UnionType):  # datetime | None
        return lambda value: None if value is None else datetime.fromisoformat(value)
    if typing.get_origin(kind) is tuple:
        inner = _reader(typing.get_args(kind)[0])
        return lambda value: tuple(inner(one) for one in value)
    return lambda value: value
