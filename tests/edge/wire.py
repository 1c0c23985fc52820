"""For the tests of the doors: a raw client, and a house that only remembers. No assertions here."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cocmail.edge.smtp import Door
from cocmail.mail.arrival import Arrival, DoorKind

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def noon() -> datetime:
    return NOON


@dataclass
class Desk:
    """Takes what goes to our.test; `verdict` decides, `open` holds every commit back until set."""

    verdict: Callable[[Arrival], Sequence[bool]] = lambda arrival: [True] * len(arrival.recipients)
    arrivals: list[Arrival] = field(default_factory=list)
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    open: asyncio.Event = field(default_factory=asyncio.Event)
    kept: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.open.set()

    def is_ours(self, address: str) -> bool:
        return address.lower().endswith("@our.test")

    async def take(self, arrival: Arrival) -> Sequence[bool]:
        self.begun.set()
        await self.open.wait()
        verdict = self.verdict(arrival)
        self.arrivals.append(arrival)
        self.kept.set()
        return verdict


class Wire:
    """A client that sends bytes and reads replies, and nothing cleverer."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def to(cls, port: int) -> "Wire":
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    @classmethod
    async def greeted(cls, port: int, hello: str = "EHLO client.test") -> "Wire":
        wire = await cls.to(port)
        await wire.reply()
        await wire.say(hello)
        return wire

    async def reply(self) -> str:
        """One reply, all its lines; "" at the end of the connection."""
        lines = []
        while True:
            line = (await self.reader.readline()).decode()
            lines.append(line)
            if line[3:4] != "-":
                return "".join(lines).rstrip("\r\n")

    async def send(self, content: bytes) -> None:
        self.writer.write(content)
        await self.writer.drain()

    async def say(self, command: str) -> str:
        await self.send(command.encode("utf-8", "surrogateescape") + b"\r\n")
        return await self.reply()

    async def envelope(self, *recipients: str, sender: str = "rita@away.test") -> None:
        """MAIL, RCPT for each, DATA; up to the 354."""
        await self.say(f"MAIL FROM:<{sender}>")
        for recipient in recipients or ("conduct@our.test",):
            await self.say(f"RCPT TO:<{recipient}>")
        await self.say("DATA")

    async def close(self) -> None:
        self.writer.close()
        with contextlib.suppress(ConnectionError, OSError):
            await self.writer.wait_closed()


MAIL = b"Subject: hello\r\n\r\nSomething happened.\r\n"


def fail(_arrival: Arrival) -> Sequence[bool]:
    raise ValueError("secret of rita@away.test")


@contextlib.asynccontextmanager
async def door(kind: DoorKind, desk: Desk, **settings: object) -> AsyncIterator[Door]:
    opened = Door(kind, ("127.0.0.1", 0), desk, noon, hostname="mx.our.test", **settings)  # type: ignore[arg-type]
    await opened.start()
    try:
        yield opened
    finally:
        desk.open.set()
        await opened.stop(grace=2)


def certificate(folder: Path, name: str = "127.0.0.1") -> tuple[Path, Path]:
    """A self-signed certificate and its key, as two files."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(made - timedelta(days=1))
        .not_valid_after(made + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(name))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    cert_file, key_file = folder / "cert.pem", folder / "key.pem"
    cert_file.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return cert_file, key_file
