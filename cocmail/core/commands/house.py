"""Keywords about oneself: AWAY BACK, and YES NO as answers to a confirmation."""

from datetime import date

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword


@keyword(
    "AWAY",
    r"(?:(?P<since>\d{4}-\d{2}-\d{2})(?: (?:to |- ?)?(?P<until>\d{4}-\d{2}-\d{2}))?)?",
    form="AWAY from to",
    help="you are away (dates 2026-03-02 2026-03-09); no reason is asked",
    who="anyone",
    where="both",
)
def away(turn: Turn) -> Outcome:
    """Availability is a member's own word; the rota skips who is away (B-01, D-42)."""
    today = conflicts.local_day(turn.sitting.frame).isoformat()
    since, until = turn.word("since") or today, turn.word("until")
    try:
        days = [date.fromisoformat(day) for day in (since, until) if day]
    except ValueError:
        return Refuse("That is no date of the calendar.", ("AWAY 2026-03-02 2026-03-09",))
    if len(days) == 2 and days[1] < days[0]:
        return Refuse("The second date comes before the first.", (f"AWAY {until} {since}",))
    turn.sitting.add(e.AwaySet(turn.person, since, until))
    _alive(turn)
    return Done(f"away from {since}" + (f" to {until}" if until else " until you answer BACK"))


@keyword("BACK", form="BACK", help="you are here again", who="anyone", where="both")
def back(turn: Turn) -> Outcome:
    """Here again."""
    if turn.person in turn.sitting.frame.house.away:
        turn.sitting.add(e.BackSet(turn.person))
    _alive(turn)
    return Done("welcome back")


def _alive(turn: Turn) -> None:
    """A sign of life that shows nothing of a case: only mail outside every case is one."""
    if not turn.case.no:
        turn.sitting.add(e.Alive(turn.person))


@keyword("YES", form="YES", help="yes, that mail was mine: run it once", who="anyone", where="both")
def yes(turn: Turn) -> Outcome:
    """Only an answer to a confirmation; anywhere else it is asked back."""
    return _nothing_asked()


@keyword("NO", form="NO", help="no, that was not me", who="anyone", where="both")
def no(turn: Turn) -> Outcome:
    """Only an answer to a confirmation; anywhere else it is asked back."""
    return _nothing_asked()


def _nothing_asked() -> Outcome:
    return Refuse("Nothing here asks for YES or NO.", ("VOTE yes", "CLEAR", "HELP"))


@keyword(
    "IMPORT",
    r"(?:(?P<anon>ANON))?(?: ?EXCLUDE {NAME})?",
    form="IMPORT",
    help="bring in a report that came to you elsewhere, attached or below (ANON, EXCLUDE name)",
    who="anyone",
    where="both",
)
def bring_in(turn: Turn) -> Outcome:
    """At the alias the reception takes the whole mail; in a case there is nothing to bring in."""
    return Refuse(
        "IMPORT goes to the alias itself, with the report attached or below it.",
        ("IMPORT",),
    )
