"""The chain of hashes over the log, and the log as an audit sees it: steps without contents.

Every entry's hash covers the hash before it, its clear columns and its ciphertext, so a change from
outside shows without any key. Not here: appending (store.py).
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime

from cocmail.store.rows import LogRow


def link(before: bytes, seq: int, case_no: int, kind: str, at: str, sealed: bytes) -> bytes:
    """Return the hash of an entry, 32 bytes. `before` is that of the entry before, or b""."""
    clear = f"|{seq}|{case_no}|{kind}|{at}|".encode()
    return hashlib.sha256(before + clear + hashlib.sha256(sealed).digest()).digest()


def log_rows(conn: sqlite3.Connection) -> Iterator[LogRow]:
    """Go through the clear columns of the whole log, in order."""
    for seq, case_no, kind, at, stored in conn.execute(
        "select seq, case_no, kind, at, hash from log order by seq"
    ):
        yield LogRow(seq, case_no, kind, datetime.fromisoformat(at), stored)


def first_broken(conn: sqlite3.Connection) -> int | None:
    """Return the first entry that is missing or not as it was written; None when all is well."""
    expected, before = 1, b""
    for seq, case_no, kind, at, stored, sealed in conn.execute(
        "select seq, case_no, kind, at, hash, payload from log order by seq"
    ):
        before = link(before, expected, case_no, kind, at, sealed)
        if seq != expected or stored != before:
            return expected
        expected += 1
    # Entries cut off at the end leave the chain whole; SQLite remembers the last number.
    row = conn.execute("select seq from sqlite_sequence where name = 'log'").fetchone()
    return expected if row is not None and row[0] >= expected else None
