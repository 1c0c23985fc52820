"""A real Postfix in front of cocmail and behind it, set up by the example that is shipped."""

import asyncio
import os
import shutil
import smtplib
import time
from collections import Counter
from pathlib import Path

import pytest
from dovecot import DOVECOT, Dovecot, dovecot
from postfix import DAEMONS, POSTFIX, example, postfix
from running import ALIAS, PEOPLE, Elsewhere, Running, free_ports, mail, member, running

from cocmail.mail.parse import Mail, parse

pytestmark = [
    pytest.mark.skipif(POSTFIX is None or not DAEMONS.is_dir(), reason="postfix is not installed"),
    pytest.mark.skipif(os.geteuid() != 0, reason="postfix starts as root only"),
]

TEXT = "Number nine has been shouting at me since Monday."
PATIENCE = 60.0  # seconds
LMTPD = Path("/usr/lib/dovecot/lmtp")


def hand_in(port: int, raw: bytes, sender: str, *to: str) -> None:
    """One mail to Postfix, with the size said before."""
    with smtplib.SMTP("127.0.0.1", port, "client.test", timeout=20) as client:
        client.sendmail(sender, list(to), raw)


def box(server: Dovecot, person: str, template: str = "") -> list[Mail]:
    """What lies in somebody's mailbox, or only the letters from one template."""
    found = [parse(raw) for raw in server.mails(person)]
    return [one for one in found if not template or one.header("X-Cocmail") == template]


async def letter(house: Running, server: Dovecot, person: str, template: str = "") -> Mail:
    """The newest such letter, as soon as there is one."""
    await house.until(lambda: bool(box(server, person, template)))
    return box(server, person, template)[-1]


def test_the_example_says_what_the_readme_promises() -> None:
    assert "lmtp_line_length_limit = 0" in example(socket=False)
    assert "lmtp:inet:127.0.0.1:8024" in example(socket=False)
    assert "lmtp:unix:cocmail/lmtp.sock" in example(socket=True)
    assert "inet" not in example(socket=True)


@pytest.mark.skipif(DOVECOT is None or not LMTPD.exists(), reason="dovecot-lmtpd is not installed")
async def test_from_postfix_to_cocmail_to_postfix_to_dovecot(tmp_path: Path, home: Path) -> None:
    ports = tuple(free_ports(2))
    for name in ("dovecot", "postfix"):
        (home / name).mkdir()
    with dovecot(home / "dovecot", lmtp=True) as boxes:
        there = f"lmtp:inet:127.0.0.1:{boxes.lmtp_port}"
        routes = tuple((domain, there) for domain in ("members.test", "home.test"))
        with postfix(home / "postfix", ports[1], routes=routes) as mx:
            out = Elsewhere(mx.public)
            async with running(tmp_path, sink=out, ports=ports) as house:
                await _a_report_and_answers(house, boxes, mx.public, mx.behind)
                await _every_address_has_an_answer_of_its_own(house, boxes, mx.public, mx.log)
                assert "status=deferred" not in mx.log()
                assert "@" not in house.journal.read_text()


async def _a_report_and_answers(house: Running, boxes: Dovecot, public: int, behind: int) -> None:
    long = "x" * 5000  # one line; folded it would break a signature
    raw = mail("rita@home.test", ALIAS, f"{TEXT}\n\nIt said {long} all day.", proof="")
    raw = raw.replace(b"=\r\n", b"") if b"quoted-printable" in raw else raw
    assert max(map(len, raw.split(b"\r\n"))) > 5000
    await asyncio.to_thread(hand_in, public, raw, "rita@home.test", ALIAS)
    receipt = await letter(house, boxes, "rita")
    assert "This answer is automatic" in receipt.text
    for person in PEOPLE:
        found = await letter(house, boxes, person, "report")
        assert long in found.text
    ana = box(boxes, "ana", "report")[0]
    tag = ana.sender_reply_to[0].addr
    # What claims to be this relay's word was written by somebody else: it does not arrive.
    forged = mail(member("ana"), tag, "I did not write this.", answers=ana)
    await asyncio.to_thread(hand_in, public, forged, member("ana"), tag)
    await letter(house, boxes, "ana", "confirm")
    true = mail(member("ana"), tag, "I can take this one.", answers=ana)
    await asyncio.to_thread(hand_in, behind, true, member("ana"), tag)
    talk = await letter(house, boxes, "bo", "talk")
    assert "I can take this one." in talk.text
    assert not [one for one in box(boxes, "bo", "talk") if "did not write" in one.text]


async def _every_address_has_an_answer_of_its_own(
    house: Running, boxes: Dovecot, public: int, log: object
) -> None:
    assert callable(log)
    unknown = f"conduct+c-{'a' * 26}@example.test"
    old = "conduct@old.test"  # a whole domain that is another name of this one
    raw = mail("wen@home.test", f"{old}, {unknown}", TEXT, proof="")
    await asyncio.to_thread(hand_in, public, raw, "wen@home.test", old, unknown)
    await house.until(lambda: len(box(boxes, "wen")) == 2)
    kinds = {one.header("Content-Type").partition(";")[0] for one in box(boxes, "wen")}
    assert "multipart/report" in kinds  # Postfix's own, about the one that does not exist
    lines = [line for line in log().splitlines() if "status=" in line]
    assert [line for line in lines if f"to=<{unknown}>" in line and "status=bounced" in line]
    assert [line for line in lines if f"orig_to=<{old}>" in line and "status=sent" in line]
    with smtplib.SMTP("127.0.0.1", public, "client.test", timeout=20) as client:
        client.ehlo()
        assert client.docmd("MAIL FROM:<rita@home.test> SIZE=34000001")[0] == 552
        client.rset()
        client.mail("rita@home.test")
        assert client.rcpt("nobody@example.test")[0] == 550


def reports(count: int, first: int = 0) -> list[tuple[str, bytes]]:
    """Many reports, each by somebody else."""
    people = [f"rita{n}@home{n % 20}.test" for n in range(first, first + count)]
    return [(who, mail(who, ALIAS, f"{TEXT} ({who})", proof="")) for who in people]


def keep_trying(port: int, waiting: list[tuple[str, bytes]]) -> None:
    """Another site's relay: every mail again and again until it got 250."""
    until = time.monotonic() + PATIENCE
    while waiting and time.monotonic() < until:
        sender, raw = waiting[-1]
        try:
            hand_in(port, raw, sender, ALIAS)
        except (OSError, smtplib.SMTPException):
            time.sleep(0.05)  # as another site's relay would wait, only longer
            continue
        waiting.pop()


def once_each(house: Running, count: int) -> None:
    """A case and a receipt for each, and nothing twice."""
    assert len(house.facts("Opened")) == count
    receipts = Counter(r.rcpt_tos[0] for r in house.sink.letters if "rita" in r.rcpt_tos[0])
    assert len(receipts) == count
    assert set(receipts.values()) == {1}


async def test_postfix_keeps_what_comes_while_nobody_is_there(tmp_path: Path, home: Path) -> None:
    ports = tuple(free_ports(2))
    with postfix(home, ports[1], kind="relay_domains") as mx:
        async with running(tmp_path, procedure="numfocus", ports=ports) as house:
            await house.stop()
            for sender, raw in reports(25):
                await asyncio.to_thread(hand_in, mx.public, raw, sender, ALIAS)
            await house.until(lambda: mx.log().count("status=deferred") >= 25)
            assert mx.queued() == 25
            await house.start()
            await house.until(lambda: mx.queued() == 0, PATIENCE)
            await house.at_rest()
            once_each(house, 25)


async def test_over_a_socket_and_postfix_restarted_in_flight(tmp_path: Path, home: Path) -> None:
    (home / "queue/cocmail").mkdir(parents=True)
    shutil.chown(home / "queue/cocmail", group="postfix")
    (home / "queue/cocmail").chmod(0o2750)  # as the example says
    door = home / "queue/cocmail/lmtp.sock"
    settings = {"procedure": "numfocus", "socket": door}
    with postfix(home, 0, socket=True, kind="virtual_mailbox_domains") as mx:
        async with running(tmp_path, **settings) as house:
            lots = [reports(20, first) for first in (0, 20, 40)]
            sending = [asyncio.create_task(asyncio.to_thread(keep_trying, mx.public, lot))
                       for lot in lots]  # fmt: skip
            for left in (45, 20):
                await house.until(lambda left=left: sum(map(len, lots)) <= left)  # type: ignore[misc]
                await asyncio.to_thread(mx.stop)
                await asyncio.to_thread(mx.start)
            await asyncio.gather(*sending)
            await house.until(lambda: mx.queued() == 0, PATIENCE)
            await house.at_rest()
            once_each(house, 60)
            assert "cocmail/lmtp.sock" in mx.log()
