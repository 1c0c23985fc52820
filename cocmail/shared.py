"""Roster addresses that turn out to be read by many: mailing lists and shared boxes (PS-02).

Here is what shows it in an authenticated answer. What a case teaches stays in the case: there
delivery pauses and whoever presides hears why; outside a case the chair's status says it. Only
the file changes an address.
"""

from cocmail.core import entries as e
from cocmail.core.audience import Presiding
from cocmail.core.people import Person, fold_name, spellings
from cocmail.core.sitting import Sitting
from cocmail.incoming import Incoming
from cocmail.mail.automatic import LIST_FIELDS

LIST, BOX = "list-address", "shared-address"


def through_a_list(mail: Incoming) -> bool:
    """Whether a list passed it on (RFC 2369, RFC 2919)."""
    return any(mail.mail.all(name) for name in LIST_FIELDS)


def sign(mail: Incoming, person: Person) -> str:
    """Why this answer is not from one person's own box, or ""."""
    if through_a_list(mail):
        return LIST
    shown = fold_name(mail.name).split()
    own = {word for spelt in spellings(person) for word in spelt.split()}
    # A full name that has no word in common with the member's is somebody else's.
    strange = len(shown) > 1 and all(w.isalpha() for w in shown) and not own & set(shown)
    return BOX if strange and "@" not in mail.name else ""


def pause(sitting: Sitting, person: str, why: str) -> None:
    """No more of this case goes there until whoever presides says that it is their own box."""
    mark = f"{why}/{person}"
    if mark in sitting.case.spoke:
        return
    sitting.add(e.Spoke(mark))
    sitting.add(e.Paused(person, why))
    sitting.write("reminder", Presiding(), about={"what": why, "person": person})
