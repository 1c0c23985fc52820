"""A case group that is too small: the warning, and who is asked to stand in (GC-02, JU-02).

Alternates first; the council when fewer than two could still act: all of it where the manual has
it act for the committee, else its contacts. Each is asked by the conflict question, like anyone.
Before release of a screened report decide.release asks for them; here is what follows later, and
the call itself. Who is out of the case is never asked.
"""

from collections.abc import Iterator

from cocmail.core import conflicts, timers
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One
from cocmail.core.case import Case, Question
from cocmail.core.conflicts import Frame
from cocmail.core.sitting import Sitting

TOO_FEW = 2  # nobody alone can be a second reader
ALTERNATES, CONTACTS, INTERIM = "alternates", "council", "interim"


# -- the rules ------------------------------------------------------------------------------------


def small(sitting: Sitting) -> None:
    """Below the minimum the rest is warned, and those who may stand in are asked (GC-02)."""
    case, frame = sitting.case, sitting.frame
    if case.state != "open" or case.enacting.with_council or coming(case, frame):
        return
    able = len(conflicts.voters(case, frame.roster))
    council = {CONTACTS, INTERIM} & set(case.stand_ins)
    if able >= frame.rules.case_minimum or (council and able):
        return  # where the council acts already there is nobody left to ask
    level = next_level(case, frame, able)
    _warn(sitting, able)
    if level:
        call(sitting, level)


def name_them(sitting: Sitting) -> None:
    """Who was called before a name was known is asked again with it (PS-12)."""
    case = sitting.case
    if case.calls.asked and case.state in ("held", "open"):
        _ask(sitting)


def answers_for_itself(case: Case, question: Question, person: str) -> bool:
    """Who was called has questions of their own until in the group, and one for each name."""
    if person not in case.calls.asked:
        return False
    same = (q for q in case.questions.values() if q.name == question.name)
    return person not in case.group or any(person in q.sent for q in same)


def coming(case: Case, frame: Frame) -> bool:
    """Whether somebody who votes may still answer and come in."""
    roster = frame.roster
    for person in conflicts.candidates(case, roster):
        mine = [q for q in case.questions.values() if person.id in q.sent]
        open_still = any(
            person.id not in q.cleared
            and person.id not in q.shut
            and not conflicts.superseded(case, q, person.id)
            for q in mine
        )
        votes = person.votes or person.on_council
        if person.id not in case.group and votes and open_still:
            return True
    return False


def next_level(case: Case, frame: Frame, able: int) -> str:
    """Who is asked next, or "": each level once, and only where somebody of it is left."""
    council = INTERIM if frame.rules.interim == "council" else CONTACTS
    levels = [ALTERNATES] if able >= TOO_FEW else [ALTERNATES, council]
    for level in levels:
        if level not in case.stand_ins and people_of(case, frame, level):
            return level
    return ""


def people_of(case: Case, frame: Frame, level: str) -> list[str]:
    """The people of one level who are not out of the case nor in it."""
    roster = frame.roster
    if level == ALTERNATES:
        found = [p.id for p in roster.members() if p.role == "alternate"]
    else:
        found = [p.id for p in roster.council() if p.contact or level == INTERIM]
    return [p for p in found if not conflicts.out(case, p) and p not in case.group]


def _warn(sitting: Sitting, able: int) -> None:
    """The same number is told again only after somebody else has left."""
    case = sitting.case
    gone = len(case.been_in - set(case.group))
    mark = f"small-group/{able}-{gone}"
    if mark not in case.spoke:
        sitting.add(e.Spoke(mark))
        sitting.write("reminder", CaseGroup(), about={"what": "small-group", "n": str(able)})


# -- the call -------------------------------------------------------------------------------------


def call(sitting: Sitting, level: str) -> None:
    """Ask one level. Where every member answers a question anyway, they get that one."""
    case = sitting.case
    called = people_of(case, sitting.frame, level)
    sitting.add(e.StandInsAsked(level))
    if case.silent_out and case.questions:
        return
    for person in called:
        if person not in case.calls.asked:
            sitting.add(e.CalledIn(person))
    _ask(sitting)


def names(case: Case) -> list[str]:
    """Whom the report involves, as far as that is known (PS-12)."""
    found = [p.name for p in case.reported()]
    found = found or [q.name for q in case.questions.values() if q.name]
    return list(dict.fromkeys(found or case.calls.named))


def _ask(sitting: Sitting) -> None:
    case = sitting.case
    waiting = [
        p for p in case.calls.asked
        if not conflicts.out(case, p) and p not in case.group and p not in case.admitted
    ]  # fmt: skip
    for name in names(case) or [""]:
        known = [q for q in case.questions.values() if q.name == name]
        left = [p for p in waiting if not any(p in q.sent for q in known)]
        if not left:
            continue
        q = len(case.questions) + 1
        sitting.add(e.QuestionOpened(q, name, "", after_release=True, council=True))
        for person in left:
            sitting.add(e.QuestionSent(q, person))
            sitting.write("conflict-question", One(person), about={"q": str(q)})


# -- the clock ------------------------------------------------------------------------------------


def ticking(case: Case, frame: Frame) -> Iterator[timers.Clock]:
    """JU-02: no member gave a sign of life on this case for so long; the council is asked."""
    limit = frame.rules.interim_after
    alive = bool(case.signed) or bool(case.lead)
    if not limit or alive or case.opened is None or case.state != "open":
        return  # a held report goes round the rota until somebody reads it
    if frame.rules.interim != "council" or INTERIM in case.stand_ins:
        return
    due = timers.thawed(frame.house, timers.running(frame.house, case.opened, limit))
    yield timers.Clock("interim", "silent", due, _silent)


def _silent(sitting: Sitting) -> None:
    if people_of(sitting.case, sitting.frame, INTERIM):
        sitting.write("reminder", CaseGroup(), about={"what": "interim"})
        call(sitting, INTERIM)
