"""Addresses in any script, in and out, and what a real Postfix leaves of our letters."""

import asyncio
import base64
import os
import re
import smtplib
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from postfix import DAEMONS, POSTFIX, postfix
from running import ALIAS, Elsewhere, Running, free_ports, member, running

from cocmail.edge.sink import Sink
from cocmail.mail.parse import parse

TEXT = "Number nine has been shouting at me since Monday. Grüße, Dörte"
PEOPLE = [
    "dörte@exämple.test",
    "محمد@exämple.test",
    "用户@xn--exmple-cua.test",
    "plain@EXÄMPLE.test",
]
needs_postfix = [
    pytest.mark.skipif(POSTFIX is None or not DAEMONS.is_dir(), reason="postfix is not installed"),
    pytest.mark.skipif(os.geteuid() != 0, reason="postfix starts as root only"),
]


def report(who: str, n: int, to: str = ALIAS) -> bytes:
    """As it is, in UTF-8 (RFC 6532)."""
    return "\r\n".join([
        f"From: Dörte Größe <{who}>", f"To: {to}", "Subject: Häßlich", f"Message-ID: <u{n}@x.test>",
        "Date: Sat, 21 Nov 2026 07:00:00 +0000", "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "",
        f"{TEXT} ({n})", "",
    ]).encode()  # fmt: skip


def hand_in(port: int, raw: bytes, sender: str, to: str) -> None:
    """One mail with SMTPUTF8."""
    with smtplib.SMTP("127.0.0.1", port, "client.test", timeout=20) as client:
        client.ehlo()
        client.command_encoding = "utf-8"
        assert client.docmd(f"MAIL FROM:<{sender}> SMTPUTF8 BODY=8BITMIME")[0] == 250
        assert client.docmd(f"RCPT TO:<{to}>")[0] in (250, 251)
        assert client.data(raw)[0] == 250


def key_in(folder: Path) -> bytes:
    """A signing key for the daemon; what stands in the DNS for it."""
    key = rsa.generate_private_key(65537, 2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    (folder / "dkim.pem").write_bytes(pem)
    (folder / "dkim.pem").chmod(0o600)
    der = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return b"v=DKIM1; k=rsa; p=" + base64.b64encode(der)


def signing(house: Running) -> None:
    """Switch the signature on, in the table that is there already."""
    said = house.file.read_text()
    keys = 'dkim_selector = "conduct"\ndkim_key_file = "dkim.pem"\n'
    house.file.write_text(said.replace("connections = 4", f"{keys}connections = 4"))


@needs_postfix[0]
@needs_postfix[1]
async def test_through_postfix_in_any_script_with_a_signature_that_holds(
    tmp_path: Path, home: Path
) -> None:
    ports = tuple(free_ports(2))
    outside = Sink()
    await outside.start()
    there = f"smtp:[127.0.0.1]:{outside.port}"
    domains = ("members.test", "exämple.test", "xn--exmple-cua.test")
    with postfix(home, ports[1], routes=tuple((d, there) for d in domains)) as mx:
        async with running(tmp_path, sink=Elsewhere(mx.public), ports=ports) as house:
            record = key_in(tmp_path)
            await house.stop()
            signing(house)
            await house.start()
            for n, who in enumerate(PEOPLE):
                await asyncio.to_thread(hand_in, mx.public, report(who, n), who, ALIAS)
            await house.until(lambda: len(outside.letters) == len(PEOPLE) * 6, 60)
            assert mx.queued() == 0
    await outside.stop()
    receipts = [r for r in outside.letters if not r.rcpt_tos[0].endswith("members.test")]
    locals_ = {who.rpartition("@")[0] for who in PEOPLE}
    assert {r.rcpt_tos[0] for r in receipts} == {f"{one}@xn--exmple-cua.test" for one in locals_}
    for one in outside.letters:
        assert dkim.verify(one.content, dnsfunc=lambda *_a, **_k: record)
        found = re.search(rb"(?is)dkim-signature:.*?\bh=([^;]+);", one.content)
        assert found
        covered = {name.strip().lower() for name in found[1].decode().split(":")}
        there_are = {name.lower() for name, _ in parse(one.content).headers}
        must = {"from", "to", "subject", "date", "message-id", "reply-to", "in-reply-to",
                "references", "mime-version", "content-type", "auto-submitted"}  # fmt: skip
        assert must & there_are <= covered
        assert not [name for name in there_are if name.startswith("list-")]
        assert b"d=example.test" in one.content
    for person in ("ana", "bo"):
        got = [parse(r.content) for r in outside.letters if r.rcpt_tos == (member(person),)]
        assert len(got) == len(PEOPLE)
        assert all(TEXT in one.text and "Häßlich" in one.text for one in got)
        assert not any(who.encode() in r.content for r in outside.letters
                       if r.rcpt_tos == (member(person),) for who in PEOPLE)  # fmt: skip


class Plain(Sink):
    """A next hop without SMTPUTF8."""

    async def handle_EHLO(  # noqa: N802 - the library's name
        self, _server: object, session: object, _envelope: object, host: str, said: list[str]
    ) -> list[str]:
        session.host_name = host  # type: ignore[attr-defined]
        return [line for line in said if "SMTPUTF8" not in line and "8BITMIME" not in line]


async def test_a_next_hop_that_cannot_say_the_address_is_told_to_the_group(tmp_path: Path) -> None:
    """The failure is an event (`cannot-acknowledge`): no crash, no bounce, nobody else waits."""
    async with running(tmp_path, sink=Plain()) as house:
        for n, who in enumerate(PEOPLE):
            said = await house.send(report(who, n), who, ALIAS, door="smtp")
            assert said[0].startswith(("250", "555", "553"))
        await asyncio.to_thread(hand_in, house.smtp, report(PEOPLE[0], 7), PEOPLE[0], ALIAS)
        told = await house.letter(member("ana"), "cannot-acknowledge")
        assert "exmple" not in told.text
        assert "dörte" not in told.text
        await house.at_rest()
        assert len(house.received("plain@xn--exmple-cua.test")) == 1, "the domain has another form"
        assert all(r.content.isascii() for r in house.sink.letters)


async def test_a_committee_whose_own_domain_is_not_ascii(tmp_path: Path) -> None:
    own = "conduct@exämple.test"
    record = key_in(tmp_path)
    async with running(tmp_path, alias=own) as house:
        await house.stop()
        signing(house)
        await house.start()
        people = ("rita@home.test", "wen@home.test")
        for who, to in zip(people, (own, "conduct@xn--exmple-cua.test"), strict=True):
            await asyncio.to_thread(hand_in, house.smtp, report(who, 1, to), who, to)
        for who in people:
            await house.until(lambda who=who: bool(house.received(who)))  # type: ignore[misc]
            (one,) = house.received(who)
            assert dkim.verify(one.content, dnsfunc=lambda *_a, **_k: record)
            mail = parse(one.content)
            assert mail.senders[0].addr == "conduct@xn--exmple-cua.test"
            assert one.envelope_from.endswith("@xn--exmple-cua.test")
            assert mail.message_id.endswith("@xn--exmple-cua.test")
            to = mail.sender_reply_to[0].addr
            await asyncio.to_thread(hand_in, house.smtp, report(who, 2, to), who, to)
        assert len(house.facts("Opened")) == 2
