"""A domain in ASCII: the one form in which mail travels and in which two spellings are one.

As IDNA2008 has it, not IDNA2003 as Python's own codec does: there "straße" became "strasse",
which is somebody else's domain (RFC 5891, RFC 5894 7.2). Not here: whether such a domain exists.
"""

import unicodedata

_LONGEST = 63  # octets of a label (RFC 1035 2.3.4)
_DOTS = str.maketrans(dict.fromkeys("\u3002\uff0e\uff61", "."))  # RFC 3490 3.1
# The four that IDNA2003 changed or dropped, and that are letters of their own since.
_KEPT = "ß\u03c2\u200c\u200d"


def ascii_domain(domain: str) -> str:
    """The domain with every label in its A-form, lower case; "" where it has none."""
    labels = [_label(one) for one in domain.translate(_DOTS).rstrip(".").split(".")]
    return ".".join(labels) if all(labels) else ""


def _label(label: str) -> str:
    if label.isascii():
        plain = label.lower()
        return plain if plain.replace("-", "").replace("_", "").isalnum() else ""
    # Punycode takes quadratic time, and of so many letters no label of 63 octets can be made.
    if len(label) > _LONGEST:
        return ""
    folded = "".join(one.lower() if one.lower() in _KEPT else one.casefold() for one in label)
    mapped = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", folded).lower())
    if mapped.isascii():
        return _label(mapped) if mapped else ""
    if not all(map(_fits, mapped)):
        return ""
    made = "xn--" + mapped.encode("punycode").decode("ascii")
    return made if len(made) <= _LONGEST else ""


def _fits(letter: str) -> bool:
    """Letters, digits, their marks, the two joiners, and pictures, which some registries sell."""
    pictures = not letter.isascii() and unicodedata.category(letter) in ("Mn", "Mc", "So")
    return letter.isalnum() or letter in "-\u200c\u200d" or pictures
