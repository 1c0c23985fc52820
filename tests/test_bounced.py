"""Whom a bounce is believed about, and what follows (promise 10; product.md 4.2)."""

from pathlib import Path

import pytest
from talk import ALIAS, Delivered, Table, table

from cocmail.core.fared import BOUNCED

REPORT = (
    "Somebody shouted at me at the sprint on Saturday and would not stop when I asked, so that I "
    "left the room and went home, and I do not know what to do now."
)
GONE = "550 5.1.1 user unknown"


def begun(folder: Path) -> Table:
    at = table(folder, procedure="numpy", members="ana bo chi dee", rota="dee ana")
    at.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    return at


def report(letter: Delivered, said: str = GONE, status: str = "5.1.1") -> bytes:
    """What a mail server that answers the From, not the return path, says about a letter."""
    return (
        "From: postmaster@far.test\r\nTo: conduct@example.test\r\nSubject: Undeliverable\r\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        "--b\r\n\r\nIt did not arrive.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns; far.test\r\n\r\nFinal-Recipient: rfc822; {letter.to}\r\n"
        f"Action: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp; {said}\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{letter.mail.message_id}>"
        "\r\n\r\n--b--\r\n"
    ).encode()


def test_a_message_id_inside_is_enough_while_nothing_speaks_against_it(tmp_path: Path) -> None:
    at = begun(tmp_path)
    at.take(report(at.last("bo", "report")), "", ALIAS)
    at.wait(minutes=1)
    assert at.house.records.case(1).paused == {"bo": BOUNCED}
    assert "Their mail of this case waits until they write" in at.last("ana", "notices").text
    at.take(report(at.box("rita@home.test")[0]), "postmaster@far.test", ALIAS)
    at.wait(minutes=1)
    assert at.count_of("ana", "cannot-acknowledge") == 1
    at.close()


def test_who_has_written_since_is_not_shut_out_by_a_copied_message_id(tmp_path: Path) -> None:
    """An answer to all carries our Message-ID to whoever was copied; they could bounce it."""
    at = begun(tmp_path)
    letters = (at.last("bo", "report"), at.box("rita@home.test")[0])
    at.wait(minutes=5)
    at.answer(letters[0], "I think that we should talk to them.", headers={"Cc": "sam@x.test"})
    at.answer(letters[1], "Thank you.", headers={"Cc": "sam@x.test"})
    for letter in letters:
        at.take(report(letter), "sam@x.test", ALIAS)
    at.wait(minutes=5)
    assert at.house.records.case(1).paused == {}
    assert at.count_of("ana", "cannot-acknowledge") == 0
    real = report(letters[0], "550 5.1.1 no such user")
    at.take(real, "", letters[0].sender)  # the return path is known to nobody else
    assert at.house.records.case(1).paused == {"bo": BOUNCED}
    at.close()


@pytest.mark.parametrize(
    ("said", "status", "gone"),
    [
        (GONE, "5.1.1", True),
        ("550 User unknown", "5.0.0", True),  # Exim names no reason in the status
        ("550 Requested action not taken: mailbox unavailable", "5.5.0", True),
        ("550 5.4.1 Recipient address rejected: Access denied", "5.4.1", True),
        ("host not found", "5.4.4", True),
        ("550 5.7.26 this mail is unauthenticated", "5.7.26", False),
        ("552 5.2.2 over quota", "5.2.2", False),
        ("554 message refused", "5.0.0", False),
    ],
)
def test_a_dead_address_pauses_and_a_refused_mail_is_told(
    tmp_path: Path, said: str, status: str, *, gone: bool
) -> None:
    at = begun(tmp_path)
    letter = at.last("bo", "report")
    at.take(report(letter, said, status), "", letter.sender)
    at.wait(hours=4)
    assert ("bo" in at.house.records.case(1).paused) is gone
    assert "A letter to Bo Lind was refused" in at.last("ana", "notices").text
    before = at.count_of("bo", "talk")
    at.answer(at.last("chi", "report"), "I shall be away on Friday.")
    assert (at.count_of("bo", "talk") == before) is gone
    at.answer(letter, "I am here again.")  # what waited comes now
    assert at.count_of("bo", "talk") == before + 1
    at.close()
