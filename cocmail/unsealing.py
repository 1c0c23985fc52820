"""`cocmail document`: the case document to a cleared member, or on the operator's terminal.

By mail it goes through the gate like everything else, as an errand that leaves when the daemon
runs. On a terminal it takes a reason, which is a fact of the case and told to its group before a
word is printed. Beside a daemon that runs it is the daemon who writes (asking.py). Not here: what
stands in the document (sight/document.py), and printing (cli_document.py).
"""

from collections.abc import Callable
from datetime import datetime

from cocmail import journal
from cocmail.config import Problem
from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.sitting import Sitting
from cocmail.errors import Trouble
from cocmail.gate import Errand
from cocmail.house import House, Work
from cocmail.status import case_and_people


def send(house: House, words: list[str], now: datetime) -> str:
    """Write the errand, from `CODE-NAME MEMBER` as typed; returns the member's name.

    Raises Trouble: no such case or member, or they are not cleared for it.
    """
    file = str(house.config.file)
    case, people = case_and_people(house, words, "document")
    if len(people) != 1:
        remedy = "name the member who is to get it, or use --unseal REASON"
        raise Trouble([Problem(file, "document", "no member is named", remedy)])
    (person,) = people
    letter = Errand(0, case.no, "document", f"member:{person.id}", ())
    if house.gate.may(letter, case, house.frame(now, case)) is not None:
        problem = f"{person.id} may not read this case"
        remedy = "`cocmail why` says why; name a member who is cleared"
        raise Trouble([Problem(file, "document", problem, remedy)])

    def write(sitting: Sitting) -> None:
        sitting.write("document", One(person.id))
        sitting.notice(f"The operator has the case document sent to {person.name}.")

    _sit(house, case.no, now, write)
    return person.name


def unseal(house: House, words: list[str], reason: str, now: datetime) -> str:
    """The document's text; that it was read, and why, is written and told to the group first.

    Raises Trouble like `tell`.
    """
    tell(house, words, reason, now)
    return shown(house, words, now)


def tell(house: House, words: list[str], reason: str, now: datetime) -> None:
    """Write that it is read on a terminal, and why; the group is told.

    Raises Trouble: no such case, no reason, or nobody of the case group is left to be told.
    """
    file = str(house.config.file)
    case, people = case_and_people(house, words, "document")
    reason = " ".join(reason.split())
    if people or not reason:
        problem = "a member is named as well" if people else "the reason is empty"
        remedy = "give the code name alone and --unseal with a reason"
        raise Trouble([Problem(file, "document", problem, remedy)])
    if not conflicts.active(case):
        problem = "nobody of its case group could be told"
        remedy = "wait until the case has one"
        raise Trouble([Problem(file, "document", problem, remedy)])

    def write(sitting: Sitting) -> None:
        sitting.add(e.Unsealed(reason))
        line = f"The operator read the case document on a terminal. The reason given: {reason}"
        sitting.notice(line, at_once=True)

    _sit(house, case.no, now, write)
    journal.note("unsealed", case=case.no)


def shown(house: House, words: list[str], now: datetime) -> str:
    """The document's text, once `tell` stands in the log. Raises Trouble: no such case."""
    case, _ = case_and_people(house, words, "document")
    seen = house.gate.see(Errand(0, case.no, "document", "member:", ()), case,
                          house.frame(now, case))  # fmt: skip
    made = house.gate.renderer.words(
        "document", procedure=case.procedure, language=house.config.committee.language,
        context=seen.context,
    )  # fmt: skip
    return made.text


def _sit(house: House, no: int, now: datetime, write: Callable[[Sitting], None]) -> None:
    def act(work: Work) -> None:
        house.sit(work, house.records.case(no), write)

    with house.batch():
        house.once(now, f"document|{no}|{now.isoformat()}", act)
