"""kill -9 at any instant: nothing is lost, and nothing happens twice (promise 1).

The senders behave like an MTA: a mail is handed in again, the same bytes, until it got its 250.
"""

import asyncio
import random
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path

from running import ALIAS, PEOPLE, Running, Session, mail, member, running

from cocmail.edge.sink import AFTER_DOT, HANG_UP
from cocmail.mail.parse import parse

REPORTS = 200
SESSIONS = 10
KILLS = 4
LANES = 4  # connections to the next hop, the most that one kill can cut


async def keep_trying(house: Running, waiting: list[tuple[str, bytes]], taken: list[str]) -> None:
    """One session of an MTA: every mail again and again until it got 250, then the next."""
    session: Session | None = None
    while waiting:
        sender, raw = waiting.pop()
        said = [""]
        while not said[0].startswith("250"):
            try:
                session = session or await house.session()
                said = await session.hand_in(raw, sender, ALIAS)
            except OSError:
                said = [""]
            if not said[0].startswith("250") and session is not None:
                await session.close()
                session = None
                await asyncio.sleep(0.02)
        taken.append(sender)
    if session is not None:
        await session.close()


async def burst(house: Running, kills: int = 0) -> list[str]:
    """REPORTS mails over SESSIONS sessions, the daemon killed on the way; who wrote."""
    people = [f"rita{n}@home{n % 50}.test" for n in range(REPORTS)]
    waiting = [(p, mail(p, ALIAS, f"Number {p[4:]} has been shouting at me.")) for p in people]
    taken: list[str] = []
    sessions = [asyncio.create_task(keep_trying(house, waiting, taken)) for _ in range(SESSIONS)]
    for n in range(1, kills + 1):
        await house.until(lambda n=n: len(taken) >= REPORTS * n // (kills + 1))  # type: ignore[misc]
        await house.kill()
        await house.start()
    await asyncio.gather(*sessions)
    return people


def by_letter(house: Running) -> dict[tuple[str, str], Counter[str]]:
    """For every recipient and template: how often each Message-ID came."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for received in house.sink.letters:
        letter = parse(received.content)
        found[received.rcpt_tos[0], letter.header("X-Cocmail")][letter.message_id] += 1
    return found


def nothing_lost(house: Running, people: list[str], cut: int) -> None:
    """A case, a receipt and one report a member for each mail; at most `cut` letters twice."""
    letters = by_letter(house)
    assert len(house.facts("Opened")) == len(people)
    assert [p for p in people if len(letters[p, ""]) != 1] == []
    for person in PEOPLE:
        reports = letters[member(person), "report"]
        assert len(reports) == len(people), person
    twice = sum(times - 1 for found in letters.values() for times in found.values())
    assert twice <= cut
    with house.store() as store:
        assert store.verify_chain() is None
        assert store.counts().errands == 0


async def test_kill_nine_during_a_burst(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        people = await burst(house, KILLS)
        await house.at_rest()
        nothing_lost(house, people, cut=LANES * KILLS)
        await house.stop()
        assert "@" not in house.journal.read_text()


async def test_kill_nine_while_letters_leave(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        people = await burst(house)
        for n in range(1, KILLS + 1):
            await house.until(lambda n=n: len(house.sink.letters) >= 250 * n)  # type: ignore[misc]
            await house.kill()
            await house.start()
        await house.at_rest()
        nothing_lost(house, people, cut=LANES * KILLS)


async def test_a_next_hop_that_fails_now_and_then(tmp_path: Path) -> None:
    dice = random.Random(7)
    hung_up: list[str] = []

    def moody(recipient: str, _attempt: int) -> str | None:
        roll = dice.random()
        if roll < 0.02:
            hung_up.append(recipient)
            return HANG_UP
        if roll < 0.05:
            return f"{AFTER_DOT}451 4.3.0 not now"
        return "450 4.2.1 busy" if roll < 0.08 else None

    shift = tmp_path / "shift"
    shift.write_text("0")
    async with running(tmp_path, environment={"COCMAIL_SHIFT": str(shift)}) as house:
        house.sink.script = moody
        people = await burst(house)
        for minutes in (5, 10, 20, 40, 55):  # what was deferred comes due; never an hour at once
            await house.until(lambda: waits_for_later(house))
            shift.write_text(str(minutes * 60))
        house.sink.script = lambda _recipient, _attempt: None
        shift.write_text(str(100 * 60))
        await house.at_rest()
        assert hung_up, "the dice never cut a connection"
        nothing_lost(house, people, cut=len(hung_up))


def waits_for_later(house: Running) -> bool:
    """Whether nothing that is due now is left, only what was deferred."""
    with house.store() as store:
        return not store.due_errands(datetime.now(UTC), 1)


async def test_an_orderly_stop_sends_nothing_twice(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        people = await burst(house)
        for n in range(1, KILLS + 1):
            await house.until(lambda n=n: len(house.sink.letters) >= 250 * n)  # type: ignore[misc]
            await house.stop()
            await house.start()
        await house.at_rest()
        nothing_lost(house, people, cut=0)
