"""The words inside a cleartext signature (RFC 9580, section 7), for reading.

Whether that signature is valid is openpgp.py's; here only its armour is taken off, so that a reply
signed in this way is read like any other.
"""

BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----"
_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_END = "-----END PGP SIGNATURE-----"


def unarmoured(text: str) -> str:
    """The signed words, and below them whatever stands outside; any other text as it is."""
    if not text.lstrip().startswith(BEGIN):
        return text
    lines = [line.rstrip() for line in text.lstrip().split("\n")]
    if _SIGNATURE not in lines or "" not in lines:
        return text
    begin, signature = lines.index("") + 1, lines.index(_SIGNATURE)
    end = lines.index(_END, signature) + 1 if _END in lines[signature:] else len(lines)
    inside = [line.removeprefix("- ") for line in lines[begin:signature]]
    outside = lines[end:]
    return "\n".join((*inside, "", *outside) if any(outside) else inside)
