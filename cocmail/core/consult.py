"""The consultation before a decision is enacted: who was asked, what came back (JU-32 to JU-34).

Here are the questions about a case, its rule and its clock. The keywords are in
commands/consult.py. The severe track is exempt.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Literal

from cocmail.core import approval, conflicts, timers
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One
from cocmail.core.case import Case, Draft, Party
from cocmail.core.conflicts import Frame
from cocmail.core.sitting import Sitting

LETTER = "proposed-resolution"
WARNED_AT = 5  # sevenths of the wait: day 5, to the lead only (A21)
AGREE = 2  # members who waive it together

# The severe track appends its question: there nobody waits for a consultation (K-11).
EXEMPT: list[Callable[[Case], bool]] = []

Act = Callable[[Sitting], None]
Standing = Literal["not-asked", "waiting", "answered", "no-answer", "impossible"]


def concerned(case: Case) -> list[Party]:
    """The reporters and the affected persons of the case (JU-32)."""
    return [p for p in case.parties.values() if p.role in ("reporter", "affected")]


def reachable(case: Case, party: Party) -> bool:
    """Whether a letter can reach them: an address on record that took mail so far (T41)."""
    reader = f"party:{party.ref}"
    bounced = any(f.reader == reader and f.template in (LETTER, "receipt") for f, _ in case.failed)
    return bool(party.address) and party.answerable and not bounced


def letter_of(case: Case, party: Party) -> Draft | None:
    """The letter about the standing decision that left for them, or waits for their address."""
    left = approval.current(case, LETTER, party.ref)
    if left is not None or party.confirmed:
        return left
    decision = case.decision()
    since = decision.decided_at if decision else None
    fits = [
        d
        for d in case.drafts.values()
        if (d.template, d.ref, d.state) == (LETTER, party.ref, "approved")
        and since is not None
        and d.at >= since
    ]
    return fits[-1] if fits else None


def asked_at(case: Case, party: Party) -> datetime | None:
    """From when their answer is waited for: the letter left, or waits for a first reply."""
    draft = letter_of(case, party)
    if draft is None:
        return None
    reader = f"party:{party.ref}"
    for letter, at in case.sent:
        if letter.reader == reader and dict(letter.about).get("draft") == draft.id:
            return at
    return draft.approved_at


def standing(case: Case, party: Party) -> Standing:
    """How far the consultation of one person is."""
    draft = letter_of(case, party)
    noted = case.enacting.feedback.get((draft.id, party.ref)) if draft else None
    if noted is not None:
        return "answered" if noted.mail else "no-answer"
    if not reachable(case, party):
        return "impossible"
    return "waiting" if draft else "not-asked"


def exempt(case: Case) -> bool:
    """Whether this case is on a track that enacts first (K-11)."""
    return any(question(case) for question in EXEMPT)


def waived(case: Case, frame: Frame) -> bool:
    """Two members go on without it, and their reason stands in the log."""
    able = conflicts.deciders(case, frame.roster)
    return len([p for p in case.enacting.waived.get("consultation", {}) if p in able]) >= AGREE


def wait_ends(case: Case, frame: Frame, party: Party) -> datetime | None:
    """Until when an answer is waited for†."""
    since = asked_at(case, party)
    if since is None:
        return None
    return timers.running(frame.house, since, frame.rules.consult_wait)


def feedback(sitting: Sitting) -> None:
    """What comes back after the letter is noted as feedback, the first mail of each (JU-34)."""
    case = sitting.case
    if case.state != "open" or not sitting.frame.rules.consult:
        return
    for party in concerned(case):
        draft, since = letter_of(case, party), asked_at(case, party)
        if draft is None or since is None or draft.state != "sent":
            continue
        noted = case.enacting.feedback.get((draft.id, party.ref))
        if noted is not None and noted.mail:
            continue
        for mail, at in case.mails:
            if mail.source == party.ref and mail.kind in ("party", "note") and at >= since:
                sitting.add(e.FeedbackNoted(party.ref, draft.id, mail.n))
                sitting.notice(f"The answer of {party.ref} is noted as feedback (JU-34).")
                break


def ticking(case: Case, frame: Frame) -> Iterator[timers.Clock]:
    """Day 5 to the lead alone; after the wait "no answer" is noted (A21)."""
    if case.state != "open" or not frame.rules.consult:
        return
    for party in concerned(case):
        draft, since = letter_of(case, party), asked_at(case, party)
        if draft is None or since is None or standing(case, party) != "waiting":
            continue
        family, wait = f"consult-{draft.id}", frame.rules.consult_wait
        warned = timers.running(frame.house, since, wait * WARNED_AT / 7)
        yield timers.Clock(family, str(WARNED_AT), warned, _warn(party.ref))
        end = timers.running(frame.house, since, wait)
        yield timers.Clock(family, "over", end, _no_answer(party.ref, draft.id))


def _warn(ref: str) -> Act:
    def act(sitting: Sitting) -> None:
        case, frame = sitting.case, sitting.frame
        end = wait_ends(case, frame, case.parties[ref]) or sitting.now
        lead = case.lead or conflicts.presiding(case, frame)
        about = {"what": "consultation", "ref": ref, "due": end.isoformat()}
        sitting.write("reminder", One(lead) if lead else CaseGroup(), about=about)

    return act


def _no_answer(ref: str, draft: str) -> Act:
    def act(sitting: Sitting) -> None:
        sitting.add(e.FeedbackNoted(ref, draft))
        sitting.notice(f"{ref} did not answer in time: no answer is noted (JU-34).")

    return act
