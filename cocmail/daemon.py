"""The daemon: builds the house once and runs doors, mailbox, post and clock around one loop.

Everything that decides runs on one thread, the desk: calls that wait are taken as one batch, one
commit, and only then is anybody answered. Time comes from a Clock that is handed in.
"""

import asyncio
import contextlib
import functools
import random
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from cocmail import asking, backups, journal, mornings, passing
from cocmail.config import Config
from cocmail.desk import Desk
from cocmail.edge.clock import Alarm
from cocmail.edge.dns import Dns
from cocmail.edge.fittings import collector_of, doors_of, outside_of, post_of
from cocmail.edge.imap import Collector
from cocmail.edge.post import Post
from cocmail.edge.smtp import Door
from cocmail.errors import Trouble
from cocmail.incoming import witness
from cocmail.mail.arrival import Arrival
from cocmail.mail.authenticity import Authentication, dkim_verdict, header_fields
from cocmail.mail.letter import Deferred, Fared, Letter
from cocmail.mail.parse import parse
from cocmail.opening import build as build
from cocmail.reception import Reception
from cocmail.records import AWAY

SWEEP = 5.0  # seconds; a clock jump is noticed within ten of running time (promise 8)
PULSE = timedelta(seconds=20)
JUMP = 10.0  # seconds between the two clocks
LOOK_AHEAD = 100  # errands looked at in one turn
LARGE = 1_000_000  # bytes; of letters above this only one is held at a time
GRACE = 10.0  # seconds for letters in hand, when the daemon is told to stop
ASIDE = 60.0  # seconds before an errand that failed here is tried again

Done = tuple[int, Fared, float]  # an errand, what became of its letter, a throw of dice


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


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn at the desk came to."""

    now: datetime
    letters: list[Letter]
    unwritten: list[Done]
    due: datetime | None
    more: bool


class Daemon:
    """Doors, post and clock around one house."""

    def __init__(self, config: Config, clock: Clock | None = None) -> None:
        self.config = config
        self.clock: Clock = clock or SystemClock()
        self.house, self._keys = build(config)
        self.reception = Reception(self.house)
        self.doors: list[Door] = []
        self.collector: Collector | None = None
        self._post: Post = post_of(config)
        self._outside: Post = outside_of(config) or self._post
        self._bell = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._sending: set[asyncio.Task[None]] = set()
        self._in_hand: set[int] = set()  # errands whose letters are leaving
        self._done: list[Done] = []
        self._aside: set[int] = set()  # errands that failed here, for a while
        self._large: set[int] = set()
        self._seen: tuple[datetime, float] | None = None
        self._pulsed: datetime | None = None
        self._dns: Dns | None = None
        self._pruned: frozenset[int] | None = None  # erased in every backup within reach

    # -- the door's side -------------------------------------------------------------------------

    def is_ours(self, address: str) -> bool:
        """Whether a recipient is one of ours."""
        return self.reception.is_ours(address)

    async def take(self, arrival: Arrival) -> Sequence[bool]:
        """Keep a mail; returns only after the commit."""
        dkim = await self._own_verification(arrival)
        if dkim is not None and dkim.why == "dns" and arrival.patient:
            return [False] * len(arrival.recipients)  # 451: the key may be found next time
        try:
            await self.desk.ask(lambda: self._take(arrival, dkim))
        except Exception as error:  # noqa: BLE001 - our bug: 451, the mail is kept as stuck
            journal.note("stuck", cause=journal.cause(error))
            with contextlib.suppress(Exception):
                await self.desk.ask(lambda: passing.stick(self.house.store, arrival))
            return [False] * len(arrival.recipients)
        self.wake()
        return [True] * len(arrival.recipients)

    def _take(self, arrival: Arrival, dkim: Authentication | None) -> None:
        self._look_at_the_clock()
        self.reception.take(arrival, dkim)

    async def has_kept(self, arrival: Arrival) -> bool:
        """Whether this very mail was kept before."""
        return await self.desk.ask(lambda: self.reception.kept(arrival))

    async def too_large(self, count: int) -> None:
        """So many mails lie in the mailbox that are too large for any door; `status` says so."""
        await self.desk.ask(lambda: self.house.store.set_setting("too-large", str(count)))

    async def away(self, since: datetime | None) -> None:
        """Since when the hosted mailbox cannot be opened; None: it can. The chair hears of it."""
        await self.desk.ask(lambda: self._away(since))

    def _away(self, since: datetime | None) -> None:
        store = self.house.store
        if since is None or not store.setting(AWAY):  # a restart is no new beginning
            store.set_setting(AWAY, since.isoformat() if since else "")

    async def _own_verification(self, arrival: Arrival) -> Authentication | None:
        """DKIM by ourselves, where no relay is named whose word is believed."""
        names = {name.lower() for name, _ in header_fields(arrival.raw)}
        if witness(self.config, arrival) or "dkim-signature" not in names:
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
        self._loop = asyncio.get_running_loop()
        self.desk = Desk(self.house)
        await self.desk.ask(lambda: self.house.begin(self._look_at_the_clock()))
        try:
            self.doors = doors_of(self.config, self, self.clock.now)
        except Trouble:
            await self.stop()
            raise
        for door in self.doors:
            try:
                await door.start()
            except OSError as error:
                await self.stop()
                raise Trouble([f"{self.config.file}: {door.kind}.listen: cannot be opened "
                               f"({error.strerror or 'in use'}); stop what uses it, or choose "
                               "another port"]) from None  # fmt: skip
        mark = self.house.handles.loop_mark()
        self.collector = collector_of(self.config, self, mark, self.clock.now)
        if self.collector is not None:
            await self.collector.start()
        else:
            await self.away(None)
        self._alarm = Alarm(self.wake)
        self._spawn(self._sweep())
        self._spawn(self._deliver())
        self.wake()
        journal.note("started", doors=len(self.doors))

    async def stop(self) -> None:
        """Close the doors, let what is in hand end, and shut the house."""
        journal.note("stopping")
        if self.collector is not None:
            await self.collector.stop()
        for door in self.doors:
            await door.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._sending:  # a letter that is cut off would be sent again
            await asyncio.wait(self._sending, timeout=GRACE)
        for task in self._sending:
            task.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)
        if hasattr(self, "_alarm"):
            self._alarm.close()
        await self._post.close()
        await self._outside.close()
        if hasattr(self, "desk"):
            with contextlib.suppress(Exception):
                await self.desk.ask(lambda: self._write_down(self._done, self.clock.now()))
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

    def wake(self) -> None:
        """Look now: something came, or the clock that was handed in has moved."""
        self._bell.set()

    # -- the clock -------------------------------------------------------------------------------

    async def _sweep(self) -> None:
        """A short sweep behind every alarm: look at the clock, whatever else happens."""
        while True:
            await asyncio.sleep(SWEEP)
            self.wake()

    def _look_at_the_clock(self) -> datetime:
        """At the desk, before anything is decided: the time, and whether it came by itself.

        A jump is written first, so that nothing that waits for it is decided beyond it.
        """
        seen = self._seen
        for _ in range(2):  # a clock that somebody moves has two hands
            now, ticked = self.clock.now(), self.clock.monotonic()
            before = now if seen is None else seen[0] + timedelta(seconds=ticked - seen[1])
            if abs((now - before).total_seconds()) <= JUMP:
                break
        else:
            self.house.jumped(before, now)
        self._seen = (now, ticked)
        return now

    def speak(self, now: datetime) -> None:
        """Everything that time alone makes due."""
        self.house.tick(now)
        mornings.strike(self.house, now)

    def _pulse(self, now: datetime) -> None:
        if self._pulsed is None or not timedelta(0) <= now - self._pulsed <= PULSE:
            self.house.pulse(now)
            self._pulsed = now
            self._prune()

    def _prune(self) -> None:
        """What retention erased is destroyed in the backups too, also what a crash left there."""
        erased = self._keys.erased()
        if erased == self._pruned:
            return
        try:
            away = backups.prune(self.config)
        except Exception as error:  # noqa: BLE001 - a backup never stops the post
            journal.note("trouble", where="backups", cause=journal.cause(error))
            return
        self._pruned = erased
        if erased:
            journal.note("erased", cases=len(erased), beyond=len(away))

    # -- the post --------------------------------------------------------------------------------

    async def _deliver(self) -> None:
        """Whenever the bell rings: a turn at the desk, then the letters that it made leave."""
        while True:
            await self._bell.wait()
            self._bell.clear()
            await self._obey()
            done, self._done = self._done, []
            try:
                turn = await self.desk.ask(functools.partial(self._turn, done))
            except Exception as error:  # noqa: BLE001 - the sweep rings again
                journal.note("trouble", cause=journal.cause(error))
                self._done += done  # it did not reach the disk; what left must not leave again
                continue
            self._done += turn.unwritten
            self._in_hand -= {one[0] for one in done if one not in turn.unwritten}
            for letter in turn.letters:
                self._in_hand.add(letter.errand)
                task = asyncio.ensure_future(self._send(letter))
                self._sending.add(task)
                task.add_done_callback(self._sending.discard)
            if turn.more:
                self.wake()
            # What is due already is in hand, or waits for the sweep.
            self._alarm.set(turn.due if turn.due and turn.due > turn.now else None, turn.now)

    async def _obey(self) -> None:
        """What the operator's commands ask for meanwhile; each is answered after the commit."""
        for taken, request in asking.waiting(self.config, self._keys):
            problems: list[object] = []
            said = ""
            try:
                said = await self.desk.ask(functools.partial(self._act, request))
            except Trouble as trouble:
                problems = list(trouble.problems)
            except Exception as error:  # noqa: BLE001 - a command never stops the post
                journal.note("trouble", where="command", cause=journal.cause(error))
                problems = [f"cocmail: internal error ({type(error).__name__}); report it"]
            asking.answer(self.config, self._keys, taken, problems, said)

    def _act(self, request: asking.Request) -> str:
        return asking.act(self.house, request, self._look_at_the_clock())

    async def _send(self, letter: Letter) -> None:
        try:
            how = await (self._outside if letter.outside else self._post).send(letter)
        except Exception as error:  # noqa: BLE001 - our bug: nobody knows how far it came
            journal.note("trouble", cause=journal.cause(error))
            how = Deferred(unknown=True)
        jitter = random.random()  # noqa: S311 - spreads retries, no secret
        self._done.append((letter.errand, how, jitter))
        self.wake()

    def _turn(self, done: Sequence[Done]) -> Turn:
        """At the desk: what became of letters is written, late clocks speak, new ones are made.

        As many are made as there are free connections: none waits, already made, for its turn
        while somebody recuses (promise 3).
        """
        now = self._look_at_the_clock()
        self._pulse(now)
        unwritten = self._write_down(done, now)
        self._large -= {number for number, _, _ in done}
        try:
            self.speak(now)
        except Exception as error:  # noqa: BLE001 - a bug in a clock never stops the post
            journal.note("trouble", cause=journal.cause(error))
        letters, more = self._make_letters(self._in_hand - {number for number, _, _ in done}, now)
        return Turn(now, letters, unwritten, self.house.next_due(), more)

    def _write_down(self, done: Sequence[Done], now: datetime) -> list[Done]:
        """Write what became of these letters; returns those where that failed."""
        failed: list[Done] = []
        for one in done:
            try:
                self.house.fared(one[0], one[1], now, one[2])
            except Exception as error:  # noqa: BLE001 - one errand never stops the others
                journal.note("trouble", cause=journal.cause(error), errand=one[0])
                failed.append(one)
        return failed

    def _make_letters(self, leaving: set[int], now: datetime) -> tuple[list[Letter], bool]:
        """Letters for the free connections, and whether there may be more to do at once."""
        letters: list[Letter] = []
        free = max(1, self.config.smarthost.connections) - len(leaving)
        withheld = False
        for number in self.house.due_errands(now, LOOK_AHEAD):
            if len(letters) >= free:
                break
            under_way = leaving | {letter.errand for letter in letters}
            alone = bool(self._large & under_way)
            if number in under_way or number in self._aside or (alone and number in self._large):
                continue
            letter = self._made(number, now)
            if letter is None:
                withheld = True
            elif len(letter.content) <= LARGE:
                letters.append(letter)
            else:
                # Of several large ones only one is held at a time; the others are made again (P43).
                self._large.add(number)
                letters += [] if alone else [letter]
        return letters, withheld

    def _made(self, number: int, now: datetime) -> Letter | None:
        try:
            return self.house.letter(number, now)
        except Exception as error:  # noqa: BLE001 - one errand never stops the others
            journal.note("trouble", cause=journal.cause(error), errand=number)
            self._aside.add(number)
            self._loop.call_soon_threadsafe(
                self._loop.call_later, ASIDE, self._aside.discard, number
            )
            return None
