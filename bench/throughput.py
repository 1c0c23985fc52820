"""How much the daemon does in a second, beside its yardsticks, in one run on one machine.

    python -m bench.throughput            some minutes
    python -m bench.throughput tiny       whether it runs at all

2 kB reports of distinct senders, five members, a next hop on loopback. `accepted` is reports a
second until the client heard 250, over 1, 10 and 50 sessions; `whole job` until the last letter was
taken by the next hop, over 10. Then the time of one report by itself, what a case costs when there
are many, how long a start takes with them, and the daemon's memory. Figures are compared with the
goals of the project by their ratios, and nothing is asserted: no two machines agree.
"""

import asyncio
import contextlib
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.yardsticks import (
    ALIAS,
    POSTFIX,
    READERS,
    Alone,
    Elsewhere,
    Running,
    Session,
    free_ports,
    mail,
    running,
)
from tests.talk import MONDAY, Table, table

TEXT = "Number nine has been shouting at me since Monday, and nobody said a word to them. " * 25
SESSIONS = (1, 10, 50)


@dataclass(frozen=True)
class Scale:
    """How many of what."""

    reports: int = 400  # for each number of sessions
    alone: int = 100  # one after the other, for the latency
    cases: int = 2000


TINY = Scale(reports=6, alone=3, cases=40)


@dataclass
class Figures:
    """What one server did."""

    accepted: dict[int, float] = field(default_factory=dict)
    whole: float = 0.0
    memory: str = ""


class Counted:
    """The next hop of everybody, and how to ask it what it saw."""

    def __init__(self, port: int, session: Session) -> None:
        self.port, self._session = port, session

    async def forget(self) -> None:
        """Count from here."""
        await self._session.say("XSEEN 0")

    async def seen(self, letters: int) -> None:
        """Returns as soon as it took so many."""
        async with asyncio.timeout(600):
            await self._session.say(f"XSEEN {letters}")


@contextlib.asynccontextmanager
async def process(kind: str, file: str = "") -> AsyncIterator[int]:
    """One of bench.yardsticks, and its port."""
    (port,) = free_ports(1)
    made = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.yardsticks", kind, str(port), *([file] if file else [])
    )
    try:
        await _listens(port)
        yield port
    finally:
        made.kill()
        await made.wait()


async def _listens(port: int) -> None:
    async with asyncio.timeout(30):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                await writer.wait_closed()
                return
            await asyncio.sleep(0.05)


def reports(count: int, label: str) -> list[tuple[str, bytes]]:
    """Reports of so many people who never wrote before."""
    people = [f"r{n}-{label}@home{n % 97}.test" for n in range(count)]
    return [(one, mail(one, ALIAS, f"{one}\n{TEXT}")) for one in people]


async def accepted(port: int, sessions: int, waiting: list[tuple[str, bytes]]) -> float:
    """Hand all of these in over so many sessions; how many a second were taken."""
    count = len(waiting)
    opened = [await Session.to(port, "EHLO mx.test") for _ in range(min(sessions, count))]

    async def client(session: Session) -> None:
        while waiting:
            sender, raw = waiting.pop()
            said = await session.hand_in(raw, sender, ALIAS)
            assert said[0].startswith("250"), said

    began = time.perf_counter()
    await asyncio.gather(*map(client, opened))
    rate = count / (time.perf_counter() - began)
    for session in opened:
        await session.close()
    return rate


async def measured(
    port: int, label: str, scale: Scale, hop: Counted | None = None, letters: int = 0
) -> Figures:
    """One server: what it accepts, and the whole job where it delivers `letters` for a report."""
    made = Figures()
    for sessions in SESSIONS:
        if hop:
            await hop.forget()
        began = time.perf_counter()
        waiting = reports(scale.reports, f"{label}{sessions}")
        made.accepted[sessions] = await accepted(port, sessions, waiting)
        if hop:
            await hop.seen(scale.reports * letters)
        if hop and sessions == 10:
            made.whole = scale.reports / (time.perf_counter() - began)
    return made


async def postfix(home: Path, scale: Scale, hop: Counted) -> Figures | None:
    """Postfix with an alias of five, one transaction a member; None where it is not installed."""
    if POSTFIX is None or os.geteuid() != 0:
        return None
    server = Alone(home, 0)
    server.deliver_to(hop.port)
    try:
        server.start()
        return await measured(server.public, "p", scale, hop, READERS)
    finally:
        server.stop()


async def latencies(house: Running, hop: Counted, count: int) -> list[float]:
    """From the final dot to the last letter, one report after the other, in milliseconds."""
    spent = []
    session = await house.session("smtp")
    for sender, raw in reports(count, "alone"):
        await hop.forget()
        began = time.perf_counter()
        await session.hand_in(raw, sender, ALIAS)
        await hop.seen(READERS + 1)
        spent.append((time.perf_counter() - began) * 1000)
    await session.close()
    return sorted(spent)


def _memory(house: Running) -> str:
    assert house.process
    with contextlib.suppress(OSError):
        said = Path(f"/proc/{house.process.pid}/status").read_text()
        peak = next(line for line in said.splitlines() if line.startswith("VmHWM"))
        return f"{int(peak.split()[1]) / 1000:.0f} MB"
    return "?"


def _processor(house: Running) -> float:
    """Seconds of the processor that the daemon took so far: the same on a busy machine."""
    assert house.process
    with contextlib.suppress(OSError):
        said = Path(f"/proc/{house.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")
    return float("nan")


def history(home: Path, cases: int) -> list[str]:
    """What a case costs when there are many, in process, and how long the next start takes."""
    house = table(home, procedure="numpy", members="ana bo chi dee eli")
    tenth = max(cases // 10, 1)
    spent = [_one(house, n) for n in range(cases)]
    first, last = (statistics.median(part) * 1000 for part in (spent[:tenth], spent[-tenth:]))
    house.close()
    began = time.perf_counter()
    house.open()
    start = time.perf_counter() - began
    house.close()
    return [
        f"cost of a case, processor: first {tenth} {first:.1f} ms, last {tenth} of {cases} "
        f"{last:.1f} ms, ratio {last / first:.2f}",
        f"start with {cases} cases: {start:.2f} s",
    ]


def _one(house: Table, n: int) -> float:
    sender = f"r{n}@home{n}.test"
    raw = mail(sender, ALIAS, f"{n}\n{TEXT}")
    house.now = MONDAY
    began = time.process_time()
    house.take(raw, sender, ALIAS)
    house.run()
    return time.process_time() - began


def say(row: str) -> None:
    """A row, as soon as it is known."""
    print(row, flush=True)


def line(name: str, one: Figures, base: Figures | None) -> str:
    """A row of the table; rates and their ratio to the yardstick named in the head."""
    rates = " ".join(f"{one.accepted[n]:7.0f}" for n in SESSIONS)
    whole = f"{one.whole:7.0f}" if one.whole else "      -"
    if base is None:
        return f"{name:34}{rates} {whole}  {one.memory}"
    ratio = f"{one.accepted[10] / base.accepted[10]:.2f}"
    done = f"{one.whole / base.whole:.2f}" if one.whole and base.whole else "-"
    return f"{name:34}{rates} {whole}  {one.memory:8} accepted {ratio}, whole {done} of Postfix"


async def run(home: Path, scale: Scale) -> None:
    """Everything, one after the other, so that nothing shares the processors."""
    say(f"{'':34}{'accepted/s, 1 10 50 sessions':24} whole job/s")
    async with process("null") as port:
        say(line("aiosmtpd, null handler", await measured(port, "n", scale), None))
    async with process("row", str(home / "rows.db")) as port:
        durable = await measured(port, "s", scale)
        say(line("aiosmtpd, one durable row", durable, None))
    async with process("hop") as port:
        line_to_hop = await Session.to(port, "EHLO mx.test")
        hop = Counted(port, line_to_hop)
        beside = await postfix(_folder(home, "postfix"), scale, hop)
        if beside:
            say(line("Postfix, a transaction a member", beside, None))
        else:
            say("Postfix: not installed, or not run as root")
        folder = _folder(home, "cocmail")
        async with running(folder, sink=Elsewhere(port)) as house:
            made = await measured(house.smtp, "c", scale, hop, READERS + 1)
            cost = _processor(house) / (len(SESSIONS) * scale.reports) * 1000
            spent = await latencies(house, hop, scale.alone)
            made.memory = _memory(house)
        say(line("cocmail", made, beside))
        say(f"cocmail of the durable bound: {made.accepted[10] / durable.accepted[10]:.2f}")
        say(f"processor time of a whole job: {cost:.1f} ms")
        say(
            f"latency by itself: p50 {spent[len(spent) // 2]:.0f} ms, "
            f"p99 {spent[int(len(spent) * 0.99)]:.0f} ms"
        )
        await line_to_hop.close()
    for row in history(_folder(home, "history"), scale.cases):
        say(row)


def _folder(home: Path, name: str) -> Path:
    made = home / name
    made.mkdir()
    return made


def main(scale: Scale) -> None:
    """Measure and print."""
    home = Path(tempfile.mkdtemp(prefix="cocmail-bench-"))
    home.chmod(0o755)
    try:
        asyncio.run(run(home, scale))
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main(TINY if "tiny" in sys.argv[1:] else Scale())
