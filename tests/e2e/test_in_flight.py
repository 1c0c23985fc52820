"""Postfix, Dovecot and cocmail, each killed and each restarted in order while mail is in flight."""

import asyncio
import contextlib
import os
import signal
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from dovecot import DOVECOT, Dovecot, dovecot
from postfix import DAEMONS, POSTFIX, Postfix, postfix
from running import ALIAS, PEOPLE, Elsewhere, Running, free_ports, mail, member, running
from test_imap import USER, collecting, delivered
from test_postfix import LMTPD, PATIENCE, keep_trying, reports

from cocmail.mail.parse import parse

pytestmark = [
    pytest.mark.skipif(POSTFIX is None or not DAEMONS.is_dir(), reason="postfix is not installed"),
    pytest.mark.skipif(os.geteuid() != 0, reason="postfix starts as root only"),
    pytest.mark.skipif(DOVECOT is None or not LMTPD.exists(), reason="no dovecot-lmtpd"),
]
COUNT = 24


def kill_postfix(mx: Postfix) -> None:
    """kill -9 of the whole of it; master leads a group of its own."""
    number = int((mx.home / "queue/pid/master.pid").read_text())
    with contextlib.suppress(ProcessLookupError):
        os.killpg(number, signal.SIGKILL)


def kill_dovecot(boxes: Dovecot) -> None:
    """kill -9 of its master; the others notice and go."""
    assert boxes.process is not None
    boxes.process.kill()
    boxes.process.wait()
    if boxes.process.stderr:
        boxes.process.stderr.close()
    boxes.process = None


async def in_turn(house: Running, boxes: Dovecot, mx: Postfix, *, hard: bool) -> None:
    """Each of the three ends and begins again, one after the other."""

    async def threaded(*steps: Callable[[], None]) -> None:
        for step in steps:
            await asyncio.to_thread(step)

    end_house: Callable[[], Awaitable[None]] = house.kill if hard else house.stop
    await end_house()
    await asyncio.sleep(0.3)
    await house.start()
    await threaded((lambda: kill_dovecot(boxes)) if hard else boxes.stop)
    await asyncio.sleep(0.3)
    await threaded(boxes.start)
    await threaded((lambda: kill_postfix(mx)) if hard else mx.stop)
    await asyncio.sleep(0.3)
    await threaded(mx.start)


@pytest.mark.parametrize("hard", [True, False], ids=["kill -9", "in order"])
async def test_each_of_the_three_is_restarted(tmp_path: Path, home: Path, hard: bool) -> None:
    """No report is lost, none makes two cases, everybody has every letter (promise 1)."""
    ports = tuple(free_ports(2))
    for name in ("dovecot", "postfix"):
        (home / name).mkdir()
    with dovecot(home / "dovecot", lmtp=True) as boxes:
        there = f"lmtp:inet:127.0.0.1:{boxes.lmtp_port}"
        homes = (f"home{n}.test" for n in range(20))
        routes = tuple((domain, there) for domain in ("members.test", *homes))
        with postfix(home / "postfix", ports[1], routes=routes) as mx:
            async with running(tmp_path, sink=Elsewhere(mx.public), ports=ports) as house:
                waiting = reports(COUNT)
                everybody = [who for who, _ in waiting]
                sending = asyncio.create_task(asyncio.to_thread(keep_trying, mx.public, waiting))
                await house.until(lambda: len(waiting) < COUNT - 3)
                for _ in range(2):
                    await in_turn(house, boxes, mx, hard=hard)
                await sending
                assert not waiting
                await house.until(lambda: mx.queued() == 0, PATIENCE)
                await house.at_rest()
                await house.until(lambda: mx.queued() == 0, PATIENCE)
                _all_there(house, boxes, everybody)


def _all_there(house: Running, boxes: Dovecot, everybody: list[str]) -> None:
    assert len(house.facts("Opened")) == COUNT
    assert not house.facts("Failed")
    for who in everybody:
        assert boxes.count(who.partition("@")[0]) >= 1, "a receipt"
    for person in PEOPLE:
        found = [parse(raw) for raw in boxes.mails(person)]
        ids = Counter(m.message_id for m in found if m.header("X-Cocmail") == "report")
        assert len(ids) == COUNT
    with house.store() as store:
        assert store.verify_chain() is None


# -- the mailbox as it should not be -------------------------------------------------------------


async def test_dovecot_is_killed_while_the_mailbox_is_emptied(tmp_path: Path, home: Path) -> None:
    with dovecot(home) as server:
        for who, raw in reports(60):
            server.lay(USER, delivered(raw, sender=who))
        async with collecting(tmp_path, server.imap) as house:
            for left in (45, 20):
                await house.until(lambda left=left: server.count(USER) <= left)  # type: ignore[misc]
                await asyncio.to_thread(kill_dovecot, server)
                await asyncio.sleep(0.2)
                await asyncio.to_thread(server.start)
            await house.until(lambda: server.count(USER) == 0, PATIENCE)
            await house.at_rest()
            assert len(house.facts("Opened")) == 60
            receipts = Counter(r.rcpt_tos[0] for r in house.sink.letters if "rita" in r.rcpt_tos[0])
            assert len(receipts) == 60
            assert set(receipts.values()) == {1}


async def test_uids_that_begin_anew_and_a_mail_that_came_twice(tmp_path: Path, home: Path) -> None:
    """By another UIDVALIDITY, and by a door as well: one mail is one case."""
    with dovecot(home) as server:
        async with collecting(tmp_path, server.imap) as house:
            (one, first), (two, second) = reports(2)
            server.lay(USER, delivered(first, sender=one))
            await house.until(lambda: server.count(USER) == 0)
            await asyncio.to_thread(server.stop)
            for file in server.folder(USER).glob("dovecot*"):
                file.unlink()
            server.lay(USER, delivered(first, sender=one))
            server.lay(USER, delivered(second, sender=two), seen=True)
            assert (await house.send(second, two, ALIAS))[0].startswith("250")
            await asyncio.to_thread(server.start)
            await house.until(lambda: server.count(USER) == 0)
            assert (await house.send(first, one, ALIAS))[0].startswith("250")
            await house.at_rest()
            assert len(house.facts("Opened")) == 2
            assert {len(house.received(who)) for who in (one, two)} == {1}


async def test_a_token_that_is_refused_is_asked_for_again(tmp_path: Path, home: Path) -> None:
    """The command fails, then prints an old token, then a good one; nothing is lost meanwhile."""
    with dovecot(home, oauth=True) as server:
        good = server.issue_token(USER)
        shown = tmp_path / "shown"
        more = {"oauth2_token_command": f"cat '{shown}'", "password_file": ""}
        ((who, raw),) = reports(1)
        server.lay(USER, delivered(raw, sender=who))
        async with collecting(tmp_path, server.imap, **more) as house:

            def troubles() -> int:
                return house.journal.read_text().count('"where": "imap"')

            await house.until(lambda: troubles() >= 1)
            shown.write_text("an.old.token")
            before = troubles()
            await house.until(lambda: troubles() > before)
            assert server.count(USER) == 1
            shown.write_text(good.read_text())
            await house.until(lambda: server.count(USER) == 0)
            assert len(house.facts("Opened")) == 1
            assert "old.token" not in house.journal.read_text()


async def test_a_mail_to_a_tag_keeps_its_case_by_either_way(tmp_path: Path, home: Path) -> None:
    """The tag stands in the envelope at a door, in Delivered-To in a mailbox."""
    with dovecot(home) as server:
        async with collecting(tmp_path, server.imap) as house:
            await house.report("Number nine has been shouting at me since Monday.")
            (receipt,) = [await house.letter("rita@home.test")]
            tag = receipt.sender_reply_to[0].addr
            for n, to in enumerate(("Delivered-To", "X-Original-To", "Envelope-To")):
                raw = mail("rita@home.test", "conduct@example.test", f"And more ({n}).", proof="")
                top = f"Return-Path: <rita@home.test>\r\n{to}: <{tag}>\r\n"
                server.lay(USER, top.encode() + raw)
            await house.until(lambda: server.count(USER) == 0)
            assert len(house.facts("Opened")) == 1
            assert len(house.facts("MailKept")) == 4
            assert not house.box(member("dee"), "quarantine")
