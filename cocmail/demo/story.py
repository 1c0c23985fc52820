"""The story of `cocmail demo`: one whole case, from the report to the chair's status mail.

Each step is a few mails as people write them, and the clock put forward. Not here: who the people
are (cast.py), how a mail travels (stage.py), what is checked at the end (promises.py).
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cocmail.demo import cast
from cocmail.demo.cast import ANA, BO, CHI, DEE, FAY, FORGER, RITA
from cocmail.demo.stage import Broke, Delivered, Stage

DAY = datetime(2026, 3, 5, tzinfo=UTC)  # a Thursday
START = DAY.replace(hour=9, minute=12)
FRIDAY = DAY + timedelta(days=1)
MONDAY = DAY + timedelta(days=4)


@dataclass(slots=True)
class Marks:
    """What the promises need to know besides the mails themselves."""

    approved: datetime = START
    before_forgery: str = ""
    after_forgery: str = ""
    at_end: str = ""  # the case when the daemon stopped
    reread: str = ""  # the same, folded again from the file
    places: dict[str, int] = field(default_factory=dict)  # letters there were, by name of a moment


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its title, what a newcomer should know, and what happens."""

    title: str
    words: str
    play: Callable[[Stage, Marks], Awaitable[None]]


def at(hour: int, minute: int = 0, day: datetime = DAY) -> datetime:
    """A moment of the play, UTC."""
    return day.replace(hour=hour, minute=minute)


def id_in(letter: Delivered, verb: str) -> str:
    """The id that a mail prints with a command, `OK 3F7K`. Raises Broke when there is none."""
    found = re.search(rf"\b{verb} ([A-Z2-9]{{4}})\b", letter.mail.text)
    if not found:
        raise Broke(f"the mail offers no {verb}")
    return found[1]


def code_in(letter: Delivered) -> str:
    """The code name in a subject, `[quiet willow] a report`. Raises Broke when there is none."""
    found = re.match(r"\[(?!new question)([a-z]+ [a-z]+)\]", letter.mail.subject)
    if not found:
        raise Broke("the mail has no code name")
    return found[1]


async def report(stage: Stage, _marks: Marks) -> None:
    """Rita writes to the published address."""
    await stage.write(RITA, cast.ALIAS, cast.SUBJECT, cast.REPORT)


async def first_reader(stage: Stage, _marks: Marks) -> None:
    """The one reader on duty asks for the text."""
    await stage.until(at(9, 40))
    await stage.answer(DEE, stage.last(DEE, "held"), "SHOW")


async def question(stage: Stage, _marks: Marks) -> None:
    """The first reader names whom it is about; everyone left is asked about that name alone."""
    await stage.until(at(9, 43))
    await stage.answer(DEE, stage.last(DEE, "report"), "ABOUT Sam Reed\nCLEAR")


async def clears(stage: Stage, marks: Marks) -> None:
    """One steps out, the others are clear; at the second who is clear the report is released."""
    await stage.until(at(10, 2))
    await stage.answer(BO, stage.last(BO, "conflict-question"), cast.RECUSAL)
    marks.places["recused"] = len(stage.letters)
    await stage.until(at(10, 5))
    await stage.answer(ANA, stage.last(ANA, "conflict-question"), "Clear.")
    await stage.until(at(10, 20))
    await stage.answer(CHI, stage.last(CHI, "conflict-question"), "No conflict")
    await stage.until(at(10, 31))
    await stage.answer(FAY, stage.last(FAY, "conflict-question"), "CLEAR Sam Reed")


async def take(stage: Stage, _marks: Marks) -> None:
    """Ana leads the case, and Rita hears from a person."""
    await stage.until(at(10, 50))
    await stage.answer(ANA, stage.last(ANA, "report"), "TAKE\nSAFETY no")


async def talk(stage: Stage, _marks: Marks) -> None:
    """A reply without a command is talk among the members."""
    await stage.until(at(11, 30))
    await stage.answer(FAY, stage.last(FAY, "report"), cast.TALK)
    await stage.until(at(12, 1))


async def propose(stage: Stage, _marks: Marks) -> None:
    """Dee opens a ballot."""
    await stage.until(at(13, 10))
    words = (
        "EVAL scope=yes violation=listed\n"
        "PROPOSE\nPLAN: A warning, and two months without the help channel.\n"
        "CONSEQUENCE: warning\nIF-REFUSED: removal from the project for a year"
    )
    await stage.answer(DEE, stage.last(DEE, "report"), words)


async def vote(stage: Stage, _marks: Marks) -> None:
    """Three of four voting members without a conflict are two thirds."""
    await stage.until(at(13, 30))
    await stage.answer(ANA, stage.last(ANA, "ballot"), "Yes")
    await stage.until(at(14, 15))
    await stage.answer(CHI, stage.last(CHI, "ballot"), "VOTE yes")
    await stage.until(at(15, 20))
    await stage.answer(DEE, stage.last(DEE, "ballot"), "vote yes")
    await stage.until(at(16, 1))


async def slip(stage: Stage, marks: Marks) -> None:
    """A draft that names the reporter is stopped before anybody is asked to approve it."""
    await stage.until(at(9, 30, FRIDAY))
    await stage.answer(ANA, stage.last(ANA, "tally"), "PARTY REPORTED Sam Reed sam@x.test")
    marks.places["slip"] = len(stage.letters)
    words = (
        "DRAFT REPORTED\nBEHAVIOUR: Shouting at people. Rita Vale asked you to stop.\n"
        "IMPACT: Newcomers leave."
    )
    await stage.answer(ANA, stage.last(ANA, "tally"), words)


async def draft(stage: Stage, _marks: Marks) -> None:
    """The same letter without the name goes to the others as a preview."""
    await stage.until(at(9, 41, FRIDAY))
    words = (
        "DRAFT REPORTED\nBEHAVIOUR: Loud and belittling answers to beginners in public.\n"
        "IMPACT: Newcomers leave, and others no longer dare to ask."
    )
    await stage.answer(ANA, stage.last(ANA, "tally"), words)


async def approve(stage: Stage, marks: Marks) -> None:
    """Another member agrees; ten minutes later the letter leaves by itself."""
    await stage.until(at(9, 55, FRIDAY))
    marks.approved = stage.wall.now()
    await stage.answer(CHI, stage.last(CHI, "preview"), "OK")
    await stage.until(marks.approved + timedelta(minutes=11))


async def forge(stage: Stage, marks: Marks) -> None:
    """A command in Fay's name that the relay could not vouch for, and Fay's own NO."""
    await stage.until(at(11, 3, FRIDAY))
    code = code_in(stage.last(FAY, "report"))
    marks.before_forgery = await stage.case()
    await stage.answer(
        FORGER, stage.last(FAY, "report"), cast.FORGED.format(code=code),
        proof="fail", envelope=cast.FORGER_ENVELOPE,
    )  # fmt: skip
    await stage.until(at(11, 20, FRIDAY))
    await stage.answer(FAY, stage.last(FAY, "confirm"), "No")
    marks.after_forgery = await stage.case()


async def outcome(stage: Stage, _marks: Marks) -> None:
    """The reporter is told how it ended; a second reader looks at that letter too."""
    await stage.until(at(11, 40, FRIDAY))
    words = (
        "DRAFT REPORTER\nThe person was warned and may not use the help channel for two months."
        " We read along there, and we thank you for telling us."
    )
    await stage.answer(ANA, stage.last(ANA, "tally"), words)
    await stage.until(at(11, 50, FRIDAY))
    letter = stage.last(DEE, "preview")
    await stage.answer(DEE, letter, f"OK {id_in(letter, 'OK').lower()}")
    await stage.until(at(14, 1, FRIDAY))


async def close(stage: Stage, _marks: Marks) -> None:
    """Closing names the case; the result comes from the decision."""
    await stage.until(at(14, 30, FRIDAY))
    letter = stage.last(ANA, "report")
    await stage.answer(ANA, letter, f"CLOSE {code_in(letter)} RESULT\nREPEAT maybe")
    await stage.until(at(16, 1, FRIDAY))


async def morning(stage: Stage, _marks: Marks) -> None:
    """The chair's weekly status mail, and the sheet on demand."""
    await stage.until(at(9, 0, MONDAY) + timedelta(minutes=1))
    await stage.until(at(9, 30, MONDAY))
    await stage.write(ANA, cast.ALIAS, "the sheet, please", "SHEET")


STEPS: tuple[Step, ...] = (
    Step(
        "somebody reports",
        "Rita writes to the published address, as anybody writes. cocmail stores the mail before "
        "it answers, sends her a receipt, and finds a member's name in the text: Eli is left out "
        "from the first second. One member, Dee, hears that a report waits.",
        report,
    ),
    Step(
        "one member reads it first",
        "NumFOCUS's procedure screens: nobody but Dee sees it yet.",
        first_reader,
    ),
    Step(
        "who has a conflict?",
        "Dee names whom it is about. Every member left is asked about that name, and is told "
        "nothing else. Silence keeps out.",
        question,
    ),
    Step(
        "one steps out, three are clear",
        "Bo steps out. The reason he gives is destroyed unread. At the second member who is clear "
        "the case gets its code name and opens; the others get the report as they answer.",
        clears,
    ),
    Step(
        "somebody takes it",
        "Ana leads the case from here, and a person writes to Rita.",
        take,
    ),
    Step(
        "members talk",
        "A reply without a command is talk. It goes to the case group and to nobody else.",
        talk,
    ),
    Step(
        "a proposal",
        "Dee opens a ballot: two thirds of the members without a conflict must agree.",
        propose,
    ),
    Step("the vote", "On a phone, in one word. It passes at the third of four.", vote),
    Step(
        "a slip, caught",
        "Ana enters Sam as the reported person and drafts the letter to him. She writes Rita's "
        "name into it.",
        slip,
    ),
    Step(
        "the letter to Sam, drafted",
        "The same letter without the slip. All of the case group see it as he will get it.",
        draft,
    ),
    Step(
        "a second reader, ten minutes, and it leaves",
        "Chi agrees. For ten minutes anybody could still stop it with HOLD.",
        approve,
    ),
    Step(
        "a forged command",
        "Somebody got hold of Fay's reply address and closes the case in her name. The mail does "
        "not prove that it is hers: nothing runs, nobody reads it, and Fay is asked.",
        forge,
    ),
    Step("Rita hears how it ended", "Drafted by one, approved by another, ten minutes.", outcome),
    Step("the case is closed", "The result is taken from the decision.", close),
    Step(
        "Monday, 09:00",
        "The chair's status mail comes by itself; the sheet comes when asked for.",
        morning,
    ),
)
