"""Who stands in for a case group that is too small, in any history (GC-02, JU-02, JU-11)."""

from dataclasses import replace

import pytest
from committee import MEMBERS, MONDAY, case_of, frame, hours, opened, roster, sitting
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core import conflicts, decide, standins
from cocmail.core import entries as e
from cocmail.core.case import Case
from cocmail.core.fold import fold
from cocmail.core.people import Person, Roster

OUTER = ("tom", "uma", "kim", "lee")
EVERYBODY = (*MEMBERS, *OUTER)
FORWARD = ["numpy", "jupyter", "gcc"]


def wider() -> Roster:
    """Two alternates, one of whom also sits on the council, and two more of the council."""
    known = roster()
    people = {**known.people}
    people["tom"] = Person("tom", "Tom Varga", role="alternate", council_seat=True)
    people["uma"] = Person("uma", "Uma Stern", role="alternate")
    people["lee"] = Person("lee", "Lee Arden", office="council")
    return replace(known, people=people)


def settle(case: Case, procedure: str, hour: float = 0) -> None:
    at = sitting(case, frame(MONDAY + hours(hour), procedure, roster=wider()))
    decide.settle(at)


steps = st.lists(
    st.tuples(
        st.sampled_from(["exclude", "recuse", "recuse", "clear", "clear", "name", "wait"]),
        st.sampled_from(EVERYBODY),
    ),
    max_size=25,
)


@given(steps, st.sampled_from(FORWARD))
def test_nobody_who_is_out_is_asked_and_only_clear_lets_a_stand_in_in(
    history: list[tuple[str, str]], procedure: str
) -> None:
    case, hour = case_of(*opened(procedure)), 0.0
    gone: dict[str, int] = {}  # person -> how many questions there were when they left
    settle(case, procedure)
    for step, person in history:
        if step == "exclude":
            fold(case, e.Excluded(person, "member"), MONDAY)
        elif step == "recuse":
            fold(case, e.Recused(person), MONDAY)
        elif step == "name" and not case.reported():
            fold(case, e.PartyNamed("P1", "reported", "Sam Reed"), MONDAY)
        elif step == "wait":
            hour += 31
        elif step == "clear":
            for question in case.questions.values():
                if person in question.sent and person not in question.shut:
                    fold(case, e.Cleared(person, question.q), MONDAY)
        if conflicts.out(case, person):
            gone.setdefault(person, len(case.questions))
        settle(case, procedure, hour)
        for who, before in gone.items():
            assert all(q.q <= before for q in case.questions.values() if who in q.sent)
            assert who not in case.group
        for who in set(case.group) & set(OUTER):
            # The council's contact alone reads at once where matching left nobody (product.md 5).
            alone = who == "kim" and "council" in case.stand_ins and who not in case.calls.asked
            mine = [q for q in case.questions.values() if who in q.sent]
            assert alone or any(who in q.cleared for q in mine)


@pytest.mark.parametrize("procedure", FORWARD)
def test_below_the_minimum_alternates_are_asked_once_and_the_council_not(procedure: str) -> None:
    case = case_of(*opened(procedure))
    settle(case, procedure)
    assert not case.calls.asked
    fold(case, e.LeadTaken(MEMBERS[3], MEMBERS[3]), MONDAY)
    for person in MEMBERS[:2]:  # two of four are left
        fold(case, e.Recused(person), MONDAY)
    settle(case, procedure)
    assert set(case.calls.asked) == {"tom", "uma"}
    assert case.stand_ins == [standins.ALTERNATES]
    settle(case, procedure, hour=100)
    assert case.stand_ins == [standins.ALTERNATES]


@pytest.mark.parametrize(
    ("procedure", "asked"),
    [("jupyter", {"kim", "lee", "tom", "uma"}), ("gcc", {"kim", "tom", "uma"})],
)
def test_the_council_only_when_fewer_than_two_are_left(procedure: str, asked: set[str]) -> None:
    """JU-02: all of it where the manual has it act; elsewhere its contacts (product.md 5)."""
    case = case_of(*opened(procedure))
    settle(case, procedure)
    for person in MEMBERS[:3]:
        fold(case, e.Recused(person), MONDAY)
    settle(case, procedure)
    assert set(case.calls.asked) == {"tom", "uma"}
    settle(case, procedure, hour=61)  # nobody answered
    assert set(case.calls.asked) == asked


def test_a_stand_in_votes_and_counts() -> None:
    case = case_of(*opened("gcc"), e.Excluded("ana", "matched"), e.Excluded("chi", "matched"))
    settle(case, "gcc")
    fold(case, e.Cleared("tom", 1), MONDAY)
    settle(case, "gcc")
    assert set(conflicts.deciders(case, wider())) == {"bo", "dee", "tom"}


def test_tom_of_both_offices_is_one_person_of_the_council() -> None:
    """E-9: one namespace, the same id is the same person."""
    assert [p.id for p in wider().council()] == ["kim", "tom", "lee"]
