"""How one case hangs together with others, and who is set aside in it: state, and its rules."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from cocmail.core.entries.links import (
    Imported,
    KeptApart,
    LinkFact,
    LinkNamed,
    RemovalAsked,
    SetAside,
    SplitFrom,
    SplitOff,
)

if TYPE_CHECKING:
    from cocmail.core.case import Case

MOVED = "moved"  # the role of a party that goes on in another case


@dataclass(slots=True)
class Links:
    """The links of one case."""

    kind: str = ""
    aside: set[str] = field(default_factory=set)
    removals: dict[str, set[str]] = field(default_factory=dict)  # person -> who asks for it
    imported_by: str = ""
    confidant: str = ""  # who alone knows whom an imported report is from (B-23)
    moved: dict[str, tuple[int, str]] = field(default_factory=dict)  # ref -> case and ref there
    split_from: int = 0


def fold(case: "Case", entry: LinkFact) -> None:
    """Add one fact to the links of its case."""
    links = case.links
    match entry:
        case SplitOff():
            for here, there in entry.refs:
                links.moved[here] = (entry.case, there)
                _leave(case, here)
        case SplitFrom():
            links.split_from, case.opened = entry.case, entry.opened
        case KeptApart():
            case.state, case.into = "open", 0
        case LinkNamed():
            links.kind = entry.kind
        case SetAside():
            links.aside.add(entry.person)
        case RemovalAsked():
            links.removals.setdefault(entry.person, set()).add(entry.by)
        case Imported():
            links.imported_by = entry.by
            links.confidant = entry.by if entry.anonymous else links.confidant
        case _:
            assert_never(entry)


def _leave(case: "Case", ref: str) -> None:
    """The party stays known here, so that no letter names them; they get none from here."""
    if ref in case.parties:
        case.parties[ref].role = MOVED
    for draft in case.drafts.values():
        if draft.ref == ref and draft.state != "sent":
            draft.state = "void"
