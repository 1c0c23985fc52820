"""Acts of a single member: who reviews them, when somebody is reminded or chased (A3, A21)."""

from datetime import UTC, datetime, timedelta

import pytest
from committee import MEMBERS, MONDAY, case_of, frame, released, sitting
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core import clocks, decide, soloacts
from cocmail.core import entries as e
from cocmail.core.case import Case, House
from cocmail.core.commands.acting import stated
from cocmail.core.people import Person, Roster

HOUR = timedelta(hours=1)
ACT = e.ActedAlone(1, "bo", "banned axe99", MONDAY, "ban", reported=True)
CHOICES = st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from(["ok", "reverse"]))


def acted(procedure: str = "numpy", *more: e.Entry) -> Case:
    return case_of(*released(procedure=procedure), ACT, *more)


@given(CHOICES, st.sampled_from(["numpy", "numfocus", "jupyter", "psf", "gcc"]))
def test_who_acted_never_reviews_alone(said: dict[str, str], procedure: str) -> None:
    case = acted(procedure, *(e.Reviewed(1, p, choice) for p, choice in said.items()))
    outcome = soloacts.outcome(case, frame(procedure=procedure), case.urgency.acts[1])
    others = {choice for p, choice in said.items() if p != "bo"}
    assert outcome in ("", *others)


@given(CHOICES)
def test_consensus_takes_everyone_else_and_no_doubt_of_the_actor(said: dict[str, str]) -> None:
    case = acted("numpy", *(e.Reviewed(1, p, choice) for p, choice in said.items()))
    outcome = soloacts.outcome(case, frame(procedure="numpy"), case.urgency.acts[1])
    others = [said.get(p, "") for p in MEMBERS if p != "bo"]
    agreed = others[0] if len(set(others)) == 1 else ""
    assert outcome == ("" if (agreed, said.get("bo")) == ("ok", "reverse") else agreed)


def test_two_thirds_count_those_who_never_answered() -> None:
    answers = [e.Reviewed(1, p, "ok") for p in ("ana", "bo")]
    case = acted("numfocus", *answers)
    at = frame(procedure="numfocus")
    assert soloacts.outcome(case, at, case.urgency.acts[1]) == "", "2 of 4 are no two thirds"
    case = acted("numfocus", *answers, e.Reviewed(1, "chi", "ok"))
    assert soloacts.outcome(case, at, case.urgency.acts[1]) == "ok"


def due(case: Case, now: datetime, procedure: str = "numpy", **more: object) -> list[str]:
    found = clocks.due(case, frame(now, procedure, **more))
    return [c.name for c in found if c.family.startswith(("solo", "chase"))]


def test_the_clock_of_an_act_runs_from_the_stated_time() -> None:
    early = case_of(
        *released(procedure="numpy"), e.ActedAlone(1, "bo", "x", MONDAY - 6 * HOUR, reported=True)
    )
    assert due(early, MONDAY + 5 * HOUR) == []
    assert due(early, MONDAY + 6 * HOUR) == ["solo-1/12"]
    assert due(early, MONDAY + 18 * HOUR) == ["solo-1/12", "solo-1/20", "solo-1/over"]


def test_an_earlier_stated_time_moves_the_clock_of_the_trace() -> None:
    trace = e.ActedAlone(1, "bo", "x", MONDAY)
    told = e.ActedAlone(1, "bo", "x", MONDAY - 3 * HOUR, reported=True)
    case = case_of(*released(procedure="gcc"), trace, told)
    assert due(case, MONDAY + 9 * HOUR, "gcc") == ["solo-1/12"]


@pytest.mark.parametrize("procedure", ["numfocus", "psf"])
def test_no_clock_where_the_manual_has_none(procedure: str) -> None:
    assert due(acted(procedure), MONDAY + 48 * HOUR, procedure) == []


def test_a_reviewed_act_has_no_clock() -> None:
    assert due(acted("numpy", e.ReviewDecided(1, "ok")), MONDAY + 48 * HOUR) == []


# -- administrators -------------------------------------------------------------------------------

PEOPLE = {m: Person(m, m.title()) for m in MEMBERS} | {
    "pat": Person("pat", "Pat Moe", office="administrator", spaces=("list",)),
    "mia": Person("mia", "Mia Lund", office="administrator", spaces=("list", "chat")),
    "max": Person("max", "Max Berg", office="moderator", spaces=("list",)),
}
ROSTER = Roster(PEOPLE, "ana", (), MEMBERS)
ASKED = e.ActedAlone(1, "bo", "axe99 cut off", MONDAY, "disconnect", "threats", "P1",
                     ("pat", "mia"))  # fmt: skip


def asked(*more: e.Entry) -> Case:
    return case_of(*released(procedure="numpy"), ASKED, *more)


def chases(case: Case, hours: float, house: House | None = None) -> list[str]:
    found = due(case, MONDAY + hours * HOUR, roster=ROSTER, house=house)
    return [name for name in found if name.startswith("chase")]


def test_the_silent_are_chased_every_hour_for_a_day() -> None:
    assert chases(asked(), 0.9) == []
    assert chases(asked(), 2.1) == ["chase-1/1", "chase-1/2"]
    assert len(chases(asked(), 90)) == soloacts.CHASES


def test_the_chase_stands_still_while_the_daemon_is_down() -> None:
    house = House(rota_began=MONDAY)
    house.outages.append(e.Outage(MONDAY, MONDAY + 5 * HOUR, down=True))
    assert chases(asked(), 5.9, house) == []
    assert chases(asked(), 6.1, house) == ["chase-1/1"]


def test_one_done_is_enough_for_a_space() -> None:
    done = e.ContactAnswered(1, "mia", done=True)
    assert chases(asked(done), 3) == [], "Mia looks after both spaces"
    case = asked(e.ContactAnswered(1, "pat", done=True))
    assert soloacts.silent(case.urgency.acts[1], frame(roster=ROSTER)) == ["mia"]


def test_who_answered_wait_is_not_chased_and_no_moderator_is_asked_instead() -> None:
    case = asked(*(e.ContactAnswered(1, p, done=False) for p in ("pat", "mia")))
    assert chases(case, 3) == []


def test_after_an_hour_the_next_contact_of_the_space_is_asked() -> None:
    case = asked()
    table = sitting(case, frame(MONDAY + 1.1 * HOUR, "numpy", roster=ROSTER))
    decide.settle(table)
    to = [getattr(d.to, "person", "") for d in table.drafts if d.template == "disconnect"]
    assert to == ["pat", "mia", "max"]


# -- the stated moment ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "moment", "tool"),
    [
        ("2026-03-02 09:15", datetime(2026, 3, 2, 8, 15, tzinfo=UTC), ""),
        ("2026-03-02T08:15Z", datetime(2026, 3, 2, 8, 15, tzinfo=UTC), ""),
        ("2026-03-02 08:15 UTC, ban", datetime(2026, 3, 2, 8, 15, tzinfo=UTC), "ban"),
        ("9.15 mute", datetime(2026, 3, 2, 8, 15, tzinfo=UTC), "mute"),
        ("23:30", datetime(2026, 3, 1, 22, 30, tzinfo=UTC), ""),
    ],
)
def test_a_stated_moment_is_committee_time(words: str, moment: datetime, tool: str) -> None:
    assert stated(words, frame()) == (moment, tool)


@pytest.mark.parametrize("words", ["yesterday", "2026-02-30 09:00", "25:00", "9"])
def test_an_unclear_moment_is_none(words: str) -> None:
    assert stated(words, frame()) is None
