"""What a fact lets the keyed index lead to: code names, reported persons, bans.

Not here: the index itself (store/), and what mails are found by (reception.py, reports.py).
"""

from datetime import datetime

from cocmail.core import entries as e
from cocmail.core.case import Case
from cocmail.core.people import fold_name
from cocmail.records import Records
from cocmail.roster import Addresses, fold_address


def index(
    records: Records, addresses: Addresses, case: Case, entry: e.Entry, now: datetime
) -> None:
    """Let what this fact names lead to its case."""
    match entry:
        case e.Released():
            records.store.index("code", entry.code, case.no, now, "")
        case e.Banned():
            records.store.index("bans", "register", case.no, now, "")
        case e.PartyNamed() if entry.role == "reported":
            _reported(records, addresses, case, entry.ref, now)
        case e.Sent() if entry.reader.startswith("party:P"):
            _reported(records, addresses, case, entry.reader.removeprefix("party:"), now, told=True)


def _reported(
    records: Records, addresses: Addresses, case: Case, ref: str, now: datetime, *,
    told: bool = False,
) -> None:  # fmt: skip
    """What a reported person writes from any address known of them belongs to the case.

    A member's private address counts once a letter went there (`told`), and not before: among
    the reports they read they would miss the one they wrote from it (promise 4).
    """
    party = case.parties[ref]
    own = addresses.every(party.person)
    known = own if own and not told else (records.address(case.no, party.address), *own)
    for address in filter(None, known):
        records.store.index("reported", fold_address(address), case.no, now, ref)
    persons = (fold_name(party.name), f"id:{party.person}" if party.person else "")
    for person in filter(None, persons):
        records.store.index("person", person, case.no, now, ref)
