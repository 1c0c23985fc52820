"""The file under the store: its tables, its migrations, its settings for SQLite, and its lock.

Not here: reading and writing (store.py), and the key database (keys.py).
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlite_utils import Database, Migrations

from cocmail.keyfile import make_private
from cocmail.keys import newer_than_known

MIGRATIONS: Final = ("001_log", "002_transit_until")
migrations = Migrations("cocmail")

# An index of SQLite ends with the row's own number, so log_case serves "of one case, in order"
# and errands_due "by due time, then number".
_TABLES: Final = (
    """create table log(seq integer primary key autoincrement, case_no integer not null,
      kind text not null, at text not null, hash blob not null, payload blob not null) strict""",
    "create index log_case on log(case_no)",
    """create trigger log_no_update before update on log
      begin select raise(abort, 'the log is append-only'); end""",
    """create trigger log_no_delete before delete on log
      begin select raise(abort, 'the log is append-only'); end""",
    # "insert or replace" deletes without asking the trigger above.
    """create trigger log_no_replace before insert on log
      when new.seq <= (select max(seq) from log)
      begin select raise(abort, 'the log is append-only'); end""",
    """create table texts(ref integer primary key autoincrement, case_no integer not null,
      payload blob not null) strict""",
    "create index texts_case on texts(case_no)",
    "create table transit(id integer primary key autoincrement, payload blob not null) strict",
    """create table errands(id integer primary key autoincrement, case_no integer not null,
      due_at text, attempts integer not null, made_at text not null, transit integer,
      payload blob not null) strict""",
    "create index errands_due on errands(due_at) where due_at is not null",
    "create index errands_case on errands(case_no)",
    "create index errands_transit on errands(transit) where transit is not null",
    "create table cases(no integer primary key, state text not null, next_due text) strict",
    "create index cases_due on cases(next_due) where next_due is not null",
    "create index cases_state on cases(state)",
    "insert into cases(no, state) values (0, 'house')",
    """create table lookup(id integer primary key autoincrement, what text not null,
      key blob not null, case_no integer not null, at text not null, payload blob not null)
      strict""",
    "create index lookup_key on lookup(key)",
    "create index lookup_case on lookup(case_no)",
    "create table settings(name text primary key, value text not null) strict",
)

_PRAGMAS: Final = (  # P26
    "journal_mode=wal",
    "synchronous=full",
    "foreign_keys=on",
    "secure_delete=on",
    "temp_store=memory",
    "journal_size_limit=67108864",
    "cache_size=-16384",
)


@migrations(name="001_log")
def _log(db: Database) -> None:
    for statement in _TABLES:
        db.execute(statement)


@migrations(name="002_transit_until")
def _transit_until(db: Database) -> None:
    """Until when a text waits that no errand asks for: a held mail, for its 48 hours."""
    db.execute("alter table transit add column until text")
    db.execute("create index transit_until on transit(until) where until is not null")


class StoreProblem(Exception):  # noqa: N818 - the word the command line says
    """The database cannot be used. Names the file, what is wrong and what to do about it."""

    def __init__(self, file: Path, problem: str, remedy: str) -> None:
        super().__init__(f"{file}: {problem}; {remedy}")
        self.file, self.problem, self.remedy = file, problem, remedy


def open_file(path: Path, *, readonly: bool) -> tuple[sqlite3.Connection, int | None]:
    """Return a connection to the database and, unless it is only read, the lock on it.

    Raises StoreProblem.
    """
    locked: int | None = None
    try:
        locked = None if readonly else _lock(path)
        return _open_database(path, readonly=readonly).conn, locked
    except BaseException as error:
        if locked is not None:
            os.close(locked)
        if not isinstance(error, sqlite3.Error | OSError):
            raise
        raise StoreProblem(
            path,
            f"the database cannot be used ({error})",
            "give a writable path, or restore the file from a backup",
        ) from error


def close_file(conn: sqlite3.Connection, locked: int | None) -> None:
    """Close the connection, then give the lock back."""
    conn.close()
    if locked is not None:
        os.close(locked)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep every daemon off this database meanwhile. Raises StoreProblem when one runs."""
    handle = _lock(path)
    try:
        yield
    finally:
        os.close(handle)


def _lock(path: Path) -> int:
    """Lock a file beside the database for as long as the returned descriptor is open.

    Raises StoreProblem when another process holds it, or OSError.
    """
    handle = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise StoreProblem(
            path,
            "another cocmail is running on this database",
            "stop it first, or give this one a database of its own",
        ) from error
    return handle


def _open_database(path: Path, *, readonly: bool) -> Database:
    """Open the database and bring its tables up to date; a reader changes nothing.

    Raises StoreProblem, sqlite3.Error or OSError.
    """
    if readonly and not path.exists():
        raise StoreProblem(path, "there is no such database", "start cocmail once, it makes it")
    if not readonly:
        make_private(path)
    mode = "ro" if readonly else "rw"
    conn = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=10, check_same_thread=False
    )
    try:
        db = Database(conn, execute_plugins=False, strict=True)
        _refuse_other_versions(path, db, readonly=readonly)
        if not readonly:
            for pragma in _PRAGMAS:
                db.execute(f"pragma {pragma}").fetchall()
            migrations.apply(db)
    except BaseException:
        conn.close()
        raise
    return db


def _refuse_other_versions(path: Path, db: Database, *, readonly: bool) -> None:
    newer = newer_than_known(db, migrations, MIGRATIONS)
    if newer is not None:
        raise StoreProblem(
            path, f"a newer cocmail wrote it ({newer})", "run that version or a later one"
        )
    if readonly and migrations.pending(db):
        raise StoreProblem(
            path, "an older cocmail wrote it", "start the daemon once, it brings it up to date"
        )
