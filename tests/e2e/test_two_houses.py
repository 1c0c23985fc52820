"""Two whole daemons, each the other's next hop: what they say to each other comes to an end."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from running import ALIAS, Elsewhere, Running, mail, running

from cocmail.edge.sink import Received, Sink

OTHER = "conduct@other.test"
TEXT = "Number nine has been shouting at me since Monday, and I do not know what to do about it."
# What a relay might cut off: nothing, what says that nobody wrote it, and every id as well.
MARKS = rb"(?im)^(?:X-Loop|Auto-Submitted|X-Auto-Response-Suppress|X-Cocmail): .*\r\n"


class Between(Sink):
    """A relay between two houses; every mail for one of them is handed in there, once."""

    houses: dict[str, Running]
    strips: bytes = b""
    carried: list[tuple[str, str]]

    async def carry(self) -> None:
        """Go on for ever."""
        self.carried, done = [], 0
        while True:
            while done < len(self.letters):
                await self._one(self.letters[done])
                done += 1
            await asyncio.sleep(0.02)

    async def _one(self, letter: Received) -> None:
        (to,) = letter.rcpt_tos
        there = self.houses.get(to.rpartition("@")[2])
        if there is None:
            return
        head, gap, body = letter.content.partition(b"\r\n\r\n")
        head = re.sub(self.strips, b"", head + b"\r\n")[:-2] if self.strips else head
        home = letter.envelope_from.rpartition("@")[2]
        proof = f"Authentication-Results: mx.example.test; dmarc=pass header.from={home}\r\n"
        raw = proof.encode() + head + gap + body
        (said,) = await there.send(raw, letter.envelope_from, to)
        assert said.startswith("250")
        self.carried.append((letter.envelope_from, to))


@contextlib.asynccontextmanager
async def both(folder: Path, strips: bytes) -> AsyncIterator[tuple[Running, Running, Between]]:
    between = Between()
    between.strips = strips
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    await between.start()
    out = [Elsewhere(between.port), Elsewhere(between.port)]
    async with (
        running(folder / "a", sink=out[0]) as a,
        running(folder / "b", sink=out[1], alias=OTHER) as b,
    ):
        between.houses = {"example.test": a, "other.test": b}
        carrier = asyncio.create_task(between.carry())
        try:
            yield a, b, between
        finally:
            carrier.cancel()
            await between.stop()


async def quiet(a: Running, b: Running, between: Between) -> None:
    """Nothing is on its way any more, and stays so for a while."""
    before = -1
    while before != len(between.letters):
        before = len(between.letters)
        await a.at_rest()
        await b.at_rest()
        await asyncio.sleep(1)


@pytest.mark.parametrize(
    ("strips", "most"), [(b"", 1), (MARKS, 4)], ids=["as it is", "marks cut off"]
)
async def test_an_alias_that_reports_to_an_alias(tmp_path: Path, strips: bytes, most: int) -> None:
    """A receipt is answered by nobody; where a relay cuts off what says so, once a day at most."""
    async with both(tmp_path, strips) as (a, b, between):
        raw = mail(OTHER, ALIAS, TEXT)
        (said,) = await a.send(raw, OTHER, ALIAS)
        assert said.startswith("250")
        await a.until(lambda: bool(between.carried))
        await quiet(a, b, between)
        assert 1 <= len(between.carried) <= most
        # Every mail that was carried is kept somewhere, and counted once.
        assert len(a.facts("MailKept")) + len(b.facts("MailKept")) == 1 + len(between.carried)
        kept = len(b.facts("Quarantined"))
        assert kept == (0 if strips else 1)
        assert len(a.facts("Opened")) == 1
        assert len(b.facts("Opened")) == 1
        # And each committee's members hear of it like of anything else.
        assert bool(b.facts("Released")) == bool(strips)
