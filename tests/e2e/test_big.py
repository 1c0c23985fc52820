"""Large mails through the real daemon: whole, within a bound of memory, or refused with 552."""

import hashlib
import random
import re
from pathlib import Path

import pytest
from running import ALIAS, PEOPLE, Running, mail, member, running

from cocmail.mail.parse import Mail

MEMORY = 400_000  # kB
TEXT = (
    "Number nine has been shouting at me for a week, in the channel and in private, and I kept "
    "everything that was said. The files are the recordings of it. Please tell me what happens."
)
_DICE = random.Random(11)
FILES = [(f"recording-{n}.bin", _DICE.randbytes(6_000_000)) for n in range(3)]


def resident(house: Running) -> int:
    """The most memory that the daemon ever held, in kB."""
    assert house.process is not None
    status = Path(f"/proc/{house.process.pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found, status
    return int(found[1])


def hashes(letter: Mail) -> list[str]:
    """What is attached to a letter."""
    return sorted(hashlib.sha256(part.content).hexdigest() for part in letter.attachments)


@pytest.mark.parametrize("door", ["smtp", "lmtp"])
async def test_twenty_five_megabytes_reach_everybody_whole(tmp_path: Path, door: str) -> None:
    raw = mail("rita@home.test", ALIAS, TEXT, attach=FILES)
    assert 24_000_000 < len(raw) < 26_000_000
    sent = sorted(hashlib.sha256(content).hexdigest() for _, content in FILES)
    async with running(tmp_path) as house:
        said = await house.send(raw, "rita@home.test", ALIAS, door=door)
        assert said[0].startswith("250"), said
        for person in PEOPLE:
            report = await house.letter(member(person), "report")
            assert hashes(report) == sent, person
        assert resident(house) < MEMORY


@pytest.mark.parametrize("door", ["smtp", "lmtp"])
async def test_too_large_is_refused_at_mail_and_after_the_dot(tmp_path: Path, door: str) -> None:
    async with running(tmp_path) as house:
        session = await house.session(door)
        said = await session.say("MAIL FROM:<rita@home.test> SIZE=36000000")
        assert said.startswith("552"), said
        await session.say("RSET")
        raw = mail("rita@home.test", ALIAS, TEXT) + (b"x" * 98 + b"\r\n") * 351_000
        said = (await session.hand_in(raw, "rita@home.test", ALIAS))[0]
        assert said.startswith("552"), said
        # The connection goes on, and what fits is still taken.
        small = mail("rita@home.test", ALIAS, TEXT)
        said = (await session.hand_in(small, "rita@home.test", ALIAS))[0]
        assert said.startswith("250"), said
        await session.close()
        assert len(house.facts("Opened")) == 1
        assert resident(house) < MEMORY
