"""A procedure: one published manual as parameters. Reading the TOML is config.py's work.

The names are the keys of config/procedures/*.toml and of `[procedure]` in the configuration.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal


@dataclass(frozen=True, slots=True)
class Procedure:
    """The parameters of one manual (procedures.md A17); durations are timedeltas.

    A limit of zero means that the manual has no such clock.
    """

    id: str  # numpy, numfocus, jupyter, psf, gcc, or the id of a site's own file
    version: str
    title: str
    source: str
    body: str  # what the manual calls the committee, "Working Group"
    parent: str  # what it calls the council, "NumFOCUS board"

    intake: Literal["forward", "screen"]
    conflict_window: timedelta
    conflict_reminders: tuple[timedelta, ...]
    conflict_silent_member: Literal["in", "out"]
    recusal_notice: Literal["number", "name"]  # what T06 says (PS-10)
    screener_silent: timedelta  # [screening].silent_after overrides it
    release_after: timedelta

    ack_limit: timedelta
    ack_force: Literal["must", "will", "should"]
    first_human_limit: timedelta
    resolution_limit: timedelta
    status_every: timedelta

    first_question: Literal["severe", "safety", "ongoing"]
    plan_required: bool  # PROPOSE needs PLAN and IF-REFUSED (PS-32, PS-33)
    decision_rule: Literal["two-thirds", "consensus"]
    decision_base: Literal["eligible", "case-group"]
    case_minimum: int  # a smaller case group is warned about (GC-02)
    roster_minimum: int
    deliberation: Literal["summary", "verbatim"]

    undo_window: timedelta
    internal_bundle: timedelta
    hash: str = ""  # of the file and the overrides: a case pins it (JU-03)
