"""The order of outward letters: whom a decision is told before the reporter hears of it (K-11).

Here is the gate. What stands before the letter to the reported person is in approval.py and
consult.py.
"""

from cocmail.core import gates, hearing, told
from cocmail.core.commands.registry import Turn

_APPROVED = ("approved", "sent")


def reporter_last(turn: Turn) -> list[gates.Missing]:
    """Where nobody is consulted first, the reporter hears last, once it is done (K-11, PS-51)."""
    case = turn.case
    if turn.sitting.frame.rules.consult:
        return []
    states = _APPROVED if turn.line.verb == "OK" else told.UNDER_WAY
    left: list[gates.Missing] = []
    for party, drafted in told.not_yet_drafted(case, states):
        if hearing.waived(case, hearing.step(party.ref)):
            continue
        waits = next((d.id for d in drafted if d.state in ("waiting", "stopped")), "")
        said = f"{party.ref} hears the decision before the reporter does (K-11)"
        left.append((said, f"OK {waits}" if waits else "DRAFT REPORTED"))
        left.append(("", f"WAIVE {party.ref} the reason"))
    return left


gates.DRAFT_REPORTER.append(reporter_last)
