"""No record of a judged case goes without its warning, however time is looked at (promise 8)."""

from committee import MONDAY, case_of, frame, hours, released, sitting
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core import clocks, timers
from cocmail.core import entries as e
from cocmail.core.case import House

LONG = 24 * 500


@given(st.lists(st.integers(1, LONG), min_size=1, max_size=6), st.integers(0, LONG))
def test_no_judged_record_is_erased_without_thirty_days_warning(gaps: list[int], down: int) -> None:
    """Looked at after these gaps; nobody ran during the last hours of the first one."""
    case = case_of(*released(), e.Closed("RESOLVED", "", "ana"))
    back = MONDAY + hours(gaps[0])
    stopped = max(MONDAY, back - hours(down))
    outage = e.Outage(stopped, back, down=True)
    house = House(rota_began=MONDAY, outages=[outage] if stopped < back else [])
    now, warned = MONDAY, None
    for gap in gaps:
        now += hours(gap)
        at = sitting(case, frame(now, house=house))
        clocks.strike(at)
        if any(isinstance(x, e.RetentionWarned) for x in at.entries):
            warned = now
        if case.keeping.expunged:
            assert warned is not None
            assert now - warned >= hours(24 * 30)
            assert now >= MONDAY + hours(24 * 30 * 14)
            if house.outages and outage.until - outage.since > timers.FREEZE_AFTER:
                assert now >= outage.until + timers.FREEZE_FOR
            return
    late = now >= MONDAY + hours(24 * 30 * 14)
    assert warned is not None or not late


def test_it_is_erased_at_last() -> None:
    case = case_of(*released(), e.Closed("RESOLVED", "", "ana"))
    for month in (13, 14):
        clocks.strike(sitting(case, frame(MONDAY + hours(24 * 30 * month))))
    assert case.keeping.expunged
