"""Bytes to a Mail: what people read, and what hangs on it."""

import base64
import email
import time
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.mail.fields import addresses, decode_words
from cocmail.mail.parse import Address, Mail, attachment_text, parse
from cocmail.mail.replies import split

MAILS = Path(__file__).parent.parent / "mails"


def read(name: str) -> Mail:
    return parse((MAILS / name).read_bytes())


def mixed(*parts: str, kind: str = "mixed") -> bytes:
    body = "".join(f"--b\n{part}\n" for part in parts)
    return f"From: a@x.test\nContent-Type: multipart/{kind}; boundary=b\n\n{body}--b--\n".encode()


PLAIN = "\n" + "I was shouted at in the channel and would like somebody to talk to them. " * 3
PICTURE = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="


def test_gmail_reply() -> None:
    mail = read("gmail-reply.eml")
    assert mail.senders == (Address("Ana Novák", "ana@member.test"),)
    assert (mail.from_fields, mail.to[0].addr) == (1, "conduct+c-abc@project.test")
    assert mail.delivered_to == ("conduct@project.test", "conduct+c-abc@project.test")
    assert mail.subject == "Re: [home shelf] a report – please read"
    assert mail.message_id == "CAF+gmail@mail.member.test"
    assert mail.in_reply_to == ("errand-1@project.test",)
    assert mail.references == ("errand-0@project.test", "errand-1@project.test")
    assert mail.date == datetime(2026, 3, 3, 9, 12, tzinfo=UTC)
    assert split(mail.text).own == "CLEAR\n\nI read it all and agree."
    assert "<blockquote" in mail.html
    assert (mail.attachments, mail.unreadable) == ((), "")
    assert mail.header("message-ID") == "<CAF+gmail@mail.member.test>"
    assert mail.all("X-None") == ()


def test_outlook_without_a_text_part() -> None:
    mail = read("outlook-html-only.eml")
    assert split(mail.text).own == "VOTE yes\n# I’ve read it twice\n\nThanks for the notes."
    assert mail.html.startswith("<html>")
    assert mail.attachments == ()


def test_forward_with_picture() -> None:
    raw = (MAILS / "forward-with-picture.eml").read_bytes()
    mail = parse(raw)
    assert mail.text == "See the message and the picture."
    assert mail.cc == (Address("Lind, Bo", "bo@member.test"),)
    assert mail.date == datetime(2026, 3, 3, 10, 12, tzinfo=UTC)
    kinds = [(part.filename, part.content_type) for part in mail.attachments]
    assert kinds == [
        ("März.eml", "message/rfc822"),
        ("screen.png", "image/png"),
        ("в.log", "text/x-log"),
    ]
    assert mail.attachments[0].content in raw
    assert mail.attachments[0].content.endswith(b"--inner--\n")
    assert mail.attachments[1].content == b"\x89PNG\r\n\x1a\n"
    texts = [attachment_text(part) for part in mail.attachments]
    assert texts == ["Sam Reed <sam@x.test>\n\ncafé\n\nYou are an idiot.", "", "Привет"]
    assert mail.unreadable == "short"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (mixed(PLAIN, PICTURE), ""),
        (mixed("\nSee it.", PICTURE), "short"),
        (mixed("\nSee it.\n-- \n" + "word " * 30, PICTURE), "short"),
        (
            mixed(
                "Content-Type: text/plain; charset=utf-8\n\n" + "彼は私を侮辱した。" * 9, PICTURE
            ),
            "",
        ),
        (mixed("\n", PICTURE), "no-text"),
        (mixed(PICTURE), "no-text"),
        (mixed("\nSee it.", "Content-Type: text/x-log\n\nlines"), ""),
        (mixed("\nSee it.", "Content-Type: application/pgp-signature\n\nx"), ""),
        (mixed("\nSee it.", "Content-Type: message/rfc822\n\nFrom: b@x.test\n\nwords"), ""),
        (
            mixed("\nSee it.", "Content-Type: message/rfc822\n\nContent-Type: image/png\n\nx"),
            "short",
        ),
        (
            mixed("Content-Type: application/pgp-encrypted\n\nVersion: 1", kind="encrypted"),
            "encrypted",
        ),
        (b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx", "encrypted"),
        (b"Content-Type: application/pkcs7-mime; smime-type=signed-data\n\nx", "no-text"),
        (b"\nhello\n-----BEGIN PGP MESSAGE-----\n\nx", "encrypted"),
        (b"\nhello\n> -----BEGIN PGP MESSAGE-----\n\nx", ""),
        (b"\n" + b"word " * 100_000, "cut"),
        (b"", ""),
    ],
)
def test_unreadable(raw: bytes, why: str) -> None:
    assert parse(raw).unreadable == why


def test_text_that_is_cut_stays_whole_beside_it() -> None:
    mail = parse(b"From: a@x.test\n\n" + b"word " * 100_000)
    assert len(mail.text) == 2**18
    assert len(mail.attachments[0].content) == 500_000


def test_html_beside_a_text_is_no_twin() -> None:
    mail = parse(mixed("\nwords", "Content-Type: text/html\n\n<p>Ana</p>"))
    assert (mail.text, mail.html) == ("words", "")
    assert [attachment_text(part) for part in mail.attachments] == ["Ana"]
    twin = parse(mixed("\nwords", "Content-Type: text/html\n\n<p>Ana</p>", kind="alternative"))
    assert (twin.html, twin.attachments) == ("<p>Ana</p>", ())


def test_an_empty_text_gives_way_to_the_html() -> None:
    mail = parse(mixed("\n \n", "Content-Type: text/html\n\n<p>Ana</p>", kind="alternative"))
    assert (mail.text, mail.attachments) == ("Ana", ())


def test_second_text_and_named_text_are_attachments() -> None:
    mail = parse(mixed("\none", "\ntwo", "Content-Type: text/plain; name=x.txt\n\nthree"))
    assert mail.text == "one"
    assert [part.content for part in mail.attachments] == [b"two", b"three"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("one \ntwo\nthree", "one two\nthree"),
        ("> one \n> two\n>> deep \nown", "> one two\n>> deep \nown"),
        ("one \n> quoted", "one \n> quoted"),
        ("end\n-- \nAna", "end\n-- \nAna"),
        (" > not a quote", "> not a quote"),
    ],
)
def test_flowed(body: str, text: str) -> None:
    raw = f"Content-Type: text/plain; format=flowed\n\n{body}".encode()
    assert parse(raw).text == text


@pytest.mark.parametrize(
    ("charset", "content", "text"),
    [
        ("utf-8", b"caf\xc3\xa9", "café"),
        ("iso-8859-1", b"caf\xe9 \x93x\x94", "café “x”"),
        ("us-ascii", b"caf\xe9", "café"),
        ("no-such-thing", b"caf\xc3\xa9", "café"),
        ("unicode_escape", b"\\x41", "\\x41"),
        ("koi8-r", b"\xf0\xd2\xc9", "При"),
        ("gb2312", "\u554a".encode("gbk"), "\u554a"),
        ("utf-8", "é".encode() * 30 + b"\xff", "é" * 30 + "\ufffd"),
        ("utf-7", b"+2AA-", "\ufffd"),
        ("utf-8", "a\u2028CLEAR\x0b\x00x".encode(), "a CLEAR  x"),
        ("utf-8", b"> a\rCLEAR\nb", "> a CLEAR\nb"),
        ("utf-8", b"a\rb", "a\nb"),
    ],
)
def test_characters(charset: str, content: bytes, text: str) -> None:
    raw = b"Content-Type: text/plain; charset=" + charset.encode() + b"\n\n" + content
    assert parse(raw).text == text


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("a@x.test", [("", "a@x.test")]),
        ("Ana <a@x.test>, b@x.test (Bo)", [("Ana", "a@x.test"), ("Bo", "b@x.test")]),
        ('"Lind, Bo" <b@x.test>', [("Lind, Bo", "b@x.test")]),
        ("=?utf-8?q?Lind=2C_Bo?= <b@x.test>", [("Lind, Bo", "b@x.test")]),
        ('"a@y.test" <b@x.test>', [("a@y.test", "b@x.test")]),
        ("a@y.test <b@x.test>", [("a@y.test", "b@x.test")]),
        ("<a@x.test> <b@x.test>", [("", "a@x.test"), ("", "b@x.test")]),
        ("a@x.test b@x.test", [("", "a@x.test"), ("", "b@x.test")]),
        ("a@x.test)b@y.test", [("", "a@x.test"), ("", "b@y.test")]),
        ("Group: a@x.test, b@x.test;", [("", "a@x.test"), ("", "b@x.test")]),
        ("a@x.test\rFrom: b@y.test", [("From", "a@x.test"), ("", "b@y.test")]),
        ("undisclosed-recipients:;", []),
        ('"ana novak"@x.test', [("", '"ana novak"@x.test')]),
        ("Ana", [("Ana", "")]),
        ("Ana <not an address>", [("Ana", "")]),
        ("Ana <a@x\u0000.test>", [("Ana", "")]),
        ("<@y.test:a@x.test>", [("", "a@x.test")]),
        ('Ana "unclosed <a@x.test>', [("Ana unclosed", "a@x.test")]),
        ("", []),
    ],
)
def test_addresses(value: str, found: list[tuple[str, str]]) -> None:
    assert [(box.name, box.addr) for box in addresses(value)] == found


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=?utf-8?q?a_b?= =?utf-8?q?c?=", "a bc"),
        ("=?utf-8?b?w6E=?= x =?iso-8859-1?q?=E1?=", "á x á"),
        ("=?utf-8?q?=C3?= =?utf-8?q?=A1?=", "á"),
        ("=?utf-8*en?q?x?=", "x"),
        ("=?nope?q?x?=", "x"),
        ("=?utf-8?q?a=0D=0ABcc:_b?=", "a Bcc: b"),
        ("a\u202eb", "ab"),
    ],
)
def test_encoded_words(value: str, text: str) -> None:
    assert decode_words(value) == text


def test_every_from_field_counts() -> None:
    mail = parse(b"From: a@x.test\nfrom: b@x.test, c@x.test\n\nx")
    assert mail.from_fields == 2
    assert [box.addr for box in mail.senders] == ["a@x.test", "b@x.test", "c@x.test"]
    assert parse(b"From: a@x.test\rFrom: b@x.test\n\nx").from_fields == 1


def test_depth_and_parts_are_capped() -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(999)
    )
    mail = parse(deep + b"\nhello")
    assert (mail.unreadable, len(mail.attachments)) == ("cut", 1)
    assert mail.attachments[0].content.endswith(b"hello")
    wide = parse(mixed(*(f"\npart {n}" for n in range(500))))
    assert (wide.unreadable, wide.text, len(wide.attachments)) == ("cut", "part 0", 199)
    assert wide.attachments[-1].content_type == "application/octet-stream"
    assert b"part 499" in wide.attachments[-1].content


def test_a_large_attachment_is_quick() -> None:
    picture = bytes(range(256)) * 70_000
    encoded = base64.encodebytes(picture).decode()
    raw = mixed(PLAIN, f"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n{encoded}")
    before = time.process_time()
    mail = parse(raw)
    assert time.process_time() - before < 2
    assert mail.attachments[0].content == picture


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=200),
    st.lists(st.tuples(st.binary(max_size=200), st.sampled_from(["base64", "quoted-printable"]))),
)
def test_what_the_library_writes_is_read_back(text: str, files: list[tuple[bytes, str]]) -> None:
    message = EmailMessage()
    message["From"] = "Ana <a@x.test>"
    message.set_content(text, cte="base64")
    for content, encoding in files:
        message.add_attachment(content, "image", "png", cte=encoding, filename="x.png")
    mail = parse(message.as_bytes())
    assert mail.text.strip() == text.removeprefix("\ufeff").strip()
    # Compared with what the library reads: it rewrites line ends in quoted-printable.
    got = [part.content for part in mail.attachments]
    theirs = [
        part.get_payload(decode=True)
        for part in email.message_from_bytes(message.as_bytes()).walk()
    ]
    assert got == theirs[2:]


PIECES = st.sampled_from(
    [
        b"From: a@x.test\n",
        b"Content-Type: multipart/mixed; boundary=b\n",
        b"\n",
        b"\r\n",
        b"--b\n",
        b"--b--\n",
        b"Content-Type: text/html; charset=utf-16\n",
        b"Content-Transfer-Encoding: base64\n",
        b"=?utf-8?b?",
        b"?=",
        b"Content-Type: message/rfc822\n",
        b"Subject: ",
        b"Date: Tue, 99 Mar 99999 10:12:00 +9999\n",
        b"\x00\xff",
        b"Content-Disposition: attachment; filename*0*=utf-8''%ff; filename*1=\"x\n",
        b"<blockquote>",
        b"To: <<>,:;",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"=E",
        b"Content-Type: text/plain; format=flowed\n",
    ]
)


@given(st.binary() | st.lists(PIECES | st.binary(max_size=8), max_size=40).map(b"".join))
def test_anything_is_read_and_can_be_stored(raw: bytes) -> None:
    mail = parse(raw)
    shown = [mail.subject, mail.message_id, *mail.in_reply_to, *mail.references, *mail.delivered_to]
    shown += [word for box in (*mail.senders, *mail.to, *mail.cc) for word in (box.name, box.addr)]
    shown += [part.filename for part in mail.attachments] + [v for _, v in mail.headers]
    for line in shown:
        line.encode()
        assert len(line.splitlines()) <= 1
    for part in mail.attachments:
        attachment_text(part).encode()
    mail.text.encode()
    mail.html.encode()
    assert mail.text.splitlines() == mail.text.removesuffix("\n").split("\n") or not mail.text
    assert mail.date is None or mail.date.tzinfo is UTC
