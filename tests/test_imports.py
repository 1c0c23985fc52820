"""IMPORT: a report that reached a member or a delegate elsewhere (GC-01, GC-07, JU-10, B-23)."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from talk import ALIAS, Table, table

PLACES = """
[[spaces]]
id = "help"
name = "#help"
moderators = [{ id = "max", name = "Max Berg", address = "max@mods.test" }]
[[delegates]]
id = "ola"
name = "Ola Nord"
address = "ola@event.test"
space = "help"
"""
WORDS = "Somebody shouts at newcomers in every single meeting, and nobody dares to say a word."


@pytest.fixture
def gcc(tmp_path: Path) -> Iterator[Table]:
    made = table(tmp_path, procedure="gcc", members="ana bo chi dee", extra=PLACES)
    yield made
    made.close()


def attached(message: EmailMessage) -> None:
    original = (
        b"From: Lou Park <lou@home.test>\r\nTo: bo@members.test\r\nSubject: hello\r\n"
        b"Message-ID: <m1@home.test>\r\n\r\nThe same as before, to you alone.\r\n"
    )
    message.add_attachment(message_from_bytes(original, policy=policy.SMTP))


def templates(committee: Table, who: str) -> list[str]:
    return [letter.template for letter in committee.box(who)]


def test_a_copy_of_a_report_that_is_here_joins_its_case(gcc: Table) -> None:
    gcc.write("lou@home.test", ALIAS, f"About Ana Ruiz. {WORDS}", name="Lou Park")
    gcc.write("bo@members.test", ALIAS, "IMPORT EXCLUDE Ana\n", change=attached)
    assert templates(gcc, "bo") == ["report", "party-mail", "import-receipt"]
    assert gcc.count_of("lou@home.test") == 1, "one receipt, not two (E-9)"
    assert gcc.box("ana") == []


def test_an_import_with_an_exclusion_keeps_that_member_out(gcc: Table) -> None:
    gcc.write("bo@members.test", ALIAS, f"IMPORT EXCLUDE Chi Okafor\n\n{WORDS}")
    assert "import-receipt" in templates(gcc, "bo")
    assert "report" in templates(gcc, "dee")
    assert gcc.box("chi") == []


def test_the_sender_named_in_a_forward_gets_the_receipt(gcc: Table) -> None:
    forwarded = f"IMPORT\n\nFrom: Wen Li <wen@home.test>\nSubject: please\n\n{WORDS}"
    gcc.write("bo@members.test", ALIAS, forwarded)
    assert gcc.count_of("wen@home.test") == 1
    assert "wen@home.test" not in gcc.last("dee", "report").text.partition(WORDS[:20])[0]


def test_anonymous_the_member_keeps_the_name(gcc: Table) -> None:
    gcc.write("chi@members.test", ALIAS, f"IMPORT ANON\n\nFrom: Wen Li <wen@home.test>\n\n{WORDS}")
    assert gcc.box("wen@home.test") == []
    for who in ("ana", "bo", "dee"):
        assert "Wen" not in gcc.last(who, "report").text
        assert WORDS in gcc.last(who, "report").text.replace("\n", " ")


def test_a_delegate_brings_it_in_and_reads_nothing(gcc: Table) -> None:
    gcc.write("ola@event.test", ALIAS, f"IMPORT\n\n{WORDS}", name="Ola Nord")
    answer = gcc.last("ola@event.test")
    assert answer.template == "", "people outside get no X-Cocmail"
    assert "You are not asked further" in answer.text
    assert "report" in templates(gcc, "ana")
    assert gcc.last("ana", "report").subject.split("]")[0][1:] not in answer.subject
    gcc.wait(days=3)
    assert gcc.count_of("ola@event.test") == 1


def test_an_unproven_import_is_asked_about_first(gcc: Table) -> None:
    gcc.write("bo@members.test", ALIAS, f"IMPORT\n\n{WORDS}", proof="")
    assert templates(gcc, "bo") == ["confirm"]
    assert gcc.box("dee") == []
    gcc.write("bo@members.test", gcc.last("bo").reply_to, "YES", answers=gcc.last("bo"))
    assert "import-receipt" in templates(gcc, "bo")
    assert "report" in templates(gcc, "dee")
