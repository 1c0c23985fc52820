"""Keywords about the roster: ROSTER, and what a council contact may change by mail (JU-01).

A contact's line only asks: the confirmation, the announcement and the wait are core/changes.py's.
Also the newcomer's answer to T35; HOLD is in holding.py.
"""

import re

from cocmail.core import changes, newcomers
from cocmail.core.audience import One
from cocmail.core.commands.registry import (
    Done,
    Outcome,
    Refuse,
    Turn,
    View,
    keyword,
    person_of,
)
from cocmail.core.people import Person, fold, fold_name

ASKED = "asked back: answer the question with YES, then it is announced"


@keyword("ROSTER", form="ROSTER", help="who is on the committee", who="anyone", where="both")
def roster(turn: Turn) -> Outcome:
    """The kept list of voting members (PS-05)."""
    turn.sitting.write("roster", One(turn.person), case=0)
    return View()


@keyword(
    "ROSTER ADD",
    r"{NAME} <?(?P<address>[^\s<>@]+@[^\s<>@]+?)>?(?: (?P<role>member|adviser|alternate))?",
    form="ROSTER ADD name address role",
    help="somebody joins (member, adviser or alternate); confirmed, announced, after 72 hours",
    who="contact",
    where="house",
)
def add(turn: Turn) -> Outcome:
    """A seat, and nothing of the past with it (JU-01, PS-04)."""
    name, address = turn.word("name"), turn.word("address")
    role = turn.word("role").lower() or "member"
    frame, counsel = turn.sitting.frame, turn.sitting.counsel
    known = [p for p in frame.roster.people.values() if fold_name(p.name) == fold_name(name)]
    if known:
        return Done(f"{known[0].name} is on record already; nothing changes")
    problem = counsel.address_problem(turn.case, address, "", "")
    if problem:
        return Refuse(problem, ("ROSTER ADD First Last address",))
    person = _new_id(turn, name)
    for change in frame.house.seats.changes.values():
        kept = counsel.same_address(turn.case, change.asked.address, address)
        if change.open and change.same("ADD", person, role, address_known=kept):
            return Done("asked or announced already")
    number = counsel.keep_address(turn.case, address)
    changes.ask(turn.sitting, "ADD", person, name, by=turn.person, role=role, address=number)
    return Done(ASKED)


@keyword(
    "ROSTER REMOVE",
    "{NAME}",
    form="ROSTER REMOVE name",
    help="somebody leaves; confirmed, announced, after 72 hours",
    who="contact",
    where="house",
)
def remove(turn: Turn) -> Outcome:
    """Off the roster after the wait (JU-01)."""
    return _about(turn, "REMOVE")


@keyword(
    "ROSTER CHAIR",
    "{NAME}",
    form="ROSTER CHAIR name",
    help="somebody becomes chair; confirmed, announced, after 72 hours",
    who="contact",
    where="house",
)
def chair(turn: Turn) -> Outcome:
    """Who presides (GC-03)."""
    person = _member(turn)
    if isinstance(person, Refuse):
        return person
    if person.id == turn.sitting.frame.roster.chair:
        return Done(f"{person.name} is the chair already")
    if person.role != "member":
        return Refuse(f"{person.name} is {person.role}; a chair is a voting member.")
    return _about(turn, "CHAIR")


@keyword(
    "ONBOARD",
    "{NAME}",
    form="ONBOARD name",
    help="a new member is asked, name by name, about the past; confirmed, after 72 hours",
    who="contact",
    where="house",
)
def onboard(turn: Turn) -> Outcome:
    """T35 to the newcomer (PS-73)."""
    person = _member(turn)
    if isinstance(person, Refuse):
        return person
    if person.joined is None:
        return Refuse(f"{person.name} was there from the start: there is nothing to onboard to.")
    return _about(turn, "ONBOARD")


@keyword(
    "OFFBOARD",
    "{NAME}",
    form="OFFBOARD name",
    help="somebody's access ends at once when you confirm; final after 72 hours unless held",
    who="contact",
    where="house",
)
def offboard(turn: Turn) -> Outcome:
    """Access ends everywhere at once; the leaver need not co-operate (PS-56)."""
    return _about(turn, "OFFBOARD")


def _about(turn: Turn, verb: str) -> Outcome:
    person = _member(turn)
    if isinstance(person, Refuse):
        return person
    for change in turn.sitting.frame.house.seats.changes.values():
        if change.open and change.same(verb, person.id, "", address_known=True):
            return Done("asked or announced already")
    changes.ask(turn.sitting, verb, person.id, person.name, by=turn.person)
    return Done(ASKED)


def _member(turn: Turn) -> Person | Refuse:
    found = person_of(turn, turn.word("name"))
    if isinstance(found, Refuse):
        return found
    if found.office != "member":
        return Refuse(f"{found.name} is no member of the committee: the operator's file says so.")
    return found


def _new_id(turn: Turn, name: str) -> str:
    """An id from the given name; whoever comes back gets their own again."""
    house, people = turn.sitting.frame.house, turn.sitting.frame.roster.people
    for person, seat in house.seats.left.items():
        if fold_name(seat.name) == fold_name(name):
            return person
    pending = [c.asked for c in house.seats.changes.values() if c.open and c.asked.verb == "ADD"]
    for asked in pending:
        if fold_name(asked.name) == fold_name(name):
            return asked.person
    stem = re.sub(r"[^a-z0-9]", "", fold(name.split()[0])) or "member"
    taken = {*people, *house.seats.left, *house.numbers, *(asked.person for asked in pending)}
    free = (f"{stem}{n}" if n > 1 else stem for n in range(1, len(taken) + 2))
    return next(one for one in free if one not in taken)


# -- the newcomer's answer -----------------------------------------------------------------------


@keyword(
    "NAMES",
    newcomers.PATTERN,
    form="NAMES CLEAR 1 2 CONFLICT 3",
    help="your answer to the list of names; CLEAR 1 2 and CONFLICT 3 on their own lines do it too",
    who="anyone",
    where="house",
)
def names(turn: Turn) -> Outcome:
    """Name by name, without reasons; what is not answered is not cleared (PS-74, PS-75)."""
    known = turn.sitting.frame.house.seats
    asked = known.lists.get(turn.person)
    if asked is None:
        return Refuse("No list of names was sent to you.", ("HELP",))
    clear, conflict = newcomers.numbers(turn.word("said"))
    before = known.answered.get(turn.person)
    if before:
        clear, conflict = clear | set(before.clear), conflict | set(before.conflict)
    every = set(range(1, len(asked.lists) + 1))
    if not clear | conflict <= every:
        return Refuse(f"The list has the numbers 1 to {len(every)}.", ("CLEAR 1",))
    if clear & conflict:
        both = ", ".join(map(str, sorted(clear & conflict)))
        return Refuse(f"CLEAR and CONFLICT both say {both}.", ("CLEAR 1 CONFLICT 2",))
    newcomers.answer(turn.sitting, turn.person, asked, clear, conflict)
    return View()
