"""Drafts that fall with who wrote or approved them: the group hears that they do not leave.

Whoever read "approved" would take the letter for sent. Not here: that they fall (fold.py), and the
gate, which would not let them out anyway.
"""

from cocmail.core import entries as e
from cocmail.core.sitting import Sitting


def told(sitting: Sitting) -> None:
    """Once a draft; no name, as the group knows whose it was."""
    case = sitting.case
    for draft in list(case.drafts.values()):
        said = f"fallen/{draft.id}"
        if not draft.fallen or said in case.spoke or case.state not in ("open", "closed"):
            continue
        sitting.add(e.Spoke(said))
        line = f"Draft {draft.id} no longer holds and does not leave: who wrote or approved it is "
        sitting.notice(f"{line}out of this case. Draft it again.", at_once=bool(draft.approved_by))
