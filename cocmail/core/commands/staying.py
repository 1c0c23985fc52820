"""The keyword CONFLICT STAY: a conflict is declared, and the member stays (JU-12, K-7)."""

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword


@keyword(
    "CONFLICT STAY",
    form="CONFLICT STAY",
    help="you declare a conflict and stay; every ballot shows it (not in every procedure)",
    who="asked",
)
def stay(turn: Turn) -> Outcome:
    """Told to the others at once and shown on every ballot; no reason is asked or kept."""
    case, sitting = turn.case, turn.sitting
    if not sitting.frame.rules.conflict_stay:
        return Refuse("In this procedure a member with a conflict steps out.", ("RECUSE",))
    if any(p.person == turn.person for p in case.parties.values()):
        return Refuse("Who is a party of the case cannot stay in it.", ("RECUSE",))
    asked = [
        q for q in case.questions.values()
        if turn.person in q.sent and turn.person not in q.cleared and turn.person not in q.shut
    ]  # fmt: skip
    if turn.person not in case.group and not asked:
        return Refuse("There is no open question for you here.", ("HELP",))
    if case.paused.get(turn.person) == "half-recusal":
        sitting.add(e.Resumed(turn.person))
    for question in asked:
        if not conflicts.superseded(case, question, turn.person):
            sitting.add(e.Cleared(turn.person, question.q))
    if turn.person not in case.calls.stays:
        sitting.add(e.StayDeclared(turn.person))
        n = sitting.number()
        line = f"{turn.me.name} declared a conflict and stays in the case; ballots show it."
        sitting.add(e.Notice(n, line, (turn.person,)))
        about = {"n": str(n), "alone": "yes"}
        sitting.write("notices", CaseGroup((turn.person,)), about=about)
    return Done("declared; you stay in the case, and every ballot shows it")
