"""Two stages for one story: the house in process, and a real daemon behind real SMTP and LMTP.

Both take a mail as bytes, let time pass from one due moment to the next, and keep every letter
that the next hop took, in order. Not here: what a story says (story.py) and what is checked of
every letter (standing.py).
"""

import asyncio
import smtplib
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from rest import says
from talk import MONDAY, Table, table

from cocmail.config import Config, load
from cocmail.core.clocks import next_morning
from cocmail.daemon import Daemon
from cocmail.edge.sink import Sink
from cocmail.mail.letter import Deferred, Fared, Letter, Refused, Sent

T = TypeVar("T")
Ruling = Literal["takes", "defers", "refuses"]
PEACE = 2000  # rounds until the post must have come to rest


@dataclass(frozen=True)
class Came:
    """A letter as the next hop took it: when, envelope and bytes."""

    at: datetime
    sender: str
    recipients: tuple[str, ...]
    raw: bytes


class Stage(Protocol):
    """Where a story is played."""

    now: datetime
    letters: list[Came]

    def give(self, raw: bytes, sender: str, to: str) -> None:
        """Hand in one mail; returns when everything that follows at once has been delivered."""

    def until(self, moment: datetime) -> None:
        """Let time pass, stopping at every due moment on the way."""

    def down(self, span: timedelta) -> None:
        """Stop, let time pass with nobody running, start again."""

    def rule(self, recipient: str, ruling: Ruling) -> None:
        """What the next hop does with letters for this address from now on."""

    def close(self) -> None:
        """Shut everything."""


class InProcess:
    """The house without sockets: milliseconds a story."""

    def __init__(self, folder: Path, text: str) -> None:
        self.letters: list[Came] = []
        self.folder = folder
        self._rulings: dict[str, Ruling] = {}
        self._table: Table = table(folder, text)
        self._table.hop = self._hop

    @property
    def now(self) -> datetime:
        return self._table.now

    @now.setter
    def now(self, moment: datetime) -> None:
        self._table.now = moment

    def give(self, raw: bytes, sender: str, to: str) -> None:
        assert self._table.reception.is_ours(to), f"{to} would be refused at RCPT"
        self._table.take(raw, sender, to)
        self._table.run()

    def until(self, moment: datetime) -> None:
        self._table.until(moment)

    def down(self, span: timedelta) -> None:
        self._table.restart(span)

    def rule(self, recipient: str, ruling: Ruling) -> None:
        self._rulings[recipient] = ruling

    def left_when_erased(self, words: Iterable[str]) -> list[str]:
        """What still says one of these words when every case is erased, with the keys left.

        Not what waits for the YES of its member; that ends after 48 hours.
        """
        house = self._table.house
        for row in house.store.case_rows():
            if row.no and house.store.entries(row.no)[:1]:
                house.forget(row.no, self.now)
        found = says(house.store, self._table.keys, words)
        return [one for one in found if not one.startswith("transit ")]

    def close(self) -> None:
        assert self._table.house.store.verify_chain() is None
        self._table.close()

    def _hop(self, letter: Letter, _attempt: int) -> Fared:
        match self._rulings.get(letter.recipient, "takes"):
            case "defers":
                return Deferred(451)
            case "refuses":
                return Refused(550)
            case _:
                came = Came(self.now, letter.sender, (letter.recipient,), letter.content)
                self.letters.append(came)
                return Sent()


class StoryClock:
    """A clock that only the story moves; both of its hands go together, so nothing jumps."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return (self.moment - MONDAY).total_seconds()


class OverSockets:
    """A real daemon on loopback: mails in by SMTP and LMTP in turn, letters out to a real sink."""

    def __init__(self, folder: Path, text: str) -> None:
        self.letters: list[Came] = []
        self._rulings: dict[str, Ruling] = {}
        self._clock = StoryClock(MONDAY)
        self._runner = asyncio.Runner()
        self._sink = Sink(self._script)
        self._run(self._sink.start())
        self._given = 0
        text = text.replace("smtp://127.0.0.1:2525", f"smtp://127.0.0.1:{self._sink.port}")
        text = text.replace("127.0.0.1:8024", "127.0.0.1:0")
        text = text.replace("[lmtp]", '[smtp]\nlisten = "127.0.0.1:0"\n[lmtp]')
        file = folder / "cocmail.toml"
        file.write_text(text)
        config = load(file)
        assert isinstance(config, Config), [str(p) for p in config]
        self._config = config
        self._open()

    @property
    def now(self) -> datetime:
        return self._clock.moment

    @now.setter
    def now(self, moment: datetime) -> None:
        self._clock.moment = moment

    def give(self, raw: bytes, sender: str, to: str) -> None:
        self._run(self._give(raw, sender, to))

    def until(self, moment: datetime) -> None:
        self._run(self._until(moment))

    def down(self, span: timedelta) -> None:
        self._run(self._daemon.stop())
        self._clock.moment += span
        self._open()

    def rule(self, recipient: str, ruling: Ruling) -> None:
        self._rulings[recipient] = ruling

    def close(self) -> None:
        async def shut() -> int | None:
            broken = await self._daemon.desk.ask(self._daemon.house.store.verify_chain)
            await self._daemon.stop()
            await self._sink.stop()
            return broken

        broken = self._run(shut())
        self._runner.close()
        assert broken is None

    # -- the daemon ------------------------------------------------------------------------------

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    def _open(self) -> None:
        async def start() -> None:
            self._daemon = Daemon(self._config, self._clock)
            await self._daemon.start()
            await self._peace()

        self._run(start())

    async def _give(self, raw: bytes, sender: str, to: str) -> None:
        door = self._daemon.doors[self._given % 2]
        self._given += 1
        hand_in: Callable[[], None] = lambda: _hand_in(door.kind, door.port, raw, sender, to)  # noqa: E731
        await asyncio.to_thread(hand_in)
        await self._peace()

    async def _until(self, moment: datetime) -> None:
        house = self._daemon.house
        while True:
            await self._peace()
            morning = next_morning(self.now, house.zone)
            next_due = await self._daemon.desk.ask(house.next_due)
            due = [d for d in (next_due, morning) if d and self.now < d <= moment]
            if not due:
                break
            self._clock.moment = min(due)
        self._clock.moment = moment
        await self._peace()

    async def _peace(self) -> None:
        """Until nothing is due and nothing is in hand: then only time or a mail brings more."""
        daemon, desk = self._daemon, self._daemon.desk
        for _ in range(PEACE):
            await desk.ask(lambda: daemon.speak(self.now))
            waiting = await desk.ask(lambda: daemon.house.due_errands(self.now, 1))
            if not waiting and not daemon._in_hand:
                self._collect()
                return
            daemon.wake()
            await asyncio.sleep(0.002)
        raise AssertionError("the post does not come to rest")

    def _collect(self) -> None:
        for taken in self._sink.letters[len(self.letters) :]:
            content = taken.content
            came = Came(self.now, taken.envelope_from, taken.rcpt_tos, content)
            self.letters.append(came)

    def _script(self, recipient: str, _attempt: int) -> str | None:
        match self._rulings.get(recipient, "takes"):
            case "defers":
                return "451 4.2.1 later"
            case "refuses":
                return "550 5.1.1 nobody here"
            case _:
                return None


def _hand_in(kind: str, port: int, raw: bytes, sender: str, to: str) -> None:
    """One mail through a real client; anything but 250 fails the story."""
    client = smtplib.LMTP if kind == "lmtp" else smtplib.SMTP
    with client("127.0.0.1", port, local_hostname="relay.test") as line:
        refused = line.sendmail(sender, [to], raw)
    assert refused == {}, refused
