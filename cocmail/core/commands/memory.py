"""Keywords that look back: HISTORY SHARE (older cases of one person) and AUDIT (the steps)."""

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.case import Case
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, View, keyword
from cocmail.core.commands.views import NO_SUCH_CASE
from cocmail.core.older import ask, tell


@keyword(
    "HISTORY",
    r"(?P<name>[^\s@<>]+(?: [^\s@<>]+){0,4})",
    form="HISTORY name",
    help="older cases about this person that you may read; who knows more is asked",
    who="reader",
    where="both",
)
def history(turn: Turn) -> Outcome:
    """The asker's own cases, then always the same sentence (PS-30)."""
    case, sitting = turn.case, turn.sitting
    inside = conflicts.standing(case, turn.person) == "in"
    party = case.parties.get(turn.word("name").upper()) if inside else None
    name = party.name if party and party.role == "reported" else turn.word("name")
    found = [c for c in sitting.counsel.reported_before(name) if c.no != case.no]
    for other in found:
        if conflicts.standing(other, turn.person) != "in" and _may_be_asked(other, turn.person):
            asked = e.HistoryAsked(case.no, turn.person)
            sitting.elsewhere.append((other.no, ask(asked, case, "history")))
    sitting.write("history", One(turn.person), about={"name": name})
    return View()


def _may_be_asked(other: Case, asker: str) -> bool:
    """Who is out of the older case must not learn of it, not even by its group's answer."""
    known = other.released is not None and other.state in ("open", "closed")
    return known and not conflicts.out(other, asker)


@keyword(
    "SHARE",
    form="SHARE",
    help="let the group that asked about a person know of this case",
)
def share(turn: Turn) -> Outcome:
    """Who asked hears that there is an older case and whom to speak to, and nothing of it."""
    case, sitting = turn.case, turn.sitting
    # Who is out of the asking case gets the answer of a world without it (promise 4).
    known = {a.case: a for a in case.ending.asked.values()
             if not sitting.counsel.out_of(a.case, turn.person)}  # fmt: skip
    waiting = [a for a in known.values() if a.case not in case.ending.shared]
    if not known:
        return Refuse("Nobody has asked about a person of this case.", ("STATUS",))
    for asked in waiting:
        sitting.add(e.HistoryShared(asked.case, turn.person))
        sitting.elsewhere.append((asked.case, tell(asked, case, turn.person)))
    return Done("the group that asked knows whom to speak to")


@keyword(
    "AUDIT",
    "(?:{CODE})?",
    form="AUDIT code name",
    help="the steps of a case without their contents, for who presides",
    who="anyone",
    where="both",
)
def audit(turn: Turn) -> Outcome:
    """Which steps were taken when (B-17); no names, no words."""
    code = turn.word("code")
    case = turn.sitting.counsel.case_named(code) if code else (turn.case if turn.case.no else None)
    if case is None or conflicts.standing(case, turn.person) != "in":
        return Refuse(NO_SUCH_CASE, ("STATUS", "SHEET"))
    presides = conflicts.presiding(case, turn.sitting.frame)
    if presides != turn.person:
        return Refuse(f"AUDIT is for who presides: {turn.name(presides)}.", ("DOC",))
    turn.sitting.write("audit", One(turn.person), case=case.no)
    return View()
