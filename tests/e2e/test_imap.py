"""A real Dovecot as the hosted mailbox: everything is taken, once, and nothing else is touched."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from dovecot import DOVECOT, PASSWORD, Wire, dovecot
from running import ALIAS, Running, mail, member, running

from cocmail.mail.parse import parse

pytestmark = pytest.mark.skipif(DOVECOT is None, reason="dovecot-imapd is not installed")

USER = "conduct"
HOSTED = "mx.hosted.test"
TEXT = "Number nine has been shouting at me since Monday."
WITHOUT_IDLE = "IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE UIDPLUS MOVE NAMESPACE SPECIAL-USE"


def table(port: int, **more: str) -> str:
    """The [imap] table of these tests."""
    keys = {
        "host": "127.0.0.1", "security": "none", "user": USER, "password_file": "imap-password",
        "junk_folder": "Junk", "sent_folder": "Sent", "authserv_id": HOSTED, **more,
    }  # fmt: skip
    lines = [f'{key} = "{value}"' for key, value in keys.items() if value]
    return "\n".join(["[imap]", f"port = {port}", *lines])


@asynccontextmanager
async def collecting(folder: Path, port: int, **more: str) -> AsyncIterator[Running]:
    """A daemon that empties the mailbox at this port; screeners read first."""
    (folder / "imap-password").write_text(PASSWORD + "\n")
    (folder / "imap-password").chmod(0o600)
    poll = {"COCMAIL_POLL": "0.5"}
    said = table(port, **more)
    async with running(folder, procedure="numfocus", more=said, environment=poll) as house:
        yield house


def delivered(raw: bytes, to: str = ALIAS, sender: str = "rita@home.test") -> bytes:
    """A mail as a provider lays it into a mailbox: its own fields on top."""
    return f"Return-Path: <{sender}>\r\nDelivered-To: {to}\r\n".encode() + raw


def report(n: int, text: str = TEXT) -> bytes:
    """One of many reports."""
    sender = f"rita{n}@home{n % 50}.test"
    return delivered(mail(sender, ALIAS, f"{text} ({n})", proof=""), sender=sender)


def vouched(raw: bytes, verdict: str, domain: str) -> bytes:
    """The provider's own word on top."""
    said = f"Authentication-Results: {HOSTED}; dmarc={verdict} header.from={domain}\r\n"
    return said.encode() + raw


def once_each(house: Running, count: int) -> None:
    """A case and a receipt for each report, and none twice."""
    assert len(house.facts("Opened")) == count
    receipts = Counter(r.rcpt_tos[0] for r in house.sink.letters if "rita" in r.rcpt_tos[0])
    assert len(receipts) == count
    with house.store() as store:
        assert store.verify_chain() is None


# -- everything is taken, once --------------------------------------------------------------------


async def test_three_hundred_mails_and_a_daemon_that_is_killed(tmp_path: Path, home: Path) -> None:
    with dovecot(home) as server:
        for n in range(300):
            server.lay(USER, report(n), seen=n % 3 == 0)  # read mails are taken too
        async with collecting(tmp_path, server.imap) as house:
            dice = random.Random(11)
            for left in (250, 170, 100, 40):
                await house.until(lambda left=left: server.count(USER) < left)  # type: ignore[misc]
                await asyncio.sleep(dice.random() / 20)
                await house.kill()
                await house.start()
            await house.until(lambda: server.count(USER) == 0)
            await house.at_rest()
            once_each(house, 300)
            await house.stop()
            assert "@" not in house.journal.read_text()


@pytest.mark.parametrize("trap", [b"STORE", b"EXPUNGE"])
async def test_killed_between_the_commit_and_the_removal(
    tmp_path: Path, home: Path, trap: bytes
) -> None:
    with dovecot(home) as server:
        wire = Wire(server.imap)
        await wire.start()
        wire.trap = trap
        for n in range(3):
            server.lay(USER, report(n))
        async with collecting(tmp_path, wire.port) as house:
            async with asyncio.timeout(20):
                await wire.caught.wait()
            assert len(house.facts("Opened")) == 3  # committed before anything is removed
            await house.kill()
            assert server.count(USER) == 3
            wire.trap = b""
            await house.start()
            await house.until(lambda: server.count(USER) == 0)
            await house.at_rest()
            once_each(house, 3)
        await wire.stop()


async def test_dovecot_restarted_while_mail_is_in_flight(tmp_path: Path, home: Path) -> None:
    with dovecot(home) as server:
        for n in range(80):
            server.lay(USER, report(n))
        async with collecting(tmp_path, server.imap) as house:
            await house.until(lambda: server.count(USER) < 70)
            server.stop()
            for n in range(80, 100):
                server.lay(USER, report(n))
            server.start()
            await house.until(lambda: server.count(USER) == 0)
            server.stop()  # and once more while it waits in IDLE
            server.start()
            server.lay(USER, report(100))
            await house.until(lambda: server.count(USER) == 0)
            await house.at_rest()
            once_each(house, 101)


async def test_mail_is_there_within_seconds(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COCMAIL_BUSY", "60")
    with dovecot(home) as server:
        async with collecting(tmp_path, server.imap) as house:
            await house.until(lambda: "Login: user=<conduct>" in server.log())
            await asyncio.sleep(1)  # it waits now, and would look again in a minute
            server.lay(USER, report(1))
            await house.until(lambda: server.count(USER) == 0, 15)
            await house.letter("rita1@home1.test")


async def test_without_idle_it_looks_now_and_then(tmp_path: Path, home: Path) -> None:
    with dovecot(home, capability=WITHOUT_IDLE) as server:
        async with collecting(tmp_path, server.imap) as house:
            for n in range(2):
                server.lay(USER, report(n))
                await house.until(lambda: server.count(USER) == 0)
            await house.at_rest()
            once_each(house, 2)


# -- where a mail belongs, and who wrote it -------------------------------------------------------


async def test_the_tag_is_found_and_the_provider_believed(tmp_path: Path, home: Path) -> None:
    with dovecot(home) as server:
        async with collecting(tmp_path, server.imap) as house:
            server.lay(USER, report(1))
            held = await house.letter(member("dee"), "held")
            tag = held.sender_reply_to[0].addr
            dee = member("dee")
            # In the envelope only: a blind copy. The forged word below is nobody's.
            forged = mail(dee, "list@elsewhere.test", "SHOW", answers=held, proof="pass")
            forged = vouched(forged, "pass", "members.test")
            server.lay(USER, vouched(delivered(forged, tag, dee), "none", "members.test"))
            await house.letter(dee, "confirm")
            assert not house.box(dee, "report")
            honest = delivered(mail(dee, "list@elsewhere.test", "SHOW", answers=held), tag, dee)
            honest = vouched(honest, "pass", "members.test")
            # What delivers within the provider's house is not called like its witness.
            server.lay(USER, b"Received: by 10.0.0.7 with SMTP id x7; now\r\n" + honest)
            await house.letter(dee, "report")


async def test_a_bounce_is_known_by_its_return_path(tmp_path: Path, home: Path) -> None:
    with dovecot(home) as server:
        async with collecting(tmp_path, server.imap) as house:
            server.lay(USER, report(1))
            await house.letter(member("dee"), "held")
            to = house.received(member("dee"))[0].envelope_from
            raw = mail("mailer-daemon@members.test", "x@elsewhere.test", "It could not be taken.")
            server.lay(USER, delivered(raw, to, ""))
            await house.until(lambda: server.count(USER) == 0)
            await house.at_rest()
            assert len(house.facts("Opened")) == 1
            assert not house.received("mailer-daemon@members.test")


# -- the other folders ---------------------------------------------------------------------------


async def test_junk_sent_and_all_the_others(tmp_path: Path, home: Path) -> None:
    others = ("Archive", "Trash")
    with dovecot(home) as server:
        async with collecting(tmp_path, server.imap) as house:
            server.lay(USER, report(1))
            await house.letter(member("dee"), "held")
            own = house.received(member("dee"))[0].content
            mine = mail("operator@hosted.test", "a@b.test", "Sent by hand from this account.")
            for folder in (*others, "Sent"):
                server.lay(USER, own, folder)
                server.lay(USER, mine, folder, seen=True)
            server.lay(USER, report(2, "Buy a watch."), "Junk")
            server.lay(USER, report(3))
            await house.until(lambda: server.count(USER) + server.count(USER, "Junk") == 0)
            await house.until(lambda: server.count(USER, "Sent") == 1)
            await house.at_rest()
            assert b"Sent by hand" in server.mails(USER, "Sent")[0]
            assert {folder: server.count(USER, folder) for folder in others} == dict.fromkeys(
                others, 2
            )
            assert len(house.facts("Quarantined")) == 1
            letters = [parse(r.content) for r in house.sink.letters]
            assert not [one for one in letters if "watch" in one.text]


async def test_a_provider_that_archives_what_is_expunged(tmp_path: Path, home: Path) -> None:
    with dovecot(home, capability="+X-GM-EXT-1") as server:
        thrown_away = mail("operator@hosted.test", "a@b.test", "Thrown away by hand.")
        server.lay(USER, thrown_away, "Trash", seen=True)
        wire = Wire(server.imap)
        await wire.start()
        async with collecting(tmp_path, wire.port) as house:
            server.lay(USER, report(1))
            await house.letter(member("dee"), "held")
            server.lay(USER, house.received(member("dee"))[0].content, "Sent")
            server.lay(USER, report(2))
            await house.until(lambda: server.count(USER) + server.count(USER, "Sent") == 0)
            await house.until(lambda: server.count(USER, "Trash") == 1)
            assert b" MOVE " in wire.said
            # Killed after the move: what lies in the Trash and is kept goes at the next start.
            await house.kill()
            server.lay(USER, report(1), "Trash")
            raw = delivered(mail("wen@home.test", ALIAS, "Nobody has kept this one.", proof=""))
            server.lay(USER, raw, "Trash")
            await house.start()
            server.lay(USER, report(3))
            await house.until(lambda: server.count(USER) == 0)
            await house.until(lambda: server.count(USER, "Trash") <= 3, 5)
            await house.at_rest()
            assert len(house.facts("Opened")) == 3
            left = [parse(one).text.strip() for one in server.mails(USER, "Trash")]
            assert "Thrown away by hand." in left
            assert "Nobody has kept this one." in left
        await wire.stop()


# -- getting in ----------------------------------------------------------------------------------


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_over_a_verified_line(
    tmp_path: Path, home: Path, security: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dovecot(home, ssl=True) as server:
        server.lay(USER, report(1))
        port = server.imaps if security == "tls" else server.imap
        async with collecting(tmp_path, port, security=security, host="127.0.0.1") as house:
            # Nobody vouches for the certificate yet, so nothing is said over this line.
            await house.until(lambda: '"where": "imap"' in house.journal.read_text())
            assert server.count(USER) == 1
            assert "Login" not in server.log()
            await house.stop()
            monkeypatch.setenv("SSL_CERT_FILE", str(home / "cert.pem"))
            await house.start()
            await house.until(lambda: server.count(USER) == 0)


async def test_with_a_token(tmp_path: Path, home: Path) -> None:
    with dovecot(home, oauth=True) as server:
        token = server.issue_token(USER)
        server.lay(USER, report(1))
        more = {"oauth2_token_command": f"cat '{token}'", "password_file": ""}
        async with collecting(tmp_path, server.imap, **more) as house:
            await house.until(lambda: server.count(USER) == 0)
            assert "method=XOAUTH2" in server.log()
            assert token.read_text() not in house.journal.read_text()
