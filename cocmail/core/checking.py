"""The check's waiver: which hits two members may let pass in one draft, and which nobody may.

Names, given names, handles, addresses and files of a report never pass (product.md 7). A waiver
holds for the hits that were shown: what the check finds later stops the letter again. Not here:
the check itself (leakcheck.py), and the keyword (commands/checking.py).
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from cocmail.core.entries.checking import CheckFact

NEVER = frozenset({"name", "given name", "handle", "address", "attachment of a report"})
AGREE = 2


@dataclass(slots=True)
class Checking:
    """Who would let what pass, by draft and person."""

    reasons: dict[str, str] = field(default_factory=dict)  # of a mail that drafts as well
    waived: dict[str, dict[str, CheckFact]] = field(default_factory=dict)


def fold(checking: Checking, entry: CheckFact) -> None:
    """Add one fact."""
    if entry.draft:
        checking.waived.setdefault(entry.draft, {})[entry.person] = entry
    else:
        checking.reasons[entry.person] = entry.reason


def said(kind: str, words: str) -> str:
    """A hit in words: its kind, then what was found."""
    return f"{kind.replace('-', ' ')}: “{words}”"


def forbidden(hits: Collection[str]) -> tuple[str, ...]:
    """The hits that nobody may let pass."""
    return tuple(hit for hit in hits if hit.partition(":")[0] in NEVER)


def withstood(
    checking: Checking, draft: str, found: Collection[tuple[str, str]], able: Collection[str]
) -> tuple[str, ...]:
    """The same of hits that are not in words yet: (kind, what was found)."""
    return stopping(checking, draft, [said(*hit) for hit in found], able)


def stopping(
    checking: Checking, draft: str, hits: Collection[str], able: Collection[str]
) -> tuple[str, ...]:
    """The hits that stop this draft still: not waived by two of those who may read the case."""
    by = [w for person, w in checking.waived.get(draft, {}).items() if person in able]
    never = forbidden(hits)
    return tuple(h for h in hits if h in never or sum(h in w.hits for w in by) < AGREE)
