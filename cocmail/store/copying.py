"""Copies of the two databases for a backup, and what a restored one needs before it is opened.

A copy holds no transit text and no key of one (product.md 8). Not here: where copies lie, and
which keys are to be destroyed in them (backups.py).
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from cocmail.keyfile import make_private

# Numbers given since the copy was made must not be given twice: they stand in addresses and
# Message-IDs that people have. So many are left out after a restore.
GAP = 10_000


class CopyProblem(Exception):  # noqa: N818 - the word the command line says
    """A copy cannot be made or used. Its text is a few words about why."""


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise CopyProblem(type(error).__name__) from error
    except OSError as error:
        raise CopyProblem(error.strerror or "unreadable") from error


def copy_log(source: Path, target: Path) -> None:
    """Copy the log, also while the daemon writes it. Raises CopyProblem."""
    _copy(source, target, "transit")


def copy_keys(source: Path, target: Path) -> None:
    """Copy the key database: wrapped keys, which the master key opens. Raises CopyProblem."""
    _copy(source, target, "transit_keys")


def drop_cases(log: Path, keys: Path, cases: Iterable[int]) -> None:
    """Destroy the keys of these cases in copies, and their texts, errands and index rows.

    Raises CopyProblem.
    """
    gone = json.dumps(sorted(cases))
    for path, table, column in (
        (keys, "case_keys", "n"),
        *((log, table, "case_no") for table in ("texts", "errands", "lookup")),
    ):
        place = f"{path.absolute().as_uri()}?mode=rw"
        with _told(), closing(sqlite3.connect(place, uri=True)) as conn, conn:
            conn.execute("pragma secure_delete=on")
            conn.execute(
                f"delete from {table} where {column} in (select value from json_each(?))",  # noqa: S608 - constants
                (gone,),
            )


def skip_numbers(path: Path) -> None:
    """Let a restored log give no number that the lost one may have given. Raises CopyProblem."""
    with _told(), closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("update sqlite_sequence set seq = seq + ? where name <> 'log'", (GAP * 100,))
        # A case that is erased takes a number and has nothing else.
        conn.execute("insert into cases(no, state) select max(no) + ?, 'erased' from cases", (GAP,))


def _copy(source: Path, target: Path, without: str) -> None:
    origin = f"{source.absolute().as_uri()}?mode=ro"
    with _told():
        make_private(target)  # before SQLite makes it with wider rights
        with (
            closing(sqlite3.connect(origin, uri=True, timeout=10)) as conn,
            closing(sqlite3.connect(target)) as copy,
        ):
            conn.backup(copy)
            copy.execute("pragma journal_mode=delete")
            copy.execute("pragma secure_delete=on")
            with copy:
                copy.execute(f"delete from {without}")  # noqa: S608 - a constant of ours
            copy.execute("vacuum")
