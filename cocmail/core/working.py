"""The line that would work: a form like "VOTE yes id" filled in for who is asked back.

A phone sends what it is shown (product.md 6), so that a form with a placeholder only makes a second
refusal. Not here: what is a near miss (grammar.py), and what makes sense now (offers.py).
"""

from cocmail.core.case import Case
from cocmail.core.commands import SHAPES
from cocmail.core.conflicts import Frame
from cocmail.core.offers import offers

_FORMS = {shape.form: shape.verb for shape in SHAPES.values() if shape.form}


def working(case: Case, person: str, frame: Frame, meant: str) -> tuple[str, ...]:
    """The lines of that verb which make sense for this person now; without any, what was meant."""
    made: list[str] = []
    for line in meant.split(" or ") if meant == "CLEAR or RECUSE" else (meant,):
        verb = _FORMS.get(line, "") if case.no else ""
        open_now = offers(case, person, frame, "", {}) if verb else []
        made += [one for one, _ in open_now if one.startswith(f"{verb} ")] or [line]
    return tuple(made)
