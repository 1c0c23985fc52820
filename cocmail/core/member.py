"""A member's mail: which lines run, what is relayed, and the one answer it gets.

All or nothing: the lines run on a copy of the case, and only when none is refused do their facts
and letters count (product.md 6). Words that are no command are talk for the case group.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from cocmail.core import changes, conflicts, rulechange
from cocmail.core import entries as e
from cocmail.core.attached import Attached
from cocmail.core.audience import CaseGroup, One
from cocmail.core.case import Case
from cocmail.core.commands.access import step_out
from cocmail.core.commands.registry import (
    AT_THE_ALIAS,
    KEYWORDS,
    Done,
    Outcome,
    Refuse,
    Turn,
    View,
    may,
)
from cocmail.core.keywords import Line, Reading
from cocmail.core.sitting import Sitting
from cocmail.core.working import working

NOT_RELAYED = "only CLEAR or RECUSE counts here; your other words were not kept"


@dataclass(frozen=True, slots=True)
class MemberMail:
    """What a member's mail says, read by the grammar; `keep_talk` seals the talk when wanted."""

    person: str
    reading: Reading
    answers: e.Sent | None
    keep_talk: Callable[[], tuple[int, int]]  # (text number, transit number)
    has_files: bool = False
    keep_files: Callable[[], Attached] = Attached  # cleans and seals them, when a letter wants them


def take(sitting: Sitting, mail: MemberMail) -> None:
    """One member's mail in one case, or at the alias (case 0)."""
    case, person, reading = sitting.case, mail.person, mail.reading
    if case.no and conflicts.out(case, person):
        _out(sitting, person)
        return
    if reading.recuse == "alone" and case.no:
        step_out(sitting, person)
        return
    if reading.recuse == "with-words" and case.no:
        _half_recusal(sitting, person)
        return
    if reading.lines and reading.near:
        _answer_near(sitting, mail)
        return
    refused = _run(sitting, mail) if reading.lines else False
    talked = _relay(sitting, mail)
    if not reading.lines:
        _answer_talk(sitting, mail, talked, refused)


def _out(sitting: Sitting, person: str) -> None:
    """Who stepped out hears it once; who is kept out hears nothing (promise 4)."""
    if person in sitting.case.excluded or person in sitting.case.out_said:
        return
    sitting.add(e.OutSaid(person))
    sitting.write("refused", One(person), about={"out": "yes"})


def _half_recusal(sitting: Sitting, person: str) -> None:
    """RECUSE and more words: neither run, kept nor relayed; delivery pauses and they are asked."""
    sitting.add(e.Paused(person, "half-recusal"))
    lines = (("RECUSE …", "not run, and the other words were not kept"),)
    _answer(sitting, person, "refused", lines, 1, ("RECUSE", "CLEAR"))


# -- commands -----------------------------------------------------------------------------------


def _run(sitting: Sitting, mail: MemberMail) -> bool:
    """Run every line or none; returns whether they were refused."""
    # Facts of the house count once too, and not at all when a line is refused.
    trial_frame = replace(sitting.frame, house=copy.deepcopy(sitting.frame.house))
    trial = Sitting(
        copy.deepcopy(sitting.case), trial_frame, sitting.dice, sitting.counsel,
        draws=sitting.draws,
    )  # fmt: skip
    results = [_turn(trial, mail, line) for line in mail.reading.lines]
    refused = [r for r in results if isinstance(r, Refuse)]
    case, person = sitting.case, mail.person
    pairs = tuple(
        (_echo(case, person, line.echo, result), _said(result, bool(refused)))
        for line, result in zip(mail.reading.lines, results, strict=True)
    )
    pairs += tuple(
        (_echo(case, person, later), "not run: a command stands at the very top")
        for later in mail.reading.later
    )
    if refused:
        forget = any(one.forget for one in refused)
        kept = () if forget else _save_texts(sitting, mail)
        remedy = tuple(dict.fromkeys(r for one in refused for r in one.remedy))
        asides = len(mail.reading.later)
        _answer(sitting, person, "refused", pairs, len(refused), remedy, kept, asides=asides)
        for verb in dict.fromkeys(one.attempt for one in refused if one.attempt):
            sitting.elsewhere.append((0, partial(changes.attempted, person=mail.person, verb=verb)))
        for ballot in dict.fromkeys(one.ballot for one in refused if one.ballot):
            sitting.write("ballot", One(mail.person), about={"ballot": ballot})
        return True
    for entry in trial.entries:
        sitting.add(entry)
    sitting.drafts += trial.drafts
    sitting.elsewhere += trial.elsewhere
    sitting.draws = trial.draws
    asides = len(mail.reading.later)
    if any(isinstance(r, Done) for r in results) or asides:
        shown = tuple(
            pair for pair, r in zip(pairs, results, strict=False) if isinstance(r, Done)
        ) + pairs[len(results) :]  # fmt: skip
        _answer(sitting, mail.person, "transcript", shown, asides, asides=asides)
    return False


def _turn(trial: Sitting, mail: MemberMail, line: Line) -> Outcome:
    known = KEYWORDS[line.verb if trial.case.no else AT_THE_ALIAS.get(line.verb, line.verb)]
    lines = mail.reading.lines
    alone = len(lines) == 1 and not mail.reading.talk.strip()
    others = tuple(other.verb for other in lines if other is not line)
    turn = Turn(trial, mail.person, line, mail.answers, alone, others, mail.keep_files)
    return may(turn, known) or known.function(turn)


def _echo(case: Case, person: str, words: str, result: Outcome | None = None) -> str:
    """A line as it was written; of who is not in the group, only the verb of what did not run.

    What somebody writes beside an answer to the conflict question is never kept (PS-09).
    """
    if isinstance(result, Refuse) and result.forget:
        return " ".join(w for w in words.split(" ")[:2] if w.isupper()) + " …"
    trusted = case.no == 0 or person in case.group or isinstance(result, Done | View)
    return words if trusted else words.split(" ")[0] + " …"


def _said(result: Outcome, refused: bool) -> str:
    match result:
        case Refuse():
            return result.reason
        case Done() if not refused:
            return result.result
        case _:
            return "not run" if refused else "sent"


def _save_texts(sitting: Sitting, mail: MemberMail) -> tuple[int, ...]:
    """Nobody types thirty lines on a phone twice (product.md 6); talk is not kept."""
    if sitting.case.no and mail.person not in sitting.case.group:
        return ()  # beside an answer to the conflict question nothing is kept (PS-09)
    kept: list[int] = []
    for line in mail.reading.lines:
        words = [f"{label}: {said}" for label, said in line.labels.items()]
        text = "\n".join((*words, *((line.text,) if line.text else ())))
        if text:
            number = 1 + sum(1 for author, _ in sitting.case.saved if author == mail.person)
            sitting.add(e.TextSaved(number, mail.person, line.verb, f"{line.echo}\n{text}"))
            kept.append(number)
    return tuple(kept)


def _answer_near(sitting: Sitting, mail: MemberMail) -> None:
    """A near miss beside valid commands stops everything."""
    case, person = sitting.case, mail.person
    pairs = tuple((_echo(case, person, line.echo), "not run") for line in mail.reading.lines)
    asked, remedy = _near(sitting, mail)
    pairs += asked
    kept = _save_texts(sitting, mail)
    asides = len(mail.reading.near)
    _answer(sitting, mail.person, "refused", pairs, asides, remedy, kept, asides=asides)


def _near(
    sitting: Sitting, mail: MemberMail
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Each near miss with the question about it, and the lines that would work now."""
    pairs: list[tuple[str, str]] = []
    remedy: list[str] = []
    for said, meant in mail.reading.near:
        works = working(sitting.case, mail.person, sitting.frame, meant)
        pairs.append((_echo(sitting.case, mail.person, said), _asked_back(works)))
        remedy += works
    return tuple(pairs), tuple(dict.fromkeys(remedy))


def _asked_back(works: tuple[str, ...]) -> str:
    """A line that would work is asked about; anything else is what to do."""
    if not works[0][:1].isupper():
        return f"not run: {works[0]}"
    return f"did you mean {' or '.join(line.rstrip('?') for line in works)}?"


def _answer(
    sitting: Sitting,
    person: str,
    template: str,
    lines: tuple[tuple[str, str], ...],
    errors: int = 0,
    remedy: tuple[str, ...] = (),
    kept: tuple[int, ...] = (),
    asides: int = 0,
) -> None:
    n = sitting.number()
    sitting.add(e.Answered(n, person, template, lines, errors, remedy, kept, asides))
    sitting.write(template, One(person), about={"answer": str(n)})


# -- talk ---------------------------------------------------------------------------------------


def _relay(sitting: Sitting, mail: MemberMail) -> bool:
    """Words that are no command go to the rest of the case group, and nowhere else (promise 6)."""
    case = sitting.case
    drafted = any(isinstance(x, e.Drafted) and x.files for x in sitting.entries)
    if not mail.reading.talk.strip() and (drafted or not mail.has_files):
        return False
    if case.no == 0:
        return _in_thread(sitting, mail)
    if mail.person not in case.group or mail.person in case.paused:
        return False
    text, transit = mail.keep_talk()
    n = sitting.number()
    sitting.add(e.TalkCame(n, mail.person, text, transit))
    sitting.write("talk", CaseGroup((mail.person,)), about={"talk": str(n)}, transit=transit)
    return True


def _in_thread(sitting: Sitting, mail: MemberMail) -> bool:
    """Words about a rule change go to every voting member, without examples (PS-76, A20)."""
    about = dict(mail.answers.about) if mail.answers else {}
    change = sitting.frame.house.changes.get(int(about.get("change", "0")))
    if change is None or mail.person not in rulechange.voting(sitting.frame.roster):
        return False
    kinds = sitting.counsel.case_words(mail.person, mail.reading.talk)
    refused = rulechange.NO_EXAMPLES.format(kinds=", ".join(kinds)) if kinds else ""
    if mail.has_files:
        refused = "Files cannot be looked through, and are not passed on: write what they say."
    if refused:
        _answer(sitting, mail.person, "refused", (("(your words)", refused),), 1)
    else:
        rulechange.relay(sitting, change, mail.person, mail.reading.talk, mail.keep_talk())
    return True


def _answer_talk(sitting: Sitting, mail: MemberMail, talked: bool, refused: bool) -> None:
    """A mail without a command: silent when it was talk, else told what would work."""
    reading = mail.reading
    case, person = sitting.case, mail.person
    pairs, remedy = _near(sitting, mail)
    pairs += tuple(
        (_echo(case, person, line), "not run: a command stands at the very top")
        for line in reading.later
    )
    asked = case.no and conflicts.standing(case, mail.person) != "in"
    if reading.later:
        inside = person in case.group or not case.no
        remedy += reading.later if inside else ("CLEAR", "RECUSE") if asked else ()
    if not talked and not pairs and not refused:
        pairs = (("(your mail)", NOT_RELAYED if asked else "nothing in it is a command"),)
        remedy = ("CLEAR", "RECUSE") if asked else ("HELP",)
    if pairs:
        _answer(sitting, mail.person, "refused", pairs, len(pairs), remedy, asides=len(pairs))
