"""Promise 4 where the roster moves: joining, leaving, HOLD and the list of names tell of no case.

The two worlds are test_two_worlds.py's; here the council's contact and a newcomer act in them.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talk import table
from test_two_worlds import (
    MEMBERS,
    SECRET,
    Command,
    Council,
    Newcomer,
    Report,
    Said,
    Step,
    Wait,
    two_worlds,
)

JOINS = Council("ROSTER ADD Eli Brandt eli@members.test")
ABOUT = "PARTY REPORTED Sam Reed sam@x.test"
OTHER = "PARTY REPORTED Uli Storm uli@x.test"
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


def a_whole_year(person: str) -> list[Step]:
    """Two cases, then everything that the roster can do."""
    lead, second = [p for p in ("ana", "dee", "fay") if p != person][:2]
    holder = next(p for p in ("fay", "dee", "bo") if p not in (person, second))
    return [
        Report("one"), Report(SECRET), Wait(1),
        Command("one", "chi", OTHER), Command(SECRET, lead, ABOUT),
        Command(SECRET, lead, "TAKE"), Said("ROSTER"), Said("SHEET"),
        JOINS, Command(SECRET, lead, "SAFETY yes"), Wait(80),
        Command(SECRET, lead, "ROSTER REMOVE Bo Lind"), Said("HOLD"),
        Council("ONBOARD Eli"), Wait(80), Newcomer("CLEAR ALL"), Said("SHEET"), Said("ROSTER"),
        Command(SECRET, second, "HOLD CODE"), Council(f"OFFBOARD {holder}"), Said("ROSTER"),
        Wait(80), Council("ROSTER CHAIR Chi"), Said("HOLD"), Wait(80),
        Said("HERE"), Said("RENEW"), Said("SWAP Chi"), Said("WAS-ME"), Wait(24 * 9),
        Command(SECRET, lead, "CLOSE CODE RESOLVED"), Said("SHEET"), Wait(24 * 30),
    ]  # fmt: skip


@pytest.mark.parametrize("person", ["bo", "ana", "dee", "kim"])
def test_a_year_of_changes_leaves_no_trace(person: str) -> None:
    """A member, the chair, somebody who leads otherwise, the council's contact (JU-01, PS-56)."""
    one, two = two_worlds(
        person, a_whole_year(person), "named", procedure="numpy", members="ana bo chi dee fay",
        overrides='roster_review = "10 days"\nterm = "8 days"',
    )  # fmt: skip
    case = one.t.house.records.case(one.cases[SECRET])
    assert person in case.excluded
    assert SECRET not in two.cases
    templates = {d.template for d in one.t.boxes[one.own_address]}
    assert {"roster-change", "offboarding", "roster" if person != "kim" else "chair-status"} <= (
        templates
    )
    assert "eli" in one.t.house.config.roster.people


def test_the_newcomers_list_shows_no_case_that_names_them() -> None:
    """PS-73: matched against each case first; list and result are those of the other world."""
    steps: list[Step] = [
        Report("one"), Report(SECRET), Report("two"), Wait(1), Command("one", "bo", ABOUT),
        Command(SECRET, "bo", "PARTY REPORTED Kit Moss kit@x.test"),
        Command("two", "bo", OTHER), JOINS, Wait(80), Council("ONBOARD Eli"), Wait(80),
        Said("STATUS"), Said("SHEET"), Newcomer("CLEAR ALL"), Said("STATUS"), Said("SHEET"),
        Said("DOC {guess}"), Said("STATUS {guess}"), Command(SECRET, "bo", "TAKE"), Wait(24 * 8),
    ]  # fmt: skip
    one, _ = two_worlds("eli", steps, "named", procedure="numpy", members="ana bo chi")
    assert one.t.house.records.case(one.cases[SECRET]).excluded["eli"].why == "matched"
    assert one.t.count_of("eli", "onboarding-names") == 1
    assert "Uli Storm" in one.t.last("eli", "onboarding-names").text
    assert "2 cases are open" in one.t.last("eli", "onboarding-result").text


def test_the_comparison_can_fail_for_a_list() -> None:
    """A newcomer whom nothing keeps out does see one name more."""
    steps: list[Step] = [
        Report("one"), Report(SECRET), Wait(1), Command("one", "bo", ABOUT),
        Command(SECRET, "bo", "PARTY REPORTED Kit Moss kit@x.test"),
        JOINS, Wait(80), Council("ONBOARD Eli"), Wait(80),
    ]  # fmt: skip
    with pytest.raises(AssertionError):
        two_worlds("eli", steps, "none", procedure="numpy", members="ana bo chi")


# -- any history ----------------------------------------------------------------------------------

COUNCIL = (
    JOINS, Council("ROSTER REMOVE Fay"), Council("ROSTER CHAIR Bo"), Council("ONBOARD Eli"),
    Council("OFFBOARD Fay"), Council("OFFBOARD Dee", "NO"), Council("ROSTER REMOVE Gus"),
    Council("HOLD"), Council("ROSTER"),
)  # fmt: skip
SAYS = ("HOLD", "ROSTER", "SHEET", "HERE", "RENEW", "SWAP Ana", "ROSTER REMOVE Fay", "WAS-ME",
        "CLEAR 1 2", "HOLD {guess}", "AWAY", "BACK", "STATUS")  # fmt: skip
IN_IT = ("RECUSE", "CLEAR", "TAKE", ABOUT, "PROPOSE\nPLAN: a talk", "VOTE yes", "HOLD CODE",
         "OFFBOARD Fay", "HOLD", "STATUS", "WAS-ME", "HERE", "SAFETY yes")  # fmt: skip


def histories(person: str) -> st.SearchStrategy[list[Step]]:
    others = st.sampled_from([m for m in MEMBERS if m != person])
    inside = st.builds(Command, st.just(SECRET), others, st.sampled_from(IN_IT))
    own = st.builds(Said, st.sampled_from(SAYS))
    council = st.sampled_from(COUNCIL)
    answer = st.sampled_from([Newcomer("CLEAR ALL"), Newcomer("CONFLICT 1")])
    waits = st.builds(Wait, st.sampled_from([1, 24, 80, 24 * 8]))
    return st.lists(
        st.one_of(inside, own, council, council, answer, waits), min_size=3, max_size=14
    )


@pytest.mark.parametrize("person", ["bo", "ana", "eli"])
def test_no_history_of_the_roster_leaves_a_trace(person: str) -> None:
    @settings(max_examples=3, deadline=None, suppress_health_check=SLOW)
    @given(histories(person))
    def any_history(steps: list[Step]) -> None:
        opening: list[Step] = [Report(SECRET), Report("one"), Wait(1), Command("one", "chi", OTHER)]
        two_worlds(person, opening + steps, "named", procedure="numpy", advisers="gus")

    any_history()


def test_a_restart_between_keeps_what_was_announced(tmp_path: Path) -> None:
    """Every step of a change survives a stop: asked, confirmed, held once."""
    with TemporaryDirectory(dir=tmp_path) as folder:
        t = table(Path(folder), procedure="gcc", members="ana bo chi dee")
        t.write("kim@council.test", "conduct@example.test", "ROSTER REMOVE Dee")
        t.restart()
        t.answer(t.last("kim@council.test", "confirm"), "YES")
        t.restart()
        t.write("bo@members.test", "conduct@example.test", "HOLD")
        t.restart()
        t.write("chi@members.test", "conduct@example.test", "HOLD")
        assert "will not happen" in t.last("dee", "roster-change").text
        t.restart()
        t.wait(hours=80)
        assert "dee" in t.house.config.roster.people
        t.close()
