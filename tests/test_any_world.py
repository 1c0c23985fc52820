"""Promise 4 for any committee, in all five procedures; `python -m tests.worlds 10` looks longer."""

import pytest
from histories import OF_THE_HOUSE, SECRET, carried, lines_of
from test_two_worlds import Report, Said
from worlds import PROCEDURES, Committee, compare, look

from cocmail.core.commands.registry import KEYWORDS, SHAPES
from cocmail.core.grammar import command, grammar_of

EXAMPLES = 4  # a procedure; some 90 s with the other files of the two worlds


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_no_history_of_any_committee_leaves_a_trace(procedure: str) -> None:
    look(procedure, EXAMPLES, 4)


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_a_case_comes_to_its_end_in_the_usual_way(procedure: str) -> None:
    """Both of them, or the histories that go on from there would try little."""
    people = ("ana", "bo", "chi", "dee")
    limits = (10, 30, 120)
    committee = Committee(procedure, people, "bo", "named", "", "", "dee ana chi", (), limits)
    steps = [Report(SECRET), *carried(committee, SECRET), Report("one"), *carried(committee, "one")]
    one, _ = compare((committee, steps))
    case = one.t.house.records.case
    assert [case(one.cases[label]).state for label in (SECRET, "one")] == ["closed", "closed"]


@pytest.mark.parametrize("verb", sorted(KEYWORDS))
def test_every_keyword_is_written(verb: str) -> None:
    """A line made from a keyword's form runs as that keyword, or it would try nothing."""
    grammar = grammar_of(SHAPES, (), False, "")
    lines = lines_of(KEYWORDS[verb], ("bo", "dee"))
    for line in lines:
        first = line.splitlines()[0].replace("CODE", "home shelf").replace("OTHER", "warm lamp")
        found = command(first.replace(" ID", " 3F7K"), grammar)
        assert found is not None, first
        assert found.shape.verb == verb, first


def test_what_is_of_the_house_are_keywords() -> None:
    assert set(KEYWORDS) >= OF_THE_HOUSE


def test_the_comparison_can_fail_for_any_committee() -> None:
    """Somebody whom nothing keeps out of the case does notice it."""
    committee = Committee(
        "gcc", ("ana", "bo", "chi"), "bo", "none", "", "", "ana bo", (), (9, 9, 9)
    )
    with pytest.raises(AssertionError):
        compare((committee, [Report(SECRET), Said("STATUS")]))
