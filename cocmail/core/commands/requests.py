"""The council's REQUEST-RECORD (JU-49), and the second word that lets a record go."""

from cocmail.core import conflicts, requests
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword

# One answer, whether there is such a case or not, and whoever is out of it (promise 4).
ANSWER = (
    "noted; where there is such a record and it may be given to you, you are asked about conflicts "
    "first, and then whoever presides decides"
)


@keyword(
    "REQUEST-RECORD",
    r"{CODE}(?:[,:]? (?P<why>.+))?",
    form="REQUEST-RECORD code name why",
    help="the council asks for the record of a case, with the reason",
    who="council",
    where="both",
)
def request_record(turn: Turn) -> Outcome:
    """On a justified request, after the conflict question, released by whoever presides (JU-49)."""
    if not turn.sitting.frame.rules.council_access:
        return Refuse("In this procedure records are not given to the council (JU-49).")
    why = turn.word("why").strip()
    if not why:
        return Refuse("Say why it is needed (JU-49).", ("REQUEST-RECORD code name why",))
    case = turn.sitting.counsel.case_named(turn.word("code"))
    if case is not None:
        turn.sitting.elsewhere.append((case.no, requests.ask(turn.person, why)))
    return Done(ANSWER)


def release(turn: Turn, wanted: str) -> Outcome:
    """OK id by whoever presides; nobody else gives a record away."""
    chair = conflicts.presiding(turn.case, turn.sitting.frame)
    if turn.person != chair:
        return Refuse(f"A record is released by who presides: {turn.name(chair)}.", ("STATUS",))
    refused = requests.let_go(turn.sitting, wanted, turn.person)
    return Refuse(refused, ("STATUS",)) if refused else Done("the record is on its way to them")
