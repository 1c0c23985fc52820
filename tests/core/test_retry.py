"""Waiting times between attempts."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from cocmail.core.retry import retry_after

jitters = st.floats(0, 1, exclude_max=True)


@given(st.integers(1, 10**6), jitters, jitters)
def test_it_grows_and_stays_under_an_hour(attempts: int, one: float, other: float) -> None:
    wait, longer = retry_after(attempts, one), retry_after(attempts + 1, other)
    assert timedelta(seconds=24) <= wait < timedelta(hours=1)
    assert wait < longer or wait >= timedelta(minutes=38)


def test_the_first_is_about_half_a_minute() -> None:
    assert retry_after(1, 0.5) == timedelta(seconds=30)
    assert [round(retry_after(n, 0.5).total_seconds()) for n in (2, 3, 4)] == [60, 120, 240]
    assert retry_after(99, 0.5) == timedelta(minutes=49)
