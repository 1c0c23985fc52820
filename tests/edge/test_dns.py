"""The resolver: what a missing record, a dead server and an impossible name become."""

from types import SimpleNamespace
from typing import Any, cast

import dns.asyncresolver
import dns.resolver
import pytest

from cocmail.edge.dns import Dns


class Servers:
    """Stands for dnspython's resolver; remembers how it was asked."""

    def __init__(self, answer: object) -> None:
        self.answer = answer
        self.asked: dict[str, Any] = {}

    async def resolve(self, name: object, kind: str, **options: Any) -> object:
        self.asked = {"name": str(name), "kind": kind, **options}
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def asking(servers: Servers) -> Dns:
    return Dns(cast("dns.asyncresolver.Resolver", servers))


async def test_strings_are_joined_and_the_key_is_chosen() -> None:
    records = [SimpleNamespace(strings=(b"spf",)), SimpleNamespace(strings=(b"v=DKIM1; ", b"p=x"))]
    servers = Servers(records)
    assert await asking(servers).txt("s._domainkey.x.test") == b"v=DKIM1; p=x"
    assert servers.asked == {
        "name": "s._domainkey.x.test.", "kind": "TXT", "search": False, "lifetime": 5.0,
    }  # fmt: skip


@pytest.mark.parametrize("error", [dns.resolver.NXDOMAIN(), dns.resolver.NoAnswer])
async def test_no_record_is_none(error: Exception | type[Exception]) -> None:
    raised = error if isinstance(error, Exception) else error.__new__(error)
    assert await asking(Servers(raised)).txt("x.test") is None


@pytest.mark.parametrize("name", ["a" * 64 + ".test", "a..test", "\\300.test"])
async def test_an_impossible_name_is_none_without_a_question(name: str) -> None:
    servers = Servers([])
    assert await asking(servers).txt(name) is None
    assert servers.asked == {}


async def test_no_answer_is_an_error_that_can_be_retried() -> None:
    with pytest.raises(OSError, match=r"resolv\.conf"):
        await asking(Servers(dns.resolver.LifetimeTimeout(timeout=5, errors=[]))).txt("x.test")
