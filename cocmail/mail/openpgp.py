"""OpenPGP over bytes: keys, encryption, decryption and signatures (RFC 9580), by pysequoia.

The library is an optional extra (`pip install 'cocmail[pgp]'`); without it there are no keys, and
whoever wants encryption gets notices. Whatever goes wrong in it is None here: its errors are
backtraces (P40) and end in this room, in no log and no answer. What anybody may send us is
decrypted in a process of its own (decrypting.py), because a small mail may unpack without end.
Not here: what is a mail (pgpmime.py), and whose key is whose (keyring.py).
"""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

try:
    import pysequoia
    from pysequoia import packet
except ImportError:  # the extra is not installed
    INSTALLED = False
else:
    INSTALLED = True

LONGEST = 60_000_000  # bytes; what unpacks to more stays closed and goes to a first reader
_SECONDS = 60
_CLEAR = re.compile(
    rb"\A\s*-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\r?\n.*?"
    rb"^(-----BEGIN PGP SIGNATURE-----[ \t]*\r?\n.*?^-----END PGP SIGNATURE-----)\s*\Z",
    re.DOTALL | re.MULTILINE,
)
_CLEAR_BEGINS = re.compile(rb"^-----BEGIN PGP SIGNED MESSAGE-----", re.MULTILINE)

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class PublicKey:
    """One certificate, and what must be asked of it before each use (P39)."""

    armored: str = field(repr=False)
    fingerprint: str
    expires: datetime | None
    revoked: bool
    encrypts: bool
    reads_until: datetime | None = None  # when the last subkey for encryption ends; None: never

    def alive(self, now: datetime) -> bool:
        """Whether it is neither revoked nor expired."""
        return not self.revoked and (self.expires is None or now < self.expires)

    def reads(self, now: datetime) -> bool:
        """Whether something can be encrypted to it."""
        open_still = self.reads_until is None or now < self.reads_until
        return self.encrypts and self.alive(now) and open_still

    @property
    def ends(self) -> datetime | None:
        """When the first part of it ends that its owner needs."""
        return min(filter(None, (self.expires, self.reads_until)), default=None)


@dataclass(frozen=True, slots=True)
class OwnKey:
    """The committee's own key."""

    secret: str = field(repr=False)
    public: PublicKey


@dataclass(frozen=True, slots=True)
class Signature:
    """A valid signature: whose key, when it was made (None: not known), what it vouches for."""

    fingerprint: str
    made: datetime | None
    digest: str


@dataclass(frozen=True, slots=True)
class Decrypted:
    """What was inside, and the known key that signed it ("" for none)."""

    content: bytes = field(repr=False)
    fingerprint: str


def _tried(attempt: Callable[[], Made]) -> Made | None:
    """What the attempt makes, or None; what the library says, a panic included, ends here."""
    try:
        return attempt() if INSTALLED else None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - a Rust panic is no Exception
        return None


# -- keys -----------------------------------------------------------------------------------------


def generate(name: str, address: str) -> str | None:
    """A new secret key, armored, for signing and encryption; it does not expire by itself."""
    plain = " ".join(re.sub(r'[<>"@()\\,;:]', " ", name).split())
    return _tried(lambda: str(pysequoia.Tsk.generate(f"{plain} <{address}>")))


def public_key(content: bytes) -> PublicKey | None:
    """The one certificate in a file; None when there is none, or a secret key."""
    whole = _tried(lambda: str(pysequoia.Tsk.from_bytes(content)))  # takes public ones as well
    if whole is None or "PRIVATE KEY" in whole.partition("\n")[0]:
        return None
    return _tried(lambda: _known(pysequoia.Cert.from_bytes(content)))


def own_key(content: bytes) -> OwnKey | None:
    """The secret key in a file; None when there is none, or it has a passphrase."""

    def read() -> OwnKey:
        secret = pysequoia.Tsk.from_bytes(content)
        secret.signer()
        secret.decryptor()
        return OwnKey(str(secret), _known(secret.extract_certificate()))

    found = _tried(read)
    return found if found and found.public.encrypts else None


def _known(cert: "pysequoia.Cert") -> PublicKey:
    encrypts = _tried(lambda: pysequoia.encrypt(b"", recipients=[cert])) is not None
    until = _tried(lambda: _last_end(packet.PacketPile.from_bytes(str(cert).encode())))
    return PublicKey(str(cert), cert.fingerprint, cert.expiration, cert.is_revoked, encrypts, until)


def _last_end(packets: "Iterable[packet.Packet]") -> datetime | None:
    """When the last subkey for encryption ends; of several bindings of one the newest counts.

    Who extends a key often extends its primary part alone (RFC 9580 5.2.3.13).
    """
    made: datetime | None = None
    ends: list[datetime | None] = []  # of each subkey that encrypts
    newest: datetime | None = None  # binding of the subkey that is being read
    for one in packets:
        if one.tag == packet.Tag.PublicSubkey:
            made, newest = one.key_created, None
        elif made and one.tag == packet.Tag.Signature and _revokes(one):
            ends, made = ends[: -1 if newest else None], None
        elif made and one.tag == packet.Tag.Signature and _binds(one):
            signed, valid = one.signature_created, one.key_validity_period
            if signed and (newest is None or signed > newest):
                kept = ends[:-1] if newest else ends
                ends, newest = [*kept, made + valid if valid else None], signed
    known = [end for end in ends if end]
    return max(known) if known and len(known) == len(ends) else None


def _revokes(one: "packet.Packet") -> bool:
    return bool(one.signature_type == packet.SignatureType.SubkeyRevocation)


def _binds(one: "packet.Packet") -> bool:
    flags = one.key_flags
    binding = one.signature_type == packet.SignatureType.SubkeyBinding
    return bool(binding and flags and (flags.transport_encryption or flags.storage_encryption))


# -- words ----------------------------------------------------------------------------------------


def encrypt(content: bytes, key: PublicKey, own: OwnKey | None) -> bytes | None:
    """The content for this key alone, armored, signed by ours; None when that cannot be."""

    def made() -> bytes:
        signer = pysequoia.Tsk.from_bytes(own.secret.encode()).signer() if own else None
        cert = pysequoia.Cert.from_bytes(key.armored.encode())
        return bytes(pysequoia.encrypt(content, recipients=[cert], signer=signer))

    return _tried(made)


def decrypt(content: bytes, own: OwnKey, signers: Sequence[PublicKey]) -> Decrypted | None:
    """What is inside a message for our key; None when it does not open, or is too long.

    A process of its own does it: what unpacks without end, or breaks the library, ends there.
    """
    if not INSTALLED:
        return None
    asked = {
        "secret": own.secret,
        "signers": [key.armored for key in signers],
        "longest": LONGEST,
    }
    program = [sys.executable, "-P", str(Path(__file__).with_name("decrypting.py"))]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own file
            program, input=json.dumps(asked).encode() + b"\n" + content, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, timeout=_SECONDS, check=True,
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    fingerprint, _, inside = done.stdout.partition(b"\n")
    return Decrypted(inside, fingerprint.decode("ascii"))


# -- signatures -----------------------------------------------------------------------------------


def detached(content: bytes, armored: bytes, signers: Sequence[PublicKey]) -> Signature | None:
    """The valid signature by one of these keys over exactly this content."""

    def read() -> Signature:
        made = pysequoia.Sig.from_bytes(armored)
        found = pysequoia.verify(bytes=content, store=_store(signers), signature=made)
        return _signature(found.valid_sigs[0].certificate, made.created, content)

    return _tried(read)


def clear(content: bytes, signers: Sequence[PublicKey]) -> tuple[bytes, Signature] | None:
    """The words of a text that is one cleartext signature as a whole, and who made it.

    Words beside the armour would be nobody's, so that a text with any is not signed.
    """
    whole = _CLEAR.match(content)
    if whole is None or len(_CLEAR_BEGINS.findall(content)) != 1:
        return None

    def read() -> tuple[bytes, Signature]:
        found = pysequoia.verify(bytes=content.strip(), store=_store(signers))
        made = pysequoia.Sig.from_bytes(whole[1]).created
        inside = bytes(found.bytes or b"")
        return inside, _signature(found.valid_sigs[0].certificate, made, inside)

    return _tried(read)


def combined(inside: Decrypted) -> Signature | None:
    """The signature within an encrypted message (RFC 3156 6.2); when it was made is not known."""
    return _signature(inside.fingerprint, None, inside.content) if inside.fingerprint else None


def _store(signers: Sequence[PublicKey]) -> "Callable[[list[str]], list[pysequoia.Cert]]":
    certs = [pysequoia.Cert.from_bytes(key.armored.encode()) for key in signers]
    return lambda _ids: certs


def _signature(fingerprint: str, made: datetime | None, content: bytes) -> Signature:
    digest = hashlib.sha256(f"{fingerprint}|{made}|".encode())
    digest.update(content)
    return Signature(fingerprint, made, digest.hexdigest())
