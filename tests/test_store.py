"""The store: one commit for all or nothing, a log nobody can rewrite, and no word in clear."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cocmail.keys import KeyProblem, Keys
from cocmail.store import CaseRow, Counts, Found, Row, Store, StoreProblem
from cocmail.store.database import MIGRATIONS, migrations

T0 = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def open_store(folder: Path) -> tuple[Keys, Store]:
    keys = Keys.open(folder / "master.key", folder / "keys.db")
    return keys, Store.open(folder / "cocmail.db", keys)


@pytest.fixture
def keys(tmp_path: Path) -> Iterator[Keys]:
    opened = Keys.open(tmp_path / "master.key", tmp_path / "keys.db")
    yield opened
    opened.close()


@pytest.fixture
def store(tmp_path: Path, keys: Keys) -> Iterator[Store]:
    opened = Store.open(tmp_path / "cocmail.db", keys)
    yield opened
    opened.close()


def outside(tmp_path: Path, *statements: str) -> None:
    """Change the closed database behind the store's back."""
    conn = sqlite3.connect(tmp_path / "cocmail.db")
    try:
        for statement in statements:
            conn.execute(statement)
        conn.commit()
    finally:
        conn.close()


# The log


def test_entries_come_back_in_order_and_by_case(store: Store) -> None:
    with store.batch():
        one, two = store.next_case(), store.next_case()
        assert (one, two) == (1, 2)
        seqs = [
            store.append(no, "said", T0 + n * HOUR, b"%d" % n) for n, no in enumerate((1, 2, 1))
        ]
    assert seqs == [1, 2, 3]
    assert store.entries(1) == [
        Row(1, "said", T0, b"0"),
        Row(3, "said", T0 + 2 * HOUR, b"2"),
    ]
    assert store.entries(1, after=1) == [Row(3, "said", T0 + 2 * HOUR, b"2")]
    assert [(r.seq, r.case_no, r.kind, r.at) for r in store.log_rows()] == [
        (1, 1, "said", T0),
        (2, 2, "said", T0 + HOUR),
        (3, 1, "said", T0 + 2 * HOUR),
    ]
    assert store.entries(77) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.integers(0, 4),
            st.text("abcdefgh|-", min_size=1, max_size=12),
            st.datetimes(timezones=st.just(UTC)),
            st.binary(max_size=80),
            st.sampled_from(("keep", "keep", "fail the step", "fail the batch")),
        ),
        max_size=25,
    )
)
def test_any_sequence_of_appends_folds_back_in_order(
    tmp_path_factory: pytest.TempPathFactory,
    written: list[tuple[int, str, datetime, bytes, str]],
) -> None:
    folder = tmp_path_factory.mktemp("folds")
    keys, store = open_store(folder)
    kept: list[tuple[int, Row]] = []
    for case_no, kind, at, payload, fate in written:
        try:
            with store.batch():
                seq = store.append(case_no, kind, at, payload)
                try:
                    with store.step():
                        assert store.append(case_no, "more", at, b"more") == seq + 1
                        if fate == "fail the step":
                            raise LookupError
                except LookupError:
                    pass
                if fate == "fail the batch":
                    raise ArithmeticError
        except ArithmeticError:
            continue
        kept.append((case_no, Row(seq, kind, at, payload)))
        if fate == "keep":
            kept.append((case_no, Row(seq + 1, "more", at, b"more")))
    store.close()
    keys.close()
    keys, store = open_store(folder)
    assert [row.seq for _, row in kept] == list(range(1, len(kept) + 1))
    for case_no in range(5):
        assert store.entries(case_no) == [row for no, row in kept if no == case_no]
    assert store.verify_chain() is None
    store.close()
    keys.close()


@pytest.mark.parametrize(
    "statement",
    [
        "update log set kind = 'other' where seq = 1",
        "update log set payload = x'00'",
        "delete from log where seq = 2",
        "delete from log",
        "insert or replace into log select * from log where seq = 1",
        "insert or replace into log(seq, case_no, kind, at, hash, payload) "
        "values (2, 1, 'x', 'x', x'', x'')",
    ],
)
def test_the_database_itself_refuses_to_change_the_log(
    store: Store, tmp_path: Path, statement: str
) -> None:
    with store.batch():
        for n in range(3):
            store.append(1, "said", T0, b"%d" % n)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        outside(tmp_path, statement)
    assert [row.payload for row in store.entries(1)] == [b"0", b"1", b"2"]
    assert store.verify_chain() is None


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("update log set kind = 'told' where seq = 3", 3),
        ("update log set at = '2031-01-01T00:00:00.000000+00:00' where seq = 2", 2),
        ("update log set case_no = 2 where seq = 4", 4),
        ("update log set payload = zeroblob(length(payload)) where seq = 5", 5),
        ("update log set hash = zeroblob(32) where seq = 1", 1),
        ("delete from log where seq = 2", 2),
        ("delete from log where seq = 1", 1),
        ("delete from log where seq >= 4", 4),
        ("delete from log", 1),
    ],
)
def test_the_chain_shows_a_change_from_outside(
    store: Store, tmp_path: Path, statement: str, broken: int
) -> None:
    with store.batch():
        for n in range(5):
            store.append(1, "said", T0, b"%d" % n)
    assert store.verify_chain() is None
    outside(tmp_path, "drop trigger log_no_update", "drop trigger log_no_delete", statement)
    assert store.verify_chain() == broken


def test_a_swapped_payload_does_not_open(store: Store, tmp_path: Path) -> None:
    with store.batch():
        store.append(1, "said", T0, b"one")
        store.append(1, "said", T0, b"two")
    outside(
        tmp_path,
        "drop trigger log_no_update",
        "update log set payload = (select payload from log where seq = 1) where seq = 2",
    )
    with pytest.raises(KeyProblem, match=r"log\|2"):
        store.entries(1)


# Batches and steps


class Interrupted(BaseException):
    """As if the process were told to stop here."""


def break_off(
    scope: AbstractContextManager[None],
    act: Callable[[], object],
    error: type[BaseException] = LookupError,
) -> None:
    """Act inside a batch or step, and break it off with an error."""

    def acted() -> None:
        with scope:
            act()
            raise error

    with pytest.raises(error):
        acted()


def write_everything(store: Store) -> None:
    no = store.next_case()
    store.append(no, "arrived", T0, b"words")
    store.keep_text(no, b"raw")
    store.add_errand(no, T0, T0, b"receipt", store.put_transit(b"talk"))
    store.set_case(no, "open", T0)
    store.index("address", "rita@x.test", no, T0, "")
    store.set_setting("pulse", "1")


def everything(store: Store) -> tuple[object, ...]:
    return (
        store.counts(),
        list(store.log_rows()),
        store.case_rows(),
        store.due_errands(T0 + 99 * HOUR, 99),
        store.find("address", "rita@x.test"),
        store.setting("pulse"),
        store.verify_chain(),
    )


@pytest.mark.parametrize("error", [ValueError, Interrupted, sqlite3.OperationalError])
def test_a_batch_that_breaks_leaves_nothing(store: Store, error: type[BaseException]) -> None:
    with store.batch():
        store.append(0, "started", T0, b"")
    before = everything(store)
    break_off(store.batch(), lambda: write_everything(store), error)
    assert everything(store) == before
    with store.batch():
        write_everything(store)
    assert store.counts() == Counts({"open": 1}, 1, 2)
    assert store.verify_chain() is None


def test_a_step_that_breaks_spares_the_others(store: Store) -> None:
    def inner_step() -> None:
        with store.step():
            write_everything(store)

    with store.batch():
        with store.step():
            write_everything(store)
        after_first = everything(store)
        break_off(store.step(), inner_step)
        assert everything(store) == after_first
        with store.step():
            write_everything(store)
    assert store.counts() == Counts({"open": 2}, 2, 2)
    assert [row.no for row in store.case_rows()] == [0, 1, 2]
    assert store.verify_chain() is None


def test_a_killed_process_leaves_whole_batches_only(tmp_path: Path) -> None:
    script = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from cocmail.keys import Keys
from cocmail.store import Store
folder = Path(sys.argv[1])
keys = Keys.open(folder / "master.key", folder / "keys.db")
store = Store.open(folder / "cocmail.db", keys)
now = datetime(2030, 5, 1, tzinfo=UTC)
for n in range(3):
    with store.batch():
        store.append(1, "whole", now, b"%d" % n)
        store.add_errand(1, now, now, b"x", store.put_transit(b"talk"))
        if n == 2:
            os._exit(9)
"""
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=root, check=False)
    assert done.returncode == 9
    keys, store = open_store(tmp_path)
    assert [row.payload for row in store.entries(1)] == [b"0", b"1"]
    assert store.counts().errands == 2
    assert [store.transit(n) for n in (1, 2, 3)] == [b"talk", b"talk", None]
    assert store.verify_chain() is None
    store.close()
    keys.close()


def test_writing_outside_a_batch_is_refused(store: Store) -> None:
    with pytest.raises(RuntimeError, match="inside a batch"):
        store.append(0, "x", T0, b"")
    with pytest.raises(RuntimeError, match="inside a batch"):
        store.put_transit(b"x")
    with pytest.raises(RuntimeError, match="inside a batch"), store.step():
        pass
    with store.batch(), pytest.raises(RuntimeError, match="step"), store.batch():
        pass
    assert store.counts().log_rows == 0


def test_an_instant_needs_a_time_zone_and_is_kept_in_utc(store: Store) -> None:
    with store.batch():
        with pytest.raises(ValueError, match="time zone"):
            store.append(0, "x", T0.replace(tzinfo=None), b"")
        store.append(0, "x", T0.astimezone(timezone(timedelta(hours=-7))), b"")
    assert store.entries(0) == [Row(1, "x", T0, b"")]


# Reopening


def test_reopening_keeps_everything(tmp_path: Path) -> None:
    keys, store = open_store(tmp_path)
    with store.batch():
        write_everything(store)
        ref = store.keep_text(1, b"second text")
    before = everything(store)
    store.close()
    keys.close()
    keys, store = open_store(tmp_path)
    assert everything(store) == before
    assert store.text(1, ref) == b"second text"
    assert store.text(2, ref) == b""
    assert store.text(1, ref + 1) == b""
    with store.batch():
        assert store.next_case() == 2
        assert store.append(2, "arrived", T0, b"") == 2
    store.close()
    keys.close()


def test_a_second_daemon_is_refused_and_a_reader_is_not(
    store: Store, keys: Keys, tmp_path: Path
) -> None:
    with pytest.raises(StoreProblem, match="another cocmail is running"):
        Store.open(tmp_path / "cocmail.db", keys)
    with store.batch():
        store.append(0, "x", T0, b"seen")
    reader = Store.open(tmp_path / "cocmail.db", keys, readonly=True)
    assert [row.payload for row in reader.entries(0)] == [b"seen"]
    with pytest.raises(RuntimeError, match="a reader writes nothing"), reader.batch():
        pass
    with store.batch():
        store.append(0, "x", T0, b"later")
        assert len(reader.entries(0)) == 1
    assert len(reader.entries(0)) == 2
    reader.close()
    store.close()
    # The lock goes with the daemon; a reader works without one.
    reader = Store.open(tmp_path / "cocmail.db", keys, readonly=True)
    assert len(reader.entries(0)) == 2
    reader.close()
    Store.open(tmp_path / "cocmail.db", keys).close()


def test_problems_name_the_file_and_the_remedy(tmp_path: Path, keys: Keys) -> None:
    path = tmp_path / "cocmail.db"

    def problem(at: Path, *, readonly: bool = False) -> str:
        with pytest.raises(StoreProblem) as caught:
            Store.open(at, keys, readonly=readonly)
        assert str(caught.value) == f"{at}: {caught.value.problem}; {caught.value.remedy}"
        return str(caught.value)

    assert "start cocmail once" in problem(path, readonly=True)
    assert "cannot be used" in problem(tmp_path / "none" / "cocmail.db")
    path.write_bytes(b"no database, however long " * 100)
    assert "cannot be used" in problem(path)
    path.unlink()
    Store.open(path, keys).close()
    assert path.stat().st_mode & 0o777 == 0o600
    outside(
        tmp_path,
        "insert into _sqlite_migrations(migration_set, name, applied_at) "
        "values ('cocmail', '999_later', '2031')",
    )
    assert "newer cocmail wrote it (999_later)" in problem(path)
    assert "newer cocmail" in problem(path, readonly=True)
    outside(tmp_path, "delete from _sqlite_migrations")
    assert "older cocmail" in problem(path, readonly=True)


def test_keys_of_another_house_are_refused(tmp_path: Path, store: Store) -> None:
    store.close()
    other = Keys.open(tmp_path / "master.key", tmp_path / "other-keys.db")
    with pytest.raises(StoreProblem, match="keys of another house"):
        Store.open(tmp_path / "cocmail.db", other)
    other.close()


def test_the_known_migrations_are_those_there_are() -> None:
    assert tuple(step.name for step in migrations._migrations) == MIGRATIONS


# At rest


def test_no_word_stands_in_clear_in_any_file(tmp_path: Path) -> None:
    canaries = [
        b"CANARY-TEXT",
        b"canary-rita@x.test",
        b"Canary Novak",
        b"CANARY-TALK",
        b"CANARY-AT",
    ]
    text, address, name, talk, attachment = canaries
    keys, store = open_store(tmp_path)
    for _ in range(3):
        with store.batch():
            no = store.next_case()
            store.append(no, "arrived", T0, text + address + name)
            store.keep_text(no, attachment * 500)
            store.add_errand(no, T0, T0, name, store.put_transit(talk))
            store.index("address", address.decode(), no, T0, name.decode())
            store.set_case(no, "open", T0)

    def raw() -> bytes:
        return b"".join(p.read_bytes() for p in tmp_path.iterdir())

    assert (tmp_path / "cocmail.db-wal").stat().st_size > 10_000
    files = [raw()]
    with store.batch():
        store.erase(2)
        store.finish(1)
    files.append(raw())
    store.close()
    keys.close()
    files.append(raw())
    for content in files:
        assert b"arrived" in content
        assert not [c for c in canaries if c in content or c.lower() in content.lower()]


def test_erasing_a_case(store: Store, keys: Keys, tmp_path: Path) -> None:
    with store.batch():
        for _ in range(2):
            write_everything(store)
    other = store.entries(2), store.text(2, 2), store.errands_of(2)
    with store.batch():
        break_off(store.step(), lambda: store.erase(2))
        store.erase(1)
        store.append(0, "erased", T0, b"home shelf")
    assert keys.erased() == {1}
    assert store.entries(1) == []
    assert store.text(1, 1) == b""
    assert store.errands_of(1) == []
    assert store.errand(1) is None
    assert store.transit(1) is None
    assert [f.case_no for f in store.find("address", "rita@x.test")] == [2]
    assert store.case_rows({"erased"}) == [CaseRow(1, "erased", None)]
    assert (store.entries(2), store.text(2, 2), store.errands_of(2)) == other
    assert store.transit(2) == b"talk"
    assert [row.case_no for row in store.log_rows()] == [1, 2, 0]
    assert store.verify_chain() is None
    with pytest.raises(KeyError), store.batch():
        store.append(1, "late", T0, b"")
    with pytest.raises(ValueError, match="case 0"), store.batch():
        store.erase(0)


def test_an_old_copy_of_the_log_does_not_bring_an_erased_case_back(tmp_path: Path) -> None:
    keys, store = open_store(tmp_path)
    with store.batch():
        write_everything(store)
    store.close()
    old = (tmp_path / "cocmail.db").read_bytes()
    store = Store.open(tmp_path / "cocmail.db", keys)
    with store.batch():
        store.erase(1)
        store.next_case()
    with store.batch():
        store.erase(2)
    store.close()
    (tmp_path / "cocmail.db").write_bytes(old)
    store = Store.open(tmp_path / "cocmail.db", keys)
    assert store.entries(1) == []
    assert store.counts() == Counts({"erased": 1}, 0, 1)
    assert store.find("address", "rita@x.test") == []
    assert store.transit(1) is None
    with store.batch():
        assert store.next_case() == 3, "the number of an erased case is not used again"
    store.close()
    keys.close()


def test_a_crash_between_commit_and_destruction_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, store = open_store(tmp_path)
    with store.batch():
        write_everything(store)
        write_everything(store)

    def full(*numbers: int) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(keys, "destroy_transit", full)
        broken.setattr(keys, "destroy", full)
        with store.batch():
            store.finish(1)
            store.erase(2)
    assert not keys.erased()
    assert {1, 2} <= set(keys.transits())
    store.close()
    keys.close()
    keys, store = open_store(tmp_path)
    assert keys.erased() == {2}
    assert not {1, 2} & set(keys.transits())
    store.close()
    keys.close()


def test_what_could_not_be_destroyed_is_destroyed_after_the_next_batch(
    store: Store, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.batch():
        write_everything(store)

    def busy(*numbers: int) -> None:
        raise sqlite3.OperationalError("database is locked")

    with monkeypatch.context() as broken:
        broken.setattr(keys, "destroy_transit", busy)
        with store.batch():
            store.erase(1)
    assert not keys.erased()
    with pytest.raises(LookupError), store.batch():
        raise LookupError
    with store.batch():
        store.set_setting("pulse", "2")
    assert keys.erased() == {1}
    assert 1 not in keys.transits()


# Transit


def test_a_transit_text_goes_with_its_last_errand(store: Store, keys: Keys) -> None:
    with store.batch():
        n = store.put_transit(b"talk")
        errands = [store.add_errand(1, T0, T0, b"x", n) for _ in range(3)]
        other = store.put_transit(b"other")
        store.add_errand(1, None, T0, b"parked", other)
    for done in errands[:2]:
        with store.batch():
            store.finish(done)
        assert store.transit(n) == b"talk"
    break_off(store.batch(), lambda: store.finish(errands[2]))
    assert store.transit(n) == b"talk"
    with store.batch():
        break_off(store.step(), lambda: store.finish(errands[2]))
    assert store.transit(n) == b"talk"
    with store.batch():
        store.finish(errands[2])
        store.finish(errands[2])
    assert store.transit(n) is None
    assert n not in keys.transits()
    assert store.transit(other) == b"other"
    assert store.transit(99) is None


def test_a_transit_text_nobody_waits_for_ends_with_the_batch(store: Store, keys: Keys) -> None:
    with store.batch():
        n = store.put_transit(b"talk")
        assert store.transit(n) == b"talk"
    assert store.transit(n) is None
    assert n not in keys.transits()
    with store.batch():
        assert store.put_transit(b"next") == n + 1


def test_one_errand_may_take_over_from_another(store: Store) -> None:
    with store.batch():
        n = store.put_transit(b"talk")
        first = store.add_errand(1, T0, T0, b"x", n)
    with store.batch():
        store.finish(first)
        second = store.add_errand(1, None, T0, b"y", n)
    assert store.transit(n) == b"talk"
    with store.batch():
        store.finish(second)
    assert store.transit(n) is None


# Errands


def test_errands_are_due_in_order(store: Store) -> None:
    assert store.first_errand_due() is None
    with store.batch():
        late = store.add_errand(1, T0 + HOUR, T0, b"late")
        parked = store.add_errand(1, None, T0, b"parked")
        early = store.add_errand(2, T0 - HOUR, T0 - HOUR, b"early")
        same = store.add_errand(0, T0 - HOUR, T0, b"same")
    assert store.first_errand_due() == T0 - HOUR
    assert [e.id for e in store.due_errands(T0, 9)] == [early, same]
    assert [e.id for e in store.due_errands(T0 + HOUR, 9)] == [early, same, late]
    assert [e.id for e in store.due_errands(T0 + HOUR, 2)] == [early, same]
    assert [(e.id, e.payload) for e in store.errands_of(1)] == [
        (late, b"late"),
        (parked, b"parked"),
    ]
    with store.batch():
        store.reschedule(early, T0 + 2 * HOUR, 3)
        store.reschedule(same, None, 0)
        store.reschedule(parked, T0, 1)
        store.finish(late)
    moved = store.errand(early)
    assert moved is not None
    assert (moved.due_at, moved.attempts, moved.made_at) == (T0 + 2 * HOUR, 3, T0 - HOUR)
    assert (moved.payload, moved.case_no, moved.transit) == (b"early", 2, None)
    assert store.errand(late) is None
    assert [e.id for e in store.due_errands(T0 + 9 * HOUR, 9)] == [parked, early]
    assert store.counts().errands == 3


def test_an_errand_s_number_is_never_used_again(tmp_path: Path) -> None:
    keys, store = open_store(tmp_path)
    with store.batch():
        first = store.add_errand(1, T0, T0, b"x")
        store.finish(first)
    store.close()
    store = Store.open(tmp_path / "cocmail.db", keys)
    with store.batch():
        assert store.add_errand(1, T0, T0, b"x") == first + 1
    store.close()
    keys.close()


# Cases


def test_cases(store: Store) -> None:
    assert store.case_rows() == [CaseRow(0, "house", None)]
    assert store.first_case_due() is None
    with store.batch():
        one, two, three = (store.next_case() for _ in range(3))
        store.set_case(one, "open", T0 + HOUR)
        store.set_case(two, "open", T0)
        store.set_case(three, "closed", None)
        store.set_case(0, "house", T0 + 2 * HOUR)
    assert store.case_rows({"open"}) == [CaseRow(1, "open", T0 + HOUR), CaseRow(2, "open", T0)]
    assert [row.no for row in store.case_rows(("closed", "house"))] == [0, 3]
    assert store.case_rows(()) == []
    assert store.first_case_due() == T0
    assert store.due_cases(T0 - HOUR) == []
    assert store.due_cases(T0 + HOUR) == [2, 1]
    assert store.counts() == Counts({"open": 2, "closed": 1}, 0, 0)


# The index and the settings


def test_the_keyed_index(store: Store) -> None:
    with store.batch():
        store.index("address", "rita@x.test", 2, T0 + HOUR, "newer")
        store.index("address", "rita@x.test", 1, T0, "older")
        store.index("message", "rita@x.test", 1, T0, "another kind")
        store.index("address", "odd\udcff@x.test", 1, T0, "lone \ud800 surrogate")
    assert store.find("address", "rita@x.test") == [
        Found(1, T0, "older"),
        Found(2, T0 + HOUR, "newer"),
    ]
    assert store.find("address", "odd\udcff@x.test") == [Found(1, T0, "lone \ud800 surrogate")]
    assert store.find("address", "sam@x.test") == []
    with store.batch():
        store.unindex("address", "rita@x.test", 1)
    assert store.find("address", "rita@x.test") == [Found(2, T0 + HOUR, "newer")]
    assert len(store.find("message", "rita@x.test")) == 1


def test_settings(store: Store) -> None:
    assert store.setting("pulse") is None
    with store.batch():
        store.set_setting("pulse", "a")
        store.set_setting("pulse", "b")
    assert store.setting("pulse") == "b"


# Cost against history


@pytest.mark.parametrize(
    "query",
    [
        "select seq, kind, at, payload from log where case_no = 1 and seq > 0 order by seq",
        "select id from errands where due_at <= 'x' order by due_at, id limit 5",
        "select min(due_at) from errands where due_at is not null",
        "select min(next_due) from cases where next_due is not null",
        "select no from cases where next_due <= 'x' order by next_due, no",
        "select no from cases where state in (select value from json_each('[]'))",
        "select id from errands where case_no = 1 order by id",
        "select 1 from errands where transit = 1",
        "select id, case_no, at, payload from lookup where key = x'00'",
        "select max(no) from cases",
        "select seq, hash from log order by seq desc limit 1",
    ],
)
def test_no_query_goes_through_the_history(store: Store, tmp_path: Path, query: str) -> None:
    conn = sqlite3.connect(tmp_path / "cocmail.db")
    plan = [row[3] for row in conn.execute(f"explain query plan {query}")]
    conn.close()
    # The newest entry is the one plain SCAN: backwards along the table, cut off after one row.
    tables = [step for step in plan if not step.startswith(("SCAN json_each", "LIST SUBQUERY"))]
    newest = "desc limit 1" in query
    assert all(newest or step.startswith("SEARCH") or "INDEX" in step for step in tables), plan
    assert not [step for step in plan if "TEMP B-TREE" in step]
