"""What time makes of the roster: changes in force, alerts, reviews, renewals, newcomers' lists.

Everything is level-triggered, like the rest of the mornings: what is due and not in the log yet is
written. Not here: who may ask for a change (core/commands/roster.py), and what it does
(core/changes.py).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from cocmail.core import changes, conflicts, locking, seats, timers
from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.people import Person, Roster, fold_name
from cocmail.core.seats import Change
from cocmail.core.sitting import Sitting
from cocmail.house import House, Work
from cocmail.mail.replies import own_words
from cocmail.roster import Addresses, Wording, matched

BELOW = "the roster is below its minimum"


def strike(house: House, now: datetime) -> None:
    """Write what is due about the roster."""
    known = house.records.house
    for change, until in list(seats.unasked(known)):
        if until <= now:
            n = change.asked.n
            _sit(house, now, f"late|{n}", _adds(e.ChangeDropped(n, "late")))
    for change in seats.announced(known):
        if changes.in_force_at(known, change) <= now:
            _take(house, now, change)
    for person in locking.over(known, now):
        _sit(house, now, f"unlocked|{person}", _opens(person))
    if now.astimezone(house.zone).hour >= timers.STATUS_HOUR:
        _alert(house, now)
        _review(house, now)
        _renewals(house, now)


def _sit(house: House, now: datetime, seed: str, then: Callable[[Sitting], None]) -> None:
    def act(work: Work) -> None:
        house.sit(work, house.records.case(0), then)

    with house.batch():
        house.once(now, f"roster|{seed}", act)


def _adds(entry: e.Entry) -> Callable[[Sitting], None]:
    return lambda sitting: sitting.add(entry)


def _opens(person: str) -> Callable[[Sitting], None]:
    return lambda sitting: locking.end(sitting, person, "over")


def _take(house: House, now: datetime, change: Change) -> None:
    n, person = change.asked.n, change.asked.person
    cases: list[int] = []
    if change.asked.verb in ("REMOVE", "OFFBOARD"):
        cases = changes.concerned(house.records.cases(), person)
    _sit(house, now, f"taken|{n}", lambda s: changes.take(s, change, cases))
    if change.asked.verb == "ONBOARD" and change.taken:
        _onboard(house, now, change)


# -- newcomers -----------------------------------------------------------------------------------


def _onboard(house: House, now: datetime, change: Change) -> None:
    """T35: matched against each case's parties first, then names, shuffled (PS-73)."""
    person = house.config.roster.people[change.asked.person]
    named, involved = _names(house, house.frame(now), person)
    moment = change.confirmed or now
    # Keyed by the change alone, so that no case a newcomer may not see moves a name.
    dice = house.dice(f"onboarding|{person.id}|{moment.isoformat()}")
    order = sorted(named)
    for last in range(len(order) - 1, 0, -1):
        other = dice(f"0:{last}") % (last + 1)
        order[last], order[other] = order[other], order[last]
    lists = tuple(tuple(named[name]) for name in order)

    def write(sitting: Sitting) -> None:
        sitting.add(e.NamesSent(person.id, lists))
        if lists:
            sitting.write("onboarding-names", One(person.id))
        else:
            sitting.add(e.NamesAnswered(person.id, (), (), 0))
            sitting.write("onboarding-result", One(person.id))

    def act(work: Work) -> None:
        for no in involved:
            out = _adds(e.Excluded(person.id, "matched"))
            house.sit(work, house.records.case(no), out)
        house.sit(work, house.records.case(0), write)

    with house.batch():
        house.once(now, f"roster|names|{change.asked.n}", act)


def _names(house: House, frame: Frame, person: Person) -> tuple[dict[str, list[str]], list[int]]:
    """Every name of the past that the newcomer is asked about, and the cases that involve them."""
    named: dict[str, list[str]] = defaultdict(list)
    involved: list[int] = []
    alone = Roster({person.id: person}, "", (), ())
    own = Addresses({person.id: house.addresses.every(person.id)})
    for case in house.records.cases("open", "closed"):
        listed = conflicts.newcomer(case, frame.roster, person.id) and case.released
        if not listed or case.seats.off_lists or conflicts.out(case, person.id):
            continue
        if any(matched(alone, own, words) for words in _wordings(house, case)):
            involved.append(case.no)
            continue
        for party in case.reported():
            if party.name and party.name != party.ref:
                name = frame.roster.name_of(party.person) if party.person else party.name
                named[fold_name(name)].append(f"{case.no}:{party.ref}")
    return named, involved


def _wordings(house: House, case: Case) -> Iterator[Wording]:
    """Whose case it is, and what its parties wrote: the newcomer may be named there."""
    records = house.records
    for party in case.parties.values():
        yield Wording(party.name, records.address(case.no, party.address), "", "")
    for kept, _ in case.mails:
        if kept.source[:1] in "RWAP" and kept.source[1:].isdigit():
            mail = records.mail(case.no, kept.text)
            text = mail.text if kept.kind == "report" else own_words(mail.text)
            yield Wording("", "", mail.subject, text)


# -- by the calendar -----------------------------------------------------------------------------


def _alert(house: House, now: datetime) -> None:
    """Daily to chair and contacts while the active roster is below the minimum (GC-02)."""
    frame = house.frame(now)
    active = [p for p in frame.roster.members() if p.role == "member"
              and not conflicts.away(frame, p.id)]  # fmt: skip
    least = frame.rules.roster_minimum
    if len(active) >= least:
        return
    people = _unmailed(house, frame, "alert", changes.chief(frame.roster))
    if not people:
        return
    line = f"{len(active)} voting member(s) are here now; the procedure wants {least} (GC-02)."

    def write(sitting: Sitting) -> None:
        _noted(sitting, "alert", people)
        changes.tell(sitting, people, BELOW, (line,))

    _sit(house, now, f"alert|{now.date()}", write)


def _unmailed(house: House, frame: Frame, what: str, people: list[str]) -> list[str]:
    """Who did not get this today, committee time."""
    mailed, today = house.records.house.seats.mailed, conflicts.local_day(frame)
    last = {p: mailed.get((what, p)) for p in people}
    return [p for p, at in last.items() if not at or at.astimezone(frame.zone).date() < today]


def _noted(sitting: Sitting, what: str, people: list[str]) -> None:
    day = conflicts.local_day(sitting.frame).isoformat()
    for person in people:
        sitting.add(e.RosterMailed(what, person, day))


def _review(house: House, now: datetime) -> None:
    """T32b: the council reviews the membership regularly (GC-04)."""
    frame = house.frame(now)
    every, known = frame.rules.roster_review, house.records.house
    if not every or known.rota_began is None:
        return
    began = known.rota_began
    last = {p: known.seats.mailed.get(("review", p), began)
            for p in changes.contacts(frame.roster)}  # fmt: skip
    due = [p for p, at in last.items() if _over(frame, at, every)]
    _status(house, now, "review", due)


def _renewals(house: House, now: datetime) -> None:
    """T32c: once a term each member is asked to go on (B-29, D-41)."""
    frame, known = house.frame(now), house.records.house
    every = frame.rules.term
    if not every:
        return
    due = []
    for person in frame.roster.members():
        start = seats.term_began(known, person)
        asked = known.seats.mailed.get(("renewal", person.id))
        if start and _over(frame, start, every) and (asked is None or _over(frame, asked, every)):
            due.append(person.id)
    _status(house, now, "renewal", due)


def _over(frame: Frame, since: datetime, every: timedelta) -> bool:
    """Days count, not hours: the letter leaves in the morning of the day."""
    return (frame.now.astimezone(frame.zone).date() - since.astimezone(frame.zone).date()) >= every


def _status(house: House, now: datetime, kind: str, people: list[str]) -> None:
    if not people:
        return

    def write(sitting: Sitting) -> None:
        _noted(sitting, kind, people)
        for person in people:
            sitting.write("chair-status", One(person), about={"kind": kind})

    _sit(house, now, f"{kind}|{now.date()}", write)
