"""Mails and OpenPGP: a letter sealed for one reader, a mail that came opened (RFC 3156).

The subject is protected by RFC 9788: the sealed part repeats the header as it is, and outside
stands "[...]". Opening leaves the outer header, puts the words that were inside below it, and says
whose key signed them. Nothing here believes any of it, and nothing is written down.
Not here: the cryptography (openpgp.py), whose key is whose (keyring.py).
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cocmail.mail import mime, openpgp
from cocmail.mail.build import BOUNDARY, CRLF
from cocmail.mail.charsets import codec_name, decode
from cocmail.mail.openpgp import OwnKey, PublicKey, Signature

HIDDEN = b"[...]"  # RFC 9788 3.2: what stands outside in the place of a subject

_MIME_VERSION = b"MIME-Version: 1.0\r\n"
_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:(?:.*\n[ \t])*.*\n")
_REPLY_TO = re.compile(rb"\AReply-To:[^<]*(<[^>]*>\r\n)\Z", re.IGNORECASE | re.DOTALL)
_ARMORED = re.compile(
    rb"^(-----BEGIN PGP MESSAGE-----[ \t]*\r?\n.*?^-----END PGP MESSAGE-----)[ \t]*\r?$",
    re.DOTALL | re.MULTILINE,
)
_WORTH_A_LOOK = re.compile(rb"(?i)pgp|^content-transfer-encoding:[ \t]*base64", re.MULTILINE)
_OF_THE_BODY = (b"content-", b"mime-version:")
_PROTECTED = re.compile(rb"^Content-Type:[^\n]*(?:\n[ \t][^\n]*)*?\b(?:hp|protected-headers)\s*=",
                        re.IGNORECASE | re.MULTILINE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opened:
    """A mail as people read it, and the signature over all of its words, if one is valid."""

    raw: bytes
    signature: Signature | None = None
    sealed: bool = False  # it came encrypted


@dataclass(frozen=True, slots=True)
class _Closed:
    """An encrypted message, and the words that stand around it in the clear."""

    message: bytes
    before: str = ""
    after: str = ""


# -- out ------------------------------------------------------------------------------------------


def sealed(letter: bytes, encrypt: Callable[[bytes], bytes | None]) -> bytes | None:
    """One of our letters (mail/build.py) with everything in it encrypted; None when that fails."""
    head, found, body = letter.partition(_MIME_VERSION)
    if not found:
        return None
    fields = _FIELD.findall(head)
    outside = [_outer(one) for one in fields]
    inner = re.sub(
        rb"\A(Content-Type: [a-z/]+);", rb'\1; hp="cipher"; protected-headers="v1";', body
    )
    closed = encrypt(b"".join((*fields, *(b"HP-Outer: " + one for one in outside), inner)))
    if closed is None:
        return None
    armored = closed.replace(b"\r\n", b"\n").replace(b"\n", CRLF)
    boundary = f"{BOUNDARY}e{hashlib.sha256(head).hexdigest()[:32]}".encode("ascii")
    return b"".join(
        (
            *outside,
            _MIME_VERSION,
            b'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted";\r\n'
            b' boundary="' + boundary + b'"\r\n\r\n',
            b"--" + boundary + b"\r\n",
            b"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n",
            b"--" + boundary + b"\r\n",
            b'Content-Type: application/octet-stream; name="encrypted.asc"\r\n'
            b'Content-Disposition: inline; filename="encrypted.asc"\r\n\r\n',
            armored,
            b"\r\n--" + boundary + b"--\r\n",
        )
    )


def _outer(one: bytes) -> bytes:
    """A field as it stands outside: no subject, and no code name beside the Reply-To."""
    if one.lower().startswith(b"subject:"):
        return b"Subject: " + HIDDEN + CRLF
    named = _REPLY_TO.match(one)
    return b"Reply-To: " + named[1] if named else one


# -- in -------------------------------------------------------------------------------------------


def opened(raw: bytes, own: OwnKey | None, signers: Sequence[PublicKey], now: datetime) -> Opened:
    """The mail decrypted where it is for us, and its signature checked against these keys.

    What does not open, or is signed by nobody known, stays as it came.
    """
    if not _WORTH_A_LOOK.search(raw, 0, 100_000):
        return Opened(raw)
    known = [key for key in signers if key.alive(now)]
    closed = _message(raw) if own is not None else None
    if own is not None and closed is not None:
        inside = openpgp.decrypt(closed.message, own, known)
        if inside is None:
            return Opened(raw)
        if closed.before or closed.after:  # these were signed by nobody
            return Opened(_among_words(raw, closed, inside.content), sealed=True)
        raw, signature = _with_body(raw, inside.content), openpgp.combined(inside)
        if signature is None and known:
            return replace(_checked(raw, known), sealed=True)
        return Opened(raw, signature, sealed=True)
    return _checked(raw, known) if known else Opened(raw)


def _message(raw: bytes) -> _Closed | None:
    """The armored or binary message of an encrypted mail, None where there is none."""
    leaves = mime.read(raw).leaves
    kinds = [leaf.content_type for leaf in leaves]
    if "application/pgp-encrypted" in kinds:  # RFC 3156 4, also where a relay made it "mixed"
        inside = [x for x in leaves if x.content_type == "application/octet-stream"]
        words = any(x.content.strip() for x in leaves if x.content_type.startswith("text/"))
        return _Closed(inside[0].content) if len(inside) == 1 and not words else None
    around = {within[-1][1] for leaf in leaves if (within := leaf.within)}
    twin = kinds == ["text/plain", "text/html"] and around == {"alternative"}
    if kinds != ["text/plain"] and not twin:
        return None
    text = leaves[0].content
    whole = list(_ARMORED.finditer(text))
    if len(whole) != 1:
        return None
    charset = leaves[0].parameters.get("charset", "")
    beside = (text[: whole[0].start()], text[whole[0].end() :])
    return _Closed(whole[0][1], *(decode(words, charset).strip() for words in beside))


def _with_body(raw: bytes, inside: bytes) -> bytes:
    """The outer header with the words that were inside; without a MIME header they are a text."""
    inside = re.sub(rb"\r?\n", CRLF, inside)
    entity = re.match(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n", inside)
    if entity is None or not re.search(rb"(?im)^content-type:", entity[0]):
        return _composed(raw, (), b"Content-Type: text/plain; charset=utf-8\r\n"
                         b"Content-Transfer-Encoding: 8bit\r\n\r\n" + inside)  # fmt: skip
    fields = _FIELD.findall(entity[0])
    subjects = [one for one in fields if one.lower().startswith(b"subject:")]
    instead = tuple(subjects[:1]) if _PROTECTED.search(entity[0]) else ()
    kept = b"".join(one for one in fields if one.lower().startswith(b"content-"))
    return _composed(raw, instead, kept + CRLF + inside[entity.end() :])


def _among_words(raw: bytes, closed: _Closed, inside: bytes) -> bytes:
    """A text of which a part was encrypted: a mail program's line below it, for instance."""
    words = "\n\n".join(filter(None, (closed.before, decode(inside), closed.after)))
    return _composed(raw, (), _text(words.encode("utf-8", "replace"), "utf-8"))


def _composed(raw: bytes, instead: tuple[bytes, ...], body: bytes) -> bytes:
    """The header of a mail without what says how its body is written, and another body."""
    dropped = (*_OF_THE_BODY, *(b"subject:" for _ in instead))
    kept = (one for one in _head(raw) if not one.lower().startswith(dropped))
    return b"".join((*kept, *instead, _MIME_VERSION, body))


def _head(raw: bytes) -> Iterator[bytes]:
    """The fields of the header as they stand."""
    at = raw.find(b"\n") + 1 if raw.startswith((b"From ", b">From ")) else 0  # of an mbox
    while found := _FIELD.match(raw, at):
        yield found[0]
        at = found.end()


def _checked(raw: bytes, known: Sequence[PublicKey]) -> Opened:
    tree = mime.read(raw)
    if tree.root == "multipart/signed":  # RFC 3156 5: exactly the words, then the signature
        parts, last = mime.bodies(raw), tree.leaves[-1]
        beside = len(last.within) == 1 and last.content_type == "application/pgp-signature"
        if len(parts) != 2 or not beside:  # words beside the signed ones would be nobody's
            return Opened(raw)
        said = re.sub(rb"\r?\n", CRLF, parts[0])
        return Opened(raw, openpgp.detached(said, last.content, known))
    if len(tree.leaves) == 1 and tree.leaves[0].content_type == "text/plain":
        clear = openpgp.clear(tree.leaves[0].content, known)
        if clear is not None:
            charset = codec_name(tree.leaves[0].parameters.get("charset", "")) or "utf-8"
            return Opened(_composed(raw, (), _text(clear[0], charset)), clear[1])
    return Opened(raw)


def _text(content: bytes, charset: str) -> bytes:
    plain = re.sub(rb"\r?\n", CRLF, content)
    kind = f"Content-Type: text/plain; charset={charset.replace('_', '-')}\r\n".encode("ascii")
    return kind + b"Content-Transfer-Encoding: 8bit\r\n\r\n" + plain
