"""A small committee for tests of the core: people, a case from facts, and a sitting over it."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cocmail.config import load_procedure
from cocmail.core import entries as e
from cocmail.core.case import Case, House
from cocmail.core.conflicts import Frame
from cocmail.core.fold import fold
from cocmail.core.people import Person, Roster
from cocmail.core.procedure import Procedure
from cocmail.core.sitting import Sitting, Worded

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
NAMES = {"ana": "Ana Ruiz", "bo": "Bo Lind", "chi": "Chi Okafor", "dee": "Dee Novak"}
MEMBERS = tuple(NAMES)


class Counsel:
    """A counsel that finds nothing wrong with any word."""

    def code_name(self, roll: Callable[[int], int]) -> str:
        return f"home shelf{roll(9)}"

    def leaks(self, case: Case, text: str, marks: tuple[str, ...], ref: str) -> tuple[str, ...]:
        return ()

    def about_problem(self, case: Case, name: str) -> str:
        return ""

    def meant(self, words: str) -> tuple[str, ...]:
        return tuple(p for p, name in NAMES.items() if name == words)

    def sheet_problem(self, case: Case, text: str) -> str:
        return ""

    def cautions(self, text: str) -> tuple[str, ...]:
        return ()

    def gendered(self, text: str) -> tuple[str, ...]:
        return ()

    def words_of(self, case: Case, n: int) -> str:
        return ""

    def reported_before(self, name: str) -> tuple[Case, ...]:
        return ()

    def worded(self, case: Case, template: str, ref: str, parts: dict[str, object]) -> Worded:
        return Worded(template, str(parts), f"{template}{ref}{parts}")

    def digest(self, case: Case, draft_id: str) -> str:
        return case.drafts[draft_id].digest

    def keep_address(self, case: Case, address: str) -> int:
        return 7

    def same_address(self, case: Case, number: int, address: str) -> bool:
        return False

    def address_problem(self, case: Case, address: str, person: str, ref: str) -> str:
        return ""

    def lists_among(self, people: tuple[str, ...]) -> tuple[str, ...]:
        return ()

    def spaces(self) -> tuple[tuple[str, str], ...]:
        return (("list", "#list"), ("chat", "#chat"))

    def case_named(self, code: str) -> Case | None:
        return None

    def out_of(self, _no: int, _person: str) -> bool:
        return False

    def quarantine(self, person: str) -> tuple[int, ...]:
        return ()

    def copy_address(self, source: Case, number: int, target: Case) -> int:
        return number

    def copy_text(self, source: Case, number: int, target: Case) -> int:
        return number


def rules(procedure: str = "numfocus", **overrides: object) -> Procedure:
    loaded = load_procedure(procedure, overrides, Path())
    assert isinstance(loaded, Procedure), loaded
    return loaded


def roster(members: Iterable[str] = MEMBERS, advisers: Iterable[str] = ()) -> Roster:
    people = {m: Person(m, NAMES[m]) for m in members}
    people |= {a: Person(a, f"{a.title()} Adviser", role="adviser") for a in advisers}
    people["kim"] = Person("kim", "Kim Sato", office="council", contact=True)
    order = tuple(members)
    return Roster(people, order[0], (), order)


def frame(
    now: datetime = MONDAY, procedure: str = "numfocus", *, house: House | None = None, **more: Any
) -> Frame:
    people = more.pop("roster", None) or roster()
    zone = more.pop("zone", BERLIN)
    known = house or House(rota_began=MONDAY)
    return Frame(people, rules(procedure, **more), known, zone, now)


def case_of(*facts: e.Entry, no: int = 1, at: datetime = MONDAY) -> Case:
    """The case that these facts add up to, all of one moment."""
    case = Case(no)
    for entry in facts:
        fold(case, entry, at)
    return case


def opened(procedure: str = "numfocus") -> tuple[e.Entry, ...]:
    """A report that came in, and its reporter."""
    screens = procedure in ("numfocus", "psf")
    return (
        e.Opened(procedure, "1", "", silent_out=screens),
        e.MailKept(1, "R1", "report", 1, "Rita Vale"),
        e.PartyNamed("R1", "reporter", "Rita Vale", 2, confirmed=True),
        *((e.Held("screening"),) if screens else ()),
    )


def released(group: Iterable[str] = MEMBERS, procedure: str = "numfocus") -> tuple[e.Entry, ...]:
    """The same, read by these people."""
    cleared: list[e.Entry] = []
    if procedure in ("numfocus", "psf"):
        cleared = [e.QuestionOpened(1, "Sam Reed", "ana")]
        cleared += [e.QuestionSent(1, p) for p in MEMBERS]
        cleared += [e.Cleared(p, 1) for p in group]
    entered = [e.Entered(p) for p in group]
    return (*opened(procedure), *cleared, e.Released("home shelf"), *entered)


def sitting(case: Case, at: Frame) -> Sitting:
    numbers = iter(range(1, 1_000_000))
    return Sitting(case, at, lambda _: next(numbers) * 7919, Counsel())


def days(n: float) -> timedelta:
    return timedelta(days=n)


def hours(n: float) -> timedelta:
    return timedelta(hours=n)
