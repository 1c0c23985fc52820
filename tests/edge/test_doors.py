"""What a door refuses and outlives: floods, clocks, TLS, stopping, and what it must never say."""

import asyncio
import logging
import socket
import ssl
import stat
from pathlib import Path

import pytest
from wire import MAIL, Desk, Wire, certificate, door, fail, noon

from cocmail import journal
from cocmail.edge.smtp import Door, starttls_context


async def test_too_many_connections() -> None:
    async with door("lmtp", Desk(), connections=2) as opened:
        wires = [await Wire.greeted(opened.port, "LHLO a.test") for _ in range(2)]
        third = await Wire.to(opened.port)
        assert await third.reply() == "421 4.3.2 too many connections, please try again later"
        assert await third.reply() == ""
        # One goes, one may come.
        await wires[0].say("QUIT")
        assert await wires[0].reply() == ""
        fourth = await Wire.to(opened.port)
        assert (await fourth.reply()).startswith("220")
        for wire in (*wires, third, fourth):
            await wire.close()


async def test_one_smtp_peer_gets_half_of_the_connections() -> None:
    async with door("smtp", Desk(), connections=4) as opened:
        wires = [await Wire.greeted(opened.port) for _ in range(2)]
        third = await Wire.to(opened.port)
        assert (await third.reply())[:3] == "421"
        for wire in (*wires, third):
            await wire.close()


async def test_stop_lets_a_mail_in_hand_be_answered() -> None:
    desk = Desk()
    desk.open.clear()
    async with door("smtp", desk) as opened:
        idle = await Wire.greeted(opened.port)
        wire = await Wire.greeted(opened.port)
        await wire.envelope()
        await wire.send(MAIL + b".\r\n")
        await desk.begun.wait()
        stopping = asyncio.ensure_future(opened.stop())
        assert await idle.reply() == "421 4.3.2 closing, please try again later"
        desk.open.set()
        assert await wire.reply() == "250 2.0.0 kept"
        assert (await wire.reply())[:3] == "421"
        await stopping
        for each in (idle, wire):
            await each.close()
    assert len(desk.arrivals) == 1


async def test_the_idle_and_the_endless_are_closed() -> None:
    async with door("smtp", Desk(), idle=0.05) as opened:
        wire = await Wire.greeted(opened.port)
        assert (await wire.reply())[:3] == "421"
        await wire.close()
    async with door("smtp", Desk(), session=0.05) as opened:
        wire = await Wire.greeted(opened.port)
        answers = [await wire.say("NOOP")]
        while answers[-1].startswith("250 "):
            answers.append(await wire.say("RSET"))
        await wire.close()
    assert answers[-1][:3] in {"421", ""}
    assert len(answers) < 10_000  # the clock ended it, not the command limit


async def test_commands_are_counted() -> None:
    async with door("smtp", Desk()) as opened:
        wire = await Wire.greeted(opened.port)
        answers = [await wire.say("NOOP") for _ in range(201)]
        await wire.close()
    assert answers[-1] == "421 4.7.0 too many commands"


async def test_starttls_and_what_came_before_it_is_dropped(tmp_path: Path) -> None:
    cert, key = certificate(tmp_path)
    desk = Desk()
    trust = ssl.create_default_context(cafile=cert)
    async with door("smtp", desk, tls=starttls_context(cert, key)) as opened:
        wire = await Wire.to(opened.port)
        await wire.reply()
        assert "250-STARTTLS" in (await wire.say("EHLO a.test")).split("\r\n")
        # P12: a command injected before the handshake must not be run after it.
        await wire.send(b"STARTTLS\r\nMAIL FROM:<evil@away.test>\r\n")
        assert (await wire.reply())[:3] == "220"
        await wire.writer.start_tls(trust, server_hostname="127.0.0.1")
        offered = await wire.say("EHLO a.test")
        assert "AUTH" not in offered
        assert "STARTTLS" not in offered
        assert await wire.say("RCPT TO:<conduct@our.test>") == "503 5.5.1 command out of order"
        await wire.envelope()
        await wire.send(MAIL + b".\r\n")
        assert await wire.reply() == "250 2.0.0 kept"
        await wire.say("QUIT")
        await wire.close()
    assert [(a.sender, a.peer) for a in desk.arrivals] == [("rita@away.test", "127.0.0.1")]


async def test_a_failed_handshake_is_forgotten(tmp_path: Path) -> None:
    async with door("smtp", Desk(), tls=starttls_context(*certificate(tmp_path))) as opened:
        wire = await Wire.greeted(opened.port)
        await wire.say("STARTTLS")
        await wire.send(b"this is no handshake\r\n" * 10)
        await wire.reader.read()
        await wire.close()
        other = await Wire.greeted(opened.port)
        assert await other.say("NOOP") == "250 2.0.0 OK"
        await other.close()


async def test_what_is_not_offered() -> None:
    async with door("smtp", Desk()) as opened:
        wire = await Wire.greeted(opened.port)
        assert (await wire.say("VRFY ana@our.test"))[:3] == "252"
        assert (await wire.say("EXPN list"))[:3] == "502"
        assert (await wire.say("AUTH PLAIN AGEAYg=="))[:3] == "502"
        assert (await wire.say("MAIL FROM:<a@b.test> RET=HDRS"))[:3] == "555"
        await wire.close()


CANARY = "rita.canary@away.test"
NASTY = [
    f"VRFY {CANARY}",
    f"{CANARY}",
    f"EXPN {CANARY}",
    f"HELP {CANARY}",
    f"AUTH {CANARY}",
    f"MAIL {CANARY}",
    f"MAIL FROM:<{CANARY}> X={CANARY}",
    f"MAIL FROM:<{CANARY}",
    f"MAIL FROM:<{CANARY}> SIZE=²",
    f"RCPT TO:<{CANARY}>",
    f"NOOP\r{CANARY}",
    "\udcff\udcfe",
    f"MAIL FROM:<{CANARY}>",
    f"RCPT TO:<{CANARY}>",
    f"RCPT TO:<{CANARY}> NOTIFY=NEVER",
    "x" * 300_000,
]


async def test_nothing_a_peer_says_comes_back_or_into_a_log() -> None:
    """P2, P3: at DEBUG, before every handler, ours or a stranger's."""
    records: list[str] = []
    listener = logging.Handler(0)
    listener.emit = lambda record: records.append(f"{record.getMessage()} {record.__dict__}")  # type: ignore[method-assign]
    ours = logging.getLogger("cocmail")
    speakers = [logging.getLogger(name) for name in ("", "mail.log", "cocmail")]
    journal.set_up("DEBUG")
    for speaker in speakers:
        speaker.addHandler(listener)
    answers = []
    desk = Desk(verdict=fail)
    try:
        async with door("smtp", desk) as opened:
            for attempt in range(3):
                wire = await Wire.greeted(opened.port, f"EHLO {CANARY}")
                answers += [await wire.say(line) for line in NASTY[attempt * 5 : attempt * 5 + 8]]
                await wire.say("RSET")
                await wire.envelope(sender=CANARY)
                await wire.send(f"From: {CANARY}\r\n\r\nhello {CANARY}\r\n.\r\n".encode())
                answers.append(await wire.reply())
                await wire.close()
    finally:
        for speaker in speakers:
            speaker.removeHandler(listener)
        ours.propagate = True
        for handler in tuple(ours.handlers):
            ours.removeHandler(handler)
            logging.getLogger().removeHandler(handler)
    assert len(answers) > 20
    assert records, "the journal notes what was not kept"
    assert not [line for line in answers + records if "canary" in line.lower()]
    assert all(answer[:3].isdigit() and answer.isprintable() for answer in answers)


async def test_unix_socket_mode_and_peer(tmp_path: Path) -> None:
    path = tmp_path / "lmtp.sock"
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))  # as a killed daemon leaves it
    desk = Desk()
    opened = Door("lmtp", path, desk, noon, hostname="mx.our.test")
    await opened.start()
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    second = Door("lmtp", path, desk, noon, hostname="mx.our.test")
    with pytest.raises(OSError, match="in use"):
        await second.start()
    wire = Wire(*await asyncio.open_unix_connection(str(path)))
    await wire.reply()
    await wire.say("LHLO a.test")
    await wire.envelope()
    await wire.send(MAIL + b".\r\n")
    assert await wire.reply() == "250 2.0.0 kept"
    await wire.close()
    await opened.stop()
    assert desk.arrivals[0].peer == "unix"
    assert not path.exists()
