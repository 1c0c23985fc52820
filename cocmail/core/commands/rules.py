"""Keywords of a rule change: CHANGE OPEN, CHANGE BALLOT, CHANGE VOTE, CHANGE RESULT (A20).

They are written at the alias, as answers to the letters of the thread: no case is in it.
"""

from cocmail.core import entries as e
from cocmail.core import rulechange
from cocmail.core.commands.registry import (
    AT_THE_ALIAS,
    Done,
    Outcome,
    Refuse,
    Turn,
    keyword,
)
from cocmail.core.rulechange import NO_EXAMPLES, Change

FORM = "CHANGE OPEN the title"
AT_THE_ALIAS["VOTE"] = "CHANGE VOTE"


def _kept_out(turn: Turn) -> Refuse | None:
    """Why this person has no part in rule changes, here or at all."""
    if turn.case.no:
        return Refuse("A rule change is no matter of a case: write to the alias itself.")
    if not turn.sitting.frame.rules.rule_change_max:
        return Refuse("By this procedure the rules are not changed by the committee's vote (A15).")
    if turn.person not in rulechange.voting(turn.sitting.frame.roster):
        return Refuse("Rule changes are for the voting members; advisers do not vote (PS-78).")
    return None


def _examples(turn: Turn, *texts: str) -> Refuse | None:
    """Case content is refused, asked only of what the writer may see (A20, promise 4)."""
    kinds = turn.sitting.counsel.case_words(turn.person, "\n".join(texts))
    if not kinds:
        return None
    said = NO_EXAMPLES.format(kinds=", ".join(kinds))
    return Refuse(f"{said} Nothing of your mail was kept.", (FORM,), forget=True)


def _meant(turn: Turn, of: list[Change]) -> Change | None:
    """The change of the number, of the letter replied to, or the only one."""
    said = turn.word("n") or turn.answered("change")
    if said:
        return next((c for c in of if str(c.n) == said), None)
    return of[0] if len(of) == 1 else None


@keyword(
    "CHANGE OPEN",
    r"(?P<text>.{1,120})",
    form=FORM,
    help="propose a change of the rules, its text below; every voting member may talk about it",
    who="anyone",
    where="both",
    below=True,
)
def open_change(turn: Turn) -> Outcome:
    """A thread of all voting members, and no case (PS-76)."""
    title = turn.word("text").strip(" .")
    refused = _kept_out(turn)
    if refused:
        return refused
    if not turn.line.text.strip():
        return Refuse("Write below the line what is to change.", (f"CHANGE OPEN {title}\n…",))
    refused = _examples(turn, title, turn.line.text)
    if refused:
        return refused
    frame = turn.sitting.frame
    change = rulechange.begin(turn.sitting, turn.person, title, turn.line.text.strip())
    on = rulechange.latest(change, frame).date().isoformat()
    return Done(f"rule change {change.n} is open; the vote begins on {on}")


@keyword(
    "CHANGE BALLOT",
    r"(?:(?P<n>\d{1,4}))?",
    form="CHANGE BALLOT",
    help="put a rule change to the vote before its last day, with its final text below",
    who="anyone",
    where="both",
    below=True,
)
def ballot(turn: Turn) -> Outcome:
    """Refused before day 3; on day 7 the daemon opens it (PS-77)."""
    refused = _kept_out(turn)
    if refused:
        return refused
    frame = turn.sitting.frame
    change = _meant(turn, rulechange.talking(frame.house))
    if change is None:
        return Refuse("Which rule change? None, or more than one, waits for a ballot.", (FORM,))
    first = rulechange.earliest(change, frame)
    if frame.now < first:
        when = first.astimezone(frame.zone).strftime("%Y-%m-%d %H:%M")
        days = frame.rules.rule_change_min.days
        return Refuse(f"It is talked about for {days} days at least (PS-77): from {when} on.")
    refused = _examples(turn, turn.line.text)
    if refused:
        return refused
    rulechange.put_to_vote(turn.sitting, change, turn.person, turn.line.text.strip())
    return Done(f"rule change {change.n} is put to the vote")


@keyword(
    "CHANGE VOTE",
    r"(?P<choice>yes|no|abstain)(?: {ID})?",
    form="CHANGE VOTE yes id",
    help="vote on a rule change; VOTE yes at the alias means the same",
    who="anyone",
    where="both",
)
def vote(turn: Turn) -> Outcome:
    """Two thirds of all voting members, who is away counted in (PS-78, K-17)."""
    sitting, house = turn.sitting, turn.sitting.frame.house
    refused = _kept_out(turn)
    wanted = turn.word("id").upper()
    found = [c for c in house.changes.values() if c.ballot and wanted in ("", c.ballot)]
    opened = found if wanted else rulechange.at_vote(house)
    change = _meant(turn, opened) or _meant(turn, found)
    if refused or change is None:
        none = Refuse("VOTE belongs to a case: reply to a mail of that case.", ("STATUS", "HELP"))
        return refused if refused and turn.line.verb != "VOTE" else none
    if change.decided:
        return Done("already decided")
    choice = turn.word("choice").lower()
    if change.votes.get(turn.person) != choice:
        sitting.add(e.ChangeVoted(change.n, turn.person, choice))
    change = house.changes[change.n]
    rulechange.count(sitting, change)
    yes = list(change.votes.values()).count("yes")
    return Done(f"{choice}; {yes} yes of {rulechange.needed(sitting.frame.roster)} needed")


@keyword(
    "CHANGE RESULT",
    r"(?P<result>accepted|rejected)(?: (?P<n>\d{1,4}))?",
    form="CHANGE RESULT accepted",
    help="what the board said to a rule change: accepted or rejected",
    who="council",
    where="house",
)
def result(turn: Turn) -> Outcome:
    """Recorded by a contact of the board; only then a new version of the rules counts (PS-79)."""
    house = turn.sitting.frame.house
    if not turn.me.contact:
        return Refuse("The board's answer is recorded by one of its contacts (PS-79).")
    said = turn.word("result").lower()
    change = _meant(turn, rulechange.with_board(house))
    if change is None:
        known = _meant(turn, [c for c in house.changes.values() if c.result])
        if known is not None and known.result == said:
            return Done(f"recorded already: {said}")
        return Refuse("No rule change waits for the board, or more than one: give its number.",
                      ("CHANGE RESULT accepted 1",))  # fmt: skip
    turn.sitting.add(e.ChangeAnswered(change.n, said, turn.person))
    rulechange.tell(turn.sitting, house.changes[change.n], "answer")
    return Done(f"recorded: the board {said} rule change {change.n}")
