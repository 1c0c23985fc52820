"""The clock of a running daemon jumps: it is noticed, and what cannot be undone waits (promise 8).

Once with a clock that is handed in, once with the machine's own under libfaketime.
"""

import json
import time
from datetime import timedelta
from pathlib import Path

import pytest
from running import PEOPLE, Running, member, running

from cocmail.core import entries as e

TEXT = "About: Sam Reed\n\nSam Reed has been shouting at me since Monday."
NOTICED_WITHIN = 10.0  # seconds of running time
THREE_DAYS = timedelta(days=3)
LIBRARIES = [
    Path("/usr/lib") / folder / "faketime" / "libfaketimeMT.so.1"
    for folder in ("x86_64-linux-gnu", "aarch64-linux-gnu", "")
]


def verbs(house: Running) -> list[str]:
    """What the daemon's journal says, in order."""
    return [json.loads(line)["verb"] for line in house.journal.read_text().splitlines()]


async def asked(house: Running) -> None:
    """A report that waits for everybody's answer to the conflict question."""
    await house.report(TEXT)
    for person in PEOPLE:
        await house.letter(member(person), "conflict-question")
    await house.at_rest()


async def noticed(house: Running) -> float:
    """Seconds until the journal tells of the jump."""
    began = time.monotonic()
    await house.until(lambda: "clock-jump" in verbs(house), NOTICED_WITHIN + 5)
    return time.monotonic() - began


def jumps(house: Running) -> list[e.Outage]:
    """The jumps that the log tells of."""
    return [fact for fact in house.facts("Outage") if isinstance(fact, e.Outage) and not fact.down]


async def nothing_shut(house: Running) -> None:
    """The window did not close, and each overdue clock spoke once: the question asked again."""
    for person in PEOPLE:
        await house.until(lambda p=person: len(house.box(member(p), "conflict-question")) == 2)  # type: ignore[misc]
    assert house.facts("QuestionClosed") == []
    await house.answer(house.box(member("eli"), "conflict-question")[0], "eli", "CLEAR")
    await house.until(lambda: house.facts("Cleared") != [])
    assert [fact.late for fact in house.facts("Cleared")] == [False]  # type: ignore[attr-defined]


async def test_a_jump_is_noticed_and_freezes_the_window(tmp_path: Path) -> None:
    shift = tmp_path / "shift"
    shift.write_text("0")
    ahead = {"COCMAIL_SHIFT": str(shift)}
    async with running(tmp_path, procedure="numfocus", environment=ahead) as house:
        await asked(house)
        shift.write_text(str(THREE_DAYS.total_seconds()))
        assert await noticed(house) < NOTICED_WITHIN
        assert [round((j.until - j.since) / THREE_DAYS, 2) for j in jumps(house)] == [1.0]
        await nothing_shut(house)
        await house.at_rest()
        spoken = [str(fact) for fact in house.facts("Spoke")]
        await house.stop()
        await house.start()
        await house.report("Number nine has been shouting at me.", "wen@home.test")
        await house.letter("wen@home.test")
        assert [str(fact) for fact in house.facts("Spoke")] == spoken


async def test_a_mail_that_comes_right_after_a_jump_does_not_close_the_window(
    tmp_path: Path,
) -> None:
    shift = tmp_path / "shift"
    shift.write_text("0")
    ahead = {"COCMAIL_SHIFT": str(shift)}
    async with running(tmp_path, procedure="numfocus", environment=ahead) as house:
        await asked(house)
        shift.write_text(str(THREE_DAYS.total_seconds()))
        question = await house.letter(member("ana"), "conflict-question")
        await house.answer(question, "ana", "CLEAR")
        await house.until(lambda: house.facts("Cleared") != [])
        assert house.facts("QuestionClosed") == []
        assert len(jumps(house)) == 1


async def test_a_daemon_that_was_down_for_days_speaks_once(tmp_path: Path) -> None:
    shift = tmp_path / "shift"
    shift.write_text("0")
    ahead = {"COCMAIL_SHIFT": str(shift)}
    async with running(tmp_path, procedure="numfocus", environment=ahead) as house:
        await asked(house)
        await house.kill()
        shift.write_text(str(timedelta(days=30).total_seconds()))
        await house.start()
        assert [fact.down for fact in house.facts("Outage")] == [True]  # type: ignore[attr-defined]
        # The promise to the reporter did not stand still: receipt, then one word of where it is.
        await house.until(lambda: len(house.box("rita@home.test")) == 2)
        await house.stop()
        await house.start()
        await house.report("Number nine has been shouting at me.", "wen@home.test")
        await house.letter("wen@home.test")
        await house.at_rest()
        assert len(house.box("rita@home.test")) == 2
        assert house.facts("QuestionClosed") == []
        # Silence did not count: nobody was asked again, nobody is out.
        assert len(house.box(member("ana"), "conflict-question")) == 1


async def test_the_machines_own_clock_jumps(tmp_path: Path) -> None:
    library = next((file for file in LIBRARIES if file.exists()), None)
    if library is None:
        pytest.skip("libfaketime is not installed: install the package faketime")
    stamp = tmp_path / "faketime"
    stamp.write_text("+0")
    faked = {
        "LD_PRELOAD": str(library),
        "FAKETIME_TIMESTAMP_FILE": str(stamp),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "DONT_FAKE_MONOTONIC": "1",
    }
    async with running(tmp_path, procedure="numfocus", environment=faked) as house:
        await asked(house)
        stamp.write_text("+3d")
        assert await noticed(house) < NOTICED_WITHIN
        await nothing_shut(house)
