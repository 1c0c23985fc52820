"""Transit: words that are passed on and not kept, each under a key of its own (product.md 8).

A text lives as long as an errand asks for it, or until the moment it was given, such as the 48
hours of a held mail. The batch in which the last of both goes deletes the text, and once that is on
disk the key is destroyed. Not here: errands (store.py).
"""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from cocmail.keys import Erased, Keys
from cocmail.store.forms import instant_text, maybe_text


class Transit:
    """The transit texts of an open database. Writes belong inside the store's batch."""

    def __init__(self, conn: sqlite3.Connection, keys: Keys) -> None:
        """Take the store's connection and keys."""
        self._conn = conn
        self._keys = keys
        self._loose: set[int] = set()  # texts that may have lost their last errand

    def put(self, n: int, content: bytes, until: datetime | None) -> None:
        """Keep a text under a number never used before; its key is on disk when this returns."""
        self._keys.new_transit(n)
        sealed = self._keys.seal_transit(n, content)
        self._conn.execute(
            "insert into transit(id, payload, until) values (?, ?, ?)",
            (n, sealed, maybe_text(until)),
        )
        self._loose.add(n)

    def over(self, now: datetime) -> list[int]:
        """The texts whose moment has come."""
        sql = "select id from transit where until <= ?"
        return [n for (n,) in self._conn.execute(sql, (instant_text(now),))]

    def end(self, numbers: Iterable[int]) -> None:
        """Nobody waits for these texts any more; an errand may still ask for them."""
        for n in numbers:
            self._conn.execute("update transit set until = null where id = ?", (n,))
            self._loose.add(n)

    def read(self, n: int) -> bytes | None:
        """Return a text, or None when it was destroyed."""
        row = self._conn.execute("select payload from transit where id = ?", (n,)).fetchone()
        try:
            return None if row is None else self._keys.unseal_transit(n, row[0])
        except Erased:
            return None

    def loosen(self, numbers: Iterable[int]) -> None:
        """Say that these texts may have lost their last errand."""
        self._loose.update(numbers)

    def loosen_all(self, last: int) -> None:
        """Say it of every text and of every key up to number `last`, after a crash or a restore."""
        self.loosen(n for (n,) in self._conn.execute("select id from transit"))
        self.loosen(n for n in self._keys.transits() if n <= last)

    def drop(self) -> None:
        """Delete the texts that no errand asks for, just before the commit."""
        self._conn.executemany(
            "delete from transit where id = ? and until is null"
            " and not exists (select 1 from errands where transit = transit.id)",
            [(n,) for n in self._loose],
        )

    def destroy(self) -> None:
        """Destroy the keys of deleted texts, after the commit. Raises sqlite3.Error; try again."""
        there = "select 1 from transit where id = ?"
        gone = [n for n in self._loose if self._conn.execute(there, (n,)).fetchone() is None]
        self._keys.destroy_transit(*gone)
        self._loose.clear()
