"""The daemon: builds the house once and runs doors, post and clock in one asyncio loop.

Everything that decides runs on one thread, the desk: calls that wait are taken as one batch, one
commit, and only then is anybody answered. Time comes from a Clock that is handed in.
"""

import asyncio
import contextlib
import functools
import random
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol, TypeVar

from cocmail import journal, mornings
from cocmail.config import Config
from cocmail.config.kinds import Listen, MaildirRoute
from cocmail.core import codenames
from cocmail.edge.clock import Alarm
from cocmail.edge.dns import Dns
from cocmail.edge.post import MaildirPost, Post, Smarthost
from cocmail.edge.smtp import Door, starttls_context
from cocmail.errors import Trouble
from cocmail.house import House
from cocmail.keys import KeyProblem, Keys
from cocmail.mail.arrival import Arrival
from cocmail.mail.authenticity import Authentication, dkim_verdict
from cocmail.mail.letter import Fared, Letter
from cocmail.mail.parse import parse
from cocmail.places import data_dir, find
from cocmail.reception import Reception
from cocmail.render import Renderer
from cocmail.samples import SAMPLES
from cocmail.store import Store, StoreProblem

T = TypeVar("T")

SWEEP = 5.0  # seconds; a clock jump is noticed within ten of running time (promise 8)
PULSE = timedelta(seconds=20)
JUMP = 10.0  # seconds between the two clocks
LETTERS_AT_ONCE = 64
MOST_IN_A_BATCH = 100


class Clock(Protocol):
    """Where the time comes from; tests and the demo bring their own."""

    def now(self) -> datetime:
        """The time of day, UTC."""

    def monotonic(self) -> float:
        """Seconds that only ever go forward at their own pace."""


class SystemClock:
    """The machine's clocks."""

    def now(self) -> datetime:
        """The time of day, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()


def build(config: Config) -> tuple[House, Keys]:
    """The house of one configuration. Raises Trouble: files, templates or keys have problems."""
    renderer = Renderer(
        [
            folder
            for folder in (config.site / "templates", data_dir("templates"))
            if folder.is_dir()
        ],
        config.committee.timezone,
    )
    problems = renderer.rehearse(SAMPLES)
    if problems:
        raise Trouble(problems)
    words = codenames.words_in(find("config", "codenames.txt", config.site).read_text("utf-8"))
    path = config.store.path
    try:
        keys = Keys.open(config.store.key_file, path.with_suffix(".keys"))
    except KeyProblem as problem:
        raise Trouble([problem]) from None
    try:
        store = Store.open(path, keys)
    except StoreProblem as problem:
        keys.close()
        raise Trouble([problem]) from None
    return House(config, store, keys, renderer, words), keys


@dataclass(slots=True)
class _Call:
    act: Callable[[], object]
    done: asyncio.Future[object]


class Desk:
    """One thread for everything that decides; what waits is one batch and one commit."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._loop = asyncio.get_running_loop()
        self._waiting: list[_Call] = []
        self._bell = threading.Condition()
        self._open = True
        self._thread = threading.Thread(target=self._work, name="desk", daemon=True)
        self._thread.start()

    async def ask(self, act: Callable[[], T]) -> T:
        """Run this on the desk; returns after the commit of its batch. Raises what it raised."""
        done: asyncio.Future[object] = self._loop.create_future()
        with self._bell:
            if not self._open:
                raise RuntimeError("the desk is closed")
            self._waiting.append(_Call(act, done))
            self._bell.notify()
        return await done  # type: ignore[return-value]

    def close(self) -> None:
        """Finish what waits and end the thread."""
        with self._bell:
            self._open = False
            self._bell.notify()
        self._thread.join()

    def _work(self) -> None:
        while True:
            with self._bell:
                while not self._waiting and self._open:
                    self._bell.wait()
                calls = self._waiting[:MOST_IN_A_BATCH]
                del self._waiting[:MOST_IN_A_BATCH]
            if not calls:
                return
            self._answer(self._batch(calls))

    def _batch(self, calls: list[_Call]) -> list[tuple[_Call, object, BaseException | None]]:
        results: list[tuple[_Call, object, BaseException | None]] = []
        try:
            with self._house.batch():
                for call in calls:
                    try:
                        results.append((call, call.act(), None))
                    except Exception as error:  # noqa: BLE001 - one failure spares the others
                        results.append((call, None, error))
        except Exception as error:  # noqa: BLE001 - the commit failed: nobody is answered yes
            return [(call, None, error) for call in calls]
        return results

    def _answer(self, results: list[tuple[_Call, object, BaseException | None]]) -> None:
        def tell() -> None:
            for call, value, error in results:
                if call.done.cancelled():
                    continue
                if error is not None:
                    call.done.set_exception(error)
                else:
                    call.done.set_result(value)

        with contextlib.suppress(RuntimeError):  # the loop is gone
            self._loop.call_soon_threadsafe(tell)


class Daemon:
    """Doors, post and clock around one house."""

    def __init__(self, config: Config, clock: Clock | None = None) -> None:
        self.config = config
        self.clock: Clock = clock or SystemClock()
        self.house, self._keys = build(config)
        self.reception = Reception(self.house)
        self.doors: list[Door] = []
        self._post: Post = _post_of(config)
        self._bell = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._in_hand: set[int] = set()
        self._dns: Dns | None = None

    # -- the door's side -------------------------------------------------------------------------

    def is_ours(self, address: str) -> bool:
        """Whether a recipient is one of ours."""
        return self.reception.is_ours(address)

    async def take(self, arrival: Arrival) -> Sequence[bool]:
        """Keep a mail; returns only after the commit."""
        dkim = await self._own_verification(arrival)
        if dkim is not None and dkim.why == "dns":
            return [False] * len(arrival.recipients)  # 451: the key may be found next time
        try:
            await self.desk.ask(lambda: self.reception.take(arrival, dkim))
        except Exception as error:  # noqa: BLE001 - our bug: 451, the mail is kept as stuck
            journal.note("stuck", cause=journal.cause(error))
            with contextlib.suppress(Exception):
                await self.desk.ask(lambda: self.house.keep_stuck(arrival))
            return [False] * len(arrival.recipients)
        self._ring()
        return [True] * len(arrival.recipients)

    async def _own_verification(self, arrival: Arrival) -> Authentication | None:
        """DKIM by ourselves, where no relay is named whose word is believed."""
        relay = self.config.relay
        if relay.authserv_id or b"DKIM-Signature" not in arrival.raw[:100_000]:
            return None
        senders = [a.addr for a in parse(arrival.raw).senders if a.addr]
        if len(senders) != 1:
            return None
        if self._dns is None:
            self._dns = Dns()
        return await dkim_verdict(arrival.raw, senders[0], self._dns.txt)

    # -- life ------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Open everything. Raises Trouble when a door cannot be opened."""
        self.desk = Desk(self.house)
        await self.desk.ask(lambda: self.house.begin(self.clock.now()))
        self.doors = _doors_of(self.config, self, self.clock.now)
        for door in self.doors:
            try:
                await door.start()
            except OSError as error:
                await self.stop()
                raise Trouble([f"{self.config.file}: {door.kind}.listen: cannot be opened "
                               f"({error.strerror or 'in use'}); stop what uses it, or choose "
                               "another port"]) from None  # fmt: skip
        self._alarm = Alarm(self._ring)
        self._spawn(self._sweep())
        self._spawn(self._deliver())
        self._ring()
        journal.note("started", doors=len(self.doors))

    async def stop(self) -> None:
        """Close the doors, let what is in hand end, and shut the house."""
        journal.note("stopping")
        for door in self.doors:
            await door.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if hasattr(self, "_alarm"):
            self._alarm.close()
        await self._post.close()
        if hasattr(self, "desk"):
            with contextlib.suppress(Exception):
                await self.desk.ask(lambda: self.house.pulse(self.clock.now()))
            self.desk.close()
        self.house.store.close()
        self._keys.close()
        journal.note("stopped")

    async def wait(self) -> None:
        """Run until cancelled."""
        await asyncio.gather(*self._tasks)

    def _spawn(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)

    def _ring(self) -> None:
        self._bell.set()

    # -- the clock -------------------------------------------------------------------------------

    async def _sweep(self) -> None:
        """A short sweep behind every alarm; it also notices when the clock jumps."""
        seen, ticked = self.clock.now(), self.clock.monotonic()
        pulsed = seen
        while True:
            await asyncio.sleep(SWEEP)
            now, mono = self.clock.now(), self.clock.monotonic()
            expected = seen + timedelta(seconds=mono - ticked)
            if abs((now - expected).total_seconds()) > JUMP:
                before = expected
                await self._quietly(functools.partial(self.house.jumped, before, now))
            seen, ticked = now, mono
            if now - pulsed > PULSE or now < pulsed:
                await self._quietly(functools.partial(self.house.pulse, now))
                pulsed = now
            self._ring()

    async def _quietly(self, act: Callable[[], None]) -> None:
        """Our own bug in a clock is noted and met again at the next sweep."""
        try:
            await self.desk.ask(act)
        except Exception as error:  # noqa: BLE001
            journal.note("trouble", cause=journal.cause(error))

    # -- the post --------------------------------------------------------------------------------

    async def _deliver(self) -> None:
        """Whenever the bell rings: late clocks speak, due errands become letters and leave."""
        room = asyncio.Semaphore(_width(self.config))
        while True:
            await self._bell.wait()
            self._bell.clear()
            await self._quietly(lambda: self.speak(self.clock.now()))
            numbers = await self.desk.ask(
                lambda: self.house.due_errands(self.clock.now(), LETTERS_AT_ONCE * 4)
            )
            fresh = [n for n in numbers if n not in self._in_hand][:LETTERS_AT_ONCE]
            for number in fresh:
                self._in_hand.add(number)
                await room.acquire()
                task = asyncio.ensure_future(self._errand(number, room))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            if fresh:
                self._ring()
            due = await self.desk.ask(self.house.next_due)
            now = self.clock.now()
            # What is due already is in hand, or waits for the sweep.
            self._alarm.set(due if due and due > now else None, now)

    def speak(self, now: datetime) -> None:
        """Everything that time alone makes due."""
        self.house.tick(now)
        mornings.strike(self.house, now)

    async def _errand(self, number: int, room: asyncio.Semaphore) -> None:
        try:
            letter = await self.desk.ask(lambda: self.house.letter(number, self.clock.now()))
            if letter is not None:
                how = await self._send(letter)
                jitter = random.random()  # noqa: S311 - spreads retries, no secret
                await self.desk.ask(lambda: self.house.fared(number, how, self.clock.now(), jitter))
        except Exception as error:  # noqa: BLE001 - one errand never stops the post
            journal.note("trouble", cause=journal.cause(error))
            await asyncio.sleep(1)
        finally:
            self._in_hand.discard(number)
            room.release()
            self._ring()

    async def _send(self, letter: Letter) -> Fared:
        return await self._post.send(letter)


def _width(config: Config) -> int:
    return max(1, config.smarthost.connections) * 2


def _post_of(config: Config) -> Post:
    route = config.smarthost.url
    if isinstance(route, MaildirRoute):
        return MaildirPost(route.path)
    return Smarthost(
        route.scheme,
        route.host,
        route.port,
        hostname=_hostname(config),
        user=config.smarthost.user,
        password=config.smarthost.password,
        connections=config.smarthost.connections,
    )


def _hostname(config: Config) -> str:
    return config.committee.alias.rpartition("@")[2] or socket.gethostname()


def _doors_of(config: Config, frontdesk: Daemon, clock: Callable[[], datetime]) -> list[Door]:
    made: list[Door] = []
    if config.smtp is not None:
        tls = None
        if config.smtp.tls_certificate and config.smtp.tls_key_file:
            tls = starttls_context(
                Path(config.smtp.tls_certificate), _path(config.smtp.tls_key_file)
            )
        made.append(
            Door("smtp", _listen(config.smtp.listen), frontdesk, clock,
                 hostname=_hostname(config), size_limit=config.smtp.size_limit,
                 connections=config.smtp.connections, tls=tls)
        )  # fmt: skip
    if config.lmtp is not None:
        made.append(
            Door("lmtp", _listen(config.lmtp.listen), frontdesk, clock,
                 hostname=_hostname(config), size_limit=config.lmtp.size_limit,
                 connections=config.lmtp.connections)
        )  # fmt: skip
    return made


def _listen(listen: object) -> tuple[str, int] | Path:
    if isinstance(listen, Listen):
        return (listen.host, listen.port)
    return Path(getattr(listen, "path"))  # noqa: B009 - a UnixSocket


def _path(secret: object) -> Path:
    return Path(getattr(secret, "path", None) or str(secret))
