"""T34: the periodic summary, made for one reader without the cases they may not see (GC-13, E-9).

Numbers below three are told as "fewer than three", rows of them merged into one; there is no code
name, name or date of a case in it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from cocmail.core import conflicts, summary
from cocmail.core.case import Case
from cocmail.core.commands.ending import kept_or_missed
from cocmail.core.commands.outcome import RESULTS
from cocmail.core.summary import Counted
from cocmail.sight.scene import Context, Scene, Seen

OPEN = "open"
MEASURES = ("ban", "plan for the person", "act of one member at once")
PROMISES = ("first answer by a person", "outcome, or news with a date")


def periodic_summary(scene: Scene) -> Seen:
    """Received and closed, by result and by measure; promises that were missed."""
    frame = scene.frame
    period = summary.period_of(date.fromisoformat(scene.about["first"]), frame.rules.summary_every)
    living = [c for c in scene.records.cases("open", "closed")
              if summary.sees(c, scene.who) and summary.counts_in(c, period, frame)]  # fmt: skip
    cases = [summary.counted(c, frame) for c in living]
    cases += summary.stones(period, frame, scene.who)
    received = [c for c in cases if c.opened >= period.first or c.ours]
    earlier = [c for c in cases if c not in received]
    context: Context = {
        "period": period.name,
        "over": conflicts.local_day(frame) >= period.after,
        "again": bool(scene.about.get("again")),
        "acting": any(_acting(scene, c) for c in living),
        "received": _by_result(received),
        "earlier": _by_result(earlier),
        "measures": _rows(summary.tally(m for c in cases for m in c.measures), MEASURES),
        "missed": _rows(summary.tally(_missed(scene, living)), _promises(scene)),
        "parent": scene.frame.rules.parent,
    }
    return Seen(context)


def _acting(scene: Scene, case: Case) -> bool:
    """A case that the chair is out of: whoever presides there completes the numbers (E-9)."""
    chair, presiding = scene.frame.roster.chair, conflicts.presiding(case, scene.frame)
    return scene.who != chair and presiding == scene.who and conflicts.out(case, chair)


def _by_result(cases: Sequence[Counted]) -> Context:
    names = [RESULTS.get(c.result, RESULTS["RESOLVED"]) if c.closed else OPEN for c in cases]
    cells = dict.fromkeys((OPEN, *RESULTS.values()), 0) | summary.tally(names)
    return {"total": summary.total(cells), "rows": _shown(cells), "rest": _hides(cells)}


def _rows(tally: dict[str, int], names: Sequence[str]) -> Context:
    cells = {name: tally.get(name, 0) for name in names}
    return {"rows": _shown(cells), "rest": _hides(cells)}


def _shown(cells: dict[str, int]) -> list[tuple[str, int]]:
    return [(name, n) for name, n in cells.items() if n >= summary.FEW]


def _hides(cells: dict[str, int]) -> bool:
    return any(n < summary.FEW for n in cells.values())


def _promises(scene: Scene) -> Sequence[str]:
    """A late receipt is told where the manual says must (K-1)."""
    must = scene.frame.rules.ack_force == "must"
    return ("receipt", *PROMISES) if must else PROMISES


def _missed(scene: Scene, cases: Sequence[Case]) -> Iterator[str]:
    """Once a case, however many reporters it has."""
    for case in cases:
        lines = kept_or_missed(case, scene.frame)
        late = {re.sub(r" R\d+$", "", what) for what, _, ends in (x.rpartition(": ") for x in lines)
                if ends == "missed"}  # fmt: skip
        yield from late


SEEN = {"periodic-summary": periodic_summary}
