"""A next hop for tests and for `cocmail demo`: a real SMTP server that keeps what it is given.

It listens on loopback only and answers as its script says, so that every way in which a letter
can fare happens over a real socket. Not here: anything the daemon uses in earnest.
"""

import asyncio
import collections
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as Greeted

# What the script returns, besides None (250) and a reply for RCPT such as "450 4.2.1 later":
HANG_UP = "hang up"  # the text is kept, the connection closed without an answer to the dot
AFTER_DOT = "after the dot: "  # prefix: the reply that follows is given to the dot

Script = Callable[[str, int], str | None]


@dataclass(frozen=True, slots=True)
class Received:
    """One letter as it arrived: envelope and content."""

    envelope_from: str
    rcpt_tos: tuple[str, ...]
    content: bytes


def always_accept(_recipient: str, _attempt: int) -> str | None:
    """The script of a willing server."""
    return None


class Sink:
    """An SMTP server on 127.0.0.1 with a free port.

    `script(recipient, attempt)` is asked at every RCPT, `attempt` counting from 1 for each
    recipient. `connections` counts how many were opened, `letters` holds what was taken, also
    when the answer was lost by a scripted hang-up.
    """

    def __init__(
        self, script: Script = always_accept, *, tls: ssl.SSLContext | None = None, port: int = 0
    ) -> None:
        self.script = script
        self.letters: list[Received] = []
        self.connections = 0
        self.port = port
        self._tls = tls
        self._attempts: collections.Counter[str] = collections.Counter()
        self._open: set[_Line] = set()
        self._changed = asyncio.Condition()
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen; `port` then tells where."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Line(self), "127.0.0.1", self.port)
        self.port = int(self._server.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Stop listening and cut every connection."""
        if self._server is None:
            return
        self._server.close()
        self.hang_up()
        while self._open:
            await self._wait_for_change()
        await self._server.wait_closed()
        self._server = None

    def hang_up(self) -> None:
        """Cut every open connection, as a server does that has waited long enough."""
        for line in tuple(self._open):
            line.cut()

    async def wait_for(self, count: int) -> list[Received]:
        """The letters, as soon as there are at least `count` of them."""
        while len(self.letters) < count:
            await self._wait_for_change()
        return self.letters

    async def wait_until_alone(self) -> None:
        """Return when no connection is open any more."""
        while self._open:
            await self._wait_for_change()

    async def handle_RCPT(  # noqa: N802 - the library's name
        self,
        server: SMTP,
        _session: Greeted,
        envelope: Envelope,
        address: str,
        _parameters: list[str],
    ) -> str:
        """Answer as the script says; remember what it says about the dot."""
        self._attempts[address] += 1
        answer = self.script(address, self._attempts[address]) or "250 2.1.5 OK"
        at_dot = answer == HANG_UP or answer.startswith(AFTER_DOT)
        cast(_Line, server).at_dot = answer if at_dot else None
        if at_dot or answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK" if at_dot else answer

    async def handle_DATA(  # noqa: N802 - the library's name
        self, server: SMTP, _session: Greeted, envelope: Envelope
    ) -> str:
        """Keep the letter and answer, or keep it and hang up, or do not keep it."""
        line = cast(_Line, server)
        answer, line.at_dot = line.at_dot, None
        if answer is not None and answer.startswith(AFTER_DOT):
            return answer.removeprefix(AFTER_DOT)
        sender = "" if envelope.mail_from == "<>" else str(envelope.mail_from)
        content = envelope.original_content or b""
        self.letters.append(Received(sender, tuple(envelope.rcpt_tos), content))
        await self._tell()
        if answer == HANG_UP:
            line.cut()
        return "250 2.0.0 taken"

    def opened(self, line: "_Line") -> None:
        """A connection was opened."""
        self.connections += 1
        self._open.add(line)

    def closed(self, line: "_Line") -> None:
        """A connection was closed."""
        self._open.discard(line)
        task = asyncio.get_running_loop().create_task(self._tell())
        # The task is held by the connection, which outlives it.
        line.last_words = task

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _wait_for_change(self) -> None:
        async with self._changed:
            await self._changed.wait()


class _Line(SMTP):
    """One connection to the sink."""

    line_length_limit = 2**17

    def __init__(self, sink: Sink) -> None:
        self.command_size_limits = collections.defaultdict(lambda: 2048)
        self.at_dot: str | None = None
        self.last_words: asyncio.Task[None] | None = None
        self._sink = sink
        super().__init__(
            sink,
            data_size_limit=100_000_000,
            enable_SMTPUTF8=True,
            hostname="sink.test",
            ident="sink",
            tls_context=sink._tls,
            auth_exclude_mechanism=("LOGIN", "PLAIN"),
            loop=asyncio.get_running_loop(),
        )

    def cut(self) -> None:
        """Close without a word."""
        if self.transport is not None:
            cast(asyncio.Transport, self.transport).abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if self._original_transport is None:
            self._sink.opened(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self._sink.closed(self)
