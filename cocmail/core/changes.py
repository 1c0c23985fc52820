"""A change of the roster on its way: asked, confirmed, announced, held or in force (product.md 5).

Everything happens in a sitting over case 0. Who is told what is decided here; the lines that start
a change are keywords (commands/roster.py), the moments at which one is due are terms.py's. Not
here: addresses, which are numbers of sealed texts.
"""

from collections.abc import Iterable
from datetime import datetime

from cocmail.core import entries as e
from cocmail.core import seats, timers
from cocmail.core.audience import One
from cocmail.core.case import Case, House
from cocmail.core.people import Roster
from cocmail.core.seats import Change
from cocmail.core.sitting import Sitting

_LEAVING = ("REMOVE", "OFFBOARD")


def contacts(roster: Roster) -> list[str]:
    """The council's registered contacts (JU-01)."""
    return [p.id for p in roster.people.values() if p.contact]


def everyone(roster: Roster) -> list[str]:
    """All members and council contacts: who hears of every change."""
    return list(dict.fromkeys((*(p.id for p in roster.members()), *contacts(roster))))


def chief(roster: Roster) -> list[str]:
    """Council contacts and the chair."""
    return list(dict.fromkeys((*contacts(roster), *([roster.chair] if roster.chair else []))))


def tell(sitting: Sitting, people: Iterable[str], title: str, lines: Iterable[str],
         change: int = 0) -> None:  # fmt: skip
    """News about the roster, one letter each."""
    n = sitting.number()
    sitting.add(e.RosterNews(n, title, tuple(lines), change))
    for person in people:
        sitting.write("roster-change", One(person), about={"news": str(n)})


def attempted(sitting: Sitting, person: str, verb: str) -> None:
    """A member's attempt is refused, and the council's contacts hear of it (JU-01)."""
    name = sitting.frame.roster.name_of(person)
    lines = (f"{name} sent {verb}. It was refused, and nothing was done.",)
    told = [p for p in contacts(sitting.frame.roster) if p != person]
    tell(sitting, told, "an attempt to change the roster", lines)


def said(change: Change, roster: Roster) -> str:
    """One change in words; no address."""
    asked = change.asked
    name = asked.name or roster.name_of(asked.person)
    match asked.verb:
        case "ADD":
            return f"{name} joins the committee as {asked.role}"
        case "CHAIR":
            return f"{name} becomes chair"
        case "ONBOARD":
            return f"{name} gets the list of names for newcomers"
        case "RULES":
            return "the procedure in the operator's file takes the place of the one in force"
        case _:
            return f"{name} leaves the committee"


def ask(sitting: Sitting, verb: str, person: str, name: str, *, by: str, role: str = "",
        address: int = 0, to: Iterable[str] = ()) -> None:  # fmt: skip
    """The confirm round trip: a one-word question, valid once, for 48 hours."""
    n = sitting.number()
    sitting.add(e.ChangeAsked(n, verb, person, name, role, address, by))
    for one in to or (by,):
        sitting.write("confirm", One(one), about={"held": str(n)})


def refuse(sitting: Sitting, change: Change) -> None:
    """NO: it is dropped."""
    sitting.add(e.ChangeDropped(change.asked.n, "no"))


def confirm(sitting: Sitting, change: Change, by: str) -> None:
    """YES: announced to all members and council contacts; in force after the wait."""
    n, roster = change.asked.n, sitting.frame.roster
    sitting.add(e.ChangeConfirmed(n, sitting.new_id(), by))
    told = everyone(roster)
    if change.asked.verb == "OFFBOARD":
        # Access ends before the person hears of it, and may come back only by a HOLD (B-29).
        for person in dict.fromkeys((*told, change.asked.person)):
            about = {"person": change.asked.person, "change": str(n)}
            sitting.write("offboarding", One(person), about=about)
        return
    tell(sitting, told, "a change of the roster", (said(change, roster),), n)


def in_force_at(house: House, change: Change) -> datetime:
    """When an announced change is in force: silence counts only while the daemon runs."""
    assert change.confirmed is not None
    return timers.thawed(house, timers.running(house, change.confirmed, seats.WAIT))


def hold(sitting: Sitting, change: Change, person: str) -> bool:
    """One HOLD; True when the change is stopped by it."""
    roster = sitting.frame.roster
    if person not in change.holds:
        sitting.add(e.ChangeHeld(change.asked.n, person))
    known = sitting.frame.house.seats.changes[change.asked.n]
    members = {p.id for p in roster.members()}
    stopped = seats.holds(known, members, set(contacts(roster)))
    name = roster.name_of(person)
    if stopped:
        sitting.add(e.ChangeDropped(change.asked.n, "held"))
        line = f"Stopped by HOLD, and will not happen: {said(change, roster)}."
        tell(sitting, everyone(roster), "a change of the roster was stopped", (line,))
    else:
        line = f"{name} answered HOLD. One more member, or another contact, stops it:"
        tell(sitting, everyone(roster), "a change of the roster",
             (line, said(change, roster)), change.asked.n)  # fmt: skip
    return stopped


def take(sitting: Sitting, change: Change, cases: Iterable[int]) -> None:
    """In force. `cases` are those that somebody who leaves has to do with."""
    asked, roster = change.asked, sitting.frame.roster
    if not _possible(change, roster):
        sitting.add(e.ChangeDropped(asked.n, "void"))
        return
    match asked.verb:
        case "ADD":
            sitting.add(e.Seated(asked.person, asked.name, "member", asked.role, (), False,
                                 "full", False, (), (asked.address,), asked.n))  # fmt: skip
            number(sitting, asked.person)
        case "CHAIR":
            sitting.add(e.ChairSet(asked.person, asked.n))
        case "RULES":
            kept = sitting.frame.house.seats.rules[asked.person]
            sitting.add(e.RulesTaken(asked.person, kept, "taken"))
        case verb if verb in _LEAVING:
            leave(sitting, asked.person, asked.n, cases)
        case _:
            pass
    sitting.add(e.ChangeTaken(asked.n))
    if asked.verb == "ONBOARD":
        return
    line = f"In force now: {said(change, roster)}."
    told = [p for p in everyone(roster) if asked.verb not in _LEAVING or p != asked.person]
    joined = [asked.person] if asked.verb == "ADD" else []
    if asked.verb == "REMOVE":  # the farewell, after access ended (PS-56)
        for person in (*told, asked.person):
            sitting.write("offboarding", One(person), about={"person": asked.person})
        return
    tell(sitting, (*told, *joined), "a change of the roster is in force", (line,))


def leave(sitting: Sitting, person: str, change: int, cases: Iterable[int]) -> None:
    """Off the roster, and out of every case at once."""
    sitting.add(e.LeftRoster(person, change))
    for no in cases:
        sitting.elsewhere.append((no, lambda s: depart(s, person)))


def depart(sitting: Sitting, person: str) -> None:
    """One case goes on without somebody: votes struck, tag void, the group told of a lost lead."""
    led = sitting.case.lead == person
    sitting.add(e.Departed(person))
    if led and sitting.case.state == "open":
        sitting.notice("The case has no lead now; TAKE makes you the lead.")


def concerned(cases: Iterable[Case], person: str) -> list[int]:
    """The numbers of the cases that somebody has to do with."""
    return [
        case.no
        for case in cases
        if person in case.group
        or person in case.been_in
        or person in case.screeners
        or any(person in q.sent for q in case.questions.values())
    ]


def number(sitting: Sitting, person: str) -> None:
    """A number inside tags, once for ever."""
    known = sitting.frame.house.numbers
    if person not in known:
        sitting.add(e.Numbered(person, max(known.values(), default=0) + 1))


def _possible(change: Change, roster: Roster) -> bool:
    """Whether it still makes sense when its time comes."""
    there = change.asked.person in roster.people
    if change.asked.verb == "RULES":
        return True
    return not there if change.asked.verb == "ADD" else there
