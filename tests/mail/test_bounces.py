"""Delivery reports of RFC 3464."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.mail.bounces import DeliveryReport, delivery_report, loose_report

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


LOOSE = {
    "qmail": """From: MAILER-DAEMON@mx.x.test
To: conduct+b-abc@project.test
Subject: failure notice

Hi. This is the qmail-send program at mx.x.test.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<rita@x.test>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <conduct+b-abc@project.test>
Message-ID: <k7.one@project.test>
Subject: Your message
""",
    "exim": """From: Mail Delivery System <Mailer-Daemon@mx.x.test>
To: conduct+b-abc@project.test
Subject: Mail delivery failed: returning message to sender
X-Failed-Recipients: rita@x.test

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  rita@x.test
    all relevant MX records point to non-existent hosts

------ This is a copy of the message, including all the headers. ------

Message-ID: <k7.one@project.test>
Subject: Your message
""",
    "postfix without parts": """From: MAILER-DAEMON@mx.x.test (Mail Delivery System)
To: conduct+b-abc@project.test
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Description: Notification
Content-Type: text/plain

This is the Postfix program at host mx.x.test.

I'm sorry to have to inform you that your message could not be
be delivered to one or more recipients.

\t\t\tThe Postfix program

<rita@x.test>: host mail.x.test said: 550 User unknown

--b
Content-Type: message/rfc822

Message-ID: <k7.one@project.test>
Subject: Your message

Hello
--b--
""",
}


@pytest.mark.parametrize("form", LOOSE)
def test_bounces_from_before_the_standard(form: str) -> None:
    raw = LOOSE[form].encode()
    status = "5.0.0" if form == "exim" else "5.1.1"
    assert delivery_report(raw) is None
    assert loose_report(raw) == DeliveryReport("failed", status, "k7.one@project.test")


def test_an_absence_is_no_bounce() -> None:
    words = b"From: r@x.test\nSubject: Out of office\n\nI am away until Monday. Call 550 5510.\n"
    assert loose_report(words) is None


@given(st.binary(max_size=2000))
def test_any_bytes_are_read(raw: bytes) -> None:
    loose_report(raw)
    loose_report(b"Content-Type: multipart/report; boundary=b\n\n--b\n" + raw)
