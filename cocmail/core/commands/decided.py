"""Whose words plan and consequences are in a letter: the decision's, never retyped (PS-46, PS-47).

Here is what refuses other words. The letters themselves are in letters.py and breaks.py.
"""

from cocmail.core.case import Ballot
from cocmail.core.commands.registry import Refuse, Turn
from cocmail.core.people import fold_name

LABELS = ("PLAN", "IF-REFUSED", "CONSEQUENCE")


def other_words(turn: Turn, decision: Ballot) -> Refuse | None:
    """A line for plan or consequences that does not say what the decision says."""
    stands = (decision.plan, decision.if_refused, decision.consequence)
    for label, words in zip(LABELS, stands, strict=True):
        typed = turn.line.labels.get(label, "").strip()
        if typed and fold_name(typed) != fold_name(words or "none"):
            return Refuse(
                f"{label}: comes from the decision and says “{words or 'none'}”; leave the line "
                "out, or let the group decide anew (PS-46, PS-47).",
                (f"{turn.line.verb} REPORTED\nBEHAVIOUR: …\nIMPACT: …", "PROPOSE"),
            )
    return None
