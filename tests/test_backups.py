"""Backups and a new master key: nothing is lost, and what was erased stays erased."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from talk import ALIAS, Table, table

from cocmail import backups, daemon
from cocmail.errors import Trouble
from cocmail.keyfile import make_next, next_master_key, take_next
from cocmail.keys import KeyProblem, Keys, rekey
from cocmail.opening import keys_beside

RITA = "rita@home.test"
FIRST = (
    "There was a lot of shouting in the call on Friday, and one person left in tears and has not "
    "been back since. I think that somebody should talk to all of them."
)
SECOND = f"This is about the lunch queue, and a heron. {FIRST}"


@pytest.fixture
def t(tmp_path: Path) -> Table:
    made = table(tmp_path, procedure="numpy", members="ana bo chi dee")
    made.write(RITA, ALIAS, FIRST)
    made.write("lou@home.test", ALIAS, SECOND)
    return made


def back(t: Table, made: Path) -> list[str]:
    """Put a backup back and open the house again."""
    t.close()
    said = backups.restore(t.config, made, t.now)
    t.open()
    return said


def erase(t: Table, no: int) -> None:
    with t.house.store.batch():
        t.house.store.erase(no)
    t.house.records.forget_all()


def wrapped(keys: Path, no: int) -> bytes:
    with closing(sqlite3.connect(keys)) as conn:
        row = conn.execute("select wrapped from case_keys where n = ?", (no,)).fetchone()
    return bytes(row[0]) if row else b""


def test_a_backup_is_made_beside_the_daemon_and_put_back(t: Table, tmp_path: Path) -> None:
    made = backups.backup(t.config, tmp_path / "copies", t.now)
    t.answer(t.last("bo", "report"), "TAKE")
    assert t.house.records.case(2).lead == "bo"
    back(t, made)
    assert t.house.records.case(2).lead == ""
    assert t.house.store.verify_chain() is None
    t.answer(t.last("chi", "report"), "TAKE")
    assert t.house.records.case(2).lead == "chi"
    t.close()


def test_a_restore_waits_until_the_daemon_is_stopped(t: Table, tmp_path: Path) -> None:
    made = backups.backup(t.config, tmp_path / "copies", t.now)
    with pytest.raises(Trouble, match="stop it first"):
        backups.restore(t.config, made, t.now)
    t.close()


def test_what_was_erased_stays_erased_in_every_backup_within_reach(
    t: Table, tmp_path: Path
) -> None:
    near = backups.backup(t.config, tmp_path / "near", t.now)
    far = backups.backup(t.config, tmp_path / "far", t.now)
    key = wrapped(near / backups.KEYS, 1)
    assert key
    far = far.rename(tmp_path / "taken away")
    erase(t, 1)
    away = backups.prune(t.config)
    assert [path.parent.name for path in away] == ["far"]
    assert not wrapped(near / backups.KEYS, 1)
    assert all(key not in path.read_bytes() for path in near.iterdir())
    assert wrapped(near / backups.KEYS, 2)
    # The one that nobody reached still does not bring the case back.
    assert wrapped(far / backups.KEYS, 1)
    back(t, far)
    assert t.house.store.entries(1) == []
    assert "heron" in str(t.house.store.text(2, t.house.records.case(2).mails[0][0].text))
    assert not wrapped(keys_beside(t.config), 1)
    t.close()


def test_what_retention_erases_is_erased_in_the_backups_by_the_daemon(
    t: Table, tmp_path: Path
) -> None:
    made = backups.backup(t.config, tmp_path / "copies", t.now)
    erase(t, 1)
    assert wrapped(made / backups.KEYS, 1)
    t.close()
    runs = daemon.Daemon(t.config)
    runs._pulse(t.now)  # every twenty seconds
    assert not wrapped(made / backups.KEYS, 1)
    with runs.house.store.batch():
        runs.house.store.erase(2)
    assert wrapped(made / backups.KEYS, 2)
    runs._pulse(t.now + timedelta(minutes=1))
    assert not wrapped(made / backups.KEYS, 2)
    runs.house.store.close()
    runs._keys.close()


def test_no_number_of_the_lost_days_is_given_again(t: Table, tmp_path: Path) -> None:
    """A reporter's address of a lost case must never lead into another case."""
    made = backups.backup(t.config, tmp_path / "copies", t.now)
    t.write("ida@home.test", ALIAS, f"Something third. {FIRST}")
    lost = t.last("ida@home.test").reply_to
    ids = {d.mail.message_id for box in t.boxes.values() for d in box}
    back(t, made)
    t.write("max@home.test", ALIAS, f"Something fourth. {FIRST}")
    t.write("ida@home.test", lost, "May I add something to it?")
    fourth = max(no for no in range(20_000) if t.house.store.entries(no)[:1])
    assert [m.source for m, _ in t.house.records.case(fourth).mails][:1] == ["R1"]
    assert all("May I add" not in d.text for d in t.box("bo") if "fourth" in d.text)
    new = [d.mail.message_id for box in t.boxes.values() for d in box]
    assert len(new) == len(set(new)) >= len(ids)
    t.close()


def test_what_lay_there_becomes_a_backup_or_keeps_another_name(t: Table, tmp_path: Path) -> None:
    made = backups.backup(t.config, tmp_path / "copies", t.now)
    t.answer(t.last("bo", "report"), "TAKE")
    t.now += timedelta(seconds=5)
    said = back(t, made)
    before = Path(said[0].partition("backup ")[2].rstrip("."))
    t.now += timedelta(seconds=5)
    back(t, before)
    assert t.house.records.case(2).lead == "bo"
    t.close()
    t.config.store.path.write_bytes(b"this is no database")
    t.now += timedelta(seconds=5)
    said = backups.restore(t.config, made, t.now)
    assert "could not be read" in said[0]
    t.open()
    assert t.house.records.case(2).lead == ""
    t.close()


@pytest.mark.parametrize("part", [backups.LOG, backups.KEYS])
def test_a_folder_that_is_no_backup_is_named(t: Table, tmp_path: Path, part: str) -> None:
    made = backups.backup(t.config, tmp_path / "copies", t.now)
    (made / part).unlink()
    t.close()
    with pytest.raises(Trouble, match="is not there"):
        backups.restore(t.config, made, t.now)
    t.open()
    assert t.house.records.case(2).state == "open"
    t.close()


def test_a_new_master_key_changes_no_address_and_opens_everything(t: Table) -> None:
    handle, old = t.last("bo", "report").reply_to, t.config.store.key_file.read_bytes()
    t.close()
    rekey(t.config.store.key_file, keys_beside(t.config))
    assert t.config.store.key_file.read_bytes() != old
    t.open()
    t.write("bo@members.test", handle, "TAKE")
    assert t.house.records.case(2).lead == "bo"
    t.close()
    t.config.store.key_file.write_bytes(old)
    with pytest.raises(KeyProblem, match="do not open"):
        Keys.open(t.config.store.key_file, keys_beside(t.config))


def test_a_new_master_key_that_was_cut_off_is_finished_or_dropped(t: Table) -> None:
    t.close()
    file, keys = t.config.store.key_file, keys_beside(t.config)
    make_next(file)  # cut off before the keys were wrapped anew
    t.open()
    assert not next_master_key(file).exists()
    t.close()
    old = file.read_bytes()
    rekey(file, keys)  # cut off before the new one was put in its place
    new = file.read_bytes()
    file.write_bytes(new)
    next_master_key(file).write_bytes(new)
    next_master_key(file).chmod(0o600)
    file.write_bytes(old)
    t.open()
    assert file.read_bytes() == new
    assert t.house.records.case(2).state == "open"
    t.close()


def test_there_is_nothing_to_take_where_no_key_is_coming(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="next"):
        take_next(tmp_path / "cocmail.key")
    with pytest.raises(KeyProblem, match="not in a file"):
        make_next(tmp_path / "cocmail.key")
