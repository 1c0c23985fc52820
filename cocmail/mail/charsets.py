"""Bytes of one text to a string that is safe to store, compare and print.

Here live the choice of a character set and the cleaning of control characters. Every function
takes anything and never raises. MIME structure and header syntax live in mime.py and fields.py.
"""

import codecs
import re
from encodings.aliases import aliases

# Only sets that Python ships and that are plain tables: "idna" and "punycode" take quadratic
# time, "unicode_escape" builds characters nobody wrote, and looking up an unknown name would
# import it and remember it for ever.
_NOT_TEXT = {
    "base64_codec", "bz2_codec", "hex_codec", "quopri_codec", "rot_13", "uu_codec", "zlib_codec",
    "mbcs", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined",
}  # fmt: skip

# What mail programs mean by a narrow name is the wider set (WHATWG Encoding, section 4.2).
_WIDER = {
    "latin_1": "cp1252", "iso8859_1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932", "tis_620": "cp874", "iso8859_9": "cp1254",
    "big5": "cp950", "iso_8859_8_i": "iso8859_8", "iso_8859_8_e": "iso8859_8",
}  # fmt: skip

_KNOWN = frozenset(aliases.values()) - _NOT_TEXT | {"utf_8_sig", "koi8_u", "cp874", "cp1006"}

# C0 and C1 controls and the separators at which str.splitlines() would start a new line: after
# cleaning, a line of the text is a line for everybody, so nothing can step out of a quoted line.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_IN_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Marks that reverse or isolate the direction of writing disguise a name or a subject.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def codec_name(charset: str) -> str:
    """The Python codec for a MIME charset name, "" for an unknown or unsuitable one."""
    name = re.sub(r"[^a-z0-9]+", "_", charset.strip().lower()[:40]).strip("_")
    name = aliases.get(name, name)
    name = _WIDER.get(name, name)
    return name if name in _KNOWN else ""


def decode(raw: bytes, charset: str = "") -> str:
    """Decode as declared, else as UTF-8, else as Windows-1252 (P42). Cleans nothing."""
    declared = codec_name(charset)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not declared:
        declared = "utf_16"
    for codec in dict.fromkeys((declared or "utf_8", "utf_8")):
        try:
            return _without_surrogates(raw.decode(codec))
        except (ValueError, LookupError):
            continue
    if declared and declared != "ascii":
        # One damaged character must not turn a whole text into another alphabet.
        lenient = raw.decode(declared, "replace")
        if lenient.count("\ufffd") * 20 <= len(lenient):
            return _without_surrogates(lenient)
    return raw.decode("cp1252", "replace")


def clean(text: str) -> str:
    """Line ends to LF, every other control but TAB to a space, no lone surrogates."""
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        # A lone CR is a line end only in a text that has no other.
        text = text.replace("\r", " " if "\n" in text else "\n")
    if not text.isprintable():
        text = _without_surrogates(_CONTROLS.sub(" ", text))
    return text.removeprefix("\ufeff")


def one_line(text: str) -> str:
    """A header value on one line: no controls, no direction marks, single spaces at folds."""
    if not text.isprintable():
        text = _BIDI.sub("", _NOT_IN_LINE.sub(" ", _without_surrogates(text)))
    return text.strip()


def _without_surrogates(text: str) -> str:
    # UTF-7 and UTF-16 can produce half a character, which no database accepts.
    return _SURROGATES.sub("\ufffd", text)
