"""Which function sees for which letter: every room of sight in one table, for the gate."""

from collections.abc import Callable

from cocmail.sight import (
    answers,
    enacting,
    ending,
    facts,
    keeping,
    keys,
    mediation,
    members,
    parties,
    probing,
    roster,
    rules,
    summary,
    urgency,
    whole,
)
from cocmail.sight.scene import Scene, Seen

SEEN: dict[str, Callable[[Scene], Seen]] = {
    **answers.SEEN,
    **members.SEEN,
    **whole.SEEN,
    **parties.SEEN,
    **ending.SEEN,
    **enacting.SEEN,
    **facts.SEEN,
    **mediation.SEEN,
    **urgency.SEEN,
    **roster.SEEN,
    **rules.SEEN,
    **keeping.SEEN,
    **summary.SEEN,
    **keys.SEEN,
    **probing.SEEN,
}
