"""Keywords about linked cases and members set aside: LINK RETALIATION, NEW CASE, ASIDE, REMOVE."""

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword, person_of


@keyword(
    "LINK RETALIATION",
    form="LINK RETALIATION",
    help="this mail of a reported person is retaliation; it stays with that case's group",
)
def link(turn: Turn) -> Outcome:
    """Retaliation against a reporter or witness is itself a violation (B-40)."""
    case = turn.case
    if not case.linked:
        return Refuse("This case is linked to no other one.", ("STATUS",))
    turn.sitting.add(e.LinkNamed("retaliation", turn.person))
    turn.sitting.notice(f"{turn.me.name} named this case retaliation.", but=(turn.person,))
    return Done("linked as retaliation")


@keyword(
    "NEW CASE",
    form="NEW CASE",
    help="mail of a reported person, or with a letter of another case in it, is a case of its own",
)
def new_case(turn: Turn) -> Outcome:
    """The link ends, and with it that only the other case's group may read this one."""
    case = turn.case
    if not (case.linked or case.holds) or case.links.kind == "none":
        return Refuse("This case is linked to no other one.", ("STATUS",))
    turn.sitting.add(e.LinkNamed("none", turn.person))
    return Done("a case of its own; the other members are asked or get it")


@keyword(
    "ASIDE",
    "{NAME}",
    form="ASIDE name",
    help="a silent member leaves this case's count",
    who="lead",
)
def aside(turn: Turn) -> Outcome:
    """Per case, and for silence only: who has voted or written is not silent (K-6)."""
    person = person_of(turn, turn.word("name"))
    if isinstance(person, Refuse):
        return person
    case = turn.case
    if person.id in case.links.aside:
        return Done("does not count in this case")
    counting = conflicts.eligible(case, turn.sitting.frame.roster)
    if person.id not in counting or person.id == turn.person:
        return Refuse("Only another member of this case can be set aside.", ("STATUS",))
    if any(person.id in b.votes for b in case.ballots.values() if not b.decided):
        return Refuse(f"{person.name} has voted and is not silent.", ("STATUS",))
    turn.sitting.add(e.SetAside(person.id, turn.person))
    turn.sitting.notice(f"{person.name} no longer counts in this case.")
    return Done("no longer counts in this case")


@keyword(
    "REMOVE",
    "{NAME}",
    form="REMOVE name",
    help="a member with a conflict who does not step out; all the others must say it",
)
def remove(turn: Turn) -> Outcome:
    """Unanimous of all the others; then out of the case like anyone excluded (B-20)."""
    person = person_of(turn, turn.word("name"))
    if isinstance(person, Refuse):
        return person
    case, sitting = turn.case, turn.sitting
    if person.id == turn.person:
        return Refuse("To step out yourself, answer with one word.", ("RECUSE",))
    if person.id not in case.group:
        return Refuse("Only a member of this case can be removed from it.", ("STATUS",))
    sitting.add(e.RemovalAsked(person.id, turn.person))
    others = {p for p in conflicts.voters(case, sitting.frame.roster) if p != person.id}
    asked = case.links.removals.get(person.id, set())
    left = others - asked
    if left:
        names = ", ".join(sorted(turn.name(p) for p in left))
        sitting.notice(
            f"{turn.me.name} asks to remove {person.name} from the case; REMOVE agrees.",
            but=(turn.person, person.id),
        )
        return Done(f"counted; still needed: {names}")
    sitting.add(e.Excluded(person.id, "removed", turn.person))
    sitting.write("stepped-out", CaseGroup(), about={"person": person.id})
    return Done("removed from the case")
