"""Keywords of the deadlock: TO-COUNCIL HANDBACK, and who may propose and vote meanwhile."""

from cocmail.core import conflicts, deadlock, gates
from cocmail.core import entries as e
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword


def _with_council(turn: Turn) -> list[gates.Missing]:
    """While the council has it, members propose nothing (JU-20)."""
    case, frame = turn.case, turn.sitting.frame
    if not case.enacting.with_council or turn.person in conflicts.deciders(case, frame.roster):
        return []
    return [("the case is with the council, which decides it or hands it back", "STATUS")]


gates.PROPOSE.append(_with_council)


@keyword(
    "TO-COUNCIL",
    form="TO-COUNCIL",
    help="hand a deadlock to the council, once it has lasted long enough",
)
def to_council(turn: Turn) -> Outcome:
    """The presiding member hands over what the clock would (JU-20)."""
    case, sitting, frame = turn.case, turn.sitting, turn.sitting.frame
    if not frame.rules.deadlock_after:
        return Refuse("This procedure hands no case to the council.", ("STATUS",))
    if case.enacting.with_council:
        return Done("the case is with the council already")
    if conflicts.presiding(case, frame) != turn.person:
        whose = turn.name(conflicts.presiding(case, frame))
        return Refuse(f"TO-COUNCIL is for who presides: {whose}.", ("STATUS",))
    over = deadlock.over(case, frame)
    if over is None:
        return Refuse("No objection stands against an open proposal.", ("STATUS", "PROPOSE"))
    if sitting.now < over:
        day = over.astimezone(frame.zone).strftime("%Y-%m-%d %H:%M")
        return Refuse(f"The objection has to stand until {day} first.", ("STATUS",))
    if not deadlock.hand_over(sitting, turn.person):
        return Refuse("Nobody of the council may take it: all of them are out of this case.")
    return Done("the council is asked about conflicts and decides then")


@keyword(
    "HANDBACK",
    form="HANDBACK",
    help="the council hands the case back to the committee",
)
def hand_back(turn: Turn) -> Outcome:
    """Only the council can: then members propose again (JU-20)."""
    case, sitting = turn.case, turn.sitting
    if not case.enacting.with_council:
        return Done("the case is with the committee")
    if turn.person not in conflicts.deciders(case, sitting.frame.roster):
        return Refuse("Only the council can hand the case back.", ("STATUS",))
    sitting.add(e.HandedBack(turn.person))
    sitting.notice(f"{turn.me.name} handed the case back: the committee decides again.")
    return Done("the committee decides again")
