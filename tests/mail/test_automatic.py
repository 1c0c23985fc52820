"""Signs of machines, and the relay's word on spam."""

import pytest

from cocmail.mail.automatic import automatic, says_spam
from cocmail.mail.parse import parse


def mail(*fields: str, body: str = "hello") -> bytes:
    return "\r\n".join(("From: a@x.test", *fields, "", body, "")).encode()


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ((), ""),
        (("Auto-Submitted: no",), ""),
        (("Auto-Submitted: No (a person)",), ""),
        (("Auto-Submitted: auto-replied; owner-email=x",), "auto-submitted"),
        (("auto-submitted: AUTO-GENERATED",), "auto-submitted"),
        (("Auto-Submitted: no", "Auto-Submitted: auto-replied"), "auto-submitted"),
        (("X-Auto-Response-Suppress: All",), ""),
        (("Precedence: bulk",), "precedence"),
        (("Precedence: Junk",), "precedence"),
        (("Precedence: list",), "precedence"),
        (("Precedence: first-class",), ""),
        (("List-Id: <dev.x.test>",), "list"),
        (("X-Autoreply: yes",), "auto-header"),
        (("X-Autoreply: no",), ""),
        (("X-Autorespond: Away",), "auto-header"),
        (("X-Autoresponder: y",), "auto-header"),
        (("X-Auto-Reply-From: a@x.test",), "auto-header"),
        (("Content-Type: multipart/report; boundary=b; report-type=delivery-status",), "report"),
        (("Content-Type: text/calendar; method=REPLY",), ""),
    ],
)
def test_automatic(fields: tuple[str, ...], why: str) -> None:
    assert automatic(parse(mail(*fields)), null_sender=False) == why


def test_null_sender_comes_first() -> None:
    assert automatic(parse(mail("Precedence: bulk")), null_sender=True) == "null-sender"


CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:{}\r\nEND:VCALENDAR"


@pytest.mark.parametrize(
    ("method", "name", "why"),
    [
        ("REPLY", "", "calendar"),
        ("REQUEST", "", "calendar"),
        ("PUBLISH", "", ""),
        ("REPLY", "x.ics", ""),
    ],
)
def test_calendar(method: str, name: str, why: str) -> None:
    kind = f'text/calendar; name="{name}"' if name else "text/calendar"
    calendar = CALENDAR.format(method)
    body = f"--b\r\n\r\nI come.\r\n--b\r\nContent-Type: {kind}\r\n\r\n{calendar}\r\n--b--"
    raw = mail("Content-Type: multipart/alternative; boundary=b", body=body)
    assert automatic(parse(raw), null_sender=False) == why


FIELDS = ("X-Spam-Flag", "X-Spam-Status", "X-Spam")


@pytest.mark.parametrize(
    ("fields", "spam"),
    [
        ((), False),
        (("X-Spam-Flag: YES",), True),
        (("X-Spam-Flag: NO",), False),
        (("X-Spam-Status: Yes, score=9.1 required=5",), True),
        (("X-Spam-Status: No, score=0.1", "X-Spam-Status: Yes, score=9"), False),
        (("X-Spam: Yes",), True),
        (("X-Spam: Yesterday",), False),
        (("X-Other-Spam: Yes",), False),
    ],
)
def test_says_spam(fields: tuple[str, ...], spam: bool) -> None:
    assert says_spam(parse(mail(*fields)), FIELDS) is spam
