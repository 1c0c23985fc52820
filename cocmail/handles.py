"""Handles: the keyed addresses and Message-IDs by which a mail proves where it belongs.

A handle is one AES block, encrypted under a key of the house: kind, case, person and number, then
five zero bytes. Who decrypts it and finds the zeros knows that the house made it, without looking
anything up, even when the case is long erased. A block cipher is a permutation, so two handles
never share a tag, and no tag tells anything about another (product.md 3).

Not here: whether a handle still leads anywhere (the house knows), who stands behind a number
(roster.py), and whether a person that a published address names exists.
"""

import base64
import binascii
import hmac
import re
import threading
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from cocmail.core.domains import ascii_domain

HandleKind = Literal["member", "reporter", "reported", "outside", "bounce", "held", "message"]

_CODES: Final[dict[HandleKind, int]] = {
    "member": 1,
    "reporter": 2,
    "reported": 3,
    "outside": 4,
    "bounce": 5,
    "held": 6,
    "message": 7,
}
_KINDS: Final[dict[int, HandleKind]] = {code: kind for kind, code in _CODES.items()}

# The letter before the tag. A held mail's one-time address looks like any member's (product.md 6),
# and a message has no address.
_PREFIXES: Final[dict[HandleKind, str]] = {
    "member": "c",
    "held": "c",
    "reporter": "r",
    "reported": "p",
    "outside": "o",
    "bounce": "b",
}
_TAG = re.compile(r"[a-z2-7]{26}")
_TAGGED = re.compile(r"([crpob])-([a-z2-7]{26})")
_LONE_TAG = re.compile(r"(?<![A-Za-z0-9])[A-Za-z2-7]{26}(?![A-Za-z0-9])")
_MOST_LOOKED_AT = 2000  # words as long as a tag, of one text
_PUBLISHED = re.compile(r"(to|not)-([a-z0-9][a-z0-9-]*)")
_ZEROS = bytes(5)


@dataclass(frozen=True, slots=True)
class Handle:
    """What a tag says: a kind, a case, a person in it (0: nobody), and a running number.

    `case` and `number` fit in four bytes, `who` in two. A higher number replaces a handle that
    should no longer be used.
    """

    kind: HandleKind
    case: int
    who: int
    number: int


@dataclass(frozen=True, slots=True)
class Published:
    """An address that may be published: the alias, or to/not one person (their id, lower case)."""

    kind: Literal["alias", "to", "not"]
    person: str


class Handles:
    """Makes and reads the handles of one alias."""

    def __init__(self, key: bytes, alias: str, separator: str, tag_domain: str | None) -> None:
        """Take the 32-byte key "tags", the alias, and how sub-addresses are written.

        With an empty separator every address of `tag_domain` is ours (a catch-all domain);
        otherwise `tag_domain` is not used. Raises ValueError for a key of another length, an alias
        without @, or an empty separator without a domain.
        """
        if len(key) != 32:
            raise ValueError("the key of the handles has 32 bytes")
        local, at, domain = alias.rpartition("@")
        if not (local and at and domain):
            raise ValueError("the alias is an address, for instance conduct@example.test")
        if not separator and not tag_domain:
            raise ValueError("an empty separator needs a tag_domain")
        # One key for one purpose: the cipher and the loop mark get keys of their own.
        cipher = Cipher(
            algorithms.AES(_derive(key, "block")),
            modes.ECB(),  # noqa: S305 - one block each: ECB is then the bare permutation we want
        )
        # Setting a cipher up costs ten times a block, and ECB carries nothing from block to block:
        # one of each is kept, behind a lock.
        self._lock = threading.Lock()
        self._encryptor, self._decryptor = cipher.encryptor(), cipher.decryptor()
        self._mark = _base32(_derive(key, "loop mark")[:16])
        self._secret = _derive(key, "probes")
        self._alias = (local.casefold(), _home(domain))
        self._head = f"{local}{separator}" if separator else ""
        self._domain = domain if separator else tag_domain or domain
        # RFC 5322 3.6.4: the right side of a Message-ID is ASCII.
        self._message_domain = domain if domain.isascii() else ascii_domain(domain)

    def address(self, handle: Handle) -> str:
        """Return the address of a handle, `conduct+c-TAG@example.test`.

        Raises ValueError for a message, which has none, and for numbers that do not fit.
        """
        prefix = _PREFIXES.get(handle.kind)
        if prefix is None:
            raise ValueError(f"a {handle.kind} has no address")
        return f"{self._head}{prefix}-{self._tag(handle)}@{self._domain}"

    def read_address(self, addr: str) -> Handle | None:
        """Return the handle of one of our addresses, in any case of letters; None if it is none."""
        found = _TAGGED.fullmatch(self._inside(addr))
        if found is None:
            return None
        handle = self._read_tag(found[2])
        if handle is None or _PREFIXES.get(handle.kind) != found[1]:
            return None
        return handle

    def message_id(self, handle: Handle) -> str:
        """Return `TAG@domain` without brackets. Nothing in it tells a letter's kind or reader.

        Raises ValueError when the handle is not of kind "message".
        """
        if handle.kind != "message":
            raise ValueError(f"a {handle.kind} has no Message-ID")
        return f"{self._tag(handle)}@{self._message_domain}"

    def read_message_id(self, text: str) -> Handle | None:
        """Return the handle of one Message-ID of ours, with or without brackets, or None."""
        tag, _, domain = text.strip().removeprefix("<").removesuffix(">").partition("@")
        if domain.casefold() != self._message_domain.casefold() or not tag.isascii():
            return None
        if not _TAG.fullmatch(tag.lower()):
            return None
        handle = self._read_tag(tag.lower())
        return handle if handle is not None and handle.kind == "message" else None

    def inside(self, text: str) -> tuple[Handle, ...]:
        """Every handle of ours that stands anywhere in a text: an address, a link, a Message-ID."""
        words = islice(_LONE_TAG.finditer(text), _MOST_LOOKED_AT)
        tags = dict.fromkeys(word[0].lower() for word in words)
        return tuple(handle for handle in map(self._read_tag, tags) if handle is not None)

    def published(self, addr: str) -> Published | None:
        """Return what a published address says; whether that person exists is not asked here."""
        name, _, domain = addr.rpartition("@")
        if (name.casefold(), _home(domain)) == self._alias:
            return Published("alias", "")
        found = _PUBLISHED.fullmatch(self._inside(addr))
        if found is None:
            return None
        return Published("to" if found[1] == "to" else "not", found[2])

    def is_ours(self, addr: str) -> bool:
        """Tell whether mail to this address is for the house: an alias or a proven handle."""
        return self.published(addr) is not None or self.read_address(addr) is not None

    def loop_mark(self) -> str:
        """Return the word by which the house knows its own mail (product.md 4, 1)."""
        return self._mark

    def probe_token(self, number: int) -> str:
        """Return the word by which one test mail of ours is known; tells nothing of any other."""
        return _base32(_derive(self._secret, f"probe {number}")[:16])

    def probe_id(self, number: int) -> str:
        """Return the Message-ID of that mail, without brackets."""
        return f"{self.probe_token(number)}@{self._message_domain}"

    def _inside(self, addr: str) -> str:
        """Return what an address of ours holds besides the alias, lower case; "" if not ours."""
        local, _, domain = addr.rpartition("@")
        head, inside = local[: len(self._head)], local[len(self._head) :]
        # Not every letter that folds to ASCII is ASCII: a Kelvin sign is no k.
        if not inside.isascii() or head.casefold() != self._head.casefold():
            return ""
        return inside.lower() if _home(domain) == _home(self._domain) else ""

    def _tag(self, handle: Handle) -> str:
        try:
            block = (
                bytes((_CODES[handle.kind],))
                + handle.case.to_bytes(4, "big")
                + handle.who.to_bytes(2, "big")
                + handle.number.to_bytes(4, "big")
                + _ZEROS
            )
        except OverflowError as error:
            raise ValueError("a number of this handle does not fit") from error
        with self._lock:
            return _base32(self._encryptor.update(block))

    def _read_tag(self, tag: str) -> Handle | None:
        try:
            sealed = base64.b32decode(tag.upper() + "======")
        except binascii.Error:
            return None
        # 26 letters hold two bits more than the block: only one spelling of them is ours.
        if _base32(sealed) != tag:
            return None
        with self._lock:
            block = self._decryptor.update(sealed)
        proven = hmac.compare_digest(block[11:], _ZEROS)
        kind = _KINDS.get(block[0])
        if not proven or kind is None:
            return None
        return Handle(
            kind,
            int.from_bytes(block[1:5], "big"),
            int.from_bytes(block[5:7], "big"),
            int.from_bytes(block[7:11], "big"),
        )


def _home(domain: str) -> str:
    """The domain in the one form that both its spellings have (P35)."""
    return domain.casefold() if domain.isascii() else ascii_domain(domain)


def _derive(key: bytes, purpose: str) -> bytes:
    return hmac.digest(key, f"cocmail handles: {purpose}".encode(), "sha256")


def _base32(block: bytes) -> str:
    return base64.b32encode(block).decode().rstrip("=").lower()
