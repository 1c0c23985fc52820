"""Facts of how cases hang together, and of who is set aside in one."""

from dataclasses import dataclass

__all__ = [
    "Imported",
    "LinkFact",
    "LinkNamed",
    "RemovalAsked",
    "SetAside",
]


@dataclass(frozen=True, slots=True)
class LinkNamed:
    """The group says what the link is: retaliation (B-40), or nothing, and it goes to everyone."""

    kind: str  # retaliation, none
    by: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A silent member leaves this case's count; nothing else changes for them (K-6)."""

    person: str
    by: str


@dataclass(frozen=True, slots=True)
class RemovalAsked:
    """One of the others wants this member out; when all of them do, they are (B-20)."""

    person: str
    by: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A member or delegate brought in a report received elsewhere (GC-01, GC-07, JU-10)."""

    by: str
    anonymous: bool


LinkFact = LinkNamed | SetAside | RemovalAsked | Imported
