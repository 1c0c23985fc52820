"""The deadlock: how long an objection stands, its warnings, and the council that decides then.

The clock counts silence: it stands still while the daemon is down, and the hand-over waits after
an outage (promise 8). The keywords TO-COUNCIL and HANDBACK are in commands/deadlock.py.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from cocmail.core import conflicts, timers
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One, Presiding
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.sitting import Sitting

WARNED_AT = (5, 7)  # sevenths of the limit: day 5 and day 7 (A21)
PAST = timedelta(minutes=1)  # the council gets it past the limit, not at it


def standing(case: Case, frame: Frame) -> dict[str, datetime]:
    """Who objects to the open proposal, and since when without a break (JU-20)."""
    ballot = case.ballot()
    if ballot is None:
        return {}
    found = {}
    for person in conflicts.deciders(case, frame.roster):
        since = case.enacting.objected.get((ballot.id, person))
        if since and ballot.votes.get(person, ("", ""))[0] == "no":
            found[person] = since
    return found


def began(case: Case, frame: Frame) -> datetime | None:
    """Since when there is a deadlock: the first objection that still stands†."""
    return min(standing(case, frame).values(), default=None)


def over(case: Case, frame: Frame) -> datetime | None:
    """When the deadlock goes to the council; None where there is none, or no such step (K-9)."""
    limit, since = frame.rules.deadlock_after, began(case, frame)
    if not limit or since is None or case.enacting.with_council:
        return None
    return timers.running(frame.house, since, limit)


def ticking(case: Case, frame: Frame) -> Iterator[timers.Clock]:
    """Day 5 and 7 to the case group; past the limit to the council (A21)."""
    limit, since = frame.rules.deadlock_after, began(case, frame)
    moment = over(case, frame)
    if case.state != "open" or moment is None or since is None:
        return
    family = f"deadlock-{since:%Y%m%dT%H%M%S}"
    for part in WARNED_AT:
        due = timers.running(frame.house, since, limit * part / WARNED_AT[-1])
        yield timers.Clock(family, str(part), due, _warn)
    handed = timers.thawed(frame.house, moment + PAST)
    yield timers.Clock(f"{family}-over", "council", handed, _out_of_time)


def _warn(sitting: Sitting) -> None:
    sitting.write("deadlock", CaseGroup())


def _out_of_time(sitting: Sitting) -> None:
    hand_over(sitting, "")


def hand_over(sitting: Sitting, by: str) -> bool:
    """T16 and the conflict question to each council member not out of it; False: nobody is left."""
    case, frame = sitting.case, sitting.frame
    people = [p.id for p in conflicts.outside(case, frame.roster, "@council")]
    since = began(case, frame) or sitting.now
    if not people:
        sitting.write("reminder", Presiding(), about={"what": "council-none"})
        return False
    fresh = [p for p in people if p not in case.group]
    sitting.add(e.HandedOver(by, tuple(fresh)))
    for person in people:
        sitting.write("handover", One(person), about={"since": since.isoformat()})
    ask(sitting, fresh)
    sitting.notice("The case is with the council now: it decides (JU-20).")
    return True


def ask(sitting: Sitting, people: list[str]) -> None:
    """A conflict question of their own to council members, one for each reported name (PS-12)."""
    case = sitting.case
    names = [p.name for p in case.reported()]
    names = names or [q.name for q in case.questions.values() if q.name and not q.council]
    for name in dict.fromkeys(names or [""]):
        mine = {p for q in case.questions.values() if q.council and q.name == name for p in q.sent}
        left = [p for p in people if p not in mine]
        if not left:
            continue
        q = len(case.questions) + 1
        sitting.add(e.QuestionOpened(q, name, "", after_release=True, council=True))
        for person in left:
            sitting.add(e.QuestionSent(q, person))
            sitting.write("conflict-question", One(person), about={"q": str(q)})


def nobody_clear(sitting: Sitting) -> None:
    """When the window is over and nobody of the council is clear, the committee has it again."""
    case, frame = sitting.case, sitting.frame
    if case.state != "open" or not case.enacting.with_council:
        return
    if conflicts.deciders(case, frame.roster):
        return
    for person in case.enacting.asked:
        if conflicts.out(case, person) or conflicts.cleared(case, person):
            continue
        mine = [q for q in case.questions.values() if q.council and person in q.sent]
        if not any(person in q.shut for q in mine):
            return  # may still answer
    sitting.add(e.HandedBack(""))
    sitting.notice("Nobody of the council could take the case; the committee decides again.")
