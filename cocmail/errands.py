"""Errands as the store keeps them, there and back.

Not here: who gets one (house.py, gate.py).
"""

import json
from datetime import datetime

from cocmail.core import fetching
from cocmail.gate import Errand
from cocmail.store import ErrandRow, Store


def payload(template: str, reader: str, about: tuple[tuple[str, str], ...]) -> bytes:
    """What is sealed of an errand: no text and no address."""
    return json.dumps([template, reader, about]).encode()


def errand(row: ErrandRow) -> Errand:
    """An errand as the store keeps it."""
    template, reader, about = json.loads(row.payload)
    pairs = tuple((str(k), str(v)) for k, v in about)
    return Errand(row.id, row.case_no, template, reader, pairs, row.transit or 0)


def leave_waiting(store: Store, one: Errand, now: datetime) -> None:
    """A notice left in its place: the letter waits, and takes over what waits in transit for it."""
    about = fetching.left_waiting(one.about, one.id, now)
    due = fetching.ends(dict(about), now, fetching.FETCH_FOR) if one.transit else None
    sealed = payload(one.template, one.reader, about)
    store.add_errand(one.case, due, now, sealed, one.transit or None)
