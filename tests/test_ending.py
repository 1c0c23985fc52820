"""Ends of a case that no story plays: a delegate's report on file, redirects, apologies."""

from datetime import timedelta
from pathlib import Path

from talk import Table, id_in, table

DELEGATE = '[[delegates]]\nid = "ola"\nname = "Ola Nord"\naddress = "ola@event.test"'
WORDS = (
    "At the evening social of the meetup somebody made two jokes about a speaker and stopped when "
    "we asked. We spoke with them on the spot and want you to know of it."
)


def committee(folder: Path, **options: str) -> Table:
    return table(folder, procedure="numpy", members="ana bo chi", **options)


def council_hears(house: Table) -> None:
    """GC-10: the chair reports to the council, with a second reader, before CLOSE."""
    house.answer(house.last("ana", "report"), "REPORT-COUNCIL")
    preview = house.last("chi", "preview")
    house.answer(preview, f"OK {id_in(preview)}")
    house.wait(minutes=11)


def test_a_delegate_hears_that_it_is_kept_on_file_and_nothing_else(tmp_path: Path) -> None:
    """B-03, T03: CLOSE ... ON-FILE thanks the local representative who reported."""
    house = committee(tmp_path, extra=DELEGATE)
    house.write("ola@event.test", "conduct@example.test", WORDS, name="Ola Nord")
    report = house.last("bo", "report")
    code = report.subject.split("]")[0].lstrip("[")
    house.answer(report, "TAKE")
    council_hears(house)
    before = len(house.box("ola@event.test"))
    house.answer(report, f"CLOSE {code} ON-FILE")
    assert "Kept on file" in house.last("bo", "transcript").text
    (kept,) = house.box("ola@event.test")[before:]
    assert "kept on file and may help us to see a pattern" in kept.text
    assert code not in kept.text
    assert not kept.template
    house.close()


def test_a_reporter_who_is_no_delegate_is_told_before_it_is_kept_on_file(tmp_path: Path) -> None:
    """PS-51 holds for everybody else."""
    house = committee(tmp_path, extra=DELEGATE)
    house.write("rita@home.test", "conduct@example.test", WORDS, name="Rita Vale")
    report = house.last("bo", "report")
    code = report.subject.split("]")[0].lstrip("[")
    house.answer(report, f"CLOSE {code} ON-FILE")
    assert "R1 has not been told the outcome" in house.last("bo", "refused").text
    council_hears(house)
    house.answer(report, f"CLOSE {code} AT-REPORTERS-WISH")
    assert "Closed at the reporter's wish" in house.last("bo", "transcript").text
    house.close()


def test_a_redirected_reporter_who_writes_again_is_read(tmp_path: Path) -> None:
    """NOT-CONDUCT by the screener alone: nothing that comes after it is lost (promise 1)."""
    house = table(tmp_path, procedure="psf", members="ana bo chi", rota="bo")
    house.write("rita@home.test", "conduct@example.test", WORDS, name="Rita Vale")
    held = house.last("bo", "held")
    house.answer(held, "SHOW")
    house.answer(held, "NOT-CONDUCT")
    redirect = house.box("rita@home.test")[-1]
    assert "does not handle" in redirect.text
    house.answer(redirect, "It is about how they spoke to me, every day.", name="Rita Vale")
    assert "every day" in house.last("bo", "party-mail").text
    assert house.count_of("ana", "party-mail") == 0
    house.close()


def test_a_relay_needs_a_second_reader_and_the_check(tmp_path: Path) -> None:
    """PS-49: T23 leaves like any letter to a party; an address in it stops it."""
    house = committee(tmp_path)
    house.write("rita@home.test", "conduct@example.test", WORDS, name="Rita Vale")
    report = house.last("bo", "report")
    house.answer(report, "PARTY REPORTED Sam Reed sam@x.test")
    house.answer(report, "APOLOGY RECEIVED")
    house.answer(report, "APOLOGY WANTED")
    house.answer(report, "APOLOGY RELAY\nI am sorry. Write to me at sam@x.test if you like.")
    assert "sam@x.test" in house.last("bo", "refused").text
    house.answer(report, "APOLOGY RELAY\nI am sorry for the jokes.")
    before = len(house.box("rita@home.test"))
    house.wait(hours=1)
    assert len(house.box("rita@home.test")) == before, "nobody agreed yet"
    preview = house.last("chi", "preview")
    house.answer(preview, f"OK {id_in(preview)}")
    house.wait(minutes=11)
    assert "I am sorry for the jokes." in house.box("rita@home.test")[-1].text
    assert house.now > report.at + timedelta(hours=1)
    house.close()
