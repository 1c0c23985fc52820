"""How a name stands in a sentence: Rita, Ritu, Ritan; Мария, Марии; Papadopoulos, Papadopoulou.

Here live the endings that languages hang on a name, and the small words that Arabic and Hebrew
write in front of one. Pure, and generous: a form counts only where it has a capital and is no
everyday word (namecheck.py, nets.py). Not here: nicknames, translations, other alphabets.
"""

import re
from functools import lru_cache

from cocmail.core.spelling import WORD, is_ordinary, look

LEAST = 4  # letters; a shorter name has too many accidental forms

# Behind a whole name: English, German, Finnish, Hungarian; behind a consonant also Slavic, Baltic.
_VOWELS = "aeiouy"
_BEHIND_VOWEL = "s n m t nak nek val vel lla lle lta sta ssa"
_BEHIND_CONSONANT = (
    "s es n en a u e i y em om iem ov ova ovi ove owi ow nak nek in illa ille ilta ista issa et"
)
# In the place of a final -a: Slavic, Baltic, Albanian.
_FOR_A = "u y e i ou ie ii in ina iny inu ine ino inom oj om"

# Of these, what makes no other name.
_OWN = "em om iem ovi owi nak nek ille"
_OWN_FOR_A = "u ou ii inu iny oj om"

_CYRILLIC = (
    ("ая", "ой ую ою"), ("яя", "ей юю ею"),
    ("ский", "ского скому ским ском"), ("ый", "ого ому ым ом"), ("ий", "ия ию ием ии его ему им"),
    ("ия", "ии ию ией иею"), ("я", "и ю е ей ею ин ина ину"),
    ("а", "ы и у е ой ей ою ею ин ина ину иной"),
    ("й", "я ю ем е и"), ("ь", "я ю ем е и"), ("о", ""), ("е", ""),
    ("", "а у ом ем е ы и ым ых ов ев ам ами ах ова"),
)  # fmt: skip
_GREEK = (("ος", "ου ο ε"), ("ης", "η"), ("ας", "α"), ("ις", "ι"), ("η", "ης"), ("α", "ας"),
          ("ω", "ως"), ("ού", "ούς"), ("ου", "ους"))  # fmt: skip
_BEFORE_ARABIC = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "يا")
_BEFORE_HEBREW = ("ו", "ל", "ב", "מ", "ש", "ה", "של")


@lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """The other forms of one word of a name, as they look, folded; without the word itself."""
    plain = word.casefold()
    first = plain[:1]
    if "\u0400" <= first <= "\u052f":
        made = _replaced(plain, _CYRILLIC)
    elif "\u0370" <= first <= "\u03ff" or "\u1f00" <= first <= "\u1fff":
        made = _replaced(plain, _GREEK)
    elif "\u0600" <= first <= "\u06ff":
        made = {before + plain for before in _BEFORE_ARABIC}
        # "li" and the article run together: للفاسي for الفاسي.
        made |= {"لل" + plain[2:]} if plain.startswith("ال") else set()
    elif "\u0590" <= first <= "\u05ff":
        made = {before + plain for before in _BEFORE_HEBREW}
    else:
        made = _latin("".join(WORD.findall(look(plain))))
    # With a capital and without: in Greek the two resemble different Latin letters.
    shown = (look(way).casefold() for form in made for way in (form, form.title()))
    return frozenset("".join(WORD.findall(form)) for form in shown) - {look(plain)}


def inflected(word: str, name: str) -> frozenset[str]:
    """The forms of a folded word of a name that are nobody else's name, written as the name is.

    Paula is not taken for a Paul, nor Dane for a Dana; Cyrillic has no such shorter list.
    """
    own = next((w for w in re.split(r"[\s,-]+", name) if look(w).casefold() == word), word)
    made = forms(own)
    if own[:1] < "\u0370":
        ends = _OWN_FOR_A if word.endswith("a") else _OWN
        stem = word.removesuffix("a")
        made = frozenset(stem + end for end in ends.split() if len(word) >= LEAST) & made
    return frozenset(form for form in made if not is_ordinary(form))


def _latin(word: str) -> set[str]:
    if len(word) < LEAST:
        return set()
    if word[-1] not in _VOWELS:
        return {word + end for end in _BEHIND_CONSONANT.split()}
    made = {word + end for end in _BEHIND_VOWEL.split()}
    if word.endswith("ia"):
        made -= {word + "n"}  # Asia, and Asian
    if word.endswith("a"):
        made |= {word[:-1] + end for end in _FOR_A.split()}
    return made


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> set[str]:
    """The word with its longest known ending exchanged."""
    for end, others in ((end.casefold(), others) for end, others in endings):
        stem = word.removesuffix(end)
        if word.endswith(end) and len(stem) >= 2:
            return {stem + other for other in others.split()}
    return set()
