"""The roster in force: the operator's file at the first start, the log from then on (product.md 5).

Here the file is compared with what the log last saw of it, and what the log says becomes the
roster, the addresses and the procedures that everything else uses. Not here: who may change the
roster (core/seats.py, core/commands/roster.py), and reading the file (config/).
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from cocmail.config import Config
from cocmail.core import entries as e
from cocmail.core.case import House
from cocmail.core.people import Person, Roster
from cocmail.core.procedure import Procedure
from cocmail.core.seats import Seats

Read = Callable[[int], str]  # the address behind a number of case 0
Keep = Callable[[str], int]  # seals an address, and gives its number


@dataclass(frozen=True, slots=True)
class Seating:
    """Who is who now, and at which addresses; of who left, only where a farewell goes."""

    roster: Roster
    addresses: Mapping[str, tuple[str, ...]]
    former: Mapping[str, tuple[str, ...]]


def seated(seats: Seats, address: Read) -> Seating:
    """The roster as the log has it."""
    people = {p: _person(seat.fact, seat.joined) for p, seat in seats.people.items()}
    order = seats.order or e.OrderSet((), ())
    succession = tuple(p for p in order.succession if p in people)
    rota = [p for p in order.rota if p in people]
    # Who came by mail takes a turn after everybody of the file.
    rota += [p for p, seat in seats.people.items()
             if seat.fact.change and _regular(people[p]) and p not in rota]  # fmt: skip
    regular = [p.id for p in people.values() if _regular(p)]
    chair = seats.chair if seats.chair in people else next(iter((*succession, *regular)), "")
    roster = Roster(
        people=MappingProxyType(people),
        chair=chair,
        succession=succession,
        rota=tuple(rota),
        former=MappingProxyType({p: fact.name for p, fact in seats.left.items()}),
    )
    at = {p: tuple(map(address, seat.fact.addresses)) for p, seat in seats.people.items()}
    gone = {p: tuple(map(address, fact.addresses)) for p, fact in seats.left.items()}
    return Seating(roster, MappingProxyType(at), MappingProxyType(gone))


def _regular(person: Person) -> bool:
    return person.office == "member" and person.role == "member"


def _person(fact: e.Seated, joined: datetime | None) -> Person:
    return Person(
        fact.person, fact.name, fact.office, fact.role,  # type: ignore[arg-type]
        fact.known_as, fact.ordinary_name, fact.delivery,  # type: ignore[arg-type]
        fact.contact, fact.council_seat, fact.spaces, joined,
    )  # fmt: skip


def seat(person: Person, addresses: tuple[int, ...], *, seed: bool = False) -> e.Seated:
    """The fact that somebody of the file is configured like this."""
    return e.Seated(
        person.id, person.name, person.office, person.role, person.known_as,
        person.ordinary_name, person.delivery, person.contact, person.spaces, addresses, 0, seed,
        person.council_seat,
    )  # fmt: skip


# -- the file beside the log ---------------------------------------------------------------------


def edits(config: Config, seats: Seats, address: Read, keep: Keep) -> Iterator[e.RosterFact]:
    """What the operator's file says otherwise than when the log last saw it, as facts.

    It is compared with the file's own last state and never with the roster, so that a change
    which the council made by mail is not undone by the next start.
    """
    first = not seats.file
    roster = config.roster
    for person in roster.people.values():
        known = seats.file.get(person.id)
        given = config.addresses[person.id]
        same = known is not None and tuple(map(address, known.addresses)) == given
        numbers = known.addresses if known and same else tuple(map(keep, given))
        said = seat(person, numbers, seed=first)
        if known is None or replace(said, seed=known.seed) != known:
            yield said
    for gone in [p for p in seats.file if p not in roster.people]:
        yield e.LeftRoster(gone)
    if roster.chair != seats.file_chair:
        yield e.ChairSet(roster.chair)
    order = e.OrderSet(roster.succession, roster.rota)
    if order != seats.order:
        yield order


def told(facts: list[e.RosterFact], before: Roster) -> list[str]:
    """The operator's edits in words; no address stands in them."""
    lines: list[str] = []
    names = {f.person: f.name for f in facts if isinstance(f, e.Seated)}
    for fact in facts:
        match fact:
            case e.Seated():
                known = before.people.get(fact.person)
                what = f"{fact.name} ({_role(fact)})"
                lines.append(f"changed: {what}" if known else f"added: {what}")
            case e.LeftRoster():
                if fact.person in before.people:
                    lines.append(f"removed: {before.name_of(fact.person)}")
            case e.ChairSet():
                lines.append(f"chair: {names.get(fact.person, before.name_of(fact.person))}")
            case e.OrderSet():
                lines.append("the order of the chair's stand-ins, or of first readers")
            case _:
                pass
    return lines


def _role(fact: e.Seated) -> str:
    return fact.role if fact.office == "member" else fact.office


def differences(config: Config, house: House) -> list[str]:
    """Where the file and the roster in force differ, for the operator: ids only."""
    seats, file = house.seats, config.roster
    if not seats.people:
        return []
    lines = [f"{p} is in the file and not on the roster" for p in file.people
             if p not in seats.people]  # fmt: skip
    lines += [f"{p} is on the roster and not in the file" for p in seats.people
              if p not in file.people]  # fmt: skip
    if seats.chair != file.chair:
        lines.append(f"the chair is {seats.chair}, in the file {file.chair}")
    return lines


# -- procedures ----------------------------------------------------------------------------------

_SAYS_WHICH = {"hash", "title", "source", "version"}  # what is no rule


def parameters(rules: Procedure) -> str:
    """A procedure's parameters as JSON, to be kept with the cases opened under it (JU-03)."""
    return json.dumps(asdict(rules), default=lambda span: span.total_seconds(), sort_keys=True)


def procedure(kept: str, now: Procedure) -> Procedure:
    """The procedure that was kept; a parameter that is newer than it is as it is now."""
    said = json.loads(kept)
    hints = get_type_hints(Procedure)
    values = {f.name: _value(said[f.name], hints[f.name]) for f in fields(now) if f.name in said}
    return replace(now, **values)


def _value(plain: Any, hint: object) -> Any:
    if hint is timedelta:
        return timedelta(seconds=plain)
    if isinstance(plain, list):
        (kind, *_) = get_args(hint)
        return tuple(_value(one, kind) for one in plain)
    return plain


def same_rules(one: Procedure, other: Procedure) -> bool:
    """Whether two versions ask for the same, whatever their files look like."""
    left, right = asdict(one), asdict(other)
    return all(left[k] == right[k] for k in left if k not in _SAYS_WHICH)
