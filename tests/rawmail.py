"""Mails written byte by byte, also wrong ones: fields, parts, files. No library mends them."""

import base64

SENDER = "rita@home.test"
SAID = "Sam Reed shouted at me in the hallway again, and three people saw it and said nothing."
BASE64 = "Content-Transfer-Encoding: base64"
QP = "Content-Transfer-Encoding: quoted-printable"
ATTACHED = "Content-Disposition: attachment"
SINGLE = "From: rita@home.test"
LONG = f"{SAID} It was on Monday, after the talk about packaging, and I do not know what to do."


def mail(*fields: bytes | str, body: bytes | str = LONG, basic: bool = True) -> bytes:
    """A mail of these fields, with CRLF between them; `basic` ones are put before."""
    first = (
        (
            "From: Rita Vale <rita@home.test>",
            "To: conduct@example.test",
            "Subject: the hallway",
            "Date: Mon, 02 Mar 2026 08:59:00 +0000",
        )
        if basic
        else ()
    )
    lines = [one if isinstance(one, bytes) else one.encode() for one in (*first, *fields)]
    said = body if isinstance(body, bytes) else body.replace("\n", "\r\n").encode()
    return b"\r\n".join((*lines, b"", said)) + b"\r\n"


def alone(*fields: bytes | str) -> bytes:
    """A mail of these fields and no others, and a From where none of them is one."""
    said = [one if isinstance(one, bytes) else one.encode() for one in fields]
    sent = () if any(one.lower().startswith(b"from:") for one in said) else (SINGLE,)
    return mail(*sent, *said, basic=False)


def typed(content_type: str, body: bytes | str, *fields: str) -> bytes:
    """A mail of one part of this type."""
    return mail("MIME-Version: 1.0", f"Content-Type: {content_type}", *fields, body=body)


def part(content_type: str, body: bytes | str = LONG, *fields: str) -> bytes:
    """One part of a multipart."""
    said = body if isinstance(body, bytes) else body.encode()
    head = "\r\n".join((f"Content-Type: {content_type}", *fields))
    return head.encode() + b"\r\n\r\n" + said


def multi(kind: str, *parts: bytes, mark: str = "mark", end: bool = True) -> bytes:
    """A multipart mail of these parts."""
    return mail(
        "MIME-Version: 1.0",
        f'Content-Type: multipart/{kind}; boundary="{mark}"',
        body=b"".join(b"--%b\r\n%b\r\n" % (mark.encode(), one) for one in parts)
        + (b"--%b--" % mark.encode() if end else b""),
    )


PLAIN = part("text/plain; charset=utf-8")


def file(name: str, content: bytes, kind: str = "application/octet-stream") -> bytes:
    """A report with a file beside it."""
    return multi(
        "mixed",
        PLAIN,
        part(
            kind,
            base64.encodebytes(content),
            BASE64,
            f'Content-Disposition: attachment; filename="{name}"',
        ),
    )
