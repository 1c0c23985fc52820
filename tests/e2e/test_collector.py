"""The mailbox door alone, against a real Dovecot: what nobody keeps stays where it is."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dovecot import DOVECOT, PASSWORD, Dovecot, Wire, dovecot
from running import ALIAS, mail

from cocmail.config.kinds import Secret
from cocmail.config.tables import Imap
from cocmail.edge import imap, mailbox
from cocmail.edge.imap import Collector, lots
from cocmail.edge.mailbox import Mailbox
from cocmail.mail.arrival import Arrival

needs_dovecot = pytest.mark.skipif(DOVECOT is None, reason="dovecot-imapd is not installed")
USER = "conduct"
MARK = "a-mark-of-this-house"
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class Mailroom:
    """A house that only remembers; `keeps` decides about each mail."""

    keeps: Callable[[Arrival], bool] = lambda _arrival: True
    taken: list[Arrival] = field(default_factory=list)
    asked: list[Arrival] = field(default_factory=list)
    large: list[int] = field(default_factory=list)
    gone: list[bool] = field(default_factory=list)

    def is_ours(self, address: str) -> bool:
        return address.endswith("@example.test")

    async def take(self, arrival: Arrival) -> Sequence[bool]:
        self.asked.append(arrival)
        if not self.keeps(arrival):
            return [False]
        self.taken.append(arrival)
        return [True]

    async def has_kept(self, arrival: Arrival) -> bool:
        return any(arrival.raw == one.raw for one in self.taken)

    async def too_large(self, count: int) -> None:
        self.large.append(count)

    async def away(self, since: datetime | None) -> None:
        self.gone.append(since is not None)


def settings(port: int, **more: object) -> Imap:
    keys: dict[str, object] = {
        "host": "127.0.0.1", "port": port, "security": "none", "user": USER,
        "password_file": Secret(Path("password"), PASSWORD), **more,
    }  # fmt: skip
    usual = {name: one.default for name, one in Imap.model_fields.items()}
    return Imap.model_construct(**{**usual, **keys})


@contextlib.asynccontextmanager
async def collecting(
    server: Dovecot, room: Mailroom, port: int = 0, **more: object
) -> AsyncIterator[Collector]:
    made = Collector(
        settings(port or server.imap, **more), room, lambda: NOW,
        alias=ALIAS, mark=MARK, size_limit=20_000,
    )  # fmt: skip
    await made.start()
    try:
        yield made
    finally:
        await made.stop()


async def until(happened: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not happened():
            await asyncio.sleep(0.02)


def throw_away_large(server: Dovecot) -> None:
    """The operator has read it, and clears it away with another program."""
    other = Mailbox(settings(server.imap))
    other.open("INBOX")
    sizes = other.sizes(other.uids())
    other.remove([uid for uid, size in sizes.items() if size > 20_000], "INBOX")
    other.leave()


def plain(n: int, size: int = 100) -> bytes:
    return mail(f"rita{n}@home.test", ALIAS, "x" * 60 + "\r\n" * (size // 2), proof="")


@needs_dovecot
async def test_what_is_not_kept_stays_and_stops_nobody(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "_ASK_AGAIN", 0.3)
    monkeypatch.setattr(imap, "_PATIENCE", 1.0)
    # One waits for a name server; it is taken as it is when it has waited long enough.
    room = Mailroom(lambda arrival: b"rita1@" not in arrival.raw or not arrival.patient)
    with dovecot(home) as server:
        for n in range(4):
            server.lay(USER, plain(n))
        async with collecting(server, room):
            await until(lambda: server.count(USER) == 1)
            assert b"rita1@" in server.mails(USER)[0]
            assert not list(server.folder(USER).glob("cur/*:2,*S*")), "and unread as it was"
            server.lay(USER, plain(5))
            await until(lambda: server.count(USER) == 0)
    assert len(room.taken) == 5
    asked = [one.patient for one in room.asked if b"rita1@" in one.raw]
    assert asked[0]
    assert asked.count(False) == [one.patient for one in room.taken].count(False) == 1


@needs_dovecot
async def test_a_mail_that_no_door_would_take_is_left_and_counted(home: Path) -> None:
    room = Mailroom()
    with dovecot(home) as server:
        server.lay(USER, plain(1, 30_000))
        server.lay(USER, plain(2))
        async with collecting(server, room):
            await until(lambda: room.large[-1:] == [1])
            assert [one.sender for one in room.taken] == ["rita2@home.test"]
            assert server.count(USER) == 1
            server.lay(USER, plain(3))  # and it stops nobody
            await until(lambda: len(room.taken) == 2)
            await asyncio.to_thread(throw_away_large, server)
            server.lay(USER, plain(4))
            await until(lambda: room.large == [1, 0])


@needs_dovecot
@pytest.mark.parametrize("moves", [True, False])
async def test_without_expunge_by_uid_nothing_of_others_is_expunged(
    home: Path, moves: bool
) -> None:
    able = "IMAP4rev1 IDLE SPECIAL-USE" + (" MOVE" if moves else "")
    room = Mailroom()
    with dovecot(home, capability=able) as server:
        theirs = mail("operator@hosted.test", "a@b.test", "About to be deleted by somebody.")
        server.lay(USER, theirs, "Trash", seen=True)
        for file in (server.folder(USER, "Trash") / "cur").iterdir():
            file.rename(file.with_name(file.name + "T"))  # flagged by another program
        server.lay(USER, plain(1))
        async with collecting(server, room):
            await until(lambda: len(room.taken) == 1)
            await until(lambda: server.count(USER) == (0 if moves else 1))
            server.lay(USER, plain(2))
            await until(lambda: len(room.taken) == 2)
        assert len(room.asked) == 2, "what stays in the folder is taken once"
        assert server.count(USER, "Trash") == (3 if moves else 1)


@needs_dovecot
async def test_a_folder_that_is_not_there_stops_nobody(home: Path) -> None:
    room = Mailroom()
    with dovecot(home) as server:
        more = {"junk_folder": "Unsinn", "sent_folder": "Gesendet", "trash_folder": "Müll"}
        async with collecting(server, room, **more):
            for n in range(2):
                server.lay(USER, plain(n))
                await until(lambda n=n: len(room.taken) == n + 1)  # type: ignore[misc]


@needs_dovecot
async def test_a_folder_with_a_name_in_any_language(home: Path) -> None:
    room = Mailroom()
    with dovecot(home) as server:
        server.lay(USER, plain(1), "Unerw&APw-nscht")
        async with collecting(server, room, junk_folder="Unerwünscht"):
            await until(lambda: len(room.taken) == 1)
            assert room.taken[0].junk


@needs_dovecot
async def test_only_what_bears_our_mark_leaves_the_folder_of_sent_mails(home: Path) -> None:
    room = Mailroom()
    near = (f"X-Loop: {MARK}x", "X-Loop: other", f"Subject: X-Loop: {MARK}", f"X-Loopy: {MARK}")
    with dovecot(home) as server:
        for line in (*near, f"X-Loop: {MARK}", f"x-loop:   {MARK}"):
            server.lay(USER, f"{line}\r\n".encode() + plain(1), "Sent", seen=True)
        for file in (server.folder(USER, "Sent") / "cur").iterdir():
            if f"{near[0]}\n".encode() in file.read_bytes():
                file.rename(file.with_name(file.name + "T"))  # flagged by another program
        async with collecting(server, room, sent_folder="Sent"):
            await until(lambda: server.count(USER, "Sent") == len(near))
            server.lay(USER, f"X-Loop: {MARK}\r\n".encode() + plain(2), "Sent")
            server.lay(USER, plain(3))
            await until(lambda: server.count(USER) == 0)
            await until(lambda: server.count(USER, "Sent") == len(near))
    assert [one.sender for one in room.taken] == ["rita3@home.test"]


@needs_dovecot
async def test_a_line_that_dies_while_it_waits_is_noticed(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "_FIRST", 0.05)
    room = Mailroom()
    with dovecot(home) as server:
        wire = Wire(server.imap)
        await wire.start()
        async with collecting(server, room, wire.port):
            for n in range(2):
                await until(lambda: wire.idle)
                wire.cut()  # P17: the library calls this an empty answer, for ever
                server.lay(USER, plain(n))
                await until(lambda n=n: len(room.taken) == n + 1)  # type: ignore[misc]
        await wire.stop()


@needs_dovecot
async def test_one_mail_that_breaks_every_conversation_stops_no_other(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "_FIRST", 0.05)
    room = Mailroom()
    with dovecot(home) as server:
        wire = Wire(server.imap)
        await wire.start()
        wire.poison = re.compile(rb"UID FETCH (?:[\d,]+,)?2(?:,[\d,]+)? \(BODY")
        for n in range(1, 5):
            server.lay(USER, plain(n))
        async with collecting(server, room, wire.port):
            await until(lambda: len(room.taken) == 3)
            await until(lambda: server.count(USER) == 1)
            server.lay(USER, plain(5))
            await until(lambda: len(room.taken) == 4)
            assert b"rita2@" in server.mails(USER)[0]
        await wire.stop()


@needs_dovecot
async def test_a_server_that_answers_nothing_any_more_is_left(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "_ANSWER", 1.0)
    room = Mailroom()
    with dovecot(home) as server:
        wire = Wire(server.imap)
        await wire.start()
        wire.trap = b"FETCH"
        server.lay(USER, plain(1))
        async with collecting(server, room, wire.port):
            async with asyncio.timeout(20):
                await wire.caught.wait()
            wire.trap = b""
            await until(lambda: len(room.taken) == 1)
            # The house is told once that nothing comes in, and once that it does again.
            await until(lambda: room.gone == [True, False])
        await wire.stop()


def test_lots_hold_everything_once_and_not_too_much() -> None:
    sizes = {1: 10, 2: 9_000_000, 3: 10, **dict.fromkeys(range(4, 40), 500000)}
    made = list(lots(sizes))
    assert [uid for lot in made for uid in lot] == list(sizes)
    assert all(len(lot) == 1 or sum(map(sizes.get, lot)) <= 8_000_000 for lot in made)  # type: ignore[arg-type]
    assert max(map(len, lots(dict.fromkeys(range(200), 1)))) == 50
    assert list(lots({})) == []
