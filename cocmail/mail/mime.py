"""The tree of a mail: one raw mail to its top-level fields and its leaves, in order.

Here live multipart boundaries (RFC 2046 section 5.1), transfer encodings and the caps of P43. The
mail is never rebuilt: a leaf points at its bytes, so an attached message keeps every byte, large
bodies see nothing but binascii, and time and memory grow with the size. The standard library's
feed parser is not used for that: it reads line by line, recurses without a bound and changes
attached messages. Parameters are read by email.message (compat32). What the leaves mean for a
reader lives in parse.py.
"""

import binascii
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from email.utils import collapse_rfc2231_value

from cocmail.mail.charsets import one_line
from cocmail.mail.fields import decode_words, from_base64, read_fields

MAX_DEPTH = 20
MAX_PARTS = 200
MAX_PARAMETERS = 2000  # characters of a field with parameters; the reader of them is quadratic

_TYPE = re.compile(r"[^\s/]+/[^\s/]+")

OPAQUE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One part that holds no others. `within` names the multiparts around it, outermost first."""

    content_type: str
    parameters: dict[str, str]
    disposition: str
    filename: str
    content: bytes
    within: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole mail. `root` is its own content type; `cut` says that a cap left a part opaque."""

    fields: tuple[tuple[str, str], ...]
    root: str
    root_parameters: dict[str, str]
    leaves: tuple[Leaf, ...]
    cut: bool


@dataclass(slots=True)
class _Walk:
    raw: bytes
    leaves: list[Leaf] = field(default_factory=list)
    parts: int = 0
    cut: bool = False
    full: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    content_type: str
    parameters: dict[str, str]
    disposition: str
    filename: str
    encoding: str
    body: int


def read(raw: bytes) -> Tree:
    """Read any bytes as a mail. Never raises."""
    fields, body = read_fields(raw, 0, len(raw))
    head = _head(fields, body, "text/plain")
    walk = _Walk(raw)
    _descend(walk, head, len(raw), ())
    return Tree(tuple(fields), head.content_type, head.parameters, tuple(walk.leaves), walk.cut)


def _descend(walk: _Walk, head: _Head, end: int, within: tuple[tuple[int, str], ...]) -> None:
    walk.parts += 1
    main, _, kind = head.content_type.partition("/")
    boundary = head.parameters.get("boundary", "").encode("utf-8", "replace")
    spans = []
    if main == "multipart" and boundary and len(within) < MAX_DEPTH:
        spans = _between(walk, boundary, head.body, end)
    if not spans:
        walk.leaves.append(_leaf(walk, head, end, within))
        return
    inside = (*within, (walk.parts, kind))
    default = "message/rfc822" if kind == "digest" else "text/plain"  # RFC 2046 section 5.1.5
    for start, stop in spans:
        if walk.full:
            return
        if walk.parts >= MAX_PARTS:
            walk.full = walk.cut = True
            rest = walk.raw[start:]
            walk.leaves.append(Leaf(OPAQUE, {}, "attachment", "", rest, inside))
            return
        fields, body = read_fields(walk.raw, start, stop)
        _descend(walk, _head(fields, body, default), stop, inside)


def _between(walk: _Walk, boundary: bytes, start: int, end: int) -> list[tuple[int, int]]:
    """Where each part of a multipart begins and ends; unclosed ones end with their container."""
    spans: list[tuple[int, int]] = []
    opened = -1
    for at, after, closing in _delimiters(walk.raw, b"--" + boundary, start, end):
        if opened >= 0:
            spans.append((opened, max(opened, at)))
        opened = -1 if closing else after
        # One more than may be read, so that the walk notices the rest.
        if closing or len(spans) > MAX_PARTS:
            break
    if opened >= 0:
        spans.append((opened, end))
    return spans


def _delimiters(raw: bytes, mark: bytes, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Each delimiter line: where the text before it ends, where it ends, whether it closes."""
    at = start if raw.startswith(mark, start, end) else raw.find(b"\n" + mark, start, end) + 1
    while at > 0 or raw.startswith(mark, at, end):
        newline = raw.find(b"\n", at, end)
        after = end if newline < 0 else newline + 1
        rest = raw[at + len(mark) : min(after, at + len(mark) + 1000)].rstrip()
        if rest in (b"", b"--"):
            # The line break before a delimiter belongs to it.
            before = at - 1 if at > start and raw[at - 1 : at] == b"\n" else at
            before -= raw[before - 1 : before] == b"\r" and before > start
            yield before, after, rest == b"--"
        found = raw.find(b"\n" + mark, after - 1, end)
        if found < 0:
            return
        at = found + 1


def _head(fields: list[tuple[str, str]], body: int, default: str) -> _Head:
    first: dict[str, str] = {}
    for name, value in fields:
        first.setdefault(name.lower(), value[:MAX_PARAMETERS])
    content_type, parameters = _parameters(first.get("content-type", ""))
    if not _TYPE.fullmatch(content_type):
        content_type = default  # RFC 2045 section 5.2
    disposition, more = _parameters(first.get("content-disposition", ""))
    filename = decode_words(more.get("filename") or parameters.get("name", ""))
    filename = re.split(r"[/\\]", filename)[-1]  # a name, never a path
    encoding = first.get("content-transfer-encoding", "").partition(";")[0].strip().lower()
    return _Head(content_type, parameters, disposition, filename, encoding, body)


def _parameters(value: str) -> tuple[str, dict[str, str]]:
    """The lower-case leading word of a field and its parameters by lower-case name (RFC 2231)."""
    if not value:
        return "", {}
    message = Message()
    message["Content-Type"] = value.replace("\r", " ").replace("\n", " ")
    parameters: dict[str, str] = {}
    # Real mails make the standard reader raise (P42); the word in front is still good.
    with suppress(Exception):
        for name, given in message.get_params(failobj=[])[1:]:
            parameters.setdefault(name.lower(), one_line(collapse_rfc2231_value(given)))
    word = re.split(r"[;\s]", value, maxsplit=1)[0]
    return one_line(word).lower(), parameters


def _leaf(walk: _Walk, head: _Head, end: int, within: tuple[tuple[int, str], ...]) -> Leaf:
    content_type = head.content_type
    if content_type.startswith("multipart/"):
        # Too deep to open, or no boundary to be found. The words of the latter are still words.
        deep = len(within) >= MAX_DEPTH
        walk.cut = walk.cut or deep
        content_type = OPAQUE if deep else "text/plain"
    content = _decoded(walk.raw, head.body, end, head.encoding)
    return Leaf(content_type, head.parameters, head.disposition, head.filename, content, within)


def _decoded(raw: bytes, start: int, end: int, encoding: str) -> bytes:
    with memoryview(raw) as whole, whole[start:end] as body:
        if encoding == "base64":
            return from_base64(body)
        if encoding == "quoted-printable":
            return binascii.a2b_qp(body)
        return bytes(body)


def bodies(raw: bytes) -> list[bytes]:
    """The direct parts of a multipart mail, each byte for byte with its own header (RFC 3156 5)."""
    fields, body = read_fields(raw, 0, len(raw))
    head = _head(fields, body, "text/plain")
    boundary = head.parameters.get("boundary", "").encode("utf-8", "replace")
    if not head.content_type.startswith("multipart/") or not boundary:
        return []
    return [raw[start:stop] for start, stop in _between(_Walk(raw), boundary, body, len(raw))]
