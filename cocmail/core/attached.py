"""What a member attached to a mail, for the letters drafted in it: a number, names, or a refusal.

The core sees neither bytes nor names of files; mail/cleaned.py cleans them and the house seals
them. A mail's files go along with every letter that it drafts (product.md 7).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attached:
    """Files that were cleaned and sealed under the case's key; number 0 for none."""

    number: int = 0
    names: tuple[str, ...] = ()  # neutral: a1.png
    problem: str = ""  # why they may not go along
