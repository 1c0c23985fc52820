"""`cocmail check --online` against a real Dovecot: it opens, and a probe leaves no copy."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from dovecot import DOVECOT, PASSWORD, Dovecot, dovecot
from running import configuration, free_ports, mail

from cocmail import check, opening
from cocmail.config import Config, Problem, load
from cocmail.edge.dns import Dns
from cocmail.incoming import witness
from cocmail.mail.arrival import Arrival

pytestmark = pytest.mark.skipif(DOVECOT is None, reason="dovecot-imapd is not installed")
USER = "conduct"


class Nearby(Dns):
    """Name servers that know every domain."""

    async def mail_hosts(self, domain: str) -> tuple[str, ...]:
        return (f"mx.{domain}",)


def configured(folder: Path, server: Dovecot, *, password: str = PASSWORD, **more: str) -> Config:
    (folder / "imap-password").write_text(password)
    keys = {"host": "127.0.0.1", "security": "none", "user": USER,
            "password_file": "imap-password", "junk_folder": "Junk", **more}  # fmt: skip
    lines = [f'{key} = "{value}"' for key, value in keys.items()]
    table = "\n".join(["[imap]", f"port = {server.imap}", *lines])
    said = configuration("numfocus", (1, 2, 3), more=table)
    said = said.replace("smtp://127.0.0.1:3", f"maildir:{folder}/out")
    (folder / "cocmail.toml").write_text(said)
    config = load(folder / "cocmail.toml")
    assert isinstance(config, Config), config
    return config


async def asked(config: Config) -> tuple[list[str], list[str]]:
    """The sentences and the problems about the mailbox."""
    found = [one async for one in check.online(config, Nearby())]
    said = [one for one in found if isinstance(one, str) and one.startswith("imap")]
    return said, [str(one) for one in found if isinstance(one, Problem)]


def test_a_mailbox_and_a_relay_have_each_their_witness(tmp_path: Path, home: Path) -> None:
    server = Dovecot(home, imap=143)
    told = configured(tmp_path, server, authserv_id="mx.hosted.test")
    untold = configured(tmp_path, server)
    at = datetime(2026, 3, 2, tzinfo=UTC)
    by_relay = Arrival(b"", "", (), "lmtp", "127.0.0.1", at)
    fetched = Arrival(b"", "", (), "imap", "imap", at)
    assert [witness(c, by_relay) for c in (told, untold)] == ["mx.example.test"] * 2
    # Left out, nobody's word is taken for the mailbox; the relay's least of all.
    assert [witness(c, fetched) for c in (told, untold)] == ["mx.hosted.test", None]


async def test_a_mailbox_that_lets_go(tmp_path: Path, home: Path) -> None:
    with dovecot(home) as server:
        server.lay(USER, mail("rita@home.test", "conduct@example.test", "A report that waits."))
        said, problems = await asked(configured(tmp_path, server, sent_folder="Sent"))
        assert problems == []
        assert said == [
            "imap: the mailbox opens, a probe left no copy; new mail is noticed by IDLE"
        ]
        assert server.count(USER) == 1, "nothing but the probe is touched"
        assert all(server.count(USER, f) == 0 for f in ("Junk", "Sent", "Trash", "Archive"))


async def test_a_provider_that_archives_is_emptied_by_its_trash(tmp_path: Path, home: Path) -> None:
    with dovecot(home, capability="+X-GM-EXT-1") as server:
        _, problems = await asked(configured(tmp_path, server))
        assert problems == []
        assert server.count(USER) + server.count(USER, "Trash") == 0


async def test_a_copy_that_stays_is_a_problem(tmp_path: Path, home: Path) -> None:
    with dovecot(home, capability="IMAP4rev1 IDLE MOVE SPECIAL-USE") as server:
        _, problems = await asked(configured(tmp_path, server))
        assert len(problems) == 1
        assert 'imap.host: a mail that was removed stays in "Trash"; ' in problems[0]


async def test_our_own_letters_in_a_folder_that_nobody_cleans(tmp_path: Path, home: Path) -> None:
    with dovecot(home) as server:
        config = configured(tmp_path, server)
        house, keys = opening.build(config)
        mark = house.handles.loop_mark()
        house.store.close()
        keys.close()
        for n in range(2):
            server.lay(USER, f"X-Loop: {mark}\r\nSubject: {n}\r\n\r\nours\r\n".encode(), "Sent")
        _, problems = await asked(config)
        assert problems == [
            f'{config.file}: imap.sent_folder: 2 of our own letters lie in "Sent"; '
            'write sent_folder = "Sent", or switch such copies off there'
        ]
        _, problems = await asked(configured(tmp_path, server, sent_folder="Sent"))
        assert problems == []


async def test_what_keeps_us_out_is_named(tmp_path: Path, home: Path) -> None:
    with dovecot(home) as server:
        _, wrong = await asked(configured(tmp_path, server, password="wrong"))
        _, missing = await asked(configured(tmp_path, server, junk_folder="Spam"))
        port = server.imap
        server.imap = free_ports(1)[0]
        _, closed = await asked(configured(tmp_path, server))
        server.imap = port
    assert len(wrong) == len(missing) == len(closed) == 1
    assert "imap.password_file: 127.0.0.1" in wrong[0]
    assert "refuses this login" in wrong[0]
    assert 'imap.junk_folder: there is no folder "Spam"; write one of ' in missing[0]
    assert "cannot be reached (connection refused)" in closed[0]
