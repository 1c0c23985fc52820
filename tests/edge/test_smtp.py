"""Mail through the doors, over real loopback sockets, spoken to byte by byte."""

import asyncio
import os
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wire import MAIL, NOON, Desk, Wire, door, fail

from cocmail.edge.session import read_path
from cocmail.mail.arrival import Arrival, DoorKind


async def test_a_mail_comes_in_as_it_was_sent() -> None:
    desk = Desk()
    async with door("smtp", desk) as opened:
        wire = await Wire.greeted(opened.port)
        await wire.envelope("conduct@our.test", "Conduct+c-abc@our.test")
        await wire.send(MAIL + b"..two dots\r\n.x\r\n.\r\n")
        assert await wire.reply() == "250 2.0.0 kept"
        await wire.close()
    assert desk.arrivals == [
        Arrival(
            MAIL + b".two dots\r\nx\r\n",
            "rita@away.test",
            ("conduct@our.test", "Conduct+c-abc@our.test"),
            "smtp",
            "127.0.0.1",
            NOON,
        )
    ]


async def test_250_comes_only_after_the_commit() -> None:
    desk = Desk()
    desk.open.clear()
    async with door("smtp", desk) as opened:
        wire = await Wire.greeted(opened.port)
        await wire.envelope()
        await wire.send(MAIL + b".\r\n")
        await desk.begun.wait()
        answer = asyncio.ensure_future(wire.reply())
        for _ in range(20):
            await asyncio.sleep(0)
        assert not answer.done()
        desk.open.set()
        assert await answer == "250 2.0.0 kept"
        await wire.close()


async def test_null_sender_is_empty_text() -> None:
    desk = Desk()
    async with door("smtp", desk) as opened:
        wire = await Wire.greeted(opened.port)
        await wire.envelope(sender="")
        await wire.send(MAIL + b".\r\n")
        await wire.reply()
        await wire.close()
    assert desk.arrivals[0].sender == ""


@pytest.mark.parametrize("first", [b"", b"\r\n", b"..\r\n", b"x\r\n", b"\r\n..\r\n\r\n"])
async def test_the_lone_dot_is_found_wherever_it_stands(first: bytes) -> None:
    desk = Desk()
    async with door("smtp", desk) as opened:
        wire = await Wire.greeted(opened.port)
        await wire.envelope()
        await wire.send(first + b".\r\n")
        assert await wire.reply() == "250 2.0.0 kept"
        assert await wire.say("NOOP") == "250 2.0.0 OK"
        await wire.close()
    assert desk.arrivals[0].raw == first.replace(b"..", b".")


async def test_everything_in_one_write() -> None:
    desk = Desk()
    one = b"MAIL FROM:<rita@away.test>\r\nRCPT TO:<conduct@our.test>\r\nDATA\r\n" + MAIL + b".\r\n"
    async with door("smtp", desk) as opened:
        wire = await Wire.greeted(opened.port)
        await wire.send(one + one + b"QUIT\r\n")
        codes = [(await wire.reply())[:3] for _ in range(9)]
        await wire.close()
    assert codes == ["250", "250", "354", "250"] * 2 + ["221"]
    assert [a.raw for a in desk.arrivals] == [MAIL, MAIL]


# The ten endings of public smuggling tests: none of them is CRLF.CRLF.
BAD_ENDINGS = [
    b"\n.\n",
    b"\n.\r\n",
    b"\r\n.\n",
    b"\r.\r",
    b"\r.\r\n",
    b"\r\n.\r",
    b"\n.\r",
    b"\r.\n",
    b"\r\n\x00.\r\n",
    b"\r\n.\x00\r\n",
]
SMUGGLED = (
    b"MAIL FROM:<ana@our.test>\r\nRCPT TO:<conduct@our.test>\r\nDATA\r\nOK 3F7K\r\n.\r\nNOOP\r\n"
)


@pytest.mark.parametrize("ending", BAD_ENDINGS)
@pytest.mark.parametrize("kind", ["smtp", "lmtp"])
async def test_only_crlf_dot_crlf_ends_a_mail(kind: DoorKind, ending: bytes) -> None:
    desk = Desk()
    async with door(kind, desk) as opened:
        wire = await Wire.greeted(opened.port, "LHLO a.test" if kind == "lmtp" else "EHLO a.test")
        await wire.envelope()
        await wire.send(b"text" + ending + SMUGGLED)
        answer = await wire.reply()
        assert await wire.reply() == "250 2.0.0 OK"  # the NOOP: nothing before it was a command
        await wire.close()
    if kind == "smtp" and b"\x00" not in ending:
        assert answer == "550 5.5.2 bare CR or LF"
        assert desk.arrivals == []
    else:
        # A NUL is no reason to lose a report, and behind LMTP the relay has decided.
        assert answer == "250 2.0.0 kept"
        whole = b"text" + ending + SMUGGLED.removesuffix(b".\r\nNOOP\r\n")
        assert [a.raw for a in desk.arrivals] == [whole.replace(b"\r\n.", b"\r\n")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([b"\r\n", b"\r", b"\n", b".", b"\x00", b"a", b"\xff"]), max_size=40)
)
def test_any_body_comes_back_byte_for_byte(pieces: Sequence[bytes]) -> None:
    body = b"".join(pieces) + b"\r\n"
    stuffed = (b"\r\n" + body).replace(b"\r\n.", b"\r\n..")[2:]

    async def round_trip() -> bytes:
        desk = Desk()
        async with door("lmtp", desk) as opened:
            wire = await Wire.greeted(opened.port, "LHLO a.test")
            await wire.envelope()
            await wire.send(stuffed + b".\r\n")
            await wire.reply()
            await wire.close()
        return desk.arrivals[0].raw

    assert asyncio.run(round_trip()) == body


@pytest.mark.parametrize("verdict", [fail, lambda _: [False], lambda _: [], lambda _: [True]])
async def test_what_is_not_kept_is_451_and_no_word_of_why(verdict: object) -> None:
    desk = Desk(verdict=verdict)  # type: ignore[arg-type]
    async with door("smtp", desk) as opened:
        wire = await Wire.greeted(opened.port)
        await wire.envelope("conduct@our.test", "conduct+r-x@our.test")
        await wire.send(MAIL + b".\r\n")
        assert await wire.reply() == "451 4.3.0 not kept, please try again later"
        # The connection goes on with a clean slate.
        desk.verdict = lambda arrival: [True] * len(arrival.recipients)
        await wire.envelope()
        await wire.send(MAIL + b".\r\n")
        assert await wire.reply() == "250 2.0.0 kept"
        await wire.close()


async def lmtp_answers(desk: Desk, content: bytes, **settings: object) -> list[str]:
    async with door("lmtp", desk, **settings) as opened:
        wire = await Wire.greeted(opened.port, "LHLO a.test")
        await wire.envelope("a@our.test", "nobody@else.test", "b@our.test", "c@our.test")
        await wire.send(content + b".\r\n")
        answers = [await wire.reply() for _ in range(3)]
        assert await wire.say("NOOP") == "250 2.0.0 OK"  # exactly three answers, not more
        await wire.close()
    return [answer[:3] for answer in answers]


async def test_lmtp_answers_once_for_each_accepted_recipient() -> None:
    desk = Desk(verdict=lambda _: [True, False, True])
    assert await lmtp_answers(desk, MAIL) == ["250", "451", "250"]
    assert desk.arrivals[0].recipients == ("a@our.test", "b@our.test", "c@our.test")


async def test_lmtp_answers_all_when_the_house_fails_or_the_mail_is_too_big() -> None:
    assert await lmtp_answers(Desk(verdict=fail), MAIL) == ["451", "451", "451"]
    assert await lmtp_answers(Desk(), b"x" * 2000 + b"\r\n", size_limit=1000) == ["552"] * 3


async def test_lmtp_speaks_lhlo_only() -> None:
    async with door("lmtp", Desk()) as opened:
        wire = await Wire.to(opened.port)
        assert (await wire.reply()).startswith("220 mx.our.test LMTP")
        assert await wire.say("EHLO a.test") == "500 5.5.2 command not understood"
        offered = await wire.say("LHLO a.test")
        await wire.close()
    assert "ENHANCEDSTATUSCODES" in offered
    assert "PIPELINING" in offered


async def test_size_is_told_and_checked_at_mail_and_at_data() -> None:
    desk = Desk()
    async with door("smtp", desk, size_limit=1000) as opened:
        wire = await Wire.to(opened.port)
        await wire.reply()
        offered = await wire.say("EHLO a.test")
        assert {"250-SIZE 1000", "250-8BITMIME", "250-SMTPUTF8"} <= set(offered.split("\r\n"))
        assert "AUTH" not in offered
        too_big = await wire.say("MAIL FROM:<rita@away.test> SIZE=1001")
        assert too_big == "552 5.3.4 message too big"
        await wire.envelope()
        await wire.send(b"x" * 999 + b"\r\n.\r\n")
        assert await wire.reply() == "552 5.3.4 message too big"
        await wire.envelope()
        await wire.send(b"x" * 998 + b"\r\n.\r\n")
        assert await wire.reply() == "250 2.0.0 kept"
        await wire.close()
    assert [len(a.raw) for a in desk.arrivals] == [1000]


async def test_25_mb_and_endless_lines_come_through_unchanged() -> None:
    desk = Desk()
    line = os.urandom(57).hex().encode() + b"\r\n"
    big = line * (25_000_000 // len(line)) + b"y" * 300_000 + b"\r\n" + b"..z" * 99 + b"\r\n"
    async with door("smtp", desk) as opened:
        wire = await Wire.greeted(opened.port)
        await wire.envelope()
        await wire.send(big.replace(b"\r\n.", b"\r\n..") + b".\r\n")
        assert await wire.reply() == "250 2.0.0 kept"
        await wire.close()
    assert desk.arrivals[0].raw == big


async def test_strangers_are_not_taken_and_recipients_are_counted() -> None:
    async with door("smtp", Desk()) as opened:
        wire = await Wire.greeted(opened.port)
        await wire.say("MAIL FROM:<rita@away.test>")
        assert await wire.say("RCPT TO:<x@else.test>") == "550 5.1.1 no such address here"
        assert await wire.say("DATA") == "503 5.5.1 command out of order"
        answers = [await wire.say(f"RCPT TO:<n{n}@our.test>") for n in range(101)]
        await wire.close()
    assert {answer[:3] for answer in answers[:100]} == {"250"}
    assert answers[100] == "452 4.5.3 too many recipients"


@pytest.mark.parametrize("half", [True, False])
async def test_hanging_up_does_not_stop_the_commit(half: bool) -> None:
    desk = Desk()
    desk.open.clear()
    async with door("smtp", desk) as opened:
        wire = await Wire.greeted(opened.port)
        await wire.envelope()
        await wire.send(MAIL + b".\r\n")
        await desk.begun.wait()
        if half:
            wire.writer.write_eof()
        else:
            await wire.close()
        other = await Wire.greeted(opened.port)  # the door has seen the end by then
        desk.open.set()
        await desk.kept.wait()
        await other.close()
        await wire.close()
    assert [a.raw for a in desk.arrivals] == [MAIL]


async def test_smtputf8_round_trip() -> None:
    desk = Desk()
    text = "From: Zoë <zoë@bücher.test>\r\n\r\nπρόβλημα\r\n".encode()
    async with door("smtp", desk) as opened:
        wire = await Wire.greeted(opened.port)
        assert (await wire.say("MAIL FROM:<zoë@bücher.test> BODY=8BITMIME SMTPUTF8"))[:3] == "250"
        assert (await wire.say("RCPT TO:<ána@our.test>"))[:3] == "250"
        await wire.say("DATA")
        await wire.send(text + b".\r\n")
        assert await wire.reply() == "250 2.0.0 kept"
        await wire.close()
    arrival = desk.arrivals[0]
    assert (arrival.sender, arrival.recipients) == ("zoë@bücher.test", ("ána@our.test",))
    assert arrival.raw == text


@pytest.mark.parametrize(
    ("argument", "address"),
    [
        ("<>", "<>"),
        ("<a@b.test>", "a@b.test"),
        ("a@b.test", "a@b.test"),
        ("<a..b.@docomo.test>", "a..b.@docomo.test"),
        ('<"a b"@b.test>', '"a b"@b.test'),
        ("<@x.test,@y.test:a@b.test>", "a@b.test"),
        ("<postmaster>", "postmaster"),
        ("<=?utf-8?q?x?=@b.test>", "=?utf-8?q?x?=@b.test"),
        ("<a\x00@b.test>", None),
        ("<a\udcff@b.test>", None),
        ("<a@b.test", None),
        ("<a b@b.test>", None),
        ("<" + "a" * 600 + "@b.test>", None),
        ("", None),
    ],
)
def test_envelope_addresses(argument: str, address: str | None) -> None:
    assert read_path(argument)[0] == address


@given(st.text() | st.text().map(lambda text: f"<{text}>"))
def test_an_address_that_is_read_can_be_stored_and_said(argument: str) -> None:
    address, _ = read_path(argument)
    if address is not None:
        address.encode()  # no lone surrogate (P6)
        assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in address)
