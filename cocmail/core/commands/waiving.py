"""One WAIVE of a step: several members say it, each with a reason that is kept in the log."""

from collections.abc import Callable

from cocmail.core import entries as e
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn


def waive(turn: Turn, step: str, left: Callable[[], int]) -> Outcome:
    """Count this member's WAIVE; `left` says how many more are needed, asked again after it."""
    case, sitting, verb = turn.case, turn.sitting, turn.line.verb
    earlier = case.enacting.waived.get(step, {})
    reason = turn.word("reason") or turn.line.reason or next(iter(earlier.values()), "")
    if not reason:
        return Refuse("To go on without this step needs a reason.", (f"{verb} the reason",))
    if turn.person not in earlier:
        sitting.add(e.StepWaived(step, turn.person, reason))
        sitting.notice(
            f"{turn.me.name} would go on without the {step}: {reason}", but=(turn.person,)
        )
    more = left()
    if more:
        return Done(f"noted; {more} more of the group must say {verb}")
    return Done(f"noted; the group goes on without the {step}")
