"""The operator's commands beside a daemon that runs: the one writer does what they ask."""

import asyncio
import sys
from pathlib import Path

from running import Running, member, running

TEXT = "Number nine has been shouting at me since Monday, and nobody said a word about the heron."


async def command(house: Running, *words: str) -> tuple[int, str, str]:
    """One command of the real program; exit code, stdout, stderr."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "cocmail", words[0], "--config", str(house.file), *words[1:],
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


async def test_the_document_goes_to_a_cleared_member_at_once(tmp_path: Path) -> None:
    """product.md 9: through the gate, to a named cleared member, while the daemon runs."""
    async with running(tmp_path) as house:
        await house.report(TEXT)
        letter = await house.letter(member("chi"), "report")
        await house.answer(letter, "chi", "RECUSE")
        await house.letter(member("chi"), "delete-please")
        assert await command(house, "document", "1", "dee") == (
            0, "the document goes to Dee Novak\n", "")  # fmt: skip
        assert "heron" in (await house.letter(member("dee"), "document")).text
        code, out, err = await command(house, "document", "1", "chi")
        assert (code, out) == (1, "")
        assert "chi may not read this case; `cocmail why` says why" in err
        assert not house.box(member("chi"), "document")
        for left in tmp_path.glob("*.asked/*"):
            raise AssertionError(f"{left.name} is left")


async def test_on_a_terminal_the_group_hears_of_it(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        await house.report(TEXT)
        await house.letter(member("ana"), "report")
        code, out, err = await command(house, "document", "1", "--unseal", "a court asked for it")
        assert (code, err) == (0, "")
        assert "heron" in out
        assert "a court asked for it" in (await house.letter(member("ana"), "notices")).text
        code, out, err = await command(house, "document", "1", "--unseal", " ")
        assert (code, out) == (1, "")
        assert "the reason is empty" in err


async def test_a_case_is_erased_while_the_daemon_runs(tmp_path: Path) -> None:
    """product.md 8: the key goes, in the backups too, and who holds copies is asked at once."""
    async with running(tmp_path) as house:
        await house.report(TEXT)
        await house.letter(member("ana"), "report")
        _, out, _ = await command(house, "backup", str(tmp_path / "copies"))
        assert "made" in out
        assert await command(house, "forget", "1") == (0, "case 1 is erased\n", "")
        assert (tmp_path / "cocmail.keys.erased").read_text() == "1\n"
        asked = await house.letter(member("ana"), "retention-notice")
        assert "Please delete what you still hold" in asked.text
        code, _, err = await command(house, "forget", "1")
        assert code == 1
        assert "erased already" in err
        await house.report(f"{TEXT} It has begun again.", "una@home.test")
        await house.letter("una@home.test")


async def test_what_needs_the_daemon_stopped_says_so(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        await house.report(TEXT)
        _, out, _ = await command(house, "backup", str(tmp_path / "copies"))
        made = out.partition(":")[0]
        for words in (["rekey"], ["restore", made]):
            code, _, err = await command(house, *words)
            assert code == 1
            assert "another cocmail is running on this database; stop it first" in err
