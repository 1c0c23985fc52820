"""When something is late: running time, frozen time, nights, and each clock once."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from committee import BERLIN, MONDAY, case_of, days, frame, hours, opened, released, sitting
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core import clocks, decide, timers
from cocmail.core import entries as e
from cocmail.core.case import House
from cocmail.core.fold import fold

ZONES = ["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Auckland", "Asia/Kathmandu"]
moments = st.datetimes(
    datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)
)  # fmt: skip


def house(*outages: tuple[float, float], down: bool = True) -> House:
    """A house that stood still between these hours after Monday."""
    made = House(rota_began=MONDAY)
    made.outages = [e.Outage(MONDAY + hours(a), MONDAY + hours(b), down) for a, b in outages]
    return made


@st.composite
def outages(draw: st.DrawFn) -> House:
    """Outages that do not overlap, in any order."""
    marks = sorted(draw(st.lists(st.integers(-500, 500), max_size=10, unique=True)))
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    made = house(*pairs)
    made.outages = [
        e.Outage(o.since, o.until, down)
        for o, down in zip(
            draw(st.permutations(made.outages)),
            draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs))),
            strict=True,
        )
    ]
    return made


# -- running time ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stops", "length", "due"),
    [
        ([], 10, 10),
        ([(-5, -1)], 10, 10),  # over before it began
        ([(-5, 2)], 10, 12),  # only the part after the start
        ([(3, 5)], 10, 12),
        ([(3, 5), (11, 14)], 10, 15),  # the second one falls into the added time
        ([(10, 14)], 10, 10),  # due just as it stopped
        ([(2, 3), (4, 6)], 0, 0),
    ],
)
def test_clocks_of_silence_stand_still(
    stops: list[tuple[float, float]], length: float, due: float
) -> None:
    assert timers.running(house(*stops), MONDAY, hours(length)) == MONDAY + hours(due)


def test_a_clock_jump_is_no_standstill() -> None:
    assert timers.running(house((3, 5), down=False), MONDAY, hours(10)) == MONDAY + hours(10)


@given(outages(), st.integers(0, 300))
def test_running_time_is_what_was_run(stood: House, length: int) -> None:
    """Between start and due lie `length` hours and every hour that nobody ran, no more."""
    due = timers.running(stood, MONDAY, hours(length))
    lost = sum(
        ((min(o.until, due) - max(o.since, MONDAY)) for o in stood.outages
         if o.down and o.until > MONDAY and o.since < due),
        timedelta(0),
    )  # fmt: skip
    assert due - MONDAY - lost == hours(length)


@given(outages(), st.integers(0, 300), st.integers(0, 300))
def test_a_longer_span_never_ends_earlier(stood: House, a: int, b: int) -> None:
    first, second = sorted((a, b))
    assert timers.running(stood, MONDAY, hours(first)) <= timers.running(
        stood, MONDAY, hours(second)
    )


# -- what cannot be undone -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stops", "due", "thawed"),
    [
        ([], 60, 60),
        ([(10, 11)], 60, 60),  # an hour is not more than an hour
        ([(10, 11.5)], 60, 60),  # frozen until 35.5, long over
        ([(50, 59)], 60, 83),
        ([(50, 70)], 60, 94),  # over during the stop
        ([(50, 59), (70, 72)], 60, 96),  # frozen again while it was frozen
        ([(61, 70)], 60, 60),
    ],
)
def test_after_an_outage_the_irreversible_waits_a_day_of_running(
    stops: list[tuple[float, float]], due: float, thawed: float
) -> None:
    """Promise 8: 24 hours of running time after more than an hour of outage or jump."""
    assert timers.thawed(house(*stops), MONDAY + hours(due)) == MONDAY + hours(thawed)
    jumped = timers.thawed(house(*stops[:1], down=False), MONDAY + hours(due))
    assert jumped >= MONDAY + hours(due)


@given(outages(), st.integers(-300, 300))
def test_nothing_irreversible_within_a_day_after_any_outage(stood: House, due: int) -> None:
    moment = timers.thawed(stood, MONDAY + hours(due))
    assert moment >= MONDAY + hours(due)
    for outage in stood.outages:
        if outage.until - outage.since > hours(1) and outage.since <= moment:
            assert moment >= timers.running(stood, outage.until, hours(24))


# -- nights and mornings ---------------------------------------------------------------------------


@given(moments, st.integers(1, 24 * 60), st.sampled_from(ZONES))
def test_a_bundle_never_leaves_at_night(now: datetime, minutes: int, name: str) -> None:
    zone = ZoneInfo(name)
    leaves = clocks.bundle_at(now, timedelta(minutes=minutes), zone)
    assert leaves > now
    assert leaves - now <= timedelta(minutes=minutes) + hours(10)
    assert 7 <= leaves.astimezone(zone).hour < 22


@pytest.mark.parametrize(
    ("clock", "leaves"),
    [("09:00", "10:00"), ("09:01", "10:00"), ("10:00", "12:00"), ("19:59", "20:00"),
     ("20:00", "07:00"), ("23:30", "07:00"), ("03:00", "07:00"), ("06:59", "08:00"),
     ("07:00", "08:00")],
)  # fmt: skip
def test_bundles_every_two_hours(clock: str, leaves: str) -> None:
    now = datetime.fromisoformat(f"2026-03-02T{clock}").replace(tzinfo=BERLIN).astimezone(UTC)
    made = clocks.bundle_at(now, hours(2), BERLIN).astimezone(BERLIN)
    assert f"{made:%H:%M}" == leaves


def test_zero_bundles_nothing() -> None:
    at_night = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)
    assert clocks.bundle_at(at_night, timedelta(0), BERLIN) == at_night


@given(moments, st.sampled_from(ZONES))
def test_the_next_morning_is_at_nine_within_a_day(now: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    morning = clocks.next_morning(now, zone)
    local = morning.astimezone(zone)
    assert (local.hour, local.minute) == (9, 0)
    assert timedelta(0) < morning - now <= hours(25)  # a day with a change of the clocks


# -- each overdue clock once -----------------------------------------------------------------------


@pytest.mark.parametrize("procedure", ["numpy", "numfocus", "jupyter", "psf", "gcc"])
@given(gaps=st.lists(st.integers(1, 24 * 20), min_size=1, max_size=8))
def test_each_clock_speaks_once_however_long_nobody_looked(procedure: str, gaps: list[int]) -> None:
    case = case_of(*released(procedure=procedure))
    now, said = MONDAY, []
    for gap in gaps:
        now += hours(gap)
        at = sitting(case, frame(now, procedure))
        decide.settle(at)
        said += [entry.clock for entry in at.entries if isinstance(entry, e.Spoke)]
        families = [n.partition("/")[0] for n in said[-len(at.entries) :]]
        # Of a family only the last stage writes: no flood after an outage.
        assert len(at.drafts) <= 2 * len(set(families))
        again = sitting(case, frame(now, procedure))
        decide.settle(again)
        assert not again.entries
        assert not again.drafts
        assert not clocks.due(case, frame(now, procedure))
    assert len(said) == len(set(said))


def test_after_an_outage_a_family_speaks_once_and_the_stages_are_noted() -> None:
    case = case_of(*released())
    at = sitting(case, frame(MONDAY + days(2)))
    assert clocks.strike(at)
    assert {"first-human/50", "first-human/90", "first-human/100"} <= case.spoke
    reminders = [d for d in at.drafts if dict(d.about).get("what") == "first-human"]
    assert [dict(d.about)["percent"] for d in reminders] == ["100"]


def test_the_receipts_clock_stops_when_the_next_hop_took_it() -> None:
    """Promise 2: not when it was written."""
    case = case_of(*opened())
    names = {c.family for c in clocks.clocks(case, frame())}
    assert "receipt-R1" in names
    fold(case, e.Failed(1, "receipt", "party:R1", 450), MONDAY)
    assert "receipt-R1" in {c.family for c in clocks.clocks(case, frame())}
    fold(case, e.Sent(1, "receipt", "party:R1"), MONDAY)
    assert "receipt-R1" not in {c.family for c in clocks.clocks(case, frame())}


@pytest.mark.parametrize(
    ("letter", "answered"),
    [("receipt", False), ("arrived-too", False), ("status-reporter", False),
     ("first-contact", True), ("question", True), ("outcome-reporter", True)],
)  # fmt: skip
def test_only_a_persons_letter_is_a_persons_answer(letter: str, answered: bool) -> None:
    """JU-04: what the machine sends by itself is no answer of a human being."""
    case = case_of(*released(), e.Sent(1, letter, "party:R1"))
    running = {c.family for c in clocks.clocks(case, frame())}
    assert ("first-human" not in running) == answered


def test_promises_to_reporters_never_stand_still() -> None:
    stood = house((1, 20))
    case = case_of(*released())
    calm, stopped = frame(), frame(house=stood)
    for family in ("first-human", "resolution", "receipt-R1", "news-R1"):
        first = [c.due for c in clocks.clocks(case, calm) if c.family == family]
        assert first
        assert first == [c.due for c in clocks.clocks(case, stopped) if c.family == family]


def test_silence_is_counted_in_running_time() -> None:
    case = case_of(*opened(), e.QuestionOpened(1, "Sam Reed", "ana"), e.QuestionSent(1, "bo"))

    def window(stood: House) -> datetime:
        found = [c for c in clocks.clocks(case, frame(house=stood)) if c.stage == "over"]
        return found[0].due

    assert window(house()) == MONDAY + hours(60)
    assert window(house((5, 5.5))) == MONDAY + hours(60.5)
    assert window(house((5, 15))) == MONDAY + hours(70)
    assert window(house((50, 60))) == MONDAY + hours(84)  # frozen for a day of running


RESTING = (
    e.Closed("RESOLVED", "", "ana"),
    e.MarkedSpam("ana"),
    e.Merged(2, "ana"),
    e.Quarantined("spam", "x.test", 9),
)


@pytest.mark.parametrize("state", RESTING)
def test_a_case_that_rests_has_no_clock_but_the_end_of_its_time(state: e.Entry) -> None:
    case = case_of(*released(), state)
    assert {clock.family for clock in clocks.clocks(case, frame())} <= {"retention"}


def test_an_unanswered_question_about_a_mail_lapses_after_two_days() -> None:
    case = case_of(*released(), e.MemberMailHeld(9, "bo", 3))
    assert not [c for c in clocks.due(case, frame(MONDAY + hours(47))) if c.stage == "lapse"]
    at = sitting(case, frame(MONDAY + hours(48)))
    clocks.strike(at)
    assert case.held_mails[9].answer == "lapsed"
