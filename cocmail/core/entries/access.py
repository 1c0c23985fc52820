"""Facts of how a case begins and who may read it."""

from dataclasses import dataclass

__all__ = [
    "AccessFact",
    "AddressConfirmed",
    "AdmitAsked",
    "Admitted",
    "Cleared",
    "Entered",
    "Excluded",
    "FreedFromQuarantine",
    "Held",
    "MailKept",
    "MailUnlocked",
    "Opened",
    "PartyNamed",
    "Paused",
    "Quarantined",
    "QuestionClosed",
    "QuestionOpened",
    "QuestionSent",
    "Recused",
    "Released",
    "ReporterLiftedExclusion",
    "Resumed",
    "ScreenerAsked",
    "ScreenerCleared",
    "ScreenerLeft",
    "Shown",
    "StandInsAsked",
]


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
    linked: int = 0  # the case whose reported person wrote this one
    holds: int = 0  # the case of which this one holds a letter that somebody passed on


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
    why: str  # matched, reporter, about, screener, member, party, linked
    by: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """One screener reads first."""

    reason: str  # screening, unreadable, committee, exclude, first-reader


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Kept unread with the suspicious mail."""

    reason: str  # spam, limit, automatic, list, loop, locked, abuse
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
    named: bool = False  # the mail was written to conduct+to-ID


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
    council: bool = False  # asked of the council alone (JU-20, PS-81)


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


AccessFact = (
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
)
