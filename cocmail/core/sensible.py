"""Which keywords have anything to do in a case as it is now: HELP leaves the others out.

A step that the procedure does not have, or whose moment has not come, only lengthens the list on a
phone (product.md 6). It stays a keyword: who writes it is told why it does nothing. Not here: who
may use a keyword (commands/registry.py).
"""

from collections.abc import Callable

from cocmail.core import deadlock, hearing, mishaps, soloacts
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame

Sense = Callable[[Case, Frame, str], bool]

_BY_RULES: dict[str, Sense] = {
    "CONFLICT STAY": lambda _case, frame, _who: frame.rules.conflict_stay,
    "DETERMINE": lambda _case, frame, _who: frame.rules.determinations,
    "DRAFT CONSULT": lambda _case, frame, _who: frame.rules.consult,
    "DRAFT MODS": lambda _case, frame, _who: frame.rules.moderators_approve,
    "NORESPONSE": lambda _case, frame, _who: frame.rules.no_response,
    "NOTIFY-BOARD": lambda _case, frame, _who: frame.rules.moderators_approve,
    "REPORT-COUNCIL": lambda _case, frame, _who: frame.rules.council_report,
    "SEVERE": lambda _case, frame, _who: frame.rules.severe_track,
    "WAIVE CONSULT": lambda _case, frame, _who: frame.rules.consult,
    "WAIVE MODS": lambda _case, frame, _who: frame.rules.moderators_approve,
}
_MEDIATION = ("MEDIATE CANDIDATE", "MEDIATE INVITE", "MEDIATE YES", "MEDIATE NO", "MEDIATE CLOSE")
_SUMMARIES = ("SUMMARY", "SUMMARY PUBLISHED", "HOLD SUMMARY")
_BALLOT = ("VOTE", "AGREE", "OBJECT")
_DECIDED = ("DRAFT APOLOGY", "DRAFT BREAK", "DRAFT BREAK MANDATORY", "BREAK", "DRAFT STATEMENT")


def makes_sense(verb: str, case: Case, frame: Frame, person: str) -> bool:
    """Whether this keyword could do anything here and now; at the alias only rules count, so that
    the list says nothing of any case (promise 4)."""
    if verb in _BY_RULES and not _BY_RULES[verb](case, frame, person):
        return False
    if verb in _MEDIATION and not frame.rules.mediation:
        return False
    if verb in _SUMMARIES and not frame.rules.summary_every:
        return False
    return case.no == 0 or _now(verb, case, frame, person)


def _now(verb: str, case: Case, frame: Frame, person: str) -> bool:
    if verb in ("SHOW", "PASS"):
        return case.state == "held" and case.screener == person
    if verb in _BALLOT:
        return case.ballot() is not None
    if verb in _DECIDED:
        return case.decision() is not None
    match verb:
        case "TO-COUNCIL":
            return deadlock.began(case, frame) is not None and bool(frame.rules.deadlock_after)
        case "HANDBACK":
            return case.enacting.with_council
        case "STANDS":
            return case.facts.set_aside or bool(hearing.new_context(case))
        case "REVIEW":
            return bool(case.urgency.unreviewed())
        case "DRAFT ORIGINATOR" | "WAIVE ORIGINATOR":
            return bool(soloacts.unexplained(case))
        case "DRAFT LEAK":
            return bool(mishaps.untold(case))
        case _:
            return True
