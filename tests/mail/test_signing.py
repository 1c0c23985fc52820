"""DKIM signatures of ours: they verify, they align, and nobody can add a header under them."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from cocmail.mail.build import Head, letter_bytes
from cocmail.mail.signing import Signer

KEY = rsa.generate_private_key(65537, 2048)
PEM = KEY.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
PUBLIC = base64.b64encode(
    KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
)
SIGNER = Signer("conduct", "project.test", PEM)


def names(name: bytes, timeout: int = 5) -> bytes:
    assert name == b"conduct._domainkey.project.test."
    return b"v=DKIM1; k=rsa; p=" + PUBLIC


def letter(text: str) -> bytes:
    head = Head(
        from_name="Committee",
        from_addr="conduct@project.test",
        to_addr="rita@home.test",
        reply_to_name="Committee",
        reply_to_addr="conduct+r-abc@project.test",
        subject="Your message",
        message_id="k7.one@project.test",
        date=datetime(2026, 3, 2, 12, tzinfo=UTC),
        references=(),
        in_reply_to="",
        auto_submitted="auto-replied",
        template="",
        loop_mark="mark",
    )
    return letter_bytes(head, text)


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_every_letter_verifies_after_signing(text: str) -> None:
    content = letter(text)
    signed = SIGNER.signed(content)
    assert signed.endswith(content)
    assert dkim.verify(signed, dnsfunc=names)
    assert b"d=project.test" in signed.partition(b"\r\n\r\n")[0]


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "the words": lambda mail: mail.replace(b"Hello", b"Hallo"),
    "the subject": lambda mail: mail.replace(b"Subject: Your", b"Subject: Our"),
    "a second From": lambda mail: b"From: sam@x.test\r\n" + mail,
    "a second Reply-To": lambda mail: b"Reply-To: sam@x.test\r\n" + mail,
    "words below": lambda mail: mail + b"and more\r\n",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_letter_does_not_verify(change: str) -> None:
    assert not dkim.verify(CHANGES[change](SIGNER.signed(letter("Hello"))), dnsfunc=names)


@pytest.mark.parametrize("key", [b"", b"no key", PEM[:200]])
def test_a_key_of_no_use_is_found_at_once(key: bytes) -> None:
    with pytest.raises(ValueError, match="RSA"):
        Signer("conduct", "project.test", key)
