"""A mail that names two cases is held, and its member is asked in each (product.md 3)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from talk import ALIAS, Delivered, Table, table

REPORT = "Sam Reed keeps writing harsh things to newcomers in the channel of the project."


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Table]:
    """Two open cases of one committee."""
    t = table(tmp_path, procedure="numpy", members="ana bo chi dee")
    t.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    t.write("lou@home.test", ALIAS, REPORT + " It is the same again.", name="Lou Hart")
    yield t
    t.close()


def reports(t: Table, who: str) -> tuple[Delivered, Delivered]:
    first, second = [d for d in t.box(who) if d.template == "report"]
    return first, second


def crossed(t: Table, text: str, proof: str = "pass") -> None:
    """Ana answers a mail of the first case at her address in the second."""
    first, second = reports(t, "ana")
    t.write("ana@members.test", second.reply_to, text, answers=first, proof=proof)


def asked(t: Table) -> list[tuple[str, str]]:
    return [(d.subject, d.text) for d in t.box("ana") if d.template == "confirm"]


def test_nothing_runs_and_each_case_asks(two: Table) -> None:
    crossed(two, "TAKE\n\nI can do this on Monday.")
    codes = [two.house.records.case(n).code for n in (1, 2)]
    assert sorted(s for s, _ in asked(two)) == sorted(f"[{c}] please confirm" for c in codes)
    assert all("names more than one case" in text and "TAKE" in text for _, text in asked(two))
    assert two.count_of("bo", "talk") == 0
    assert not any(two.house.records.case(n).lead for n in (1, 2))


def test_yes_in_one_runs_and_relays_it_there_only(two: Table) -> None:
    crossed(two, "TAKE\n\nI can do this on Monday.")
    code = two.house.records.case(1).code
    mine = next(d for d in two.box("ana") if d.subject == f"[{code}] please confirm")
    two.write("ana@members.test", mine.reply_to, "YES", answers=mine)
    assert two.house.records.case(1).lead == "ana"
    assert not two.house.records.case(2).lead
    talk = two.last("bo", "talk")
    assert "I can do this on Monday." in talk.text
    assert talk.subject.startswith(f"[{code}]")


def test_no_is_no_forgery_and_keeps_the_tag(two: Table) -> None:
    crossed(two, "TAKE")
    for mine in [d for d in two.box("ana") if d.template == "confirm"]:
        two.write("ana@members.test", mine.reply_to, "NO", answers=mine)
    assert not any(two.house.records.case(n).lead for n in (1, 2))
    assert two.count_of("ana", "forged-command") == 0
    assert not two.house.records.case(2).generation


def test_it_lapses_after_two_days(two: Table) -> None:
    crossed(two, "TAKE")
    two.wait(hours=49)
    mine = [d for d in two.box("ana") if d.template == "confirm"][-1]
    two.write("ana@members.test", mine.reply_to, "YES", answers=mine)
    assert not any(two.house.records.case(n).lead for n in (1, 2))


def test_a_case_that_the_member_is_out_of_is_none_of_theirs(two: Table) -> None:
    """Promise 4: the mail runs as in a world without that case."""
    first, second = reports(two, "ana")
    two.answer(reports(two, "bo")[0], "EXCLUDE Ana")
    two.write("ana@members.test", second.reply_to, "TAKE", answers=first)
    assert asked(two) == []
    assert two.house.records.case(2).lead == "ana"


def test_an_unproven_one_is_asked_about_as_ever(two: Table) -> None:
    crossed(two, "TAKE", proof="")
    assert len(asked(two)) == 1
    assert "could not make sure" in asked(two)[0][1]


def test_a_recusal_is_held_in_both_and_stops_delivery(two: Table) -> None:
    crossed(two, "RECUSE")
    assert [two.house.records.case(n).paused for n in (1, 2)] == [{"ana": "unproven-recusal"}] * 2
    code = two.house.records.case(2).code
    mine = next(d for d in two.box("ana") if d.subject == f"[{code}] please confirm")
    two.write("ana@members.test", mine.reply_to, "YES", answers=mine)
    assert "ana" in two.house.records.case(2).recused
    assert "ana" not in two.house.records.case(1).recused
