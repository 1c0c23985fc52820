"""Where no relay is named, the daemon verifies DKIM itself: DNS that is silent is no answer."""

import asyncio
import base64
import smtplib
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from stages import StoryClock
from talk import ALIAS, MONDAY, toml

from cocmail.config import Config, load
from cocmail.daemon import Daemon

_KEY = rsa.generate_private_key(65537, 2048)
PEM = _KEY.private_bytes(
    serialization.Encoding.PEM,
    serialization.PrivateFormat.TraditionalOpenSSL,
    serialization.NoEncryption(),
)
RECORD = b"v=DKIM1; k=rsa; p=" + base64.b64encode(
    _KEY.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
)
REPORT = (
    b"From: Rita Vale <rita@home.test>\r\nTo: conduct@example.test\r\nSubject: The call\r\n"
    b"Date: Mon, 02 Mar 2026 09:00:00 +0000\r\nMessage-ID: <1@home.test>\r\n\r\n"
    b"Somebody in the weekly call makes fun of the accents of others, every single week, and\r\n"
    b"nobody in the call says anything against it. Please talk to them.\r\n"
)


class NameServers:
    """They answer from a dictionary, or are out of reach."""

    def __init__(self) -> None:
        self.reachable = True
        self.asked: list[str] = []

    async def txt(self, name: str) -> bytes | None:
        self.asked.append(name)
        if not self.reachable:
            raise OSError
        return {"s1._domainkey.home.test": RECORD}.get(name)


def signed(raw: bytes, name: bytes = b"DKIM-Signature") -> bytes:
    covered = [b"from", b"subject", b"date", b"message-id"]
    header = dkim.sign(raw, b"s1", b"home.test", PEM, include_headers=covered)
    return bytes(header).replace(b"DKIM-Signature", name, 1) + raw


async def standing(folder: Path) -> tuple[Daemon, NameServers]:
    """A daemon behind which no relay is believed."""
    folder.mkdir(parents=True, exist_ok=True)
    text = toml(procedure="numpy", members="ana bo chi").replace("127.0.0.1:8024", "127.0.0.1:0")
    text = text.replace('authserv_id = "mx.example.test"\n', "")
    (folder / "cocmail.toml").write_text(text)
    config = load(folder / "cocmail.toml")
    assert isinstance(config, Config), [str(p) for p in config]
    daemon, servers = Daemon(config, StoryClock(MONDAY)), NameServers()
    daemon._dns = servers  # type: ignore[assignment]
    await daemon.start()
    return daemon, servers


def _hand_in(port: int, raw: bytes) -> int:
    with smtplib.LMTP("127.0.0.1", port, local_hostname="relay.test") as line:
        try:
            line.sendmail("rita@home.test", [ALIAS], raw)
        except smtplib.SMTPRecipientsRefused as refused:
            return next(iter(refused.recipients.values()))[0]
        except smtplib.SMTPDataError as refused:
            return refused.smtp_code
    return 250


async def hand_in(daemon: Daemon, raw: bytes) -> int:
    return await asyncio.to_thread(_hand_in, daemon.doors[0].port, raw)


async def confirmed(daemon: Daemon) -> list[bool]:
    """Of each case, whether its reporter's address was proven."""

    def look() -> list[bool]:
        cases = daemon.house.records.cases("held", "open")
        return [case.parties["R1"].confirmed for case in cases]

    return await daemon.desk.ask(look)


async def test_451_until_the_key_can_be_asked_for(tmp_path: Path) -> None:
    """Neither believed nor taken for unsigned: the peer tries again, and once it counts."""
    daemon, servers = await standing(tmp_path)
    servers.reachable = False
    assert await hand_in(daemon, signed(REPORT)) == 451
    assert await confirmed(daemon) == []
    servers.reachable = True
    assert await hand_in(daemon, signed(REPORT)) == 250
    assert await confirmed(daemon) == [True]
    await daemon.stop()


@pytest.mark.parametrize("name", [b"DKIM-Signature", b"Dkim-Signature", b"dkim-signature"])
async def test_a_signature_counts_however_its_field_is_written(tmp_path: Path, name: bytes) -> None:
    daemon, servers = await standing(tmp_path)
    assert await hand_in(daemon, signed(REPORT, name)) == 250
    assert await confirmed(daemon) == [True]
    assert servers.asked == ["s1._domainkey.home.test"]
    await daemon.stop()


@pytest.mark.parametrize(
    "raw",
    [
        REPORT,
        b"Date: Tue, 03 Mar 2026 09:00:00 +0000\r\n" + signed(REPORT),
        b"Subject: Another\r\n" + signed(REPORT),
        signed(REPORT).replace(b"accents", b"clothes"),
        signed(REPORT).replace(b"rita@home.test", b"rita@other.test"),
        b"Authentication-Results: mx.example.test; dmarc=pass header.from=home.test\r\n" + REPORT,
        b"Authentication-Results: ; dmarc=pass header.from=home.test\r\n" + REPORT,
    ],
)
async def test_anything_else_proves_nothing(tmp_path: Path, raw: bytes) -> None:
    daemon, _ = await standing(tmp_path)
    assert await hand_in(daemon, raw) == 250
    assert await confirmed(daemon) == [False]
    await daemon.stop()
