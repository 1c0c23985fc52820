"""Keywords about keeping and counting: RETAIN, HOLD SUMMARY, SUMMARY, SUMMARY PUBLISHED."""

from datetime import date, timedelta

from cocmail.core import conflicts, retention, summary
from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, View, keyword


@keyword(
    "RETAIN",
    r"(?P<reason>.+?)(?: UNTIL (?P<date>\d{4}-\d{2}-\d{2}))?",
    form="RETAIN reason UNTIL date",
    help="a closed case is kept longer, for a reason, until that day",
    who="lead",
    prose_risk=True,
)
def retain(turn: Turn) -> Outcome:
    """Postpones erasing; reason and day stay on record (A20, A21)."""
    frame, case = turn.sitting.frame, turn.case
    today = conflicts.local_day(frame)
    form = f"RETAIN reason UNTIL {today + timedelta(days=365)}"
    if case.state != "closed":
        return Refuse("Only a closed case is ever erased; this one is not closed.", ("STATUS",))
    try:
        until = date.fromisoformat(turn.word("date"))
    except ValueError:
        return Refuse("RETAIN says until which day.", (form,))
    end = retention.kept_until(case, frame)
    if end is None:
        return Done("it is kept anyway, as long as the ban is in force")
    if until <= end.astimezone(frame.zone).date():
        known = case.keeping.retained
        if known and known.until == until.isoformat():
            return Done(f"it is kept until {until}")
        last = end.astimezone(frame.zone).date()
        return Refuse(f"It is kept until {last} anyway.", (form,))
    turn.sitting.add(e.Retained(turn.person, turn.word("reason"), until.isoformat()))
    turn.sitting.notice(f"{turn.me.name}: the record is kept until {until}.", but=(turn.person,))
    return Done(f"it is kept until {until}")


@keyword(
    "HOLD SUMMARY",
    r"(?:(?P<off>OFF))?",
    form="HOLD SUMMARY",
    help="this case is not counted in the periodic summary (HOLD SUMMARY OFF: it is again)",
)
def hold(turn: Turn) -> Outcome:
    """The group of a recent case may keep its row out (GC-13)."""
    on = not turn.word("off")
    if not turn.sitting.frame.rules.summary_every:
        return Refuse(_NONE, ("STATUS",))
    if turn.case.keeping.not_counted != on:
        turn.sitting.add(e.SummaryHeld(turn.person, on))
        said = "is not counted" if on else "is counted again"
        turn.sitting.notice(f"{turn.me.name}: this case {said} in the summary.", but=(turn.person,))
    return Done("not counted in the summary" if on else "counted in the summary")


_NONE = (
    "This procedure has no periodic summary (GC-13); summary_every in the configuration sets it."
)


@keyword(
    "SUMMARY",
    r"(?:(?P<now>NOW))?",
    form="SUMMARY",
    help="counts of the last period for publishing (SUMMARY NOW: of this one), for who presides",
    who="anyone",
    where="both",
)
def ask(turn: Turn) -> Outcome:
    """T34, made for its reader alone; the chair publishes it, the daemon never does (GC-13)."""
    frame = turn.sitting.frame
    if not frame.rules.summary_every:
        return Refuse(_NONE, ("SHEET",))
    chair = frame.roster.chair
    if turn.person != chair and not turn.sitting.counsel.presides(turn.person):
        return Refuse(f"SUMMARY is for who presides: {turn.name(chair)}.", ("SHEET",))
    last = summary.ended(frame)
    if turn.word("now") or last is None or last.name in frame.house.past.published:
        last = summary.running(frame)
    about = {"first": last.first.isoformat()}
    if last == summary.ended(frame):
        about["last"] = "yes"
    turn.sitting.write(summary.LETTER, One(turn.person), about=about, case=0)
    return View()


@keyword(
    "SUMMARY PUBLISHED",
    form="SUMMARY PUBLISHED",
    help="the summary of the last period was published: no reminder any more",
    who="anyone",
    where="both",
)
def published(turn: Turn) -> Outcome:
    """By the chair, who publishes it."""
    frame = turn.sitting.frame
    last = summary.ended(frame)
    if not frame.rules.summary_every or last is None:
        return Refuse("No period is over that has a summary.", ("SUMMARY NOW",))
    if turn.person != frame.roster.chair:
        return Refuse(f"That is for the chair to say: {turn.name(frame.roster.chair)}.")
    if last.name not in frame.house.past.published:
        turn.sitting.add(e.SummaryPublished(last.name, turn.person))
    return Done(f"published: {last.name}")
