"""How one case hangs together with others, and who is set aside in it: state, and its rules."""

from dataclasses import dataclass, field
from typing import assert_never

from cocmail.core.entries.links import Imported, LinkFact, LinkNamed, RemovalAsked, SetAside


@dataclass(slots=True)
class Links:
    """The links of one case."""

    kind: str = ""
    aside: set[str] = field(default_factory=set)
    removals: dict[str, set[str]] = field(default_factory=dict)  # person -> who asks for it
    imported_by: str = ""


def fold(links: Links, entry: LinkFact) -> None:
    """Add one fact."""
    match entry:
        case LinkNamed():
            links.kind = entry.kind
        case SetAside():
            links.aside.add(entry.person)
        case RemovalAsked():
            links.removals.setdefault(entry.person, set()).add(entry.by)
        case Imported():
            links.imported_by = entry.by
        case _:
            assert_never(entry)
