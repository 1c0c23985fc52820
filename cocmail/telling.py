"""What a report tells of people without saying so: handles, links, addresses, how it is signed.

Pure functions over one text. The check (leakcheck.py) looks for what is found here; a guess (a
word shaped like a handle, a third person who "saw it") is kept apart from what is certain, as two
members may let a guess pass. Not here: what the header of a mail says, and whose mail it is.
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from cocmail.core.spelling import PARTICLES, TITLES, is_ordinary, look
from cocmail.mail import marks
from cocmail.mail.replies import split, without_signature

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+"
    r"|(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,5}[a-z]{2,12}(?::\d{1,5})?"
    r"/[^\s<>\"')\]]+",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_FILE = re.compile(
    r"(?<![\w./-])[\w-](?:[\w.-]{0,60}[\w-])?\.(?:png|jpe?g|heic|gif|webp|pdf|txt|md|docx?|odt|xlsx?|ods"
    r"|csv|log|eml|html?|json|zip|mp[34]|m4a|mov|wav|ogg|webm|pptx?)(?!\w)",
    re.IGNORECASE,
)
# Files that stand in every project.
_EVERYWHERE = re.compile(
    r"(?i)(?:readme|license|licence|contributing|code[-_]?of[-_]?conduct|changelog|changes|news|authors"
    r"|security|index|governance|maintainers)\b"
)
_MENTION = re.compile(r"(?<![\w@.])@([A-Za-z0-9_][\w.-]{1,38})")
_TOKEN = re.compile(r"(?<![\w@./:#<=-])[A-Za-z][\w-]{3,38}(?![\w@/])")
_NAME = r"[^\W\d_](?:[\w'’-]{0,30}\w)?"
_NAMED = re.compile(
    r"(?i:\b(?:my (?:full |real |given )?name(?: is|['’]s)"
    r"|(?:people|friends|everyone|everybody|they|most)(?: \w+)? (?:calls?|knows?) me(?: as)?"
    r"|(?:please|just|can|may) call me"
    r"|I am called|I go by|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|me llamo|mi nombre es"
    rf"|mi chiamo|meu nome é|jag heter|ik heet|меня зовут|мене звати))\s+"
    rf"({_NAME}(?:(?: | or | and ){_NAME}){{0,3}})"
)
_CALLED = r"(?:handle|nick(?:name)?|user\s?-?\s?name|screen\s?name|pseudo|benutzername|usuario)"
_OWN_NICK = re.compile(
    rf"(?i)\b(?:my|our|mein|mon|mi)\s+(?:\w+\s+){{0,3}}?{_CALLED}(?:\s+\w+){{0,4}}?\s*(?:\bis|\bist"
    r"|\best|\bes|:|=)\s+(?:there\s+)?['\"“`@]?([A-Za-z][\w.-]{1,38})"
)
_OWN_ACCOUNT = re.compile(
    r"(?i)\b(?:my|our|mein|mon|mi)\s+(?:\w+\s+){0,3}?(?:account|login|profile|alias|konto|cuenta)"
    r"(?:\s+\w+){0,4}?\s*(?:\bis|\bist|\best|\bes|:|=)\s+(?:there\s+)?['\"“`@]?"
    r"([A-Za-z][\w.-]{1,38})"
    r"|\bI(?:['’]m| am)?(?:\s+\w+){0,4}?\s(?:sign|post|write|chat|play|registered|known)"
    r"(?:\s+\w+){0,3}?\s+(?:as|under)\s+['\"“`@]?([A-Za-z][\w.-]{1,38})"
)
# "Wen saw it", "ask Wen", "one of them is called Wen": somebody who can be asked who reported.
_CAPITAL = r"[^\W\d_a-z]['’]?[^\W\d_]+(?:[-'’][^\W\d_]+)*"
_PERSON = rf"({_CAPITAL}(?: {_CAPITAL}){{0,2}})"
_SEEN = re.compile(
    rf"\b{_PERSON}\s+(?:also\s+|has\s+|had\s+|can\s+|could\s+|will\s+|was\s+|were\s+)?(?:saw|seen|heard|told"
    rf"|confirm(?:ed|s)?|witness(?:ed)?|wrote|noticed|knows|there|present|standing|sitting|sat|stood"
    rf"|overheard|remembers?|reported|complained|left|cried)\b"
)
_ASKED = re.compile(
    rf"\b(?:[Aa]sk|[Aa]sked|[Tt]old|called|named|colleagues?|friends?|boss|mentor|mentee|partner"
    rf"|husband|wife|brother|sister|flatmate|roommate|supervisor|together with|standing with"
    rf"|sitting with|next to|forwarded to|spoke to|spoke with|talked to|talked with)\s+"
    rf"(?:\w+ (?:to|with) )?{_PERSON}"
)


def links(text: str) -> tuple[str, ...]:
    """Links, also without a scheme when they name a place below the host."""
    return tuple(dict.fromkeys(m.rstrip(".,;:!?") for m in _LINK.findall(text)))


def addresses(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.rstrip(".") for m in ADDRESS.findall(text)))


def files(text: str) -> tuple[str, ...]:
    """Names of files that the text speaks of, but for those of every project (README.md)."""
    plain = _LINK.sub(" ", text)
    found = (m[0] for m in _FILE.finditer(plain))
    return tuple(dict.fromkeys(name for name in found if not _EVERYWHERE.match(name)))


def handles(text: str, theirs: Collection[str]) -> tuple[str, ...]:
    """Handles with an @ and those that the writer calls their own; not those of `theirs`.

    A handle is the reported person's when it is made of their name ("sreed" for Sam Reed) or stands
    right behind it: "Sam Reed (@sreed77 on the forum)".
    """
    bare = ADDRESS.sub(" ", text)
    found = [m[1] for m in _MENTION.finditer(bare) if not _is_of(bare, m.start(), m[1], theirs)]
    found += [m[1] for m in _OWN_NICK.finditer(bare) if _handlelike(m[1])]
    said = [(m[1] or m[2]).rstrip(".-_") for m in _OWN_ACCOUNT.finditer(bare)]
    found += [h for h in said if re.search(r"[\d._-]|[a-z][A-Z]", h)]
    clean = (h.rstrip(".-_") for h in found)
    return tuple(dict.fromkeys(h for h in clean if len(h) > 2))


def signed(text: str) -> tuple[str, ...]:
    """The names by which the writer signs or says "my name is"."""
    found = [part for m in _NAMED.finditer(text) for part in re.split(r" (?:or|and) ", m[1])]
    found += _signature(text)
    kept = (" ".join(_capitals(name)) for name in found)
    return tuple(dict.fromkeys(name for name in kept if name))


def guesses(text: str, theirs: Collection[str]) -> tuple[str, ...]:
    """Words shaped like a handle (fang_wang_88), and names of people who were there."""
    known = {w for name in theirs for w in _folded(name)}
    plain = ADDRESS.sub(" ", _LINK.sub(" ", text))
    found = [m[0] for m in _TOKEN.finditer(plain)
             if _shaped(m[0]) and not _is_of(plain, m.start(), m[0], theirs)]  # fmt: skip
    # A page right below a host is somebody's own: forge.test/m.sokolova-dev.
    for link in links(text):
        _, _, page = re.sub(r"(?i)^https?://", "", link).rstrip("/").partition("/")
        if re.fullmatch(r"[@~]?[A-Za-z][\w.-]*[\d._-][\w.-]*", page) and not _FILE.search(page):
            found.append(page.strip("@~"))
    for pattern in (_SEEN, _ASKED):
        for m in pattern.finditer(plain):
            words = [w for w in _capitals(m[1]) if not known.issuperset(_folded(w))]
            found += [w for w in words if len(w) > 2]
    return tuple(dict.fromkeys(found))


def _signature(text: str) -> Iterator[str]:
    """What stands on the line below the parting words, alone at the end, or below the dashes."""
    own = split(text).own
    body = without_signature(own)
    below = own[len(body) :] if own.startswith(body) else ""
    lines = [line.strip() for line in below.split("\n") if line.strip()][:4]
    for line in lines:
        parting = marks.PARTING.match(line)
        name = (parting["rest"] if parting else line).strip(" ,.-–—~/*")
        if name and marks.NAME_LINE.match(name):
            yield name
            break
    every = text.split("\n")
    for line, after in pairwise(every):
        if marks.SIGNATURE.match(line) and marks.NAME_LINE.match(after.strip() or "-"):
            yield after.strip()


def _capitals(name: str) -> list[str]:
    """The words of a name that begin with a capital, up to the first everyday word."""
    words: list[str] = []
    for word in name.split():
        plain = word.strip(" .,;:()")
        folded = look(plain).casefold()
        if not plain or (is_ordinary(folded) and not words) or plain[0].islower():
            if folded in PARTICLES and words:
                words.append(plain)
                continue
            break
        if folded not in TITLES:
            words.append(plain)
    while words and words[-1].casefold() in PARTICLES:
        words.pop()
    return words


def _shaped(word: str) -> bool:
    """Whether a word has the shape of a handle: fang_wang_88, w4nd4r1, masha77; not python3."""
    plain = word.strip("_-")
    letters = re.sub(r"[\d_-]", "", plain)
    if re.search(r"[^\W_]_[^\W_]", plain):
        return len(plain) > 4
    if not any(c.isdigit() for c in plain) or len(letters) < 3 or is_ordinary(letters.casefold()):
        return False
    if re.search(r"(?:^|\D)(?:19|20)\d\d$", plain) or re.fullmatch(r"[A-Z]{2,}(?:-?\d+)+", plain):
        return False  # a year (pycon2026), a number of something (PEP8, CVE-2026)
    return bool(re.search(r"[^\W\d_]\d+[^\W\d_]", plain)) or sum(c.isdigit() for c in plain) > 1


def _handlelike(word: str) -> bool:
    plain = look(word.rstrip(".-_")).casefold()
    return len(plain) > 2 and not is_ordinary(plain) and not plain.endswith(("ed", "ing"))


def _is_of(text: str, start: int, handle: str, theirs: Collection[str]) -> bool:
    """Whether a handle is one of these people's."""
    folded = look(handle).casefold()
    if re.search(r"(?i)\b(?:his|her|their|your)\s+(?:\w+\s+){1,4}(?:(?:is|was)\s+)?[(@'\"]{0,2}$",
                 text[max(0, start - 60) : start + 1]):  # fmt: skip
        return True
    for name in theirs:
        words = _folded(name)
        if any(len(w) > 3 and w in folded for w in words) or folded in words:
            return True
        if words and re.search(
            rf"(?i)\b{re.escape(words[-1])}['’s]{{0,2}}\W{{0,3}}(?:\w+\W{{1,2}}){{0,2}}$",
            look(text[max(0, start - 40) : start]),
        ):
            return True
    return False


def _folded(name: str) -> list[str]:
    return [w for w in re.findall(r"[^\W_]+", look(name).casefold()) if w not in PARTICLES]
