"""Reading and writing the database: log, texts, transit, errands, cases, index, settings.

All writes stand inside `batch()`, one commit for all of them; `step()` inside it can fail alone.
Not here: tables, migrations and the lock (database.py), the chain's arithmetic (chain.py), the keys
(keys.py), what payloads mean, and when anything is due beyond comparing two instants.
"""

import hmac
import json
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Self

from cocmail.keys import Erased, Keys
from cocmail.store import chain, counting
from cocmail.store.database import StoreProblem, close_file, open_file
from cocmail.store.forms import from_utf8, instant, instant_text, maybe_instant, maybe_text, utf8
from cocmail.store.rows import CaseRow, Counts, ErrandRow, Found, LogRow, Row
from cocmail.store.transit import Transit

_NUMBERED: Final = ("texts", "transit", "errands", "lookup")
_ERRAND: Final = "select id, case_no, due_at, attempts, made_at, payload, transit from errands "
_ERASED: Final = "erased"


class Store:
    """One open database. Reading methods work at any time, writing ones inside `batch()`."""

    def __init__(self, conn: sqlite3.Connection, keys: Keys, locked: int | None) -> None:
        """Take an open database; `Store.open` is the way to make one."""
        self._conn = conn
        self._keys = keys
        self._locked = locked
        self._index_key = keys.named("index")
        row = self._one("select seq, hash from log order by seq desc limit 1")
        self._tip: tuple[int, bytes] = (0, b"") if row is None else (row[0], row[1])
        # Numbers are never used twice, not even those of rows that are gone: they stand in the
        # seals, and an errand's in its Message-ID.
        used = dict(conn.execute("select name, seq from sqlite_sequence").fetchall())
        self._last: dict[str, int] = {name: used.get(name, 0) for name in _NUMBERED}
        self._transit = Transit(conn, keys)
        self._doomed: frozenset[int] = frozenset()  # cases erased whose key is still there

    @classmethod
    def open(cls, path: Path, keys: Keys, *, readonly: bool = False) -> Self:
        """Open the database, made on the first start, and lock it against a second daemon.

        A reader (`readonly`) takes no lock, changes nothing and may run beside the daemon. Raises
        StoreProblem: another daemon, a newer database, keys of another house, no such folder.
        """
        conn, locked = open_file(path, readonly=readonly)
        try:
            store = cls(conn, keys, locked)
            store._start(path, readonly=readonly)
        except BaseException:
            close_file(conn, locked)
            raise
        return store

    def close(self) -> None:
        """Close the database and give the lock back. The keys stay open: they are the caller's."""
        close_file(self._conn, self._locked)
        self._locked = None

    # Batches

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make everything inside one transaction: on disk when it ends, undone when it raises."""
        if self._locked is None or self._open():
            raise RuntimeError("a reader writes nothing, and in an open batch you take a step()")
        self._conn.execute("begin immediate")  # P22
        tip, doomed = self._tip, self._doomed
        try:
            yield
            self._transit.drop()
            self._conn.execute("commit")
        except BaseException:
            self._tip, self._doomed = tip, doomed
            if self._open():
                self._conn.execute("rollback")
            raise
        self._destroy_keys()

    @contextmanager
    def step(self) -> Iterator[None]:
        """Make a part of a batch that is undone alone when it raises. Steps may be nested."""
        self._do("savepoint step")
        tip, doomed = self._tip, self._doomed
        try:
            yield
        except BaseException:
            # A full disk ends the whole transaction, savepoints included.
            if self._open():
                self._conn.execute("rollback to step")
                self._conn.execute("release step")
            self._tip, self._doomed = tip, doomed
            raise
        self._do("release step")

    # The log and its texts

    def append(self, case_no: int, kind: str, at: datetime, payload: bytes) -> int:
        """Append an entry and return its number in the log. Raises Erased."""
        seq, before = self._tip[0] + 1, self._tip[1]
        sealed = self._keys.seal(case_no, payload, f"log|{seq}")
        when = instant_text(at)
        link = chain.link(before, seq, case_no, kind, when, sealed)
        self._do(
            "insert into log(seq, case_no, kind, at, hash, payload) values (?, ?, ?, ?, ?, ?)",
            (seq, case_no, kind, when, link, sealed),
        )
        self._tip = (seq, link)
        return seq

    def entries(self, case_no: int, after: int = 0) -> list[Row]:
        """Return the entries of a case in order, from the one after `after`; [] once erased."""
        rows = self._conn.execute(
            "select seq, kind, at, payload from log where case_no = ? and seq > ? order by seq",
            (case_no, after),
        ).fetchall()
        unseal = self._keys.unseal
        try:
            return [
                Row(seq, kind, instant(at), unseal(case_no, sealed, f"log|{seq}"))
                for seq, kind, at, sealed in rows
            ]
        except Erased:
            return []

    def log_rows(self) -> Iterator[LogRow]:
        """Go through the clear columns of the whole log, in order."""
        return chain.log_rows(self._conn)

    def verify_chain(self) -> int | None:
        """Return the first entry that is missing or not as it was written; None: all is well."""
        return chain.first_broken(self._conn)

    def keep_text(self, case_no: int, content: bytes) -> int:
        """Keep a text (a raw mail, an attachment) outside the log; return its reference."""
        ref = self._number("texts")
        sealed = self._keys.seal(case_no, content, f"text|{ref}")
        self._do(
            "insert into texts(ref, case_no, payload) values (?, ?, ?)", (ref, case_no, sealed)
        )
        return ref

    def text(self, case_no: int, ref: int) -> bytes:
        """Return a text of a case; b"" when the case was erased or never had it."""
        row = self._one("select payload from texts where ref = ? and case_no = ?", (ref, case_no))
        return b"" if row is None else self._unsealed(case_no, row[0], f"text|{ref}") or b""

    # Transit: words that are passed on and not kept (product.md 8)

    def put_transit(self, content: bytes, until: datetime | None = None) -> int:
        """Keep a text until its last errand is done, and till that moment; else it ends at once."""
        self._writable()
        n = self._number("transit")
        self._transit.put(n, content, until)
        return n

    def end_transit(self, *numbers: int) -> None:
        """These texts wait for no moment any more, only for their errands."""
        self._writable()
        self._transit.end(numbers)

    def transit_over(self, now: datetime) -> list[int]:
        """The texts whose moment has come."""
        return self._transit.over(now)

    def transit(self, n: int) -> bytes | None:
        """Return a transit text, or None when it was destroyed."""
        return self._transit.read(n)

    # Errands

    def add_errand(
        self,
        case_no: int,
        due_at: datetime | None,
        made_at: datetime,
        payload: bytes,
        transit: int | None = None,
    ) -> int:
        """Add an errand and return its number, never used again. Raises Erased."""
        n = self._number("errands")
        sealed = self._keys.seal(case_no, payload, f"errand|{n}")
        self._do(
            "insert into errands(id, case_no, due_at, attempts, made_at, transit, payload)"
            " values (?, ?, ?, 0, ?, ?, ?)",
            (n, case_no, maybe_text(due_at), instant_text(made_at), transit, sealed),
        )
        return n

    def errand(self, n: int) -> ErrandRow | None:
        """Return one errand, or None when it is done or its case erased."""
        return next(iter(self._errands("where id = ?", (n,))), None)

    def errands_of(self, case_no: int) -> list[ErrandRow]:
        """Return what waits in one case, parked errands included, oldest first."""
        return self._errands("where case_no = ? order by id", (case_no,))

    def due_errands(self, now: datetime, limit: int) -> list[ErrandRow]:
        """Return at most `limit` errands due at `now`, the longest due first."""
        return [e for n in self.due_numbers(now, limit) if (e := self.errand(n)) is not None]

    def due_numbers(self, now: datetime, limit: int) -> list[int]:
        """Return the numbers of what `due_errands` would return, without opening any."""
        sql = "select id from errands where due_at <= ? order by due_at, id limit ?"
        return [n for (n,) in self._conn.execute(sql, (instant_text(now), limit))]

    def first_errand_due(self) -> datetime | None:
        """Return the next instant at which an errand is due."""
        (first,) = self._one("select min(due_at) from errands where due_at is not null")
        return maybe_instant(first)

    def reschedule(self, n: int, due_at: datetime | None, attempts: int) -> None:
        """Give an errand another due time (None parks it) and its number of attempts."""
        sql = "update errands set due_at = ?, attempts = ? where id = ?"
        self._do(sql, (maybe_text(due_at), attempts, n))

    def finish(self, n: int) -> None:
        """Delete an errand. With the last errand of a transit text the batch destroys the text."""
        row = self._one("select transit from errands where id = ?", (n,))
        if row is not None and row[0] is not None:
            self._transit.loosen(row)
        self._do("delete from errands where id = ?", (n,))

    # Cases

    def next_case(self) -> int:
        """Make the row of a new case and return its number. Case 0, the house, always exists."""
        no = int(self._one("select max(no) from cases")[0]) + 1
        while self._keys.is_erased(no):  # after an older log was restored
            no += 1
        self._do("insert into cases(no, state) values (?, 'new')", (no,))
        return no

    def set_case(self, no: int, state: str, next_due: datetime | None) -> None:
        """Set what stands about a case outside the log."""
        self._do(
            "insert into cases(no, state, next_due) values (?, ?, ?) on conflict(no)"
            " do update set state = excluded.state, next_due = excluded.next_due",
            (no, state, maybe_text(next_due)),
        )

    def case_rows(self, states: Collection[str] | None = None) -> list[CaseRow]:
        """Return the cases in these states, or all, by number; the house is one of them."""
        where = "" if states is None else "where state in (select value from json_each(?))"
        rows = self._conn.execute(
            f"select no, state, next_due from cases {where} order by no",  # noqa: S608 - constants
            () if states is None else (json.dumps(sorted(states)),),
        )
        return [CaseRow(no, state, maybe_instant(due)) for no, state, due in rows]

    def due_cases(self, now: datetime) -> list[int]:
        """Return the cases with something due at `now`, the longest due first."""
        rows = self._conn.execute(
            "select no from cases where next_due <= ? order by next_due, no", (instant_text(now),)
        )
        return [no for (no,) in rows]

    def first_case_due(self) -> datetime | None:
        """Return the next instant at which something is due in a case."""
        (first,) = self._one("select min(next_due) from cases where next_due is not null")
        return maybe_instant(first)

    def erase(self, case_no: int) -> None:
        """Erase a case: its texts, errands and index rows now, its key when the batch is on disk.

        Its entries stay in the chain, unreadable; its state becomes "erased". The batch that does
        this seals nothing more for the case. Raises ValueError for the house.
        """
        if case_no == 0:
            raise ValueError("the house has no end: case 0 cannot be erased")
        rows = self._conn.execute(
            "select transit from errands where case_no = ? and transit is not null", (case_no,)
        )
        self._transit.loosen(n for (n,) in rows)
        for table in ("errands", "texts", "lookup"):
            self._do(f"delete from {table} where case_no = ?", (case_no,))  # noqa: S608 - constants
        self._do("update cases set state = ?, next_due = null where no = ?", (_ERASED, case_no))
        self._doomed |= {case_no}

    # The keyed index

    def index(self, what: str, value: str, case_no: int, at: datetime, detail: str) -> None:
        """Let `find(what, value)` lead to this case. Raises Erased."""
        n = self._number("lookup")
        sealed = self._keys.seal(case_no, utf8(detail), f"lookup|{n}")
        self._do(
            "insert into lookup(id, what, key, case_no, at, payload) values (?, ?, ?, ?, ?, ?)",
            (n, what, self._key(what, value), case_no, instant_text(at), sealed),
        )

    def find(self, what: str, value: str) -> list[Found]:
        """Return where this value was met, newest last; nothing of erased cases."""
        sql = "select id, case_no, at, payload from lookup where key = ? order by at, id"
        found = self._conn.execute(sql, (self._key(what, value),)).fetchall()
        rows = ((no, at, self._unsealed(no, s, f"lookup|{n}")) for n, no, at, s in found)
        return [Found(no, instant(at), from_utf8(s)) for no, at, s in rows if s is not None]

    def unindex(self, what: str, value: str, case_no: int) -> None:
        """Forget that this value was met in this case."""
        key = self._key(what, value)
        self._do("delete from lookup where key = ? and case_no = ?", (key, case_no))

    # Settings and numbers

    def setting(self, name: str) -> str | None:
        """Return a setting. Settings stand in clear."""
        row = self._one("select value from settings where name = ?", (name,))
        return str(row[0]) if row else None

    def set_setting(self, name: str, value: str) -> None:
        """Set a setting, in clear: nothing about a person or a case belongs here."""
        self._do("insert or replace into settings(name, value) values (?, ?)", (name, value))

    def counts(self) -> Counts:
        """Count what `cocmail status` shows."""
        return counting.counts(self._conn)

    # Inside

    def _start(self, path: Path, *, readonly: bool) -> None:
        """Refuse the keys of another house; then finish what a crash or a restore left."""
        mark = hmac.digest(self._index_key, b"these keys", "sha256").hex()
        stored = self.setting("keys")
        if stored is not None and stored != mark:
            raise StoreProblem(
                path,
                "it was written with the keys of another house",
                "put back the key file and the key database that belong to it",
            )
        if readonly:
            return
        with self.batch():
            self.set_setting("keys", mark)
            for case_no in self._keys.erased():
                self.erase(case_no)
            erased = self._conn.execute("select no from cases where state = ?", (_ERASED,))
            self._doomed = frozenset(no for (no,) in erased if not self._keys.is_erased(no))
            self._transit.loosen_all(self._last["transit"])

    def _open(self) -> bool:
        return self._conn.in_transaction

    def _writable(self) -> None:
        if not self._open():
            raise RuntimeError("the store is written inside a batch only")

    def _do(self, sql: str, values: tuple[object, ...] = ()) -> None:
        self._writable()
        self._conn.execute(sql, values)

    def _one(self, sql: str, values: tuple[object, ...] = ()) -> Any:
        return self._conn.execute(sql, values).fetchone()

    def _number(self, table: str) -> int:
        self._last[table] += 1
        return self._last[table]

    def _key(self, what: str, value: str) -> bytes:
        # Half of the hash keeps the index small and is more than any number of values needs.
        return hmac.digest(self._index_key, utf8(f"{what}|{value}"), "sha256")[:16]

    def _unsealed(self, case_no: int, sealed: bytes, place: str) -> bytes | None:
        try:
            return self._keys.unseal(case_no, sealed, place)
        except Erased:
            return None

    def _errands(self, where: str, values: tuple[object, ...]) -> list[ErrandRow]:
        found = []
        for n, case_no, due, attempts, made, sealed, transit in self._conn.execute(
            _ERRAND + where, values
        ).fetchall():
            payload = self._unsealed(case_no, sealed, f"errand|{n}")
            if payload is not None:
                made_at = instant(made)
                row = ErrandRow(n, case_no, maybe_instant(due), attempts, made_at, payload, transit)
                found.append(row)
        return found

    def _destroy_keys(self) -> None:
        """Destroy the keys of what was deleted, now that the deletion is on disk.

        The batch stands, whatever happens here: what fails is done after the next batch, or at the
        next start.
        """
        with suppress(sqlite3.Error, OSError):
            self._transit.destroy()
            for case_no in self._doomed:
                self._keys.destroy(case_no)
            self._doomed = frozenset()
