"""What follows from a case: figures and ballots, the rota, release, and coming to rest."""

from dataclasses import replace
from fractions import Fraction

import pytest
from committee import (
    MEMBERS,
    MONDAY,
    case_of,
    days,
    frame,
    hours,
    opened,
    released,
    roster,
    rules,
    sitting,
)
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core import conflicts, decide
from cocmail.core import entries as e
from cocmail.core.case import Case, House
from cocmail.core.fold import fold
from cocmail.core.people import Person

FIVE = ["numpy", "numfocus", "jupyter", "psf", "gcc"]
votes = st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from(["yes", "no", "abstain"]))
PLAN = e.Proposed("3F7K", "ana", False, "a plan", "a ban", "a warning", "")


def settled(case: Case, **more: object) -> list[e.Entry]:
    at = sitting(case, frame(**more))  # type: ignore[arg-type]
    decide.settle(at)
    return at.entries


def decided(case: Case, procedure: str = "numfocus", **more: object) -> e.Decided | None:
    at = sitting(case, frame(procedure=procedure, **more))  # type: ignore[arg-type]
    decide.tally(at)
    return next((x for x in at.entries if isinstance(x, e.Decided)), None)


# -- figures --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "needed"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 5), (8, 6), (9, 6)]
)
def test_two_thirds_in_whole_people(base: int, needed: int) -> None:
    """PS-36."""
    assert conflicts.two_thirds(base) == needed


@given(st.integers(0, 10_000))
def test_two_thirds_is_the_smallest_number_that_is_enough(base: int) -> None:
    needed = conflicts.two_thirds(base)
    assert Fraction(needed) >= Fraction(2 * base, 3) > Fraction(needed - 1)


@pytest.mark.parametrize(
    ("cast", "ends"),
    [
        ("", None),
        ("yes yes", None),
        ("yes yes yes", True),
        ("no", None),
        ("no no", False),  # of four, three are needed and only two are left
        ("yes yes no", None),
        ("yes abstain abstain", False),
    ],
)
def test_two_thirds_of_four(cast: str, ends: bool | None) -> None:
    case = case_of(*released(), PLAN)
    for person, choice in zip(MEMBERS, cast.split(), strict=False):
        fold(case, e.Voted("3F7K", person, choice), MONDAY)
    done = decided(case)
    assert (done.passed if done else None) is ends


@pytest.mark.parametrize(
    ("cast", "ends"),
    [
        ("yes yes yes", None),  # silence is not consent (JU-19)
        ("yes yes yes yes", True),
        ("yes abstain abstain abstain", True),
        ("abstain abstain abstain abstain", None),  # nobody is for it
        ("yes yes yes no", None),  # an objection stands until it is withdrawn
    ],
)
def test_consensus_of_four(cast: str, ends: bool | None) -> None:
    case = case_of(*released(procedure="jupyter"), PLAN)
    for person, choice in zip(MEMBERS, cast.split(), strict=False):
        fold(case, e.Voted("3F7K", person, choice), MONDAY)
    done = decided(case, "jupyter")
    assert (done.passed if done else None) is ends


@pytest.mark.parametrize("procedure", FIVE)
@given(first=votes, last=votes)
def test_a_ballot_counts_last_votes_of_voters_alone(
    procedure: str, first: dict[str, str], last: dict[str, str]
) -> None:
    people = roster(advisers=["gus"])
    case = case_of(*released((*MEMBERS, "gus"), procedure), PLAN)
    for person, choice in (*first.items(), ("gus", "yes"), *last.items()):
        fold(case, e.Voted("3F7K", person, choice), MONDAY)
    counted = list({**first, **last}.values())
    yes, no, abstain = (counted.count(c) for c in ("yes", "no", "abstain"))
    done = decided(case, procedure, roster=people)
    if rules(procedure).decision_rule == "consensus":
        assert bool(done) == (yes > 0 and yes + abstain == 4)
        assert done is None or (done.passed and done.base == 4)
        return
    assert bool(done) == (yes >= 3 or no + abstain > 1)
    if done:
        assert (done.passed, done.yes, done.no, done.abstain) == (yes >= 3, yes, no, abstain)
        assert (done.base, done.needed) == (4, 3)


def test_the_base_is_every_eligible_member_or_the_case_group() -> None:
    """PS-36: who never answered still counts as eligible; who stepped out does not."""
    case = case_of(*released(("ana", "bo")), PLAN)
    assert conflicts.counted(case, frame()) == list(MEMBERS)
    assert conflicts.counted(case, frame(decision_base="case-group")) == ["ana", "bo"]
    fold(case, e.Recused("dee"), MONDAY)
    assert conflicts.counted(case, frame()) == ["ana", "bo", "chi"]


def test_a_decided_ballot_is_not_decided_again() -> None:
    case = case_of(*released(), PLAN, *(e.Voted("3F7K", p, "yes") for p in MEMBERS[:3]))
    assert decided(case)
    fold(case, e.Voted("3F7K", "dee", "no"), MONDAY)
    assert decided(case) is None


def test_who_steps_out_lowers_the_figure_and_takes_the_vote_along() -> None:
    case = case_of(*released(), PLAN, e.Voted("3F7K", "ana", "yes"), e.Voted("3F7K", "bo", "yes"))
    assert decided(case) is None
    fold(case, e.Recused("chi"), MONDAY)
    done = decided(case)
    assert done
    assert (done.base, done.needed, done.yes) == (3, 2, 2)


# -- the rota -------------------------------------------------------------------------------------


def test_the_first_turn_is_the_rotas_first_and_turns_change_weekly() -> None:
    held = case_of(*opened())
    chosen = [conflicts.next_screener(held, frame(MONDAY + days(7 * n))) for n in range(5)]
    assert chosen == ["ana", "bo", "chi", "dee", "ana"]
    late = frame(MONDAY + days(7) - hours(1))
    assert conflicts.next_screener(held, late) == "ana"


@given(
    st.sets(st.sampled_from(MEMBERS)), st.sets(st.sampled_from(MEMBERS)),
    st.lists(st.sampled_from(MEMBERS), max_size=4, unique=True), st.integers(0, 60),
)  # fmt: skip
def test_a_screener_is_never_out_and_nobody_is_asked_twice_before_all(
    out: set[str], gone: set[str], asked: list[str], day: int
) -> None:
    facts: list[e.Entry] = [e.Excluded(p, "matched") for p in sorted(out)]
    for person in asked:
        facts += [e.ScreenerAsked(person), e.ScreenerLeft(person, "silent")]
    case = case_of(*opened(), *facts)
    house = House(rota_began=MONDAY, away=dict.fromkeys(gone, ("2026-01-01", "")))
    at = frame(MONDAY + days(day), house=house)
    chosen = conflicts.next_screener(case, at)
    able = set(MEMBERS) - out
    fresh = able - set(asked)
    assert chosen not in out
    if fresh - gone:
        assert chosen in fresh - gone
    elif fresh:
        assert chosen in fresh
    elif len(able) > 1:
        assert chosen == next(p for p in asked if p in able)  # longest ago first
    # The turn that everybody sees knows nothing of a case.
    assert conflicts.on_duty(at) == MEMBERS[(day // 7) % 4]


def test_a_silent_screener_is_skipped_and_the_next_is_asked() -> None:
    case = case_of(*opened())
    settled(case)
    assert case.screener == "ana"
    settled(case, now=MONDAY + hours(3.9))
    assert case.screener == "ana"
    settled(case, now=MONDAY + hours(4))
    assert case.screener == "bo"
    assert case.passed_on == {"ana": "silent"}


# -- release --------------------------------------------------------------------------------------


def test_a_screened_report_is_released_at_the_second_clear_voter() -> None:
    case = case_of(*opened(), e.QuestionOpened(1, "Sam Reed", "ana"))
    settled(case)
    for person, is_released in (("bo", False), ("chi", True)):
        fold(case, e.Cleared(person, 1), MONDAY)
        settled(case)
        assert bool(case.released) == is_released
    assert set(case.group) == {"bo", "chi"}


def test_an_advisers_clear_does_not_release() -> None:
    case = case_of(*opened(), e.QuestionOpened(1, "Sam Reed", "ana"))
    people = roster(advisers=["gus"])
    settled(case, roster=people)
    for person in ("gus", "bo"):
        fold(case, e.Cleared(person, 1), MONDAY)
        settled(case, roster=people)
    assert case.state == "held"


def test_when_safety_is_at_risk_one_is_enough() -> None:
    case = case_of(*opened(), e.QuestionOpened(1, "Sam Reed", "ana"), e.SafetySet("ana", "yes"))
    settled(case)
    assert not case.released
    fold(case, e.Cleared("bo", 1), MONDAY)
    settled(case)
    assert case.released


@pytest.mark.parametrize("procedure", ["numpy", "jupyter", "gcc"])
def test_a_forwarded_report_goes_at_once_to_everyone_left(procedure: str) -> None:
    case = case_of(*opened(procedure), e.Excluded("bo", "matched"))
    settled(case, procedure=procedure)
    assert set(case.group) == {"ana", "chi", "dee"}
    assert case.code


@given(st.sets(st.sampled_from(MEMBERS)), st.sampled_from(FIVE))
def test_when_matching_leaves_nobody_the_councils_contacts_are_asked(
    out: set[str], procedure: str
) -> None:
    case = case_of(*opened(procedure), *(e.Excluded(p, "matched") for p in sorted(out)))
    settled(case, procedure=procedure)
    council = "interim" if procedure == "jupyter" else "council"
    # Of those who forward at once, one alone cannot act either; who screens is still waited for.
    least = 2 if procedure in ("numpy", "jupyter", "gcc") else 1
    assert (council in case.stand_ins) == (len(set(MEMBERS) - out) < least)
    assert not out & {*case.group, case.screener}
    fold(case, e.Excluded("kim", "matched"), MONDAY)
    settled(case, procedure=procedure)
    assert (decide.NOBODY in case.spoke) == (out == set(MEMBERS))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["clear", "recuse", "exclude", "wait", "safety"]),
            st.sampled_from(MEMBERS),
        ),
        max_size=12,
    ),
    st.sampled_from(["numfocus", "psf"]),
)
def test_in_a_screening_procedure_only_clear_lets_in(
    steps: list[tuple[str, str]], procedure: str
) -> None:
    """PS-14, PS-16: silence keeps out, and who is out never comes in by itself."""
    case = case_of(*opened(procedure), e.QuestionOpened(1, "Sam Reed", "reporter"))
    now, ever_clear = MONDAY, set()
    settled(case, procedure=procedure)
    for step, person in steps:
        if step == "wait":
            now += hours(31)
        elif step == "clear" and person not in case.questions[1].shut:
            ever_clear.add(person)
            fold(case, e.Cleared(person, 1), now)
        elif step == "recuse":
            fold(case, e.Recused(person), now)
        elif step == "exclude":
            fold(case, e.Excluded(person, "screener"), now)
        elif step == "safety":
            fold(case, e.SafetySet(person, "yes"), now)
        settled(case, procedure=procedure, now=now)
        assert set(case.group) <= ever_clear - {*case.excluded, *case.recused}
    if not ever_clear:
        assert not case.code


def test_stand_ins_are_asked_level_by_level_when_the_window_closes() -> None:
    case = case_of(*opened(), e.QuestionOpened(1, "Sam Reed", "reporter"))
    known = roster()
    people = {**known.people, "uma": Person("uma", "Uma Stern", role="alternate")}
    known = replace(known, people=people)
    settled(case, roster=known)
    settled(case, now=MONDAY + hours(60), roster=known)
    assert case.stand_ins == ["alternates"]
    assert {"uma"} == case.questions[1].sent.keys() - set(MEMBERS)
    settled(case, now=MONDAY + hours(120), roster=known)
    assert case.stand_ins == ["alternates", "council"]
    assert "kim" in case.questions[1].sent
    assert case.state == "held"
