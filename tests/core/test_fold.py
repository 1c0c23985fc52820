"""Any sequence of facts folds, survives being written, and can be folded in two halves."""

import dataclasses
import typing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core import entries as e
from cocmail.core.case import Case, House
from cocmail.core.fold import fold

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
KINDS = sorted(e.KINDS.items())

moments = st.datetimes(
    datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)
)  # fmt: skip
# Few values, so that facts speak of the same people, drafts and ballots.
words = st.sampled_from(
    [
        "ana",
        "bo",
        "R1",
        "P1",
        "3F7K",
        "yes",
        "no",
        "held",
        "member:ana",
        "party:R1",
        "a b",
        "",
        "ä\n",
    ]
)
numbers = st.integers(0, 4)


def values(hint: object) -> st.SearchStrategy[typing.Any]:
    """Values of the type of one field of a fact."""
    if hint is bool:
        return st.booleans()
    if hint is int:
        return numbers
    if hint is str:
        return words
    if hint is datetime:
        return moments
    inner = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        if inner[-1] is not Ellipsis:
            return st.tuples(*map(values, inner))
        return st.lists(values(inner[0]), max_size=2).map(tuple)
    if type(None) in inner:
        return st.none() | values(next(i for i in inner if i is not type(None)))
    raise TypeError(hint)


def facts(kind: type[e.Entry]) -> st.SearchStrategy[e.Entry]:
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{f.name: values(hints[f.name]) for f in dataclasses.fields(kind)})


any_fact = st.one_of([facts(kind) for _, kind in KINDS])
logs = st.lists(any_fact, max_size=40)


def folded(log: list[e.Entry], case: Case, house: House, start: int = 0) -> tuple[Case, House]:
    for n, entry in enumerate(log, start):
        fold(case, entry, MONDAY + timedelta(minutes=n), house)
    return case, house


@given(logs)
def test_any_sequence_of_facts_folds(log: list[e.Entry]) -> None:
    case, _ = folded(log, Case(1), House())
    assert case.count == len(log)


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_every_kind_is_written_and_read_back(name: str, kind: type[e.Entry]) -> None:
    @given(facts(kind))
    def round_trip(entry: e.Entry) -> None:
        assert e.read(name, e.write(entry)) == entry

    round_trip()


@given(logs, st.integers(0, 40))
def test_a_log_can_be_folded_in_two_halves(log: list[e.Entry], cut: int) -> None:
    """What was written down and read again is the same case as what was never put away."""
    cut = min(cut, len(log))
    whole = folded(log, Case(1), House())
    first = folded(log[:cut], Case(1), House())
    stored = [e.read(type(entry).__name__, e.write(entry)) for entry in log[cut:]]
    assert folded(stored, *first, start=cut) == whole


@given(logs)
def test_facts_of_a_case_leave_the_house_alone(log: list[e.Entry]) -> None:
    house = House()
    for n, entry in enumerate(log):
        fold(Case(1), entry, MONDAY + timedelta(minutes=n))
    assert house == House()


@given(logs, st.sampled_from(["ana", "bo"]), st.booleans())
def test_who_leaves_takes_nothing_along(
    log: list[e.Entry], person: str, excluded: bool
) -> None:  # fmt: skip
    """Votes of open ballots are struck, drafts lose their author or approver (PS-17)."""
    case, house = folded(log, Case(1), House())
    left: e.Entry = e.Excluded(person, "member") if excluded else e.Recused(person)
    fold(case, left, MONDAY + timedelta(days=1), house)
    assert person not in case.group
    assert case.lead != person
    assert all(person not in b.votes for b in case.ballots.values() if not b.decided)
    assert all(person not in q.cleared for q in case.questions.values())
    for draft in case.drafts.values():
        if person in (draft.by, draft.approved_by):
            assert draft.state in ("void", "sent")
    assert all(person not in (a.by, a.person) for a in case.admissions.values())


def test_an_unknown_kind_is_not_passed_over() -> None:
    """A log that is newer than the program must not be read as if the fact were not there."""
    with pytest.raises(KeyError):
        e.read("FromNextYear", b"{}")


def test_no_fact_holds_an_address() -> None:
    """An address in a fact is the number of a sealed text."""
    for name, kind in KINDS:
        for field, hint in typing.get_type_hints(kind).items():
            if "address" in field:
                assert hint in (int, tuple[int, ...]), (name, field)
