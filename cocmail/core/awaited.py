"""Between decision and effect: the lines that make sense now, and whose answer is awaited."""

from cocmail.core import approval, conflicts, consult, hearing, soloacts, told
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
    drafted = {d.ref for d in case.drafts.values()
               if d.template == consult.LETTER and d.state in told.UNDER_WAY}  # fmt: skip
    if asks and any(consult.standing(case, p) == "not-asked" and p.ref not in drafted
                    for p in consult.concerned(case)):  # fmt: skip
        return [("DRAFT CONSULT", "ask those concerned")]
    return []


def ready(case: Case, frame: Frame, step: str) -> bool:
    """Whether a letter about the decision, or the end, would not be refused: only then it is
    offered. The gates in commands/ say what is missing."""
    match step:
        case "DRAFT REPORTED":
            return not (case.mediation.live or _unaccepted(case, frame) or _unasked(case, frame))
        case "DRAFT REPORTER":
            before = [] if frame.rules.consult else told.not_yet_drafted(case, told.UNDER_WAY)
            waived = all(hearing.waived(case, hearing.step(p.ref)) for p, _ in before)
            return waived and not told.silent(case)
        case _:  # CLOSE
            again = case.facts.set_aside or hearing.new_context(case)
            acts = case.urgency.unreviewed() or soloacts.unexplained(case)
            return not (case.mediation.live or again or acts)


def _unaccepted(case: Case, frame: Frame) -> bool:
    """Whether the moderators are still to accept (PS-37)."""
    wanted = approval.wanted(case, frame)
    return wanted and not approval.accepted(case) and not approval.waived(case, frame)


def _unasked(case: Case, frame: Frame) -> bool:
    """Whether somebody concerned is still to be asked, or may still answer (JU-32, JU-34)."""
    if not frame.rules.consult or consult.exempt(case) or consult.waived(case, frame):
        return False
    return any(consult.standing(case, p) in ("not-asked", "waiting")
               for p in consult.concerned(case))  # fmt: skip


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
