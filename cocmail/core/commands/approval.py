"""Keywords of the moderators' approval: DRAFT MODS, WAIVE MODS, ACCEPT, DISAGREE, NOTIFY-BOARD."""

from cocmail.core import approval, conflicts, deadlock, gates
from cocmail.core import entries as e
from cocmail.core.case import Party
from cocmail.core.commands.letters import below, draft_all, form, office
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword
from cocmail.core.commands.waiving import waive

MODS = "@moderators"
BOARD = "@board"


def _accepted(turn: Turn) -> list[gates.Missing]:
    """The reported person hears only after the moderators accepted (PS-37, PS-39, K-12)."""
    case, frame = turn.case, turn.sitting.frame
    if not approval.wanted(case, frame) or case.decision() is None:
        return []
    if approval.accepted(case) or approval.waived(case, frame):
        return []
    waive = "WAIVE MODS the reason"
    against = approval.disagree(case)
    if against:
        names = ", ".join(turn.name(p) for p in against)
        return [
            (f"the moderators disagree ({names}) (PS-40)", "PROPOSE"),
            ("", waive),
        ]
    if approval.current(case, approval.LETTER) is None:
        return [("the moderators have not been asked (PS-37)", "DRAFT MODS")]
    return [("the moderators have not answered (PS-37, PS-39)", waive)]


gates.DRAFT_REPORTED.append(_accepted)


@keyword(
    "DRAFT MODS",
    r"(?:(?P<text>.+))?",
    form="DRAFT MODS",
    help="put the decision to the moderators of the space; BEHAVIOUR: below, in neutral words",
    labels=("BEHAVIOUR", "PUBLIC"),
    below=True,
)
def draft_mods(turn: Turn) -> Outcome:
    """T17, from the fields of the decision and never from the report (PS-37, PS-38)."""
    case, frame = turn.case, turn.sitting.frame
    if not frame.rules.moderators_approve:
        return Refuse("This procedure does not ask the moderators.", ("DRAFT REPORTED",))
    decision = case.decision()
    if decision is None or decision.none:
        return Refuse("A recommendation needs a decision first (PS-37).", ("PROPOSE",))
    spaces = {s for p in conflicts.outside(case, frame.roster, MODS) for s in p.spaces}
    if not case.space and len(spaces) > 1:
        lines = tuple(f"SPACE {s}" for s in sorted(spaces))
        return Refuse("Which space? Only its moderators are asked.", lines)
    to = office(turn, MODS)
    if isinstance(to, Refuse):
        return to
    labels = turn.line.labels
    behaviour = labels.get("BEHAVIOUR", "").strip() or below(turn)
    if not behaviour:
        return form(turn, "DRAFT MODS", "BEHAVIOUR:")
    gendered = turn.sitting.counsel.gendered(behaviour)
    if gendered:
        words = ", ".join(gendered)
        return Refuse(
            f"A recommendation is gender-neutral (PS-60); write another word for: {words}",
            ("DRAFT MODS\nBEHAVIOUR: …",),
        )
    marks = tuple(x.strip() for x in labels.get("PUBLIC", "").splitlines() if x.strip())
    by = frame.now.astimezone(frame.zone) + frame.rules.moderators_limit
    parts: dict[str, object] = {
        "behaviour": behaviour,
        "person": ", ".join(p.name for p in case.reported()),
        "plan": decision.plan or "none",
        "consequence": decision.consequence or "none",
        "if_refused": decision.if_refused,
        "by": by.date().isoformat(),
    }
    return draft_all(turn, [to], approval.LETTER, parts, marks)


@keyword(
    "WAIVE MODS",
    r"(?:(?P<reason>.+))?",
    form="WAIVE MODS reason",
    help="go on without the moderators' answer; as many members as a decision needs must say so",
    who="voter",
    prose_risk=True,
)
def waive_mods(turn: Turn) -> Outcome:
    """By the decision rule, each with a reason that is kept (PS-37)."""
    case, frame = turn.case, turn.sitting.frame
    if not frame.rules.moderators_approve:
        return Refuse("This procedure does not ask the moderators.", ("DRAFT REPORTED",))
    if case.decision() is None:
        return Refuse("There is no decision yet that they could be asked about.", ("PROPOSE",))
    return waive(turn, "moderators", lambda: approval.missing_waivers(case, frame))


@keyword(
    "ACCEPT",
    form="ACCEPT",
    help="you accept the recommendation",
    who="moderator",
)
def accept(turn: Turn) -> Outcome:
    """A moderator's yes; only ACCEPT is one (PS-39)."""
    return _answer(turn, accepted=True, why="")


@keyword(
    "DISAGREE",
    r"(?:(?P<why>.+))?",
    form="DISAGREE why",
    help="you do not accept the recommendation; say why, or what the committee does not know",
    who="moderator",
    below=True,
)
def disagree(turn: Turn) -> Outcome:
    """Needs reasons or more context; a bare DISAGREE is asked back (PS-40)."""
    why = "\n".join(t for t in (turn.word("why"), turn.line.text) if t).strip()
    if not why:
        return Refuse(
            "Please say why, or what the committee does not know yet (PS-40).",
            ("DISAGREE because of this and that",),
        )
    return _answer(turn, accepted=False, why=why)


def _answer(turn: Turn, *, accepted: bool, why: str) -> Outcome:
    case = turn.case
    draft = approval.current(case, approval.LETTER)
    if draft is None or turn.person not in approval.asked(case):
        return Refuse("No recommendation waits for your answer.", ("HELP",))
    made = e.ModeratorAnswered(turn.person, draft.id, accepted, why)
    if case.enacting.answers.get((draft.id, turn.person)) == made:
        return Done("your answer is noted already")
    turn.sitting.add(made)
    said = "accepted the recommendation" if accepted else "disagrees with the recommendation"
    turn.sitting.notice(f"{turn.me.name} {said}.")
    return Done("thank you, your answer is noted")


# -- the board -----------------------------------------------------------------------------------


@keyword(
    "NOTIFY-BOARD",
    r"(?:(?P<text>.+))?",
    form="NOTIFY-BOARD",
    help="tell the board that the moderators disagree; it is asked about conflicts first",
    who="lead",
    labels=("WHY",),
    below=True,
)
def notify_board(turn: Turn) -> Outcome:
    """First the conflict question to each of the board, then the notice (T19, PS-81)."""
    case, sitting = turn.case, turn.sitting
    if not sitting.frame.rules.moderators_approve:
        return Refuse("This procedure has no such notice.", ("STATUS",))
    against = approval.disagree(case)
    if not against:
        return Refuse("The moderators have not disagreed (PS-81).", ("STATUS",))
    if not case.enacting.board:
        people = [p.id for p in conflicts.outside(case, sitting.frame.roster, "@council")]
        if not people:
            return Refuse("Nobody of the board may be told: all of them are out of this case.")
        sitting.add(e.BoardAsked(tuple(people), turn.person))
        deadlock.ask(sitting, people)
        return Done("the board is asked about conflicts; then NOTIFY-BOARD drafts the notice")
    waiting = _still_asked(turn)
    if waiting:
        return Refuse(f"The board is still being asked: {waiting}.", ("NOTIFY-BOARD",))
    to = office(turn, BOARD)
    if isinstance(to, Refuse):
        return Refuse("Nobody of the board is clear of conflicts.", ("STATUS",))
    return _draft_notice(turn, to, against)


def _draft_notice(turn: Turn, to: Party, against: dict[str, str]) -> Outcome:
    case, decision = turn.case, turn.case.decision()
    assert decision is not None
    why = turn.line.labels.get("WHY", "").strip() or below(turn) or "\n\n".join(against.values())
    parts: dict[str, object] = {
        "case_name": case.code,
        "space": case.space or _spaces(turn),
        "plan": decision.plan or "none",
        "consequence": decision.consequence or "none",
        "reasons": why,
    }
    return draft_all(turn, [to], "board-notice", parts)


def _spaces(turn: Turn) -> str:
    """The spaces whose moderators were asked."""
    people = turn.sitting.frame.roster.people
    return ", ".join(sorted({s for p in approval.asked(turn.case) for s in people[p].spaces}))


def _still_asked(turn: Turn) -> str:
    """Who of the board may still answer."""
    case = turn.case
    left = []
    for question in case.questions.values():
        for person in question.sent if question.council else ():
            done = person in question.cleared or person in question.shut
            if not done and not conflicts.out(case, person):
                left.append(turn.name(person))
    return ", ".join(dict.fromkeys(left))
