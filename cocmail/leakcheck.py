"""The check before anything leaves for an outsider: does a draft tell who reported?

Pure functions over a draft and the case's secrets (promise 5, PS-42, PS-59, PS-60). Found are
names, addresses, handles, links, message ids, file names, exact times and runs of six words of a
report, also behind entities, tags, quoted-printable, base64, percent signs, look-alike and
spaced-out letters, digits for letters, and line breaks. What a hit leads to is decided in core/.
Not found, and left to the second reader: paraphrase, translation, and words hidden in pictures.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from cocmail import traces, wordcheck
from cocmail.core import moments
from cocmail.core.ordinary import ORDINARY
from cocmail.core.spelling import (
    MARK,
    WORD,
    address_pattern,
    deep_readings,
    fold_address,
    handle_pattern,
    is_ordinary,
    look,
    looks,
    marked_handle_pattern,
    name_words,
    unhyphened,
)
from cocmail.namecheck import HEAD, Names
from cocmail.traces import Found, Kind, at

RUN = 6  # words; a run this long is no accident (PS-42)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What no outsider may learn from a letter. Names are full display names; times are UTC.

    `texts` holds the reports and what parties and witnesses wrote.
    """

    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    message_ids: tuple[str, ...] = ()
    file_names: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    times: tuple[datetime, ...] = ()
    words: tuple[str, ...] = ()  # that look like a person or a handle in a report
    open_names: tuple[str, ...] = ()  # may stand in full: the recipient's, the members'
    reader: str = ""  # the recipient's name
    open_addresses: tuple[str, ...] = ()  # the recipient's


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing found, and the words as they stand in the draft (or in what it unfolds to)."""

    kind: Kind
    words: str


def leaks(draft: str, secrets: Secrets, allowed: Sequence[str] = ()) -> tuple[Leak, ...]:
    """Everything in the draft that the secrets forbid, each once, in the order found.

    `allowed` are words that are public anyway (PUBLIC: lines, templates, configuration). They
    excuse runs of words and links, never names, addresses or anything else.
    """

    def whole(seen: str) -> bool:
        """Whether the lines of this reading are still apart."""
        return "\n" in seen or "\n" not in draft

    origin = _origin(draft)
    runs = _forbidden_runs(secrets.texts, allowed)
    links = traces.forbidden_links(secrets.links, allowed)
    guessed = _guessed(secrets.words, allowed)
    clocks = moments.Forbidden.of(secrets.times, secrets.texts)
    names = Names.of(secrets.names, secrets.open_names, secrets.reader, secrets.open_addresses)
    finders: tuple[Callable[[str], Iterable[Found]], ...] = (
        lambda seen: names.found(seen, None if whole(seen) else known),
        lambda seen: _addresses(seen, secrets.addresses),
        lambda seen: _handles(seen, secrets.handles),
        lambda seen: _squeezed(seen, secrets),
        lambda seen: _words(seen, guessed),
        lambda seen: traces.links(seen, links),
        lambda seen: traces.message_ids(seen, secrets.message_ids),
        lambda seen: traces.file_names(seen, secrets.file_names),
        lambda seen: (Found("time", a, b) for a, b in clocks.found(seen)),
        lambda seen: _runs(seen, runs),
    )
    read = deep_readings(draft)
    known = frozenset(word for seen in read if whole(seen) for word in WORD.findall(seen))
    found: dict[tuple[Kind, str], Leak] = {}
    for number, seen in enumerate(read):
        for hit in (hit for finder in finders for hit in finder(seen)):
            plain = number == 0 and len(origin) == len(seen) + 1
            words = (
                draft[origin[hit.start] : origin[hit.end]] if plain else seen[hit.start : hit.end]
            )
            key = (hit.kind, "".join(WORD.findall(look(words).casefold())))
            found.setdefault(key, Leak(hit.kind, " ".join(words.split())))
    return tuple(found.values())


def _origin(draft: str) -> list[int]:
    """For each place in the look of a draft the place in the draft itself, and one for its end."""
    origin: list[int] = []
    for place, letter in enumerate(draft):
        origin += [place] * len(look(letter))
    return [*origin, len(draft)]


def _addresses(seen: str, addresses: Sequence[str]) -> Iterator[Found]:
    """Addresses, also as "rita at work dot test", and local parts like rita.olsen or ro77.

    A local part of letters alone (sandra@) is no leak by itself: it may be the given name of a
    member who signs the letter.
    """
    for address in addresses:
        for spelling in dict.fromkeys((*looks(address), fold_address(address))):
            local = spelling.casefold().rpartition("@")[0]
            words = WORD.findall(local)
            if words:
                yield from at(seen, words[0], address_pattern(spelling), "address")
            if words and re.search(r"[\d._-]", local) and len(local) > 4:
                yield from at(seen, words[0], handle_pattern(local), "address")


def _handles(seen: str, handles: Sequence[str]) -> Iterator[Found]:
    """Handles on their own boundaries; an everyday word needs its @ or a place in a link."""
    for handle in handles:
        body = look(handle).strip().lstrip("@").casefold()
        words = WORD.findall(body)
        if not words:
            continue
        if is_ordinary(body) or len(body) < 3:
            for hit in at(seen, words[0], marked_handle_pattern(body), "handle"):
                if MARK.search(seen, max(0, hit.start - 60), hit.start):
                    yield hit
        else:
            yield from at(seen, words[0], handle_pattern(body), "handle")
            yield from at(seen, words[0][0], _spelt(body), "handle")


def _guessed(words: Iterable[str], allowed: Iterable[str]) -> tuple[str, ...]:
    """Words of a report that may tell who was there, but for those that are public."""
    public = frozenset(w for text in allowed for w in WORD.findall(look(text).casefold()))
    return tuple(w for w in words if not public.issuperset(WORD.findall(look(w).casefold())))


def _words(seen: str, guessed: Sequence[str]) -> Iterator[Found]:
    """Guesses: a person's name (Wen) with its capital only, and not as plural heads (Guests)."""
    for guess in guessed:
        person = guess[0].isupper() and guess.isalpha()
        for hit in _handles(seen, (guess,)):
            head = seen[hit.end - 1] in "sS" and HEAD.search(
                seen[max(0, hit.start - 12) : hit.start]
            )
            if not person or not (seen[hit.start].islower() or head):
                yield Found("telling-word", hit.start, hit.end)


def _spelt(body: str) -> str:
    """A handle in single letters and digits, "a x e - 9 9"."""
    letters = (re.escape(c) for c in body if c.isalnum())
    return r"[\W_]{1,5}".join(letters) + r"(?![^\W_])"


def _squeezed(seen: str, secrets: Secrets) -> Iterator[Found]:
    """Long names, addresses and handles in the letters alone, whatever stands between them."""
    wanted: dict[str, Kind] = {}
    for name in secrets.names:
        words = name_words(name)
        if not all(word in ORDINARY for word in words):
            wanted["".join("".join(words).split())] = "name"
    for address in secrets.addresses:
        plain = look(address).casefold()
        wanted["".join(WORD.findall(plain))] = "address"
        spoken = plain.replace("@", "at").replace(".", "dot")
        wanted["".join(WORD.findall(spoken))] = "address"
    for handle in secrets.handles:
        wanted["".join(WORD.findall(look(handle).casefold()))] = "handle"
    letters = [(place, c) for place, c in enumerate(seen.casefold()) if c.isalnum()]
    squeezed = "".join(c for _, c in letters)
    for body, kind in wanted.items():
        if len(body) >= 8 and not is_ordinary(body):
            start = squeezed.find(body)
            if start >= 0 and len(seen) == len(seen.casefold()):
                yield Found(kind, letters[start][0], letters[start + len(body) - 1][0] + 1)


# A link is one word, and so is "don't".
_RUN_WORD = re.compile(r"(?i)h(?:tt|xx)ps?://\S+|[^\W_]+(?:'[^\W_]+)*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def _run_words(seen: str) -> list[tuple[int, int, str]]:
    """The words of a text for runs. Scripts without spaces count two letters as one word."""
    words: list[tuple[int, int, str]] = []
    for m in _RUN_WORD.finditer(seen):
        if _UNSPACED.search(m[0]):
            words += [(m.start() + i, m.start() + i + 1, c) for i, c in enumerate(m[0])]
        else:
            words.append((m.start(), m.end(), m[0].casefold().replace("'", "")))
    return words


def _grams(words: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every run of six words with its place; of twelve letters where a letter is a word."""
    for place in range(len(words)):
        run = tuple(words[place : place + RUN])
        if all(len(w) == 1 and _UNSPACED.match(w) for w in run):
            run = tuple(words[place : place + 2 * RUN])
            if len(run) == 2 * RUN:
                yield place, run
        elif len(run) == RUN:
            yield place, run


def _forbidden_runs(texts: Iterable[str], allowed: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Runs of the secret texts that stand in no public text."""
    secret, public = (
        frozenset(
            run
            for text in given
            for seen in dict.fromkeys((*looks(text), *map(unhyphened, looks(text))))
            for _, run in _grams([w for _, _, w in _run_words(seen)])
        )
        for given in (texts, allowed)
    )
    return secret - public


def _runs(seen: str, forbidden: frozenset[tuple[str, ...]]) -> Iterator[Found]:
    """The longest stretches of the draft that are made of forbidden runs."""
    if not forbidden:
        return
    words = _run_words(seen)
    start = end = -1
    for place, run in _grams([w for _, _, w in words]):
        if run in forbidden:
            if place > end:
                if start >= 0:
                    yield Found("six-words", words[start][0], words[end][1])
                start = place
            end = place + len(run) - 1
    if start >= 0:
        yield Found("six-words", words[start][0], words[end][1])


def sheet_entry_problem(text: str, secrets: Secrets, words: wordcheck.WordList) -> str | None:
    """What is wrong with a sheet entry (PS-59, PS-60), in plain English; None when nothing is.

    A conflicted member reads the sheet too: one vague line, no names, no quotes, no gender.
    """
    problem = wordcheck.entry_shape_problem(text, words)
    if problem is None and (found := leaks(text, secrets)):
        said = ", ".join(f'"{leak.words}"' for leak in found)
        problem = f"a sheet entry tells nothing of the report; leave out {said}"
    return problem
