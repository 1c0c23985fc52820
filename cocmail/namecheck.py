"""Names in a draft: whole, each word alone, inflected, in pieces, run together, in any script.

Here lives the finder of names for the check (leakcheck.py); it is made once for a case's names and
run over every reading of a draft. Names that may stand there, the recipient's and the members',
are passed over where they stand in full, and the recipient's given name in a salutation: so a
reporter who is called Sam does not keep every letter from Sam Reed.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from cocmail.core.inflections import forms
from cocmail.core.ordinary import FUNCTION, ORDINARY
from cocmail.core.spelling import (
    PARTICLES,
    WORD,
    address_pattern,
    full_name,
    is_ordinary,
    look,
    name_spellings,
    name_words,
    places,
)
from cocmail.traces import Found, Kind

_VIA = re.compile(r"(?i)\s+(?:via|through)\s+")
_ASIDE = re.compile(r"[(（]([^()（）]*)[)）]")
# Names in scripts without spaces have no word boundaries to stand on.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]{2,}")
_LEET = str.maketrans("0134578@$!|", "oieastbasil")
_DISGUISE = re.compile(
    r"(?<![^\W_])[^\W_]*(?:[^\W\d_][0134578@$!|]|[0134578@$!|][^\W\d_])[\w@$!|]*"
)
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_GREETING = (
    r"(?<!\w)(?:Dear|Hello|Hi|Hey|Hallo|Liebe|Lieber|Moin|Guten Tag|Bonjour|Cher|Chere|Hola"
    r"|Querid[oa]"
    r"|Estimad[oa]|Ciao|Car[oa]|Ola|Beste|Hei|Hej|Czesc|Ahoj|Merhaba)[ \t]+"
)
_MONTHS = {"april", "avril", "august", "may", "mai", "mei", "juni", "juli", "june"}
_DATED = re.compile(
    r"(?i)(?:\d(?:st|nd|rd|th)?\.?|\b(?:in|until|till|since|end|mid|early|late))\W+$"
    r"|(?:\d(?:st|nd|rd|th)?|\b(?:end|start|beginning|middle|week|half|days?|day))\s+of\s+$"
)
# What follows a verb at the head of a sentence ("Mark the date", "Will you", "Hope this helps").
_OBJECT = re.compile(
    r"(?i)\W{1,2}(?:the|this|that|these|those|a|an|all|any|each|every|no|not|some|your|our|my|its|their"
    r"|his|her|you|we|us|they|them|it|i|me|he|she|there|people|anyone|everyone|anybody|everybody"
    r"|somebody|someone|to|of|for|in|on|at|by|up|out|in)\b"
)
# What follows a name there: the third person of a verb, or a word that joins two names.
_PREDICATE = re.compile(
    r"(?i)(?:'s\b|\W{1,2}(?:and|who|told|said|says|was|is|has|had|did|does|wrote|writes|felt|feels"
    r"|saw|heard|wants|thinks|thought|left|came|went|got|[a-z]{2,}ed)\b)"
)
HEAD = re.compile(r"(?:^|[.!?:>\n-])[\s\"'(*_]*$")


@dataclass(frozen=True, slots=True)
class _Alone:
    """One form of a word of a name."""

    kind: Kind
    name: str
    inflected: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """Everything to look for in a draft because of the names in a case."""

    whole: tuple[tuple[str, re.Pattern[str]], ...] = ()
    alone: Mapping[str, _Alone] = field(default_factory=dict)
    unspaced: tuple[tuple[Kind, re.Pattern[str]], ...] = ()
    open: tuple[tuple[str, re.Pattern[str]], ...] = ()
    greeted: tuple[re.Pattern[str], ...] = ()

    @staticmethod
    def of(
        hidden: Iterable[str],
        open_: Iterable[str] = (),
        reader: str = "",
        addresses: Iterable[str] = (),
    ) -> "Names":
        """The names that must not stand there, those that may, and the recipient's."""
        whole: dict[tuple[str, str], tuple[str, re.Pattern[str]]] = {}
        alone: dict[str, _Alone] = {}
        unspaced: dict[str, tuple[Kind, re.Pattern[str]]] = {}
        secret: set[frozenset[str]] = set()
        for name in (part for given in hidden for part in _parts(given)):
            for pattern, kind in _letters(name):
                unspaced.setdefault(pattern, (kind, re.compile(pattern)))
            for way in name_spellings(name):
                words = name_words(way)
                secret.add(frozenset(words))
                for first, pattern_ in full_name(words):
                    whole.setdefault((first, pattern_.pattern), (first, pattern_))
                for form, found in _forms(words):
                    if form not in alone or (alone[form].inflected and not found.inflected):
                        alone[form] = found
            for form, found in _inflected(name):
                alone.setdefault(form, found)
        opened = [words for given in open_ for way in name_spellings(given)
                  if (words := name_words(way)) and frozenset(words) not in secret]  # fmt: skip
        mine = [words[0] for way in name_spellings(reader) if (words := name_words(way))]
        return Names(
            tuple(whole.values()), alone, tuple(unspaced.values()),
            tuple(found for words in opened for found in full_name(words)) + _mailboxes(addresses),
            tuple(re.compile(rf"{_GREETING}{re.escape(word.title())}(?=\s*(?:[,!:;.]|\n|$))")
                  for word in dict.fromkeys(mine)),
        )  # fmt: skip

    def found(self, seen: str, known: Collection[str] | None = None) -> Iterator[Found]:
        """Full names, then each word of a name alone, and words that letters were moved in.

        `known` are the words of the draft, where `seen` is the draft with its lines joined: there
        only words count that a break had parted, as "Bo Lind" runs into what follows it.
        """
        whole = sorted(set(_stand(seen, self.whole)))
        yield from (Found("name", start, end) for start, end in whole)
        yield from (
            Found(kind, m.start(), m.end()) for kind, p in self.unspaced for m in p.finditer(seen)
        )
        if not self.alone:
            return
        passed = [*whole, *_stand(seen, self.open)]
        passed += [(m.start(), m.end()) for p in self.greeted for m in p.finditer(seen)]
        starts, ends = _merged(passed)
        for start, end, kind in self._words(seen, known):
            if not _within(starts, ends, start, end):
                yield Found(kind, start, end)

    def _words(self, seen: str, known: Collection[str] | None) -> Iterator[tuple[int, int, Kind]]:
        """Where a word of a name stands alone: plain, inflected, pieced together or in digits."""
        words = [(m.start(), m.end(), m[0]) for m in WORD.finditer(seen)]
        for place, (start, end, word) in enumerate(words):
            if known is not None and word in known:
                continue
            found = self.alone.get(word.casefold())
            if found and _is_name(seen, start, end, word, found):
                yield start, end, found.kind
                continue
            hump = self._hump(word) if known is None else None
            if hump:
                yield start, end, hump.kind
                continue
            yield from self._pieced(seen, words[place : place + 16])
        for place_ in _DISGUISE.finditer(seen):
            folded = WORD.sub(lambda m: m[0], place_[0].casefold().rstrip("!|")).translate(_LEET)
            found = self.alone.get(folded)
            if found and not found.inflected and len(folded) > 3:
                yield place_.start(), place_.end(), found.kind

    def _hump(self, word: str) -> _Alone | None:
        """A name within "RitaVelde" or "#ReviewByRita", and before digits (rita83)."""
        if word.isalpha() and (word.islower() or word[1:].islower() or word.isupper()):
            return None
        parts = [*_HUMP.split(word), word.rstrip("0123456789")]
        for part in parts if len(parts) < 12 else ():
            found = self.alone.get(part.casefold())
            if found and not found.inflected and len(part) > 2 and not is_ordinary(found.name):
                return found
        return None

    def _pieced(
        self, seen: str, words: Sequence[tuple[int, int, str]]
    ) -> Iterator[tuple[int, int, Kind]]:
        """A name in pieces: "Ri-ta" with a sign between, "R.i.t.a" and "R i t a" in letters."""
        folded, spelt = words[0][2].casefold(), len(words[0][2]) == 1
        for before, after in pairwise(words):
            gap = seen[before[1] : after[0]]
            spelt = spelt and len(after[2]) == 1
            if len(gap) > 3 or (not spelt and (gap.isspace() or len(gap) > 2)):
                return
            folded += after[2].casefold()
            found = self.alone.get(folded)
            if (
                found
                and len(folded) > 2
                and (spelt or not (found.inflected or is_ordinary(folded)))
            ):
                yield words[0][0], after[1], found.kind


def _parts(given: str) -> Iterator[str]:
    """A display name, and what stands in brackets in it: "王芳 (Fang Wang)"."""
    name = _VIA.split(given)[0]
    yield name
    for aside in _ASIDE.findall(name):
        if (words := name_words(aside)) and not any(is_ordinary(w) for w in words):
            yield aside


def _letters(name: str) -> Iterator[tuple[str, Kind]]:
    """Patterns of a name in a script without spaces: whole, and the given name in it."""
    for run in _UNSPACED.findall(name):
        given = run[1:] if len(run) == 3 else run[2:] if len(run) == 4 else ""
        kinds: tuple[tuple[Kind, str], ...] = (("name", run), ("given-name", given))
        for kind, letters in kinds:
            if len(letters) > 1:
                pattern = r"[\W_]{0,3}".join(re.escape(look(c)) for c in letters)
                yield rf"{pattern}(?![\u1160-\u11ff])", kind


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, _Alone]]:
    """The words of a name as it is written, and the halves of a double one (García-Márquez)."""
    for place, word in enumerate(words):
        kind: Kind = "given-name" if place == 0 else "name"
        if word in PARTICLES:
            continue
        whole = word.replace(" ", "")
        yield whole, _Alone(kind, whole)
        if len(whole) > 3 and not is_ordinary(whole + "s"):
            yield whole + "s", _Alone(kind, whole, inflected=True)
        for half in word.split() if " " in word else ():
            if len(half) > 3 and not is_ordinary(half):
                yield half, _Alone(kind, half)


def _inflected(name: str) -> Iterator[tuple[str, _Alone]]:
    """The forms of every word of a name in its own script."""
    for place, word in enumerate(re.split(r"[\s,]+", _ASIDE.sub(" ", name))):
        kind: Kind = "given-name" if place == 0 else "name"
        for part in (word, *re.split(r"[^\w]+", word)):
            folded = look(part).casefold()
            if len(part) > 2 and not is_ordinary(folded) and folded not in PARTICLES:
                for form in forms(part):
                    if not is_ordinary(form) and form not in ORDINARY:
                        yield form, _Alone(kind, folded, inflected=True)


def _mailboxes(addresses: Iterable[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns of the recipient's own addresses, which may bear a name that must not be told."""
    return tuple(
        (words[0], re.compile(address_pattern(address), re.IGNORECASE))
        for address in addresses
        if (words := WORD.findall(look(address).casefold()))
    )


def _stand(seen: str, names: Iterable[tuple[str, re.Pattern[str]]]) -> Iterator[tuple[int, int]]:
    """Where full names stand, in any order of their words."""
    for word, pattern in names:
        for start in places(seen, word.split()[0]):
            if place := pattern.match(seen, start):
                yield place.start(), place.end()


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Spans in order, without those that lie in another."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not ends or end > ends[-1]:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _within(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> bool:
    place = bisect_right(starts, start) - 1
    return place >= 0 and end <= ends[place]


def _is_name(seen: str, start: int, end: int, word: str, found: _Alone) -> bool:
    """Whether a word is meant as a name: an everyday word (grace, will) only with a capital.

    At the head of a sentence such a word may be a verb: what stands behind it tells.
    """
    if found.inflected:
        return not word[0].islower() and not is_ordinary(found.name)
    if not is_ordinary(found.name):
        return True
    if word[0].islower():
        return False
    if found.name in _MONTHS and (
        _DATED.search(seen[max(0, start - 20) : start])
        or re.match(r"\W{1,2}\d", seen[end : end + 3])
    ):
        return False
    if not HEAD.search(seen[max(0, start - 12) : start]):
        return True
    behind = seen[end : end + 24]
    if found.name in FUNCTION:
        return bool(_PREDICATE.match(behind))
    return not _OBJECT.match(behind)
