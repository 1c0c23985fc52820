"""A flood over real sockets: a report in the middle of it is with the members within seconds.

`COCMAIL_FLOOD=10000 python -m pytest -s tests/e2e/test_flood.py` prints the figures that product.md
10 asks for; without it the flood is small.
"""

import asyncio
import json
import os
import time
from pathlib import Path

from click.testing import CliRunner
from running import ALIAS, mail, member, running

from cocmail.cli import cocmail

FLOOD = int(os.environ.get("COCMAIL_FLOOD", "400"))
SESSIONS = 10
TEXT = "Buy one today, it is cheap and good, and everybody but you has one now. " * 20
REAL = (
    "Somebody hit me at the venue yesterday, and I am still afraid to go there again. Please help."
)


async def test_a_report_is_not_stuck_behind_junk(tmp_path: Path) -> None:
    junk = [f"x{n}@junk{n % 50}.test" for n in range(FLOOD)]
    async with running(tmp_path) as house:

        async def client() -> None:
            while junk:
                session = await house.session()
                for sender in [junk.pop() for _ in range(min(100, len(junk)))]:
                    raw = b"Precedence: bulk\r\n" + mail(sender, ALIAS, TEXT, proof="")
                    assert (await session.hand_in(raw, sender, ALIAS))[0].startswith("250")
                await session.close()

        async def person(at: float, nth: int) -> float:
            while len(junk) > FLOOD * at:
                await asyncio.sleep(0.01)
            began, rita = time.perf_counter(), f"rita{int(at * 10)}@home.test"
            await house.send(mail(rita, ALIAS, f"{REAL} {at}"), rita, ALIAS)
            group = [member(who) for who in ("ana", "bo", "chi", "dee")]
            await house.until(lambda: all(len(house.received(one)) >= nth for one in group))
            await house.until(lambda: bool(house.received(rita)))
            return time.perf_counter() - began

        began = time.perf_counter()
        took, *_ = await asyncio.gather(person(0.5, 1), *(client() for _ in range(SESSIONS)))
        flooded = time.perf_counter() - began
        last = await person(0, 2)
        assert max(took, last) < 5
        await house.at_rest()
        said = CliRunner().invoke(cocmail, ["status", "--config", str(house.file), "--json"])
        mails = json.loads(said.output)["mails"]
        assert mails["accepted"] == FLOOD + 2 == mails["quarantine"] + mails["cases"]
    print(
        f"\n{FLOOD} junk mails in {flooded:.1f} s; a report in the middle was with everybody after "
        f"{took:.2f} s, one with all of them waiting after {last:.2f} s"
    )
