"""What becomes of a measure that administrators were asked to put in force (T31, T31b).

Who looks after the spaces of a ban, who of them has not answered DONE, and what follows: they are
asked again after one and two weeks, and the lead hears of it. A ban with an end is over on that
day by itself. The register is in bans.py; the severe track chases by the hour (soloacts.py).
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from cocmail.core import bans, conflicts, timers
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One, Presiding
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.people import Person, Roster
from cocmail.core.sitting import Sitting

ASKED_AGAIN = (7, 14)  # † days without a DONE


def administrators(case: Case, roster: Roster, ban: bans.Ban) -> list[Person]:
    """Those of the spaces of the ban, without who is out of the case or a party of it."""
    parties = {p.person for p in case.parties.values() if p.person}
    return [
        p
        for p in roster.people.values()
        if p.office == "administrator"
        and not conflicts.out(case, p.id)
        and p.id not in parties
        and (bans.EVERYWHERE in ban.spaces or set(ban.spaces) & set(p.spaces))
    ]


def silent(case: Case) -> Iterator[tuple[e.Sent, datetime]]:
    """The newest letter about each ban to each administrator who has not answered it."""
    newest: dict[tuple[str, str], tuple[e.Sent, datetime]] = {}
    for letter, at in case.sent:
        about = dict(letter.about)
        if letter.template == "enact" and "again" not in about:
            newest[letter.reader.removeprefix("member:"), about.get("ban", "")] = (letter, at)
    for key, (letter, at) in newest.items():
        done = case.urgency.enforced.get(key)
        if key[1] in case.bans.rows and (done is None or done < at):
            yield letter, at


def ticking(case: Case, frame: Frame) -> Iterator[timers.Clock]:
    """One and two weeks after a letter that nobody answered, also when the case is closed."""
    for letter, at in silent(case):
        person = letter.reader.removeprefix("member:")
        if person not in frame.roster.people or conflicts.out(case, person):
            continue
        for days in ASKED_AGAIN:
            due = timers.running(frame.house, at, timedelta(days=days))
            act = _ask_again(person, dict(letter.about)["ban"], str(days))
            yield timers.Clock(f"enact-{letter.errand}", str(days), due, act)


def _ask_again(person: str, ref: str, days: str) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        case = sitting.case
        sitting.write("enact", One(person), about={"ban": ref, "again": days})
        about = {"what": "enact", "ban": ref, "person": person, "days": days}
        lead = case.lead or conflicts.presiding(case, sitting.frame)
        sitting.write("reminder", One(lead) if lead else CaseGroup(), about=about)

    return act


def over(ref: str) -> Callable[[Sitting], None]:
    """The day on which a ban ends: the way back is told (T31b), and whoever presides hears it."""

    def act(sitting: Sitting) -> None:
        case = sitting.case
        sitting.add(e.BanLifted(ref, ""))
        for person in administrators(case, sitting.frame.roster, case.bans.rows[ref]):
            sitting.write("enact", One(person.id), about={"ban": ref})
        sitting.write("reminder", Presiding(), about={"what": "ban-over", "ban": ref})

    return act
