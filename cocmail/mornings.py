"""What the house says by itself: the morning's status, keys that end, the quarantine's lines.

All are errands of case 0, filled by the gate from what their one reader may see. The chair gets
the status weekly, and daily when something is due; whoever presides in a case for the chair gets
theirs when something is due (T32).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cocmail import probing, seasons, terms
from cocmail.core import clocks, conflicts, timers
from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.quarantine import Waiting
from cocmail.core.sitting import Sitting
from cocmail.house import House, Work
from cocmail.keyring import Ending

WEEKDAY = 0  # Monday: the weekly status
SCREENER_HEARS = timedelta(hours=1)
SCREENER, CHAIR = "screener", "chair"


def strike(house: House, now: datetime) -> None:
    """Write what is due in the name of the house."""
    terms.strike(house, now)
    status(house, now)
    keys(house, now)
    probing.strike(house, now)
    quarantine(house, now)
    seasons.strike(house, now)


# -- the status mail ----------------------------------------------------------------------------


def status(house: House, now: datetime) -> None:
    """At 09:00 committee time, once a day a person, also after an outage."""
    frame = house.frame(now)
    local = now.astimezone(frame.zone)
    if local.hour < timers.STATUS_HOUR:
        return
    day = local.date().isoformat()
    chair = frame.roster.chair
    if house.records.house.mailed.get(chair) == day:
        return
    if not house.records.house.mailed:
        # The first day there is nothing to say yet; the day is noted so that the next one counts.
        _mail(house, now, [], {chair: day})
        return
    due = dict.fromkeys(_presiding_over_late(house, frame))
    if local.weekday() == WEEKDAY or house.records.away(now):
        due[chair] = None
    people = [p for p in due if house.records.house.mailed.get(p) != day]
    _mail(house, now, people, dict.fromkeys({chair, *people}, day))


def _presiding_over_late(house: House, frame: Frame) -> Iterator[str]:
    """Whoever presides over a case in which something is due today."""
    for case in house.records.cases("held", "open"):
        if _something_due(case, house.frame(frame.now, case)):
            person = conflicts.presiding(case, frame)
            if person:
                yield person


def _something_due(case: Case, frame: Frame) -> bool:
    tomorrow = frame.now + timedelta(days=1)
    if case.urgency.unreviewed():  # it tops the list until the group has signed it off (NP-07)
        return True
    spoken = any(name.startswith(("first-human/", "resolution/")) for name in case.spoke)
    return spoken or any(
        c.due <= tomorrow and c.family in ("first-human", "resolution")
        for c in clocks.clocks(case, frame)
        if c.name not in case.spoke
    )


def _mail(house: House, now: datetime, people: list[str], days: dict[str, str]) -> None:
    def act(work: Work) -> None:
        def said(sitting: Sitting) -> None:
            for person, day in days.items():
                sitting.add(e.StatusMailed(person, day))
            for person in people:
                sitting.write("chair-status", One(person))

        house.sit(work, house.records.case(0), said)

    with house.batch():
        house.once(now, f"status|{now.date()}", act)


# -- OpenPGP keys -------------------------------------------------------------------------------


def keys(house: House, now: datetime) -> None:
    """A key that ends within 30 days, and one that has ended: said once to chair and member."""
    frame = house.frame(now)
    said = house.records.house.key_warned
    # An extended key keeps its fingerprint, and is spoken of again.
    due = [k for k in house.keyring.endings(now)
           if (k.fingerprint, k.expires, k.over) not in said]  # fmt: skip
    if not due or now.astimezone(frame.zone).hour < timers.STATUS_HOUR:
        return

    def act(work: Work) -> None:
        house.sit(work, house.records.case(0), lambda sitting: _of_keys(sitting, due))

    with house.batch():
        house.once(now, f"keys|{now.date()}|{len(said)}", act)


def _of_keys(sitting: Sitting, due: list[Ending]) -> None:
    for key in due:
        sitting.add(e.KeyWarned(key.person, key.fingerprint, key.expires, key.over))
        about = {
            "whose": key.person,
            "fingerprint": key.fingerprint,
            "expires": key.expires.isoformat() if key.expires else "",
            "over": "yes" if key.over else "",
        }
        for person in dict.fromkeys(filter(None, (sitting.frame.roster.chair, key.person))):
            sitting.write("key-ends", One(person), about=about)


# -- the quarantine -----------------------------------------------------------------------------


def quarantine(house: House, now: datetime) -> None:
    """The screener hears within the hour, the chair at half the receipt limit (product.md 4).

    How far each has heard is one moment and no fact of ten thousand cases: what was due by then
    stood in a list.
    """
    frame = house.frame(now)
    due_at = house.store.setting("quarantine-due")
    if due_at == "" or (due_at and datetime.fromisoformat(due_at) > now):
        return
    said = json.loads(house.store.setting("quarantine-listed") or "{}")
    readers: set[str] = set()
    upcoming: list[datetime] = []
    listing = _Listing(house, frame)
    for line in house.records.waiting():
        for mark, after in (SCREENER, SCREENER_HEARS / 2), (CHAIR, frame.rules.ack_limit / 2):
            moment = line.opened + after
            if moment > now:
                upcoming.append(moment)
            elif mark not in said or datetime.fromisoformat(said[mark]) < moment:
                readers.add(listing.reader(line, mark))
    with house.batch():
        _list(house, now, readers - {""})
        due = min(upcoming, default=None)
        house.store.set_setting("quarantine-due", due.isoformat() if due else "")
        listed = dict.fromkeys((SCREENER, CHAIR), now.isoformat())
        house.store.set_setting("quarantine-listed", json.dumps(listed))


@dataclass(slots=True)
class _Listing:
    """Who hears of a line; asked once for all lines that are closed to the same people."""

    house: House
    frame: Frame
    known: dict[tuple[object, ...], dict[str, str]] = field(default_factory=dict)

    def reader(self, line: Waiting, mark: str) -> str:
        roster = self.frame.roster
        late = tuple(
            p for p in roster.people
            if conflicts.came_later(line.opened, line.welcomed, roster, p)
        )  # fmt: skip
        alike = (line.out, late, line.asked)
        if alike not in self.known:
            case = self.house.records.case(line.no)
            self.known[alike] = {
                SCREENER: conflicts.next_screener(case, self.frame),
                CHAIR: conflicts.presiding(case, self.frame),
            }
        found = self.known[alike][mark]
        return "" if found in line.left_out else found


def _list(house: House, now: datetime, readers: set[str]) -> None:
    if not readers:
        return

    def act(work: Work) -> None:
        for person in sorted(readers):
            house.sit(work, house.records.case(0), _writes(person))

    house.once(now, f"quarantine|{now.isoformat()}", act)


def _writes(person: str) -> Callable[[Sitting], None]:
    return lambda sitting: sitting.write("quarantine", One(person))
