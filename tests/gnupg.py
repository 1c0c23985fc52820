"""GnuPG as the other side: people with keys of their own, who seal, open and sign mails."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from pathlib import Path

from cocmail.mail import openpgp

MISSING = (
    "GnuPG (Debian package gnupg) is not installed" if not shutil.which("gpg")
    else "" if openpgp.INSTALLED
    else "the extra cocmail[pgp] is not installed"
)  # fmt: skip
# Before any clock on which these tests run: nobody believes a signature of the future.
MADE, SIGNED = "20240101T080000", "20240201T080000"


@dataclass(frozen=True)
class Gpg:
    """One keyring."""

    home: Path

    def run(self, *options: str, given: bytes = b"", at: str = "") -> bytes:
        said = (
            "gpg", "--batch", "--yes", "--no-auto-key-locate", "--trust-model", "always",
            "--pinentry-mode", "loopback", "--passphrase", "",
            *(("--faked-system-time", at) if at else ()), *options,
        )  # fmt: skip
        done = subprocess.run(
            said, input=given, env={**os.environ, "GNUPGHOME": str(self.home)}, capture_output=True
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def make(self, name: str, address: str, expires: str = "0") -> bytes:
        """A key pair; returns the public key."""
        who = f"{name} <{address}>"
        self.run("--quick-gen-key", who, "future-default", "default", expires, at=MADE)
        return self.public(address)

    def public(self, address: str) -> bytes:
        return self.run("--armor", "--export", address)

    def knows(self, key: str) -> None:
        self.run("--import", given=key.encode())

    def opens(self, raw: bytes) -> bytes:
        """What is inside a PGP/MIME mail."""
        found = re.search(rb"-----BEGIN PGP MESSAGE-----.*?-----END PGP MESSAGE-----", raw, re.S)
        assert found, raw.decode("utf-8", "replace")
        return self.run("--decrypt", given=found[0])

    def trusts(self, raw: bytes) -> str:
        """What GnuPG says of the signature within an encrypted mail."""
        found = re.search(rb"-----BEGIN PGP MESSAGE-----.*?-----END PGP MESSAGE-----", raw, re.S)
        assert found
        return self.run("--status-fd", "1", "--decrypt", given=found[0]).decode("utf-8", "replace")

    # -- what mail programs do to a message --------------------------------------------------------

    def seals(self, message: EmailMessage, to: str, *options: str) -> None:
        """RFC 3156 4: the body becomes one encrypted part."""
        inner = _body(message)
        closed = self.run("--armor", "--encrypt", "-r", to, *options, given=inner)
        _becomes(message, "encrypted", "application/pgp-encrypted", [
            ("application", "pgp-encrypted", b"Version: 1\n"),
            ("application", "octet-stream", closed),
        ])  # fmt: skip

    def signs(self, message: EmailMessage, who: str, at: str = SIGNED) -> None:
        """RFC 3156 5: the body, and a detached signature beside it."""
        inner = _body(message)
        made = self.run("--armor", "--detach-sign", "-u", who, given=inner, at=at)
        words = inner.partition(b"\r\n\r\n")[2].decode()
        whole = MIMEMultipart("signed", protocol="application/pgp-signature", micalg="pgp-sha512")
        part = MIMEBase("text", "plain", charset="utf-8")
        part["Content-Transfer-Encoding"] = "8bit"
        part.set_payload(words.replace("\r\n", "\n"))
        del part["MIME-Version"]
        whole.attach(part)
        beside = MIMEBase("application", "pgp-signature", name="signature.asc")
        beside.set_payload(made.decode())
        del beside["MIME-Version"]
        whole.attach(beside)
        _take_over(message, whole)

    def clears(self, message: EmailMessage, who: str, at: str = SIGNED) -> None:
        """A cleartext signature around the text."""
        words = message.get_content()
        made = self.run("--armor", "--clearsign", "-u", who, given=words.encode(), at=at)
        message.set_content(made.decode(), cte="8bit")

    def seals_inline(self, message: EmailMessage, to: str) -> None:
        """The text alone becomes armor."""
        words = message.get_content().encode()
        message.set_content(self.run("--armor", "--encrypt", "-r", to, given=words).decode())


def _body(message: EmailMessage) -> bytes:
    words = message.get_content().replace("\n", "\r\n").encode()
    head = b'Content-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    return head + words


def _becomes(
    message: EmailMessage, kind: str, protocol: str, parts: list[tuple[str, str, bytes]]
) -> None:
    whole = MIMEMultipart(kind, protocol=protocol)
    for main, sub, content in parts:
        part = MIMEBase(main, sub)
        part.set_payload(content.decode())
        whole.attach(part)
    _take_over(message, whole)


def _take_over(message: EmailMessage, whole: MIMEMultipart) -> None:
    message.clear_content()
    message["Content-Type"] = whole["Content-Type"]
    message.set_payload(whole.get_payload())


@contextmanager
def gnupg() -> Iterator[Gpg]:
    """A keyring that is gone afterwards, with its agent."""
    home = Path(tempfile.mkdtemp(prefix="gpg"))  # short: its sockets lie there
    home.chmod(0o700)
    try:
        yield Gpg(home)
    finally:
        subprocess.run(
            ["gpgconf", "--kill", "all"], env={**os.environ, "GNUPGHOME": str(home)},
            capture_output=True,
        )  # fmt: skip
        shutil.rmtree(home, ignore_errors=True)
