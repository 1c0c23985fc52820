"""Facts of the check before anything leaves for an outsider."""

from dataclasses import dataclass

__all__ = ["CheckFact", "CheckWaived"]


@dataclass(frozen=True, slots=True)
class CheckWaived:
    """A member would let these hits pass in one draft; "" for the one in the same mail."""

    draft: str
    person: str
    reason: str
    hits: tuple[str, ...]  # "six words: “…”", as the check says them


CheckFact = CheckWaived
