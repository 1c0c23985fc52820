"""What cocmail is measured beside: servers as processes of their own, on loopback.

    python -m bench.yardsticks null PORT          aiosmtpd with a handler that keeps nothing
    python -m bench.yardsticks row PORT FILE      the same with one SQLite row, group-committed
    python -m bench.yardsticks hop PORT           a next hop that counts what it takes

The private Postfix of the end-to-end tests is the third yardstick. Not here: the figures.
"""

import asyncio
import os
import queue
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests" / "e2e"))

from hop import Hop
from postfix import DAEMONS, MASTER, POSTFIX, Postfix
from running import ALIAS, Elsewhere, Running, Session, free_ports, mail, running

__all__ = [
    "ALIAS", "POSTFIX", "READERS", "Alone", "Elsewhere", "Running", "Session", "free_ports",
    "mail", "running",
]  # fmt: skip

READERS = 5


class Null:
    """Takes everything and keeps nothing: the upper bound of the door."""

    async def handle_DATA(self, *_: Any) -> str:  # noqa: N802 - the library's name
        """Taken."""
        return "250 taken"


class Row:
    """One row a mail, on disk before the answer; what waits is one commit."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._waiting: queue.SimpleQueue[tuple[bytes, asyncio.Future[None]]] = queue.SimpleQueue()
        self._loop = asyncio.get_running_loop()
        threading.Thread(target=self._write, daemon=True).start()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        """Taken when it is on disk."""
        done: asyncio.Future[None] = self._loop.create_future()
        self._waiting.put((envelope.content, done))
        await done
        return "250 kept"

    def _write(self) -> None:
        log = sqlite3.connect(self._file, isolation_level=None)
        log.execute("pragma journal_mode = wal")
        log.execute("pragma synchronous = full")
        log.execute("create table mail(raw blob) strict")
        while True:
            batch = [self._waiting.get()]
            while not self._waiting.empty():
                batch.append(self._waiting.get())
            log.execute("begin immediate")
            log.executemany("insert into mail values (?)", [(raw,) for raw, _ in batch])
            log.execute("commit")
            self._loop.call_soon_threadsafe(self._tell, [done for _, done in batch])

    def _tell(self, taken: Iterable[asyncio.Future[None]]) -> None:
        for done in taken:
            done.set_result(None)


class Counting(Hop):
    """`XSEEN n` is answered as soon as n letters were taken since the last `XSEEN 0`."""

    seen = 0
    asked: tuple[int, "Counting"] | None = None

    def _answer(self, line: bytes) -> None:
        if self._text:
            Counting.seen += 1
        if line.startswith(b"XSEEN") and not self._text:
            wanted = int(line.split()[1])
            Counting.seen = Counting.seen if wanted else 0
            Counting.asked = (wanted, self)
        else:
            super()._answer(line)
        if Counting.asked and Counting.seen >= Counting.asked[0]:
            Counting.asked[1]._transport.write(b"250 seen\r\n")
            Counting.asked = None


class Alone(Postfix):
    """Postfix by itself: the alias is five members, and each gets a transaction of its own."""

    def deliver_to(self, port: int) -> None:
        """Write its configuration: everything goes to this port."""
        self.public, self.behind = free_ports(2)
        self.home.chmod(0o755)
        for folder in ("etc", "queue", "state"):
            (self.home / folder).mkdir(exist_ok=True)
        subprocess.run(["chown", "postfix", self.home / "state"], check=True)
        members = " ".join(f"m{n}@members.test" for n in range(READERS))
        lines = (
            "compatibility_level = 3.6", f"queue_directory = {self.home}/queue",
            f"data_directory = {self.home}/state", f"daemon_directory = {DAEMONS}",
            f"command_directory = {Path(POSTFIX or '').parent}", "mail_owner = postfix",
            "setgid_group = postdrop", f"maillog_file = {self.home}/postfix.log",
            f"maillog_file_prefixes = {self.home}", "inet_interfaces = 127.0.0.1",
            "inet_protocols = ipv4", "mynetworks = 127.0.0.0/8", "mydestination =",
            "alias_maps =", "alias_database =", "smtpd_peername_lookup = no",
            "smtp_dns_support_level = disabled", "smtp_tls_security_level = none",
            "virtual_alias_domains = example.test",
            f"virtual_alias_maps = inline:{{ {{ conduct@example.test = {members} }} }}",
            f"relayhost = [127.0.0.1]:{port}", "smtp_destination_recipient_limit = 1",
            "default_destination_concurrency_limit = 20", "smtpd_client_connection_count_limit = 0",
        )  # fmt: skip
        (self.home / "etc/main.cf").write_text("\n".join(lines) + "\n")
        master = MASTER.format(public=self.public, behind=self.behind)
        (self.home / "etc/master.cf").write_text(master)


async def serve(kind: str, port: int, file: str) -> None:
    """One of them, for ever."""
    loop = asyncio.get_running_loop()
    if kind == "hop":
        server = await loop.create_server(Counting, "127.0.0.1", port)
    else:
        handler = Row(file) if kind == "row" else Null()
        server = await loop.create_server(
            lambda: SMTP(handler, hostname="door.test", loop=loop), "127.0.0.1", port
        )
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    os.environ.pop("PYTHONASYNCIODEBUG", None)
    asyncio.run(serve(sys.argv[1], int(sys.argv[2]), (sys.argv[3:] or [""])[0]))
