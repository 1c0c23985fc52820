"""Keywords that show: HELP STATUS SHEET DOC READ. A view is a letter; the gate fills it."""

from cocmail.core import conflicts, fetching
from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.case import Case
from cocmail.core.commands.registry import Outcome, Refuse, Turn, View, keyword

NO_SUCH_CASE = "No case of that name is open to you."


@keyword("HELP", form="HELP", help="what you can do now", who="anyone", where="both")
def help_now(turn: Turn) -> Outcome:
    """What is possible now, for this member, here."""
    turn.sitting.write("help", One(turn.person))
    return View()


@keyword(
    "SHEET", form="SHEET", help="the status sheet, as a table and CSV", who="anyone", where="both"
)
def sheet(turn: Turn) -> Outcome:
    """The seven columns, made for this reader alone (PS-58, PS-59)."""
    turn.sitting.write("sheet", One(turn.person), case=0)
    return View()


@keyword(
    "STATUS",
    "(?:{CODE})?",
    form="STATUS code name",
    help="where a case stands; without a name, this case or all of yours",
    who="anyone",
    where="both",
)
def status(turn: Turn) -> Outcome:
    """Where a case stands; bare at the alias, the asker's cases."""
    if not turn.word("code") and turn.case.no == 0:
        turn.sitting.write("case-status", One(turn.person), about={"listing": "yes"})
        return View()
    return _view(turn, "case-status")


@keyword(
    "DOC",
    "(?:{CODE})?",
    form="DOC code name",
    help="the case document with its seven parts",
    who="anyone",
    where="both",
)
def doc(turn: Turn) -> Outcome:
    """Answered only to the case group (PS-63)."""
    return _view(turn, "document")


@keyword(
    "READ",
    r"(?:{CODE} ?)?(?:{N})?(?: ?(?P<raw>RAW))?",
    form="READ n",
    help="a mail of the case again, by its number (RAW: as it came, attached)",
    who="anyone",
    where="both",
)
def read(turn: Turn) -> Outcome:
    """One mail again, or the report; RAW as a text attachment."""
    about = {"mail": turn.word("n") or "all", "fetched": "yes"}
    if turn.word("raw"):
        about["raw"] = "yes"
    case = _case_meant(turn)
    bare = about["mail"] == "all" and "raw" not in about
    if case and bare and fetching.fetches(case, turn.person):
        return _fetch(turn, case, about)
    missing = case and turn.word("n") and case.mail(int(turn.word("n"))) is None
    if case and missing and _readable(case, turn.person):
        numbers = tuple(f"READ {m.n}" for m, _ in case.mails)
        return Refuse(f"There is no mail {turn.word('n')} in this case.", numbers[:4])
    if case and _has_first(case, turn.person):
        turn.sitting.write("report", One(turn.person), about=about, case=case.no)
        return View()
    return _view(turn, "report", about)


def _fetch(turn: Turn, case: Case, about: dict[str, str]) -> Outcome:
    """What a notice told of leaves, and the report beside it where that is not among it."""
    seen = "report" in fetching.waiting(case, turn.person)
    fetched = e.Fetched(turn.person)
    if case.no == turn.case.no:
        turn.sitting.add(fetched)
    else:
        turn.sitting.elsewhere.append((case.no, lambda s: s.add(fetched)))
    inside = conflicts.standing(case, turn.person) == "in"
    return View() if seen or not inside else _view(turn, "report", about)


def _readable(case: Case, person: str) -> bool:
    return conflicts.standing(case, person) == "in" or _has_first(case, person)


def _has_first(case: Case, person: str) -> bool:
    """Whether a held report was shown to this first reader, who may need it as it came."""
    return case.state == "held" and case.screener == person and person in case.shown


def _view(turn: Turn, template: str, about: dict[str, str] | None = None) -> Outcome:
    case = _case_meant(turn)
    if case is None or conflicts.standing(case, turn.person) != "in":
        return Refuse(NO_SUCH_CASE, ("STATUS", "SHEET"))
    turn.sitting.write(template, One(turn.person), about=about, case=case.no)
    return View()


def _case_meant(turn: Turn) -> Case | None:
    if turn.word("code"):
        return turn.sitting.counsel.case_named(turn.word("code"))
    return turn.case if turn.case.no else None
