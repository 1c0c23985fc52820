"""Between decision and effect: the lines that make sense now, and whose answer is awaited."""

from cocmail.core import approval, conflicts, consult
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame


def offered(case: Case, person: str, frame: Frame) -> list[tuple[str, str]]:
    """What the lead, or the council while it has the case, can do next."""
    decision = case.decision()
    if case.enacting.with_council and person in conflicts.deciders(case, frame.roster):
        if decision is None and not case.ballot():
            return [("PROPOSE", "open a ballot"), ("HANDBACK", "the committee decides again")]
        return []
    if decision is None or decision.none or person != case.lead:
        return []
    if approval.wanted(case, frame) and not approval.waived(case, frame):
        if approval.disagree(case):
            return [("NOTIFY-BOARD", "tell the board"), ("PROPOSE", "propose something else")]
        if approval.current(case, approval.LETTER) is None:
            return [("DRAFT MODS", "ask the moderators of the space")]
    asks = frame.rules.consult and not consult.waived(case, frame) and not consult.exempt(case)
    if asks and any(consult.standing(case, p) == "not-asked" for p in consult.concerned(case)):
        return [("DRAFT CONSULT", "ask those concerned")]
    return []


def answers(case: Case, frame: Frame) -> list[str]:
    """Whose answer is awaited before the decision is enacted."""
    made: list[str] = []
    if case.decision() is None:
        return ["the council's decision"] if case.enacting.with_council else []
    sent = approval.asked(case)
    if sent and not approval.answers(case):
        names = [frame.roster.people[p].name for p in sent if p in frame.roster.people]
        made.append(f"the moderators' answer: {', '.join(names)}")
    if frame.rules.consult:
        for party in consult.concerned(case):
            end = consult.wait_ends(case, frame, party)
            if end and consult.standing(case, party) == "waiting":
                day = end.astimezone(frame.zone).date().isoformat()
                made.append(f"the answer of {party.ref} to the proposed resolution, until {day}")
    return made
