"""At rest: no word of a case lies on disk in clear, and after its end none opens (product.md 8).

Whole cases are played with words that stand nowhere else; then every byte of every file is searched
in the forms it could have, and every payload is opened with all the keys there are.
"""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap
from rest import raw, says, tells
from talk import ALIAS, FOUR, Deferred, Delivered, Refused, Sent, Table, id_in, toml

from cocmail import backups, cli, passing
from cocmail.config import Config, load
from cocmail.keyfile import master_key
from cocmail.keys import rekey
from cocmail.mail.arrival import Arrival
from cocmail.opening import keys_beside

RITA, OZ, WIT = "quillfrond@vexholm.test", "krenthorpe@umbrastone.test", "tamsinova@hollowmere.test"
OZWALD = "Ozwald Krenthorpe"
CASE = (  # of the people, the report, the letters and the work
    "quillfrond", "zabrisk", "vexholm", "krenthorpe", "umbrastone", "tamsinova", "hollowmere",
    "marzipolt", "drumbelwick", "snarkhandle77", "wumpkettle", "zorbatine", "yaffledrop",
    "snibberly", "throxwood", "answerling", "aliasgrump", "heldwhistle",
)  # fmt: skip
TALK = ("fizzlequarn", "gromblesnout", "plimsollwort", "nearmisset")
JUNK = ("mudlarkish", "spamvale", "cheapwatchlet", "bargainfrump")
ROSTER = ("flimwick", "newcomerby", "ana@members.test", "ruiz", "okafor")
EVERY = (*CASE, *TALK, *JUNK, *ROSTER, "courtplunder")
REPORT = (
    f"About: {OZWALD}\n\n{OZWALD}, who is @snarkhandle77 elsewhere, shouted drumbelwick at me in "
    "the planning call, twice, and everybody looked away the whole time. Tamsinova was there."
)


def sitting(folder: Path, procedure: str, more: str = "") -> Table:
    file = folder / "cocmail.toml"
    folder.mkdir(parents=True, exist_ok=True)
    text = toml(procedure, "ana bo chi dee", rota="ana bo chi dee", overrides='undo_window = "0"')
    file.write_text(text.replace('id = "dee"', f'id = "dee"\n{more}'))
    config = load(file)
    assert isinstance(config, Config), config
    return Table(config)


def look(t: Table) -> list[str]:
    """The journal beside the database still holds every page as it was before."""
    return tells(raw(t.config.store.path.parent), EVERY)


def opened(t: Table) -> None:
    """A report with everything, in the hands of Ana, Bo, Chi and Dee."""
    shot = (("wumpkettle.png", "image/png", b"\x89PNG zorbatine"),)
    t.write(RITA, ALIAS, REPORT, name="Quillfrond Zabrisk", subject="Marzipolt", attach=shot)
    for who in ("ana", "bo", "chi", "dee"):
        if not t.count_of(who, "report"):
            t.answer(t.last(who, "conflict-question"), f"CLEAR {OZWALD}")


def worked(t: Table) -> None:
    """Talk, notes, letters through a second reader, a proposal, what is refused and held."""

    def report(who: str) -> Delivered:
        return t.last(who, "report")

    t.answer(report("chi"), f"TAKE\nPARTY REPORTED {OZWALD} {OZ}\nPARTY WITNESS Tamsinova {WIT}")
    t.answer(report("bo"), "NOTE yaffledrop was said before")
    t.answer(report("ana"), "I know of a fizzlequarn.\n\nNOTE nearmisset below the talk",
             attach=(("gromblesnout.txt", "text/plain", b"plimsollwort"),))  # fmt: skip
    t.answer(report("bo"), "AGRE nearmisset\nOBJCT\nand fizzlequarn again")
    t.answer(report("chi"), "ASK REPORTER\nSnibberly, could you say more?")
    t.answer(report("bo"), f"OK {id_in(t.last('bo', 'preview'))}")
    t.answer(t.box(RITA)[-1], "answerling: it was worse than that")
    t.answer(report("bo"), f"PROPOSE\n{FOUR}PLAN: throxwood", sender="bo@members.test")
    t.answer(report("dee"), "NOTE heldwhistle\n\nfizzlequarn as well", proof="")
    t.answer(t.last("dee", "confirm"), "YES")
    t.answer(report("dee"), "VOTE yes\n\nheldwhistle fizzlequarn", sender="strange@vexholm.test")
    t.answer(t.last("dee", "was-it-you"), "NO")
    talk = t.last("chi", "talk")
    bounce = (
        f"From: MAILER-DAEMON@relay.test\r\nTo: {talk.sender}\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: "
        "message/delivery-status\r\n\r\nReporting-MTA: dns; relay.test\r\n\r\nFinal-Recipient: "
        "rfc822; x@x.test\r\nAction: delayed\r\nStatus: 4.2.2\r\n\r\n--b\r\nContent-Type: "
        "message/rfc822\r\n\r\n"
    )
    t.take(bounce.encode() + talk.raw + b"\r\n--b--\r\n", "", talk.sender)
    t.answer(t.last("chi", "talk"), "Away.", headers={"Auto-Submitted": "auto-replied"})


def at_the_alias(t: Table) -> None:
    """What members write to the house itself about a case, read, refused, held and bounced."""
    code = t.house.records.case(1).code
    for words in (
        f"HISTORY {OZWALD}", f"HISTORY {OZWALD}\nNOTE aliasgrump", f"BAN CHECK {OZWALD}",
        f"PARTY REPORTED {OZWALD} {OZ}", "PROPOSE\nPLAN: aliasgrump, throxwood", f"READ {code}",
        f"HISTROY {OZWALD}", f"SHEET\n\nhello\nHISTORY {OZWALD}", f"LOCK {OZWALD}",
        f"CLOSE {code} aliasgrump left", f"ABOUT {OZWALD}", f"DRAFT REPORTER\nDear Zabrisk, {OZ}",
        f"ROSTER ADD oz {OZWALD} {OZ}", f"CHANGE OPEN {OZWALD}\nout",
    ):  # fmt: skip
        t.write("bo@members.test", ALIAS, words)
    t.write("kim@council.test", ALIAS, f"REQUEST-RECORD {code} {OZWALD} appealed")
    t.write("bo@members.test", ALIAS, f"HISTORY {OZWALD}\naliasgrump", proof="")
    t.answer(t.last("bo", "confirm"), "YES")
    t.write("bo@members.test", ALIAS, f"HISTORY {OZWALD}", proof="fail")
    t.answer(t.last("bo", "confirm"), "Away.", headers={"Auto-Submitted": "auto-replied"})
    t.answer(t.last("bo", "confirm"), "NO")
    t.answer(t.last("bo", "confirm"), "NO")
    asked = t.last("bo", "history")
    t.take(b"From: x@relay.test\r\nSubject: failed\r\nAuto-Submitted: auto-replied\r\n\r\n" +
           asked.raw, "", asked.sender)  # fmt: skip


def others(t: Table) -> None:
    """Spam and quarantine, a roster change, and a letter that the next hop never takes."""
    t.write("mudlarkish@spamvale.test", ALIAS, "bargainfrump " * 30, subject="Cheapwatchlet",
            headers={"X-Spam-Flag": "YES"})  # fmt: skip
    t.write("kim@council.test", ALIAS, "ROSTER ADD per Perpetua Flimwick flimwick@newcomerby.test")
    t.answer(t.last("kim@council.test", "confirm"), "YES")
    t.wait(hours=1)


@pytest.mark.parametrize("procedure", ["numpy", "psf"])
def test_no_word_stands_in_clear_in_any_file_ever(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], procedure: str
) -> None:
    """Database, journal, keys, backups: before and after a case is erased."""
    t = sitting(tmp_path, procedure)
    told: list[str] = []
    for part in (opened, worked, at_the_alias, others):
        part(t)
        told += look(t)
    assert (tmp_path / "cocmail.db-wal").stat().st_size > 10_000, "it is among the files"
    made = backups.backup(t.config, tmp_path / "copies", t.now)
    config = ["--config", str(t.config.file)]
    for words in (["log"], ["status"], ["why", "1"]):
        assert cli.main([*words, *config]) == 0
    assert not [w for w in EVERY if w in capsys.readouterr().out.casefold() and w not in ROSTER]
    t.close()
    for words in (["document", "1", "ana"], ["document", "1", "--unseal", "courtplunder"]):
        assert cli.main([*words, *config]) == 0
    told += look(t)
    t.now += timedelta(seconds=5)
    backups.restore(t.config, made, t.now)
    assert cli.main(["forget", "1", *config]) == 0
    told += look(t)
    assert not told


@pytest.fixture(params=["numpy", "psf", "gcc"])
def t(tmp_path: Path, request: pytest.FixtureRequest) -> Table:
    return sitting(tmp_path, request.param)


def test_nothing_of_an_erased_case_opens_with_the_keys_that_are_left(t: Table) -> None:
    """Echoes in the log of the house as well: what members asked, were refused, never confirmed."""
    opened(t)
    worked(t)
    at_the_alias(t)
    report = t.last("bo", "report")
    t.wait(days=3)  # what is held waits for its YES, 48 hours
    before = says(t.house.store, t.keys, CASE)
    assert any("drumbelwick" in one for one in before), "that this looks in the right place"
    assert not [one for one in before if "of case 0," in one], "not before either"
    t.house.forget(1, t.now)
    t.run()
    t.take(b"From: x@relay.test\r\nSubject: failed\r\nAuto-Submitted: auto-replied\r\n\r\n" +
           report.raw, "", report.sender)  # fmt: skip
    assert says(t.house.store, t.keys, CASE) == []
    t.close()
    t.open()
    assert says(t.house.store, t.keys, CASE) == []
    assert t.house.records.case(0).count > 20, "the house goes on"
    t.close()


def test_a_member_s_talk_is_nowhere_after_delivery(tmp_path: Path) -> None:
    """product.md 8, PS-55: not in the log, not in a text, a bounce, a line that was asked back."""
    for procedure, kept in (("psf", False), ("numfocus", False), ("numpy", True)):
        t = sitting(tmp_path / procedure, procedure)
        opened(t)
        worked(t)
        assert "fizzlequarn" in t.last("bo", "talk").text
        assert bool(says(t.house.store, t.keys, TALK)) == kept, procedure
        assert t.house.store._conn.execute("select count(*) from transit").fetchone() == (0,)
        t.close()


@pytest.mark.parametrize("hop", [Deferred(451), Refused(550), Sent()])
def test_transit_ends_with_its_errands(tmp_path: Path, hop: Any) -> None:
    """Sent, refused, given up, withheld, or parked for somebody who never comes back."""
    t = sitting(tmp_path, "psf")
    opened(t)
    t.hop = lambda letter, _: hop if letter.recipient == "bo@members.test" else Sent()
    t.answer(t.last("ana", "report"), "fizzlequarn, I think")
    t.answer(t.last("chi", "report"), "RECUSE")
    held = says(t.house.store, t.keys, TALK)
    assert bool(held) == isinstance(hop, Deferred)
    with t.house.batch():  # and Dee's own copy waits for an address that works
        t.house.store.put_transit(b"fizzlequarn", t.now + timedelta(hours=1))
    t.wait(days=7)
    assert says(t.house.store, t.keys, TALK) == []
    assert t.house.store._conn.execute("select count(*) from transit").fetchone() == (0,)
    t.close()


# -- delivery by notice ---------------------------------------------------------------------------


def notified(folder: Path, procedure: str) -> Table:
    t = sitting(folder, procedure, more='delivery = "notice"')
    opened(t)
    t.answer(t.last("dee"), "READ")
    t.answer(t.last("ana", "report"), "fizzlequarn, I think")
    assert "fizzlequarn" not in t.last("dee").text
    assert "READ fetches it" in t.last("dee").text
    return t


@pytest.mark.parametrize("procedure", ["psf", "numpy"])
def test_who_gets_notices_reads_the_talk_for_72_hours(tmp_path: Path, procedure: str) -> None:
    """product.md 8: it waits in transit until READ; then it is gone, where talk is not kept."""
    t = notified(tmp_path, procedure)
    t.wait(hours=71)
    t.answer(t.last("dee"), "READ")
    assert "fizzlequarn" in t.last("dee", "talk").text
    got = len(t.box("dee"))
    assert bool(says(t.house.store, t.keys, TALK)) == (procedure == "numpy")
    t.answer(t.last("dee", "talk"), "READ")
    t.wait(hours=1)
    assert not [d for d in t.box("dee")[got:] if "fizzlequarn" in d.text], "once"
    assert "drumbelwick" in t.last("dee", "report").text, "READ alone shows the report again"
    t.close()


def test_and_not_longer(tmp_path: Path) -> None:
    t = notified(tmp_path, "psf")
    t.wait(hours=72, seconds=1)
    assert says(t.house.store, t.keys, TALK) == []
    t.answer(t.last("dee"), "READ")
    assert not [d for d in t.box("dee") if "fizzlequarn" in d.text]
    t.close()


def test_where_talk_is_kept_it_waits_until_it_is_fetched(tmp_path: Path) -> None:
    t = notified(tmp_path, "numpy")
    t.wait(days=9)
    t.answer(t.last("dee"), "READ")
    assert "fizzlequarn" in t.last("dee", "talk").text
    t.close()


def test_who_steps_out_fetches_nothing_and_nothing_waits_for_them(tmp_path: Path) -> None:
    """Promise 3: what waits is asked about again when it leaves."""
    t = notified(tmp_path, "psf")
    notice = t.last("dee")
    t.answer(notice, "RECUSE")
    got = len(t.box("dee"))
    t.answer(notice, "READ")
    assert [d.template for d in t.box("dee")[got:]] == ["refused"]
    t.wait(hours=73)
    assert says(t.house.store, t.keys, TALK) == []
    t.close()


def test_a_notice_survives_a_restart_and_a_hop_that_defers(tmp_path: Path) -> None:
    t = notified(tmp_path, "psf")
    t.hop = lambda letter, n: Deferred(451) if letter.recipient[:3] == "dee" and n == 1 else Sent()
    t.restart(timedelta(hours=5))
    t.answer(t.last("ana", "report"), "gromblesnout too")
    t.wait(hours=1)
    t.answer(t.last("dee"), "READ")
    t.wait(hours=1)
    said = [d.text for d in t.box("dee") if d.template == "talk"]
    assert [sum(w in s for s in said) for w in ("fizzlequarn", "gromblesnout")] == [1, 1]
    t.close()


def test_the_record_says_that_it_was_only_a_notice(tmp_path: Path) -> None:
    """The disclosure record: who was sent what (product.md 8)."""
    t = notified(tmp_path, "numpy")
    t.answer(t.last("ana", "report"), "DOC")
    assert "Dee Novak: notice of talk" in t.last("ana", "document").text
    t.close()


# -- keys -----------------------------------------------------------------------------------------


def wrapped(keys: Path, no: int) -> bytes:
    with closing(sqlite3.connect(keys)) as conn:
        row = conn.execute("select wrapped from case_keys where n = ?", (no,)).fetchone()
    return bytes(row[0]) if row else b""


def unwrapped(files: dict[Path, bytes], masters: list[bytes], step: int = 1) -> set[bytes]:
    """Every key that one of these master keys opens at any offset of any file."""
    found = set()
    for content in files.values():
        for at in range(0, len(content) - 40, step):
            for master in masters:
                try:
                    found.add(aes_key_unwrap(master, content[at : at + 40]))
                except InvalidUnwrap:
                    continue
    return found


@pytest.mark.parametrize("rekeyed", [False, True])
def test_no_key_of_an_erased_case_is_left_in_any_file(tmp_path: Path, *, rekeyed: bool) -> None:
    """Whoever copied the master key long ago, and takes every file now, opens nothing."""
    t = sitting(tmp_path, "numpy")
    opened(t)
    key = t.keys.case_key(1)
    file, keys = t.config.store.key_file, keys_beside(t.config)
    masters = [master_key(file, keys, first=False)]
    backups.backup(t.config, tmp_path / "copies", t.now)
    live = t.last("bo", "report").reply_to
    if rekeyed:
        t.close()
        rekey(file, keys)
        masters.append(master_key(file, keys, first=False))
        t.open()
        t.now += timedelta(seconds=1)
        backups.backup(t.config, tmp_path / "copies", t.now)
        t.write("bo@members.test", live, "NOTE a live address still works")
        assert t.house.records.case(1).notes
    small = {p: c for p, c in raw(tmp_path).items() if p.name == "cocmail.keys"}
    assert len(small) == 3 if rekeyed else 2
    assert key in unwrapped(small, masters), "before it does"
    t.house.forget(1, t.now)
    t.run()
    assert backups.prune(t.config) == []
    files = raw(tmp_path)
    assert not any(key in content for content in files.values())
    small = {p: c for p, c in files.items() if p.name.startswith("cocmail.keys")}
    left = unwrapped(small, masters)
    assert t.keys.case_key(2) in left, "the keys of other cases are there"
    assert key not in left
    t.close()
    assert key not in unwrapped({p: c for p, c in raw(tmp_path).items() if p in small}, masters)


def test_a_held_mail_is_kept_for_its_question_only(tmp_path: Path) -> None:
    """product.md 6: YES within 48 hours runs it; NO, and silence, leave nothing of it."""
    for say, after in (("YES", 1), ("NO", 1), ("", 49)):
        t = sitting(tmp_path / f"h{say}", "psf")
        opened(t)
        t.answer(t.last("dee", "report"), "fizzlequarn, I think", proof="")
        t.write("dee@members.test", ALIAS, "HISTORY Gromblesnout", proof="")
        asked = [d for d in t.box("dee") if d.template == "confirm"]
        assert len(says(t.house.store, t.keys, TALK)) >= 2
        if say:
            for letter in asked:
                t.answer(letter, say)
        t.wait(hours=after)
        assert says(t.house.store, t.keys, TALK) == []
        before = len(t.box("dee"))
        for letter in asked:
            t.answer(letter, "YES")
        assert not [d for d in t.box("dee")[before:] if d.template in ("history", "transcript")]
        assert bool([d for d in t.box("ana") if "fizzlequarn" in d.text]) == (say == "YES")
        t.close()


def test_what_a_restore_brings_back_has_no_held_mail(tmp_path: Path) -> None:
    """Transit is in no backup: a YES is told to send it again, and what it asked about is gone."""
    t = sitting(tmp_path, "psf")
    opened(t)
    t.answer(t.last("dee", "report"), "NOTE yaffledrop", proof="")
    asked = t.last("dee", "confirm")
    made = backups.backup(t.config, tmp_path / "copies", t.now)
    t.close()
    backups.restore(t.config, made, t.now + timedelta(seconds=5))
    t.open()
    assert says(t.house.store, t.keys, ["yaffledrop"]) == []
    t.answer(asked, "YES")
    assert "send that one again" in t.last("dee", "refused").text
    assert not t.house.records.case(1).notes
    t.close()


def test_a_mail_that_we_failed_on_is_kept_apart_until_it_is_taken(tmp_path: Path) -> None:
    """Promise 1: stuck under a key of its own; when it comes again, only its case has it."""
    t = sitting(tmp_path, "psf")
    raw_mail = f"From: {RITA}\r\nSubject: Marzipolt\r\n\r\n{REPORT}\r\n".encode()
    arrival = Arrival(raw_mail, RITA, (ALIAS,), "lmtp", "127.0.0.1", t.now)
    for _ in range(2):  # the peer tries again
        with t.house.batch():
            passing.stick(t.house.store, arrival)
    assert t.house.store.setting("stuck") == "1"
    t.wait(days=40)
    assert [x for x in says(t.house.store, t.keys, ["drumbelwick"]) if x[:7] == "transit"]
    t.reception.take(arrival)
    assert t.house.store.setting("stuck") == "0"
    assert says(t.house.store, t.keys, ["drumbelwick"]), "it is in its case"
    t.house.forget(1, t.now)
    assert says(t.house.store, t.keys, ["drumbelwick"]) == []
    t.close()
