"""The real daemon over real sockets: its answers at the door, its handles, and who gets what."""

import sys
from pathlib import Path

import pytest
from running import ALIAS, PEOPLE, Running, code_of, mail, member, running

from cocmail.mail.parse import Mail

TEXT = "Number nine has been shouting at me since Monday."
ALONE = [  # endings that are none: each tries to begin a second mail (SMTP smuggling)
    b"\n.\n",
    b"\r.\r",
    b"\n.\r\n",
    b"\r\n.\n",
    b"\r.\r\n",
    b"\r\n.\r",
    b"\n\n.\n\n",
    b"\r\n\x00.\r\n",
]


async def case(house: Running, person: str = "ana") -> Mail:
    """A new report, and its letter to one member."""
    await house.report(TEXT)
    return await house.letter(member(person), "report")


def tag(letter: Mail) -> str:
    """Where an answer to this letter goes."""
    return letter.sender_reply_to[0].addr


# -- the door ----------------------------------------------------------------------------------


async def test_lmtp_answers_once_per_recipient(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        letter = await case(house)
        raw = mail("bo@members.test", ALIAS, "I can take this one.", answers=letter)
        said = await house.send(raw, "bo@members.test", tag(letter), ALIAS)
        assert [s[:3] for s in said] == ["250", "250"]


async def test_unknown_addresses_are_refused_and_the_others_go_on(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        session = await house.session("smtp")
        await session.say("MAIL FROM:<rita@home.test>")
        unknown = f"conduct+c-{'a' * 26}@example.test"
        for address in (unknown, "conduct+to-nobody@example.test", "postmaster@example.test",
                        "conduct@elsewhere.test", "conduct+x@example.test"):  # fmt: skip
            said = await session.say(f"RCPT TO:<{address}>")
            assert said.startswith("550"), address
        for address in (ALIAS, "Conduct+TO-ana@Example.test", "conduct+not-bo@example.test"):
            said = await session.say(f"RCPT TO:<{address}>")
            assert said.startswith("250"), address
        await session.close()


async def test_a_published_address_keeps_its_promise(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        raw = mail("rita@home.test", "conduct+not-bo@example.test", TEXT)
        await house.send(raw, "rita@home.test", "conduct+not-bo@example.test")
        for person in PEOPLE:
            if person != "bo":
                await house.letter(member(person), "report")
        await house.at_rest()
        assert house.received(member("bo")) == []


async def test_a_handle_issued_before_a_restart_is_still_ours(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        letter = await case(house)
        receipt = await house.letter("rita@home.test")
        await house.stop()
        await house.start()
        session = await house.session("smtp")
        await session.say("MAIL FROM:<>")
        bounces = house.received(member("ana"))[0].envelope_from
        for address in (tag(letter), tag(receipt), bounces, tag(letter).upper()):
            assert (await session.say(f"RCPT TO:<{address}>")).startswith("250"), address
        await session.close()
        await house.answer(letter, "ana", "I am here again.")
        talk = await house.letter(member("bo"), "talk")
        assert "I am here again." in talk.text


@pytest.mark.parametrize("ending", ALONE, ids=repr)
async def test_no_false_ending_makes_a_second_mail(tmp_path: Path, ending: bytes) -> None:
    second = b"MAIL FROM:<x@evil.test>\r\nRCPT TO:<conduct@example.test>\r\nDATA\r\n"
    second += b"From: x@evil.test\r\n\r\nsmuggled\r\n"
    async with running(tmp_path) as house:
        for door, sender in (("smtp", "rita@home.test"), ("lmtp", "wen@home.test")):
            raw = mail(sender, ALIAS, TEXT).rstrip() + ending + second
            said = await house.send(raw, sender, ALIAS, door=door)
            refused = door == "smtp" and b"\x00" not in ending
            assert said[0].startswith("550" if refused else "250"), (door, said)
        await house.at_rest()
        assert house.box("x@evil.test") == []
        senders = {r.rcpt_tos[0] for r in house.sink.letters} - set(map(member, PEOPLE))
        assert senders <= {"rita@home.test", "wen@home.test"}
        assert len(house.facts("Opened")) == len(senders)


async def test_the_command_runs_it_and_ends_in_order(tmp_path: Path) -> None:
    run = (sys.executable, "-m", "cocmail", "run", "--config")
    async with running(tmp_path, command=run) as house:
        await case(house)
        await house.at_rest()
        await house.stop()
        assert house.process is not None
        assert house.process.returncode == 0
        assert "@" not in house.journal.read_text()


# -- who gets what -----------------------------------------------------------------------------


async def test_a_recusal_stops_the_retry_that_waits(tmp_path: Path) -> None:
    shift = tmp_path / "shift"
    shift.write_text("0")
    ahead = {"COCMAIL_SHIFT": str(shift)}
    async with running(tmp_path, procedure="numfocus", environment=ahead) as house:
        await house.report(f"About: Sam Reed\n\n{TEXT} It is Sam Reed.")
        question = await house.letter(member("chi"), "conflict-question")
        before = len(house.received(member("chi")))
        busy = "451 4.3.0 not now"
        tried: list[str] = []

        def script(recipient: str, _attempt: int) -> str | None:
            if recipient == member("chi"):
                tried.append(recipient)
                return busy
            return None

        house.sink.script = script
        for person in ("ana", "bo", "chi"):
            asked = await house.letter(member(person), "conflict-question")
            await house.answer(asked, person, "CLEAR")
        await house.letter(member("bo"), "report")
        await house.until(lambda: bool(tried))
        await house.answer(question, "chi", "RECUSE")
        await house.letter(member("bo"), "stepped-out")
        house.sink.script = lambda _recipient, _attempt: None
        shift.write_text("1500")
        await house.letter(member("chi"), "delete-please")
        shift.write_text("3000")
        await house.until(lambda: not of_member(house, "chi"))
        late = house.received(member("chi"))[before:]
        assert len(late) == 1
        assert b"delete-please" in late[0].content


def of_member(house: Running, person: str) -> list[str]:
    """The templates of what waits for one member."""
    with house.store() as store:
        waiting = [row for case in store.case_rows() for row in store.errands_of(case.no)]
        return [str(row.payload) for row in waiting if f'"member:{person}"'.encode() in row.payload]


@pytest.mark.parametrize(
    ("sender", "proof", "asked"),
    [
        ("ana@members.test", "fail", "confirm"),
        ("ana@members.test", "", "confirm"),
        ("mallory@evil.test", "pass", "was-it-you"),
    ],
)
async def test_a_forged_command_changes_nothing(
    tmp_path: Path, sender: str, proof: str, asked: str
) -> None:
    async with running(tmp_path) as house:
        letter = await case(house)
        await house.at_rest()
        count = len(house.sink.letters)
        raw = mail(sender, tag(letter), "TAKE\n\nand some words", answers=letter, proof=proof)
        assert (await house.send(raw, sender, tag(letter)))[0].startswith("250")
        question = await house.letter(member("ana"), asked)
        await house.at_rest()
        assert house.facts("LeadTaken") == []
        fresh = [r.rcpt_tos[0] for r in house.sink.letters[count:]]
        assert set(fresh) <= {member(p) for p in PEOPLE}
        assert house.received(sender) == [] or sender == member("ana")
        assert all(b"and some words" not in r.content for r in house.sink.letters[count:]
                   if r.rcpt_tos[0] != member("ana"))  # fmt: skip
        # NO: the command never runs, and whoever presides is told once.
        await house.answer(question, "ana", "NO")
        await house.letter(member("ana"), "forged-command")
        assert house.facts("LeadTaken") == []


async def test_a_plain_reply_reaches_the_group_and_nobody_else(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        letter = await case(house)
        await house.at_rest()
        count = len(house.sink.letters)
        words = "Clear enough to me, but I would wait a day.\n\nWhat do you think?"
        await house.answer(letter, "ana", words)
        for person in ("bo", "chi", "dee", "eli"):
            talk = await house.letter(member(person), "talk")
            assert "I would wait a day" in talk.text
            assert code_of(talk) == code_of(letter) != ""
            assert "rita@home.test" not in str(talk)
        await house.at_rest()
        got = [r.rcpt_tos[0] for r in house.sink.letters[count:]]
        assert sorted(got) == sorted(map(member, ("bo", "chi", "dee", "eli")))
