"""Promise 5 as two worlds: what people outside get does not change with who reported.

One case is played twice with the same mails and commands; only the reporters differ, in number,
name and address. Whatever the reported person, the moderators, the administrators and the
mediator got must be the same, byte for byte, after the normalisation of test_two_worlds.py.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from histories import PROCEDURES, SPACES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talk import ALIAS, proposal, table
from test_two_worlds import Command, Step, Wait, World

OUTSIDE = ("sam@x.test", "max@mods.test", "pat@mods.test", "noa@w.test")
WORDS = "Sam Reed keeps writing harsh things to newcomers in the channel."
Reporter = tuple[str, str]
REPORTERS: tuple[Reporter, ...] = (
    ("Rita Vale", "rita@home.test"),
    ("", "x9@home.test"),
    ("Zoë Ångström", "zoe.angstrom@far.test"),
    ("O'Neil-Smith, Quentin", "quentin@x.test"),  # at the reported person's own domain
    ("李小龍", "li@home.test"),
    # Not a namesake of the reported person: the check stops a letter that says "Sam" (promise 5).
    ("Lucía Vega", "lucia@far.test"),
)
SLOW = list(HealthCheck)
EXAMPLES = 2  # a procedure


@dataclass(frozen=True)
class First:
    """The first reporter's mail."""


@dataclass(frozen=True)
class More:
    """Everybody else's: a case each, which the lead puts into the first, or leaves."""

    merged: bool


@dataclass(frozen=True)
class Answers:
    """Somebody answers their newest letter: the first reporter, or a person outside."""

    who: str
    text: str
    automatic: bool = False


class Reported(World):
    """A world with these reporters, looked at by those outside."""

    reporters: tuple[Reporter, ...] = REPORTERS[:1]

    def _step(self, step: Step | First | More | Answers) -> None:
        match step:
            case First():
                self._reports("one", self.reporters[0])
            case More():
                self._more(merged=step.merged)
            case Answers():
                address = self.reporters[0][1] if step.who == "reporter" else step.who
                letters = self.t.boxes[address]
                if letters:
                    headers = {"Auto-Submitted": "auto-replied"} if step.automatic else {}
                    self.t.answer(letters[-1], step.text, headers=headers)
            case _:
                super()._step(step)

    def _more(self, *, merged: bool) -> None:
        for n, reporter in enumerate(self.reporters[1:]):
            self._reports(f"more-{n}", reporter)
        self.t.wait(hours=1)  # as long in every world
        for n, _ in enumerate(self.reporters[1:]):
            label = f"more-{n}"
            if self.screened:
                for who, line in (("dee", "SHOW"), ("dee", "ABOUT Sam Reed\nCLEAR"),
                                  ("bo", "CLEAR"), ("ana", "CLEAR"), ("fay", "CLEAR")):  # fmt: skip
                    super()._step(Command(label, who, line))
            if merged:
                super()._step(Command(label, "bo", "MERGE CODE INTO OTHER"))

    @property
    def screened(self) -> bool:
        return self.t.config.procedure.intake == "screen"

    def _reports(self, label: str, reporter: Reporter) -> None:
        name, address = reporter
        before = self._last_case()
        self.t.write(address, ALIAS, WORDS, name=f'"{name}"' if name else "", subject="Harsh")
        assert self._last_case() == before + 1
        self.cases[label] = before + 1

    @property
    def seen(self) -> list[list[tuple[str, ...]]]:
        """What each person outside got."""
        return [[self._normal(letter) for letter in self.t.boxes[a]] for a in OUTSIDE]


def played(
    folder: Path, reporters: tuple[Reporter, ...], steps: list[Any], procedure: str
) -> Reported:
    """One world; the keys are those that lie in the folder."""
    t = table(
        folder, procedure=procedure, members="ana bo dee fay", rota="dee ana", extra=SPACES,
        overrides='undo_window = "0"',
    )  # fmt: skip
    world = Reported(t, "nobody", "none", False, {})
    world.reporters = reporters
    world.play(steps)
    world.t.wait(hours=24)
    return world


def compared(one: tuple[Reporter, ...], two: tuple[Reporter, ...], steps: list[Any],
             procedure: str) -> tuple[Reported, int]:  # fmt: skip
    """Play with these reporters and with those; also the case that the third went into."""
    with TemporaryDirectory() as folder:
        first, second = Path(folder) / "one", Path(folder) / "two"
        table(first, procedure=procedure, members="ana bo dee fay", extra=SPACES).close()
        shutil.copytree(first, second)
        worlds: list[Reported] = []
        for where, reporters in ((first, one), (second, two)):
            worlds.append(played(where, reporters, steps, procedure))
        for a, b in zip(worlds[0].seen, worlds[1].seen, strict=True):
            assert a == b
        into = 0
        if "more-1" in worlds[1].cases:
            into = worlds[1].t.house.records.case(worlds[1].cases["more-1"]).into
        for world in worlds:
            world.t.close()
        return worlds[0], into


def opening(procedure: str, *, merged: bool) -> list[Any]:
    """Reported, let in, decided, and a letter to the reported person."""
    steps: list[Any] = [First(), Wait(1)]
    screened = procedure in ("numfocus", "psf")
    if screened:
        steps += [Command("one", "dee", "SHOW"), Command("one", "dee", "ABOUT Sam Reed\nCLEAR")]
        steps += [Command("one", p, "CLEAR") for p in ("ana", "bo", "fay")]
    steps += [Command("one", "bo", "TAKE"), More(merged), Wait(3),
              Command("one", "bo", "PARTY REPORTED Sam Reed sam@x.test")]  # fmt: skip
    return steps


def a_decision(procedure: str) -> list[Any]:
    """Asked, decided and told, and the moderators as well."""
    steps: list[Any] = [
        Command("one", "bo", "ASK REPORTED\nWhat happened in the channel on that day?"),
        Command("one", "fay", "OK ID"), Wait(1), Answers("sam@x.test", "I was only joking."),
        Command("one", "bo", proposal(procedure)),
        *(Command("one", p, "VOTE yes") for p in ("ana", "bo", "dee", "fay")),
        Command("one", "bo", "DRAFT CONSULT"), Command("one", "fay", "OK ID"), Wait(24 * 8),
        Command("one", "bo", "SPACE help"), Command("one", "bo", "DRAFT MODS\nPlease look."),
        Command("one", "fay", "OK ID"), Wait(1), Answers("max@mods.test", "ACCEPT"), Wait(1),
        Command("one", "bo", "DRAFT REPORTED\nBEHAVIOUR: loud\nIMPACT: tears"),
        Command("one", "fay", "OK ID"), Wait(1),
        Command("one", "bo", "MEDIATE CANDIDATE Noa Winter noa@w.test"),
        Command("one", "fay", "OK ID"), Wait(24 * 7),
    ]  # fmt: skip
    return steps


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_a_decided_case_tells_nobody_who_reported(procedure: str) -> None:
    """One reporter, or three others, whose mails become part of the case or stay beside it."""
    for merged in (False, True):
        steps = opening(procedure, merged=merged) + a_decision(procedure)
        world, into = compared(REPORTERS[:1], REPORTERS[1:4], steps, procedure)
        assert into == (1 if merged else 0)
        reported, moderators, _, mediator = world.seen
        assert reported  # or this says nothing
        assert bool(moderators) == (procedure == "psf")
        assert bool(mediator) == (procedure in ("numpy", "jupyter"))


def test_the_comparison_can_fail() -> None:
    """Other words to the reported person are seen."""
    asked = []
    for who in ("one person", "three people"):
        line = f"ASK REPORTED\nWhat happened? We heard of it from {who}."
        said = [Command("one", "bo", line), Command("one", "fay", "OK ID"), Wait(1)]
        asked.append(opening("numpy", merged=False) + said)
    with TemporaryDirectory() as folder:
        first = played(Path(folder) / "one", REPORTERS[:1], asked[0], "numpy")
        second = played(Path(folder) / "two", REPORTERS[:1], asked[1], "numpy")
        assert first.seen[0] != second.seen[0]
        first.t.close()
        second.t.close()


LINES = (
    "ASK REPORTED\nWhat happened in the channel on that day?", "OK ID", "OK ID", "OK ID",
    "DRAFT REPORTED\nBEHAVIOUR: loud\nIMPACT: tears", "SPACE help", "DRAFT MODS\nPlease look.",
    "MEDIATE CANDIDATE Noa Winter noa@w.test", "MEDIATE INVITE", "MEDIATE CLOSE", "VOTE yes",
    "SEVERE yes threats DISCONNECT sreed", "DRAFT CONSULT", "DRAFT REPORTER\nThank you.",
    "DRAFT BREAK MANDATORY", "BAN ADD Sam Reed help UNTIL 2026-05-01", "DRAFT LEAK R1", "HOLD ID",
    "APOLOGY WANTED", "DRAFT APOLOGY\nPlease say sorry.", "EXTEND P1 UNTIL 2026-03-30", "MUTE P1",
    "CLOSE CODE RESOLVED", "SAFETY yes", "Sam Reed was loud, that is all.", "RECUSE",
)  # fmt: skip


def histories(procedure: str) -> st.SearchStrategy[list[Any]]:
    """What members and people outside do; the reporters are not in it by name."""
    line = st.builds(Command, st.just("one"), st.sampled_from(["ana", "bo", "dee", "fay"]),
                     st.sampled_from([*LINES, proposal(procedure)]))  # fmt: skip
    said = st.builds(
        Answers, st.sampled_from(["reporter", *OUTSIDE]),
        st.sampled_from(["It was twice.", "AGREE", "ACCEPT", "I was only joking.", "DONE"]),
        st.sampled_from([False, False, True]),
    )  # fmt: skip
    waits = st.sampled_from([Wait(1), Wait(24), Wait(24 * 8)])
    return st.lists(st.one_of(line, line, line, said, waits), min_size=2, max_size=14)


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_no_history_tells_who_reported(procedure: str) -> None:
    some = st.lists(st.sampled_from(REPORTERS), min_size=1, max_size=3, unique=True).map(tuple)

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=SLOW)
    @given(some, some, st.booleans(), st.booleans(), histories(procedure))
    def any_history(
        one: tuple[Reporter, ...], two: tuple[Reporter, ...], merged: bool, decided: bool,
        steps: list[Any],
    ) -> None:  # fmt: skip
        begun = opening(procedure, merged=merged)
        compared(one, two, begun + (a_decision(procedure) if decided else []) + steps, procedure)

    any_history()
