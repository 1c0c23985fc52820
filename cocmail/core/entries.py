"""The facts of the log: what has happened, in the words of the domain.

Every fact is a frozen value. A case is the fold of its facts (case.py) and nothing else; case 0 is
the house itself. No deliverable address stands in a fact: `address` and `text` are numbers of
sealed texts in the store. Facts of the house carry no word about a case.
"""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache

# --- a case begins and is read ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opened:
    """The first mail came; the procedure is pinned for good (JU-03)."""

    procedure: str
    version: str
    hash: str
    quiet: bool = False
    anonymous: bool = False
    urgent: bool = False
    silent_out: bool = False


@dataclass(frozen=True, slots=True)
class MailKept:
    """A mail of a party or outsider is kept, word for word, as text number `text`."""

    n: int
    source: str  # a party's reference ("R1"), or a member's id
    kind: str  # report, note, party, automatic
    text: int
    name: str  # the sender's display name
    message_id: str = ""
    unconfirmed: bool = False  # a right tag from an address not on record
    withheld: tuple[str, ...] = ()  # members whom this later mail names (product.md 5)


@dataclass(frozen=True, slots=True)
class PartyNamed:
    """Somebody is a party: R reporter, P reported person, W witness, A affected person."""

    ref: str
    role: str
    name: str
    address: int = 0
    confirmed: bool = False
    answerable: bool = True  # false: no usable address, or its DMARC failed
    person: str = ""  # the configured person this is
    by: str = ""


@dataclass(frozen=True, slots=True)
class AddressConfirmed:
    """Mail came from the address on record through its own tag, or authenticated."""

    ref: str


@dataclass(frozen=True, slots=True)
class Excluded:
    """This person may not see the case (JU-11, GC-06, B-22)."""

    person: str
    why: str  # matched, reporter, about, screener, member, party
    by: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """One screener reads first."""

    reason: str  # screening, unreadable, committee, exclude, first-reader


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Kept unread with the suspicious mail."""

    reason: str  # spam, limit, automatic, loop
    domain: str
    size: int


@dataclass(frozen=True, slots=True)
class FreedFromQuarantine:
    """A reader said RELEASE n: it is a report, with its original date."""

    by: str


@dataclass(frozen=True, slots=True)
class ScreenerAsked:
    """This one person reads first (B-01)."""

    person: str


@dataclass(frozen=True, slots=True)
class ScreenerLeft:
    """The report goes on to the next of the rota; the rota itself does not change."""

    person: str
    why: str  # passed, silent, away


@dataclass(frozen=True, slots=True)
class Shown:
    """The screener asked to read."""

    person: str


@dataclass(frozen=True, slots=True)
class QuestionOpened:
    """The conflict question: a report involving `name` ("" = not yet known), PS-12."""

    q: int
    name: str
    by: str
    after_release: bool = False


@dataclass(frozen=True, slots=True)
class QuestionSent:
    """This person was asked; their silence is counted from here."""

    q: int
    person: str


@dataclass(frozen=True, slots=True)
class QuestionClosed:
    """The window is over; who is silent stays out, or in, as the procedure says (PS-16)."""

    q: int


@dataclass(frozen=True, slots=True)
class StandInsAsked:
    """Too few were clear: alternates, then the council's contacts, are asked (JU-02)."""

    level: str  # alternates, council


@dataclass(frozen=True, slots=True)
class Cleared:
    """This person has no conflict (PS-14)."""

    person: str
    q: int
    late: bool = False  # after the window: waits for ADMIT


@dataclass(frozen=True, slots=True)
class ScreenerCleared:
    """In a forward procedure: the screener lets the held report go to everyone left."""

    person: str


@dataclass(frozen=True, slots=True)
class Recused:
    """Stepped out. No reason is asked, kept or passed on (PS-09)."""

    person: str


@dataclass(frozen=True, slots=True)
class Paused:
    """Delivery of this case to this person waits."""

    person: str
    why: str  # half-recusal, failing-address


@dataclass(frozen=True, slots=True)
class Resumed:
    """Delivery goes on."""

    person: str


@dataclass(frozen=True, slots=True)
class Released:
    """The code name is drawn and the readers get the report (PS-61)."""

    code: str


@dataclass(frozen=True, slots=True)
class Entered:
    """This person is in the case group from now on (PS-04)."""

    person: str


@dataclass(frozen=True, slots=True)
class AdmitAsked:
    """Somebody wants this person let in; another cleared member's OK does it (JU-11)."""

    id: str
    person: str
    by: str


@dataclass(frozen=True, slots=True)
class Admitted:
    """Let in by two."""

    id: str
    person: str
    by: str


@dataclass(frozen=True, slots=True)
class MailUnlocked:
    """A later mail that names this member may be read by them after all."""

    n: int
    person: str
    by: str


@dataclass(frozen=True, slots=True)
class ReporterLiftedExclusion:
    """The reporter, who had asked for it, agrees that this person may read."""

    person: str


# --- work -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LeadTaken:
    """This member owns the case (B-02)."""

    person: str
    by: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A dated note (PS-70, JU-50)."""

    by: str
    date: str
    text: str


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


# --- words to parties -------------------------------------------------------------------------


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


# --- deciding ---------------------------------------------------------------------------------


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


# --- members' mail and the answers to it --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MemberMailHeld:
    """A right tag, but nobody proved to be its member: the registered address is asked."""

    n: int
    person: str
    text: int
    other: int = 0  # sealed text of the strange address, 0 if it was the member's own
    failed: bool = False  # an explicit DKIM or DMARC failure


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


@dataclass(frozen=True, slots=True)
class TextSaved:
    """The text of a refused mail, kept as a numbered draft for its author alone."""

    number: int
    person: str
    verb: str
    text: str


@dataclass(frozen=True, slots=True)
class SignedSeen:
    """A signed body counts once; a Date must be later than the sender's last."""

    person: str
    digest: str
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class TagReplaced:
    """The old tag leads nowhere any more."""

    person: str
    generation: int


@dataclass(frozen=True, slots=True)
class OutSaid:
    """`You are out of this` was said, once."""

    person: str


# --- the post and the clock ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sent:
    """The next hop took this letter: who was sent what, and when."""

    errand: int
    template: str
    reader: str  # "member:ana" or "party:R1"
    about: tuple[tuple[str, str], ...] = ()


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


# --- the house (case 0) ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Numbered:
    """A person's number inside tags; never given to anyone else."""

    person: str
    number: int


@dataclass(frozen=True, slots=True)
class RotaBegan:
    """The first start: turns are counted from here."""


@dataclass(frozen=True, slots=True)
class AwaySet:
    """A member's own word; no reason."""

    person: str
    since: str
    until: str  # a date, or "" for until BACK


@dataclass(frozen=True, slots=True)
class BackSet:
    """Here again."""

    person: str


@dataclass(frozen=True, slots=True)
class Outage:
    """The daemon did not run, or the clock jumped, between these moments."""

    since: datetime
    until: datetime
    down: bool  # false: it ran, but the clock jumped


@dataclass(frozen=True, slots=True)
class StatusMailed:
    """The status mail of this day was written for this person."""

    person: str
    day: str


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
