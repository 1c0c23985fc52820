"""Promise 9 for the whole process: what it says on stderr tells nothing, whatever goes wrong.

Python's warnings, its development mode and asyncio's debug mode are on, rooms fail with words of
mails in their errors (sabotaged.py), and the next hop answers with addresses.
"""

import asyncio
import contextlib
import json
import re
import ssl
import sys
from pathlib import Path

from running import ALIAS, Running, mail, member

from cocmail.edge.sink import Sink

SABOTAGED = Path(__file__).with_name("sabotaged.py")
MAILS = Path(__file__).parent.parent / "mails"
SECRETS = ("vorpelstang", "quillfrond", "vexholm", "marzipolt", "drumbelwick", "ruiz", "okafor")
RITA = "quillfrond@vexholm.test"
ODD = (
    b"", b"\r\n", b"\x00\xff\r\n\r\n\x00", b"From: \xff\xfe <quillfrond@vexholm.test>\r\n\r\nx\r\n",
    b"From: a\r\nFrom: b\r\nSubject: =?utf-8?b?TWFyemlwb2x0?=\r\n\r\nvorpelstang\r\n",
    b"Content-Type: multipart/mixed; boundary=\"vorpelstang\r\n\r\n--vorpelstang",
    b"Content-Type: text/plain; charset=marzipolt\r\n\r\nvorpelstang\r\n",
    b"Content-Type: text/html\r\n\r\n<p><a href='http://[vexholm'>marzipolt</a><![vorpelstang\r\n",
    b"Subject: " + b"marzipolt " * 20_000 + b"\r\n\r\nx\r\n",
    b"DKIM-Signature: v=1; d=vexholm.test; b=vorpelstang\r\nFrom: quillfrond@vexholm.test\r\n\r\nx",
)  # fmt: skip


def _answer(recipient: str, attempt: int) -> str | None:
    """A next hop that says whom and what it refuses."""
    if attempt == 1:
        return f"451 4.7.1 <{recipient}> greylisted: Marzipolt from Ruiz"
    return f"550 5.1.1 <{recipient}> unknown: quillfrond" if "bo@" in recipient else None


async def _odd_clients(house: Running) -> None:
    """TLS where none is spoken, lines that are none, and hanging up in the middle."""
    for port in (house.smtp, house.lmtp):
        with contextlib.suppress(OSError, ssl.SSLError, asyncio.IncompleteReadError):
            await asyncio.open_connection("127.0.0.1", port, ssl=ssl.create_default_context())
    for said in (
        f"MAIL FROM:<{RITA}> SIZE=vorpelstang", f"MAIL FROM:<{RITA}", "VRFY marzipolt",
        f"RCPT TO:<{RITA}>", f"MAIL FROM:<=?utf-8?q?{RITA}?=>", "vorpelstang " * 400,
    ):  # fmt: skip
        session = await house.session("smtp")
        await session.say(said)
        await session.close()
    session = await house.session("lmtp")
    await session.say(f"MAIL FROM:<{RITA}>")
    await session.say(f"RCPT TO:<{ALIAS}>")
    await session.say("DATA")
    await session.send(b"Subject: marzipolt\r\n\r\nvorpelstang")
    await session.close()


async def test_nothing_that_goes_wrong_tells(tmp_path: Path) -> None:
    command = (sys.executable, "-X", "dev", "-W", "always", str(SABOTAGED))
    debug = {"PYTHONASYNCIODEBUG": "1"}
    house = Running(tmp_path, command=command, environment=debug, sink=Sink(_answer))
    try:
        await house.open()
        await _odd_clients(house)
        crashers = sorted(p.read_bytes() for p in MAILS.rglob("*.eml"))
        for raw in (*ODD, *crashers[:40]):
            with contextlib.suppress(OSError):
                await house.send(raw, RITA, ALIAS)
        for n in range(8):
            words = f"drumbelwick {n} was shouted at me in the call, by somebody called Marzipolt."
            with contextlib.suppress(OSError):
                await house.send(mail(RITA, ALIAS, words, subject="Marzipolt"), RITA, ALIAS)
                await house.send(mail(member("ana"), ALIAS, "HISTORY Marzipolt"), member("ana"),
                                 ALIAS)  # fmt: skip
        await asyncio.sleep(1)
        assert house.process is not None
        assert house.process.returncode is None, house.journal.read_text()[-3000:]
    finally:
        with contextlib.suppress(TimeoutError):
            await house.stop()
        await house.close()
    _is_mute(house.journal.read_text("utf-8", "replace"))


def _is_mute(said: str) -> None:
    low = said.casefold()
    for word in (*SECRETS, "@", "traceback"):
        at = low.find(word)
        assert at < 0, said[max(0, at - 600) : at + 200]
    verbs = {json.loads(line)["verb"] for line in said.splitlines() if line.startswith("{")}
    assert {"trouble", "stuck", "library"} <= verbs, "it did go wrong"
    others = [line for line in said.splitlines() if not line.startswith("{")]
    assert not [x for x in others if not re.fullmatch(r"[\w ./:;,()'-]*", x)], others[:5]
