"""Letters to a reported person and to the reporter: their parts, and their order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from talk import ALIAS, Table, id_in, proposal, table

REPORT = (
    "Sam Reed shouted at two newcomers in the planning call, and one of them has not come back "
    "since then. I would like somebody to look into it."
)
RITA, SAM = "rita@home.test", "sam@x.test"
PARTY = f"PARTY REPORTED Sam Reed {SAM}"
DRAFT = "DRAFT REPORTED\nBEHAVIOUR: raised voices in a call\nIMPACT: people stay away"


def decided(folder: Path, procedure: str) -> Table:
    """A report that was decided by everybody, with nothing sent yet."""
    t = table(folder, procedure=procedure, members="ana bo chi")
    t.write(RITA, ALIAS, f"About: Sam Reed\n\n{REPORT}", name="Rita Vale")
    if t.config.procedure.intake == "screen":
        for who in ("ana", "bo", "chi"):
            t.answer(t.last(who, "conflict-question"), "CLEAR")
    t.answer(t.last("ana", "report"), proposal(procedure))
    for who in ("ana", "bo", "chi"):
        t.answer(t.last(who, "ballot"), "VOTE yes")
    return t


@pytest.fixture
def screened(tmp_path: Path) -> Iterator[Table]:
    t = decided(tmp_path, "psf")
    yield t
    t.close()


def agreed(t: Table, who: str = "bo") -> None:
    letter = t.last(who, "preview")
    t.answer(letter, f"OK {id_in(letter)}")


@pytest.mark.parametrize("section", ["BEHAVIOUR", "IMPACT"])
def test_an_empty_section_stops_the_letter(screened: Table, section: str) -> None:
    """PS-44, PS-45: behaviour and impact are written by the group; none may be empty."""
    t = screened
    t.answer(t.last("ana", "tally"), PARTY)
    lines = [line for line in DRAFT.splitlines() if not line.startswith(section)]
    t.answer(t.last("ana", "tally"), "\n".join(lines))
    assert f"Still missing: {section}:" in t.last("ana", "refused").text
    t.answer(t.last("ana", "tally"), "\n".join([*lines, f"{section}:"]))
    assert f"Still missing: {section}:" in t.last("ana", "refused").text
    assert t.count_of("bo", "preview") == 0


def test_plan_and_consequence_come_from_the_decision(screened: Table) -> None:
    """PS-44, PS-45, PS-46, PS-47: four sections, two of them not to be edited in a draft."""
    t = screened
    t.answer(t.last("ana", "tally"), PARTY)
    t.answer(t.last("ana", "tally"), f"{DRAFT}\nPLAN: nothing at all\nCONSEQUENCE: none")
    assert t.last("ana").template == "refused"
    assert t.count_of("bo", "preview") == 0
    t.answer(t.last("ana", "tally"), DRAFT)
    agreed(t)
    t.wait(minutes=11)
    said = t.last(SAM).text
    for words in ("raised voices in a call", "people stay away", "a talk", "a warning", "a ban"):
        assert words in said
    # PS-48: a sentence of the template, in every such letter.
    assert "do not contact" in said
    assert "3. Plan\n\na talk\n" in said
    assert "4. Consequences\n\na warning\n" in said


@pytest.mark.parametrize("procedure", ["numfocus", "psf"])
def test_the_reporter_hears_last(tmp_path: Path, procedure: str) -> None:
    """K-11, PS-51: no outcome to the reporter before the reported person has theirs."""
    t = decided(tmp_path, procedure)
    words = "DRAFT REPORTER\nWe spoke with the person. Thank you for telling us."
    t.answer(t.last("ana", "tally"), PARTY)
    t.answer(t.last("ana", "tally"), words)
    refused = t.last("ana", "refused").text
    assert "P1 hears the decision before the reporter does (K-11)" in refused
    assert "DRAFT REPORTED" in refused
    assert "WAIVE P1 the reason" in refused
    t.answer(t.last("ana", "tally"), DRAFT)
    t.answer(t.last("ana", "tally"), words)  # both may wait for their second reader
    ours = t.last("bo", "preview")
    t.answer(ours, f"OK {id_in(ours)}")
    assert "K-11" in t.last("bo", "refused").text
    first = next(d for d in t.box("bo") if d.template == "preview")
    t.answer(first, f"OK {id_in(first)}")
    t.answer(ours, f"OK {id_in(ours)}")
    t.wait(minutes=11)
    assert "raised voices" in t.last(SAM).text
    assert "We spoke with the person" in t.last(RITA).text
    t.close()


def test_the_order_binds_only_towards_an_address(tmp_path: Path) -> None:
    """K-11, product.md 6: nobody waits for a letter that cannot be sent, or that two waived."""
    t = decided(tmp_path, "numfocus")
    words = "DRAFT REPORTER\nWe spoke with the person. Thank you for telling us."
    before = t.count_of("bo", "preview")
    t.answer(t.last("ana", "tally"), words)
    assert t.count_of("bo", "preview") == before + 1
    t.answer(t.last("ana", "tally"), PARTY)
    t.answer(t.last("bo", "preview"), f"OK {id_in(t.last('bo', 'preview'))}")
    assert "K-11" in t.last("bo", "refused").text
    t.answer(t.last("ana", "tally"), "WAIVE P1 they threatened to find out who spoke")
    t.answer(t.last("chi", "tally"), "WAIVE P1")
    agreed(t)
    t.wait(minutes=11)
    assert "We spoke with the person" in t.last(RITA).text
    t.close()


@pytest.mark.parametrize(
    ("procedure", "allowed"),
    [("numpy", True), ("jupyter", True), ("numfocus", False), ("gcc", False)],
)
def test_who_may_speak_in_public(tmp_path: Path, procedure: str, allowed: bool) -> None:
    """K-14, NP-10, GC-12: words for chair and council, or no statement at all."""
    t = decided(tmp_path, procedure)
    t.answer(t.last("ana", "tally"), "DRAFT STATEMENT Everybody may ask questions in our calls.")
    assert (t.count_of("bo", "preview") > 0) is allowed
    assert (t.count_of("ana", "refused") > 0) is not allowed
    t.close()


def test_an_outcome_within_the_week_is_the_follow_up(tmp_path: Path) -> None:
    """NF-05, NF-06: told in time, the reporter gets no automatic news after it."""
    t = decided(tmp_path, "numfocus")
    t.answer(t.last("ana", "tally"), "DRAFT REPORTER\nWe spoke with the person. Thank you.")
    agreed(t)
    t.wait(minutes=11)
    told = len(t.box(RITA))
    assert "We spoke with the person" in t.last(RITA).text
    t.answer(t.last("ana", "tally"), f"CLOSE {t.house.records.case(1).code} RESULT")
    t.wait(days=20)
    assert len(t.box(RITA)) == told
    t.close()


@pytest.mark.parametrize("procedure", ["gcc", "psf"])
def test_the_receipt_answers_the_report_itself(tmp_path: Path, procedure: str) -> None:
    """GC-05, NF-02: in the reporter's own thread, marked as automatic, and nothing answers it."""
    t = table(tmp_path, procedure=procedure, members="ana bo chi")
    report = t.write(RITA, ALIAS, REPORT, name="Rita Vale", subject="The planning call")
    (receipt,) = t.box(RITA)
    assert receipt.mail.header("In-Reply-To") == f"<{report.message_id}>"
    assert receipt.mail.header("References").split()[-1] == f"<{report.message_id}>"
    assert receipt.mail.header("Auto-Submitted") == "auto-replied"
    assert receipt.sender.startswith("conduct+b-")
    assert receipt.reply_to.startswith("conduct+r-")
    t.write("mailer-daemon@home.test", receipt.sender, "gone", headers={"Auto-Submitted": "auto"})
    assert len(t.box(RITA)) == 1
    assert t.box("mailer-daemon@home.test") == []
    t.close()
