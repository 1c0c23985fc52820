"""A line as a person typed it, whatever a phone or a mail program made of it on the way.

Smart quotes, dashes, odd and invisible spaces, bold, a linked address, the mark of a list; and
whether the line only greets. Not here: whether it is a command (core/grammar.py).
"""

import re
from urllib.parse import unquote

PLAIN = str.maketrans(
    {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′´", "'"),
     **dict.fromkeys("‐‑‒–—―−", "-"), "\N{FULLWIDTH COLON}": ":"}
)  # fmt: skip
# Zero-width marks that phones and web mail leave at the ends of lines, and those of direction.
EDGE = (
    " \t\r\n\f\v\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
    "\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Marks without width inside a line: a break that a phone set, or the direction of one word.
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# "lou@x.test<mailto:lou@x.test>": what is typed as an address leaves Outlook's plain text twice.
_LINKED = re.compile(
    r"[<\[]?([^\s<>()\[\]@]{1,64}@[^\s<>()\[\]@]{1,255})\]?\s?[<(]mailto:\1[>)]>?", re.IGNORECASE
)
_BOLD_VERB = re.compile(r"(\*{1,2}|_{1,2}|`)([A-Za-z-]+:?)\1(?= |$)")


def plain(line: str) -> str:
    """Undo what clients do to typed text: smart quotes, dashes, odd spaces, bold, quotes around."""
    typed = " ".join(_UNSEEN.sub("", line.strip(EDGE)).split()).translate(PLAIN)
    if "mailto:" in typed:
        typed = _LINKED.sub(r"\1", typed)
    return _BOLD_VERB.sub(r"\2", unwrap(typed), count=1)


def unwrap(typed: str) -> str:
    for _ in range(4):
        if len(typed) < 3 or typed[0] != typed[-1] or typed[0] not in "\"'*_`":
            break
        typed = typed[1:-1].strip()
    return typed


def quoted(line: str) -> bool:
    return line.strip(EDGE).startswith(">")


# A list's mark, in text or as HTML becomes text; our own footer's arrow is one too.
BULLET = re.compile(r"(?:[-*+•·–—‣▪]|->|[0-9]{1,2}[.)])\s{1,4}(?=\S)")


def undressed(line: str) -> str:
    """A line without what a client put around a command: a list's mark, our footer's arrow and
    parenthesis, the escapes of a `mailto:` link; "" when it had nothing of that."""
    written = line.strip(EDGE)[:400]
    if "%20" in written and " " not in written:
        return unquote(written).strip()
    listed = BULLET.match(written)
    return re.sub(r" {3}\([^()]{1,80}\)$", "", written[listed.end() :]) if listed else ""


_GREETING = re.compile(
    r"hi|hello|hey|dear|greetings|morning|hallo|liebe|lieber|moin|servus|bonjour|bonsoir|"
    r"salut|cher|chère|hola|buenas|ciao|salve|buongiorno|olá|oi|caro|cara|beste|hej|hei|"
    r"cześć|ahoj|(?:good|guten|buenos|buenas|bom|boa|buona|goede[nr]?|god) (?:morning|afternoon|"
    r"evening|day|tag|morgen|abend|d[ií]as|tardes|noches|dia|tarde|noite|sera|dag)(?: .*)?|"
    r"привет|здравствуйте|добрый|доброе|уважаем\w{1,4}|вітаю|здраво|zdravo|dobrý|dzień|szia|"
    r"sziasztok|kedves|merhaba|merhabalar|selam|sayın|bună|moi|terve|tere|labas|γεια|καλημέρα|"
    r"αγαπητ\w{1,4}|kære|kjære|kära|geachte|hoi|estimad[oa]s?|querid[oa]s?|prezad[oa]s?|"
    r"مرحبا|مرحبًا|أهلا|أهلاً|السلام|تحية|سلام|שלום|היי|הי|नमस्ते|สวัสดี|chào|xin|halo|selamat|"
    r"こんにちは|おはようございます|お疲れ様です|皆さん|皆様|大家好|各位好?|你好|您好|안녕하세요|여러분",
    re.IGNORECASE,
)


def is_greeting(line: str) -> bool:
    """Say whether a line only greets: up to five words, nothing but its end set off."""
    typed = plain(line)
    bare = typed.rstrip(" ,.!:-،，、。！：")
    words = bare.split()
    if not 0 < len(words) <= 5 or re.search(r"[,;:.!?#>0-9](?: |$)", bare):
        return False
    if not (_GREETING.fullmatch(words[0]) or _GREETING.fullmatch(bare)):
        return False
    return bare != typed or len(words) <= 3
