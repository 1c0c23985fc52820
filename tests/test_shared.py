"""Roster addresses that are lists or shared boxes are refused for case mail (PS-02, GC-11)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from talk import ALIAS, Table, table, toml

from cocmail.config import Config, load
from cocmail.config.cautions import warnings

REPORT = "Sam Reed keeps writing harsh things to newcomers in the channel of the project."
LIST = {"List-Id": "<team.lists.test>"}


@pytest.fixture
def t(tmp_path: Path) -> Iterator[Table]:
    t = table(tmp_path, procedure="numpy", members="ana bo chi dee")
    t.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    yield t
    t.close()


@pytest.mark.parametrize(
    ("headers", "name", "why"),
    [
        (LIST, "", "mailing list"),
        ({"List-Post": "<mailto:team@lists.test>"}, "", "mailing list"),
        ({}, "Yan Pell", "somebody else's name"),
    ],
)
def test_an_answer_from_many_pauses_delivery_in_that_case(
    t: Table, headers: dict[str, str], name: str, why: str
) -> None:
    """PS-02: a list or a shared box gets no case mail until the group lets it."""
    t.answer(t.last("bo", "report"), "TAKE", headers=headers, name=name)
    assert not t.house.records.case(1).lead, "who wrote it is not known"
    assert why in t.last("ana", "reminder").text
    assert "Sam" not in t.last("ana", "reminder").text
    before = len(t.box("bo"))
    t.answer(t.last("ana", "report"), "I shall write to the reporter tomorrow.")
    assert t.count_of("chi", "talk") == 1
    assert len(t.box("bo")) == before
    assert t.count_of("chi", "reminder") == 0
    t.answer(t.last("ana", "reminder"), "ADMIT Bo Lind")
    assert t.count_of("bo", "talk") == 1, "what waited goes now"


def test_a_gateway_that_lets_people_unsubscribe_is_no_list(t: Table) -> None:
    """Some companies' servers set it on whatever their people send: the command counts."""
    headers = {"List-Unsubscribe": "<mailto:leave@members.test>"}
    t.answer(t.last("bo", "report"), "TAKE", headers=headers)
    assert t.house.records.case(1).lead == "bo"


def test_what_a_case_teaches_stays_in_the_case(t: Table) -> None:
    """product.md 5: another case knows nothing of it."""
    t.answer(t.last("bo", "report"), "STATUS", headers=LIST)
    t.write("lou@home.test", ALIAS, f"Another matter. {REPORT}", name="Lou Hart")
    assert t.count_of("bo", "report") == 2
    assert not t.house.records.house.lists


@pytest.mark.parametrize("name", ["", "Bo", "Bo Lind", "Lind, Bo", "B. Lind", "bo@members.test"])
def test_a_members_own_name_in_any_spelling_is_theirs(t: Table, name: str) -> None:
    t.answer(t.last("bo", "report"), "TAKE", name=name)
    assert t.house.records.case(1).lead == "bo"


def test_an_unproven_answer_teaches_nothing(t: Table) -> None:
    t.answer(t.last("bo", "report"), "TAKE", headers=LIST, proof="")
    assert not t.house.records.case(1).paused


def test_outside_a_case_the_chairs_status_says_it(t: Table) -> None:
    t.write("bo@members.test", ALIAS, "SHEET", headers=LIST)
    t.wait(days=8)
    assert "Bo Lind answers through a mailing list" in t.last("ana", "chair-status").text
    t.write("bo@members.test", ALIAS, "SHEET")
    t.wait(days=8)
    assert "mailing list" not in t.last("ana", "chair-status").text


def test_check_names_addresses_that_look_like_lists(tmp_path: Path) -> None:
    file = tmp_path / "cocmail.toml"
    file.write_text(toml().replace("bo@members.test", "team@lists.members.test"))
    config = load(file)
    assert isinstance(config, Config)
    said = [str(w) for w in warnings(config) if "mailing list" in str(w)]
    assert len(said) == 1
    assert "team@lists.members.test" in said[0]


def test_the_council_is_never_written_to_at_a_list(tmp_path: Path) -> None:
    """GC-11: individual addresses are demanded."""
    text = toml("gcc", "ana bo chi").replace("kim@council.test", "council@lists.council.test")
    t = table(tmp_path, text)
    t.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    t.answer(t.last("ana", "report"), "REPORT-COUNCIL")
    assert "that of Kim Sato looks like a list" in t.last("ana", "refused").text
    assert t.box("council@lists.council.test") == []
    t.close()
