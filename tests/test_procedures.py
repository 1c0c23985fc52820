"""The five procedures as shipped, overrides, durations and sizes, and where files are found."""

import re
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.config import load_procedure
from cocmail.core.procedure import Procedure
from cocmail.durations import LONGEST, read_duration, read_size, write_duration
from cocmail.places import Kind, data_dir, find

EXAMPLE = data_dir("config") / "example.toml"
PROCEDURES = ("numpy", "numfocus", "jupyter", "psf", "gcc")


def procedure(name: str, site: Path, **overrides: object) -> Procedure:
    loaded = load_procedure(name, overrides, site)
    assert isinstance(loaded, Procedure), loaded
    return loaded


@pytest.mark.parametrize("name", PROCEDURES)
def test_shipped_procedures(tmp_path: Path, name: str) -> None:
    """A17, A21: what the five share, and what tells the families apart (NF-02, PS-36, K-2)."""
    loaded = procedure(name, tmp_path)
    screens = name in ("numfocus", "psf")
    assert loaded.id == name
    assert loaded.intake == ("screen" if screens else "forward")
    assert loaded.conflict_silent_member == ("out" if screens else "in")
    assert loaded.decision_rule == ("two-thirds" if screens else "consensus")
    assert loaded.decision_base == ("eligible" if screens else "case-group")
    assert loaded.deliberation == ("summary" if screens else "verbatim")
    assert loaded.recusal_notice == ("number" if screens else "name")
    assert loaded.plan_required == screens
    assert loaded.ack_limit == timedelta(hours=72 if name == "numpy" else 24)
    assert loaded.first_human_limit == loaded.ack_limit
    assert loaded.resolution_limit == timedelta(days=14 if name == "numpy" else 7)
    assert loaded.conflict_window == timedelta(hours=60)
    assert loaded.conflict_reminders == (timedelta(hours=24), timedelta(hours=48))
    assert loaded.release_after == timedelta(0)
    assert loaded.roster_minimum == loaded.case_minimum == 3


def test_what_the_manuals_force_and_ask_first(tmp_path: Path) -> None:
    said = {name: procedure(name, tmp_path) for name in PROCEDURES}
    assert [p.ack_force for p in said.values()] == ["must", "will", "must", "should", "should"]
    asked = [p.first_question for p in said.values()]
    assert asked == ["severe", "safety", "ongoing", "safety", "ongoing"]
    assert len({p.hash for p in said.values()}) == 5


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_parameter_of_a_shipped_procedure_has_its_clause(name: str) -> None:
    lines = find("config", f"procedures/{name}.toml", None).read_text(encoding="utf-8").splitlines()
    parameters = {field.name for field in fields(Procedure)} - {"hash"}
    given_there = {
        line.split(" = ")[0]: number for number, line in enumerate(lines) if " = " in line
    }
    assert parameters <= given_there.keys()
    for key in parameters - {"id", "version", "title", "source", "body", "parent"}:
        above = lines[given_there[key] - 1]
        assert re.search(r"† |[A-Z]{2}-\d\d|A17", above), (key, above)


def test_overrides_and_their_hash(tmp_path: Path) -> None:
    plain = procedure("gcc", tmp_path)
    changed = procedure("gcc", tmp_path, undo_window="5 minutes", release_after=0)
    assert changed.undo_window == timedelta(minutes=5)
    assert changed.hash != plain.hash
    assert procedure("gcc", tmp_path, release_after=0, undo_window="5 minutes") == changed


def test_the_site_comes_before_what_is_shipped(tmp_path: Path) -> None:
    text = find("config", "procedures/gcc.toml", tmp_path).read_text(encoding="utf-8")
    (tmp_path / "procedures").mkdir()
    (tmp_path / "procedures/gcc.toml").write_text(text.replace('version = "1"', 'version = "2"'))
    assert procedure("gcc", tmp_path).version == "2"
    (tmp_path / "ours.toml").write_text(text.replace('id = "gcc"', 'id = "ours"'))
    assert procedure("ours.toml", tmp_path).id == "ours"


def test_a_bad_procedure_file_names_every_key(tmp_path: Path) -> None:
    text = find("config", "procedures/gcc.toml", None).read_text(encoding="utf-8")
    text = text.replace("ack_force =", "ack_fource =").replace('"60 hours"', '"sixty hours"')
    (tmp_path / "ours.toml").write_text(text.replace('id = "gcc"', 'id = "../gcc"'))
    problems = load_procedure("ours.toml", {"ack_limit": "soon"}, tmp_path, "c.toml")
    assert isinstance(problems, list)
    assert [(problem.file, problem.key) for problem in problems] == [
        ("c.toml", "procedure.ack_limit"),
        ("ours.toml", "id"),
        ("ours.toml", "conflict_window"),
        ("ours.toml", "ack_fource"),
        ("ours.toml", "ack_force"),
    ]


@given(st.text(max_size=30))
def test_no_procedure_name_raises(name: str) -> None:
    loaded = load_procedure(name, {}, Path(__file__).parent)
    assert isinstance(loaded, list) or name in PROCEDURES


# -- durations, sizes, places


@given(st.integers(0, int(LONGEST.total_seconds())))
def test_durations_are_read_as_they_are_written(seconds: int) -> None:
    duration = timedelta(seconds=seconds)
    assert read_duration(write_duration(duration)) == duration


@given(st.text(max_size=20))
def test_a_duration_is_never_negative_nor_endless(text: str) -> None:
    read = read_duration(text)
    assert read is None or timedelta(0) <= read <= LONGEST


@given(st.integers(0, 100), st.sampled_from(["second", "minute", "hour", "day", "week", "month"]))
def test_singular_and_plural(number: int, unit: str) -> None:
    assert read_duration(f"{number} {unit}") == read_duration(f"{number} {unit}s") is not None


def test_a_month_has_thirty_days() -> None:
    assert read_duration("2 months") == timedelta(days=60)
    assert read_duration("0") == timedelta(0)


@pytest.mark.parametrize(
    "text", ["", "4h", "hours", "-1 hours", "1.5 hours", "٣ hours", "1 hour x"]
)
def test_no_duration(text: str) -> None:
    assert read_duration(text) is None


def test_sizes_are_powers_of_ten() -> None:
    sizes = {"7 B": 7, "2 kB": 2000, "2 KB": 2000, "35 MB": 35_000_000, "1 GB": 10**9}
    assert {text: read_size(text) for text in sizes} == sizes
    assert [read_size(text) for text in ("35 Mb", "35", "MB", "-1 MB", "1 MiB")] == [None] * 5


@pytest.mark.parametrize("kind", get_args(Kind))
def test_what_is_shipped_is_found(kind: Kind) -> None:
    assert data_dir(kind).is_dir()


def test_the_site_comes_first(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/x.txt").write_text("ours")
    assert find("templates", "x.txt", tmp_path) == tmp_path / "templates/x.txt"
    assert find("config", "example.toml", tmp_path) == EXAMPLE
    with pytest.raises(FileNotFoundError):
        find("templates", "x.txt", None)
