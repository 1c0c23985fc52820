"""Keywords that part what belongs apart: SPLIT APART."""

import re

from cocmail.core import entries as e
from cocmail.core import splitting
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword
from cocmail.core.links import MOVED
from cocmail.core.sitting import NEW, Sitting


@keyword(
    "SPLIT",
    r"(?P<refs>[RPWA]\d{1,2}(?:(?:,? and |, ?| )[RPWA]\d{1,2}){0,9})?",
    form="SPLIT R2 P2",
    help="two matters become two cases; the parties named go to the new one (bare: none)",
)
def split(turn: Turn) -> Outcome:
    """The same people read both; handles of parties lead to where the parties are (A20)."""
    case = turn.case
    if case.state != "open":
        return Refuse("Only an open case can be split.", ("REOPEN",))
    if case.enacting.with_council:
        return Refuse("The case is with the council: it cannot be split now.", ("STATUS",))
    found = re.findall(r"[RPWA]\d{1,2}", turn.word("refs").upper())
    moved = tuple(dict.fromkeys(found))
    for ref in moved:
        party = case.parties.get(ref)
        if party is None or party.role == MOVED:
            return Refuse(f"{ref} is no party of this case.", ("STATUS",))
    if not {p.ref for p in case.reporters()} - set(moved):
        return Refuse(
            "Somebody who reported has to stay: a bare SPLIT gives the same report a second case.",
            ("SPLIT",),
        )
    source, by = case, turn.person
    turn.sitting.elsewhere.append((NEW, lambda new: splitting.begin(new, source, moved, by)))
    return Done("a second case begins; its report comes with its own code name")


@keyword(
    "APART",
    r"{CODE}",
    form="APART quiet ladder",
    help="a MERGE was a mistake: that case goes on by itself again",
    prose_risk=True,
)
def apart(turn: Turn) -> Outcome:
    """Undoes MERGE; whoever is out of either stays out of both."""
    case, sitting = turn.case, turn.sitting
    source = sitting.counsel.case_named(turn.word("code"))
    absorbed = [a for a in case.absorbed if source is not None and a.case == source.no]
    if source is None or source.state != "merged" or source.into != case.no or not absorbed:
        return Refuse("No case of that name was merged into this one.", ("STATUS",))
    if turn.person not in source.been_in or turn.person not in source.group:
        return Refuse("No case of that name was merged into this one.", ("STATUS",))
    # A reported person of both stays known on either side.
    gone = tuple((there, here) for here, there in absorbed[-1].refs if there[0] != "P")
    by = turn.person

    def back(other: Sitting) -> None:
        splitting.take_back(other, case, by)

    sitting.add(e.SplitOff(source.no, gone, by))
    sitting.notice(f"{turn.me.name} took {source.code} apart from this case.", but=(by,))
    sitting.elsewhere.append((source.no, back))
    return Done(f"{source.code} goes on by itself again")
