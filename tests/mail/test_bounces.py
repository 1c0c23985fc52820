"""Delivery reports of RFC 3464."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.mail.bounces import DeliveryReport, delivery_report

MAILS = Path(__file__).parent.parent / "mails"

REPORT = """From: MAILER-DAEMON@x.test\r
Content-Type: multipart/report; report-type=delivery-status; boundary=b\r
\r
--b\r
\r
Your mail could not be delivered.\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.x.test\r
\r
{groups}\r
--b\r
Content-Type: {returned}\r
\r
Message-ID: <one@x.test>\r
Subject: x\r
\r
--b--\r
"""


def report(groups: str, returned: str = "text/rfc822-headers") -> bytes:
    return REPORT.format(groups=groups, returned=returned).encode()


FINAL = "Final-Recipient: rfc822; a@y.test\r\n"


@pytest.mark.parametrize(
    ("groups", "action", "status"),
    [
        (f"{FINAL}Action: failed\r\nStatus: 5.1.1", "failed", "5.1.1"),
        (f"{FINAL}Action: Failed (no such user)\r\nStatus: 5.1.1 (x)", "failed", "5.1.1"),
        (f"{FINAL}Action: delayed\r\nStatus: 4.4.1", "delayed", "4.4.1"),
        (f"{FINAL}Action: delivered\r\nStatus: 2.0.0", "delivered", "2.0.0"),
        (f"{FINAL}Action: relayed\r\nStatus: 2.1.9", "delivered", "2.1.9"),
        (f"{FINAL}Action: failed", "failed", "5.0.0"),
        (f"{FINAL}Status: 5.2.2", "failed", "5.2.2"),
        (
            f"{FINAL}Action: delivered\r\nStatus: 2.0.0\r\n\r\n"
            f"{FINAL}Action: failed\r\nStatus: 5.7.1",
            "failed",
            "5.7.1",
        ),
    ],
)
def test_report(groups: str, action: str, status: str) -> None:
    found = delivery_report(report(groups))
    assert found is not None
    assert (found.action, found.status, found.original_message_id) == (action, status, "one@x.test")


def test_report_with_the_whole_mail_returned() -> None:
    raw = report(f"{FINAL}Action: failed\r\nStatus: 5.1.1", "message/rfc822")
    assert delivery_report(raw) == DeliveryReport("failed", "5.1.1", "one@x.test")


def test_postfix() -> None:
    raw = (MAILS / "bounce-postfix.eml").read_bytes()
    assert delivery_report(raw) == DeliveryReport("failed", "5.1.1", "errand-7@project.test")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"From: a@x.test\n\nAction: failed\nStatus: 5.1.1\nmessage/delivery-status\n",
        report("X-Nothing: here"),
        # A person forwards a bounce: it tells of no letter of ours.
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nlook\n--b\n"
        b"Content-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1\n--b--\n",
    ],
)
def test_no_report(raw: bytes) -> None:
    assert delivery_report(raw) is None


@given(st.binary() | st.binary().map(lambda x: report("@").replace(b"@", x)))
def test_anything_is_read(raw: bytes) -> None:
    found = delivery_report(raw)
    assert found is None or found.action in ("failed", "delayed", "delivered")
