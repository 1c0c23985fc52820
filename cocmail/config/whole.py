"""The configuration as the program uses it, and loading it with every problem at once.

Not here: the keys (tables.py), what must agree (checks.py), what is unwise (cautions.py).
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from cocmail.config.checks import across
from cocmail.config.kinds import Site
from cocmail.config.problems import Problem, Values, read_toml, translated
from cocmail.config.procedures import load_procedure
from cocmail.config.tables import (
    Committee,
    CouncilMember,
    Delegate,
    Document,
    Imap,
    Limits,
    Lmtp,
    Member,
    Operators,
    Probe,
    Relay,
    Screening,
    Smarthost,
    Smtp,
    Space,
    Storage,
)
from cocmail.core.people import Person, Roster
from cocmail.core.procedure import Procedure
from cocmail.durations import read_duration


@dataclass(frozen=True, slots=True)
class Config:
    """One committee's configuration; the names are those of the TOML file.

    File names in it are absolute, durations timedeltas, sizes bytes. `screening` has its rota
    and its silence filled in. `addresses` are by person id, the first one receives.
    """

    file: Path
    site: Path  # the folder of the file: the site's templates and procedures lie there
    committee: Committee
    members: tuple[Member, ...]
    council: tuple[CouncilMember, ...]
    spaces: tuple[Space, ...]
    delegates: tuple[Delegate, ...]
    operators: Operators
    screening: Screening
    smtp: Smtp | None
    lmtp: Lmtp | None
    relay: Relay
    imap: Imap | None
    smarthost: Smarthost
    probe: Probe | None
    store: Storage
    limits: Limits
    procedure: Procedure
    roster: Roster
    addresses: Mapping[str, tuple[str, ...]]


def load(path: Path) -> Config | list[Problem]:
    """The configuration in this file, or all its problems. Never raises."""
    file = str(path)
    remedy = "give its path with --config, or write one with `cocmail init DIR`"
    document = read_toml(path, file, remedy)
    if isinstance(document, Problem):
        return [document]
    try:
        folder = path.absolute().parent
    except OSError:
        return [Problem(file, "file", "lies in a folder that is gone", "change to another one")]
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    site = Site(folder, Path(credentials) if credentials else None)
    shape = _shaped(document, file, site)
    procedure = _procedure(document, file, folder)
    minimum = procedure.roster_minimum if isinstance(procedure, Procedure) else None
    disagreements = across(document, file, minimum)
    if isinstance(shape, Document) and isinstance(procedure, Procedure) and not disagreements:
        return _config(path, folder, shape, procedure)
    found = [] if isinstance(shape, Document) else shape
    found = found + disagreements + ([] if isinstance(procedure, Procedure) else procedure)
    return list(dict.fromkeys(found))


def _shaped(document: Values, file: str, site: Site) -> Document | list[Problem]:
    try:
        return Document.model_validate(document, context=site)
    except ValidationError as error:
        return translated(error, file, document, Document)


def _procedure(document: Values, file: str, folder: Path) -> Procedure | list[Problem]:
    """The procedure; no Problem for what `_shaped` names already."""
    committee, overrides = document.get("committee"), document.get("procedure", {})
    screening = document.get("screening")
    name = committee.get("procedure") if isinstance(committee, Mapping) else None
    changes = dict(overrides) if isinstance(overrides, Mapping) else {}
    silent = screening.get("silent_after") if isinstance(screening, Mapping) else None
    if isinstance(silent, str) and read_duration(silent) is not None:
        # [screening].silent_after overrides the procedure's own, and is hashed with it.
        changes["screener_silent"] = silent
    loaded = load_procedure(name if isinstance(name, str) else "", changes, folder, file)
    if isinstance(loaded, Procedure) or (isinstance(name, str) and name.strip()):
        return loaded
    return [problem for problem in loaded if problem.key != "committee.procedure"]


def _config(path: Path, folder: Path, document: Document, procedure: Procedure) -> Config:
    roster = _roster(document)
    silent = document.screening.silent_after
    if silent is not None:
        procedure = replace(procedure, screener_silent=silent)
    waits = {"rota": roster.rota, "silent_after": procedure.screener_silent}
    return Config(
        file=path,
        site=folder,
        committee=document.committee,
        members=document.members,
        council=document.council,
        spaces=document.spaces,
        delegates=document.delegates,
        operators=document.operators,
        screening=document.screening.model_copy(update=waits),
        smtp=document.smtp,
        lmtp=document.lmtp,
        relay=document.relay,
        imap=document.imap,
        smarthost=document.smarthost,
        probe=document.probe,
        store=document.store,
        limits=document.limits,
        procedure=procedure,
        roster=roster,
        addresses=_addresses(document),
    )


def _roster(document: Document) -> Roster:
    people: dict[str, Person] = {}
    for person in _people(document):
        before = people.get(person.id)
        # One namespace: the first office stands; who is on the council too keeps the contact.
        people[person.id] = (
            replace(
                before,
                contact=before.contact or person.contact,
                council_seat=before.council_seat or person.on_council,
                spaces=tuple(dict.fromkeys((*before.spaces, *person.spaces))),
            )
            if before
            else person
        )
    voting = tuple(member.id for member in document.members if member.role == "member")
    return Roster(
        people=MappingProxyType(people),
        chair=document.committee.chair,
        succession=document.committee.succession,
        rota=document.screening.rota or voting,
    )


def _people(document: Document) -> Iterable[Person]:
    for member in document.members:
        yield Person(
            id=member.id,
            name=member.name,
            role=member.role,
            known_as=member.known_as,
            ordinary_name=member.ordinary_name,
            delivery=member.delivery,
        )
    for other in document.council:
        yield Person(id=other.id, name=other.name, office="council", contact=other.contact)
    for space in document.spaces:
        for keeper in space.moderators:
            yield Person(id=keeper.id, name=keeper.name, office="moderator", spaces=(space.id,))
        for keeper in space.administrators:
            yield Person(id=keeper.id, name=keeper.name, office="administrator", spaces=(space.id,))
    for delegate in document.delegates:
        spaces = (delegate.space,) if delegate.space else ()
        yield Person(id=delegate.id, name=delegate.name, office="delegate", spaces=spaces)


def _addresses(document: Document) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for member in document.members:
        found.setdefault(member.id, {}).update(dict.fromkeys(member.addresses))
    for other in document.council:
        found.setdefault(other.id, {}).update(dict.fromkeys(other.addresses))
    for space in document.spaces:
        for keeper in (*space.moderators, *space.administrators):
            found.setdefault(keeper.id, {})[keeper.address] = None
    for delegate in document.delegates:
        found.setdefault(delegate.id, {})[delegate.address] = None
    return MappingProxyType({person: tuple(known) for person, known in found.items()})
