"""Keys: made once, useless without the master key, and gone without a trace when destroyed."""

import base64
import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.keys import BLOCK, HOUSE_KEYS, MIGRATIONS, Erased, KeyProblem, Keys, migrations


@pytest.fixture
def keys(tmp_path: Path) -> Iterator[Keys]:
    opened = Keys.open(tmp_path / "master.key", tmp_path / "keys.db")
    yield opened
    opened.close()


def reopened(tmp_path: Path) -> Keys:
    return Keys.open(tmp_path / "master.key", tmp_path / "keys.db")


def wrapped_keys(tmp_path: Path, table: str) -> dict[int, bytes]:
    conn = sqlite3.connect(tmp_path / "keys.db")
    try:
        return dict(conn.execute(f"select n, wrapped from {table}"))
    finally:
        conn.close()


def test_the_first_start_makes_private_files(keys: Keys, tmp_path: Path) -> None:
    keys.case_key(1)
    keys.destroy(1)
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "keys.db",
        "keys.db.erased",
        "master.key",
    ]
    for file in tmp_path.iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
    text = (tmp_path / "master.key").read_bytes()
    assert text.endswith(b"\n")
    assert len(base64.b64decode(text)) == 32


def test_keys_stay_over_a_restart_and_differ(keys: Keys, tmp_path: Path) -> None:
    before = [keys.named(n) for n in HOUSE_KEYS] + [keys.case_key(n) for n in (1, 2, 900)]
    keys.close()
    again = reopened(tmp_path)
    after = [again.named(n) for n in HOUSE_KEYS] + [again.case_key(n) for n in (1, 2, 900)]
    again.close()
    assert before == after
    assert len(set(before)) == len(before)
    assert {len(k) for k in before} == {32}


def test_case_zero_is_the_house(keys: Keys) -> None:
    assert keys.case_key(0) == keys.named("house")
    with pytest.raises(ValueError, match="case 0"):
        keys.destroy(0)


def test_keys_are_made_ahead_in_blocks(keys: Keys, tmp_path: Path) -> None:
    keys.case_key(1)
    made = wrapped_keys(tmp_path, "case_keys")
    assert set(made) == set(range(1, 1 + BLOCK))
    for n in range(1, 1 + BLOCK):
        keys.seal(n, b"x", "log|1")
    assert wrapped_keys(tmp_path, "case_keys") == made
    keys.case_key(1 + BLOCK)
    assert len(wrapped_keys(tmp_path, "case_keys")) == 2 * BLOCK


@given(content=st.binary(max_size=300), case=st.integers(0, 70), place=st.text(max_size=20))
def test_what_is_sealed_opens_only_in_its_place(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, case: int, place: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "sealing"
    folder.mkdir(exist_ok=True)
    keys = reopened(folder)
    try:
        blob = keys.seal(case, content, place)
        assert keys.unseal(case, blob, place) == content
        assert len(blob) == 29 + len(content)
        assert keys.seal(case, content, place) != blob
        for other, other_blob, elsewhere in (
            (case + 1, blob, place),
            (case, blob, place + "0"),
            (case, blob[:-1], place),
            (case, b"\x02" + blob[1:], place),
            (case, b"", place),
        ):
            with pytest.raises(KeyProblem, match="does not open"):
                keys.unseal(other, other_blob, elsewhere)
    finally:
        keys.close()


def test_a_destroyed_key_is_gone_for_ever(keys: Keys, tmp_path: Path) -> None:
    blob = keys.seal(5, b"words", "log|9")
    copy = (tmp_path / "keys.db").read_bytes()
    keys.destroy(5)
    keys.destroy(5)
    uses: tuple[Callable[[], bytes], ...] = (
        lambda: keys.case_key(5),
        lambda: keys.seal(5, b"x", "log|9"),
        lambda: keys.unseal(5, blob, "log|9"),
    )
    for use in uses:
        with pytest.raises(Erased):
            use()
    assert keys.is_erased(5)
    assert keys.erased() == {5}
    keys.close()
    # An old copy of the key database does not bring the case back.
    (tmp_path / "keys.db").write_bytes(copy)
    again = reopened(tmp_path)
    assert again.is_erased(5)
    assert 5 not in wrapped_keys(tmp_path, "case_keys")
    with pytest.raises(Erased):
        again.unseal(5, blob, "log|9")
    again.close()


def test_a_block_skips_what_was_erased(keys: Keys, tmp_path: Path) -> None:
    keys.destroy(3)
    keys.case_key(1)
    assert set(wrapped_keys(tmp_path, "case_keys")) == set(range(1, 1 + BLOCK)) - {3}


@pytest.mark.parametrize("seed", range(4))
def test_no_copy_of_a_destroyed_key_stays_in_any_file(
    keys: Keys, tmp_path: Path, seed: int
) -> None:
    """P45. Enough keys for many pages, destroyed in any order, so that pages split and merge."""
    dice = random.Random(seed)
    for n in range(1, 1500, BLOCK):
        keys.case_key(n)
        keys.new_transit(n)
    before = wrapped_keys(tmp_path, "case_keys") | {
        -n: w for n, w in wrapped_keys(tmp_path, "transit_keys").items()
    }
    gone = dice.sample(sorted(before), len(before) // 3)
    for n in [n for n in gone if n > 0][:150]:
        keys.destroy(n)
    keys.destroy_transit(*[-n for n in gone if n < 0])
    left = wrapped_keys(tmp_path, "case_keys") | {
        -n: w for n, w in wrapped_keys(tmp_path, "transit_keys").items()
    }
    destroyed = before.keys() - left.keys()
    assert len(destroyed) > 300
    raw = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert all(before[n] not in raw for n in destroyed)
    assert all(left[n] in raw for n in left)


def test_transit_keys(keys: Keys, tmp_path: Path) -> None:
    keys.new_transit(1)
    blob = keys.seal_transit(1, b"talk")
    assert keys.unseal_transit(1, blob) == b"talk"
    keys.new_transit(1)
    assert keys.unseal_transit(1, blob) == b"talk"
    keys.new_transit(2)
    with pytest.raises(KeyProblem, match="does not open"):
        keys.unseal_transit(2, blob)
    keys.destroy_transit(1)
    with pytest.raises(Erased):
        keys.unseal_transit(1, blob)
    with pytest.raises(Erased):
        keys.seal_transit(1, b"x")
    assert set(keys.transits()) == set(range(2, 1 + BLOCK))
    keys.close()
    again = reopened(tmp_path)
    with pytest.raises(Erased):
        again.unseal_transit(1, blob)
    again.close()


def test_more_cases_than_ciphers_kept(keys: Keys) -> None:
    blobs = {n: keys.seal(n, b"%d" % n, "text|1") for n in range(1, 1300)}
    assert all(keys.unseal(n, blob, "text|1") == b"%d" % n for n, blob in blobs.items())


def test_two_processes_agree_on_a_key(keys: Keys, tmp_path: Path) -> None:
    other = reopened(tmp_path)
    assert other.case_key(10) == keys.case_key(10)
    assert other.case_key(9) == keys.case_key(9)
    other.close()


def test_a_torn_line_of_the_list_erases_nothing(keys: Keys, tmp_path: Path) -> None:
    keys.destroy(7)
    twelve = keys.case_key(12)
    keys.close()
    with (tmp_path / "keys.db.erased").open("ab") as file:
        file.write(b"12")
    again = reopened(tmp_path)
    assert again.erased() == {7}
    assert again.case_key(12) == twelve
    again.destroy(3)
    again.close()
    assert (tmp_path / "keys.db.erased").read_bytes() == b"7\n3\n"


def problem(key_file: Path | str, beside: Path) -> str:
    with pytest.raises(KeyProblem) as caught:
        Keys.open(key_file, beside)
    assert caught.value.remedy
    assert str(caught.value).startswith(str(caught.value.file))
    return str(caught.value)


def test_problems_name_the_file_and_the_remedy(keys: Keys, tmp_path: Path) -> None:
    keys.close()
    master, beside = tmp_path / "master.key", tmp_path / "keys.db"
    whole = master.read_bytes()

    master.chmod(0o640)
    assert "chmod 600" in problem(master, beside)
    master.chmod(0o600)
    for bad in (b"", b"not base64!\n", base64.b64encode(b"short"), whole[:-5]):
        master.write_bytes(bad)
        assert "no key file" in problem(master, beside)
    master.write_bytes(base64.b64encode(bytes(32)))
    assert "do not open with this master key" in problem(master, beside)
    master.unlink()
    assert "put the copy of the key file back" in problem(master, beside)
    assert not master.exists()
    master.mkdir(mode=0o700)
    assert "cannot be read" in problem(master, beside)
    master.rmdir()
    master.touch(mode=0o600)
    master.write_bytes(whole)
    beside.chmod(0o644)
    assert "chmod 600" in problem(master, beside)
    beside.chmod(0o600)
    Keys.open(master, beside).close()
    (tmp_path / "keys.db.erased").write_bytes(b"four\n")
    assert "more than numbers" in problem(master, beside)
    (tmp_path / "keys.db.erased").unlink()
    beside.write_bytes(b"this is no database, however long it may be" * 100)
    assert "key database cannot be used" in problem(master, beside)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "cannot be made" in problem(tmp_path / "none" / "k", tmp_path / "keys.db")
    assert "cannot be used" in problem(tmp_path / "k", tmp_path / "none" / "keys.db")


def test_a_newer_key_database_is_refused(keys: Keys, tmp_path: Path) -> None:
    keys.close()
    conn = sqlite3.connect(tmp_path / "keys.db")
    conn.execute(
        "insert into _sqlite_migrations(migration_set, name, applied_at) "
        "values ('cocmail keys', '002_later', '2030')"
    )
    conn.commit()
    conn.close()
    assert "newer cocmail" in problem(tmp_path / "master.key", tmp_path / "keys.db")


def test_the_known_migrations_are_those_there_are() -> None:
    assert tuple(step.name for step in migrations._migrations) == MIGRATIONS


def test_a_systemd_credential_is_used_by_its_bare_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "credentials"
    folder.mkdir()
    credential = folder / "master.key"
    credential.write_bytes(base64.b64encode(os.urandom(32)) + b"\n")
    credential.chmod(0o440)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    monkeypatch.chdir(tmp_path)
    first = Keys.open("master.key", tmp_path / "keys.db")
    key = first.case_key(1)
    first.close()
    assert not (tmp_path / "master.key").exists()
    # The configuration makes the name a path below itself; where none is, the credential counts.
    second = Keys.open(tmp_path / "master.key", tmp_path / "keys.db")
    assert second.case_key(1) == key
    second.close()


def test_an_existing_master_key_is_never_replaced(tmp_path: Path) -> None:
    Keys.open(tmp_path / "master.key", tmp_path / "a.db").close()
    before = (tmp_path / "master.key").read_bytes()
    Keys.open(tmp_path / "master.key", tmp_path / "b.db").close()
    assert (tmp_path / "master.key").read_bytes() == before
