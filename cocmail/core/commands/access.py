"""Keywords about who may read: SHOW PASS ABOUT EXCLUDE ADMIT CLEAR RECUSE."""

from cocmail.core import conflicts, quarantine
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One, Presiding
from cocmail.core.case import Question
from cocmail.core.commands import lines
from cocmail.core.commands.registry import (
    Done,
    Outcome,
    Refuse,
    Turn,
    View,
    keyword,
    person_of,
)
from cocmail.core.people import fold_name, several
from cocmail.core.sitting import Sitting


@keyword(
    "SHOW",
    r"(?:(?P<n>\d{1,5}))?",
    form="SHOW",
    help="read the report that waits for you (SHOW 2: line 2 of the quarantine)",
    who="anyone",
    where="both",
)
def show(turn: Turn) -> Outcome:
    """Shows a held report to its one screener, or a line of the quarantine."""
    if turn.word("n"):
        found = lines.line_meant(turn)
        if isinstance(found, Refuse):
            return found
        about_line = {quarantine.SHOWN: str(int(turn.word("n")))}
        turn.sitting.write("quarantine", One(turn.person), about=about_line, case=found)
        return View()
    if turn.case.no == 0:
        return Refuse("SHOW needs a number here, from the quarantine's list.", ("SHOW 1",))
    if turn.case.state != "held" or turn.case.screener != turn.person:
        if conflicts.standing(turn.case, turn.person) == "in":
            turn.sitting.write("report", One(turn.person), about={"mail": "all"})
            return View()
        return Refuse("Only the one who reads this report first can see it now.", ("HELP",))
    turn.sitting.add(e.Shown(turn.person))
    turn.sitting.write("report", One(turn.person), about={"mail": "all", "screener": "yes"})
    return View()


@keyword("PASS", form="PASS", help="let the next on the rota read it first", who="screener")
def pass_on(turn: Turn) -> Outcome:
    """The report goes to the next on the rota."""
    if turn.case.state != "held":
        return Refuse("There is nothing to pass on: the report is released.", ("RECUSE",))
    turn.sitting.add(e.ScreenerLeft(turn.person, "passed"))
    return Done("the next on the rota reads it first")


@keyword(
    "ABOUT",
    r"{NAME}|(?P<text>.+)",
    form="ABOUT name",
    help="ask every member left: a report involving this name (ABOUT UNKNOWN: not yet known)",
    who="screener",
    prose_risk=True,
)
def about(turn: Turn) -> Outcome:
    """Starts the conflict question, which names the reported person and nothing else (PS-12)."""
    words = (turn.word("name") or turn.word("text")).strip(" .,;:")
    if fold_name(words) == "unknown":
        return _ask_about(turn, "")
    results = [_about_one(turn, name) for name in several(words)]
    return next((r for r in results if isinstance(r, Refuse)), results[-1])


def _about_one(turn: Turn, name: str) -> Outcome:
    case, sitting = turn.case, turn.sitting
    problem = sitting.counsel.about_problem(case, name)
    if problem:
        return Refuse(problem, ("ABOUT First Last", "ABOUT UNKNOWN"))
    found = sitting.counsel.meant(name)
    if len(found) > 1:
        return Refuse(
            "That could mean more than one person; write one full name a line.",
            ("ABOUT First Last",),
        )
    person = found[0] if found else ""
    if person == turn.person:
        return Refuse("That is you: step out instead, and the next reads it.", ("RECUSE",))
    if any(fold_name(q.name) == fold_name(name) for q in case.questions.values()):
        return Done("already asked")
    if person and person not in case.excluded:
        was_in = person in case.group
        sitting.add(e.Excluded(person, "about", turn.person))
        if was_in:
            sitting.write("stepped-out", CaseGroup(), about={"person": person})
    if not any(fold_name(p.name) == fold_name(name) for p in case.reported()):
        ref = f"P{1 + sum(1 for known in case.parties if known[0] == 'P')}"
        sitting.add(e.PartyNamed(ref, "reported", name, person=person, by=turn.person))
    return _ask_about(turn, name)


def _ask_about(turn: Turn, name: str) -> Outcome:
    case = turn.case
    if not case.silent_out and case.state == "held":
        return Done("noted; answer CLEAR and the report goes to everyone left")
    if not name and any(not q.name for q in case.questions.values()):
        return Done("already asked")
    q = len(case.questions) + 1
    turn.sitting.add(e.QuestionOpened(q, name, turn.person, bool(case.released)))
    return Done("every member left is asked")


@keyword(
    "EXCLUDE",
    "{NAME}",
    form="EXCLUDE name",
    help="keep this person out of the case",
    who="screener",
)
def exclude(turn: Turn) -> Outcome:
    """Sets an exclusion at once; the person gets nothing, and nothing about it."""
    person = person_of(turn, turn.word("name"))
    if isinstance(person, Refuse):
        return person
    if person.id == turn.person:
        return Refuse("To step out yourself, answer with one word.", ("RECUSE",))
    for mail, _ in turn.case.mails:
        if person.id in mail.withheld:
            turn.sitting.add(e.MailUnlocked(mail.n, person.id, turn.person))
    if person.id not in turn.case.excluded:
        was_in = person.id in turn.case.group
        why = "member" if turn.case.released else "screener"
        turn.sitting.add(e.Excluded(person.id, why, turn.person))
        if was_in:
            turn.sitting.write("stepped-out", CaseGroup(), about={"person": person.id})
    return Done("out of this case")


@keyword(
    "ADMIT",
    "{NAME}",
    form="ADMIT name",
    help="let this person in; another cleared member's OK is needed",
    who="screener",
)
def admit(turn: Turn) -> Outcome:
    """Lifts an exclusion with a second member's OK, or lets a late CLEAR in (JU-11, PS-16)."""
    case, sitting = turn.case, turn.sitting
    person = person_of(turn, turn.word("name"))
    if isinstance(person, Refuse):
        return person
    if case.paused.get(person.id) in ("list-address", "shared-address"):  # PS-02
        sitting.add(e.Resumed(person.id))
        return Done("mail of this case goes to them again")
    locked = [m for m, _ in case.mails if person.id in m.withheld]
    if locked and person.id in case.group and person.id != turn.person:
        for mail in locked:
            sitting.add(e.MailUnlocked(mail.n, person.id, turn.person))
            about_mail = {"mail": str(mail.n)}
            sitting.write("party-mail", One(person.id), about=about_mail)
        return Done("gets that mail too")
    if any(p.person == person.id for p in case.parties.values()):
        return Refuse("Somebody who is a party of the case can never be let in.")
    if person.id in case.recused:
        return Refuse("They stepped out themselves; nobody can bring them back.")
    if person.id in case.late:
        if not conflicts.may_lead(case, turn.person, sitting.frame):
            return Refuse("A late CLEAR is let in by the lead.", ("TAKE",))
        sitting.add(e.Admitted("", person.id, turn.person))
        return Done("in from now on")
    excluded = case.excluded.get(person.id)
    if excluded is None:
        return Done("is not kept out")
    if excluded.why == "reporter" and person.id not in case.lifted:
        return Refuse(
            "The reporter asked that this person does not see it; only their own yes lifts that.",
            ("ASK REPORTER May this person read it? If so, answer with the line: Admit: NAME",),
        )
    if any(a.person == person.id for a in case.admissions.values()):
        return Done("already waits for another member's OK")
    made = sitting.new_id()
    sitting.add(e.AdmitAsked(made, person.id, turn.person))
    sitting.write("preview", CaseGroup((turn.person,)), about={"admit": made})
    return Done(f"waits for another cleared member: OK {made}")


@keyword(
    "CLEAR",
    "(?:{NAME})?",
    form="CLEAR name",
    help="you have no conflict; let the report in",
    who="asked",
)
def clear(turn: Turn) -> Outcome:
    """Only CLEAR admits; no reason is ever asked (PS-14, PS-09)."""
    case, sitting = turn.case, turn.sitting
    if case.paused.get(turn.person) == "half-recusal":
        sitting.add(e.Resumed(turn.person))
        return Done("you are in again")
    reads = case.screener == turn.person and conflicts.cleared(case, turn.person)
    if not case.questions or (reads and not conflicts.asked_all(case)):
        return _clear_hold(turn)
    question = _question_meant(turn)
    if isinstance(question, Refuse):
        return question
    if question == 0:
        return Done("you had answered that already")
    if turn.person in case.questions[question].shut:
        sitting.add(e.Cleared(turn.person, question, late=True))
        reader = case.lead or conflicts.presiding(case, sitting.frame)
        about_late = {"what": "late-clear", "person": turn.person}
        sitting.write("reminder", One(reader) if reader else Presiding(), about=about_late)
        return Done("too late for the window: the lead may still let you in")
    sitting.add(e.Cleared(turn.person, question))
    return Done("thank you, you are clear")


def _clear_hold(turn: Turn) -> Outcome:
    case = turn.case
    if case.state == "held" and case.screener == turn.person:
        if case.silent_out:
            return Refuse(
                "First the name that every member is asked about, then CLEAR.",
                ("ABOUT First Last", "ABOUT UNKNOWN"),
            )
        turn.sitting.add(e.ScreenerCleared(turn.person))
        return Done("the report goes to everyone left")
    if turn.person in case.group:
        return Done("you are in")
    return Refuse("There is no open question for you here.", ("HELP",))


def _question_meant(turn: Turn) -> int | Refuse:
    """The question a CLEAR answers: by its name, by the letter replied to, or the only one."""
    case, named = turn.case, turn.word("name").strip(" .")
    if named:
        mine = [q for q in case.questions.values() if turn.person in q.sent]
        for question in mine or case.questions.values():
            if fold_name(question.name or "unknown") == fold_name(named):
                return 0 if turn.person in question.cleared else question.q
        return Refuse(
            "No question with that name is open for you.",
            tuple(f"CLEAR {q.name or 'UNKNOWN'}" for q in _open_for(turn)) or ("HELP",),
        )
    replied = turn.answered("q")
    if replied and int(replied) in case.questions:
        q = int(replied)
        return 0 if turn.person in case.questions[q].cleared else q
    left = _open_for(turn)
    if not left:
        return 0
    if len(left) == 1:
        return left[0].q
    return Refuse(
        "Which question do you answer?", tuple(f"CLEAR {q.name or 'UNKNOWN'}" for q in left)
    )


def _open_for(turn: Turn) -> list[Question]:
    mine = [q for q in turn.case.questions.values() if turn.person in q.sent]
    return [
        q for q in mine or turn.case.questions.values()
        if turn.person not in q.cleared and not conflicts.superseded(turn.case, q, turn.person)
    ]  # fmt: skip


@keyword(
    "RECUSE",
    form="RECUSE",
    help="step out; nobody asks why",
    who="asked",
    aliases=("CONFLICT", "RECLUSE"),
)
def recuse(turn: Turn) -> Outcome:
    """Steps out at once and for good; no reason is asked, kept or passed on (PS-09, PS-17)."""
    step_out(turn.sitting, turn.person)
    return Done("you are out of this")


def step_out(sitting: Sitting, person: str) -> None:
    """The facts and letters of a recusal; also what a confirmed or held one does."""
    case = sitting.case
    was_in = person in case.group
    if person in case.recused:
        return
    sitting.add(e.Recused(person))
    if case.state == "held" and case.screener == person:
        sitting.add(e.ScreenerLeft(person, "passed"))
    n = sitting.number()
    sitting.add(e.Answered(n, person, "delete-please", (("RECUSE", "you are out of this"),)))
    sitting.write("delete-please", One(person), about={"answer": str(n)})
    if was_in:
        sitting.write("stepped-out", CaseGroup(), about={"person": person})
        if not case.lead and case.released:
            sitting.notice("The case has no lead now; TAKE makes you the lead.")
