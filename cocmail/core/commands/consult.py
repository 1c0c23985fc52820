"""Keywords of the consultation: DRAFT CONSULT, WAIVE CONSULT, and the gate before enacting."""

from cocmail.core import conflicts, consult, gates
from cocmail.core.case import Party
from cocmail.core.commands.letters import below, draft_all
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword
from cocmail.core.commands.waiving import waive


def consulted(turn: Turn) -> list[gates.Missing]:
    """Nothing is enacted before everybody concerned was asked and heard (JU-32, JU-34, K-11)."""
    case, frame = turn.case, turn.sitting.frame
    decision = case.decision()
    if not frame.rules.consult or decision is None or decision.none:
        return []
    if consult.exempt(case) or consult.waived(case, frame):
        return []
    left: list[gates.Missing] = []
    for party in consult.concerned(case):
        match consult.standing(case, party):
            case "not-asked":
                left.append(_ask_first(turn, party))
            case "waiting":
                end = consult.wait_ends(case, frame, party)
                day = end.astimezone(frame.zone).strftime("%Y-%m-%d") if end else "later"
                said = f"{party.ref} may still answer to the proposed resolution, until {day}"
                left.append((f"{said} (JU-34)", "WAIVE CONSULT the reason"))
            case _:
                pass
    return left


def _ask_first(turn: Turn, party: Party) -> gates.Missing:
    drafted = [
        d.id
        for d in turn.case.drafts.values()
        if (d.template, d.ref) == (consult.LETTER, party.ref)
        and d.state in ("waiting", "approved", "stopped")
    ]
    if drafted:
        said = f"the proposed resolution to {party.ref} has not left yet (JU-32)"
        return said, f"OK {drafted[-1]}"
    return f"{party.ref} has not been asked about the proposed resolution (JU-32)", "DRAFT CONSULT"


gates.DRAFT_REPORTED.append(consulted)
gates.ENACT.append(consulted)


@keyword(
    "DRAFT CONSULT",
    r"(?:(?P<ref>[RA]\d{1,2})(?: |$))?(?:(?P<text>.+))?",
    form="DRAFT CONSULT",
    help="ask the reporter and each affected person about what was decided, one letter each",
    below=True,
)
def draft_consult(turn: Turn) -> Outcome:
    """T20 to each, separately, from each one's own handle (JU-32, JU-33)."""
    case, frame = turn.case, turn.sitting.frame
    if not frame.rules.consult:
        return Refuse("This procedure tells the reporter last.", ("DRAFT REPORTED",))
    decision = case.decision()
    if decision is None:
        return Refuse("There is nothing agreed yet to ask about (JU-32).", ("PROPOSE",))
    parties = [
        p
        for p in consult.concerned(case)
        if consult.standing(case, p) == "not-asked" and consult.reachable(case, p)
    ]
    wanted = turn.word("ref").upper()
    if wanted and wanted not in {p.ref for p in consult.concerned(case)}:
        return Refuse(f"{wanted} is no reporter or affected person here.", ("DRAFT CONSULT",))
    parties = [p for p in parties if wanted in ("", p.ref)]
    if not parties:
        return Done("whoever can be reached has been asked")
    by = frame.now.astimezone(frame.zone) + frame.rules.consult_wait
    parts: dict[str, object] = {
        "words": below(turn),
        "plan": f"no measure: {decision.reason}" if decision.none else decision.plan,
        "consequence": "" if decision.none else decision.consequence,
        "binding": not frame.rules.consult_said_not_binding,
        "by": by.date().isoformat(),
    }
    return draft_all(turn, parties, consult.LETTER, parts)


@keyword(
    "WAIVE CONSULT",
    r"(?:(?P<reason>.+))?",
    form="WAIVE CONSULT reason",
    help="enact without waiting for those concerned; two members must say so",
    who="voter",
    prose_risk=True,
)
def waive_consult(turn: Turn) -> Outcome:
    """Two members, each with a reason that is kept."""
    case, frame = turn.case, turn.sitting.frame
    if not frame.rules.consult:
        return Refuse("This procedure tells the reporter last.", ("DRAFT REPORTED",))
    if case.decision() is None:
        return Refuse("There is nothing agreed yet to ask about.", ("PROPOSE",))
    able = conflicts.deciders(case, frame.roster)

    def left() -> int:
        said = [p for p in case.enacting.waived.get("consultation", {}) if p in able]
        return max(0, consult.AGREE - len(said))

    return waive(turn, "consultation", left)
