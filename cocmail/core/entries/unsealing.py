"""The fact that somebody with the machine's keys read a case on a terminal (product.md 9)."""

from dataclasses import dataclass

__all__ = ["UnsealFact", "Unsealed"]


@dataclass(frozen=True, slots=True)
class Unsealed:
    """The case document was printed at the operator's terminal, for this reason."""

    reason: str


UnsealFact = Unsealed
