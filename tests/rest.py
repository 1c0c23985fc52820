"""What lies on disk: raw bytes in every file, and whatever the keys that are left still open.

Two ways to look: `tells` greps every byte of every file for words in all the forms in which they
could lie there; `opened` opens every payload that can be opened, as whoever holds all the keys
would. Not here: what is played (test_at_rest.py, story.py).
"""

import base64
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cocmail.keys import Erased, KeyProblem, Keys
from cocmail.store import Store

PLACES = (
    ("log", "select seq, case_no, kind, payload from log"),
    ("text", "select ref, case_no, '', payload from texts"),
    ("errand", "select id, case_no, '', payload from errands"),
    ("lookup", "select id, case_no, what, payload from lookup"),
)


def raw(folder: Path, *, but: Iterable[str] = ("cocmail.toml",)) -> dict[Path, bytes]:
    """Every file below a folder but the configuration, which names its members in clear."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and p.name not in set(but))
    return {p: p.read_bytes() for p in files}


def forms(word: str) -> set[bytes]:
    """A word as it may lie in a file that is compared in lower case."""
    low = word.casefold().encode()
    wide = (bytes(width).join(bytes([c]) for c in low) for width in (0, 1, 3))  # UTF-8, 16, 32
    return {*wide, low.hex().encode()}


def coded(word: str) -> set[bytes]:
    """A word in base64, at each of the three places where a group may begin."""
    found = set()
    for said in {word.casefold(), word.upper(), word.capitalize()}:
        for before in range(3):
            whole = base64.b64encode(b"x" * before + said.encode())
            # The first group may hold what stood before, the last one what comes after.
            found.add(whole[4 if before else 0 : -4])
    return {one for one in found if len(one) >= 8}


def tells(files: dict[Path, bytes], words: Iterable[str]) -> list[str]:
    """Which file says which of these words, in any form."""
    plain = {word: forms(word) for word in words}
    hidden = {word: coded(word) for word in words}
    found = []
    for path, content in files.items():
        for way, seen in (("", content), *(("inflated ", s) for s in _inflated(content))):
            low = seen.lower()
            for word, several in plain.items():
                if any(f in low for f in several) or any(f in seen for f in hidden[word]):
                    found.append(f"{way}{path.name}: {word}")
    return found


def _inflated(content: bytes) -> Iterator[bytes]:
    """What zlib opens, wherever such a stream could begin."""
    for mark in (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b\x08"):
        start = content.find(mark)
        while start >= 0:
            try:
                made = zlib.decompressobj(wbits=47).decompress(content[start:], 1_000_000)
            except zlib.error:
                made = b""
            if len(made) > 8:
                yield made
            start = content.find(mark, start + 1)


@dataclass(frozen=True)
class Opened:
    """One payload in clear, and where it stands."""

    place: str
    case: int
    kind: str
    text: str


def opened(store: Store, keys: Keys) -> Iterator[Opened]:
    """Every payload of log, texts, errands, index and transit that the keys still open."""
    conn = store._conn
    for place, sql in PLACES:
        for n, case, kind, payload in conn.execute(sql).fetchall():
            try:
                clear = keys.unseal(case, payload, f"{place}|{n}")
            except (Erased, KeyProblem):
                continue
            yield Opened(place, case, kind, clear.decode("utf-8", "replace"))
    for (n,) in conn.execute("select id from transit").fetchall():
        waiting = store.transit(n) or b""
        yield Opened("transit", -1, "", waiting.decode("utf-8", "replace"))


def says(store: Store, keys: Keys, words: Iterable[str]) -> list[str]:
    """Which payload says which of these words, read by whoever holds every key that is left."""
    wanted = [word.casefold() for word in words]
    return [
        f"{one.place} of case {one.case}, {one.kind}: {word}"
        for one in opened(store, keys)
        for word in wanted
        if word in one.text.casefold()
    ]
