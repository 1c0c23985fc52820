"""What `check --online` asks: who takes a domain's mail, and whether a host can be reached."""

import asyncio
import socket
from types import SimpleNamespace
from typing import Any, cast

import dns.asyncresolver
import dns.resolver
import pytest

from cocmail.edge.dns import Dns
from cocmail.edge.notify import tell_systemd
from cocmail.edge.post import Smarthost
from cocmail.edge.reach import unreachable
from cocmail.mail.letter import Deferred


class Servers:
    """Stands for dnspython's resolver: records by kind, nothing for the others."""

    def __init__(self, **records: list[object]) -> None:
        self.records = records

    async def resolve(self, _name: object, kind: str, **_options: Any) -> list[object]:
        if kind not in self.records:
            raise dns.resolver.NoAnswer.__new__(dns.resolver.NoAnswer)
        return self.records[kind]


def mx(preference: int, host: str) -> object:
    return SimpleNamespace(preference=preference, exchange=host)


@pytest.mark.parametrize(
    ("servers", "hosts"),
    [
        (Servers(MX=[mx(20, "b.x.test."), mx(10, "a.x.test.")]), ("a.x.test", "b.x.test")),
        (Servers(MX=[mx(0, ".")], A=["192.0.2.1"]), ()),
        (Servers(A=["192.0.2.1"]), ("x.test",)),
        (Servers(AAAA=["2001:db8::1"]), ("x.test",)),
        (Servers(), ()),
    ],
    ids=["best first", "null mx", "no mx", "only six", "nothing"],
)
async def test_who_takes_the_mail_of_a_domain(servers: Servers, hosts: tuple[str, ...]) -> None:
    resolver = cast("dns.asyncresolver.Resolver", servers)
    assert await Dns(resolver).mail_hosts("x.test") == hosts


async def test_a_host_is_reached_or_the_reason_is_said() -> None:
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    assert await unreachable("127.0.0.1", port) == ""
    server.close()
    await server.wait_closed()
    assert "refused" in await unreachable("127.0.0.1", port)
    assert await unreachable("a" * 70 + ".test", 25)


async def test_a_greeting_that_breaks_off_is_told() -> None:
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    post = Smarthost("smtp", "127.0.0.1", port, hostname="x.test", timeout=5)
    assert isinstance(await post.greet(), Deferred)
    server.close()
    await server.wait_closed()


def test_systemd_is_told_only_where_it_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    tell_systemd("READY=1")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as abstract:
        abstract.bind("\0cocmail-test-notify")
        abstract.settimeout(5)
        monkeypatch.setenv("NOTIFY_SOCKET", "@cocmail-test-notify")
        tell_systemd("READY=1")
        assert abstract.recv(100) == b"READY=1"
    tell_systemd("STOPPING=1")  # nobody listens any more
