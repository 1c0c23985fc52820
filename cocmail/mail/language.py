"""In which language a mail is written, as far as its everyday words or its header say.

Pure and deterministic: the short words that every sentence needs are counted for a few languages;
where they do not decide, the mail's own Content-Language does (RFC 3282). Not here: which letters
are answered in it, and whether there is a set of templates in it.
"""

import re
from collections.abc import Collection

FEWEST = 4  # everyday words, before they say anything
CLEARER = 1.5  # times as many as those of the next language

_EVERYDAY = {
    "da": "og jeg det er ikke at en til på med for den har de som var men mig vi hvad blev",
    "de": "und ich die der das ist nicht mit ein eine auf zu den von mich hat wir aber auch dass",
    "en": "the and to of is that in it was you for my not this with have they are me on be what",
    "es": "el la que de y en los no un una es por con para me se las lo pero ha muy como",
    "fr": "le la les et je que de un une est pas dans pour il ne sur avec me qui des mais cette",
    "it": "il che di e la non un una per mi è con ho sono in del si della anche ma questo",
    "nl": "de het een en ik is niet dat van in op te met voor hij mij maar ook zijn wat deze",
    "pl": "i w nie na to się że jest z do mnie jak ale o co tak za już był tylko mi",
    "pt": "o a que de e não um uma em para com me os do da se por mas eu foi muito",
    "sv": "och jag det är inte att en på som med för den har de var men mig till vi vad",
}
_WORDS = {tongue: frozenset(words.split()) for tongue, words in _EVERYDAY.items()}
_WORD = re.compile(r"[^\W\d_]+")


def spoken(text: str, header: str, among: Collection[str]) -> str:
    """The one of these languages that the mail is written in, or ""."""
    said = [word.casefold() for word in _WORD.findall(text)]
    counts = {tongue: sum(word in words for word in said) for tongue, words in _WORDS.items()}
    first, second = sorted(counts, key=lambda tongue: (-counts[tongue], tongue))[:2]
    if counts[first] >= FEWEST and counts[first] >= CLEARER * counts[second]:
        return first if first in among else ""
    named = {tag.strip().casefold().partition("-")[0] for tag in header.split(",") if tag.strip()}
    return named.pop() if len(named) == 1 and named <= set(among) else ""
