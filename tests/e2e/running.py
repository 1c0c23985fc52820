"""A daemon as a process of its own with a sink as next hop, and the people who write to it.

Time is the machine's; nothing waits but for something to happen. Not here: assertions.
"""

import asyncio
import contextlib
import itertools
import os
import re
import socket
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime, localtime
from pathlib import Path

from cocmail.config import Config, load
from cocmail.core import entries as e
from cocmail.edge.sink import Received, Sink
from cocmail.keys import Keys
from cocmail.mail.parse import Mail, parse
from cocmail.store import Store

ALIAS = "conduct@example.test"
PEOPLE = {
    "ana": "Ana Ruiz",
    "bo": "Bo Lind",
    "chi": "Chi Okafor",
    "dee": "Dee Novak",
    "eli": "Eli Brandt",
}
SERVE = Path(__file__).with_name("serve.py")
_COUNT = itertools.count(1)


def configuration(procedure: str, ports: tuple[int, int, int], *, more: str = "") -> str:
    """A committee of five behind both doors; `ports` are those of SMTP, LMTP and the next hop."""
    lines = [
        "[committee]",
        'name = "Example Project Code of Conduct Committee"',
        f'alias = "{ALIAS}"',
        f'procedure = "{procedure}"',
        'chair = "ana"',
        'emergency = "If you are in danger, call your local emergency number first."',
    ]
    for person, name in PEOPLE.items():
        lines += [
            "[[members]]",
            f'id = "{person}"',
            f'name = "{name}"',
            f'addresses = ["{member(person)}"]',
        ]
    lines += [
        "[[council]]",
        'id = "kim"',
        'name = "Kim Sato"',
        'addresses = ["kim@council.test"]',
        "contact = true",
        "[screening]",
        'rota = ["dee", "ana", "bo"]',
        "[smtp]",
        f'listen = "127.0.0.1:{ports[0]}"',
        'size_limit = "35 MB"',
        "[lmtp]",
        f'listen = "127.0.0.1:{ports[1]}"',
        "[relay]",
        'trusted_peers = ["127.0.0.1", "unix"]',
        'authserv_id = "mx.example.test"',
        "[smarthost]",
        f'url = "smtp://127.0.0.1:{ports[2]}"',
        "connections = 4",
        "[limits]",
        "reports_per_sender_per_day = 100000",
        "unauthenticated_per_domain_per_hour = 100000",
        "unauthenticated_per_hour = 100000",
        more,
    ]
    return "\n".join(lines)


def member(person: str) -> str:
    """The address of a member."""
    return f"{person}@members.test"


def mail(
    sender: str,
    to: str,
    text: str,
    *,
    subject: str = "hello",
    proof: str = "pass",
    answers: Mail | None = None,
    attach: Iterable[tuple[str, bytes]] = (),
) -> bytes:
    """A mail as our own relay would hand it on; `proof` "" leaves its verdict out."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = format_datetime(localtime())
    message["Message-ID"] = f"<m{next(_COUNT)}@{sender.rpartition('@')[2]}>"
    if answers is not None:
        message["In-Reply-To"] = f"<{answers.message_id}>"
    message.set_content(text)
    for name, content in attach:
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    raw = message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    if proof:
        said = f"Authentication-Results: mx.example.test; dmarc={proof} "
        raw = f"{said}header.from={sender.rpartition('@')[2]}\r\n".encode() + raw
    return raw


@dataclass
class Elsewhere(Sink):
    """A next hop in another process."""

    port: int

    async def start(self) -> None:
        """It runs already."""

    async def stop(self) -> None:
        """Whoever started it ends it."""


class Session:
    """One client connection. Replies are whole; "" is the end of the connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    async def to(cls, port: int, hello: str) -> "Session":
        """Connect and greet. Raises OSError."""
        session = cls(*await asyncio.open_connection("127.0.0.1", port))
        await session.reply()
        await session.say(hello)
        return session

    async def reply(self) -> str:
        """One reply, all its lines."""
        lines = []
        while True:
            line = (await self.reader.readline()).decode()
            lines.append(line)
            if line[3:4] != "-":
                return "".join(lines).rstrip("\r\n")

    async def send(self, content: bytes) -> None:
        """Say these bytes."""
        self.writer.write(content)
        await self.writer.drain()

    async def say(self, command: str) -> str:
        """One command and its reply."""
        await self.send(command.encode() + b"\r\n")
        return await self.reply()

    async def hand_in(self, raw: bytes, sender: str, *to: str, answers: int = 1) -> list[str]:
        """One transaction; the answers to the dot, or the first refusal before it."""
        said = await self.say(f"MAIL FROM:<{sender}>")
        for recipient in to:
            if said.startswith("250"):
                said = await self.say(f"RCPT TO:<{recipient}>")
        if said.startswith("250"):
            said = await self.say("DATA")
        if not said.startswith("354"):
            return [said]
        stuffed = (b"\r\n" + raw).replace(b"\r\n.", b"\r\n..")[2:]
        await self.send(stuffed + (b"" if stuffed.endswith(b"\r\n") else b"\r\n") + b".\r\n")
        return [await self.reply() for _ in range(answers)]

    async def close(self) -> None:
        """Hang up."""
        self.writer.close()
        with contextlib.suppress(OSError):
            await self.writer.wait_closed()


@dataclass
class Running:
    """One daemon, its folder and its next hop."""

    folder: Path
    procedure: str = "numpy"
    more: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    command: tuple[str, ...] = (sys.executable, str(SERVE))
    sink: Sink = field(default_factory=Sink)
    ports: tuple[int, ...] = ()  # of SMTP and LMTP, where somebody has to know them before
    socket: Path | None = None  # the LMTP door instead of its port
    alias: str = ALIAS
    process: asyncio.subprocess.Process | None = None

    async def open(self) -> None:
        """Write the configuration, start the next hop and the daemon."""
        self.smtp, self.lmtp = self.ports or free_ports(2)
        await self.sink.start()
        self.file = self.folder / "cocmail.toml"
        ports = (self.smtp, self.lmtp, self.sink.port)
        said = configuration(self.procedure, ports, more=self.more)
        said = said.replace(f'"{ALIAS}"', f'"{self.alias}"')
        if self.socket:
            said = said.replace(f"127.0.0.1:{self.lmtp}", f"unix:{self.socket}")
        self.file.write_text(said)
        await self.start()

    async def start(self) -> None:
        """Start the daemon; returns when its doors are open."""
        with self.journal.open("ab") as journal:
            self.process = await asyncio.create_subprocess_exec(
                *self.command,
                str(self.file),
                stdout=asyncio.subprocess.DEVNULL,
                stderr=journal,
                env={**os.environ, **self.environment},
            )
        await self.until(self._is_open)

    def _is_open(self) -> bool:
        assert self.process is not None
        if self.process.returncode is not None:
            raise RuntimeError(f"the daemon ended: {self.journal.read_text()[-2000:]}")
        if self.socket:
            return self.socket.exists()
        with socket.socket() as probe, contextlib.suppress(OSError):
            # The LMTP door is the last to open.
            return probe.connect_ex(("127.0.0.1", self.lmtp)) == 0
        return False

    async def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()

    async def stop(self) -> None:
        """TERM, and wait."""
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()
        async with asyncio.timeout(20):
            await self.process.wait()

    async def close(self) -> None:
        """End everything, whatever state it is in."""
        if self.process is not None and self.process.returncode is None:
            await self.kill()
        await self.sink.stop()

    # -- writing -----------------------------------------------------------------------------------

    async def session(self, door: str = "lmtp") -> Session:
        """A connection to one of the doors."""
        port = self.lmtp if door == "lmtp" else self.smtp
        return await Session.to(port, "LHLO mx.test" if door == "lmtp" else "EHLO mx.test")

    async def send(self, raw: bytes, sender: str, *to: str, door: str = "lmtp") -> list[str]:
        """One mail on a connection of its own."""
        session = await self.session(door)
        try:
            count = len(to) if door == "lmtp" else 1
            return await session.hand_in(raw, sender, *to, answers=count)
        finally:
            await session.close()

    async def report(self, text: str, sender: str = "rita@home.test") -> None:
        """A report to the alias."""
        said = await self.send(mail(sender, ALIAS, text), sender, ALIAS)
        assert said[0].startswith("250"), said

    async def answer(self, letter: Mail, person: str, text: str, **more: str) -> None:
        """A member replies to a letter."""
        to = letter.sender_reply_to[0].addr
        raw = mail(member(person), to, text, answers=letter, **more)  # type: ignore[arg-type]
        said = await self.send(raw, member(person), to)
        assert said[0].startswith("250"), said

    # -- looking -----------------------------------------------------------------------------------

    @property
    def journal(self) -> Path:
        """What the daemon said on stderr, over all its lives."""
        return self.folder / "journal"

    def received(self, address: str) -> list[Received]:
        """What reached one mailbox, as it came."""
        return [r for r in self.sink.letters if r.rcpt_tos == (address,)]

    def box(self, address: str, template: str = "") -> list[Mail]:
        """What reached one mailbox, or only the letters from one template."""
        found = [parse(r.content) for r in self.received(address)]
        return [m for m in found if not template or m.header("X-Cocmail") == template]

    async def letter(self, address: str, template: str = "") -> Mail:
        """The newest such letter, as soon as there is one."""
        await self.until(lambda: bool(self.box(address, template)))
        return self.box(address, template)[-1]

    async def until(self, happened: Callable[[], bool], seconds: float = 30) -> None:
        """Wait until something is so. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not happened():
                await asyncio.sleep(0.02)

    async def at_rest(self, seconds: float = 90) -> None:
        """Wait until nothing due is left in the outbox."""
        with self.store() as store:
            await self.until(lambda: not store.counts().errands, seconds)

    @contextlib.contextmanager
    def store(self) -> Iterator[Store]:
        """The log, read beside the daemon."""
        config = load(self.file)
        assert isinstance(config, Config), config
        path = config.store.path
        keys = Keys.open(config.store.key_file, path.with_suffix(".keys"))
        try:
            store = Store.open(path, keys, readonly=True)
            try:
                yield store
            finally:
                store.close()
        finally:
            keys.close()

    def facts(self, kind: str) -> list[object]:
        """Every fact of this kind in the log, the house's included, in order."""
        with self.store() as store:
            found = []
            for row in store.case_rows():
                found += [(r.seq, e.read(r.kind, r.payload)) for r in store.entries(row.no)
                          if r.kind == kind]  # fmt: skip
        return [fact for _, fact in sorted(found, key=lambda one: one[0])]


@contextlib.asynccontextmanager
async def running(folder: Path, **settings: object) -> AsyncIterator[Running]:
    """A daemon for the length of a test."""
    house = Running(folder, **settings)  # type: ignore[arg-type]
    try:
        await house.open()
        yield house
    finally:
        await house.close()


# Below the ports that the system gives to clients, and a stretch for each process that tests: a
# port found free here is still free when the server that gets it begins to listen.
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_PORTS = itertools.cycle(range(20_000 + 1_000 * _WORKER, 21_000 + 1_000 * _WORKER))


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on, each given once."""
    found: list[int] = []
    while len(found) < count:
        port = next(_PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            found.append(port)
    return found


def code_of(letter: Mail) -> str:
    """The code name in a subject, "" without one."""
    found = re.match(r"\[([^\]]+)\]", letter.subject)
    return found[1] if found else ""
