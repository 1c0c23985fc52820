"""What follows from a case as it stands: level-triggered rules, run until nothing is left to say.

`settle` is called after every event over a case, a mail as much as the clock. Each rule looks at
the case and adds the facts and letters that are due and not yet there, so that a rule that was
missed (a crash, an outage) is simply true the next time.
"""

from collections.abc import Callable

from cocmail.core import (
    clocks,
    conflicts,
    consult,
    deadlock,
    fallen,
    mediating,
    older,
    requests,
    soloacts,
    standins,
)  # fmt: skip
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One
from cocmail.core.sitting import Sitting

NOBODY = "needs-a-reader"  # the operator's status shows how many cases said this
OUTCOMES = (
    "outcome-reported", "outcome-reporter", "no-violation", "recommendation",
    "proposed-resolution", "apology-request", "board-notice",
)  # fmt: skip
ENOUGH_CLEAR = 2  # voting members, before a screened report is released (PS-18)


def settle(sitting: Sitting) -> None:
    """Run every rule until a whole round adds nothing."""
    for _ in range(50):
        before = len(sitting.entries)
        for rule in RULES:
            rule(sitting)
        if len(sitting.entries) == before:
            return
    raise RuntimeError("the rules of a case do not come to rest")


def late(sitting: Sitting) -> None:
    """Clocks that are over speak, once each."""
    clocks.strike(sitting)


def screener(sitting: Sitting) -> None:
    """A held report has one screener on duty, skipping whoever is matched or away."""
    case, frame = sitting.case, sitting.frame
    if case.state != "held" or not case.held or conflicts.asked_all(case) or case.screener_cleared:
        return
    current = case.screener
    waits = current not in case.shown or current in frame.house.locks
    if current and conflicts.away(frame, current) and waits:
        sitting.add(e.ScreenerLeft(current, "away"))
        current = ""
    if current and not conflicts.out(case, current):
        return
    if current:
        sitting.add(e.ScreenerLeft(current, "passed"))
    chosen = conflicts.next_screener(case, frame)
    if chosen:
        sitting.add(e.ScreenerAsked(chosen))
        sitting.write("held", One(chosen))


def ask(sitting: Sitting) -> None:
    """Everyone left is asked every conflict question once, each by name alone (PS-12, PS-13)."""
    case, frame = sitting.case, sitting.frame
    if case.state not in ("held", "open"):
        return
    for question in list(case.questions.values()):
        for person in conflicts.candidates(case, frame.roster):
            known = person.id in question.sent or person.id in question.cleared
            known = known or conflicts.superseded(case, question, person.id)
            known = known or standins.answers_for_itself(case, question, person.id)
            if known or question.council or (question.after_release and question.by == person.id):
                continue
            sitting.add(e.QuestionSent(question.q, person.id))
            sitting.write("conflict-question", One(person.id), about={"q": str(question.q)})


def release(sitting: Sitting) -> None:
    """The code name is drawn once the procedure lets the report out of its hold."""
    case, _frame = sitting.case, sitting.frame
    if case.state != "held":
        return
    if _free(sitting):
        sitting.add(e.Released(sitting.counsel.code_name(sitting.roll)))
        return
    if case.questions and _window_over(sitting):
        _stand_ins(sitting)


def _free(sitting: Sitting) -> bool:
    case, frame = sitting.case, sitting.frame
    said_so = case.urgency.severe_by if case.urgency.severe == "yes" else ""
    said_so = case.safety_by if case.safety == "yes" else said_so
    urgent = bool(said_so) or case.urgent_words
    if conflicts.asked_all(case):
        clear = len(conflicts.clear_voters(case, frame.roster))
        council = standins.CONTACTS in case.stand_ins or standins.INTERIM in case.stand_ins
        last_resort = council and _window_over(sitting)
        return clear >= ENOUGH_CLEAR or (clear >= 1 and (bool(said_so) or last_resort))
    if case.held:
        # The first reader, who has read it, said that it cannot wait (product.md 5).
        return bool(case.screener_cleared) or (not case.silent_out and said_so in case.shown)
    assert case.opened is not None
    return urgent or frame.now >= case.opened + frame.rules.release_after


def _window_over(sitting: Sitting) -> bool:
    case = sitting.case
    return all(
        person in question.shut or person in question.cleared or conflicts.out(case, person)
        for question in case.questions.values()
        for person in question.sent
    )


def _stand_ins(sitting: Sitting) -> None:
    """Too few when the window closed: alternates, then the council (JU-02)."""
    level = standins.next_level(sitting.case, sitting.frame, 0)
    if level:
        standins.call(sitting, level)


def nobody(sitting: Sitting) -> None:
    """When matching leaves nobody, the council's contacts read; else the operator is told."""
    case, frame = sitting.case, sitting.frame
    if case.state not in ("held", "open") or conflicts.candidates(case, frame.roster):
        return
    interim = frame.rules.interim == "council"
    if interim and standins.people_of(case, frame, standins.INTERIM):
        standins.call(sitting, standins.INTERIM)
    elif not interim and standins.CONTACTS not in case.stand_ins:
        sitting.add(e.StandInsAsked(standins.CONTACTS))
    elif NOBODY not in case.spoke:
        sitting.add(e.Spoke(NOBODY))


def enter(sitting: Sitting) -> None:
    """Who is clear enters the case group and gets the report, from that moment on (PS-04)."""
    case, frame = sitting.case, sitting.frame
    if case.state != "open":
        return
    for person in conflicts.candidates(case, frame.roster):
        if person.id in case.group or not _entitled(sitting, person.id):
            continue
        sitting.add(e.Entered(person.id))
        sitting.write("report", One(person.id), about={"mail": "all"})
        for admission in case.admissions.values():
            sitting.write("preview", One(person.id), about={"admit": admission.id})
        for draft in case.drafts.values():
            if draft.state == "waiting":
                sitting.write("preview", One(person.id), about={"draft": draft.id})
        ballot = case.ballot()
        if ballot:
            sitting.write("ballot", One(person.id), about={"ballot": ballot.id})


def _entitled(sitting: Sitting, person: str) -> bool:
    case = sitting.case
    called = person in case.enacting.asked or person in case.calls.asked
    if called and person not in case.admitted:
        return conflicts.cleared(case, person)
    if person in case.admitted:
        return not conflicts.unanswered(case, person) or not case.silent_out
    return not case.silent_out or conflicts.cleared(case, person)


def tally(sitting: Sitting) -> None:
    """A ballot passes at the vote that reaches the figure, and fails when it is out of reach."""
    case, frame = sitting.case, sitting.frame
    ballot = case.ballot()
    if ballot is None or case.state != "open":
        return
    voters = conflicts.deciders(case, frame.roster)
    votes = {p: choice for p, (choice, _) in ballot.votes.items() if p in voters}
    yes, no = _count(votes, "yes"), _count(votes, "no")
    abstain = _count(votes, "abstain")
    if frame.rules.decision_rule == "consensus":
        base = needed = len(voters)
        passed = base > 0 and yes > 0 and yes + abstain == base
        failed = False  # an objection stands until it is withdrawn; the deadlock clock is its end
    else:
        base = len(conflicts.counted(case, frame))
        needed = conflicts.two_thirds(base)
        passed = base > 0 and yes >= needed
        failed = base - no - abstain < needed
    if passed or failed:
        sitting.add(e.Decided(ballot.id, passed, yes, no, abstain, base, needed))
        sitting.write("tally", CaseGroup(), about={"ballot": ballot.id})
    if passed:
        _void_older_outcomes(sitting)


def _void_older_outcomes(sitting: Sitting) -> None:
    """An outcome that was worded for an earlier decision must not leave after a new one."""
    for draft in sitting.case.drafts.values():
        if draft.template in OUTCOMES and draft.state in ("waiting", "approved", "stopped"):
            sitting.add(e.Voided(draft.id, "decision"))
            sitting.notice(f"Draft {draft.id} no longer holds: there is a new decision.")


def _count(votes: dict[str, str], choice: str) -> int:
    return sum(1 for cast in votes.values() if cast == choice)


RULES: tuple[Callable[[Sitting], None], ...] = (
    late, nobody, screener, ask, release, enter, standins.small,
    standins.name_them, tally, consult.feedback, deadlock.nobody_clear,
    older.wake, soloacts.asked_again, soloacts.review, soloacts.count, soloacts.provisional,
    soloacts.tell_reporter, soloacts.explain, requests.put_forward,
    mediating.agree, mediating.brief, fallen.told,
)  # fmt: skip
