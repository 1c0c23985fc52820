"""What to look for: the patterns made from a roster, compiled once.

Here a configured person becomes patterns, each under a trigger word, so that a report is searched
only for people of whom a word stands in it. Which mention counts is told in roster.py.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cocmail.core.inflections import inflected
from cocmail.core.people import Person, Roster
from cocmail.core.spelling import (
    MARK,
    PARTICLES,
    TITLES,
    WORD,
    address_pattern,
    fold_address,
    full_name,
    handle_pattern,
    is_ordinary,
    look,
    looks,
    marked_handle_pattern,
    name_spellings,
    name_words,
    piece,
    tokens,
)

Why = Literal["address", "name", "handle", "given-name"]


@dataclass(frozen=True, slots=True)
class Line:
    """One pattern for one person, tried at its trigger word, behind `before` if there is one."""

    person: str
    why: Why
    pattern: re.Pattern[str]
    before: re.Pattern[str] | None = None
    reach: int = 60  # characters in which `before` is looked for

    def stands(self, text: str, start: int) -> bool:
        """Whether the text holds it where its trigger word begins."""
        if not self.pattern.match(text, start):
            return False
        left = max(0, start - self.reach)
        return self.before is None or bool(self.before.search(text, left, start))


@dataclass(frozen=True, slots=True)
class Bare:
    """A given name or surname alone, of a person whose other words are `others`."""

    person: str
    why: Why
    pattern: re.Pattern[str]
    others: frozenset[str]


# Names in scripts without spaces have no word boundaries to stand on.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Net:
    """Everything that is looked for, by the word that must stand in the text first."""

    sure: Mapping[str, tuple[Line, ...]]
    bare: Mapping[str, tuple[Bare, ...]]
    unspaced: tuple[tuple[str, str], ...]

    @staticmethod
    def of(roster: Roster, addresses: Callable[[str], tuple[str, ...]]) -> "Net":
        sure: dict[str, list[Line]] = defaultdict(list)
        bare: dict[str, list[Bare]] = defaultdict(list)
        unspaced = []
        for person in roster.people.values():
            for address in addresses(person.id):
                for trigger, line in _address_lines(person, address):
                    sure[trigger].append(line)
            for spelling in (person.name, *person.known_as):
                if _UNSPACED.search(spelling):
                    unspaced.append((person.id, "".join(tokens(spelling))))
                for trigger, line in _spelling_lines(person, spelling):
                    sure[trigger].append(line)
            for trigger, alone in _bare_lines(person):
                bare[trigger].append(alone)
        frozen = {word: tuple(dict.fromkeys(lines)) for word, lines in sure.items()}
        return Net(frozen, {w: tuple(b) for w, b in bare.items()}, tuple(unspaced))


def _line(person: Person, why: Why, pattern: str, before: re.Pattern[str] | None = None) -> Line:
    return Line(person.id, why, re.compile(pattern, re.IGNORECASE), before)


def _address_lines(person: Person, address: str) -> Iterator[tuple[str, Line]]:
    """Triggers and patterns of one address, in its own letters and with its ASCII domain."""
    for spelling in dict.fromkeys((*looks(address), fold_address(address))):
        local = WORD.findall(spelling.casefold())
        if "@" in spelling and local:
            yield local[0], _line(person, "address", address_pattern(spelling))


def _spelling_lines(person: Person, spelling: str) -> Iterator[tuple[str, Line]]:
    """Triggers and patterns of a name or `known_as`: a handle, or a full name."""
    if re.fullmatch(r"@?\S+", spelling) and spelling != person.name:
        yield from _handle_lines(person, look(spelling).lstrip("@").casefold())
        return
    for way in name_spellings(spelling):
        yield from _name_lines(person, name_words(way))


def _handle_lines(person: Person, handle: str) -> Iterator[tuple[str, Line]]:
    words = WORD.findall(handle)
    if not words:
        return
    own = name_words(person.name)
    if handle in own[:1] or is_ordinary(handle) or len(handle) < 3:
        line = _line(person, "handle", marked_handle_pattern(handle), MARK)
    else:
        line = _line(person, "handle", handle_pattern(handle))
    whole = "".join(words)
    for trigger in dict.fromkeys((words[0], words[0] + "s", whole, whole + "s")):
        yield trigger, line


def _name_lines(person: Person, words: tuple[str, ...]) -> Iterator[tuple[str, Line]]:
    """Triggers and patterns of a full name, and of the surname behind a title."""
    if len(words) < 2:
        return
    for word, pattern in full_name(words):
        line = Line(person.id, "name", pattern)
        yield from ((trigger, line) for trigger in _triggers(word))
    surname = re.compile(rf"{piece(words[-1])}(?!\w)", re.IGNORECASE)
    titled = Line(person.id, "name", surname, _TITLE, reach=16)
    yield from ((trigger, titled) for trigger in _triggers(words[-1]))


_TITLE = re.compile(rf"(?i)\b(?:{'|'.join(sorted(TITLES - {'m'}))})\b\.?\s{{1,3}}$")


def _triggers(word: str) -> tuple[str, ...]:
    """Words by which a piece of a name shows itself: "o brien" by o, and by obrien."""
    parts = word.split()
    whole = "".join(parts)
    return tuple(dict.fromkeys((parts[0], parts[0] + "s", whole, whole + "s")))


def _bare_lines(person: Person) -> Iterator[tuple[str, Bare]]:
    """Triggers and patterns of the given name alone and of the surname alone."""
    for way in name_spellings(person.name):
        words = name_words(way)
        if not words:
            continue
        chosen: list[tuple[Why, str]] = []
        if not person.ordinary_name:
            chosen.append(("given-name", words[0]))
        last = words[-1]
        if len(words) > 1 and not is_ordinary(last) and last not in PARTICLES:
            chosen.append(("name", last))
        for why, word in chosen:
            ending = "" if is_ordinary(word + "s") or len(word) < 3 else "s?"
            body = rf"(?<![^\W_]-){piece(word)}{ending}(?![^\W_])(?!(?-i:-[A-Z]))"
            others = frozenset(w for w in words if w != word)
            alone = Bare(person.id, why, re.compile(body, re.IGNORECASE), others)
            for trigger in _triggers(word):
                yield trigger, alone
            for form in sorted(inflected(word, person.name)):
                body = rf"(?<![^\W_]-){re.escape(form)}(?![^\W_])(?!(?-i:-[A-Z]))"
                yield form, Bare(person.id, why, re.compile(body, re.IGNORECASE), others)
