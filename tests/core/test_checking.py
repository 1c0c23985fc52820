"""The check's waiver, whatever is found and whoever says it."""

from hypothesis import given
from hypothesis import strategies as st

from cocmail.core.checking import AGREE, NEVER, Checking, fold, forbidden, said, stopping
from cocmail.core.entries.checking import CheckWaived

HITS = st.sampled_from([said(k, "a: b") for k in ("given-name", "address", "six-words", "time")])
PEOPLE = st.sampled_from(["ana", "bo", "chi", "dee"])
WAIVED = st.builds(CheckWaived, st.sampled_from(["3F7K", "8Q2M", ""]), PEOPLE, st.just("why"),
                   st.sets(HITS, min_size=2).map(tuple))  # fmt: skip


@given(st.lists(WAIVED), st.lists(HITS, unique=True), st.sets(PEOPLE))
def test_a_hit_passes_only_when_two_who_are_in_it_let_that_very_hit_pass(
    facts: list[CheckWaived], hits: list[str], able: set[str]
) -> None:
    checking = Checking()
    for fact in facts:
        fold(checking, fact)
    left = stopping(checking, "3F7K", hits, able)
    assert set(forbidden(hits)) <= set(left)
    for hit in set(hits) - set(left):
        assert hit.partition(":")[0] not in NEVER
        last = {f.person: f for f in facts if f.draft == "3F7K"}
        assert len([p for p, f in last.items() if p in able and hit in f.hits]) >= AGREE


def test_names_and_addresses_never_pass_whoever_agrees() -> None:
    checking = Checking()
    hits = tuple(said(kind, "x") for kind in ("name", "given-name", "address", "handle", "link"))
    for person in ("ana", "bo", "chi"):
        fold(checking, CheckWaived("3F7K", person, "why", hits))
    assert stopping(checking, "3F7K", hits, {"ana", "bo", "chi"}) == hits[:-1]
