"""A case is what its facts add up to: `fold` adds one fact, and nothing else changes a Case.

Questions that need the roster or the procedure (who may read, who is presiding) are asked in
conflicts.py; when something is late is clocks.py's.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, assert_never

from cocmail.core import entries as e

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
    state: Literal["waiting", "approved", "stopped", "void", "sent"] = "waiting"
    approved_by: str = ""
    approved_at: datetime | None = None


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


@dataclass(slots=True)
class Case:
    """The fold of one case's facts."""

    no: int
    state: State = "new"
    opened: datetime | None = None
    procedure: str = ""
    version: str = ""
    quiet: bool = False
    anonymous: bool = False
    urgent_words: bool = False
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
    safety: str = ""
    safety_by: str = ""
    lowering: str = ""
    repeat: str = ""
    talks: list[tuple[e.TalkCame, datetime]] = field(default_factory=list)
    notices: list[tuple[e.Notice, datetime]] = field(default_factory=list)

    drafts: dict[str, Draft] = field(default_factory=dict)
    ballots: dict[str, Ballot] = field(default_factory=dict)
    promised: dict[str, str] = field(default_factory=dict)
    absorbed: list[e.Absorbed] = field(default_factory=list)

    held_mails: dict[int, HeldMail] = field(default_factory=dict)
    answers: dict[int, tuple[e.Answered, datetime]] = field(default_factory=dict)
    saved: dict[int, e.TextSaved] = field(default_factory=dict)
    signed: dict[str, set[str]] = field(default_factory=dict)
    signed_last: dict[str, datetime] = field(default_factory=dict)
    sent: list[tuple[e.Sent, datetime]] = field(default_factory=list)
    failed: list[tuple[e.Failed, datetime]] = field(default_factory=list)
    withheld: list[tuple[e.Withheld, datetime]] = field(default_factory=list)
    spoke: set[str] = field(default_factory=set)
    n: int = 0  # the last number given to a mail, talk, notice or answer

    # -- what is often asked -------------------------------------------------------------------

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
        """The newest ballot that passed."""
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
    mailed: dict[str, str] = field(default_factory=dict)  # person -> day of the last status mail


def fold(case: Case, entry: e.Entry, at: datetime, house: House | None = None) -> None:
    """Add one fact. The only function that changes a Case or a House."""
    case.count += 1
    case.last = at
    match entry:
        case e.Opened():
            case.state, case.opened = "held", at
            case.procedure, case.version = entry.procedure, entry.version
            case.quiet, case.anonymous = entry.quiet, entry.anonymous
            case.urgent_words, case.silent_out = entry.urgent, entry.silent_out
        case e.MailKept():
            case.mails.append((entry, at))
            case.n = max(case.n, entry.n)
        case e.PartyNamed():
            case.parties[entry.ref] = Party(
                entry.ref,
                entry.role,
                entry.name,
                entry.address,
                entry.confirmed,
                entry.answerable,
                entry.person,
                entry.by,
            )
        case e.AddressConfirmed():
            if entry.ref in case.parties:
                case.parties[entry.ref].confirmed = True
        case e.Excluded():
            case.excluded[entry.person] = entry
            case.lifted.discard(entry.person)
            _leave(case, entry.person)
        case e.Held():
            case.held = entry.reason
        case e.Quarantined():
            case.state, case.quarantine = "quarantine", entry
        case e.FreedFromQuarantine():
            case.state = "held"
        case e.ScreenerAsked():
            case.screener, case.screener_since = entry.person, at
            case.screeners.append(entry.person)
        case e.ScreenerLeft():
            case.passed_on[entry.person] = entry.why
            if case.screener == entry.person:
                case.screener, case.screener_since = "", None
        case e.Shown():
            case.shown.add(entry.person)
        case e.QuestionOpened():
            case.questions[entry.q] = Question(
                entry.q, entry.name, entry.by, at, entry.after_release
            )
        case e.QuestionSent():
            if entry.q in case.questions:
                case.questions[entry.q].sent.setdefault(entry.person, at)
        case e.QuestionClosed():
            if entry.q in case.questions:
                question = case.questions[entry.q]
                question.shut |= set(question.sent) - question.cleared
        case e.StandInsAsked():
            case.stand_ins.append(entry.level)
        case e.Cleared():
            if entry.late:
                case.late[entry.person] = at
            elif entry.q in case.questions:
                case.questions[entry.q].cleared.add(entry.person)
        case e.ScreenerCleared():
            case.screener_cleared = entry.person
        case e.Recused():
            case.recused[entry.person] = at
            _leave(case, entry.person)
        case e.Paused():
            case.paused[entry.person] = entry.why
        case e.Resumed():
            case.paused.pop(entry.person, None)
        case e.Released():
            case.state, case.code, case.released = "open", entry.code, at
        case e.Entered():
            case.group.setdefault(entry.person, at)
            case.been_in.add(entry.person)
        case e.AdmitAsked():
            case.admissions[entry.id] = entry
        case e.Admitted():
            case.admissions.pop(entry.id, None)
            case.excluded.pop(entry.person, None)
            case.late.pop(entry.person, None)
            case.admitted[entry.person] = at
        case e.MailUnlocked():
            case.mails = [
                (_unlock(m, entry.person) if m.n == entry.n else m, t) for m, t in case.mails
            ]
        case e.ReporterLiftedExclusion():
            case.lifted.add(entry.person)
        case e.LeadTaken():
            case.lead = entry.person
            case.first_lead = case.first_lead or at
        case e.Noted():
            case.notes.append((entry, at))
        case e.NextSet():
            case.next_action = entry.text
        case e.SafetySet():
            if entry.value == "lowering":
                case.lowering = entry.by
            else:
                case.safety, case.safety_by, case.lowering = entry.value, entry.by, ""
        case e.RepeatSet():
            case.repeat = entry.value
        case e.TalkCame():
            case.talks.append((entry, at))
            case.n = max(case.n, entry.n)
        case e.Notice():
            case.notices.append((entry, at))
            case.n = max(case.n, entry.n)
        case e.Drafted():
            case.drafts[entry.id] = Draft(
                entry.id,
                entry.template,
                entry.ref,
                entry.by,
                entry.subject,
                entry.text,
                entry.digest,
                entry.marks,
                entry.date,
                at,
            )
        case e.Approved():
            if entry.id in case.drafts:
                draft = case.drafts[entry.id]
                draft.state, draft.approved_by, draft.approved_at = "approved", entry.by, at
        case e.Stopped():
            if entry.id in case.drafts:
                case.drafts[entry.id].state = "stopped"
        case e.Voided():
            if entry.id in case.drafts and case.drafts[entry.id].state != "sent":
                case.drafts[entry.id].state = "void"
            case.admissions.pop(entry.id, None)
        case e.NewsPromised():
            case.promised[entry.ref] = entry.date
        case e.Proposed():
            for other in case.ballots.values():
                if not other.decided:
                    other.replaced = True
            case.ballots[entry.id] = Ballot(
                entry.id,
                entry.by,
                entry.none,
                entry.plan,
                entry.if_refused,
                entry.consequence,
                entry.reason,
                at,
            )
        case e.Voted():
            if entry.id in case.ballots:
                case.ballots[entry.id].votes[entry.person] = (entry.choice, entry.why)
        case e.Decided():
            if entry.id in case.ballots:
                case.ballots[entry.id].decided = entry
                case.ballots[entry.id].decided_at = at
        case e.Closed():
            case.state, case.closed = "closed", at
            case.result, case.result_words = entry.result, entry.words
        case e.Reopened():
            case.state, case.closed, case.result, case.result_words = "open", None, "", ""
        case e.Merged():
            case.state, case.into = "merged", entry.into
        case e.Absorbed():
            case.absorbed.append(entry)
            if case.opened:
                case.opened = min(case.opened, entry.opened)
        case e.MarkedSpam():
            case.state, case.spam_by, case.spam_at = "spam", entry.by, at
        case e.Restored():
            case.state, case.spam_by, case.spam_at = "open" if case.released else "held", "", None
        case e.MemberMailHeld():
            case.held_mails[entry.n] = HeldMail(
                entry.n, entry.person, entry.text, entry.other, entry.failed, at
            )
            case.n = max(case.n, entry.n)
        case e.HeldAnswered():
            if entry.n in case.held_mails:
                case.held_mails[entry.n].answer = entry.answer
        case e.Answered():
            case.answers[entry.n] = (entry, at)
            case.n = max(case.n, entry.n)
        case e.TextSaved():
            case.saved[entry.number] = entry
        case e.SignedSeen():
            case.signed.setdefault(entry.person, set()).add(entry.digest)
            if entry.date:
                case.signed_last[entry.person] = entry.date
        case e.TagReplaced():
            case.generation[entry.person] = entry.generation
        case e.OutSaid():
            case.out_said.add(entry.person)
        case e.Sent():
            case.sent.append((entry, at))
            draft = case.drafts.get(dict(entry.about).get("draft", ""))  # type: ignore[assignment]
            if draft is not None and entry.reader.startswith("party:"):
                draft.state = "sent"
        case e.Failed():
            case.failed.append((entry, at))
        case e.Withheld():
            case.withheld.append((entry, at))
        case e.Spoke():
            case.spoke.add(entry.clock)
        case (
            e.Numbered() | e.RotaBegan() | e.AwaySet() | e.BackSet() | e.Outage() | e.StatusMailed()
        ):
            if house is not None:
                _fold_house(house, entry, at)
        case _:
            assert_never(entry)


def _fold_house(
    house: House,
    entry: e.Numbered | e.RotaBegan | e.AwaySet | e.BackSet | e.Outage | e.StatusMailed,
    at: datetime,
) -> None:
    match entry:
        case e.Numbered():
            house.numbers[entry.person] = entry.number
        case e.RotaBegan():
            house.rota_began = house.rota_began or at
        case e.AwaySet():
            house.away[entry.person] = (entry.since, entry.until)
        case e.BackSet():
            house.away.pop(entry.person, None)
        case e.Outage():
            house.outages.append(entry)
        case e.StatusMailed():
            house.mailed[entry.person] = entry.day
        case _:
            assert_never(entry)


def _leave(case: Case, person: str) -> None:
    """Who leaves takes nothing along: votes are struck, drafts they approved lose it (PS-17)."""
    case.group.pop(person, None)
    case.admitted.pop(person, None)
    case.late.pop(person, None)
    if case.lead == person:
        case.lead = ""
    for question in case.questions.values():
        question.cleared.discard(person)
    for ballot in case.ballots.values():
        if not ballot.decided:
            ballot.votes.pop(person, None)
    for draft in case.drafts.values():
        if draft.state in ("waiting", "approved", "stopped") and person in (
            draft.by,
            draft.approved_by,
        ):
            draft.state = "void"
    case.admissions = {k: a for k, a in case.admissions.items() if person not in (a.by, a.person)}


def _unlock(mail: e.MailKept, person: str) -> e.MailKept:
    return replace(mail, withheld=tuple(p for p in mail.withheld if p != person))
