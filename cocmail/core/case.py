"""A case as its facts add up: the values that fold.py fills and nothing else changes.

Questions that need the roster or the procedure (who may read, who is presiding) are asked in
conflicts.py; when something is late is clocks.py's.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from cocmail.core import entries as e
from cocmail.core.bans import Bans
from cocmail.core.calls import Calls
from cocmail.core.checking import Checking
from cocmail.core.enacting import Enacting
from cocmail.core.ending import Ending
from cocmail.core.facts import Facts
from cocmail.core.keeping import Keeping, Past
from cocmail.core.links import Links
from cocmail.core.locks import Locks
from cocmail.core.mediation import Mediation
from cocmail.core.mishaps import Mishaps
from cocmail.core.probes import Probes
from cocmail.core.rulechange import Change
from cocmail.core.seats import CaseSeats, Seats
from cocmail.core.secondaddress import SecondAddresses
from cocmail.core.urgency import Urgency

State = Literal["new", "quarantine", "held", "open", "closed", "spam", "merged"]


@dataclass(slots=True)
class Party:
    """One party of the case, as the log knows them."""

    ref: str
    role: str
    name: str
    address: int
    confirmed: bool
    answerable: bool
    person: str
    named_by: str = ""


@dataclass(slots=True)
class Question:
    """One conflict question and who was asked it when."""

    q: int
    name: str
    by: str
    opened: datetime
    after_release: bool
    council: bool = False
    sent: dict[str, datetime] = field(default_factory=dict)
    cleared: set[str] = field(default_factory=set)
    shut: set[str] = field(default_factory=set)  # silent when the window closed


@dataclass(slots=True)
class Draft:
    """A letter to a party on its way through the second reader."""

    id: str
    template: str
    ref: str
    by: str
    subject: str
    text: str
    digest: str
    marks: tuple[str, ...]
    date: str
    at: datetime
    files: int = 0
    names: tuple[str, ...] = ()
    state: Literal["waiting", "approved", "stopped", "void", "sent"] = "waiting"
    approved_by: str = ""
    approved_at: datetime | None = None
    fallen: bool = False  # who wrote or approved it is out of the case


@dataclass(slots=True)
class Ballot:
    """One proposal and its votes."""

    id: str
    by: str
    none: bool
    plan: str
    if_refused: str
    consequence: str
    reason: str
    at: datetime
    votes: dict[str, tuple[str, str]] = field(default_factory=dict)
    decided: e.Decided | None = None
    decided_at: datetime | None = None
    replaced: bool = False


@dataclass(slots=True)
class HeldMail:
    """A member's mail that waits for the registered address to say YES or NO."""

    n: int
    person: str
    text: int
    other: int
    failed: bool
    at: datetime
    answer: str = ""
    several: bool = False
    passing: bool = False


@dataclass(slots=True)
class Case:
    """The fold of one case's facts."""

    no: int
    state: State = "new"
    opened: datetime | None = None
    procedure: str = ""
    version: str = ""
    rules: str = ""  # hash of the parameters it was opened under (JU-03)
    quiet: bool = False
    anonymous: bool = False
    urgent_words: bool = False
    linked: int = 0  # the case whose reported person wrote this one
    holds: int = 0  # the case of which it holds a letter
    silent_out: bool = False  # silence to the conflict question keeps out
    held: str = ""
    quarantine: e.Quarantined | None = None
    code: str = ""
    released: datetime | None = None
    closed: datetime | None = None
    result: str = ""
    result_words: str = ""
    into: int = 0
    spam_by: str = ""
    spam_at: datetime | None = None
    count: int = 0  # facts folded
    last: datetime | None = None

    mails: list[tuple[e.MailKept, datetime]] = field(default_factory=list)
    parties: dict[str, Party] = field(default_factory=dict)
    excluded: dict[str, e.Excluded] = field(default_factory=dict)
    lifted: set[str] = field(default_factory=set)  # the reporter agreed to these
    recused: dict[str, datetime] = field(default_factory=dict)
    paused: dict[str, str] = field(default_factory=dict)
    out_said: set[str] = field(default_factory=set)
    generation: dict[str, int] = field(default_factory=dict)

    screener: str = ""
    first_reader: str = ""  # to whom the mail was written (conduct+to-ID)
    screener_since: datetime | None = None
    screeners: list[str] = field(default_factory=list)  # everyone asked so far
    passed_on: dict[str, str] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    screener_cleared: str = ""
    questions: dict[int, Question] = field(default_factory=dict)
    stand_ins: list[str] = field(default_factory=list)
    late: dict[str, datetime] = field(default_factory=dict)
    admissions: dict[str, e.AdmitAsked] = field(default_factory=dict)
    admitted: dict[str, datetime] = field(default_factory=dict)
    group: dict[str, datetime] = field(default_factory=dict)  # who entered, and when

    been_in: set[str] = field(default_factory=set)  # ever: they know the code name

    lead: str = ""
    first_lead: datetime | None = None
    notes: list[tuple[e.Noted, datetime]] = field(default_factory=list)
    next_action: str = ""
    space: str = ""
    links: Links = field(default_factory=Links)
    facts: Facts = field(default_factory=Facts)
    ending: Ending = field(default_factory=Ending)
    bans: Bans = field(default_factory=Bans)
    calls: Calls = field(default_factory=Calls)
    mishaps: Mishaps = field(default_factory=Mishaps)
    checking: Checking = field(default_factory=Checking)
    urgency: Urgency = field(default_factory=Urgency)
    seats: CaseSeats = field(default_factory=CaseSeats)
    keeping: Keeping = field(default_factory=Keeping)
    mediation: Mediation = field(default_factory=Mediation)
    second: SecondAddresses = field(default_factory=SecondAddresses)
    safety: str = ""
    safety_by: str = ""
    lowering: str = ""
    repeat: str = ""
    talks: list[tuple[e.TalkCame, datetime]] = field(default_factory=list)
    notices: list[tuple[e.Notice, datetime]] = field(default_factory=list)

    enacting: Enacting = field(default_factory=Enacting)
    drafts: dict[str, Draft] = field(default_factory=dict)
    ballots: dict[str, Ballot] = field(default_factory=dict)
    promised: dict[str, str] = field(default_factory=dict)
    absorbed: list[e.Absorbed] = field(default_factory=list)

    held_mails: dict[int, HeldMail] = field(default_factory=dict)
    answers: dict[int, tuple[e.Answered, datetime]] = field(default_factory=dict)
    saved: dict[tuple[str, int], e.TextSaved] = field(default_factory=dict)
    signed: dict[str, set[str]] = field(default_factory=dict)
    signed_last: dict[tuple[str, str], datetime] = field(default_factory=dict)
    sent: list[tuple[e.Sent, datetime]] = field(default_factory=list)
    fetched: dict[str, int] = field(default_factory=dict)  # READ: so many letters had left then
    failed: list[tuple[e.Failed, datetime]] = field(default_factory=list)
    withheld: list[tuple[e.Withheld, datetime]] = field(default_factory=list)
    spoke: set[str] = field(default_factory=set)
    unsealed: list[tuple[e.Unsealed, datetime]] = field(default_factory=list)  # on a terminal
    n: int = 0  # the last number given to a mail, talk, notice or answer

    # -- what is often asked ---------------------------------------------------------------------

    def mail(self, n: int) -> e.MailKept | None:
        """Mail number n, if it is one."""
        return next((m for m, _ in self.mails if m.n == n), None)

    def mail_at(self, n: int) -> datetime | None:
        """When mail number n came."""
        return next((at for m, at in self.mails if m.n == n), None)

    def ballot(self) -> Ballot | None:
        """The ballot that is open."""
        return next(
            (b for b in self.ballots.values() if not b.decided and not b.replaced),
            None,
        )

    def decision(self) -> Ballot | None:
        """The newest ballot that passed, unless it was set aside after new context (PS-50)."""
        if self.facts.set_aside:
            return None
        passed = [b for b in self.ballots.values() if b.decided and b.decided.passed]
        return passed[-1] if passed else None

    def reporters(self) -> list[Party]:
        """Every reporter of this case."""
        return [p for p in self.parties.values() if p.role == "reporter"]

    def reported(self) -> list[Party]:
        """Every reported person of this case."""
        return [p for p in self.parties.values() if p.role == "reported"]

    def was_sent(self, reader: str, *templates: str) -> datetime | None:
        """When the next hop first took one of these letters to this reader."""
        return next(
            (at for s, at in self.sent if s.reader == reader and s.template in templates),
            None,
        )

    def last_mail(self, ref: str) -> str:
        """The Message-ID of this party's own last mail: the thread it is answered in (GC-05)."""
        own = [m.message_id for m, _ in self.mails if m.source == ref and m.message_id]
        return own[-1] if own else ""

    def letter(self, errand: int) -> e.Sent | None:
        """The letter of this errand number, if it left."""
        return next((s for s, _ in self.sent if s.errand == errand), None)


@dataclass(slots=True)
class House:
    """The fold of the house's own facts (case 0)."""

    numbers: dict[str, int] = field(default_factory=dict)
    rota_began: datetime | None = None
    away: dict[str, tuple[str, str]] = field(default_factory=dict)
    outages: list[e.Outage] = field(default_factory=list)
    lists: set[str] = field(default_factory=set)  # whose address answered through a list
    mailed: dict[str, str] = field(default_factory=dict)  # person -> day of the last status mail
    seats: Seats = field(default_factory=Seats)
    locks: Locks = field(default_factory=Locks)
    past: Past = field(default_factory=Past)  # summaries, tombstones
    changes: dict[int, Change] = field(default_factory=dict)  # of the rules (PS-76)
    key_warned: set[tuple[str, datetime | None, bool]] = field(default_factory=set)
    probes: Probes = field(default_factory=Probes)
