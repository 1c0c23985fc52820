"""Words to think about in a letter, and what a sheet entry may not hold.

Here are the gendered words, the labels and the shape "you made NAME feel" that a drafter is warned
of, and the rules for the sheet (PS-59, PS-60). The words stand in config/words, one file a
language, and a site may have its own. What gives a reporter away is found in leakcheck.py and stops
a letter; a warning does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cocmail.config.problems import Problem, read_toml
from cocmail.core.spelling import look
from cocmail.places import find

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of one language and of English, folded; and the sentence of PS-48."""

    gendered: frozenset[str]
    labels: frozenset[str]
    urgent: frozenset[str]
    no_contact: str


def word_list(site: Path | None, language: str) -> WordList | Problem:
    """The words of this language; those of a language without a file are the English ones."""
    english = _read(site, FALLBACK)
    if isinstance(english, Problem) or language == FALLBACK:
        return english
    own = _read(site, language)
    if isinstance(own, Problem):
        return own
    return WordList(
        english.gendered | own.gendered, english.labels | own.labels,
        english.urgent | own.urgent, own.no_contact,
    )  # fmt: skip


@cache
def known_words(site: Path | None, language: str) -> WordList:
    """The same for who runs: a file that cannot be used was a problem at the start."""
    found = word_list(site, language)
    if isinstance(found, Problem):
        found = word_list(None, FALLBACK)
        assert isinstance(found, WordList)
    return found


def _read(site: Path | None, language: str) -> WordList | Problem:
    try:
        path = find("config", f"words/{language}.toml", site)
    except FileNotFoundError:
        path = find("config", f"words/{FALLBACK}.toml", site)
    raw = read_toml(path, str(path), "put the file back")
    if isinstance(raw, Problem):
        return raw
    sentence = raw.get("no_contact")
    folded: dict[str, frozenset[str]] = {}
    for key in ("gendered", "labels", "urgent"):
        words = raw.get(key, ())
        if not (isinstance(words, tuple) and all(isinstance(w, str) for w in words)):
            return Problem(str(path), key, "is no list of words", f'write {key} = ["word", "word"]')
        folded[key] = frozenset(word.casefold() for word in words)
    if not isinstance(sentence, str) or len(sentence.split()) < 3 or "\n" in sentence:
        remedy = "write one sentence that asks not to look for or contact whoever spoke (PS-48)"
        return Problem(str(path), "no_contact", "is no sentence", remedy)
    return WordList(folded["gendered"], folded["labels"], folded["urgent"], sentence.strip())


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_MADE_FEEL = re.compile(
    r"\b(?:you|your\s+\w+)\s+(?:have\s+)?made\s+(?!(?:the|a|it|this|that)\b)"
    r"(?:[^\W\d_]+\s+){1,3}?(?:feel|afraid|uncomfortable|cry)\b",
    re.IGNORECASE,
)


def warnings(draft: str, words: WordList) -> tuple[str, ...]:
    """What a drafter should look at again, in plain English, each word once, in order."""
    found = dict.fromkeys(_gendered(draft, words))
    for word in _words(draft, words):
        if word in words.labels:
            found[f'"{word}" is a label; say what was done instead'] = None
    for place in _MADE_FEEL.finditer(look(draft)):
        said = " ".join(place[0].split())
        found[f'"{said}" shows who spoke up; describe the behaviour and its effect'] = None
    return tuple(found)


def gendered(text: str, words: WordList) -> tuple[str, ...]:
    """The gendered words of a text, folded, each once."""
    return tuple(dict.fromkeys(w for w in _words(text, words) if w in words.gendered))


def urgent(text: str, words: WordList) -> bool:
    """Whether a mail may not wait for a bundle; it may raise priority and never lowers it."""
    return any(word in words.urgent for word in _words(text, words))


def _gendered(text: str, words: WordList) -> Iterator[str]:
    for word in gendered(text, words):
        yield f'"{word}" is gendered; write "they" or name the role'


def _words(text: str, words: WordList) -> Iterator[str]:
    for place in _WORD.finditer(look(text).casefold()):
        yield place[0] if place[0] in words.gendered else place[0].partition("'")[0]


def entry_shape_problem(text: str, words: WordList) -> str | None:
    """What is wrong with the shape of a sheet entry: length, lines, @, quotes, gendered words."""
    seen = look(text)
    if "\n" in text.strip("\n") or "\r" in text.strip("\r\n"):
        return "a sheet entry is one line; leave out the line break"
    if len(text.strip()) > 80:
        return "a sheet entry has at most 80 characters; make it shorter and vaguer"
    if "@" in seen:
        return "a sheet entry holds no address or handle; leave out the @"
    if '"' in seen or "`" in seen or re.search(r"(?<!\w)'\w|''", seen):
        return "a sheet entry quotes nobody; leave out the quotation marks"
    for word in gendered(text, words):
        return f'a sheet entry is gender-neutral; write another word for "{word}"'
    return None
