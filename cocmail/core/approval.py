"""The moderators' approval: who was asked what, who answered, and what is still missing (PS-37).

Here are the questions about a case and its clock. The keywords are in commands/approval.py.
"""

from collections.abc import Iterator
from datetime import datetime

from cocmail.core import conflicts, timers
from cocmail.core.audience import CaseGroup, One
from cocmail.core.case import Case, Draft
from cocmail.core.conflicts import Frame
from cocmail.core.entries import ModeratorAnswered
from cocmail.core.sitting import Sitting

LETTER = "recommendation"
REMINDED_AT = (4, 7)  # sevenths of the limit: day 4 and day 7 (PS-41)


def current(case: Case, template: str, ref: str = "") -> Draft | None:
    """The newest letter of this kind that belongs to the standing decision and has left."""
    decision = case.decision()
    if decision is None or decision.decided_at is None:
        return None
    since = decision.decided_at
    fits = [
        d
        for d in case.drafts.values()
        if d.template == template and ref in ("", d.ref) and d.at >= since and d.state == "sent"
    ]
    return fits[-1] if fits else None


def asked(case: Case) -> dict[str, datetime]:
    """Which moderators got the standing recommendation, and when the next hop took it."""
    draft = current(case, LETTER)
    if draft is None:
        return {}
    found: dict[str, datetime] = {}
    for letter, at in case.sent:
        if letter.template == LETTER and dict(letter.about).get("draft") == draft.id:
            found.setdefault(letter.reader.removeprefix("member:"), at)
    return found


def answers(case: Case) -> dict[str, ModeratorAnswered]:
    """What the moderators answered to the standing recommendation."""
    draft = current(case, LETTER)
    if draft is None:
        return {}
    of = case.enacting.answers
    return {person: a for (made, person), a in of.items() if made == draft.id}


def disagree(case: Case) -> dict[str, str]:
    """Who disagrees, and why (PS-40)."""
    return {person: a.why for person, a in answers(case).items() if not a.accepted}


def accepted(case: Case) -> bool:
    """Somebody who looks after the space accepted and nobody disagrees; silence is never yes."""
    said = answers(case)
    return bool(said) and all(a.accepted for a in said.values())


def waived(case: Case, frame: Frame) -> bool:
    """As many members as the decision rule asks for would go on without them (PS-37)."""
    return not missing_waivers(case, frame)


def missing_waivers(case: Case, frame: Frame) -> int:
    """How many members' WAIVE MODS are still missing."""
    able = conflicts.deciders(case, frame.roster)
    said = [p for p in case.enacting.waived.get("moderators", {}) if p in able]
    base = len(conflicts.counted(case, frame))
    consensus = frame.rules.decision_rule == "consensus"
    needed = len(able) if consensus else conflicts.two_thirds(base)
    return max(0, max(1, needed) - len(said))


def wanted(case: Case, frame: Frame) -> bool:
    """Whether this procedure asks the moderators, and somebody is there to be asked."""
    if not frame.rules.moderators_approve:
        return False
    return bool(conflicts.outside(case, frame.roster, "@moderators"))


def ticking(case: Case, frame: Frame) -> Iterator[timers.Clock]:
    """Day 4 and 7 to who has not answered; then the lead is told (PS-41)."""
    limit, draft, sent = frame.rules.moderators_limit, current(case, LETTER), asked(case)
    if case.state != "open" or not limit or draft is None or not sent or answers(case):
        return
    began = min(sent.values())
    for part in REMINDED_AT:
        due = timers.running(frame.house, began, limit * part / REMINDED_AT[-1])
        yield timers.Clock(f"moderators-{draft.id}", str(part), due, _remind)


def _remind(sitting: Sitting) -> None:
    case, frame = sitting.case, sitting.frame
    sent = asked(case)
    end = timers.running(frame.house, min(sent.values()), frame.rules.moderators_limit)
    about = {"due": end.isoformat()}
    for person in sent:
        sitting.write("recommendation-reminder", One(person), about=about)
    if sitting.now >= end:
        lead = case.lead or conflicts.presiding(case, frame)
        what = {"what": "moderators", **about}
        sitting.write("reminder", One(lead) if lead else CaseGroup(), about=what)
