"""Whose OpenPGP key is whose: the committee's own, and each member's, from the configuration.

A key is asked for at every use, with the time: one that expired since the start is none. What
cannot be read is none either; `problems` says so to `cocmail check`, and `soon` to those whose
mail will stop being readable. All of it follows from the configuration and the clock, so that it
tells nothing of any case (promise 4). Not here: the cryptography (mail/openpgp.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cocmail.config import Config, Problem
from cocmail.mail import openpgp, pgpmime
from cocmail.mail.openpgp import OwnKey, PublicKey
from cocmail.mail.pgpmime import Opened

AHEAD = timedelta(days=30)  # a key that ends within this is spoken of
COMMITTEE = ""  # in the place of a person: the committee's own key
_LONGEST = 1_000_000  # bytes of a key file


@dataclass(frozen=True, slots=True)
class Ending:
    """A key that stops working soon, or has stopped: whose, which, and since or by when."""

    person: str
    fingerprint: str
    expires: datetime | None
    over: bool


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of one committee."""

    own: OwnKey | None
    members: Mapping[str, PublicKey]
    must_sign: frozenset[str]

    @classmethod
    def of(cls, config: Config) -> "Keyring":
        """Every key that can be read."""
        found = {m.id: _public(m.openpgp) for m in config.members if m.openpgp}
        return cls(
            _own(config.committee.openpgp_key_file),
            {person: key for person, key in found.items() if key is not None},
            frozenset(member.id for member in config.members if member.signed_commands),
        )

    def reads(self, person: str, now: datetime) -> PublicKey | None:
        """The key under which this member can be written to now."""
        key = self.members.get(person)
        return key if key is not None and key.reads(now) else None

    def sealed(self, letter: bytes, person: str, now: datetime) -> bytes | None:
        """One of our letters, encrypted for this member; None where that cannot be."""
        key = self.reads(person, now)
        if key is None:
            return None
        own = self.own if self.own and self.own.public.alive(now) else None
        return pgpmime.sealed(letter, lambda inside: openpgp.encrypt(inside, key, own))

    def opened(self, raw: bytes, now: datetime) -> Opened:
        """A mail that came, decrypted where it is for us; its signature checked."""
        if self.own is None and not self.members:
            return Opened(raw)
        return pgpmime.opened(raw, self.own, tuple(self.members.values()), now)

    def signer(self, came: Opened) -> str:
        """The member whose key signed all the words of this mail, "" for nobody known."""
        if came.signature is None:
            return ""
        made = came.signature.fingerprint
        return next((p for p, key in self.members.items() if key.fingerprint == made), "")

    def offered(self, now: datetime) -> PublicKey | None:
        """The committee's key, to be given to whoever wants to write encrypted."""
        return self.own.public if self.own and self.own.public.reads(now) else None

    def endings(self, now: datetime) -> Iterator[Ending]:
        """Every key that ended, or will within `AHEAD`; the committee's own first."""
        held = {COMMITTEE: self.own.public} if self.own else {}
        for person, key in {**held, **self.members}.items():
            over = not key.alive(now) or (key.ends is not None and key.ends <= now)
            if over or (key.ends is not None and key.ends - now <= AHEAD):
                yield Ending(person, key.fingerprint, key.ends, over)


def grouped(fingerprint: str) -> str:
    """A fingerprint as people compare it, in groups of four."""
    upper = fingerprint.upper()
    return " ".join(upper[at : at + 4] for at in range(0, len(upper), 4))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST)
    except OSError:
        return b""


def _public(path: Path | None) -> PublicKey | None:
    return openpgp.public_key(_content(path)) if path else None


def _own(path: Path | None) -> OwnKey | None:
    return openpgp.own_key(_content(path)) if path else None


# -- for `cocmail check` --------------------------------------------------------------------------


def problems(config: Config, now: datetime) -> list[Problem]:
    """Every key that cannot be used now, with its remedy."""
    file = str(config.file)
    own = config.committee.openpgp_key_file
    wanted = [m for m in config.members if m.openpgp]
    if not openpgp.INSTALLED:
        keys = ["committee.openpgp_key_file"] if own else []
        keys += [f"members.{m.id}.openpgp" for m in wanted]
        said = "cannot be used: OpenPGP is not installed", "run pip install 'cocmail[pgp]'"
        return [Problem(file, key, *said) for key in keys]
    found = []
    if own:
        said_own = _fault_of_own(_own(own), now)
        found += [Problem(file, "committee.openpgp_key_file", *said_own)] if said_own else []
    for member in wanted:
        needed = member.delivery == "encrypted"
        said_of = _fault(_public(member.openpgp), now, encrypts=needed)
        found += [Problem(file, f"members.{member.id}.openpgp", *said_of)] if said_of else []
    return found


def cautions(config: Config, now: datetime) -> list[Problem]:
    """Every key that will end soon."""
    found = []
    for ending in Keyring.of(config).endings(now):
        if not ending.over and ending.expires is not None:
            whose = f"members.{ending.person}.openpgp"
            key = whose if ending.person else "committee.openpgp_key_file"
            problem = f"expires on {ending.expires:%Y-%m-%d}"
            found.append(Problem(str(config.file), key, problem, _RENEW))
    return found


_RENEW = "extend the key, export it again, and put the new file here"


def _fault_of_own(key: OwnKey | None, now: datetime) -> tuple[str, str] | None:
    if key is None:
        remedy = "export the secret key without a passphrase, one that can sign and encrypt"
        return "holds no secret OpenPGP key that can be used", remedy
    return _fault(key.public, now, encrypts=True)


def _fault(key: PublicKey | None, now: datetime, *, encrypts: bool) -> tuple[str, str] | None:
    if key is None:
        remedy = "put the member's public key there: gpg --armor --export ADDRESS"
        return "holds no OpenPGP public key", remedy
    if key.revoked:
        return "is revoked", "put the member's new public key there"
    if not key.alive(now):
        return f"expired on {key.expires:%Y-%m-%d}", _RENEW
    if encrypts and not key.reads(now):
        return "cannot be encrypted to", "put a key there that has an encryption subkey"
    return None
