"""A member's hijacked mailbox: suspended, told to the council's contact, given back (A20, LOCK).

While it is locked the gate parks every letter to it, and its mail is kept and runs nothing; whoever
sits in it hears nothing, not even that it is locked. Who is told are the other members and the
contacts, of the lock alone: no case stands in it. Not here: the keyword (commands/locking.py), and
how mail from it is held (reception.py).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from cocmail.core import changes, conflicts
from cocmail.core import entries as e
from cocmail.core.case import Case, House
from cocmail.core.locks import TWO, Lock
from cocmail.core.people import Roster
from cocmail.core.sitting import Sitting

Act = Callable[[Sitting], None]
_LEAVING = ("waiting", "approved")


def lock(sitting: Sitting, person: str, by: str) -> None:
    """One member's voice: twelve hours alone, until it is lifted with a second one."""
    sitting.add(e.LockSaid(person, by))
    known = sitting.frame.house.locks.running[person]
    until = known.until
    name, who = _names(sitting, person, by)
    lines = [
        f"{who} says that the mailbox of {name} may be in somebody else's hands.",
        "It is locked: nothing is sent to it, and nothing that comes from it counts.",
    ]
    if until is not None:
        end = until.astimezone(sitting.frame.zone)
        lines += [f"One member's word holds until {end:%Y-%m-%d %H:%M}, once.",
                  f"A second member makes it stand, in a new mail: LOCK {name}"]  # fmt: skip
    else:
        lines.append("Two members have said so: it stands until it is lifted.")
    lines += [f"A council contact, or two members, lift it: LOCK {name} OFF",
              f"Please reach {name} on another way than mail."]  # fmt: skip
    _tell(sitting, person, "a mailbox is locked", lines)


def unlock(sitting: Sitting, person: str, by: str) -> None:
    """A contact's OFF lifts it, so does a second member's; and a lone lock its own author's."""
    frame = sitting.frame
    known = frame.house.locks.running[person]
    if by not in known.off:
        sitting.add(e.UnlockSaid(person, by))
    if by in changes.contacts(frame.roster) or known.by == [by] or len(set(known.off)) >= TWO:
        end(sitting, person, "off")
        return
    name, who = _names(sitting, person, by)
    _tell(sitting, person, "a mailbox is locked",
          [f"{who} would lift the lock on the mailbox of {name}.",
           f"One more member, or a council contact, lifts it: LOCK {name} OFF"])  # fmt: skip


def end(sitting: Sitting, person: str, why: str) -> None:
    """In use again: told to everybody and, from here on, to the person too."""
    sitting.add(e.LockEnded(person, why))
    name = sitting.frame.roster.name_of(person)
    how = "The twelve hours are over." if why == "over" else "It was lifted."
    line = f"The mailbox of {name} is no longer locked. {how}"
    _tell(sitting, person, "a mailbox is in use again", [line])
    changes.tell(sitting, [person], "your mailbox was locked", (
        "Members of the committee had reason to think that somebody else reads or writes your "
        "mail. It was locked meanwhile, and is in use again.",
        "What waited for you follows. Mail that came from your address meanwhile was kept, and "
        "nothing of it counted: what was yours, please send again.",
        "Replies to older mails of a case reach it no more by their old address: please answer the "
        "newest one.",
    ))  # fmt: skip


def over(house: House, now: datetime) -> list[str]:
    """Whose single member's lock has run out."""
    return [p for p, known in house.locks.running.items() if known.until and known.until <= now]


def due(house: House) -> Iterator[datetime]:
    """When locks run out."""
    yield from (known.until for known in house.locks.running.values() if known.until)


def spread(
    entries: Iterable[e.Entry], cases: Callable[[], Iterable[Case]]
) -> list[tuple[int, Act]]:
    """What a lock, or its end, does in each case that the person has, or had, a way into."""
    made: list[tuple[int, Act]] = []
    for entry in entries:
        if isinstance(entry, e.LockSaid | e.LockEnded):
            then = _holds if isinstance(entry, e.LockSaid) else _replaces
            made += [(c.no, then(entry.person)) for c in cases() if touches(c, entry.person)]
    return made


def _holds(person: str) -> Act:
    return lambda sitting: hold_drafts(sitting, person)


def _replaces(person: str) -> Act:
    return lambda sitting: replace_tag(sitting, person)


def touches(case: Case, person: str) -> bool:
    """Whether somebody has, or had, a way into this case."""
    return bool(changes.concerned((case,), person)) or any(
        letter.reader == f"member:{person}" for letter, _ in case.sent
    )


def hold_drafts(sitting: Sitting, person: str) -> None:
    """What they wrote or approved is held, as by HOLD: another member's OK lets it go again."""
    for draft in sitting.case.drafts.values():
        if draft.state in _LEAVING and person in (draft.by, draft.approved_by):
            sitting.add(e.Stopped(draft.id, ""))
            name = sitting.frame.roster.name_of(person)
            sitting.notice(f"Draft {draft.id} is held: the mailbox of {name} is locked.",
                           but=(person,), at_once=True)  # fmt: skip


def replace_tag(sitting: Sitting, person: str) -> None:
    """The old address of this case leads nowhere any more; the next letter has a new one."""
    if not conflicts.out(sitting.case, person):
        generation = sitting.case.generation.get(person, 0) + 1
        sitting.add(e.TagReplaced(person, generation))


def others(roster: Roster, person: str) -> list[str]:
    """Who is told: members and council contacts, never the mailbox that is locked."""
    return [p for p in changes.everyone(roster) if p != person]


def stands(known: Lock) -> bool:
    """Whether two members said so."""
    return known.until is None


def _tell(sitting: Sitting, person: str, title: str, lines: list[str]) -> None:
    changes.tell(sitting, others(sitting.frame.roster, person), title, lines)


def _names(sitting: Sitting, person: str, by: str) -> tuple[str, str]:
    return sitting.frame.roster.name_of(person), sitting.frame.roster.name_of(by)
