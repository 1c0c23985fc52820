"""How a member gets a letter: as it is, sealed with OpenPGP, or as a notice without words.

A member on `encrypted` never gets words in plain text: without a usable key a notice comes in the
place of every letter that says anything (product.md 7). Not here: the keys (keyring.py), and who
may get the letter at all (gate.py).
"""

from datetime import datetime
from typing import Literal, Protocol

from cocmail.core.fetching import WAITS
from cocmail.core.people import Person, Roster
from cocmail.doors import CONTENTFUL, WORDLESS
from cocmail.keyring import Keyring
from cocmail.mail.build import Button

Way = Literal["plain", "sealed", "notice"]

FETCH = "There is new mail in this case; READ fetches it."
NO_KEY = (
    "There is new mail for you. You asked for it encrypted, and the OpenPGP key on record for you "
    "cannot be used, so it stays here. Give a new public key to whoever runs cocmail; then READ "
    "fetches it."
)


class Errand(Protocol):
    """What is asked of an errand here."""

    @property
    def case(self) -> int: ...
    @property
    def template(self) -> str: ...
    @property
    def reader(self) -> str: ...
    @property
    def about(self) -> tuple[tuple[str, str], ...]: ...


def way(errand: Errand, roster: Roster, keyring: Keyring, now: datetime) -> Way:
    """How the reader of this errand gets its letter now; a party gets it as it is."""
    kind, who = errand.reader.split(":", 1)
    person = None if kind == "party" else roster.people.get(who)
    if person is None or person.delivery == "full":
        return "plain"
    if person.delivery == "encrypted":
        if keyring.reads(person.id, now):
            return "sealed"
        return "plain" if errand.template in WORDLESS else "notice"
    fetched = {"fetched", WAITS} & dict(errand.about).keys()  # the gate asks whether it was
    waits = errand.case and errand.template in CONTENTFUL and not fetched
    return "notice" if waits else "plain"


def notice(person: Person) -> tuple[str, tuple[Button, ...]]:
    """What a notice says, and what can be done about it."""
    if person.delivery == "encrypted":
        return NO_KEY, ()
    return FETCH, (Button("fetch it", "READ"), Button("what I can do", "HELP"))
