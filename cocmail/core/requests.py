"""JU-49: somebody of the council asks for a record, with a reason.

First they are asked about conflicts, then whoever presides lets it go with a second word. Whatever
the case, and whether there is one, the answer to the request is the same (promise 4).
"""

from collections.abc import Callable, Mapping

from cocmail.core import conflicts, deadlock
from cocmail.core import entries as e
from cocmail.core.audience import One, Presiding
from cocmail.core.case import Case
from cocmail.core.sitting import Sitting


def ask(person: str, why: str) -> Callable[[Sitting], None]:
    """What the request does in the case that it names."""

    def act(sitting: Sitting) -> None:
        case = sitting.case
        known = case.released is not None and case.state in ("open", "closed")
        if not known or conflicts.out(case, person) or person in case.group:
            return
        if any(r.person == person and r.id not in case.keeping.given
               for r in case.keeping.asked.values()):  # fmt: skip
            return  # a repeated request acts once
        sitting.add(e.RecordAsked(sitting.new_id(), person, why))
        deadlock.ask(sitting, [person])

    return act


def clear(case: Case, person: str) -> bool:
    """Answered CLEAR to every name of the case, late too, and is not out of it."""
    mine = [q for q in case.questions.values() if q.council and person in q.sent]
    said = all(person in q.cleared or person in case.late for q in mine)
    return bool(mine) and said and not conflicts.out(case, person)


def put_forward(sitting: Sitting) -> None:
    """Once they are clear, whoever presides is asked, once."""
    case = sitting.case
    for request in list(case.keeping.asked.values()):
        said = f"record/{request.id}"
        if request.id in case.keeping.given or said in case.spoke:
            continue
        if clear(case, request.person) and conflicts.presiding(case, sitting.frame):
            sitting.add(e.Spoke(said))
            about = {"what": "record", "record": request.id}
            sitting.write("reminder", Presiding(), about=about)


def let_go(sitting: Sitting, wanted: str, by: str) -> str:
    """The second word: the document goes to that one person; "" or why not."""
    case = sitting.case
    request = case.keeping.asked[wanted]
    if not clear(case, request.person):
        return "They have not said that they are clear of conflicts."
    if wanted not in case.keeping.given:
        sitting.add(e.RecordReleased(wanted, by))
        sitting.write("document", One(request.person), about={"record": wanted})
        people = sitting.frame.roster.people
        sitting.notice(
            f"{people[by].name} released the record to {people[request.person].name} of the "
            f"council, who asked for it: {request.why}", but=(by,),
        )  # fmt: skip
    return ""


def given(case: Case, person: str, about: Mapping[str, str]) -> bool:
    """Whether this letter is the record that was released to this person."""
    request = case.keeping.asked.get(about.get("record", ""))
    released = request is not None and request.id in case.keeping.given
    return released and request is not None and request.person == person and clear(case, person)
