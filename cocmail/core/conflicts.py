"""Who stands where in a case: asked, clear, in the group, out of it.

Pure questions about a case. They say who may take part; turning a role into people who get a
letter is gate.readers' alone.
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from cocmail.core.case import Case, House, Question
from cocmail.core.people import Person, Roster
from cocmail.core.procedure import Procedure

Standing = Literal["excluded", "recused", "paused", "in", "asked", "silent", "late", "none"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What every decision is made in: the committee, its rules, the house, and the moment."""

    roster: Roster
    rules: Procedure
    house: House
    zone: ZoneInfo
    now: datetime
    turn: timedelta = timedelta(weeks=1)


def out(case: Case, person: str) -> bool:
    """Excluded or stepped out: gets nothing of this case (product.md 5)."""
    return person in case.excluded or person in case.recused


def newcomer(case: Case, roster: Roster, person: str) -> bool:
    """Whether this case was there before this member came, and is not open to them (PS-04)."""
    return came_later(case.opened, case.seats.welcomed, roster, person)


def came_later(
    opened: datetime | None, welcomed: Container[str], roster: Roster, person: str
) -> bool:
    """The same of what was opened at this moment, and is open to these newcomers."""
    known = roster.people.get(person)
    if known is None or known.joined is None or person in welcomed:
        return False
    return opened is None or opened <= known.joined


def past(case: Case, frame: Frame, person: str) -> bool:
    """Whether even a vague row of this case is still kept from a newcomer (product.md 5)."""
    answered = person in frame.house.seats.answered
    return newcomer(case, frame.roster, person) and not answered


def standing(case: Case, person: str) -> Standing:
    """Where one configured person stands."""
    if person in case.excluded:
        return "excluded"
    if person in case.recused:
        return "recused"
    if person in case.group:
        return "paused" if person in case.paused or unanswered(case, person) else "in"
    if person in case.late:
        return "late"
    asked = [q for q in case.questions.values() if person in q.sent]
    if asked:
        return "silent" if all(person in q.shut for q in asked) else "asked"
    return "none"


def unanswered(case: Case, person: str) -> list[Question]:
    """The questions that keep this person out, oldest first.

    Somebody let in by two (ADMIT after a late CLEAR) has answered; the author of a question asked
    after release is not paused by it.
    """
    return [
        q
        for q in case.questions.values()
        if person not in q.cleared
        and _owed(case, q, person)
        and not (q.after_release and q.by == person)
        and not (person in case.admitted and case.admitted[person] >= q.opened)
    ]


def _owed(case: Case, question: Question, person: str) -> bool:
    """Whether this question is for this person to answer before they may read."""
    if superseded(case, question, person):
        return False
    if question.council or person in case.calls.asked:
        return person in question.sent
    return case.silent_out or not question.after_release or person in case.enacting.asked


def asked_all(case: Case) -> bool:
    """Whether every member is asked before release; not so where only stand-ins were called."""
    return bool(case.questions) and not case.calls.asked


def superseded(case: Case, question: Question, person: str) -> bool:
    """An older question than the one the council got: theirs stands in its place (JU-20).

    Who was called to stand in before a name was known answers the one with the name.
    """
    later = [q for q in case.questions.values() if q.q > question.q and person in q.sent]
    if person in case.calls.asked and not question.name and any(q.name for q in later):
        return True
    handed = case.enacting.handed
    if question.council:
        return False
    return person in case.enacting.asked and handed is not None and question.opened <= handed


def active(case: Case) -> list[str]:
    """Members of the case group to whom mail goes now."""
    return [p for p in case.group if not out(case, p) and standing(case, p) == "in"]


def voters(case: Case, roster: Roster) -> list[str]:
    """The voting members of the case group; advisers do not vote (PS-06)."""
    return [
        p
        for p in case.group
        if not out(case, p) and _votes(roster, p) and p not in case.links.aside
    ]


def deciders(case: Case, roster: Roster) -> list[str]:
    """Who decides: the voting members, or the council's while the case is with it (JU-20)."""
    able = voters(case, roster)
    if case.enacting.with_council:
        return [p for p in able if roster.people[p].on_council]
    return [p for p in able if p not in case.enacting.asked]


def eligible(case: Case, roster: Roster) -> list[str]:
    """Every voting member without a conflict, those who never answered included (PS-36)."""
    regular = [
        p.id
        for p in roster.members()
        if p.role == "member" and not out(case, p.id) and p.id not in case.links.aside
        and not newcomer(case, roster, p.id)
    ]  # fmt: skip
    return list(dict.fromkeys((*regular, *voters(case, roster))))


def _votes(roster: Roster, person: str) -> bool:
    known = roster.people.get(person)
    return known is not None and (known.votes or known.on_council)


def counted(case: Case, frame: Frame) -> list[str]:
    """Who counts: every voting member without a conflict, or only the case group (PS-36)."""
    if frame.rules.decision_base == "eligible" and not case.enacting.with_council:
        return eligible(case, frame.roster)
    return deciders(case, frame.roster)


def two_thirds(base: int) -> int:
    """The smallest whole number of votes that is two thirds of the base (PS-36)."""
    return -(-2 * base // 3)


def candidates(case: Case, roster: Roster) -> list[Person]:
    """Everyone who is asked, or who reads in a forward procedure: nobody who is out of it."""
    regular = [p for p in roster.members() if p.role in ("member", "adviser")]
    if "alternates" in case.stand_ins:
        regular += [p for p in roster.members() if p.role == "alternate"]
    if "council" in case.stand_ins:
        regular += [p for p in roster.council() if p.contact]
    if "interim" in case.stand_ins:
        regular += roster.council()
    passed = case.enacting
    regular += [
        p for p in roster.council()
        if p.id in passed.asked and (passed.with_council or p.id in case.group)
    ]  # fmt: skip
    able = (p for p in dict.fromkeys(regular) if not newcomer(case, roster, p.id))
    return [p for p in able if not out(case, p.id)]


def clear_voters(case: Case, roster: Roster) -> list[str]:
    """Voting people who answered CLEAR to every question."""
    if not case.questions:
        return []
    return [p.id for p in candidates(case, roster) if _votes(roster, p.id) and cleared(case, p.id)]


def cleared(case: Case, person: str) -> bool:
    """Answered CLEAR to every open question of the case."""
    return bool(case.questions) and not unanswered(case, person)


def presiding(case: Case, frame: Frame) -> str:
    """The chair, or the first of the succession who is not out of the case and not away.

    Before release nobody is in; then whoever is not out of it counts (product.md 5).
    """
    order = [p for p in frame.roster.presiding_order() if not out(case, p)]
    order = [p for p in order if p in case.group or not newcomer(case, frame.roster, p)]
    if case.released:
        order = [p for p in order if p in case.group] or list(case.group)
    here = [p for p in order if not away(frame, p)]
    return (here or order or [""])[0]


def may_lead(case: Case, person: str, frame: Frame) -> bool:
    """The lead, the presiding member, or, without a lead, any cleared voting member."""
    if person in (case.lead, presiding(case, frame)):
        return True
    return not case.lead and person in voters(case, frame.roster)


def outside(case: Case, roster: Roster, ref: str) -> list[Person]:
    """The people behind "@moderators", "@administrators" or "@council", without who is out of it.

    Moderators and administrators are those of the case's space, where one is set.
    """
    office = {"@moderators": "moderator", "@administrators": "administrator"}.get(ref, "council")
    if ref == "@board":
        return [roster.people[p] for p in board_clear(case) if p in roster.people]
    return [
        p
        for p in roster.people.values()
        if (p.on_council if office == "council" else p.office == office)
        and not out(case, p.id)
        and (office == "council" or not case.space or case.space in p.spaces)
        and not any(party.person == p.id for party in case.parties.values())
    ]


def board_clear(case: Case) -> list[str]:
    """The board without a conflict: who was asked and answered CLEAR to every name (PS-81)."""
    made = []
    for person in sorted(case.enacting.board):
        mine = [q for q in case.questions.values() if q.council and person in q.sent]
        if mine and all(person in q.cleared for q in mine) and not out(case, person):
            made.append(person)
    return made


# -- the rota -----------------------------------------------------------------------------------


def away(frame: Frame, person: str) -> bool:
    """Whether this member's own AWAY covers today, committee time, or nothing reaches them."""
    if person in frame.house.locks or person in frame.house.seats.suspended():
        return True
    span = frame.house.away.get(person)
    if span is None:
        return False
    today = frame.now.astimezone(frame.zone).date().isoformat()
    return span[0] <= today and (not span[1] or today <= span[1])


def on_duty(frame: Frame) -> str:
    """Whose turn it is by the rota that everybody sees."""
    rota = frame.roster.rota
    instead = frame.house.seats.turns.get(turns(frame))
    if instead in rota:
        return str(instead)
    return rota[turns(frame) % len(rota)] if rota else ""


def next_turn(frame: Frame, person: str) -> int:
    """The number of this person's present or next turn, exchanged ones included."""
    rota, now = frame.roster.rota, turns(frame)
    for turn in range(now, now + 2 * len(rota)):
        whose = frame.house.seats.turns.get(turn, rota[turn % len(rota)])
        if whose == person:
            return turn
    return now


def turns(frame: Frame) -> int:
    """Whole turns since the first start; they change at that hour, committee time."""
    began = frame.house.rota_began
    if began is None or frame.turn <= timedelta(0):
        return 0
    gone = _wall(frame.now, frame.zone) - _wall(began, frame.zone)
    return max(0, gone // frame.turn)


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def next_screener(case: Case, frame: Frame) -> str:
    """The next of the rota who may read this report first; "" when nobody is left.

    Matched, away, and whoever was asked already are skipped; when all were asked and stayed
    silent, the rota starts again with those who are not out of it.
    """
    rota = frame.roster.rota
    start = turns(frame) % len(rota) if rota else 0
    order = [rota[(start + i) % len(rota)] for i in range(len(rota))]
    if (instead := frame.house.seats.turns.get(turns(frame))) in order:  # SWAP
        order = list(dict.fromkeys((str(instead), *order)))
    able = [p for p in order if not out(case, p) and not newcomer(case, frame.roster, p)]
    if not able:  # nobody of the rota may read it: any candidate, the council's contacts last
        able = [
            p.id for p in candidates(case, frame.roster)
            if p.id not in case.calls.asked or cleared(case, p.id)
        ]  # fmt: skip
    fresh = [p for p in able if p not in case.screeners]
    here = [p for p in fresh if not away(frame, p)]
    if here or fresh:
        return (here or fresh)[0]
    # Everybody was asked: round again among the silent, whoever was asked longest ago first.
    last = {p: n for n, p in enumerate(case.screeners)}
    again = [p for p in able if case.passed_on.get(p) == "silent"]
    return min(again, key=lambda p: last[p]) if len(again) > 1 else ""


def local_day(frame: Frame) -> date:
    """Today, committee time."""
    return frame.now.astimezone(frame.zone).date()
