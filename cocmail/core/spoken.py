"""Times of day as people say them: ten past nine, quarter to six, half four, 14 Uhr 5, 21 h 47.

Pure: a text that was looked at goes in, places with hour and minute come out. Times in digits and
the comparison of two times live in moments.py.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_UNITS = _SMALL.split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBERS = {word: value for value, word in enumerate(_UNITS)} | _TENS | {
    f"{ten}-{unit}": value + digit
    for ten, value in _TENS.items()
    for digit, unit in enumerate(_UNITS[:10])
    if digit
}  # fmt: skip
_GERMAN = {
    "null": 0, "ein": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5, "funf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwoelf": 12,
    "zwolf": 12, "zwanzig": 20,
}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first, for patterns that ignore spaces."""
    return "|".join(sorted(words, key=len, reverse=True)).replace("-", r"[\s-]")


_NUMBER = _any(_NUMBERS)
_DIGIT = _any(_UNITS[1:10])
_HOUR_WORDS = _any(word for word, value in _NUMBERS.items() if 0 < value < 24)
_HOUR = rf"(?:[01]?\d|2[0-3]|{_HOUR_WORDS})"
_ZAHL = _any(_GERMAN)
_HALF = r"""(?:
    \s?(?P<half>[ap])\.?\s?m\b
  | \s(?:in\sthe|at)\s(?P<part>morning|afternoon|evening|night)\b
  | \s(?:am|vom|de\sla|du|de\sl'apres)\s?
      (?P<teil>morgen|abend|nachmittag|matin|soir|manana|tarde|noche)\b
)?"""
_COUNTED = r"(?![\s-](?:minutes?|people|times|days?|hours?|weeks?|others?|percent))"
_ENGLISH = re.compile(
    rf"""(?ix)\b(?:
      (?:(?P<few>{_NUMBER}|\d{{1,2}})(?:\s(?:minutes?|mins?))?|(?:a\s)?(?P<quarter>quarter))
        \s(?P<side>past|after|to|before|till)\s
        (?P<hour>{_HOUR}|midnight|noon){_COUNTED}(?:\so'?clock)?
    | half(?:\s|-)(?:past(?:\s|-))?(?P<halfhour>{_HOUR}){_COUNTED}(?!\s?(?:of|a|per|an)\b)
    | (?P<clock>{_HOUR})\so'?clock
    | (?:at|around|about|until|before|since|from)\s(?P<said>{_HOUR})[\s-]
        (?:(?:oh|o|zero)[\s-](?P<oh>{_DIGIT})|(?!(?:{_DIGIT})\b)(?P<minutes>{_NUMBER})){_COUNTED}
    | (?:at|around|about|until|since)\s(?P<plain>{_HOUR_WORDS})
        (?=\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight|[ap]\.?\s?m\b))
    )\b{_HALF}"""
)
_OTHER = re.compile(
    rf"""(?ix)(?<![\w:.])(?:
      (?P<uhr>[01]?\d|2[0-4])\s?(?:uhr|heures?|horas?|ore|h)\b
        (?:\s(?:y\s|e\s|et\s)?(?P<uhrmin>[0-5]?\d)(?!\s?\w*\d|[.:]\d))?
    | (?:(?P<minuten>{_ZAHL}|\d{{1,2}})|(?P<viertel>viertel))
        \s(?P<seite>nach|vor)\s(?P<stunde>{_ZAHL}|[01]?\d)
    | halb\s(?P<halb>{_ZAHL}|1?\d)
    | (?P<uhrwort>{_ZAHL})\suhr\b(?:\s(?P<wortmin>{_ZAHL}))?
    )\b{_HALF}"""
)


@dataclass(frozen=True, slots=True)
class Said:
    """One spoken time: its place, hour and minute, and whether the half of the day is known."""

    start: int
    end: int
    hour: int
    minute: int
    sure: bool


def spoken(seen: str) -> Iterator[Said]:
    """Every spoken time of a text, in English, German and the common Romance forms."""
    for m in _ENGLISH.finditer(seen):
        yield from _made(m, *_english(m))
    for m in _OTHER.finditer(seen):
        yield from _made(m, *_german(m))


_LATE = {"p", "afternoon", "evening", "abend", "nachmittag", "soir", "tarde", "noche"}


def _made(m: re.Match[str], hour: int, minute: int) -> Iterator[Said]:
    if not 0 <= hour <= 24 or not 0 <= minute < 60:
        return
    part = (m["half"] or m["part"] or m["teil"] or "").casefold()
    sure = bool(part) or hour > 12 or hour == 0
    if part and hour <= 12:
        late = part in _LATE or (part == "night" and hour % 12 > 5)
        hour = hour % 12 + (12 if late else 0)
    yield Said(m.start(), m.end(), hour % 24, minute, sure)


def _english(m: re.Match[str]) -> tuple[int, int]:
    if m["side"]:
        few = 15 if m["quarter"] else _number(m["few"], _NUMBERS)
        hour = {"midnight": 0, "noon": 12}.get(m["hour"].casefold(), -1)
        hour = _number(m["hour"], _NUMBERS) if hour < 0 else hour
        if m["side"].casefold() in ("past", "after"):
            return hour, few
        return (hour or 24) - 1, 60 - few
    if m["halfhour"]:
        return _number(m["halfhour"], _NUMBERS), 30
    if m["said"]:
        return _number(m["said"], _NUMBERS), _number(m["oh"] or m["minutes"], _NUMBERS)
    return _number(m["clock"] or m["plain"], _NUMBERS), 0


def _german(m: re.Match[str]) -> tuple[int, int]:
    if m["uhr"]:
        return int(m["uhr"]), int(m["uhrmin"] or 0)
    if m["halb"]:
        return (_number(m["halb"], _GERMAN) or 24) - 1, 30
    if m["uhrwort"]:
        return _number(m["uhrwort"], _GERMAN), _number(m["wortmin"] or "0", _GERMAN)
    minutes = 15 if m["viertel"] else _number(m["minuten"], _GERMAN)
    hour = _number(m["stunde"], _GERMAN)
    return (hour, minutes) if m["seite"].casefold() == "nach" else ((hour or 24) - 1, 60 - minutes)


def _number(said: str, words: dict[str, int]) -> int:
    folded = "-".join(said.casefold().split())
    return int(folded) if folded.isdigit() else words.get(folded, -1)
