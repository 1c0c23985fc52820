"""Keys: the master key, the small file of wrapped keys, and sealing under them.

Every case has a key of its own, every transit text too; four keys belong to the house. They are
random, stand wrapped under the master key in a database of their own, and a destroyed one is gone
from that file: what it sealed is noise from then on, in every copy and backup of the log. The file
has to stay out of the log's backups. Destroyed cases are listed in a text file beside it, so that
an old copy of the key database cannot bring one back (product.md 8).

Not here: what is sealed, and when a case is to be erased. A key is destroyed in the file; what a
disk or a snapshot below the file system keeps is out of reach.
"""

import json
import os
import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Literal, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap,
    aes_key_wrap,
)
from sqlite_utils import Database, Migrations

from cocmail.keyfile import (
    KeyProblem,
    append_erased,
    make_next,
    make_private,
    master_key,
    next_master_key,
    read_erased,
    read_next,
    refuse_open_to_others,
    take_next,
)

__all__ = ("BLOCK", "HOUSE_KEYS", "Erased", "KeyProblem", "Keys", "newer_than_known", "rekey")

HOUSE_KEYS: Final = ("tags", "index", "dice", "house")
BLOCK: Final = 64  # keys made ahead in one commit
_CACHED: Final = 1024  # ciphers kept, 2.4 kB each
_FORM: Final = b"\x01"  # first byte of a sealed blob: AES-256-GCM, then a nonce of 12 bytes

_Shelf = Literal["case", "transit"]
_READ: Final[dict[_Shelf, str]] = {
    "case": "select wrapped from case_keys where n = ?",
    "transit": "select wrapped from transit_keys where n = ?",
}
_ADD: Final[dict[_Shelf, str]] = {
    "case": "insert or ignore into case_keys(n, wrapped) values (?, ?)",
    "transit": "insert or ignore into transit_keys(n, wrapped) values (?, ?)",
}
_DROP: Final[dict[_Shelf, str]] = {
    "case": "delete from case_keys where n in (select value from json_each(?))",
    "transit": "delete from transit_keys where n in (select value from json_each(?))",
}

MIGRATIONS: Final = ("001_keys",)
migrations = Migrations("cocmail keys")


@migrations(name="001_keys")
def _keys(db: Database) -> None:
    db.execute("create table house_keys(name text primary key, wrapped blob not null) strict")
    db.execute("create table case_keys(n integer primary key, wrapped blob not null) strict")
    db.execute("create table transit_keys(n integer primary key, wrapped blob not null) strict")


class Erased(KeyError):  # noqa: N818 - an answer more than an error
    """The key was destroyed: nothing that it sealed will be read again."""


class Keys:
    """The keys of one house. May be used from several threads of one process.

    Another process sees a destroyed key only when it opens the file anew.
    """

    def __init__(self, db: Database, master: bytes, beside: Path) -> None:
        """Take an open key database; `Keys.open` is the way to make one."""
        self._conn = db.conn
        self._master = master
        self._beside = beside
        self._list = beside.with_name(beside.name + ".erased")
        self._lock = threading.RLock()
        self._ciphers: dict[tuple[_Shelf, int], AESGCM] = {}
        self._erased = read_erased(self._list)
        self._house = self._house_keys()
        self._drop("case", self._erased)

    @classmethod
    def open(cls, key_file: Path | str, beside: Path) -> Self:
        """Open the keys, and make them on the first start.

        `key_file` holds the master key: a path, or the bare name of a systemd credential. `beside`
        is the key database. Raises KeyProblem when either cannot be read, is open to others or
        malformed, or when they do not belong together.
        """
        try:
            first = not (beside.exists() and beside.stat().st_size)
            _finish_rekey(Path(key_file), beside)
            master = master_key(Path(key_file), beside, first=first)
            db = _open_database(beside)
            try:
                return cls(db, master, beside)
            except BaseException:
                db.close()
                raise
        except (sqlite3.Error, OSError) as error:
            raise KeyProblem(
                beside,
                f"the key database cannot be used ({error})",
                "give a writable path, or restore the file from its own copy",
            ) from error

    def close(self) -> None:
        """Close the key database."""
        with self._lock:
            self._ciphers.clear()
            self._conn.close()

    def named(self, name: str) -> bytes:
        """Return a key of the house, 32 bytes: "tags", "index", "dice" or "house"."""
        return self._house[name]

    def case_key(self, case_no: int) -> bytes:
        """Return the key of a case, 32 bytes, durable already. Case 0 is the house itself.

        Raises Erased when it was destroyed.
        """
        if case_no == 0:
            return self._house["house"]
        if case_no in self._erased:
            raise Erased(case_no)
        return self._key("case", case_no) or self._made("case", case_no)

    def seal(self, case_no: int, content: bytes, place: str) -> bytes:
        """Seal bytes under the key of a case, bound to the place where they will stand (P46).

        Raises Erased.
        """
        return _seal(self._cipher("case", case_no), content, place)

    def unseal(self, case_no: int, blob: bytes, place: str) -> bytes:
        """Return what was sealed at that place.

        Raises Erased; KeyProblem when the blob is not what was sealed there.
        """
        return self._unseal(self._cipher("case", case_no), blob, place)

    def is_erased(self, case_no: int) -> bool:
        """Tell whether the key of this case was destroyed."""
        return case_no in self._erased

    def erased(self) -> frozenset[int]:
        """Return the cases whose keys were destroyed."""
        return frozenset(self._erased)

    def destroy(self, case_no: int) -> None:
        """Destroy the key of a case for ever. Raises ValueError for case 0.

        The list is written first: a crash between the two is made good at the next start.
        """
        if case_no == 0:
            raise ValueError("the house has no end: case 0 cannot be erased")
        with self._lock:
            if case_no not in self._erased:
                append_erased(self._list, case_no)
                self._erased.add(case_no)
            self._drop("case", (case_no,))

    def new_transit(self, n: int) -> None:
        """See to it that transit text `n` has a key, durable when this returns."""
        if self._key("transit", n) is None:
            self._made("transit", n)

    def seal_transit(self, n: int, content: bytes) -> bytes:
        """Seal a transit text. Raises Erased when it has no key."""
        return _seal(self._cipher("transit", n), content, f"transit|{n}")

    def unseal_transit(self, n: int, blob: bytes) -> bytes:
        """Return a transit text. Raises Erased when its key was destroyed; KeyProblem."""
        return self._unseal(self._cipher("transit", n), blob, f"transit|{n}")

    def transits(self) -> tuple[int, ...]:
        """Return the numbers that have a transit key, those made ahead included."""
        with self._lock:
            return tuple(n for (n,) in self._conn.execute("select n from transit_keys"))

    def destroy_transit(self, *numbers: int) -> None:
        """Destroy the keys of these transit texts, in one commit."""
        self._drop("transit", numbers)

    def _house_keys(self) -> dict[str, bytes]:
        """Return the named keys, made once. All are unwrapped here, which proves the master key."""
        with self._conn:
            self._conn.execute("begin immediate")
            self._conn.executemany(
                "insert or ignore into house_keys(name, wrapped) values (?, ?)",
                [(name, self._wrapped()) for name in HOUSE_KEYS],
            )
        rows = self._conn.execute("select name, wrapped from house_keys").fetchall()
        return {name: self._unwrapped(wrapped) for name, wrapped in rows}

    def _wrapped(self) -> bytes:
        return aes_key_wrap(self._master, os.urandom(32))

    def _unwrapped(self, wrapped: bytes) -> bytes:
        try:
            return aes_key_unwrap(self._master, wrapped)
        except InvalidUnwrap as error:
            raise KeyProblem(
                self._beside,
                "the keys in it do not open with this master key",
                "give the key file that was made together with it",
            ) from error

    def _key(self, shelf: _Shelf, n: int) -> bytes | None:
        with self._lock:
            row = self._conn.execute(_READ[shelf], (n,)).fetchone()
        return None if row is None else self._unwrapped(row[0])

    def _made(self, shelf: _Shelf, n: int) -> bytes:
        """Make a block of keys from `n` on, commit, and return the first."""
        with self._lock:
            with self._conn:
                self._conn.execute("begin immediate")
                # Erased numbers get none; what another process made meanwhile stays.
                wanted = (
                    m for m in range(n, n + BLOCK) if shelf != "case" or m not in self._erased
                )
                self._conn.executemany(_ADD[shelf], [(m, self._wrapped()) for m in wanted])
            (wrapped,) = self._conn.execute(_READ[shelf], (n,)).fetchone()
            return self._unwrapped(wrapped)

    def _cipher(self, shelf: _Shelf, n: int) -> AESGCM:
        kept = self._ciphers.get((shelf, n))
        if kept is not None:
            return kept
        with self._lock:
            key = self.case_key(n) if shelf == "case" else self._key(shelf, n)
            if key is None:
                raise Erased(n)
            if len(self._ciphers) >= _CACHED:
                del self._ciphers[next(iter(self._ciphers))]
            self._ciphers[shelf, n] = cipher = AESGCM(key)
            return cipher

    def _unseal(self, cipher: AESGCM, blob: bytes, place: str) -> bytes:
        try:
            if blob[:1] != _FORM:
                raise InvalidTag
            return cipher.decrypt(blob[1:13], blob[13:], place.encode())
        except (InvalidTag, ValueError) as error:
            raise KeyProblem(
                self._beside,
                f"what stands at {place} does not open with the key of its case",
                "it was changed outside cocmail: restore log and keys of the same day",
            ) from error

    def _drop(self, shelf: _Shelf, numbers: Iterable[int]) -> None:
        """Delete keys. secure_delete overwrites them; the journal is gone with the commit (P45)."""
        gone = list(numbers)
        if not gone:
            return
        with self._lock:
            for n in gone:
                self._ciphers.pop((shelf, n), None)
            with self._conn:
                self._conn.execute("begin immediate")
                self._conn.execute(_DROP[shelf], (json.dumps(gone),))


def rekey(key_file: Path, beside: Path) -> None:
    """Make a new master key and wrap every key anew; what they sealed stays as it is.

    The daemon must not run meanwhile. A crash leaves the old master key or the new one in force;
    the next start finds out which. Raises KeyProblem.
    """
    old = Keys.open(key_file, beside)
    try:
        fresh = make_next(key_file)
        with old._lock, old._conn:
            old._conn.execute("begin immediate")
            for table, name in (("house_keys", "name"), ("case_keys", "n"), ("transit_keys", "n")):
                rows = old._conn.execute(f"select {name}, wrapped from {table}").fetchall()  # noqa: S608 - constants
                old._conn.executemany(
                    f"update {table} set wrapped = ? where {name} = ?",  # noqa: S608 - constants
                    [(aes_key_wrap(fresh, old._unwrapped(wrapped)), n) for n, wrapped in rows],
                )
        take_next(key_file)
    except (OSError, sqlite3.Error) as error:
        raise KeyProblem(
            key_file, f"cannot be replaced ({type(error).__name__})",
            "make the folder writable; the old key, or the new one beside it, is in force",
        ) from error  # fmt: skip
    finally:
        old.close()


def _finish_rekey(key_file: Path, beside: Path) -> None:
    """After a crash in `rekey`: the next master key is in force when it opens the keys."""
    coming = read_next(key_file)
    if coming is None or not beside.exists():
        return
    db = _open_database(beside)
    try:
        row = db.execute("select wrapped from house_keys limit 1").fetchone()
        try:
            aes_key_unwrap(coming, row[0])
        except InvalidUnwrap:
            next_master_key(key_file).unlink()
        else:
            take_next(key_file)
    finally:
        db.close()


def newer_than_known(db: Database, steps: Migrations, known: Iterable[str]) -> str | None:
    """Name a migration that a newer version applied to this database, if any (P28)."""
    unknown = [step.name for step in steps.applied(db) if step.name not in set(known)]
    return unknown[0] if unknown else None


def _seal(cipher: AESGCM, content: bytes, place: str) -> bytes:
    nonce = os.urandom(12)
    return _FORM + nonce + cipher.encrypt(nonce, content, place.encode())


def _open_database(path: Path) -> Database:
    make_private(path)
    refuse_open_to_others(path, path.stat().st_mode)
    conn = sqlite3.connect(path, timeout=10, check_same_thread=False)
    try:
        db = Database(conn, execute_plugins=False, strict=True)
        # A rollback journal, no WAL: with the commit no second copy of a key is left (P45). EXTRA
        # also syncs the folder, so that a key in use cannot be rolled back by a power failure.
        for pragma in ("journal_mode=delete", "synchronous=extra", "secure_delete=on"):
            db.execute(f"pragma {pragma}").fetchall()
        newer = newer_than_known(db, migrations, MIGRATIONS)
        if newer is not None:
            raise KeyProblem(
                path, f"a newer cocmail wrote it ({newer})", "run that version or a later one"
            )
        migrations.apply(db)
    except BaseException:
        conn.close()
        raise
    return db
