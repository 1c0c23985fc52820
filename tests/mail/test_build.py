"""Letters parse back to what was put in, whatever it was, and hold no header but the listed."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cocmail.mail import build
from cocmail.mail.build import Button, Enclosure, Head, clean, html_twin, letter_bytes, with_footer

HEAD = Head(
    from_name="Example Committee",
    from_addr="conduct@example.test",
    to_addr="ana@members.test",
    reply_to_name="home shelf",
    reply_to_addr="conduct+c-abc234@example.test",
    subject="[home shelf] a report",
    message_id="<k.1.abc@example.test>",
    date=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    references=(),
    in_reply_to="",
    auto_submitted="",
    template="report",
    loop_mark="mark234",
)
BUTTONS = (Button("take part", "CLEAR Sam Reed"), Button("stay out", "RECUSE"))
ALLOWED = {
    *("from", "to", "reply-to", "subject", "date", "message-id", "in-reply-to", "references"),
    *("mime-version", "content-type", "auto-submitted", "x-auto-response-suppress"),
    *("x-loop", "x-cocmail"),
}
ANYTHING = st.text(st.characters(codec=None))
STRANGE = "NUL \0, turn \u202e, half \ud800, bell \a, form\x0cfeed"


def parsed(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def part(message: EmailMessage, kind: Literal["plain", "html"]) -> str:
    found = message.get_body((kind,))
    assert found is not None
    content = found.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")


class Visible(HTMLParser):
    """The words a reader of the twin sees, and the links they can follow."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.words += data.split()


# --- bytes ---------------------------------------------------------------------------------------


@given(ANYTHING)
@example(STRANGE)
@example("word" * 500)
@example("From here\nFrom there\n.\n..\n-- \nend ")
@example("é" * 1200)
@example("a\r\nb\rc\n\n\n")
@example("--=_a" + "0" * 32 + "--")
def test_a_letter_parses_back_to_its_text(text: str) -> None:
    raw = letter_bytes(HEAD, text, buttons=BUTTONS)
    message = parsed(raw)
    assert not message.defects
    assert part(message, "plain") == with_footer(text, BUTTONS)
    assert clean(text).rstrip("\n") in with_footer(text, BUTTONS)
    assert part(message, "html") == html_twin(text, BUTTONS, HEAD.reply_to_addr, HEAD.subject)


@given(ANYTHING, st.lists(ANYTHING, max_size=2))
@example("word" * 500, ["x" * 3000])
def test_every_letter_is_seven_bit_with_short_crlf_lines(text: str, lines: list[str]) -> None:
    buttons = [Button(line, line) for line in lines]
    enclosures = [Enclosure(line, line, line.encode("utf-8", "replace")) for line in lines]
    raw = letter_bytes(HEAD, text, buttons=buttons, enclosures=enclosures)
    assert raw.isascii()
    assert b"\0" not in raw
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
    assert max(map(len, raw.split(b"\r\n"))) <= 998


@given(ANYTHING, ANYTHING, ANYTHING, st.lists(ANYTHING, max_size=25))
@example("Müller, Jürgen\r\nBcc: x@evil.test", "a@b.test>\r\nBcc: x@evil.test", "=?utf-8?q?x?=", [])
@example('a "quoted" \\ name', "ünï@bücher.test", "long " * 100, ["<a@b>\r\nBcc: x@evil.test"])
def test_no_value_makes_a_header(name: str, address: str, subject: str, ids: list[str]) -> None:
    head = replace(
        HEAD,
        from_name=name,
        reply_to_name=name,
        to_addr=address,
        subject=subject,
        references=tuple(ids),
        in_reply_to=subject,
        loop_mark=name,
        template=subject,
        auto_submitted="auto-replied",
    )
    block = letter_bytes(head, "text").split(b"\r\n\r\n")[0]
    names = [
        line.split(b":")[0].decode() for line in block.split(b"\r\n") if line[:1] not in b" \t"
    ]
    assert {field.lower() for field in names} <= ALLOWED
    assert len(names) == len(set(names))
    assert max(map(len, block.split(b"\r\n"))) <= 998
    # RFC 2047 2: a line with an encoded word is at most 76 characters long, an address aside.
    coded = [line.split(b" <")[0] for line in block.split(b"\r\n") if b"=?utf-8?" in line]
    assert max(map(len, coded), default=0) <= 76


VISIBLE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1)


@given(VISIBLE)
@example("Müller, Jürgen <x@evil.test>")
@example("Comité de conduite, projet d’exemple")
@example('say "hi"')
@example("=?utf-8?q?x?=")
def test_display_names_survive(name: str) -> None:
    message = parsed(letter_bytes(replace(HEAD, from_name=name), "text"))
    (mailbox,) = message["From"].addresses
    assert mailbox.addr_spec == "conduct@example.test"
    # CPython's address parser keeps the space between two encoded words, against RFC 2047 6.2.
    shown = build.one_line(name, 120)
    assert mailbox.display_name.replace(" ", "") == shown.replace(" ", "")
    assert mailbox.display_name == shown or len(shown.encode()) > 36


@given(VISIBLE)
@example("Votre message à " + "comité de conduite " * 5)
@example("=?utf-8?q?x?=")
def test_subjects_survive(subject: str) -> None:
    message = parsed(letter_bytes(replace(HEAD, subject=subject), "text"))
    assert message["Subject"] == build.one_line(subject)
    assert "=?" in subject or message["Subject"] == " ".join(subject.split())[:300].rstrip()


def test_headers_of_a_members_and_of_a_partys_letter() -> None:
    members = parsed(letter_bytes(HEAD, "text"))
    assert members["From"] == "Example Committee <conduct@example.test>"
    assert members["To"] == "ana@members.test"
    assert members["Reply-To"] == "home shelf <conduct+c-abc234@example.test>"
    assert members["Message-ID"] == "<k.1.abc@example.test>"
    assert members["Date"] == "Mon, 02 Mar 2026 09:00:00 +0000"
    assert members["X-Cocmail"] == "report"
    assert members["X-Loop"] == "mark234"
    assert members["Auto-Submitted"] is None
    assert members["In-Reply-To"] is None
    head = replace(
        HEAD,
        template="",
        auto_submitted="auto-replied",
        in_reply_to="their.1@mail.test",
        references=("<a@x.test>", "their.1@mail.test", "not an id"),
    )
    theirs = parsed(letter_bytes(head, "text"))
    assert theirs["X-Cocmail"] is None
    assert theirs["Auto-Submitted"] == "auto-replied"
    assert theirs["X-Auto-Response-Suppress"] == "All"
    assert theirs["In-Reply-To"] == "<their.1@mail.test>"
    assert theirs["References"].split() == ["<a@x.test>", "<their.1@mail.test>"]


def test_odd_addresses_stay_as_they_are() -> None:
    for address in ("a..b@docomo.test", '"a b"@x.test', "o'neil+x@x.test"):
        raw = letter_bytes(replace(HEAD, to_addr=address), "text")
        assert f"\r\nTo: <{address}>\r\n".encode() in raw
    raw = letter_bytes(replace(HEAD, to_addr="ünï@bücher.test"), "text")
    assert "\r\nTo: <ünï@xn--bcher-kva.test>\r\n".encode() in raw


def test_long_references_keep_the_first_and_the_last() -> None:
    ids = tuple(f"{n}@x.test" for n in range(100))
    message = parsed(letter_bytes(replace(HEAD, references=ids), "text"))
    kept = message["References"].split()
    assert kept == ["<0@x.test>", *(f"<{n}@x.test>" for n in range(81, 100))]


def test_the_same_letter_is_the_same_bytes_and_another_id_other_boundaries() -> None:
    again = letter_bytes(HEAD, "text", buttons=BUTTONS)
    assert letter_bytes(HEAD, "text", buttons=BUTTONS) == again
    other = parsed(letter_bytes(replace(HEAD, message_id="other@example.test"), "text"))
    assert other.get_boundary() != parsed(again).get_boundary()


# --- enclosures ----------------------------------------------------------------------------------


@given(st.binary(max_size=300), ANYTHING)
def test_enclosures_keep_their_bytes(content: bytes, filename: str) -> None:
    enclosure = Enclosure(filename, "image/png", content)
    message = parsed(letter_bytes(HEAD, "text", enclosures=[enclosure]))
    assert message.get_content_type() == "multipart/mixed"
    (kept,) = message.iter_attachments()
    assert kept.get_content_type() == "image/png"
    assert kept.get_content_disposition() == "attachment"
    assert kept.get_payload(decode=True) == content


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("notes.txt", "notes.txt"),
        ("../../etc/x", ".._.._etc_x"),
        ('a"b\r\nX: y.png', "a_b X: y.png"),
        ("résumé – 2.pdf", "résumé – 2.pdf"),
        ("名" * 100 + ".pdf", "名" * 100 + ".pdf"),
        ("", "attachment"),
    ],
)
def test_file_names(given_name: str, shown: str) -> None:
    enclosure = Enclosure(given_name, "application/pdf", b"%PDF")
    (kept,) = parsed(letter_bytes(HEAD, "t", enclosures=[enclosure])).iter_attachments()
    assert kept.get_filename() == shown


@pytest.mark.parametrize(
    ("content_type", "shown"),
    [
        ("text/csv; charset=utf-8", "text/csv"),
        ("TEXT/PLAIN", "text/plain"),
        ("application/pdf", "application/pdf"),
        ("text/html", "application/octet-stream"),
        ("application/xhtml+xml", "application/octet-stream"),
        ("image/svg+xml", "application/octet-stream"),
        ("text/calendar; method=REQUEST", "application/octet-stream"),
        ("multipart/mixed", "application/octet-stream"),
        ("message/external-body", "application/octet-stream"),
        ("image/png\r\nX-Evil: 1", "application/octet-stream"),
        ("", "application/octet-stream"),
    ],
)
def test_types_that_act_by_themselves_become_plain_bytes(content_type: str, shown: str) -> None:
    enclosure = Enclosure("x", content_type, b"content")
    (kept,) = parsed(letter_bytes(HEAD, "t", enclosures=[enclosure])).iter_attachments()
    assert kept.get_content_type() == shown
    assert kept.get_payload(decode=True) == b"content"


@pytest.mark.parametrize(
    "tail", [b"bare\r\n", b"\xff8bit\r\n", b"bare lf\n", b"x" * 2000 + b"\r\n"]
)
def test_a_message_keeps_its_bytes(tail: bytes) -> None:
    inner = b"From: a@x.test\r\nSubject: folded\r\n\tby a tab\r\n\r\n" + tail
    enclosure = Enclosure("R1.eml", "message/rfc822", inner)
    raw = letter_bytes(HEAD, "t", enclosures=[enclosure])
    message = parsed(raw)
    (kept,) = message.iter_attachments()
    if kept.get_content_type() == "message/rfc822":
        assert tail == b"bare\r\n"
        assert inner in raw
    else:
        assert kept.get_payload(decode=True) == inner


def test_a_large_enclosure_is_encoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    encode = build._base64

    def counted(content: bytes) -> bytes:
        calls.append(len(content))
        return encode(content)

    monkeypatch.setattr(build, "_base64", counted)
    build.ENCLOSURES.clear()
    content = bytes(range(256)) * 8000
    for member in ("ana", "bo", "chi", "dee", "eli"):
        head = replace(
            HEAD, to_addr=f"{member}@members.test", reply_to_addr=f"conduct+c-{member}@example.test"
        )
        copy = Enclosure("a.bin", "application/zip", bytes(bytearray(content)))
        letter_bytes(head, "text", buttons=BUTTONS, enclosures=[copy])
    assert calls == [len(content)]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60)), max_size=60))
def test_a_shelf_never_holds_more_than_its_budget(steps: list[tuple[int, int]]) -> None:
    shelf = build.Shelf(100)
    for key, size in steps:
        made = shelf.part((key, size), lambda size=size: bytes(size))  # type: ignore[misc]
        assert made == bytes(size)
        assert sum(map(len, shelf._parts.values())) == shelf._held <= 100


# --- footer and twin -----------------------------------------------------------------------------


def test_the_footer_shows_each_line_and_runs_none() -> None:
    text = with_footer("words\n", BUTTONS)
    assert text == (
        "words\n\n------------------------------\nYou can answer with one line:\n\n"
        "  -> CLEAR Sam Reed   (take part)\n  -> RECUSE   (stay out)\n"
    )
    assert with_footer("words", ()) == "words\n"


@given(ANYTHING, ANYTHING)
def test_a_footer_line_is_never_a_bare_command(label: str, line: str) -> None:
    shown = with_footer("", [Button(label, line)]).split("\n")[-2]
    assert shown.startswith("  -> ")
    assert shown.endswith(")")
    assert shown.strip() != line.strip()


def test_buttons_are_links_that_fill_in_the_answer() -> None:
    seen = Visible(html_twin("words", BUTTONS, "conduct+c-abc@x.test", "[home shelf] a & b"))
    assert len(seen.links) == 2
    link = urlsplit(seen.links[0])
    assert link.scheme == "mailto"
    assert link.path == "conduct+c-abc@x.test"
    assert parse_qs(link.query) == {
        "subject": ["Re: [home shelf] a & b"],
        "body": ["CLEAR Sam Reed\r\n"],
    }


@given(ANYTHING)
@example("<script>alert(1)</script><img src=https://x.test/p.png> &amp; https://x.test")
@example("> > > > > > > > deep\n> a\nb")
@example("----------\n==========\n> ----------")
def test_the_twin_has_the_same_words_and_no_link(text: str) -> None:
    seen = Visible(html_twin(text, (), "conduct@x.test"))
    assert not seen.links
    assert seen.tags <= {"html", "head", "meta", "body", "p", "br", "hr", "blockquote", "pre"}
    marks = str.maketrans("", "", "> -_=*\t\n\xa0")
    plain = "".join(clean(text).split()).translate(marks)
    assert "".join(seen.words).translate(marks) == plain


def test_shapes_of_the_twin() -> None:
    twin = html_twin("one\ntwo\n\n> said\n> more\n----------\na | b\nc | d\n  in", (), "x@x.test")
    assert ">one<br>\ntwo</p>" in twin
    assert re.search(r"<blockquote [^>]*>\s*<p [^>]*>said<br>\nmore</p>", twin)
    assert "<hr>" in twin
    assert re.search(r">a \| b</p>\n<p [^>]*>c \| d</p>", twin)
    assert ">&nbsp;&nbsp;in</p>" in twin


def test_a_letter_costs_little_to_join(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a text is known, another member's copy asks no encoder."""
    letter_bytes(HEAD, "a text", buttons=())

    def never(*_: object, **__: object) -> bytes:
        raise AssertionError("encoded again")

    monkeypatch.setattr(build, "_text_part", never)
    assert b"bo@members.test" in letter_bytes(
        replace(HEAD, to_addr="bo@members.test", message_id="2@example.test"),
        "a text",
        reply_to=HEAD.reply_to_addr,
    )
