"""Keywords about oneself beyond AWAY and BACK: HERE, RENEW, SWAP and WAS-ME.

All but WAS-ME go to the alias: a sign of life inside a case would tell of the case.
"""

from cocmail.core import changes, conflicts
from cocmail.core import entries as e
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword, person_of


@keyword("HERE", form="HERE", help="a sign of life, nothing else", who="anyone", where="house")
def here(turn: Turn) -> Outcome:
    """Proof of life: an address that nobody reads is noticed before a report waits there (D-02)."""
    turn.sitting.add(e.Alive(turn.person))
    return Done("thank you, noted")


@keyword("RENEW", form="RENEW", help="you go on for another term", who="anyone", where="house")
def renew(turn: Turn) -> Outcome:
    """The answer to T32c; nobody is removed for silence, the review shows it (GC-04)."""
    if turn.me.office != "member":
        return Refuse("RENEW is for members of the committee.", ("ROSTER",))
    turn.sitting.add(e.TermRenewed(turn.person))
    turn.sitting.add(e.Alive(turn.person))
    return Done("renewed for another term")


@keyword(
    "SWAP",
    "{NAME}",
    form="SWAP name",
    help="exchange your next turn as first reader with another member, who answers SWAP as well",
    who="anyone",
    where="house",
)
def swap(turn: Turn) -> Outcome:
    """Screener turns between two members, once both said so; seen by everybody (B-01)."""
    sitting, frame, me = turn.sitting, turn.sitting.frame, turn.person
    other = person_of(turn, turn.word("name"))
    if isinstance(other, Refuse):
        return other
    rota = frame.roster.rota
    if me not in rota or other.id not in rota or other.id == me:
        return Refuse("SWAP is between two members of the first readers' rota.", ("ROSTER",))
    sitting.add(e.Alive(me))
    if frame.house.seats.swaps.get(other.id) != me:
        sitting.add(e.SwapAsked(me, other.id))
        line = f"{turn.me.name} would like to swap the next turn as first reader with yours."
        answer = f"SWAP {turn.me.name}"
        changes.tell(sitting, [other.id], "a swap of turns?", (line, f"To agree: {answer}"))
        return Done(f"{other.name} is asked; it counts when they answer {answer}")
    mine, theirs = conflicts.next_turn(frame, me), conflicts.next_turn(frame, other.id)
    sitting.add(e.Swapped((mine, theirs), (other.id, me)))
    line = f"{turn.me.name} and {other.name} swap their next turns as first reader."
    everybody = dict.fromkeys((*(p.id for p in frame.roster.members()), frame.roster.chair))
    changes.tell(sitting, everybody, "a swap of turns", (line,))
    return Done(f"swapped with {other.name}")


@keyword(
    "WAS-ME",
    form="WAS-ME",
    help="a mail that was held as perhaps forged was yours: run it once",
    who="anyone",
    where="both",
)
def was_me(turn: Turn) -> Outcome:
    """The reception runs the held mail itself; here there was none (T40)."""
    return Refuse("No mail of yours waits to be confirmed here.", ("STATUS", "HELP"))
