"""What is kept of a case, what is only passed on, and who can ever get at it (A4, A15)."""

import re
import sqlite3
from pathlib import Path

import pytest
from talk import ALIAS, Table, id_in, proposal, table

REPORT = (
    "Sam Reed shouted at two newcomers in the planning call, and one of them has not come back "
    "since then. I would like somebody to look into it."
)
RITA = "rita@home.test"
LINK = re.compile(rb"https?://|www\.")


def opened(folder: Path, procedure: str) -> Table:
    """A case that Ana, Bo and Chi read; Dee was asked and has not answered where that keeps out."""
    t = table(folder, procedure=procedure, members="ana bo chi dee")
    t.write(RITA, ALIAS, f"About: Sam Reed\n\n{REPORT}", name="Rita Vale")
    if t.config.procedure.intake == "screen":
        for who in ("ana", "bo", "chi"):
            t.answer(t.last(who, "conflict-question"), "CLEAR")
    return t


def test_members_without_a_conflict_have_an_address_and_a_thread_of_their_own(
    tmp_path: Path,
) -> None:
    """PS-15, PS-19: per case; who is not in the group has neither, and gets none of the talk."""
    t = opened(tmp_path, "psf")
    first = {who: t.last(who, "report") for who in ("ana", "bo", "chi")}
    t.write("lou@home.test", ALIAS, f"About: Tom Berg\n\n{REPORT.replace('Sam Reed', 'Tom Berg')}")
    for who in ("bo", "chi", "dee"):
        t.answer(t.last(who, "conflict-question"), "CLEAR")
    second = t.last("bo", "report")
    handles = {d.reply_to for d in (*first.values(), second)}
    assert len(handles) == 4
    t.answer(first["bo"], "I was in that call, and plumtree is my word for it.")
    got = {address for address, box in t.boxes.items() for d in box if "plumtree" in d.text}
    assert got == {"ana@members.test", "chi@members.test"}
    told = t.last("ana", "talk")
    assert told.subject.partition("]")[0] == first["ana"].subject.partition("]")[0]
    assert told.subject.partition("]")[0] != second.subject.partition("]")[0]
    t.close()


@pytest.mark.parametrize("procedure", ["numfocus", "psf", "numpy", "jupyter", "gcc"])
def test_talk_is_kept_only_where_the_manual_says_so(tmp_path: Path, procedure: str) -> None:
    """PS-55, JU-46, K-4: dated notes and proposals in the one family, every word in the other."""
    t = opened(tmp_path, procedure)
    t.answer(t.last("bo", "report"), "I was in that call, and plumtree is my word for it.")
    assert "plumtree" in t.last("chi", "talk").text
    t.answer(t.last("bo", "report"), "NOTE we agree that somebody should talk to them")
    t.wait(days=1)
    t.answer(t.last("chi", "report"), "DOC")
    document = t.last("chi", "document").text
    assert "somebody should talk to them" in document
    kept = t.config.procedure.deliberation == "verbatim"
    assert ("plumtree" in document) is kept
    with sqlite3.connect(tmp_path / "cocmail.db") as db:
        assert db.execute("select count(*) from transit").fetchone() == (0,)
    t.close()


@pytest.mark.parametrize("procedure", ["psf", "jupyter"])
def test_no_mailbox_of_the_house_is_left_behind(tmp_path: Path, procedure: str) -> None:
    """PS-03, JU-47: what was delivered no longer waits, and nobody can ask for everything."""
    t = opened(tmp_path, procedure)
    t.answer(t.last("bo", "report"), "RECUSE")
    t.wait(hours=3)
    assert t.house.store.errands_of(1) == []
    code = t.house.records.case(1).code
    before = len(t.box("bo"))
    t.write("bo@members.test", ALIAS, "STATUS")
    for line in (f"READ {code}", f"DOC {code}", f"STATUS {code}"):
        t.write("bo@members.test", ALIAS, line)
    answers = t.box("bo")[before:]
    assert "No case is open to you." in answers[0].text
    assert all("No case of that name is open to you." in d.text for d in answers[1:])
    assert len(answers) == 4
    t.close()


@pytest.mark.parametrize("procedure", ["psf", "gcc"])
def test_nothing_of_a_case_hides_behind_a_link(tmp_path: Path, procedure: str) -> None:
    """PS-71: documents are mailed to one named member; no letter holds an address of the web."""
    t = opened(tmp_path, procedure)
    t.answer(t.last("ana", "report"), "TAKE\nSAFETY no")
    t.answer(t.last("ana", "report"), proposal(procedure))
    for who in ("ana", "bo", "chi"):
        t.answer(t.last(who, "ballot"), f"VOTE yes {id_in(t.last(who, 'ballot'), 'VOTE yes')}")
    for line in ("DOC", "STATUS", "SHEET", "READ 1", "HELP"):
        t.answer(t.last("ana", "report"), line)
    t.wait(days=8)
    letters = [d for box in t.boxes.values() for d in box]
    assert {"document", "sheet", "ballot", "report", "chair-status"} <= {
        d.template for d in letters
    }
    assert [d.template for d in letters if LINK.search(d.raw)] == []
    assert t.last("ana", "document").to == "ana@members.test"
    t.close()


def test_read_raw_attaches_the_mail_as_it_came(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="numpy")
    raw = t.write("rita@home.test", ALIAS, "Number nine has been shouting since Monday.")
    t.answer(t.last("bo", "report"), "READ 1 RAW")
    (file,) = t.last("bo", "report").mail.attachments
    assert b"Number nine has been shouting since Monday." in file.content
    assert f"<{raw.message_id}>".encode() in file.content
