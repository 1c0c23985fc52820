"""Why somebody may read: the gate's own verdict, and the words that go with it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from talk import ALIAS, Table, table

from cocmail import status
from cocmail.core import conflicts
from cocmail.errors import Trouble
from cocmail.gate import Errand
from cocmail.mail.letter import Letter

REPORT = """Sam Reed is harassing people in #help. Eli Brandt saw it. It has gone on for weeks and I
do not know what to do about it any more.

Rita Vale
"""


def said(t: Table, *words: str) -> dict[str, str]:
    """Person -> the line of `cocmail why`."""
    answers = status.readers(t.house, list(words), t.now)
    for answer in answers:
        agrees(t, answer.person, answer.may)
    return {a.person: f"{'may' if a.may else 'may not'}: {a.why}" for a in answers}


def agrees(t: Table, person: str, may: bool) -> None:
    """Whoever may read would get the report now, and nobody else."""
    case, frame = t.house.records.case(1), t.house.frame(t.now)
    errand = Errand(99_999, 1, "report", f"member:{person}", (("mail", "all"),))
    assert isinstance(t.house.gate.letter(errand, case, frame), Letter) == may
    if person in case.excluded or person in case.recused:
        assert not may


@pytest.fixture
def t(tmp_path: Path) -> Table:
    made = table(tmp_path, procedure="numfocus", advisers="gus", rota="dee ana bo")
    made.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    return made


def code(t: Table) -> str:
    return t.house.records.case(1).code


def test_the_whole_way_of_a_screened_report(t: Table) -> None:
    lines = said(t, "1")
    assert lines["dee"] == (
        "may: reads first, since the procedure has one member read first; asked at 2026-03-02 09:00"
    )
    assert lines["ana"] == "may not: the report is held, and others read first"
    assert lines["eli"] == (
        "may not: out at 2026-03-02 09:00: the report names them, or comes from them"
    )
    assert "kim" not in lines
    assert said(t, "1", "kim")["kim"].startswith("may not: the council's contacts are asked only")

    t.wait(minutes=10)
    t.answer(t.last("dee"), "ABOUT Sam Reed\nCLEAR")
    lines = said(t, "1")
    assert lines["dee"].endswith("; answered CLEAR, the report is not released yet")
    assert lines["ana"].startswith("may not: was asked about a conflict at 2026-03-02 09:10")
    assert lines["ana"].endswith("silence keeps out")

    t.wait(minutes=10)
    t.answer(t.last("ana"), "CLEAR")
    t.answer(t.last("bo"), "RECUSE")
    t.wait(minutes=10)
    t.answer(t.last("ana", "report"), "EXCLUDE Chi Okafor")
    lines = said(t, *code(t).split())
    assert lines["ana"] == (
        "may: answered CLEAR at 2026-03-02 09:20; in the case group at 2026-03-02 09:20"
    )
    assert lines["bo"] == "may not: stepped out at 2026-03-02 09:20"
    assert lines["chi"].startswith("may not: out at 2026-03-02 09:30: a member of")

    t.wait(days=8)
    lines = said(t, code(t))
    assert lines["fay"].startswith("may not: did not answer the conflict question sent at")
    t.answer(t.last("fay", "conflict-question"), "CLEAR")
    assert said(t, code(t), "fay")["fay"].startswith("may not: answered CLEAR after the window")
    t.answer(t.last("ana", "report"), "ADMIT fay")
    assert said(t, code(t), "fay")["fay"].startswith("may: let in by ADMIT; in the case group at")


def test_a_mail_that_begins_to_step_out_pauses(t: Table) -> None:
    t.answer(t.last("dee"), "ABOUT Sam Reed\nCLEAR")
    t.answer(t.last("ana"), "CLEAR")
    t.answer(t.last("ana", "report"), "RECUSE because I know him")
    assert said(t, code(t), "ana")["ana"].startswith(
        "may not: began a mail with RECUSE and went on, and was asked at"
    )


def test_a_forward_procedure_gives_it_to_all(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="numpy")
    t.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    lines = said(t, code(t))
    assert lines["ana"].startswith("may: no conflict is known, and the procedure gives")
    assert lines["eli"].startswith("may not: out at 2026-03-02 09:00: the report names them")
    t.answer(t.last("ana", "report"), "SPAM")
    assert all("as spam" in line for line in said(t, "1").values())


@pytest.mark.parametrize(
    "typed",
    [
        lambda name: [name], lambda name: name.split(), lambda name: [name.replace(" ", "-")],
        lambda name: [*name.upper().split(), "Ana", "Ruiz"], lambda name: [name, "ana"],
        lambda _: ["1", "ana-nas"],
    ],
)  # fmt: skip
def test_how_a_code_name_is_typed(t: Table, typed: Callable[[str], list[str]]) -> None:
    t.answer(t.last("dee"), "ABOUT Sam Reed\nCLEAR")
    t.answer(t.last("ana"), "CLEAR")
    words = typed(code(t))
    if words[-1] == "ana-nas":
        with pytest.raises(Trouble, match=r"why: nobody configured is called \"ana-nas\"; give an"):
            status.readers(t.house, words, t.now)
        return
    assert {a.person for a in status.readers(t.house, words, t.now)} >= {"ana"}


@pytest.mark.parametrize("words", [["home", "shelf"], ["0"], ["2"], ["9" * 30], ["x"], [""]])
def test_an_unknown_case_is_trouble(t: Table, words: list[str]) -> None:
    with pytest.raises(Trouble, match=r"cocmail.toml: why: no case is called .*; give a code name"):
        status.readers(t.house, words, t.now)


def test_status_counts_and_names_nobody(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="numpy", members="ana bo chi")
    t.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    everybody = "Ana Ruiz, Bo Lind, Chi Okafor and Kim Sato were all there and all of them laughed."
    t.write("rita@away.test", ALIAS, everybody * 3, name="Rita Vale")
    t.wait(minutes=1)
    now = status.status(t.house, t.now)
    assert now.need_a_reader == (2,)
    assert conflicts.candidates(t.house.records.case(2), t.config.roster) == []
    assert sum(now.cases.values()) + now.quarantine == 2
    assert "@" not in repr(now)
    t.house.pulse(t.now)
    assert status.status(t.house, t.now).running
    assert not status.status(t.house, t.now + timedelta(minutes=2)).running
    kinds = {step.kind for step in status.steps(t.house)}
    assert {"Opened", "Excluded", "Spoke"} <= kinds


def test_any_past_moment_is_answered_as_it_was_then(t: Table) -> None:
    """Whatever `why` said at a moment, it says the same of that moment for ever."""
    at_the_time: list[tuple[str, dict[str, str]]] = []

    def note() -> None:
        t.wait(minutes=5)
        at_the_time.append((f"{t.now:%Y-%m-%d %H:%M}", said(t, "1")))
        t.wait(minutes=5)

    note()
    t.answer(t.last("dee"), "ABOUT Sam Reed\nCLEAR")
    note()
    t.answer(t.last("ana"), "CLEAR")
    t.answer(t.last("bo"), "RECUSE")
    note()
    t.answer(t.last("ana", "report"), "EXCLUDE Chi Okafor")
    note()
    for line in ("ROSTER REMOVE Dee Novak", "LOCK Dee Novak OFF"):
        t.write("kim@council.test", ALIAS, line)
    t.answer(t.last("kim@council.test", "confirm"), "YES", sender="kim@council.test")
    t.wait(days=4)
    assert "dee" not in said(t, "1")
    for who in ("ana", "bo"):
        t.write(f"{who}@members.test", ALIAS, "LOCK Fay Moreau")
    note()
    assert "their mailbox is locked" in at_the_time[-1][1]["fay"]
    now = said(t, "1")
    for moment, then in at_the_time:
        answers = status.readers_at(t.house, ["1"], moment, t.now)
        assert {a.person: f"{'may' if a.may else 'may not'}: {a.why}" for a in answers} == then
    assert said(t, "1") == now
    assert len({str(then) for _, then in at_the_time}) == len(at_the_time)


@pytest.mark.parametrize(
    ("at", "why"),
    [("yesterday", "is no moment"), ("2026-03-01 09:00", "did not exist then"),
     ("2027-01-01 09:00", "is still to come")],
)  # fmt: skip
def test_a_moment_that_cannot_be_asked_about(t: Table, at: str, why: str) -> None:
    with pytest.raises(Trouble, match=why):
        status.readers_at(t.house, ["1"], at, t.now)
