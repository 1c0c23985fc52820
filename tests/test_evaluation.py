"""The evaluation, field by field: every value, what it refuses, and where it is shown (A6)."""

from pathlib import Path

import pytest
from talk import ALIAS, Table, table

from cocmail.core.commands.finding import FIELDS
from cocmail.core.facts import SENSITIVE

REPORT = (
    "Sam Reed shouted at two newcomers in the planning call, and one of them has not come back "
    "since then. I would like somebody to look into it."
)
# PS-21, PS-22, PS-23, NF-04, PS-25, PS-28, PS-29, PS-30, and of PS-26 and PS-27 what is not text.
CLAUSES = {
    "violation": ("listed", "borderline", "norms", "no"),
    "scope": ("yes", "no", "outside-but-safety"),
    "impact": ("direct", "indirect"),
    "seen": ("public", "private"),
    "sexual": ("yes", "no"),
    "safety": ("yes", "no"),
    "repeat": ("yes", "maybe", "no"),
    "marginalised": (),
    "reporter": ("yes", "no"),
    "affected": (),
    "disengage": ("yes", "maybe", "no"),
    "leader": ("yes", "no"),
}
VALUES = [(name, value) for name, values in CLAUSES.items() for value in values or ("two words",)]


def opened(folder: Path, procedure: str = "psf") -> Table:
    t = table(folder, procedure=procedure, members="ana bo chi", overrides="\n".join((
        'intake = "forward"', 'conflict_silent_member = "in"',
    )))  # fmt: skip
    t.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    return t


def test_the_fields_are_those_of_the_manuals() -> None:
    assert FIELDS == CLAUSES
    # PS-26, PS-27: only ever in the case document.
    assert {"marginalised", "reporter", "affected", "disengage", "leader"} == SENSITIVE


@pytest.mark.parametrize("procedure", ["psf", "numfocus"])
@pytest.mark.parametrize(("name", "value"), VALUES)
def test_every_value_is_taken_and_kept(
    tmp_path: Path, procedure: str, name: str, value: str
) -> None:
    """PS-21 to PS-30, NF-04: a value with its reason, and another one after it."""
    t = opened(tmp_path, procedure)
    report = t.last("ana", "report")
    t.answer(report, f"EVAL {name}={value} for this reason")
    assert t.count_of("ana", "refused") == 0
    case = t.house.records.case(1)
    if name in ("safety", "repeat"):
        assert (case.safety if name == "safety" else case.repeat) == value
        return
    t.answer(report, "DOC")
    text = t.last("ana", "document").text
    if CLAUSES[name]:
        assert f"{name}: {value} (for this reason)" in text
    else:
        assert f"{name}: {value} for this reason" in text


@pytest.mark.parametrize("name", [name for name, values in CLAUSES.items() if values])
def test_any_other_value_is_refused_with_the_ones_there_are(tmp_path: Path, name: str) -> None:
    t = opened(tmp_path)
    t.answer(t.last("ana", "report"), f"EVAL {name}=perhaps")
    said = t.last("ana", "refused").text
    assert f"{name} is one of {', '.join(CLAUSES[name])}." in said
    assert f"EVAL {name}={CLAUSES[name][0]}" in said


def test_out_of_scope_is_never_for_being_private(tmp_path: Path) -> None:
    """PS-24: said beside every "no"; PS-23: outside needs a reason of safety."""
    t = opened(tmp_path)
    report = t.last("ana", "report")
    t.answer(report, "EVAL scope=no it was a private chat")
    assert "private conversations in a space of the community are in scope" in (
        t.last("ana", "transcript").text
    )
    t.answer(report, "EVAL scope=outside-but-safety")
    assert "say why (PS-23)" in t.last("ana", "refused").text


def test_the_ballot_shows_risk_and_impact_and_nothing_that_is_restricted(tmp_path: Path) -> None:
    """PS-31, PS-25: risk x impact beside the proposal; PS-26 and PS-27 stand in DOC alone."""
    t = opened(tmp_path)
    report = t.last("ana", "report")
    t.answer(report, "EVAL violation=listed scope=yes impact=direct seen=public sexual=yes")
    t.answer(report, "EVAL leader=yes zzleader marginalised=zzgroup disengage=yes")
    t.answer(report, "SAFETY yes\nREPEAT maybe")
    t.answer(report, "PROPOSE\nPLAN: no contact\nIF-REFUSED: removal\nCONSEQUENCE: warning")
    text = t.last("bo", "ballot").text
    assert "Risk: safety yes, repetition maybe, sexual harassment yes." in text
    assert "Impact: violation listed, impact direct, seen public." in text
    assert "Higher risk or impact may bring heavier consequences" in text
    assert "In scope: yes" in text
    t.wait(hours=60)
    t.answer(report, "SHEET")
    t.answer(report, "STATUS")
    for who in ("ana", "bo", "chi"):
        for letter in t.box(who):
            if letter.template not in ("transcript", "document"):
                assert "zz" not in letter.text, letter.template
                assert "disengage" not in letter.text, letter.template
