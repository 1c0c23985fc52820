"""A DKIM signature over a letter that leaves (RFC 6376), where the operator configured a key.

The domain that signs is the alias's own, so that the signature aligns with From (RFC 7489). Keys
are read once; a key that cannot sign is found by `cocmail check`, not by the first letter.
"""

import dkim

from cocmail.core.domains import ascii_domain

# Signed where they are there, and once more, so that nobody adds another one (RFC 6376 8.15).
_SIGNED = (
    b"from", b"to", b"subject", b"date", b"message-id", b"reply-to", b"in-reply-to",
    b"references", b"mime-version", b"content-type", b"content-transfer-encoding",
    b"auto-submitted", b"x-cocmail",
)  # fmt: skip
_ONCE_MORE = (b"from", b"to", b"subject", b"date", b"reply-to")


class Signer:
    """Signs whole mails for one domain with one selector's key."""

    def __init__(self, selector: str, domain: str, key: bytes) -> None:
        """`key` is a PEM with an RSA key. Raises ValueError when nothing can be signed with it."""
        self._selector = selector.encode("ascii")
        self._domain = (ascii_domain(domain) or domain).encode("ascii")  # RFC 8616 4
        self._key = key
        try:
            self.signed(b"From: a@b.test\r\n\r\nx\r\n")
        except Exception as error:
            raise ValueError("no RSA key in PEM form") from error

    def signed(self, content: bytes) -> bytes:
        """The mail with its signature above it; the rest stays byte for byte."""
        there = {line.partition(b":")[0].strip().lower() for line in _header_lines(content)}
        names = [name for name in _SIGNED if name in there]
        names += [name for name in _ONCE_MORE if name in there]
        signature: bytes = dkim.sign(
            content, self._selector, self._domain, self._key,
            canonicalize=(b"relaxed", b"relaxed"), include_headers=names,
        )  # fmt: skip
        return signature + content


def _header_lines(content: bytes) -> list[bytes]:
    return content.partition(b"\r\n\r\n")[0].split(b"\r\n")
