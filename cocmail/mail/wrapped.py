"""A line that a mail program broke on its way, whole again.

Gmail and others break plain text at some 72 to 78 columns, so that one typed line arrives as two
and a long NOTE would end in the middle. Their HTML twin still has it in one piece. Lines that
format=flowed broke are joined in parse.py; what a line says is the core's affair.
"""

import re
from collections.abc import Iterator

from cocmail.mail.html import to_text
from cocmail.mail.replies import split

FULL = 60  # columns; a line that ends before was ended by its writer
WIDEST = 80
MOST = 200  # lines; nobody types more above a quote
_VERB = re.compile(r"[A-Z][A-Z-]{2,}(?=[ :])")


def unwrapped(own: str, html: str) -> str:
    """Own words with broken lines joined: those the HTML twin has in one, else a long command's."""
    lines = own.split("\n")
    whole = (line for line in split(to_text(html)).own.split("\n")) if html else iter(())
    joined = list(_as_in(lines[:MOST], whole)) if html else list(_commands(lines[:MOST]))
    return "\n".join((*joined, *lines[MOST:]))


def _as_in(lines: list[str], whole: Iterator[str]) -> Iterator[str]:
    """The lines as in the twin, as far as both say the same; from there on as they are."""
    at = 0
    wanted = (" ".join(line.split()) for line in whole if line.strip())
    for line in wanted:
        while at < len(lines) and not lines[at].strip():
            yield lines[at]
            at += 1
        end = _reaches(lines, at, line[:4000])
        if not end:
            break
        yield lines[at] if end == at + 1 else line
        at = end
    yield from lines[at:]


def _reaches(lines: list[str], at: int, line: str) -> int:
    """The end of the run of broken lines from `at` that make up this line; 0 when none do."""
    rest = line
    for end in range(at, len(lines)):
        words = " ".join(lines[end].split())
        if not words or not rest.startswith(words):
            return 0
        rest = rest[len(words) :].lstrip()
        if not rest:
            return end + 1
        if len(words) + 1 + len(rest.split(" ", 1)[0]) <= FULL:
            return 0
    return 0


def _commands(lines: list[str]) -> Iterator[str]:
    """Without a twin: a line in capitals at its start, full, that goes on in small letters."""
    held = ""
    last = 0  # columns of the line that was held last
    for line in lines:
        first = line.split(" ", 1)[0]
        if held and first[:1].islower() and last + 1 + len(first) > WIDEST - 10:
            held, last = f"{held.rstrip()} {line}", len(line)
        else:
            if held:
                yield held
            held, last = "", len(line)
            if _VERB.match(line) and FULL <= len(line) <= WIDEST:
                held = line
                continue
            yield line
            continue
        if not FULL <= last <= WIDEST:
            yield held
            held = ""
    if held:
        yield held
