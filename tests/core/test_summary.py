"""Counts that give nobody away: small numbers stay hidden, whatever stands beside them (GC-13)."""

from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from cocmail.core.summary import FEW, before, period_of, total

CELLS = st.lists(st.integers(0, 9), min_size=4, max_size=9)
HALF = timedelta(days=180)


def shown(cells: list[int]) -> tuple[str, tuple[int, ...]]:
    """All that a reader gets of a table."""
    said = {str(n): value for n, value in enumerate(cells)}
    return total(said), tuple(value if value >= FEW else -1 for value in cells)


@given(CELLS, st.data())
def test_a_small_number_can_be_any_of_nought_to_two(cells: list[int], data: st.DataObject) -> None:
    """By subtraction neither: for each hidden cell every value fits all that is shown."""
    small = [n for n, value in enumerate(cells) if value < FEW]
    if not small:
        assert shown(cells)[0] == str(sum(cells))
        return
    looked_at = data.draw(st.sampled_from(small))
    others = [n for n in small if n != looked_at]
    for value in range(FEW):
        fits = False
        for guess in product(range(FEW), repeat=min(len(others), 3)):
            tried = list(cells)
            tried[looked_at] = value
            for n, place in enumerate(others):
                tried[place] = guess[n] if n < len(guess) else 0
            fits = fits or shown(tried) == shown(cells)
        assert fits, (cells, looked_at, value)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 24))
def test_every_day_lies_in_one_period(day: date, months: int) -> None:
    every = timedelta(days=30 * months)
    period = period_of(day, every)
    assert period.first <= day < period.after
    assert before(period, every).after == period.first
    assert period_of(period.first, every) == period


def test_half_years_begin_in_january_and_july() -> None:
    """E-9's July row."""
    assert period_of(date(2026, 6, 30), HALF).name == "2026-01 to 2026-06"
    assert period_of(date(2026, 7, 1), HALF).name == "2026-07 to 2026-12"
