"""Keywords that end, join or void a case: CLOSE REOPEN MERGE SPAM RELEASE."""

import re
from datetime import timedelta

from cocmail.core import conflicts, gates, told
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One, PartyTo
from cocmail.core.case import Ballot, Case, Party
from cocmail.core.commands import lines
from cocmail.core.commands.finding import decide_anew
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword, not_yet
from cocmail.core.people import fold_name
from cocmail.core.sitting import Sitting

RESULTS = {
    "NO-VIOLATION": "No violation",
    "RESOLVED": "Resolved",
    "WARNED": "Warning",
    "BANNED": "Ban",
    "ON-FILE": "Kept on file",
    "ESCROW": "Kept until reported again",
    "NOT-CONDUCT": "Not a matter for the committee",
    "AT-REPORTERS-WISH": "Closed at the reporter's wish",
}
# Ends that tell the reporter nothing: they wished it, or it is not over (B-24).
UNTOLD = ("AT-REPORTERS-WISH", "ESCROW")
SPAM_UNDO = timedelta(days=30)


@keyword(
    "CLOSE",
    r"{CODE}(?: (?P<result>\S+(?: \S+){0,40}))?",
    form="CLOSE code name RESULT",
    help="the case is over; refused before every reporter was told",
    who="lead",
)
def close(turn: Turn) -> Outcome:
    """Refused before every reporter was told the outcome (PS-51)."""
    case, sitting = turn.case, turn.sitting
    if fold_name(turn.word("code")) != fold_name(case.code):
        return Refuse("CLOSE names this case.", (f"CLOSE {case.code} RESULT",))
    if case.state == "closed":
        return Done("the case is closed")
    result, said = _result(turn.word("result"), case.decision())
    if result is None:
        return Refuse(
            "Without a decision CLOSE needs a result.",
            tuple(f"CLOSE {case.code} {name}" for name in RESULTS if name != "NOT-CONDUCT"),
        )
    if result == "RESOLVED" and said:
        problem = sitting.counsel.sheet_problem(case, said)
        if problem:
            return Refuse(problem, (f"CLOSE {case.code} RESOLVED",))
    missing = [] if result in UNTOLD else _untold(turn, result)
    missing += gates.missing(gates.CLOSE, turn)
    if missing:
        return not_yet(missing)
    sitting.add(e.Closed(result, said, turn.person))
    sitting.notice(f"{turn.me.name} closed the case.", but=(turn.person,))
    if result == "ON-FILE":
        _kept_on_file(turn)
    return Done(f"closed: {said or RESULTS[result]}")


def result_of(turn: Turn) -> str:
    """The kind of result that a CLOSE line asks for, "" without one."""
    return _result(turn.word("result"), turn.case.decision())[0] or ""


def _kept_on_file(turn: Turn) -> None:
    """T03: an organiser who brought it in hears that it is recorded, and nothing more (B-03)."""
    case, people = turn.case, turn.sitting.frame.roster.people
    for reporter in _delegates(case, turn):
        turn.sitting.write("kept-on-file", PartyTo(reporter.ref))
    by = case.links.imported_by
    if by in people and people[by].office == "delegate":
        turn.sitting.write("kept-on-file", One(by))


def _delegates(case: Case, turn: Turn) -> list[Party]:
    people = turn.sitting.frame.roster.people
    return [
        p for p in case.reporters()
        if p.address and p.person in people and people[p.person].office == "delegate"
    ]  # fmt: skip


def _result(words: str, decision: Ballot | None) -> tuple[str | None, str]:
    """The result as a kind, and free words for the sheet."""
    word = words.strip().upper().replace(" ", "-")
    if word in RESULTS:
        return word, ""
    if words.strip() and word != "RESULT":
        return "RESOLVED", words.strip()
    if decision is None:
        return None, ""
    if decision.none:
        return "NO-VIOLATION", ""
    measure = f"{decision.plan} {decision.consequence}".lower()
    if re.search(r"\bban(?:s|ned)?\b", measure) or "removal" in decision.consequence.lower():
        return "BANNED", ""
    if "warn" in measure:
        return "WARNED", ""
    return "RESOLVED", ""


def _untold(turn: Turn, result: str) -> list[tuple[str, str]]:
    """What each reporter still has to be told, and the line that would do it."""
    case = turn.case
    left: list[tuple[str, str]] = []
    if told.silent(case):
        return []
    hear_it_now = _delegates(case, turn) if result == "ON-FILE" else []
    for reporter in case.reporters():
        if reporter not in hear_it_now and not told.reporter(case, reporter):
            which = "" if len(case.reporters()) == 1 else f" {reporter.ref[1:]}"
            step = "PROPOSE" if case.decision() is None else f"DRAFT REPORTER{which}"
            left.append((f"{reporter.ref} has not been told the outcome", step))
    return left


@keyword("REOPEN", form="REOPEN", help="open a closed case, or the decision, again")
def reopen(turn: Turn) -> Outcome:
    """New context may change plan and consequences (PS-50)."""
    if turn.case.state != "closed":
        return decide_anew(turn)
    turn.sitting.add(e.Reopened(turn.person))
    turn.sitting.notice(f"{turn.me.name} opened the case again.", but=(turn.person,))
    return Done("the case is open again")


@keyword(
    "MERGE",
    "{CODE:a} INTO {CODE:b}",
    form="MERGE home shelf INTO quiet ladder",
    help="two reports of one matter go on as one case",
    who="anyone",
    where="both",
)
def merge(turn: Turn) -> Outcome:
    """Refused where somebody is out on either side: they would learn of the other (A20)."""
    sitting = turn.sitting
    first = sitting.counsel.case_named(turn.word("a"))
    second = sitting.counsel.case_named(turn.word("b"))
    cases = [c for c in (first, second) if c and conflicts.standing(c, turn.person) == "in"]
    if len(cases) != 2 or first is second:
        return Refuse("No case of that name is open to you.", ("STATUS",))
    source, target = cases
    if source.state != "open" or target.state != "open":
        return Refuse("Both cases must be open.", ("STATUS",))
    if source.mediation.live or target.mediation.live:
        return Refuse("A mediation is under way in one of them.", ("MEDIATE CLOSE",))
    if _different(source, target):
        return Refuse(
            "Somebody is out of one of these cases, or not clear for both: they stay apart.",
            ("NOTE both cases belong together",),
        )
    if _opposed(source, target) or _opposed(target, source):
        linked = turn.case.linked in (source.no, target.no)
        return Refuse(
            "Who reported in one of these cases is the reported person of the other: they stay "
            "apart, as letters to the reporter would reach them.",
            ("LINK RETALIATION",) if linked else ("NOTE both cases belong together",),
        )
    into = e.Merged(target.no, turn.person)
    sitting.elsewhere.append((source.no, lambda other: other.add(into)))
    sitting.elsewhere.append((target.no, lambda other: absorb(other, source, turn.person)))
    return Done(f"goes on inside {target.code}")


def absorb(sitting: Sitting, source: Case, by: str) -> None:
    """The parties of the merged case become parties here; the earliest receipt counts (T44)."""
    case = sitting.case
    refs: list[tuple[str, str]] = []
    for party in source.parties.values():
        if party.role == "mediator":  # mediates between the parties of their own case alone
            continue
        letter = party.ref[0]
        known = next(
            (p for p in case.parties.values() if p.role == party.role and p.name == party.name),
            None,
        )
        if known is not None and letter == "P":
            refs.append((party.ref, known.ref))
            continue
        count = sum(1 for p in case.parties.values() if p.ref[0] == letter)
        ref = f"{letter}{count + 1}"
        number = sitting.counsel.copy_address(source, party.address, case)
        sitting.add(
            e.PartyNamed(
                ref, party.role, party.name, number, party.confirmed, party.answerable,
                party.person, by,
            )
        )  # fmt: skip
        refs.append((party.ref, ref))
    sitting.add(e.Absorbed(source.no, tuple(refs), by, source.opened or sitting.now))
    sitting.write("merged", CaseGroup(), about={"case": str(source.no)})


def _opposed(one: Case, other: Case) -> bool:
    """Whether a reporter of one is a reported person of the other, as far as the record says."""
    if one.linked == other.no:
        return True
    reported = [p for p in other.parties.values() if p.role == "reported"]
    people = {p.person for p in reported if p.person}
    names = {fold_name(p.name) for p in reported}
    return any(p.person in people or fold_name(p.name) in names for p in one.reporters())


def _different(source: Case, target: Case) -> bool:
    gone = {*source.excluded, *source.recused} ^ {*target.excluded, *target.recused}
    return bool(gone) or set(source.group) != set(target.group)


@keyword(
    "SPAM",
    r"(?:(?P<n>\d{1,5}))?",
    form="SPAM",
    help="this is spam: the case ends without letters (SPAM 2: line 2 leaves your list of the "
    "quarantine)",
    who="screener",
    where="each",
)
def spam(turn: Turn) -> Outcome:
    """Voids a case; any other member's RELEASE undoes it for 30 days."""
    if lines.number(turn):
        return lines.leave_out(turn)
    if turn.case.no == 0:
        return Refuse("SPAM needs a number here, from the quarantine's list.", ("SPAM 1",))
    if turn.case.state == "spam":
        return Done("marked as spam")
    if turn.case.state == "closed":
        return Refuse("The case is closed.", ("REOPEN",))
    turn.sitting.add(e.MarkedSpam(turn.person))
    if turn.case.released:
        turn.sitting.notice(
            f"{turn.me.name} marked this as spam; RELEASE brings it back.", but=(turn.person,)
        )
    return Done("marked as spam; another member's RELEASE undoes it for 30 days")


@keyword(
    "RELEASE",
    r"(?:(?P<n>\d{1,5}))?",
    form="RELEASE n",
    help="line n of the quarantine is a report; without a number it undoes SPAM",
    who="anyone",
    where="both",
)
def release(turn: Turn) -> Outcome:
    """Makes a quarantined mail a report with its original date, or undoes SPAM."""
    case, sitting = turn.case, turn.sitting
    if lines.number(turn):
        return lines.release(turn)
    if case.no == 0:
        return Refuse("RELEASE needs a number here, from the quarantine's list.", ("RELEASE 1",))
    if case.state != "spam":
        return Refuse("There is nothing to release here.", ("HELP",))
    if case.spam_by == turn.person:
        return Refuse("Another member's RELEASE undoes it, not your own.")
    if case.spam_at and sitting.now - case.spam_at > SPAM_UNDO:
        return Refuse("SPAM can be undone for 30 days, and they are over.")
    sitting.add(e.Restored(turn.person))
    return Done("it is a report again")
