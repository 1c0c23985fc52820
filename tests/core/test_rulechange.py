"""The count of a rule change: two thirds of all voting members, and nobody else's (PS-78, K-17)."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from cocmail.core.case import House
from cocmail.core.entries.rules import (
    ChangeAnswered,
    ChangeBalloted,
    ChangeDecided,
    ChangeOpened,
    ChangeVoted,
)
from cocmail.core.people import Person, Roster
from cocmail.core.rulechange import accepted_change, decision, fold

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CHOICES = st.sampled_from(["", "yes", "no", "abstain"])


def roster(members: int) -> Roster:
    people = {f"m{n}": Person(f"m{n}", f"Member {n}") for n in range(members)}
    people["gus"] = Person("gus", "Gus Ito", role="adviser")
    people["kim"] = Person("kim", "Kim Sato", office="council", contact=True)
    return Roster(people, "m0", (), ())


@given(st.lists(CHOICES, min_size=1, max_size=9))
def test_it_passes_at_two_thirds_of_all_and_never_below(votes: list[str]) -> None:
    """Silence counts in the base; advisers and the council never do."""
    house, known = House(), roster(len(votes))
    fold(house.changes, ChangeOpened(1, "m0", "t", "x"), AT)
    fold(house.changes, ChangeBalloted(1, "3F7K", "", ""), AT)
    for who in ("gus", "kim"):
        fold(house.changes, ChangeVoted(1, who, "yes"), AT)
    for n, choice in enumerate(votes):
        if choice:
            fold(house.changes, ChangeVoted(1, f"m{n}", choice), AT)
    decided = decision(house.changes[1], known)
    yes, left = votes.count("yes"), votes.count("") + votes.count("yes")
    if 3 * yes >= 2 * len(votes):
        assert decided is not None
        assert decided.passed
    elif 3 * left < 2 * len(votes):
        assert decided is not None
        assert not decided.passed
    else:
        assert decided is None


def test_only_what_the_board_accepted_counts() -> None:
    """PS-79: neither a passed vote nor a rejected change lets a new version count."""
    house = House()
    for n in (1, 2):
        fold(house.changes, ChangeOpened(n, "m0", "t", "x"), AT)
        fold(house.changes, ChangeDecided(n, True, 3, 0, 0, 3, 2), AT)
    assert accepted_change(house) is None
    fold(house.changes, ChangeAnswered(1, "rejected", "kim"), AT)
    assert accepted_change(house) is None
    fold(house.changes, ChangeAnswered(2, "accepted", "kim"), AT)
    accepted = accepted_change(house)
    assert accepted is not None
    assert accepted.n == 2
