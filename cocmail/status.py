"""What the operator sees of a house from outside: numbers, steps, and who may read a case.

No address, subject or text, and but for `why`, which was asked about people, no name (promise 9).
Everything is read beside the running daemon. Not here: printing (cli.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from cocmail import ledger, seating, why
from cocmail.config import Problem
from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.case import Case
from cocmail.core.decide import NOBODY
from cocmail.core.people import Person
from cocmail.errors import Trouble
from cocmail.house import House
from cocmail.ledger import Ledger
from cocmail.records import AWAY

ALIVE = timedelta(minutes=1)  # a daemon remembers every twenty seconds that it runs


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a house in numbers. `last_alive` is UTC."""

    last_alive: datetime | None
    running: bool
    cases: Mapping[str, int]  # by state, quarantine not among them
    quarantine: int
    errands: int
    stuck: int
    too_large: int  # mails left in the mailbox
    loops: int
    mails: Ledger  # accepted, and where each went
    need_a_reader: tuple[int, ...]  # case numbers: nobody configured may read them
    mailbox_away: datetime | None = None  # since when it cannot be opened
    probe_back: datetime | None = None  # when the last test mail came back
    probe: str = "none"  # "none", "waiting", "back", "missing"
    differences: tuple[str, ...] = ()  # between the file and the roster in force; ids only


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the log without its contents. `at` is UTC."""

    seq: int
    at: datetime
    case: int
    kind: str


def status(house: House, now: datetime) -> Status:
    """The numbers as of now."""
    store = house.store
    counts = store.counts()
    pulse, away = store.setting("pulse"), store.setting(AWAY)
    alive = datetime.fromisoformat(pulse) if pulse else None
    return Status(
        last_alive=alive,
        running=alive is not None and abs(now - alive) < ALIVE,
        cases={state: n for state, n in sorted(counts.cases.items()) if state != "quarantine"},
        quarantine=counts.cases.get("quarantine", 0),
        errands=counts.errands,
        stuck=int(store.setting("stuck") or "0"),
        too_large=int(store.setting("too-large") or "0"),
        loops=int(store.setting("loops") or "0"),
        mails=ledger.read(store),
        need_a_reader=tuple(_without_reader(house, now)),
        mailbox_away=datetime.fromisoformat(away) if away else None,
        probe_back=house.records.house.probes.came_at,
        probe=_probe(house),
        differences=tuple(seating.differences(house.file, house.records.house)),
    )


def _probe(house: House) -> str:
    probes = house.records.house.probes
    if house.config.probe is None or not probes.wanted:
        return "none"
    if probes.missing:
        return "missing"
    return "waiting" if probes.expected else "back"


def _without_reader(house: House, now: datetime) -> Iterator[int]:
    roster = house.frame(now).roster
    for case in house.records.cases("held", "open"):
        if NOBODY in case.spoke and not conflicts.candidates(case, roster):
            yield case.no


def steps(house: House) -> Iterator[Step]:
    """Every step of the log, oldest first."""
    for row in house.store.log_rows():
        yield Step(row.seq, row.at, row.case_no, row.kind)


def readers(house: House, words: list[str], now: datetime) -> list[why.Answer]:
    """Who may read a case, from `CODE-NAME [MEMBER]` as typed; a case number is understood too.

    Raises Trouble: no such case, nobody or several of that name.
    """
    case, people = case_and_people(house, words, "why")
    people = people or why.concerned(case, house.config.roster)
    history = [(e.read(row.kind, row.payload), row.at) for row in house.records.entries(case.no)]
    return why.answers(case, house.frame(now, case), history, house.gate.may, people)


def case_and_people(house: House, words: list[str], command: str) -> tuple[Case, list[Person]]:
    """The case, and the one person if one is named, from `CODE-NAME [MEMBER]`. Raises Trouble."""
    code, name = _parted(words)
    file, roster = str(house.config.file), house.config.roster
    case = _case(house, code)
    if case is None:
        remedy = "give a code name as members see it, or a number that `cocmail log` shows"
        raise Trouble([Problem(file, command, f'no case is called "{code}"', remedy)])
    people: list[Person] = list(roster.named(name)) if name else []
    if name and len(people) != 1:
        remedy = f"give an id: {', '.join(roster.people)}"
        said = "several people are" if people else "nobody configured is"
        raise Trouble([Problem(file, command, f'{said} called "{name}"', remedy)])
    return case, people


def readers_at(house: House, words: list[str], at: str, now: datetime) -> list[why.Answer]:
    """The same answer for a past moment, committee time: roster and rules as of then too.

    The log is folded up to that moment, and the very code that decides is asked. Raises Trouble.
    """
    file = str(house.config.file)
    try:
        given = datetime.fromisoformat(at.strip())
    except ValueError:
        remedy = 'write it like "2026-03-04 10:00", committee time'
        raise Trouble([Problem(file, "why", f'"{at}" is no moment', remedy)]) from None
    moment = given if given.tzinfo else given.replace(tzinfo=house.zone)
    if moment > now:
        remedy = "leave --at out, or give a moment of the past"
        raise Trouble([Problem(file, "why", f'"{at}" is still to come', remedy)])
    with house.records.as_of(moment):
        house.frame(moment)  # the roster of that moment is in force from here on
        case = _case(house, _parted(words)[0])
        if case is not None and case.opened is None:
            remedy = "give a later moment; `cocmail log` shows when the case began"
            raise Trouble([Problem(file, "why", "that case did not exist then", remedy)])
        return readers(house, words, moment)


def erasable(house: House, words: list[str]) -> int:
    """The number of the case that `forget` names, by code name or number. Raises Trouble."""
    code, more = _parted(words)
    case = None if more else _case(house, code)
    if case is None or case.opened is None:
        said = " ".join(words)
        remedy = "give a code name as members see it, or a number that `cocmail log` shows"
        problem = f'no case is called "{said}", or it is erased already'
        raise Trouble([Problem(str(house.config.file), "forget", problem, remedy)])
    return case.no


def _parted(words: list[str]) -> tuple[str, str]:
    """A code name is two words, quoted, hyphenated or not; what follows is a person."""
    first = words[0].replace("-", " ").strip()
    many = 1 if " " in first or first.isdigit() else 2
    return " ".join((first, *words[1:many])), " ".join(words[many:])


def _case(house: House, code: str) -> Case | None:
    if code.isascii() and code.isdigit():
        known = {row.no for row in house.store.case_rows()}
        number = int(code[:18])
        return house.records.case(number) if number and number in known else None
    return house.records.named(code)
