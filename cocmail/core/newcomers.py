"""A newcomer and the past: the numbered list, its answer, and the cases that open (A16).

Pure. Which names stand on the list, and matching against each case's parties, is terms.py's.
"""

import re
from collections.abc import Iterable

from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.sitting import Sitting

_WORDS = r"(?:no conflict|clear|conflict)"
_NUMBERS = r"[0-9]{1,3}(?:(?: ?,| ?;| and)? ?[0-9]{1,3})*"
PATTERN = rf"(?P<said>{_WORDS}:? {_NUMBERS}(?:[ ,;/]+{_WORDS}:? {_NUMBERS})*)"
_ONE = re.compile(rf"({_WORDS}):? ({_NUMBERS})", re.IGNORECASE)
_LINE = re.compile(rf"\s*{PATTERN}\s*[.!]?\s*", re.IGNORECASE)


def as_names(own: str) -> str:
    """A mail that begins with CLEAR 1 2 and CONFLICT 3 lines as one NAMES line.

    With numbers these words answer the list of names and nothing else: no case has a number.
    """
    lines = own.split("\n")
    said: list[str] = []
    for at, line in enumerate(lines):
        if not line.strip() and not said:
            continue
        plain = " ".join(line.split())
        if not _LINE.fullmatch(plain):
            return "\n".join((f"NAMES {' '.join(said)}", *lines[at:])) if said else own
        said.append(plain.rstrip(".! "))
    return f"NAMES {' '.join(said)}" if said else own


def numbers(said: str) -> tuple[set[int], set[int]]:
    """The numbers without and with a conflict."""
    clear: set[int] = set()
    conflict: set[int] = set()
    for word, listed in _ONE.findall(said):
        chosen = conflict if word.lower() == "conflict" else clear
        chosen |= {int(n) for n in re.findall("[0-9]+", listed)}
    return clear, conflict


def opened(asked: e.NamesSent, clear: Iterable[int], conflict: Iterable[int], *,
           unless_declared: bool) -> list[int]:  # fmt: skip
    """The cases of which every name is cleared; or, where the manual opens the past to future
    members (JU-48), every listed case of which no name is in conflict."""
    shut = set(conflict)
    sure = set(clear)
    of_case: dict[int, set[int]] = {}
    for n, refs in enumerate(asked.lists, 1):
        for ref in refs:
            of_case.setdefault(int(ref.partition(":")[0]), set()).add(n)
    if unless_declared:
        return [no for no, named in of_case.items() if not named & shut]
    return [no for no, named in of_case.items() if named <= sure]


def answer(sitting: Sitting, person: str, asked: e.NamesSent, clear: set[int],
           conflict: set[int]) -> None:  # fmt: skip
    """T36, and a seat in each case that opens; nothing is pushed (PS-75)."""
    every = sitting.frame.rules.future_access == "all-after-declaration"
    cases = opened(asked, clear, conflict, unless_declared=every)
    sitting.add(e.NamesAnswered(person, tuple(sorted(clear)), tuple(sorted(conflict)), len(cases)))
    sitting.write("onboarding-result", One(person))
    for no in cases:
        sitting.elsewhere.append((no, lambda s: welcome(s, person)))


def welcome(sitting: Sitting, person: str) -> None:
    """In the case group from now on: documents and views on asking, a vote in what is open."""
    case = sitting.case
    if person in case.group or person in case.excluded or person in case.recused:
        return
    if case.seats.off_lists or case.state not in ("open", "closed"):
        return
    sitting.add(e.Welcomed(person))
    for question in case.questions.values():
        sitting.add(e.Cleared(person, question.q))
    sitting.add(e.Entered(person))
    if case.state == "open":
        name = sitting.frame.roster.name_of(person)
        sitting.notice(f"{name} joined the case group.", but=(person,))
