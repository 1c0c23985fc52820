"""The fold: a case is what its facts add up to, one after the other.

`fold` adds one fact; it is the only function that changes a Case or a House.
"""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from cocmail.core import (
    bans,
    calls,
    checking,
    enacting,
    ending,
    facts,
    keeping,
    links,
    locks,
    mediation,
    mishaps,
    probes,
    rulechange,
    seats,
    secondaddress,
    urgency,
)
from cocmail.core import entries as e
from cocmail.core.case import Ballot, Case, Draft, HeldMail, House, Party, Question


def fold(case: Case, entry: e.Entry, at: datetime, house: House | None = None) -> None:
    """Add one fact. The only function that changes a Case or a House."""
    case.count += 1
    case.last = at
    if isinstance(entry, e.AccessFact):
        _access(case, entry, at)
    elif isinstance(entry, e.MailFact):
        _mail(case, entry, at)
    elif isinstance(entry, e.WorkFact):
        _work(case, entry, at)
    elif isinstance(entry, e.FoundFact):
        facts.fold(case.facts, entry, at)
    elif isinstance(entry, e.UnsealFact):
        case.unsealed.append((entry, at))
    elif isinstance(entry, e.UrgentFact):
        urgency.fold(case.urgency, entry, at)
    elif isinstance(entry, e.EnactingFact):
        enacting.fold(case, entry, at)
    elif isinstance(entry, e.EndingFact):
        ending.fold(case.ending, entry)
        _ended(case, entry, at)
    elif isinstance(entry, e.MediationFact):
        mediation.fold(case.mediation, entry, at)
    elif isinstance(entry, e.AddressFact):
        secondaddress.fold(case.second, entry)
    elif isinstance(entry, e.BanFact):
        bans.fold(case.bans, entry)
    elif isinstance(entry, e.CheckFact):
        checking.fold(case.checking, entry)
    elif isinstance(entry, e.LinkFact):
        links.fold(case, entry)
        if case.links.kind == "none":  # a case of its own: nobody is kept out by the link
            case.excluded = {p: x for p, x in case.excluded.items() if x.why != "linked"}
    elif isinstance(entry, e.RosterFact):
        seats.fold(case, house, entry, at)
        if isinstance(entry, e.Departed):
            _leave(case, entry.person)
    elif isinstance(entry, e.MishapFact):
        mishaps.fold(case.mishaps, entry, at)
    elif isinstance(entry, e.StandInFact):
        calls.fold(case.calls, entry, at)
    elif isinstance(entry, e.KeptFact):
        keeping.fold(case.keeping, entry, at)
    elif isinstance(entry, e.PastFact):
        if house is not None:
            keeping.fold_past(house.past, entry)
    elif isinstance(entry, e.LockFact):
        if house is not None:
            locks.fold(house.locks, entry, at)
    elif isinstance(entry, e.ProbeFact):
        if house is not None:
            probes.fold(house.probes, entry, at)
    elif isinstance(entry, e.RuleFact):
        if house is not None:
            rulechange.fold(house.changes, entry, at)
    elif isinstance(entry, e.HouseFact):
        if house is not None:
            _house(house, entry, at)
    else:
        assert_never(entry)


def _access(case: Case, entry: e.AccessFact, at: datetime) -> None:
    """Who may read the case, and what came in."""
    match entry:
        case e.Opened():
            case.state, case.opened = "held", at
            case.procedure, case.version = entry.procedure, entry.version
            case.rules = entry.hash
            case.quiet, case.anonymous = entry.quiet, entry.anonymous
            case.urgent_words, case.silent_out = entry.urgent, entry.silent_out
            case.linked, case.holds = entry.linked, entry.holds
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
            case.first_reader = entry.person if entry.named else case.first_reader
        case e.ScreenerLeft():
            case.passed_on[entry.person] = entry.why
            if case.screener == entry.person:
                case.screener, case.screener_since = "", None
        case e.Shown():
            case.shown.add(entry.person)
        case e.QuestionOpened():
            case.questions[entry.q] = Question(
                entry.q, entry.name, entry.by, at, entry.after_release, entry.council
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
            was_matched = case.excluded.pop(entry.person, None) is not None
            case.late.pop(entry.person, None)
            # Where silence keeps out, who was excluded has not said yet whether they are clear.
            if not (was_matched and case.silent_out):
                case.admitted[entry.person] = at
        case e.MailUnlocked():
            case.mails = [
                (_unlock(m, entry.person) if m.n == entry.n else m, t) for m, t in case.mails
            ]
        case e.ReporterLiftedExclusion():
            case.lifted.add(entry.person)
        case _:
            assert_never(entry)


def _work(case: Case, entry: e.WorkFact, at: datetime) -> None:
    """What the case group does with it."""
    match entry:
        case e.LeadTaken():
            case.lead = entry.person
            case.first_lead = case.first_lead or at
        case e.Noted():
            case.notes.append((entry, at))
        case e.SpaceSet():
            case.space = entry.space
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
                entry.files,
                entry.names,
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
                enacting.fold(case, entry, at)
        case e.Decided():
            if entry.id in case.ballots:
                case.ballots[entry.id].decided = entry
                case.ballots[entry.id].decided_at = at
                case.facts.set_aside = case.facts.set_aside and not entry.passed
                enacting.fold(case, entry, at)
        case e.Closed():
            case.state, case.closed = "closed", at
            case.result, case.result_words = entry.result, entry.words
        case e.Reopened():
            case.facts.looked_again = at
            case.state = "open" if case.released else "held"
            case.closed, case.result, case.result_words = None, "", ""
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
        case _:
            assert_never(entry)


def _mail(case: Case, entry: e.MailFact, at: datetime) -> None:
    """Members' mail and what became of each letter."""
    match entry:
        case e.MemberMailHeld():
            case.held_mails[entry.n] = HeldMail(
                entry.n, entry.person, entry.text, entry.other, entry.failed, at,
                several=entry.several, passing=entry.passing,
            )  # fmt: skip
            case.n = max(case.n, entry.n)
        case e.HeldAnswered():
            if entry.n in case.held_mails:
                case.held_mails[entry.n].answer = entry.answer
        case e.Answered():
            case.answers[entry.n] = (entry, at)
            case.n = max(case.n, entry.n)
        case e.TextSaved():
            case.saved[entry.person, entry.number] = entry
        case e.SignedSeen():
            case.signed.setdefault(entry.person, set()).add(entry.digest)
            if entry.date:
                case.signed_last |= dict.fromkeys(
                    ((entry.person, topic) for topic in entry.topics), entry.date
                )
        case e.TagReplaced():
            case.generation[entry.person] = entry.generation
        case e.OutSaid():
            case.out_said.add(entry.person)
        case e.Sent():
            case.sent.append((entry, at))
            draft = case.drafts.get(dict(entry.about).get("draft", ""))
            if draft is not None and entry.template == draft.template:
                draft.state = "sent"
        case e.Fetched():
            case.fetched[entry.person] = len(case.sent)
        case e.Failed():
            case.failed.append((entry, at))
        case e.Withheld():
            case.withheld.append((entry, at))
        case e.Spoke():
            case.spoke.add(entry.clock)
        case _:
            assert_never(entry)


def _ended(case: Case, entry: e.EndingFact, at: datetime) -> None:
    if isinstance(entry, e.QuietSet):
        case.quiet = True
    if isinstance(entry, e.NotConduct):
        case.state, case.closed, case.result = "closed", at, "NOT-CONDUCT"


def _house(house: House, entry: e.HouseFact, at: datetime) -> None:
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
        case e.ListSeen():
            (house.lists.add if entry.on else house.lists.discard)(entry.person)
        case e.StatusMailed():
            house.mailed[entry.person] = entry.day
        case e.KeyWarned():
            house.key_warned.add((entry.fingerprint, entry.expires, entry.over))
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
    for act in case.urgency.unreviewed():
        act.votes.pop(person, None)
    for draft in case.drafts.values():
        if draft.state in ("waiting", "approved", "stopped") and person in (
            draft.by,
            draft.approved_by,
        ):
            draft.state, draft.fallen = "void", True
    case.admissions = {k: a for k, a in case.admissions.items() if person not in (a.by, a.person)}


def _unlock(mail: e.MailKept, person: str) -> e.MailKept:
    return replace(mail, withheld=tuple(p for p in mail.withheld if p != person))
