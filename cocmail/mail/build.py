"""A letter's bytes: headers, the text, its HTML twin and enclosures, joined.

Here live the header allow-list and the encodings. The footer and the HTML twin are made in
twin.py, what a letter says is render.py's affair, who gets it the gate's; nothing here knows a
case, draws a random number or reads a clock.

Texts and enclosures are encoded once and kept on two small shelves: five members' letters about
one report share the encoding of its 20 MB attachment and differ only in a few header lines.
"""

import hashlib
import re
from binascii import b2a_base64, b2a_qp
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.utils import format_datetime
from threading import Lock
from typing import Literal

from cocmail.mail.twin import Button, clean, html_twin, one_line, safe_address, with_footer

__all__ = [
    "Button",
    "Enclosure",
    "Head",
    "clean",
    "html_twin",
    "letter_bytes",
    "one_line",
    "with_footer",
]

CRLF = b"\r\n"

# RFC 5322 2.1.1 allows 998 characters a line; some relays count differently, so we stay below.
LONGEST_LINE = 900

# Every boundary begins so. Neither base64 nor quoted-printable can produce it (RFC 2045 6.7:
# "=" is always encoded), and a part that is sent as it is must not contain it.
BOUNDARY = "=_"

_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")  # RFC 5322 3.2.3, words of atext
_MESSAGE_ID = re.compile(r"[!-;=?-~]{1,250}")  # printable ASCII without angle brackets
_TYPE = re.compile(
    r"(?P<type>[a-z]+/[a-z0-9][a-z0-9.+-]{0,80})(?P<charset>; ?charset=[a-z0-9-]{1,40})?"
)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An attachment: its name as shown, a MIME type (a charset may follow), the decoded bytes."""

    filename: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """What the headers say. Message-IDs with or without angle brackets; `date` is aware.

    `template` is empty for parties: their letters carry no X-Cocmail (product.md 7).
    """

    from_name: str
    from_addr: str
    to_addr: str
    reply_to_name: str
    reply_to_addr: str
    subject: str
    message_id: str
    date: datetime
    references: tuple[str, ...]
    in_reply_to: str
    auto_submitted: Literal["", "auto-replied", "auto-generated"]
    template: str
    loop_mark: str


class Shelf:
    """Encoded parts, the least recently used leaving first, never more than `budget` bytes."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._held = 0
        self._parts: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
        self._lock = Lock()

    def part(self, key: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """The part kept under `key`, else the one `make` gives, kept when it fits."""
        with self._lock:
            if (kept := self._parts.get(key)) is not None:
                self._parts.move_to_end(key)
                return kept
        made = make()
        with self._lock:
            if len(made) <= self._budget and key not in self._parts:
                self._parts[key] = made
                self._held += len(made)
            while self._held > self._budget:
                self._held -= len(self._parts.popitem(last=False)[1])
        return made

    def clear(self) -> None:
        """Empty it, so that a case's words do not outlive the case in memory."""
        with self._lock:
            self._parts.clear()
            self._held = 0


TEXTS = Shelf(4_000_000)
# One letter at the largest size a door takes, or two ordinary large ones: it stays within the
# memory the daemon may hold when idle (product.md 10).
ENCLOSURES = Shelf(48_000_000)


def letter_bytes(
    head: Head,
    text: str,
    *,
    buttons: Sequence[Button] = (),
    reply_to: str = "",
    enclosures: Sequence[Enclosure] = (),
) -> bytes:
    """The whole letter, CRLF, 7bit but for a UTF-8 address (RFC 6532).

    `reply_to` is where the buttons write to; left out, it is the letter's own Reply-To.
    """
    keys = tuple(buttons)
    answer_to = reply_to or head.reply_to_addr
    plain = TEXTS.part(("plain", text, keys), lambda: _text_part("plain", with_footer(text, keys)))
    rich = TEXTS.part(
        ("html", text, keys, answer_to, head.subject),
        lambda: _text_part("html", html_twin(text, keys, answer_to, head.subject)),
    )
    seed = hashlib.sha256(head.message_id.encode("utf-8", "replace")).hexdigest()[:32]
    body = _multipart("alternative", f"{BOUNDARY}a{seed}", (plain, rich))
    if enclosures:
        parts = (body, *(_enclosed(enclosure) for enclosure in enclosures))
        body = _multipart("mixed", f"{BOUNDARY}m{seed}", parts)
    return b"".join((*_fields(head), b"MIME-Version: 1.0\r\n", body))


# --- headers -------------------------------------------------------------------------------------


def _fields(head: Head) -> Iterator[bytes]:
    """The allow-list, complete: a header that is not made here cannot be in a letter."""
    yield _mailbox("From", head.from_name, head.from_addr)
    yield _mailbox("To", "", head.to_addr)
    if head.reply_to_addr:
        yield _mailbox("Reply-To", head.reply_to_name, head.reply_to_addr)
    yield _words("Subject", head.subject)
    yield _words("Date", format_datetime(head.date.astimezone(UTC)))
    yield _ids("Message-ID", (head.message_id,))
    yield _ids("In-Reply-To", (head.in_reply_to,))
    yield _ids("References", head.references)
    if head.auto_submitted:
        yield _words("Auto-Submitted", head.auto_submitted)  # RFC 3834 5
        yield _words("X-Auto-Response-Suppress", "All")  # what Exchange reads instead
    if head.loop_mark:
        yield _words("X-Loop", head.loop_mark)
    if head.template:
        yield _words("X-Cocmail", head.template)


def _words(name: str, value: str) -> bytes:
    return f"{name}: {_encoded(one_line(value))}\r\n".encode("ascii")


def _mailbox(field: str, name: str, address: str) -> bytes:
    shown = one_line(name, 120)
    if not shown.isascii():
        shown = _encoded(shown)
    elif shown and not _ATOMS.fullmatch(shown):
        shown = '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'
    # A UTF-8 address stays raw (RFC 6532): there is no encoding for it.
    return f"{field}: {shown}{' ' if shown else ''}<{safe_address(address)}>\r\n".encode()


def _encoded(text: str) -> str:
    """ASCII as it is, anything else as encoded words of whole characters (RFC 2047 5).

    Made here and not by email.policy, whose folding loses or adds a space between two encoded
    words in one of ten long subjects (CPython 3.11), and costs a hundred times as much.
    """
    if text.isascii():
        return text
    chunks = [b""]
    for letter in text:
        octets = letter.encode("utf-8")
        if len(chunks[-1]) + len(octets) > 36:
            chunks.append(b"")
        chunks[-1] += octets
    words = (b2a_base64(chunk, newline=False).decode("ascii") for chunk in chunks)
    return "\r\n ".join(f"=?utf-8?b?{word}?=" for word in words)


def _ids(name: str, ids: Sequence[str]) -> bytes:
    """The well-formed ones in angle brackets, one a line; beyond twenty the first and the last."""
    bare = [one_id.strip().removeprefix("<").removesuffix(">") for one_id in ids]
    kept = [one_id for one_id in bare if _MESSAGE_ID.fullmatch(one_id)]
    kept = kept if len(kept) <= 20 else [kept[0], *kept[-19:]]
    if not kept:
        return b""
    return f"{name}: {CRLF.decode().join(f' <{one_id}>' for one_id in kept)[1:]}\r\n".encode()


# --- parts ---------------------------------------------------------------------------------------


def _multipart(subtype: str, boundary: str, parts: Sequence[bytes]) -> bytes:
    """RFC 2046 5.1.1. A part ends with CRLF of its own; the one before the delimiter is extra."""
    line = f"--{boundary}".encode("ascii")
    pieces = [f'Content-Type: multipart/{subtype};\r\n boundary="{boundary}"\r\n\r\n'.encode()]
    for part in parts:
        pieces += (line, CRLF, part, CRLF)
    pieces += (line, b"--", CRLF)
    return b"".join(pieces)


def _text_part(subtype: str, text: str) -> bytes:
    encoding, content = _text_encoded(text)
    kind = f"Content-Type: text/{subtype}; charset=utf-8\r\n"
    return f"{kind}Content-Transfer-Encoding: {encoding}\r\n\r\n".encode("ascii") + content


def _text_encoded(text: str) -> tuple[str, bytes]:
    """As it is where that is safe, quoted-printable where most of it is ASCII, else base64."""
    content = text.replace("\n", "\r\n").encode("utf-8")
    foreign = len(content) - len(content.translate(None, bytes(range(128, 256))))
    # A line "From " may come out as ">From " of an mbox; quoted-printable leaves it as it is.
    if foreign * 6 > len(content) or text.startswith("From ") or "\nFrom " in text:
        return "base64", _base64(content)
    short = max(map(len, text.split("\n"))) <= LONGEST_LINE
    if foreign == 0 and short and f"--{BOUNDARY}" not in text:
        return "7bit", content
    return "quoted-printable", b2a_qp(content, istext=True)


def _enclosed(enclosure: Enclosure) -> bytes:
    # The digest is the key, so that the shelf does not also hold the decoded bytes.
    digest = hashlib.blake2b(enclosure.content, digest_size=16).digest()
    key = (enclosure.filename, enclosure.content_type, digest)
    return ENCLOSURES.part(key, lambda: _enclosure_part(enclosure))


def _enclosure_part(enclosure: Enclosure) -> bytes:
    kind = _shown_type(enclosure.content_type)
    name = re.sub(r'[/\\"]', "_", one_line(enclosure.filename, 120)) or "attachment"
    rules = policy.SMTP
    place = rules.header_factory("Content-Disposition", f'attachment; filename="{name}"')
    head = str(place.fold(policy=rules))
    # RFC 2046 5.2.1: a message is never in base64, and its bytes stay as they are (P36).
    if kind == "message/rfc822" and _may_travel_bare(enclosure.content):
        as_is = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: 7bit\r\n{head}\r\n"
        return as_is.encode("ascii", "replace") + enclosure.content
    kind = "application/octet-stream" if kind == "message/rfc822" else kind
    encoded = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n{head}\r\n"
    return encoded.encode("ascii", "replace") + _base64(enclosure.content)


def _shown_type(content_type: str) -> str:
    """The type, unless a mail program might run, open or follow it by itself: then just bytes.

    A stranger's HTML, SVG or invitation shown inline would load pictures or fill a calendar.
    """
    found = _TYPE.fullmatch(content_type.strip().lower())
    kind = found["type"] if found else ""
    family = kind.partition("/")[0]
    plain = kind in {"text/plain", "text/csv", "message/rfc822"}
    harmless = family in {"image", "audio", "video", "application"} and "xml" not in kind
    if found is None or not (plain or harmless) or "html" in kind:
        return "application/octet-stream"
    charset = found["charset"] or ""
    return kind + charset if family == "text" else kind


def _may_travel_bare(content: bytes) -> bool:
    return (
        content.isascii()
        and b"\0" not in content
        and f"--{BOUNDARY}".encode() not in content
        and not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
        and max(map(len, content.split(CRLF))) <= LONGEST_LINE
    )


def _base64(content: bytes) -> bytes:
    """Lines of 76 characters (RFC 2045 6.8), in blocks, so that 20 MB make no million objects."""
    blocks: list[bytes] = []
    for start in range(0, len(content), 57 * 4096):
        coded = b2a_base64(content[start : start + 57 * 4096], newline=False)
        blocks.append(CRLF.join([coded[at : at + 76] for at in range(0, len(coded), 76)]))
    return CRLF.join((*blocks, b""))
