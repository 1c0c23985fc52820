"""Header fields: from bytes to names, values, addresses, message ids and dates.

Here lives the syntax of RFC 5322 section 3 and RFC 2047, read leniently and in linear time. The
standard library's address parser is not used: it takes "a@x.test)b@y.test" for one address
(CVE-2023-27043), and who speaks hangs on that. MIME structure lives in mime.py, the choice of a
character set in charsets.py.
"""

import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from cocmail.mail.charsets import decode, one_line

MAX_FIELDS = 1000
MAX_HEADER = 2**18  # bytes of one header section that are read
MAX_VALUE = 2**16  # bytes of one field
MAX_ADDRESSES = 1000  # of one field
MAX_ADDRESS = 320  # 64 + "@" + 255, RFC 5321 section 4.5.3.1

_NAME = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_ENCODED = re.compile(r"=\?([^?\s]{1,80})\?([bBqQ])\?([^?\n]*+)\?=")
_BETWEEN_ENCODED = re.compile(r"(\?=)\s++(?==\?[^?\s]{1,80}\?[bBqQ]\?)")
_ID = re.compile(r"<([^<>\s]{1,998})>")
_TOKEN = re.compile(
    r"(?P<encoded>=\?[^?\s]{1,80}\?[bBqQ]\?[^?]*+\?=)"
    r'|"(?P<quoted>(?:[^"\\]|\\.)*+)"'
    r"|\((?P<comment>[^()]*+)\)"
    r"|<(?P<angle>[^<>]*+)>"
    r"|(?P<special>[,;:])"
    r"|(?P<space>\s++)"
    r'|(?P<atom>(?:\\.|[^\s"(),;:<>\\])++)'
    r"|(?P<stray>.)",
    re.DOTALL,
)
_ADDRESS = re.compile(
    r'(?:[^\s<>()\[\],;:\\"@]+|"(?:[^"\\]|\\.)*+")'
    r"@(?:[^\s<>()\[\],;:\\\"@]+|\[[0-9A-Za-z:.]+\])"
)
_ROUTE = re.compile(r"@[^:<>]*:")


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox: a display name and `addr` as written, "" when it cannot be used."""

    name: str
    addr: str


def read_fields(raw: bytes, start: int, end: int) -> tuple[list[tuple[str, str]], int]:
    """The fields of the header at raw[start:end], undecoded and unfolded, and where the body is.

    A line that is no field ends the header (RFC 5322 section 2.2), and only LF or CRLF ends a
    line, as the signature check reads it: a bare CR cannot make a second From.
    """
    fields: list[tuple[str, list[bytes]]] = []
    pos, limit = start, min(end, start + MAX_HEADER)
    while pos < end:
        newline = raw.find(b"\n", pos, end)
        after = end if newline < 0 else newline + 1
        if pos >= limit or len(fields) >= MAX_FIELDS:
            return _unfolded(fields), _after_blank_line(raw, pos, end)
        line = raw[pos : min(after, pos + MAX_VALUE)].rstrip(b"\r\n")
        if not line:
            return _unfolded(fields), after
        if line[0] in b" \t" and fields:
            fields[-1][1].append(line)
        elif match := _NAME.match(line):
            fields.append((match[1].decode("ascii"), [line[match.end() :]]))
        elif not (pos == start and line.startswith((b"From ", b">From "))):
            return _unfolded(fields), pos
        pos = after
    return _unfolded(fields), end


def _after_blank_line(raw: bytes, pos: int, end: int) -> int:
    ends = [(raw.find(mark, pos, end), len(mark)) for mark in (b"\n\n", b"\n\r\n")]
    return min((at + size for at, size in ends if at >= 0), default=end)


def _unfolded(fields: Iterable[tuple[str, list[bytes]]]) -> list[tuple[str, str]]:
    return [(name, decode(b"".join(lines)[:MAX_VALUE]).strip()) for name, lines in fields]


def decode_words(value: str) -> str:
    """Decode RFC 2047 encoded words anywhere, also where they are not allowed. One line."""
    if "=?" not in value:
        return one_line(value)
    value = _BETWEEN_ENCODED.sub(r"\1", value)
    pieces: list[str] = []
    waiting, charset, last = b"", "", 0
    for match in _ENCODED.finditer(value):
        word_charset = match[1].split("*")[0].lower()  # RFC 2231 section 5: a language may follow
        if match.start() > last or word_charset != charset:
            pieces += (decode(waiting, charset), value[last : match.start()])
            waiting, charset = b"", word_charset
        # Neighbours are joined before decoding: some programs cut within a character.
        waiting += _encoded_word(match[2], match[3])
        last = match.end()
    return one_line("".join((*pieces, decode(waiting, charset), value[last:])))


def _encoded_word(encoding: str, word: str) -> bytes:
    plain = word.encode("utf-8", "replace")
    return binascii.a2b_qp(plain, header=True) if encoding in "qQ" else from_base64(plain)


def from_base64(body: bytes | memoryview) -> bytes:
    """Decode base64 leniently: foreign characters are skipped, missing padding is added."""
    for padding in (b"", b"=", b"==", b"A=="):
        try:
            return binascii.a2b_base64(bytes(body) + padding if padding else body)
        except binascii.Error:
            continue
    return bytes(body)


def addresses(value: str) -> tuple[Address, ...]:
    """Every mailbox of an address list. What can be read in two ways yields more, never fewer."""
    found: list[Address] = []
    words: list[str] = []
    angles: list[str] = []
    comments: list[str] = []
    for match in _TOKEN.finditer(value[:MAX_VALUE]):
        kind, written = match.lastgroup, match[0]
        if kind == "angle":
            angles.append(match["angle"])
        elif kind == "comment":
            comments.append(match["comment"])
        elif written == ":" and not angles:
            # The name of a group, RFC 5322 section 3.4; an address in it may be who speaks.
            found += [one for one in _mailbox(words, [], []) if one.addr]
            words.clear()
        elif kind == "special":
            found += _mailbox(words, angles, comments)
            words, angles, comments = [], [], []
            if len(found) >= MAX_ADDRESSES:
                return tuple(found)
        elif kind != "stray":
            words.append(" " if kind == "space" else written)
    return (*found, *_mailbox(words, angles, comments))


def in_group(value: str) -> bool:
    """Whether an address list names a group (RFC 5322 section 3.4, RFC 6854)."""
    return any(m["special"] == ":" for m in _TOKEN.finditer(value[:MAX_VALUE]))


def _mailbox(words: list[str], angles: list[str], comments: list[str]) -> list[Address]:
    glued = _glued(words)
    bare = [] if angles else [w for w in glued if "@" in w and not w.startswith("=?")]
    named = (w for w in glued if angles or "@" not in w or w.startswith("=?"))
    name = decode_words("".join(map(_unquoted, named)))
    if not name and comments:
        name = decode_words(comments[0])
    name = " ".join(name.split())
    if not angles and not bare:
        return [Address(name, "")] if name else []
    return [Address(name, _usable(one)) for one in (*angles, *bare)]


def _glued(words: Iterable[str]) -> list[str]:
    """Tokens that touch, as one word: `"ana novak"` and `@x.test` are one address."""
    glued: list[str] = []
    for word in words:
        touches = word.startswith("@") and glued and glued[-1].endswith('"')
        if touches:
            glued[-1] += word
        else:
            glued.append(word)
    return glued


def _unquoted(word: str) -> str:
    if len(word) > 1 and word[0] == word[-1] == '"':
        return re.sub(r"\\(.)", r"\1", word[1:-1])
    return word


def _usable(written: str) -> str:
    addr = _ROUTE.sub("", written.strip(), count=1) if written.startswith("@") else written.strip()
    fits = len(addr) <= MAX_ADDRESS and addr.isprintable() and _ADDRESS.fullmatch(addr)
    return addr if fits else ""


def message_ids(value: str) -> tuple[str, ...]:
    """The message ids of a field, without angle brackets, in order."""
    ids = _ID.findall(value)
    if not ids:
        ids = [word.strip("<>,;") for word in value.split() if "@" in word]
    return tuple(found for found in map(one_line, ids) if found)


def date(value: str) -> datetime | None:
    """The instant of a Date field in UTC, None when there is none to read."""
    try:
        when = parsedate_to_datetime(value[:200])
        if when.tzinfo is None:  # "-0000": the clock was UTC, RFC 5322 section 3.3
            when = when.replace(tzinfo=UTC)
        return when.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
