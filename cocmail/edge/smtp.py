"""The SMTP and LMTP doors: they take mail in and answer only when the house has kept it.

One Door is one listening socket. A connection (session.py) turns a transaction into an Arrival;
the Door hands it to the Frontdesk, and 250 is said after that returned, never before.
Not here: the protocol (session.py), what a mail means, which addresses exist (the Frontdesk is
asked).
"""

import asyncio
import collections
import contextlib
import os
import socket
import ssl
import stat
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, cast

from cocmail import journal
from cocmail.edge.session import Guarded, Hooks, LmtpSession, SmtpSession
from cocmail.mail.arrival import Arrival, DoorKind

_LARGE_AT_ONCE = 4
_FULL = b"421 4.3.2 too many connections, please try again later\r\n"


class Frontdesk(Protocol):
    """What a door needs of the house."""

    def is_ours(self, address: str) -> bool:
        """Whether this envelope recipient is one of ours (product.md, 3)."""

    async def take(self, arrival: Arrival) -> Sequence[bool]:
        """Keep the mail durably; one answer per recipient. Returns after the commit only."""


class _Turnstile(asyncio.Protocol):
    """Counts before anything is built for a connection, so that a flood costs little (P9)."""

    def __init__(self, door: "Door") -> None:
        self._door = door

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        flow = cast(asyncio.Transport, transport)
        session = self._door.admit(_peer_of(flow))
        if session is None:
            flow.write(_FULL)
            flow.close()
            return
        flow.set_protocol(session)
        session.connection_made(flow)


def _peer_of(transport: asyncio.BaseTransport) -> str:
    name = transport.get_extra_info("peername")
    return str(name[0]) if isinstance(name, tuple) else "unix"


class Door:
    """One listening socket, SMTP or LMTP.

    `listen` is (host, port), where port 0 lets the system choose, or the path of a unix socket.
    `clock` returns aware UTC. `size_limit` is in bytes, `idle` and `session` in seconds.
    `connections` bounds the open connections; one SMTP peer may hold half of them, an LMTP peer
    all, because behind LMTP there is only our own relay. `tls` offers STARTTLS.
    """

    def __init__(
        self,
        kind: DoorKind,
        listen: tuple[str, int] | Path,
        frontdesk: Frontdesk,
        clock: Callable[[], datetime],
        *,
        hostname: str,
        size_limit: int = 35_000_000,
        connections: int = 100,
        tls: ssl.SSLContext | None = None,
        idle: float = 60,
        session: float = 600,
    ) -> None:
        self.kind = kind
        self.hostname = hostname
        self.size_limit = size_limit
        self.tls = tls
        self.idle = idle
        self.session = session
        self.clock = clock
        self.hooks = Hooks(frontdesk, hostname)
        self.room = asyncio.Semaphore(_LARGE_AT_ONCE)
        self._listen = listen
        self._frontdesk = frontdesk
        self._connections = connections
        self._per_peer = connections if kind == "lmtp" else max(1, connections // 2)
        self._peers: collections.Counter[str] = collections.Counter()
        self._sessions: set[Guarded] = set()
        self._keeping: set[asyncio.Task[Sequence[bool]]] = set()
        self._server: asyncio.Server | None = None

    @property
    def port(self) -> int:
        """The TCP port in use; 0 for a unix socket or before `start`."""
        if self._server is None or isinstance(self._listen, Path) or not self._server.sockets:
            return 0
        return int(self._server.sockets[0].getsockname()[1])

    async def start(self) -> None:
        """Listen. Raises OSError when the address is in use or not allowed."""
        journal.tame()
        loop = asyncio.get_running_loop()
        if isinstance(self._listen, Path):
            bound = _bind_unix(self._listen)
            self._server = await loop.create_unix_server(lambda: _Turnstile(self), sock=bound)
        else:
            host, port = self._listen
            self._server = await loop.create_server(lambda: _Turnstile(self), host, port)

    async def stop(self, grace: float = 5) -> None:
        """Stop listening, let mails in hand be answered for `grace` seconds, then cut (P14)."""
        if self._server is None:
            return
        self._server.close()
        for session in tuple(self._sessions):
            session.leave()
        waiting: list[asyncio.Future[Any]] = [s.gone for s in self._sessions]
        if waiting := [*waiting, *self._keeping]:
            await asyncio.wait(waiting, timeout=grace)
        for session in tuple(self._sessions):
            session.abort()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._server.wait_closed(), grace)
        self._server = None
        if isinstance(self._listen, Path):
            self._listen.unlink(missing_ok=True)

    def admit(self, peer: str) -> Guarded | None:
        """A session for a new connection; None when there are too many."""
        crowded = peer != "unix" and self._peers[peer] >= self._per_peer
        if crowded or len(self._sessions) >= self._connections:
            journal.note("turned-away", open=len(self._sessions))
            return None
        kind = SmtpSession if self.kind == "smtp" else LmtpSession
        session = kind(self, peer)
        self._sessions.add(session)
        self._peers[peer] += 1
        return session

    def forget(self, session: Guarded) -> None:
        """A connection is closed."""
        self._sessions.discard(session)
        self._peers[session.peer] -= 1
        self._peers += collections.Counter()  # drops the zeros

    async def keep(self, arrival: Arrival) -> Sequence[bool]:
        """Ask the house to keep it. A peer that hangs up does not stop the commit (P4)."""
        task = asyncio.create_task(self._keep(arrival))
        self._keeping.add(task)
        task.add_done_callback(self._keeping.discard)
        return await asyncio.shield(task)

    async def _keep(self, arrival: Arrival) -> Sequence[bool]:
        count = len(arrival.recipients)
        try:
            kept = tuple(await self._frontdesk.take(arrival))
        except Exception as error:  # noqa: BLE001 - our fault is 451, never a lost report
            journal.note("not-kept", where="door", cause=journal.cause(error))
            kept = ()
        return tuple(n < len(kept) and bool(kept[n]) for n in range(count))


def starttls_context(certificate: Path, key: Path) -> ssl.SSLContext:
    """A server context. Raises OSError or ssl.SSLError when the files do not fit together."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def _bind_unix(path: Path) -> socket.socket:
    """A unix socket with mode 0660. One left by a dead daemon is removed, a live one is not."""
    bound = socket.socket(socket.AF_UNIX)
    try:
        if path.exists() and stat.S_ISSOCK(path.stat().st_mode):
            _remove_if_stale(path)
        mask = os.umask(0o117)
        try:
            bound.bind(str(path))
        finally:
            os.umask(mask)
        bound.setblocking(False)
    except OSError:
        bound.close()
        raise
    return bound


def _remove_if_stale(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(1)
        try:
            probe.connect(str(path))
        except ConnectionRefusedError:
            path.unlink()
