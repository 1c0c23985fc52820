"""LOCK: a member's mailbox that may be in somebody else's hands is suspended (A20).

What it does is core/locking.py's. It belongs to the house: from a case it says nothing of the case.
"""

from cocmail.core import locking
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword, person_of

OFF = " off"


@keyword(
    "LOCK",
    "{NAME}",
    form="LOCK name",
    help="suspend a member's hijacked mailbox: alone for 12 hours, once; LOCK name OFF lifts it",
    who="anyone",
    where="both",
)
def lock(turn: Turn) -> Outcome:
    """Two members, or one for twelve hours, once; nothing goes to or counts from it (A20)."""
    words = turn.word("name")
    off = words.casefold().endswith(OFF)
    found = person_of(turn, words[: -len(OFF)] if off else words)
    if isinstance(found, Refuse):
        return found
    if turn.me.office != "member" and not (off and turn.me.contact):
        return Refuse("LOCK is for members; a council contact may lift a lock.", ("HELP",))
    if found.office not in ("member", "council"):
        return Refuse(f"{found.name} has no mailbox that LOCK is for.", ("ROSTER",))
    return _off(turn, found.id, found.name) if off else _on(turn, found.id, found.name)


def _on(turn: Turn, person: str, name: str) -> Outcome:
    known, me = turn.sitting.frame.house.locks, turn.person
    if person == me:
        return Refuse("Ask another member: whoever has your mailbox could lift this with you.")
    there = known.running.get(person)
    if there is not None and (me in there.by or locking.stands(there)):
        return Done("locked already")
    if there is None and (me, person) in known.alone:
        why = f"You locked the mailbox of {name} alone once; now another member begins."
        return Refuse(why, ("ROSTER",))
    mine = [p for p, one in known.running.items() if one.by == [me] and not locking.stands(one)]
    if there is None and mine:
        why = f"You have locked the mailbox of {turn.name(mine[0])} alone; one at a time."
        return Refuse(why, (f"LOCK {turn.name(mine[0])} OFF",))
    _in_the_house(turn, lambda s: locking.lock(s, person, me))
    if there is not None:
        return Done("locked until a council contact, or two members, lift it")
    return Done("locked for twelve hours; a second member's LOCK makes it stand")


def _off(turn: Turn, person: str, name: str) -> Outcome:
    known = turn.sitting.frame.house.locks.running.get(person)
    if known is None:
        return Done(f"the mailbox of {name} is not locked")
    contact, me = turn.me.contact, turn.person
    _in_the_house(turn, lambda s: locking.unlock(s, person, me))
    if contact or known.by == [me] or set(known.off) - {me}:
        return Done("lifted; new reply addresses are given, and what waited leaves")
    return Done("noted; one more member, or a council contact, lifts it")


def _in_the_house(turn: Turn, then: locking.Act) -> None:
    """News of it are the house's, whichever mail it came by: no case stands in them."""
    if turn.case.no:
        turn.sitting.elsewhere.append((0, then))
    else:
        then(turn.sitting)
