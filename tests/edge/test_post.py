"""The post against real servers on loopback: how each letter fares, and what is kept of it."""

import asyncio
import contextlib
import mailbox
import ssl
import stat
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from aiosmtplib import SMTPResponse
from hypothesis import given
from hypothesis import strategies as st
from wire import certificate

from cocmail.edge import post as post_room
from cocmail.edge.post import MaildirPost, Security, Smarthost, folder_name
from cocmail.edge.sink import AFTER_DOT, HANG_UP, Script, Sink, always_accept
from cocmail.edge.smtp import starttls_context
from cocmail.mail.letter import Deferred, Letter, Refused, Sent

CONTENT = b"Subject: hello\r\n\r\n.one dot\r\n..two\r\nbye\r\n"


def letter(
    recipient: str = "ana@members.test", content: bytes = CONTENT, errand: int = 1
) -> Letter:
    return Letter(errand, "conduct+b-tag@our.test", recipient, content)


@contextlib.asynccontextmanager
async def sink(
    script: Script = always_accept, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Sink]:
    opened = Sink(script, tls=tls)
    await opened.start()
    try:
        yield opened
    finally:
        await opened.stop()


@contextlib.asynccontextmanager
async def smarthost(
    port: int, security: Security = "smtp", **settings: object
) -> AsyncIterator[Smarthost]:
    opened = Smarthost(security, "127.0.0.1", port, hostname="mx.our.test", **settings)  # type: ignore[arg-type]
    try:
        yield opened
    finally:
        await opened.close()


async def test_a_signed_letter_arrives_with_its_signature_above_it() -> None:
    class Mark:
        def signed(self, content: bytes) -> bytes:
            return b"DKIM-Signature: v=1\r\n" + content

    async with sink() as hop, smarthost(hop.port, signer=Mark()) as post:
        assert await post.send(letter()) == Sent()
        assert hop.letters[0].content == b"DKIM-Signature: v=1\r\n" + CONTENT


async def test_letters_go_one_by_one_over_one_connection() -> None:
    people = [f"member{n}@members.test" for n in range(5)]
    async with sink() as hop, smarthost(hop.port) as post:
        fared = [await post.send(letter(person)) for person in people]
        assert hop.connections == 1
        assert [got.rcpt_tos for got in hop.letters] == [(person,) for person in people]
        assert {got.envelope_from for got in hop.letters} == {"conduct+b-tag@our.test"}
        assert {got.content for got in hop.letters} == {CONTENT}
    assert fared == [Sent()] * 5


async def test_many_at_once_use_no_more_connections_than_allowed() -> None:
    async with sink() as hop, smarthost(hop.port, connections=3) as post:
        fared = await asyncio.gather(*(post.send(letter(f"m{n}@x.test")) for n in range(30)))
        assert hop.connections <= 3
        assert sorted(got.rcpt_tos for got in hop.letters) == sorted(
            (f"m{n}@x.test",) for n in range(30)
        )
    assert set(fared) == {Sent()}


async def test_the_null_return_path() -> None:
    async with sink() as hop, smarthost(hop.port) as post:
        await post.send(Letter(1, "", "rita@away.test", CONTENT))
        assert hop.letters[0].envelope_from == ""


@pytest.mark.parametrize(
    ("reply", "fared"),
    [
        ("450 4.2.1 mailbox of ana busy", Deferred(450, status="4.2.1")),
        ("421 4.3.2 going down", Deferred(421, status="4.3.2")),
        ("550 5.1.1 ana is unknown", Refused(550, "5.1.1")),
        ("550 no such person", Refused(550)),
        ("530 5.7.0 authenticate first", Deferred(530, status="5.7.0")),
        ("554 5.7.1 relay access denied", Deferred(554, status="5.7.1")),
        ("503 5.5.1 bad sequence", Deferred(503, status="5.5.1")),
        (AFTER_DOT + "451 4.3.0 disk", Deferred(451, status="4.3.0")),
        (AFTER_DOT + "554 5.6.0 not this text", Refused(554, "5.6.0")),
        (HANG_UP, Deferred(0, unknown=True)),
    ],
)
async def test_how_a_letter_fares_and_the_next_one_too(
    reply: str, fared: Deferred | Refused
) -> None:
    def script(recipient: str, _attempt: int) -> str | None:
        return reply if recipient == "ana@members.test" else None

    async with sink(script) as hop, smarthost(hop.port) as post:
        assert await post.send(letter("first@x.test")) == Sent()
        assert await post.send(letter()) == fared
        # Whatever happened, the next letter starts from a clean slate (P33).
        assert await post.send(letter("next@x.test")) == Sent()
        assert hop.letters[-1].rcpt_tos == ("next@x.test",)
        lost = reply == HANG_UP or reply.startswith("421")
        assert hop.connections == (2 if lost else 1)


async def test_a_retry_after_a_lost_answer_is_the_same_letter() -> None:
    def script(_recipient: str, attempt: int) -> str | None:
        return HANG_UP if attempt == 1 else None

    async with sink(script) as hop, smarthost(hop.port) as post:
        assert await post.send(letter()) == Deferred(unknown=True)
        assert await post.send(letter()) == Sent()
        assert hop.letters[0] == hop.letters[1]  # at least once, and recognisable


async def test_a_kept_connection_that_the_server_closed_is_replaced_at_once() -> None:
    async with sink() as hop, smarthost(hop.port) as post:
        assert await post.send(letter("a@x.test")) == Sent()
        hop.hang_up()
        assert await post.send(letter("b@x.test")) == Sent()
        assert [got.rcpt_tos for got in hop.letters] == [("a@x.test",), ("b@x.test",)]
        assert hop.connections == 2


async def test_an_unused_connection_is_closed() -> None:
    async with sink() as hop, smarthost(hop.port, idle=0.01) as post:
        await post.send(letter())
        await hop.wait_until_alone()
        assert await post.send(letter()) == Sent()
        assert hop.connections == 2


async def test_nobody_there() -> None:
    async with sink() as hop:
        port = hop.port
    async with smarthost(port) as post:
        assert await post.send(letter()) == Deferred()


END = b"(the client is gone)"


@contextlib.asynccontextmanager
async def scripted(
    greeting: bytes, replies: Sequence[tuple[bytes, bytes]]
) -> AsyncIterator[tuple[int, list[bytes]]]:
    """A server that knows a few commands by their first word; b"" means: hang up.

    What it heard ends with END when the client has gone.
    """
    heard: list[bytes] = []
    talks: list[tuple[asyncio.Task[None] | None, asyncio.StreamWriter]] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.append((asyncio.current_task(), writer))
        writer.write(greeting)
        while line := await reader.readline():
            heard.append(line.rstrip())
            verb = line.split()[0] if line.split() else b""
            answer = dict(replies).get(verb, b"250 2.0.0 OK\r\n")
            if not answer:
                break
            writer.write(answer)
        heard.append(END)
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1], heard
    finally:
        server.close()
        for task, writer in talks:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
            if task is not None:
                await asyncio.wait([task])
        await server.wait_closed()


EHLO = (b"EHLO", b"250-old.test\r\n250 AUTH PLAIN\r\n")


@pytest.mark.parametrize(
    ("greeting", "replies", "fared"),
    [
        (b"554 5.3.2 no service\r\n", [], Deferred(554, status="5.3.2")),
        (b"421 4.3.2 busy\r\n", [], Deferred(421, status="4.3.2")),
        (b"220 hi\r\n", [(b"EHLO", b"550 5.7.1 go\r\n"), (b"HELO", b"550 5.7.1 go\r\n")], None),
        (b"220 hi\r\n", [EHLO, (b"MAIL", b"550 5.1.8 bad sender\r\n")], None),
        (b"220 hi\r\n", [EHLO, (b"MAIL", b"530 5.7.0 who?\r\n")], Deferred(530, status="5.7.0")),
        (b"220 hi\r\n", [EHLO, (b"MAIL", b"552 5.3.4 big\r\n")], Refused(552, "5.3.4")),
        (b"220 hi\r\n", [EHLO, (b"MAIL", b"421 4.4.2 idle\r\n")], Deferred(421, status="4.4.2")),
        (b"220 hi\r\n", [EHLO, (b"MAIL", b"")], Deferred()),
        (b"220 hi\r\n", [EHLO, (b"RCPT", b"")], Deferred()),
        (b"220 hi\r\n", [EHLO, (b"RCPT", b"rubbish\r\n")], Deferred()),
        (b"220 hi\r\n", [EHLO, (b"DATA", b"")], Deferred(unknown=True)),
        (b"rubbish\r\n", [], Deferred()),
    ],
)
async def test_the_operators_troubles_are_never_the_recipients(
    greeting: bytes, replies: list[tuple[bytes, bytes]], fared: Deferred | Refused | None
) -> None:
    async with scripted(greeting, replies) as (port, _), smarthost(port) as post:
        got = await post.send(letter())
        assert isinstance(got, Deferred) if fared is None else got == fared


async def test_a_wrong_password_is_deferred() -> None:
    refuses = [EHLO, (b"AUTH", b"535 5.7.8 wrong\r\n")]
    async with (
        scripted(b"220 hi\r\n", refuses) as (port, heard),
        smarthost(port, user="conduct", password="wrong") as post,
    ):
        assert await post.send(letter()) == Deferred(535, status="5.7.8")
    assert not [line for line in heard if line.startswith(b"MAIL")]


async def test_rubbish_for_an_answer_closes_the_connection() -> None:
    async with (
        scripted(b"220 hi\r\n", [EHLO, (b"RCPT", b"rubbish\r\n")]) as (port, heard),
        smarthost(port) as post,
    ):
        assert await post.send(letter()) == Deferred()
        while END not in heard:
            await asyncio.sleep(0)
        assert not [line for line in heard if line.startswith(b"DATA")]


async def test_half_an_answer_is_no_answer() -> None:
    async with (
        scripted(b"220 hi\r\n", [EHLO, (b"DATA", b"250-and then\r\n")]) as (port, _),
        smarthost(port, final_timeout=0.05) as post,
    ):
        assert await post.send(letter()) == Deferred(unknown=True)
        assert post._kept == []


async def test_a_cancelled_send_leaves_nothing_behind() -> None:
    async with (
        scripted(b"220 hi\r\n", [EHLO, (b"RCPT", b"250-wait\r\n")]) as (port, heard),
        smarthost(port, connections=1) as post,
    ):
        sending = asyncio.ensure_future(post.send(letter()))
        while not [line for line in heard if line.startswith(b"RCPT")]:
            await asyncio.sleep(0)
        sending.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await sending
        assert sending.cancelled()
        while END not in heard:  # out of step, so closed (P33)
            await asyncio.sleep(0)
        again = asyncio.ensure_future(post.send(letter("b@x.test")))  # the lane is free again
        while not [line for line in heard if b"b@x.test" in line]:
            await asyncio.sleep(0)
        again.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await again


async def test_opportunistic_tls_takes_any_certificate(tmp_path: Path) -> None:
    tls = starttls_context(*certificate(tmp_path))
    async with sink(tls=tls) as hop, smarthost(hop.port, "smtp") as post:
        assert await post.send(letter()) == Sent()
        assert await post.send(letter()) == Sent()
        assert hop.connections == 1
        await post.close()
        await hop.wait_until_alone()


async def test_required_tls_is_verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cert, key = certificate(tmp_path)
    async with sink(tls=starttls_context(cert, key)) as hop:
        async with smarthost(hop.port, "smtp+starttls") as post:
            assert await post.send(letter()) == Deferred()
            assert hop.letters == []
        monkeypatch.setenv("SSL_CERT_FILE", str(cert))
        async with smarthost(hop.port, "smtp+starttls") as post:
            assert await post.send(letter()) == Sent()
        await hop.wait_until_alone()


async def test_required_tls_is_required() -> None:
    async with sink() as hop, smarthost(hop.port, "smtp+starttls") as post:
        assert await post.send(letter()) == Deferred()
        assert hop.letters == []


async def test_unicode_addresses_and_domains() -> None:
    async with sink() as hop, smarthost(hop.port) as post:
        assert await post.send(letter("zoë@bücher.test")) == Sent()
        assert hop.letters[0].rcpt_tos == ("zoë@xn--bcher-kva.test",)
    # A server without SMTPUTF8 takes the domain in ASCII, but never the local part (P35).
    async with scripted(b"220 hi\r\n", [EHLO]) as (port, heard), smarthost(port) as post:
        await post.send(letter("zoe@bücher.test"))
        assert b"RCPT TO:<zoe@xn--bcher-kva.test>" in heard
        assert await post.send(letter("zoë@x.test")) == Refused(553, "5.6.7")


@pytest.mark.parametrize("address", ["a@x.test> X=1", "a@x.test\r\nRSET", "", "a\udcff@x.test"])
async def test_an_address_cannot_become_a_command(address: str) -> None:
    async with sink() as hop, smarthost(hop.port) as post:
        assert await post.send(letter(address)) == Refused(553, "5.1.3")
        assert await post.send(letter()) == Sent()
        assert len(hop.letters) == 1


async def test_a_large_letter() -> None:
    content = b"Subject: big\r\n\r\n" + b".".join([b"x" * 70 + b"\r\n"] * 400_000)
    async with sink() as hop, smarthost(hop.port) as post:
        assert await post.send(letter(content=content)) == Sent()
        assert hop.letters[0].content == content


@given(st.integers(-1, 999), st.text(max_size=40))
def test_only_a_5xx_about_the_recipient_is_for_good(code: int, words: str) -> None:
    fared = post_room._judged(SMTPResponse(code, words))
    if isinstance(fared, Refused):
        assert 500 <= fared.code <= 599
    else:
        assert isinstance(fared, Deferred)
    # Codes only: nothing of the peer's words beside digits and dots.
    assert set(fared.status) <= set("0123456789.")


async def test_maildir_one_box_a_recipient(tmp_path: Path) -> None:
    post = MaildirPost(tmp_path / "out")
    people = ["ana@members.test", "../../etc@x.test", "ana@members.test"]
    assert [await post.send(letter(who, errand=n)) for n, who in enumerate(people)] == [Sent()] * 3
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "=2e.=2f..=2fetc@x.test",
        "ana@members.test",
    ]
    box = tmp_path / "out" / "ana@members.test"
    assert [path.read_bytes() for path in (box / "new").iterdir()] == [CONTENT, CONTENT]
    assert list((box / "tmp").iterdir()) == []
    assert stat.S_IMODE(box.joinpath("new").stat().st_mode) == 0o700
    assert {mail["Subject"] for mail in mailbox.Maildir(box)} == {"hello"}


async def test_maildir_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    assert await MaildirPost(tmp_path / "out").send(letter()) == Deferred()


@given(st.text(), st.text())
def test_folder_names_are_plain_and_distinct(one: str, other: str) -> None:
    name = folder_name(one)
    assert "/" not in name
    assert not name.startswith(".")
    assert 0 < len(name.encode()) <= 200
    if folder_name(other) == name:
        same = [text.lower().encode("utf-8", "replace") or b"=empty" for text in (one, other)]
        assert same[0] == same[1]
