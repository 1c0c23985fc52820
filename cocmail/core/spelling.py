"""How words are read when somebody may have hidden them: one look for many spellings.

Here live the case-keeping fold of look-alike letters, the readings of a text (entities, tags,
quoted-printable, base64 and percent signs undone, broken lines joined) and the patterns for an
address, a handle and a full name. Matching of reports (roster.py) and the check of letters
(leakcheck.py) share them, so that both see the same words. Who is looked for is not known here.
"""

import base64
import binascii
import html
import re
import unicodedata
import urllib.parse
from collections.abc import Iterator
from functools import lru_cache

from cocmail.core.domains import ascii_domain
from cocmail.core.ordinary import ORDINARY

WORD = re.compile(r"[^\W_]+")
_TITLES = (
    "mr mrs ms mx miss dr prof professor sir madam herr frau mme mlle madame monsieur m sr sra srta"
    " senor senora senorita signor signora hr phd md jr"
)
TITLES = frozenset(_TITLES.split())
_PARTICLES = (
    "al bin da das de del della den der di dos du el ibn la las le los ter und van von y zu"
)
PARTICLES = frozenset(_PARTICLES.split())

# Letters that look alike across scripts (Unicode TR 39, confusables), case kept: what counts is
# the Latin letter which a reader sees.
_PAIRS = """
аa вb еe ѕs іi јj кk мm нh оo рp сc тt уy хx ԁd һh ӏl ԛq ԝw үy ьb гr пn АA ВB ЕE ЅS ІI ЈJ КK МM
НH ОO РP СC ТT УY ХX ԚQ ԜW ҮY ҺH ӀI αa βb γy εe ιi κk νv οo ρp τt υu χx ηn ωw ΑA ΒB ΕE ΖZ ΗH ΙI
ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ոn օo սu հh ցg յj զq ՕO ՏS ᎠD ᎡR ᏒR ᏕS ᏆT ᎢT ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᏀG ᏃZ ᏢP
ᏚS ᏙV ᏞL ᏟC ᏦK ᏴB ᏻG ᎩY ᎥI ıi łl ŁL øo ØO đd ĐD ðd ÐD ħh ĦH ŧt ŦT ɑa ɡg ɩi ɨi ɛe ɗd ɓb ƙk ƒf ŋn
ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ’' ‘' ʼ' ′' ´' “" ”" „"
«" »" ‐- ‑- ‒- –- —- −- ∶: ː: 。. ⁄/ ∕/
"""
_ALIKE = {pair[0]: pair[1] for pair in _PAIRS.split()} | {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th",
    "\u2028": "\n", "\u2029": "\n", "\u2800": " ", "\u115f": "", "\u1160": "", "\u3164": "",
}  # fmt: skip
_EXPANDED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe"}
)
_RING = str.maketrans({"å": "aa", "Å": "Aa"})
# What is not plain ASCII: other scripts, and control characters, which hide in words.
_ODD = re.compile(r"[^\t\n\r -~]+")
_LAYOUT = str.maketrans("\t\n\r", "   ")
_SPACED = str.maketrans({c: " " for c in map(chr, range(128)) if not c.isalnum()})
LONGEST = 8  # of what one character stands for; a whole sentence (U+FDFA) is nobody's name
# Scripts whose capital and small letters resemble different Latin letters (Η and η).
_TWO_FACED = re.compile(r"[\u0370-\u058f\u13a0-\u13ff]")


@lru_cache(maxsize=8192)
def _glyph(letter: str) -> str:
    """One character as a reader sees it: "" for the invisible, no accents, Latin look-alike."""
    code = ord(letter)
    for first in (0x1F150, 0x1F170, 0x1F1E6):  # circled, squared and flag letters: no NFKD form
        if first <= code < first + 26:
            return chr(ord("A") + code - first)
    apart = unicodedata.normalize("NFKD", _ALIKE.get(letter, letter))
    if len(apart) > LONGEST:
        return letter
    seen = []
    for c in apart:
        kind = unicodedata.category(c)
        if kind not in ("Mn", "Me", "Cf", "Cc"):
            seen.append(" " if kind == "Zs" else _ALIKE.get(c, c))
        elif c in "\n\t":
            seen.append(c)
    return "".join(seen)


def look(text: str) -> str:
    """The text as the eye reads it: look-alikes made Latin, accents and invisible signs gone.

    Case is kept, as a capital tells a name from a word. Linear; plain ASCII stays as it is.
    """
    if text.isascii() and text.translate(_LAYOUT).isprintable():
        return text
    return _looked(text) if len(text) < LONG else _long_looked(text)


def _looked(text: str) -> str:
    return _ODD.sub(lambda run: "".join(map(_glyph, run[0])), text)


LONG = 20_000  # characters; such a text is looked at several times while its mail is taken in
_long_looked = lru_cache(maxsize=4)(_looked)


def looks(text: str) -> tuple[str, ...]:
    """`look`, and where a script needs it also the look of the small letters."""
    first = look(text)
    if text.isascii() or not _TWO_FACED.search(text):
        return (first,)
    return (first, look(text.casefold()))


def tokens(text: str) -> tuple[str, ...]:
    """The words of a name or handle, looked at and casefolded."""
    return tuple(WORD.findall(look(text).casefold()))


def vocabulary(seen: str) -> frozenset[str]:
    """All words of a text that was looked at, casefolded; the quick way for ASCII."""
    folded = seen.casefold()
    if folded.isascii():
        return frozenset(folded.translate(_SPACED).split())
    return frozenset(WORD.findall(folded))


def is_ordinary(word: str) -> bool:
    """Whether a folded word is an everyday word, so that it needs a capital to be a name."""
    return word in ORDINARY or (word.endswith("s") and word[:-1] in ORDINARY)


def fold_address(address: str) -> str:
    """The form in which two spellings of one mailbox are equal.

    Small letters, NFC, the domain in ASCII (IDNA, RFC 5890). Dots and +tags stay: what they mean
    is known to the mailbox's own host only.
    """
    local, at, domain = unicodedata.normalize("NFC", address).strip(" \t\r\n<>").rpartition("@")
    domain = unicodedata.normalize("NFC", domain.lower().rstrip("."))
    domain = domain if domain.isascii() else ascii_domain(domain) or domain
    return unicodedata.normalize("NFC", local.lower()) + at + domain


# "<mailto:...>" and "<https://...>" are links in brackets, no tags.
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,400})?/?>|<!--[^<>]{0,400}-->")
_BLOCK_TAG = re.compile(r"(?i)</?(?:br|p|div|li|tr|td|th|h\d)(?:\s[^<>]{0,400})?/?>")
_QUOTED = re.compile(r"=(?:[0-9A-Fa-f]{2}|\r?\n)")
_RUN = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{6,}={0,2}")
_BLOCK = re.compile(r"(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{40,}\r?\n)+[A-Za-z0-9+/]+={0,2}")


_BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\n[ \t>|]*(?=[^\W\d_])")


def _unbased(run: re.Match[str]) -> str:
    """The text behind a base64 run, or the run where it is none."""
    letters = re.sub(r"\s", "", run[0]).rstrip("=").replace("-", "+").replace("_", "/")
    try:
        inside = base64.b64decode(letters + "=" * (-len(letters) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return run[0]
    return inside if inside.replace("\n", "").replace("\r", "").isprintable() else run[0]


def _tagless(text: str) -> str:
    return _TAG.sub("", _BLOCK_TAG.sub("\n", text))


def _unquoted(text: str) -> str:
    """Quoted-printable (RFC 2045 6.7) undone, if there is any."""
    if not _QUOTED.search(text):
        return text
    return binascii.a2b_qp(text.encode("utf-8", "replace")).decode("utf-8", "replace")


def _unpercented(text: str) -> str:
    return urllib.parse.unquote(text, errors="replace") if "%" in text else text


def _opened(text: str) -> list[str]:
    """Every text that this one may be a coat of, one layer down."""
    inside = [_unquoted(text), _unpercented(text), _RUN.sub(_unbased, _BLOCK.sub(_unbased, text))]
    if "&" in text:
        inside.append(html.unescape(text))
    if "<" in text:
        inside += [_tagless(text), _TAG.sub(" ", text)]
    return [t for t in inside if t != text]


def readings(text: str) -> tuple[str, ...]:
    """The ways to read an honest text: its look, entities and the like undone, lines joined."""
    layers = {text: None}
    if any(mark in text for mark in "&<%="):
        opened = _unpercented(_unquoted(html.unescape(text)))
        layers |= {opened: None, _unpercented(_unquoted(html.unescape(_tagless(text)))): None}
    return _seen(layers)


def deep_readings(text: str) -> tuple[str, ...]:
    """The ways to read a text that may be hiding something: also base64, and coat inside coat.

    Three layers at most, so that the number of readings stays under eighty whatever it holds.
    """
    layers = {text: None}
    fresh = [text]
    for _ in range(3):
        fresh = [t for old in fresh for t in _opened(old) if t not in layers][:6]
        layers |= dict.fromkeys(fresh)
    return _seen(layers)


def _seen(layers: dict[str, None]) -> tuple[str, ...]:
    found = dict.fromkeys(seen for layer in layers for seen in looks(layer))
    whole = dict.fromkeys(unhyphened(seen) for seen in found)
    return tuple(found | dict.fromkeys(joined(seen) for seen in found) | whole)


def unhyphened(text: str) -> str:
    """The text without the hyphens at which a mail program broke words: "every-/body"."""
    return _BROKEN.sub("", text) if "-" in text else text


def joined(text: str) -> str:
    """The text with its line breaks (and the quote marks behind them) taken out."""
    first, *rest = text.split("\n")
    return "".join((first.rstrip(), *(line.rstrip().lstrip(" \t>|") for line in rest)))


def places(seen: str, word: str) -> Iterator[int]:
    """Where a folded word begins in a text that was looked at, behind a boundary."""
    folded = seen.casefold()
    start = folded.find(word)
    while start >= 0:
        if start == 0 or not folded[start - 1].isalnum():
            yield start
        start = folded.find(word, start + 1)


# Patterns are tried at the start of a word, so only their end needs a boundary. "_" is none.
_AFTER = r"(?![^\W_])"
_GAP = r"[\W_]{1,8}"
# What German, Slavic and Finnish writers hang on a surname, and the English -s.
_ENDING = r"(?:s|es|a|u|om|em|ovi|e|i|in|n|en|an|y)?"


def piece(word: str) -> str:
    """The pattern of one word of a name: O'Brien is also OBrien, Jean-Luc also Jean Luc."""
    return r"[\W_]{0,2}".join(re.escape(part) for part in WORD.findall(word))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without titles and initials, turned round at a comma, folded."""
    seen = re.sub(r"\([^()]*\)", " ", look(name).casefold())
    last, comma, first = seen.partition(",")
    words = (f"{first} {last}" if comma and first.strip() else seen).split()
    kept = (" ".join(WORD.findall(w)) for w in words)
    return tuple(w for w in kept if len(w) > 1 and w not in TITLES)


def name_spellings(name: str) -> tuple[str, ...]:
    """The spellings under which a name is met: as it is, small-lettered, with ae for ä."""
    ways = (name.translate(_EXPANDED), name.translate(_RING))
    return tuple(dict.fromkeys((*looks(name), *map(look, ways))))


def full_name(words: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of a full name, each beside the folded word that it begins with.

    Two everyday words are a name only with capitals: "we will young people help" holds no Will
    Young.
    """
    if len(words) < 2:
        return ()
    if not (words[0] in ORDINARY and words[-1] in ORDINARY):
        found = _name_patterns(words).items()
        return tuple((word, re.compile(way, re.IGNORECASE)) for word, way in found)
    return tuple(
        (word.casefold(), re.compile(way))
        for shown in (tuple(w.title() for w in words), tuple(w.upper() for w in words))
        for word, way in _name_patterns(shown).items()
    )


def _name_patterns(words: tuple[str, ...]) -> dict[str, str]:
    """The patterns of a full name by the word they begin with: in both orders, and run together.

    Across lines, with an initial between, inflected: "Dee M. Novak's", "Novak, Dee", "DeeNovak".
    """
    first = piece(words[0])
    ways: dict[str, list[str]] = {words[0]: []}
    for last in dict.fromkeys(w for w in words[1:] if w not in PARTICLES):
        end = piece(last)
        ways[words[0]].append(rf"{_GAP}(?:[^\W\d_]\.?{_GAP})?{end}{_ENDING}")
        ways.setdefault(last, []).append(rf"{_GAP}{first}s?")
    whole = "".join("".join(words).split())
    patterns = {
        word: rf"{piece(word)}(?:{'|'.join(ends)}){_AFTER}" for word, ends in ways.items() if ends
    }
    return patterns | {whole: rf"{whole}{_AFTER}", whole + "s": rf"{whole}s{_AFTER}"}


def handle_pattern(handle: str) -> str:
    """A handle on its own boundaries: dee-dev, dee_dev, dee-dev's, not dee-devil or my-dee-dev.

    Whoever types one from memory takes another sign between its words, or none in a long one.
    """
    words = WORD.findall(handle)
    between = r"[-_.]?" if len("".join(words)) > 4 else r"[-_.]"
    body = between.join(map(re.escape, words)) if len(words) > 1 else re.escape(handle)
    return rf"(?<![^\W_][-_]){body}_?(?:s{_AFTER})?(?![^\W_])(?![-_][^\W_])"


def marked_handle_pattern(handle: str) -> str:
    """A handle that needs a mark before it (MARK): @ana, not the first half of @ana.torres."""
    return rf"{re.escape(handle)}(?![^\W_])(?![-_.][^\W_])"


# What makes an everyday word a handle, right before it: an @, or a place in a link.
MARK = re.compile(r"(?:(?:^|[^\w.])@|[.]\w{2,24}(?::\d{1,5})?/(?:[\w-]{1,20}/)?[~@]?)$")


def address_pattern(address: str) -> str:
    """An address as such, and as "ana at members dot test" with any brackets."""
    local, _, domain = look(address).casefold().rpartition("@")
    at = r"[\W_]{0,4}(?:@|(?<![^\W_])at(?![^\W_])|\(a\))[\W_]{0,4}"
    dot = r"[\W_]{0,4}(?:\.|(?<![^\W_])dot(?![^\W_]))[\W_]{0,4}"
    names = [re.escape(part).replace(r"\.", f"(?:{dot})") for part in (local, domain)]
    return rf"{names[0]}(?:\+[\w.-]+)?{at}{names[1]}{_AFTER}"
