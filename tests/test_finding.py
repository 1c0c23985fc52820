"""Finding out what happened: what the stories cannot look at, or must hold for every value."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talk import ALIAS, Table, id_in, table

from cocmail.core.commands.finding import FIELDS
from cocmail.core.facts import SENSITIVE

REPORT = (
    "Sam Reed shouted at two newcomers in the planning call, and one of them has not come back "
    "since then. I would like somebody to look into it."
)
FOUR = "DETERMINE\nWHAT: shouting\nVIOLATION: yes\nWHO: Sam Reed\nONGOING: no"


def opened(folder: Path, procedure: str = "jupyter", overrides: str = "") -> Table:
    t = table(folder, procedure=procedure, members="ana bo chi", overrides=overrides)
    t.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    return t


def code(t: Table) -> str:
    return t.last("ana", "report").subject[1:].split("]")[0]


def test_a_calendar_entry_holds_the_code_name_and_nothing_else(tmp_path: Path) -> None:
    """MEET: an attachment for members, titled with the code name only (PS-62, PS-72, JU-50)."""
    t = opened(tmp_path)
    t.answer(t.last("ana", "report"), "MEET 2026-03-05 18:00")
    for who in ("ana", "bo", "chi"):
        (file,) = t.last(who, "meeting").mail.attachments
        entry = file.content.decode()
        assert file.filename == "meeting.ics"
        assert f"\r\nSUMMARY:{code(t)}\r\n" in entry
        assert "\r\nDTSTART:20260305T180000Z\r\n" in entry
        assert not {"ATTENDEE", "ORGANIZER", "DESCRIPTION", "LOCATION"} & set(entry.split(":"))
        assert "Sam" not in entry
        assert "@members.test" not in entry


@pytest.mark.parametrize("procedure", ["numfocus", "psf"])
def test_asking_the_reported_person_first_is_refused_where_they_are_heard_after(
    tmp_path: Path, procedure: str
) -> None:
    """K-10: the line that works is another one."""
    t = opened(tmp_path, procedure, 'intake = "forward"\nconflict_silent_member = "in"')
    t.answer(t.last("ana", "report"), "ASK REPORTED\nWhat do you say to that?")
    assert "written to after the decision" in t.last("ana", "refused").text


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(field=st.sampled_from(sorted(SENSITIVE)), data=st.data())
def test_what_is_sensitive_stands_in_the_document_alone(
    tmp_path_factory: pytest.TempPathFactory, field: str, data: st.DataObject
) -> None:
    """PS-26, PS-27: never in sheet, status, ballot, news or status mail."""
    value = data.draw(st.sampled_from(FIELDS[field] or ("touches few",)))
    t = opened(tmp_path_factory.mktemp("house"))
    t.answer(t.last("ana", "report"), f"EVAL {field}={value} zzquokka")
    t.answer(t.last("ana", "report"), FOUR)
    t.answer(t.last("ana", "report"), "PROPOSE PLAN somebody talks to them")
    for line in ("STATUS", "SHEET", "HELP", "DOC"):
        t.answer(t.last("bo", "report"), line)
    t.wait(days=8)
    saying = [d for box in t.boxes.values() for d in box if b"zzquokka" in d.raw]
    # Their own line goes back to its author in the transcript.
    assert {(d.template, d.to) for d in saying} == {
        ("document", "bo@members.test"),
        ("transcript", "ana@members.test"),
    }
    assert "zzquokka" in t.last("bo", "document").text


def test_who_recuses_takes_their_waiver_along(tmp_path: Path) -> None:
    """GC-09: two members without a conflict agree, or the party is heard."""
    t = opened(tmp_path, "gcc")
    t.answer(t.last("ana", "report"), "PARTY WITNESS Wen Liu")
    t.answer(t.last("ana", "report"), "WAIVE W1 not safe for them")
    t.answer(t.last("bo", "report"), "WAIVE W1")
    t.answer(t.last("bo", "report"), "RECUSE")
    t.answer(t.last("ana", "report"), "NOTE RECORDS the recording\n" + FOUR)
    t.answer(t.last("ana", "report"), "PROPOSE PLAN somebody talks to them")
    assert "W1 has not been heard" in t.last("ana", "refused").text
    t.answer(t.last("chi", "report"), "WAIVE W1")
    t.answer(t.last("ana", "report"), "PROPOSE PLAN somebody talks to them")
    assert id_in(t.last("ana", "ballot"), "AGREE")
