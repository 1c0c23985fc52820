"""The order of outward letters: whom a decision is told before the reporter hears of it (K-11).

Here is the gate. What stands before the letter to the reported person is in approval.py and
consult.py.
"""

from cocmail.core import gates, hearing
from cocmail.core.case import Case, Party
from cocmail.core.commands.registry import Turn

_APPROVED = ("approved", "sent")


def reporter_last(turn: Turn) -> list[gates.Missing]:
    """Where nobody is consulted first, the reporter hears last, once it is done (K-11, PS-51).

    It binds only towards somebody with an address on record whom mail can reach.
    """
    case, decision = turn.case, turn.case.decision()
    if turn.sitting.frame.rules.consult or decision is None or decision.none:
        return []
    states = _APPROVED if turn.line.verb == "OK" else ("waiting", *_APPROVED)
    since = decision.decided_at or turn.sitting.now
    left: list[gates.Missing] = []
    for party in case.reported():
        mine = [
            d
            for d in case.drafts.values()
            if d.ref == party.ref and d.template == "outcome-reported" and d.at >= since
        ]
        done = any(d.state in states for d in mine) or _unreachable(case, party)
        if done or hearing.waived(case, hearing.step(party.ref)):
            continue
        waits = next((d.id for d in mine if d.state in ("waiting", "stopped")), "")
        said = f"{party.ref} hears the decision before the reporter does (K-11)"
        left.append((said, f"OK {waits}" if waits else "DRAFT REPORTED"))
        left.append(("", f"WAIVE {party.ref} the reason"))
    return left


def _unreachable(case: Case, party: Party) -> bool:
    reader = f"party:{party.ref}"
    bounced = any(f.reader == reader and f.template == "outcome-reported" for f, _ in case.failed)
    return not party.address or not party.answerable or bounced


gates.DRAFT_REPORTER.append(reporter_last)
