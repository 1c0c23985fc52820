"""The facts of the log: what has happened, in the words of the domain.

Every fact is a frozen value. A case is the fold of its facts (fold.py) and nothing else; case 0 is
the house itself. No deliverable address stands in a fact: `address` and `text` are numbers of
sealed texts in the store. A new fact goes into the module of its family and into that family's
union; the type checker then asks for it in the fold.
"""
# ruff: noqa: F403, F405

import json
import types
import typing
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from functools import cache

from cocmail.core.entries.access import *
from cocmail.core.entries.addresses import *
from cocmail.core.entries.bans import *
from cocmail.core.entries.checking import *
from cocmail.core.entries.enacting import *
from cocmail.core.entries.ending import *
from cocmail.core.entries.facts import *
from cocmail.core.entries.house import *
from cocmail.core.entries.keeping import *
from cocmail.core.entries.links import *
from cocmail.core.entries.locking import *
from cocmail.core.entries.mail import *
from cocmail.core.entries.mediation import *
from cocmail.core.entries.mishaps import *
from cocmail.core.entries.probing import *
from cocmail.core.entries.roster import *
from cocmail.core.entries.rules import *
from cocmail.core.entries.standins import *
from cocmail.core.entries.unsealing import *
from cocmail.core.entries.urgency import *
from cocmail.core.entries.work import *

Entry = (
    AccessFact
    | AddressFact
    | BanFact
    | CheckFact
    | EnactingFact
    | EndingFact
    | FoundFact
    | HouseFact
    | KeptFact
    | LinkFact
    | LockFact
    | MailFact
    | RosterFact
    | MishapFact
    | StandInFact
    | PastFact
    | ProbeFact
    | RuleFact
    | MediationFact
    | UnsealFact
    | UrgentFact
    | WorkFact
)

KINDS: dict[str, type[Entry]] = {kind.__name__: kind for kind in typing.get_args(Entry)}


def write(entry: Entry) -> bytes:
    """The payload of a fact as JSON; its kind stands beside it in the log."""
    plain = {f.name: getattr(entry, f.name) for f in fields(entry)}
    return json.dumps(plain, default=datetime.isoformat, ensure_ascii=False).encode()


def read(kind: str, payload: bytes) -> Entry:
    """A fact from its kind and payload.

    Raises:
        KeyError: a kind this version does not know (the log is newer than the program).
    """
    made: Callable[..., Entry] = KINDS[kind]
    plain = json.loads(payload)
    readers = _readers(kind)
    return made(**{name: readers[name](value) for name, value in plain.items()})


@cache
def _readers(kind: str) -> dict[str, Callable[[typing.Any], object]]:
    return {name: _reader(hint) for name, hint in typing.get_type_hints(KINDS[kind]).items()}


def _reader(kind: object) -> Callable[[typing.Any], object]:
    if kind is datetime:
        return datetime.fromisoformat
    if isinstance(kind, types.UnionType):  # datetime | None
        return lambda value: None if value is None else datetime.fromisoformat(value)
    if typing.get_origin(kind) is tuple:
        inner = _reader(typing.get_args(kind)[0])
        return lambda value: tuple(inner(one) for one in value)
    return lambda value: value
