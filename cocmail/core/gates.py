"""The gates: what a manual wants done before a step, asked through one list for each step.

A family's own module in core/commands appends its question when it is imported; the keyword of the
step refuses with everything that is missing at once, each with the line that would satisfy or
waive it (product.md 6; `not_yet` in core/commands/registry.py words it).

Not here: the questions themselves; they live with their families.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cocmail.core.commands.registry import Outcome, Turn

# What is missing, and the line that satisfies it; ("", line) is another way out, as a waiver.
Missing = tuple[str, str]
Gate = Callable[["Turn"], list[Missing]]

PROPOSE: list[Gate] = []
DETERMINE: list[Gate] = []
DRAFT_REPORTED: list[Gate] = []
DRAFT_REPORTER: list[Gate] = []
ENACT: list[Gate] = []  # BAN ADD and the letters to administrators
CLOSE: list[Gate] = []
# What `WAIVE word reason` may leave out beside hearing a party: the family's own function for its
# word, given the words after it (the keyword is in core/commands/hearing.py).
WAIVE: dict[str, Callable[["Turn", str], "Outcome"]] = {}


def missing(gates: list[Gate], turn: "Turn") -> list[Missing]:
    """Everything that is missing before this step, in the order of registration."""
    return [one for gate in gates for one in gate(turn)]
