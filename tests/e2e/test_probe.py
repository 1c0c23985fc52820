"""The test mail over real sockets: out by the smarthost or a route of its own, in by a door."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from dovecot import DOVECOT, PASSWORD, dovecot
from postfix import DAEMONS, POSTFIX, postfix
from running import ALIAS, Elsewhere, Running, free_ports, member, running

from cocmail.edge.sink import Sink

ECHO = "echo@elsewhere.test"
PROBE = f'[probe]\nto = "{ECHO}"\n'


def said(house: Running) -> dict[str, object]:
    """What `cocmail status` says beside the running daemon."""
    done = subprocess.run(
        [sys.executable, "-m", "cocmail", "status", "--json", "--config", str(house.file)],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    found: dict[str, object] = json.loads(done.stdout)
    return found


async def test_it_leaves_is_killed_and_comes_back_once(tmp_path: Path) -> None:
    async with running(tmp_path, more=PROBE) as house:
        await house.until(lambda: bool(house.received(ECHO)))
        await house.at_rest()
        assert said(house)["probe"] == "waiting"
        await house.kill()
        await house.start()
        (probe,) = house.received(ECHO)
        # The mailbox elsewhere forwards it: another envelope, the same mail below one more line.
        raw = b"Received: from elsewhere.test by mx.test\r\n" + probe.content
        assert (await house.send(raw, "owner@elsewhere.test", ALIAS))[0].startswith("250")
        assert said(house)["probe"] == "back"
        again = raw.replace(b"Nobody needs", b"You need")
        assert (await house.send(again, "owner@elsewhere.test", ALIAS))[0].startswith("250")
        now = said(house)
        assert (now["probe"], now["loops"], now["cases"], now["quarantine"]) == ("back", 1, {}, 0)
        await house.kill()
        await house.start()
        assert said(house)["probe"] == "back"
        assert len(house.received(ECHO)) == 1
        assert len(house.sink.letters) == 1, "nobody was written to about it"
        assert "@" not in house.journal.read_text()


async def test_it_leaves_by_a_route_of_its_own(tmp_path: Path) -> None:
    outside = Sink()
    await outside.start()
    try:
        route = f'[probe]\nroute = "smtp://127.0.0.1:{outside.port}"\n'
        async with running(tmp_path, more=route) as house:
            (probe,) = await outside.wait_for(1)
            assert probe.rcpt_tos == (ALIAS,)
            assert house.sink.letters == []
            sender = probe.envelope_from
            assert (await house.send(probe.content, sender, ALIAS, door="smtp"))[0][:3] == "250"
            assert said(house)["probe"] == "back"
    finally:
        await outside.stop()


async def test_an_alias_that_bounces_is_an_alarm_to_everybody(tmp_path: Path) -> None:
    """D-01: the published address bounces, and nobody knows."""
    sink = Sink(lambda to, _attempt: "550 5.1.1 no such user" if to == ALIAS else None)
    async with running(tmp_path, more="[probe]\n", sink=sink) as house:
        for person in ("ana", "bo", "chi", "dee", "eli"):
            alarm = await house.letter(member(person), "probe-news")
            assert "was refused by a mail server" in alarm.text
        assert said(house)["probe"] == "missing"


@pytest.mark.skipif(POSTFIX is None or not DAEMONS.is_dir(), reason="postfix is not installed")
@pytest.mark.skipif(os.geteuid() != 0, reason="postfix starts as root only")
async def test_through_a_real_postfix_and_back(tmp_path: Path, home: Path) -> None:
    ports = tuple(free_ports(2))
    with postfix(home, ports[1]) as mx:
        out = Elsewhere(mx.public)
        async with running(tmp_path, sink=out, ports=ports, more="[probe]\n") as house:
            await house.until(lambda: bool(house.facts("ProbeCame")))
            now = said(house)
            assert (now["probe"], now["loops"], now["quarantine"]) == ("back", 0, 0)
            assert now["cases"] == {}


@pytest.mark.skipif(DOVECOT is None, reason="dovecot-imapd is not installed")
async def test_through_a_hosted_mailbox_and_what_lies_in_junk(tmp_path: Path, home: Path) -> None:
    (tmp_path / "imap-password").write_text(PASSWORD)
    (tmp_path / "imap-password").chmod(0o600)
    with dovecot(home) as server:
        table = (f'[imap]\nhost = "127.0.0.1"\nport = {server.imap}\nsecurity = "none"\n'
                 'user = "conduct"\npassword_file = "imap-password"\njunk_folder = "Junk"\n'
                 'sent_folder = "Sent"\n' + PROBE)  # fmt: skip
        async with running(tmp_path, more=table) as house:
            await house.until(lambda: bool(house.received(ECHO)))
            (probe,) = house.received(ECHO)
            await asyncio.to_thread(server.lay, "conduct", probe.content, "Sent")
            await house.until(lambda: server.count("conduct", "Sent") == 0)
            assert said(house)["probe"] == "waiting", "our own copy of it came by no route"
            await asyncio.to_thread(server.lay, "conduct", probe.content, "Junk")
            await house.until(lambda: server.count("conduct", "Junk") == 0)
            (came,) = house.facts("ProbeCame")
            assert getattr(came, "spam") is True  # noqa: B009 - a fact of the log
            assert said(house)["probe"] == "back"


@pytest.mark.skipif(DOVECOT is None, reason="dovecot-imapd is not installed")
async def test_a_mailbox_that_nobody_can_open_is_known(tmp_path: Path, home: Path) -> None:
    (tmp_path / "imap-password").write_text("wrong\n")
    (tmp_path / "imap-password").chmod(0o600)
    with dovecot(home) as server:
        table = (f'[imap]\nhost = "127.0.0.1"\nport = {server.imap}\nsecurity = "none"\n'
                 'user = "conduct"\npassword_file = "imap-password"\n')  # fmt: skip
        async with running(tmp_path, more=table) as house:
            await house.until(lambda: '"where": "imap"' in house.journal.read_text())
            await house.until(lambda: said(house)["mailbox_away"] is not None)
            since = said(house)["mailbox_away"]
            await house.kill()
            await house.start()
            await house.until(lambda: house.journal.read_text().count('"where": "imap"') >= 2)
            assert said(house)["mailbox_away"] == since, "a restart is no new beginning"
            await house.stop()
            (tmp_path / "imap-password").write_text(PASSWORD)
            await house.start()
            await house.until(lambda: said(house)["mailbox_away"] is None)
