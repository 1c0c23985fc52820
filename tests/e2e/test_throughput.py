"""How much the daemon does in a second, printed and not asserted: run it with `pytest -s`.

The figures that are promised are those of bench/. This one only fails when reports get lost.
"""

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from running import ALIAS, Elsewhere, free_ports, mail, running

REPORTS = 200
SESSIONS = 10
TEXT = "Number nine has been shouting at me since Monday. " * 40


@asynccontextmanager
async def hop() -> AsyncIterator[Elsewhere]:
    """A cheap next hop as a process."""
    (port,) = free_ports(1)
    script = Path(__file__).with_name("hop.py")
    process = await asyncio.create_subprocess_exec(sys.executable, str(script), str(port))
    try:
        yield Elsewhere(port)
    finally:
        process.kill()
        await process.wait()


async def test_reports_a_second(tmp_path: Path) -> None:
    people = [f"rita{n}@home{n % 97}.test" for n in range(REPORTS)]
    waiting = [(p, mail(p, ALIAS, f"{p[4:]}: {TEXT}")) for p in people]
    async with hop() as sink, running(tmp_path, sink=sink) as house:

        async def client() -> None:
            session = await house.session()
            while waiting:
                sender, raw = waiting.pop()
                said = await session.hand_in(raw, sender, ALIAS)
                assert said[0].startswith("250"), said
            await session.close()

        began = time.perf_counter()
        await asyncio.gather(*(client() for _ in range(SESSIONS)))
        accepted = time.perf_counter() - began
        await house.at_rest()
        whole = time.perf_counter() - began
        assert len(house.facts("Opened")) == REPORTS
    print(
        f"\n{SESSIONS} sessions: accepted {REPORTS / accepted:.0f}/s, "
        f"whole job {REPORTS / whole:.0f}/s"
    )
