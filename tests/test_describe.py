"""What a committee publishes is what the daemon does."""

from pathlib import Path

import pytest
from talk import table

from cocmail.describe import description

OPERATORS = '[operators]\nids = ["ana", "pat"]\nelsewhere = "ombud@elsewhere.test"\n'


@pytest.mark.parametrize("procedure", ["numpy", "numfocus", "jupyter", "psf", "gcc"])
def test_every_procedure_describes_itself(tmp_path: Path, procedure: str) -> None:
    config = table(tmp_path, procedure=procedure, members="ana bo chi", extra=OPERATORS).config
    said = description(config)
    assert config.committee.alias in said
    assert config.procedure.title in said
    assert "conduct+not-bo@example.test" in said
    assert ("One member reads it first" in said) == (config.procedure.intake == "screen")
    assert ("within 3 days" in said) == (procedure == "numpy")
    assert "About one of them, write to ombud@elsewhere.test" in said
    assert "@members.test" not in said


def test_a_tested_address_says_so(tmp_path: Path) -> None:
    config = table(tmp_path / "tested", extra='[probe]\nto = "echo@elsewhere.test"\n').config
    said = description(config)
    assert "Every week a test mail shows us whether mail to this address arrives." in said
    assert "echo@" not in said
    assert "test mail" not in description(table(tmp_path / "not").config)


def test_nothing_is_said_of_operators_that_nobody_named(tmp_path: Path) -> None:
    config = table(tmp_path, procedure="psf", members="ana bo chi").config
    assert "Who runs the mail system" not in description(config)
