"""How long a mail takes to read, against its size and against Python's own parser.

    python -m bench.parsing           ordinary shapes, beside Python's own parser
    python -m bench.parsing hostile   every shape of tests/swelling.py, through the whole reception

Prints a line for each shape of mail and size: milliseconds for cocmail.mail.parse and for
email.message_from_bytes with every part decoded, the ratio of both, and how much longer twice the
size took. Linear is 2.0; nothing may come near 4. The hostile ones are taken in as reports, matched
and committed; sizes end where no more of a mail is read, and then they grow by less.
"""

import email
import gc
import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from cocmail.mail.parse import parse
from cocmail.mail.replies import own_words, split
from tests.swelling import SHAPES
from tests.talk import ALIAS, Table, table

NUMBERS = (4_000, 8_000, 16_000, 500_000)  # of SHAPES: about 80, 160, 320 kB and 10 MB
SIZES = (250_000, 500_000, 1_000_000, 2_000_000, 4_000_000)  # bytes
ROUNDS = 3
HEAD = b"From: rita@home.test\r\nTo: conduct@project.test\r\nSubject: x\r\nMIME-Version: 1.0\r\n"


def plain(size: int) -> bytes:
    """One long text."""
    line = b"They would not let me finish, and it went on for the whole call.\r\n"
    return HEAD + b"\r\n" + line * (size // len(line))


def quoted(size: int) -> bytes:
    """A thread quoted back and forth."""
    line = b"> > On Tue, 3 Mar 2026 at 09:12, Ana wrote:\r\n> and they wrote:\r\n\r\nI said no.\r\n"
    return HEAD + b"\r\n" + line * (size // len(line))


def html(size: int) -> bytes:
    """HTML alone, nested."""
    line = b"<div><blockquote><p>They <b>laughed</b> &amp; left.</p></blockquote></div>\r\n"
    return HEAD + b"Content-Type: text/html\r\n\r\n" + line * (size // len(line))


def encoded(size: int) -> bytes:
    """A large attachment in base64."""
    line = b"A" * 76 + b"\r\n"
    return (
        HEAD
        + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the picture.\r\n--b\r\n"
        + b"Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + line * (size // len(line))
        + b"--b--\r\n"
    )


def parts(size: int) -> bytes:
    """As many small parts as there is room for."""
    part = b"--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
    head = HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    return head + part * (size // len(part)) + b"--b--\r\n"


def headers(size: int) -> bytes:
    """Nearly nothing but header fields."""
    return HEAD + b"X-Long: something and something more\r\n" * (size // 38) + b"\r\nhello\r\n"


def ours(raw: bytes) -> None:
    """What a report goes through before it is matched."""
    text = parse(raw).text
    split(text)
    own_words(text)


def theirs(raw: bytes) -> None:
    """The standard library's parser, with the parts decoded."""
    for part in email.message_from_bytes(raw).walk():
        part.get_payload(decode=True)


def seconds(act: Callable[[bytes], None], raw: bytes) -> float:
    """The median of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        gc.collect()
        began = time.perf_counter()
        act(raw)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def taken(house: Table, shape: str, number: int) -> tuple[int, float]:
    """The size of one such mail and the processor's seconds until it was kept."""
    sender = f"{shape}{number}@home.test"
    raw = SHAPES[shape](number).replace(b"rita@home.test", sender.encode())
    gc.collect()
    began = time.process_time()
    house.take(raw, sender, ALIAS)
    return len(raw), time.process_time() - began


def hostile(numbers: Sequence[int] = NUMBERS, shapes: Iterable[str] = SHAPES) -> None:
    """Each of these shapes through the whole reception."""
    room = "[limits]\nunauthenticated_per_domain_per_hour = 9999\nunauthenticated_per_hour = 9999\n"
    print(f"{'shape':26}" + "kB: ms, growth".rjust(14))
    with tempfile.TemporaryDirectory() as folder:
        house = table(Path(folder), procedure="numpy", extra=room)
        for shape in shapes:
            rows = [taken(house, shape, number) for number in numbers]
            said = [f"{size // 1000:7}: {spent * 1000:6.0f}" for size, spent in rows]
            grown = [f" {b / a:4.1f}" for (_, a), (_, b) in itertools.pairwise(rows)]
            print(f"{shape:26}" + "".join(map("".join, zip(said, ["     ", *grown], strict=True))),
                  flush=True)  # fmt: skip
        house.close()


def main() -> None:
    """Measure and print."""
    print(f"{'shape':10}{'kB':>8}{'cocmail ms':>12}{'stdlib ms':>12}{'ratio':>8}{'growth':>8}")
    for shape in (plain, quoted, html, encoded, parts, headers):
        before = 0.0
        for size in SIZES:
            raw = shape(size)
            mine, yardstick = seconds(ours, raw), seconds(theirs, raw)
            growth = f"{mine / before:.1f}" if before else "-"
            print(
                f"{shape.__name__:10}{size // 1000:8}{mine * 1000:12.1f}{yardstick * 1000:12.1f}"
                f"{mine / yardstick:8.2f}{growth:>8}",
                flush=True,
            )
            before = mine


if __name__ == "__main__":
    hostile() if "hostile" in sys.argv[1:] else main()
