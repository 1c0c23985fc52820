"""Urgent cases from end to end: emergency contacts, delegates, who hears of an act (A3, NF-01)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from talk import ALIAS, Table, table

PLACES = """
[[spaces]]
id = "hall"
name = "the hall"
administrators = [{ id = "pat", name = "Pat Moe", address = "pat@mods.test" }]
emergency = "Venue security: +00 000"
[[spaces]]
id = "chat"
name = "#chat"
emergency = "Chat host: +00 111"
[[delegates]]
id = "ola"
name = "Ola Nord"
address = "ola@event.test"
space = "hall"
"""
WORDS = (
    "Somebody shouts at newcomers in every single meeting, and nobody dares to say a word about it."
)


@pytest.fixture
def gcc(tmp_path: Path) -> Iterator[Table]:
    made = table(tmp_path, procedure="gcc", members="ana bo chi dee", extra=PLACES)
    yield made
    made.close()


def test_emergency_contacts_of_the_space_once_somebody_is_at_risk(gcc: Table) -> None:
    """JU-08: the release mail of a case with SAFETY yes shows them, and nothing before."""
    gcc.write("rita@home.test", ALIAS, f"One of you looked away. {WORDS}", name="Rita Vale")
    screener = "ana"
    gcc.answer(gcc.last(screener, "held"), "SHOW")
    assert "+00" not in gcc.last(screener, "report").text
    gcc.answer(gcc.last(screener, "report"), "SPACE the hall\nSAFETY yes\nCLEAR")
    for who in ("ana", "bo", "chi", "dee"):
        text = gcc.last(who, "report").text
        assert "the hall: Venue security: +00 000" in text
        assert "+00 111" not in text


def test_raised_after_release_the_contacts_come_at_once(gcc: Table) -> None:
    gcc.write("rita@home.test", ALIAS, WORDS, name="Rita Vale")
    gcc.answer(gcc.last("bo", "report"), "SAFETY yes")
    for who in ("ana", "bo", "chi", "dee"):
        text = gcc.last(who, "reminder").text
        assert "Venue security: +00 000" in text
        assert "Chat host: +00 111" in text, "the space is not known yet"
    gcc.answer(gcc.last("bo", "report"), "SPACE chat")
    assert "+00 000" not in gcc.last("chi", "reminder").text


def test_a_delegate_tells_what_was_done_and_hears_no_more(gcc: Table) -> None:
    """JU-10: source, T42, not in the group, no further case mail; the group reviews the act."""
    said = f"IMPORT\nACTED asked the person to leave AT 2026-03-02 08:30\n\n{WORDS}"
    gcc.write("ola@event.test", ALIAS, said, name="Ola Nord")
    told = gcc.last("chi", "solo-act-review").text
    assert "asked the person to leave" in told
    assert "By: Ola Nord" in told
    assert gcc.count_of("ola@event.test") == 1
    gcc.answer(gcc.last("chi", "report"), "STATUS")
    assert "Space: hall" in gcc.last("chi", "case-status").text
    gcc.wait(hours=24)
    assert gcc.count_of("ola@event.test") == 1
    assert "A member acted alone" in gcc.last("ana", "reminder").text


def test_an_act_tops_the_chairs_status_until_it_is_reviewed(gcc: Table) -> None:
    """NP-07: unreviewed uses come first in the digest, daily."""
    gcc.write("rita@home.test", ALIAS, WORDS, name="Rita Vale")
    gcc.answer(gcc.last("bo", "report"), "TAKE\nACTED muted the channel AT 2026-03-02 08:50 mute")
    gcc.wait(hours=25)
    overdue = gcc.last("ana", "chair-status").text
    assert "act 1 of a member alone, to review" in overdue
    for who in ("ana", "chi", "dee"):
        gcc.answer(gcc.last(who, "solo-act-review"), "REVIEW OK")
    before = gcc.count_of("ana", "chair-status")
    gcc.wait(hours=24)
    later = gcc.box("ana")[-1].text if gcc.count_of("ana", "chair-status") > before else ""
    assert "to review" not in later


def test_the_chair_who_acted_is_not_the_one_who_is_told(gcc: Table) -> None:
    gcc.write("rita@home.test", ALIAS, WORDS, name="Rita Vale")
    gcc.answer(gcc.last("ana", "report"), "ACTED muted the channel AT 2026-03-02 08:50 mute")
    gcc.wait(hours=24)
    assert "A member acted alone" in gcc.last("bo", "reminder").text


def test_an_excluded_chair_hears_nothing_of_an_act_on_hold(gcc: Table) -> None:
    """A19, 4: who is excluded learns nothing, not even by the clock of an act."""
    gcc.write("rita@home.test", ALIAS, f"Ana Ruiz and one of you: {WORDS}", name="Rita Vale")
    gcc.answer(gcc.last("bo", "held"), "ACTED called the venue AT 2026-03-01 08:00")
    gcc.wait(hours=48)
    assert not [d for d in gcc.box("ana") if d.template != "chair-status"]
    assert "A member acted alone" in gcc.last("chi", "reminder").text


def test_an_unconfirmed_reporter_hears_that_it_was_cut_off_after_a_first_reply(
    tmp_path: Path,
) -> None:
    """NP-05 within product.md 4: nothing but receipt and neutral status before."""
    numpy = table(tmp_path, procedure="numpy", members="ana bo chi", extra=PLACES)
    numpy.write("x7@throwaway.test", ALIAS, WORDS, proof="")
    numpy.answer(numpy.last("bo", "report"), "SEVERE yes threats DISCONNECT axe99")
    numpy.answer(numpy.last("pat@mods.test"), "DONE")
    assert numpy.count_of("x7@throwaway.test") == 1
    numpy.answer(numpy.last("x7@throwaway.test"), "Yes, it reached me.", proof="")
    assert "has been cut off" in "".join(d.text for d in numpy.box("x7@throwaway.test"))
    numpy.close()
