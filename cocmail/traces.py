"""The traces of one mail in another: links, Message-IDs and file names, whatever they are told in.

Here is also what a finder of the check returns, and how it looks for a pattern. Pure. Not here:
names, addresses, handles, times and words (leakcheck.py).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cocmail.core.spelling import WORD, look, places, readings

Kind = Literal[
    "name",
    "given-name",
    "address",
    "handle",
    "telling-word",
    "link",
    "message-id",
    "file-name",
    "time",
    "six-words",
]


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found, by its place in what was looked at."""

    kind: Kind
    start: int
    end: int


def at(seen: str, word: str, pattern: str, kind: Kind) -> Iterator[Found]:
    """Where a pattern stands that begins with this word."""
    compiled = re.compile(pattern, re.IGNORECASE)
    for start in places(seen, word):
        if place := compiled.match(seen, start):
            yield Found(kind, start, place.end())


def _plain_link(link: str) -> str:
    """A link without scheme, user, www, port, fragment and trailing slash, in small letters."""
    seen = look(link).strip(" <>()[]\"'.,;").casefold()
    seen = re.sub(r"[\[({]\.[\])}]|[\[(]dot[\])]", ".", seen)
    seen = re.sub(r"^[a-z]{2,10}:/{0,3}(?:[^/@\s]*@)?", "", seen)
    host, slash, path = seen.partition("/")
    host = re.sub(r":\d+$", "", host).strip(".")
    host = re.sub(r"^(?:www|m|mobile)\.(?=[^.]+\.)", "", host)
    return (host + slash + path.lstrip("/")).partition("#")[0].rstrip("/")


def forbidden_links(links: Sequence[str], allowed: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """Patterns of the links that stand in no public text."""
    patterns: dict[str, None] = {}
    for link in links:
        if plain := _plain_link(link):
            patterns |= dict.fromkeys(map(_link_pattern, (plain, *_above(plain))))
            patterns |= dict.fromkeys(map(_token_pattern, _tokens(link)))
    compiled = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
    public = [seen for text in allowed for seen in readings(text)] if compiled else []
    return tuple(p for p in compiled if not any(p.search(text) for text in public))


def _above(plain: str) -> Iterator[str]:
    """The place itself, whatever is asked of it: /t/4711 of /t/4711?post=9."""
    host, _, path = plain.partition("/")
    place, asked, _ = path.partition("?")
    segments = [s for s in place.split("/") if s]
    if asked and (len(segments) > 1 or any(c.isdigit() for c in place)):
        yield f"{host}/{place.rstrip('/')}"


def _tokens(link: str) -> Iterator[str]:
    """What in a link is no accident anywhere else: watch?v=Zk3_9Qx, /p/1772236200."""
    _, _, path = re.sub(r"^\w+://", "", look(link)).partition("/")
    for token in re.split(r"[/?&=#;]+", path):
        digits = sum(c.isdigit() for c in token)
        dated = re.fullmatch(r"(?:19|20)\d\d[-_.]?\d\d(?:[-_.]?\d\d)?", token)
        if len(token) > 5 and digits and (digits < len(token) or digits > 6) and not dated:
            yield token.rstrip(".,")


def _token_pattern(token: str) -> str:
    return rf"(?<![^\W_]){re.escape(token.casefold())}(?![^\W_])"


def _link_pattern(link: str) -> str:
    """A plain link on its boundaries: /thread/12 is not /thread/123.

    One that names a place is the same under m.forge.test; a bare host is only itself.
    """
    dot = r"\s?(?:[\[({]\s?)?(?:\.|(?<=[\s\[(])dot(?=[\s\])]))(?:\s?[\])}])?\s?"
    host, slash, path = link.partition("/")
    before = "-" if path else "-."
    named = re.escape(host).replace(r"\.", dot)
    body = named + (r"\.?(?::\d{1,5})?\s?/{1,3}" + re.escape(path) if slash else "")
    return rf"(?<![^\W_])(?:www\.|(?<![^\W_][{before}])){body}(?![^\W_])(?!-[^\W_])"


def links(seen: str, links: Iterable[re.Pattern[str]]) -> Iterator[Found]:
    for pattern in links:
        for place in pattern.finditer(seen):
            yield Found("link", place.start(), place.end())


def message_ids(seen: str, ids: Sequence[str]) -> Iterator[Found]:
    """Message ids as such, and their first part where it is long enough to be no accident."""
    folded = seen.casefold()
    for given in ids:
        whole = look(given).strip(" <>").casefold()
        first = whole.partition("@")[0]
        telling = len(first) >= 10 or (len(first) > 5 and sum(c.isdigit() for c in first) > 1)
        for body in (whole, *([first] if telling else [])):
            start = folded.find(body) if body else -1
            if start >= 0:
                yield Found("message-id", start, start + len(body))
                break


def file_names(seen: str, names: Sequence[str]) -> Iterator[Found]:
    """File names with their ending, whatever joins their words; without it when it is telling."""
    for name in names:
        words = WORD.findall(look(name).casefold())
        telling = sum(c.isdigit() for c in "".join(words[:-1])) >= 3 or len(words) > 3
        for parts in (words, words[:-1] if telling else []):
            if len("".join(parts)) > 4:
                body = r"[\W_]{0,3}".join(map(re.escape, parts))
                yield from at(seen, parts[0], body + r"(?![^\W_])", "file-name")
