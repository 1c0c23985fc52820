"""The command keywords: one function each, registered here and nowhere else.

Help, the README's table, the mailto buttons and the tests' parameters come from `KEYWORDS`.
Running a mail's lines, all or nothing, is run.py's.
"""

from cocmail.core.commands import (
    access,
    acting,
    apology,
    approval,
    bans,
    breaks,
    consult,
    deadlock,
    deciding,
    ending,
    finding,
    hearing,
    house,
    letters,
    links,
    mediation,
    memory,
    order,
    outcome,
    severe,
    views,
    work,
)
from cocmail.core.commands.registry import KEYWORDS, SHAPES, Keyword

__all__ = [
    "KEYWORDS",
    "SHAPES",
    "Keyword",
    "access",
    "acting",
    "apology",
    "approval",
    "bans",
    "breaks",
    "consult",
    "deadlock",
    "deciding",
    "ending",
    "finding",
    "hearing",
    "house",
    "letters",
    "links",
    "mediation",
    "memory",
    "order",
    "outcome",
    "severe",
    "views",
    "work",
]
