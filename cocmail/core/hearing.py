"""Who was heard: questions to parties, their answers, and the clocks that wait for them.

Pure questions about a case, asked by keywords, gates and letters. What was found out is facts.py's.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from cocmail.core import conflicts, timers, told
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One
from cocmail.core.case import Case, Party
from cocmail.core.conflicts import Frame
from cocmail.core.links import MOVED
from cocmail.core.sitting import Sitting

QUESTIONS = ("question", "right-of-reply")
WARNING = timedelta(days=2)  # before the end of the time for an answer: day 5 of 7 (A21)
NOT_THEIRS = ("automatic", "rejected")  # of a machine; from an address that they disowned
TWO = 2  # members who agree before a party is left unheard (GC-09)


def step(ref: str) -> str:
    """What a waiver of hearing this party is called in the log."""
    return f"hearing {ref}"


def waived(case: Case, name: str, members: int = TWO) -> bool:
    """Whether enough members, none of whom has left since, agreed to leave this step out."""
    return len(waivers(case, name)) >= members


def waivers(case: Case, name: str) -> list[str]:
    """The members who would leave this step out, without those who left the case."""
    return [p for p in case.facts.waived.get(name, {}) if not conflicts.out(case, p)]


def refused(case: Case, ref: str) -> bool:
    """Whether it is on record that this party does not want to answer."""
    return any(n.kind == "refused" and n.about == ref for n, _ in case.notes)


def asked_at(case: Case, ref: str) -> datetime | None:
    """When the next hop took the last question to this party."""
    reader = f"party:{ref}"
    taken = [at for s, at in case.sent if s.reader == reader and s.template in QUESTIONS]
    return max(taken, default=None)


def answered(case: Case, ref: str, since: datetime) -> bool:
    """Whether this party has written since; an automatic mail is no answer."""
    return any(
        m.source == ref and m.kind not in ("report", *NOT_THEIRS) and at >= since
        for m, at in case.mails
    )


def awaited(case: Case) -> list[str]:
    """The parties with an open question: drafted and not stopped, or sent and not answered."""
    return [p.ref for p in case.parties.values() if _awaited(case, p.ref)]


def _awaited(case: Case, ref: str) -> bool:
    if refused(case, ref) or waived(case, step(ref)):
        return False
    if any(
        d.ref == ref and d.template in QUESTIONS and d.state in ("waiting", "approved")
        for d in case.drafts.values()
    ):
        return True
    since = asked_at(case, ref)
    if since is None or answered(case, ref, since):
        return False
    over = case.facts.unanswered.get(ref)
    return over is None or over < since


def heard(case: Case, party: Party) -> bool:
    """Whether this party was contacted, wrote, refused, or two members agreed to go on without.

    A reporter is heard by the report itself. A question that the next hop refused for good counts:
    more could not be done, and the record says so.
    """
    ref = party.ref
    return (
        party.role in ("reporter", MOVED)
        or asked_at(case, ref) is not None
        or any(f.reader == f"party:{ref}" and f.template in QUESTIONS for f, _ in case.failed)
        or any(m.source == ref and m.kind not in NOT_THEIRS for m, _ in case.mails)
        or refused(case, ref)
        or waived(case, step(ref))
    )


def unheard(case: Case) -> list[Party]:
    """The listed parties whom nobody has contacted (GC-09)."""
    return [p for p in case.parties.values() if p.role != "mediator" and not heard(case, p)]


def new_context(case: Case) -> str:
    """The reported person who has written since the decision and was not answered by STANDS or
    REOPEN, or "" (PS-50)."""
    decision = case.decision()
    if decision is None or decision.none or decision.decided_at is None:
        return ""
    since = max(decision.decided_at, case.facts.looked_again or decision.decided_at)
    return next((p.ref for p in case.reported() if answered(case, p.ref, since)), "")


# -- clocks ---------------------------------------------------------------------------------------


def waiting_clocks(case: Case, frame: Frame) -> Iterator[timers.Clock]:
    """The reported person's time to answer, and talk that nobody has summed up (A21, JU-50,
    PS-55)."""
    for party in case.reported():
        due = answer_due(case, frame, party.ref)
        if due is None:
            continue
        family = f"answer-{party.ref}-{due.date().isoformat()}"
        yield timers.Clock(family, "soon", due - WARNING, _remind("answer-soon", party.ref))
        yield timers.Clock(family, "over", due, _no_answer(party.ref))
    yield from _before_the_end(case, frame)
    for n, (meeting, _) in enumerate(case.facts.meetings):
        if not _summed_up(case, frame, meeting.start):
            day = meeting.start.astimezone(frame.zone).date() + timedelta(days=1)
            due = timers.on_day(day.isoformat(), frame.zone)
            yield timers.Clock(f"meeting-{n}", "note", due, _remind("meeting", str(n)))


def unsaid(case: Case, frame: Frame) -> datetime | None:
    """Since when members have talked and nothing dated says what about; None: nothing is missing.

    Only where their talk is not kept (PS-55); the text of a proposal counts as a note (A20).
    """
    if frame.rules.deliberation != "summary":
        return None
    written = [at for note, at in case.notes if not note.kind]
    written += [ballot.at for ballot in case.ballots.values()]
    last = max(written, default=None)
    return min((at for _, at in case.talks if last is None or at > last), default=None)


def _before_the_end(case: Case, frame: Frame) -> Iterator[timers.Clock]:
    """Once every reporter was told, and before CLOSE, the lead is asked for the note (PS-55)."""
    since = unsaid(case, frame)
    if since is not None and told.everyone(case):
        yield timers.Clock("note", "end", since, _remind("note", ""))


def answer_due(case: Case, frame: Frame, ref: str) -> datetime | None:
    """Until when an answer of this reported person is waited for; None: it is not."""
    since = max(
        (at for s, at in case.sent if (s.reader, s.template) == (f"party:{ref}", "right-of-reply")),
        default=None,
    )
    if since is None or not frame.rules.reported_answer_limit or not _awaited(case, ref):
        return None
    due = timers.running(frame.house, since, frame.rules.reported_answer_limit)
    until = case.facts.until.get(ref, "")
    if until and date.fromisoformat(until) >= since.astimezone(frame.zone).date():
        after = date.fromisoformat(until) + timedelta(days=1)
        due = datetime.combine(after, time(0), frame.zone).astimezone(since.tzinfo)
    return due


def _summed_up(case: Case, frame: Frame, start: datetime) -> bool:
    day = start.astimezone(frame.zone).date().isoformat()
    return any(not n.kind and (n.date == day or at >= start) for n, at in case.notes)


def _remind(what: str, which: str) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        reader = sitting.case.lead or conflicts.presiding(sitting.case, sitting.frame)
        about = {"what": what, "which": which}
        sitting.write("reminder", One(reader) if reader else CaseGroup(), about=about)

    return act


def _no_answer(ref: str) -> Callable[[Sitting], None]:
    """Silence is written down; nothing follows from it by itself."""

    def act(sitting: Sitting) -> None:
        sitting.add(e.NoAnswer(ref))
        _remind("no-answer", ref)(sitting)

    return act
