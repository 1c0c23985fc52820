"""Words to think about in a letter, and what a sheet entry may not hold.

Pure. Here are the gendered words, the labels and the shape "you made NAME feel" that a drafter is
warned of, and the rules for the sheet (PS-59, PS-60). What gives a reporter away is found in
leakcheck.py and stops a letter; a warning does not.
"""

import re
from collections.abc import Iterator

from cocmail.core.spelling import look

_GENDERED = """
he him his himself she her hers herself man men woman women male female guy guys gal gals lady
ladies gentleman gentlemen boy boys girl girls mr mrs miss sir madam ma'am husband wife father
mother brother brothers sister sisters son daughter uncle aunt boyfriend girlfriend chairman
chairwoman spokesman spokeswoman
"""
_LABELS = """
offender offenders perpetrator perpetrators harasser harassers abuser abusers aggressor aggressors
troll trolls bully bullies victim victims accused guilty culprit culprits predator
"""
GENDERED = frozenset(_GENDERED.split())
LABELS = frozenset(_LABELS.split())

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_MADE_FEEL = re.compile(
    r"\b(?:you|your\s+\w+)\s+(?:have\s+)?made\s+(?!(?:the|a|it|this|that)\b)"
    r"(?:[^\W\d_]+\s+){1,3}?(?:feel|afraid|uncomfortable|cry)\b",
    re.IGNORECASE,
)


def warnings(draft: str) -> tuple[str, ...]:
    """What a drafter should look at again, in plain English, each word once, in order."""
    found = dict.fromkeys(_gendered(draft))
    for word in _words(draft):
        if word in LABELS:
            found[f'"{word}" is a label; say what was done instead'] = None
    for place in _MADE_FEEL.finditer(look(draft)):
        words = " ".join(place[0].split())
        found[f'"{words}" shows who spoke up; describe the behaviour and its effect'] = None
    return tuple(found)


def gendered(text: str) -> tuple[str, ...]:
    """The gendered words of a text, folded, each once."""
    return tuple(dict.fromkeys(w for w in _words(text) if w in GENDERED))


def _gendered(text: str) -> Iterator[str]:
    for word in gendered(text):
        yield f'"{word}" is gendered; write "they" or name the role'


def _words(text: str) -> Iterator[str]:
    for place in _WORD.finditer(look(text).casefold()):
        yield place[0] if place[0] in GENDERED else place[0].partition("'")[0]


def entry_shape_problem(text: str) -> str | None:
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
    for word in gendered(text):
        return f'a sheet entry is gender-neutral; write another word for "{word}"'
    return None
