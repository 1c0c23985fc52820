"""The check on whole cases, and on letters that drafters really write (promise 5, PS-42)."""

import leakcases
import pytest


@pytest.mark.timeout(400)
def test_the_letters_of_many_cases() -> None:
    """The same figures as `python -m bench.leaks`; seen with `pytest -s`."""
    figures = leakcases.measured()
    print("\n".join(figures.lines()))
    assert sum(figures.leaking.values()) >= 500
    assert sum(figures.harmless.values()) >= 250
    assert not figures.missed
    assert figures.false_alarms < 0.02
