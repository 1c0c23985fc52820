"""Changing the rules: a thread of all voting members, a vote, and the board (PS-76 to PS-79).

It is no case: nobody is out of it for a conflict, who is away counts in the base, advisers do not
vote. The keywords are in commands/rules.py; seasons.py rings when a day of the talk has come.
"""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, assert_never

from cocmail.core.audience import One
from cocmail.core.entries.rules import (
    ChangeAnswered,
    ChangeBalloted,
    ChangeDecided,
    ChangeOpened,
    ChangeSaid,
    ChangeTalked,
    ChangeVoted,
    RuleFact,
)

if TYPE_CHECKING:
    from cocmail.core.case import House
    from cocmail.core.conflicts import Frame
    from cocmail.core.people import Roster
    from cocmail.core.sitting import Sitting

LETTER = "rule-change"
MORNING = 9  # committee time, as the status mail
REMIND_BEFORE = timedelta(days=2)  # day 5 of 7 (A21)
NO_EXAMPLES = (
    "It holds words of a case that you read ({kinds}). This goes to every voting member, also to "
    "who is out of that case: no case examples in here."
)


@dataclass(slots=True)
class Change:
    """One rule change, from the first word to the board's."""

    n: int
    title: str
    text: str
    by: str
    opened: datetime
    ballot: str = ""
    votes: dict[str, str] = field(default_factory=dict)
    talks: dict[int, ChangeTalked] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    decided: ChangeDecided | None = None
    result: str = ""  # the board's: accepted, rejected
    result_by: str = ""
    result_at: datetime | None = None


def fold(changes: dict[int, Change], entry: RuleFact, at: datetime) -> None:
    """Add one fact to the rule changes of the house."""
    if isinstance(entry, ChangeOpened):
        changes[entry.change] = Change(entry.change, entry.title, entry.text, entry.by, at)
        return
    change = changes.get(entry.change)
    if change is None:
        return
    match entry:
        case ChangeTalked():
            change.talks[entry.n] = entry
        case ChangeSaid():
            change.said.add(entry.what)
        case ChangeBalloted():
            change.ballot, change.text = entry.ballot, entry.text or change.text
        case ChangeVoted():
            change.votes[entry.person] = entry.choice
        case ChangeDecided():
            change.decided = entry
        case ChangeAnswered():
            change.result, change.result_by, change.result_at = entry.result, entry.by, at
        case _:
            assert_never(entry)


def accepted_change(house: "House") -> Change | None:
    """The newest change that the board accepted: only then a new version of the rules counts."""
    accepted = [c for c in house.changes.values() if c.result == "accepted"]
    return max(accepted, key=lambda c: c.result_at or c.opened, default=None)


def voting(roster: "Roster") -> list[str]:
    """Every voting member: who is away too, advisers not, nobody is out for a conflict (PS-78)."""
    return [p.id for p in roster.members() if p.role == "member"]


def needed(roster: "Roster") -> int:
    """Two thirds of all voting members."""
    return -(-2 * len(voting(roster)) // 3)


def talking(house: "House") -> list[Change]:
    """Changes that are talked about and not yet put to the vote."""
    return [c for c in house.changes.values() if not c.ballot]


def at_vote(house: "House") -> list[Change]:
    """Changes whose ballot is open."""
    return [c for c in house.changes.values() if c.ballot and not c.decided]


def with_board(house: "House") -> list[Change]:
    """Changes that passed and wait for the board."""
    return [c for c in house.changes.values() if c.decided and c.decided.passed and not c.result]


def earliest(change: Change, frame: "Frame") -> datetime:
    """From then on a member may put it to the vote (PS-77: not before day 3)."""
    return change.opened + frame.rules.rule_change_min


def latest(change: Change, frame: "Frame") -> datetime:
    """The morning of the last day of the talk: then the daemon opens the ballot (PS-77)."""
    day = (change.opened + frame.rules.rule_change_max).astimezone(frame.zone).date()
    return datetime.combine(day, time(MORNING), frame.zone)


# -- steps ----------------------------------------------------------------------------------------


def tell(sitting: "Sitting", change: Change, what: str, *, but: str = "", transit: int = 0,
         **about: str) -> None:  # fmt: skip
    """A letter to every voting member, one by one."""
    said = {"change": str(change.n), "what": what, **about}
    for person in voting(sitting.frame.roster):
        if person != but:
            sitting.write(LETTER, One(person), about=said, transit=transit, case=0)


def begin(sitting: "Sitting", by: str, title: str, text: str) -> Change:
    """CHANGE OPEN: the text goes to all voting members."""
    house = sitting.frame.house
    n = max(house.changes, default=0) + 1
    sitting.add(ChangeOpened(n, by, title, text))
    tell(sitting, house.changes[n], "opened")
    return house.changes[n]


def relay(
    sitting: "Sitting", change: Change, person: str, talk: str, keep: tuple[int, int]
) -> None:
    """A member's words go to all the others who vote, and nowhere else (promise 6)."""
    text, transit = keep
    n = max(change.talks, default=0) + 1
    sitting.add(ChangeTalked(change.n, n, person, text, transit))
    tell(sitting, change, "talk", but=person, transit=transit, n=str(n))


def put_to_vote(sitting: "Sitting", change: Change, by: str, text: str = "") -> None:
    """T38b: the final words, the base and the figure that is needed."""
    sitting.add(ChangeBalloted(change.n, sitting.new_id(), by, text))
    tell(sitting, change, "ballot")


def count(sitting: "Sitting", change: Change) -> None:
    """It passes at the vote that reaches two thirds of all, and fails when that is out of reach."""
    decided = decision(change, sitting.frame.roster)
    if decided is not None:
        sitting.add(decided)
        tell(sitting, change, "result")
        if decided.passed:
            to_board(sitting, change)


def decision(change: Change, roster: "Roster") -> ChangeDecided | None:
    """What the votes add up to; None while it is open, or was decided before."""
    everyone = voting(roster)
    cast = [change.votes[p] for p in everyone if p in change.votes]
    yes, no, abstain = cast.count("yes"), cast.count("no"), cast.count("abstain")
    base, wanted = len(everyone), needed(roster)
    passed = base > 0 and yes >= wanted
    if not change.ballot or change.decided or not (passed or base - no - abstain < wanted):
        return None
    return ChangeDecided(change.n, passed, yes, no, abstain, base, wanted)


def to_board(sitting: "Sitting", change: Change) -> None:
    """T38c: the draft goes to the board's contacts, and the board votes (PS-79)."""
    for person in sitting.frame.roster.people.values():
        if person.contact:
            about = {"change": str(change.n), "what": "board"}
            sitting.write(LETTER, One(person.id), about=about, case=0)


def due(house: "House", frame: "Frame") -> list[Change]:
    """Changes for which a day of the talk has come, or whose count may have changed."""
    changes = house.changes.values()
    return [c for c in changes if _stage(c, frame) or decision(c, frame.roster)]


def strike(sitting: "Sitting", change: Change) -> None:
    """Day 5 reminds, day 7 opens the ballot (A21); a ballot is counted again."""
    stage = _stage(change, sitting.frame)
    if stage == "ballot":
        put_to_vote(sitting, change, "")
    elif stage:
        sitting.add(ChangeSaid(change.n, stage))
        tell(sitting, change, stage)
    else:
        count(sitting, change)


def _stage(change: Change, frame: "Frame") -> str:
    if change.ballot or not frame.rules.rule_change_max:
        return ""
    if frame.now >= latest(change, frame):
        return "ballot"
    soon = latest(change, frame) - REMIND_BEFORE
    return "reminder" if frame.now >= soon and "reminder" not in change.said else ""


def offered(frame: "Frame", about: dict[str, str]) -> list[tuple[str, str]]:
    """The lines that make sense below a letter of the thread."""
    change = frame.house.changes.get(int(about["change"]))
    made: list[tuple[str, str]] = []
    if change is None:
        return made
    if about["what"] == "board" and not change.result:
        made += [(f"CHANGE RESULT accepted {change.n}", "the board accepts it"),
                 (f"CHANGE RESULT rejected {change.n}", "the board rejects it")]  # fmt: skip
    elif change.ballot and not change.decided:
        words = {"yes": "agree", "no": "object", "abstain": "stand aside"}
        made += [(f"VOTE {choice} {change.ballot}", said) for choice, said in words.items()]
    elif not change.ballot and frame.now >= earliest(change, frame):
        made.append((f"CHANGE BALLOT {change.n}", "put it to the vote"))
    return [*made, ("HELP", "what I can do")]
