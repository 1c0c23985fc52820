"""What tells a mail from one that was seen before, whatever was changed around the signed words.

A signature covers the body and the fields that its `h=` names (RFC 6376). Who has one signed mail
can send it again under another Message-ID or a later Date wherever these are not covered; what the
signature covers stays the same, and so does the mark of it made here. Not here: which marks have
counted (speakers.py), and whether a signature is good (authenticity.py).
"""

import hashlib
import re

from cocmail.mail.authenticity import aligned, header_fields

_MOST = 8  # signatures, as authenticity.py looks at no more
_TAG = re.compile(r"(?:^|;)([a-z]+)=([^;]*)", re.IGNORECASE)
_SEAL = re.compile(r"((?:^|;)b=)[^;]*")


def signed_words(raw: bytes, sender: str) -> tuple[str, ...]:
    """One mark for each DKIM signature by the domain of this address: what it vouches for.

    White space is cut and the signature itself left out, as it may be spelt in many ways; the rest
    cannot change without breaking it. A signature nobody verified makes a mark as well: then the
    mail counted by another witness, or not at all.
    """
    fields: dict[str, list[str]] = {}
    for name, value in header_fields(raw):
        fields.setdefault(name.strip().lower(), []).append("".join(value.split()))
    marks = []
    for value in fields.get("dkim-signature", [])[:_MOST]:
        tags = {name.lower(): said for name, said in _TAG.findall(value)}
        if not aligned(tags.get("d", ""), sender.rpartition("@")[2]):
            continue
        digest = hashlib.sha256(_SEAL.sub(r"\1", value).encode("latin-1"))
        left = {name: list(values) for name, values in fields.items()}
        for name in tags.get("h", "").lower().split(":"):
            # RFC 6376 5.4.2: each name takes the lowest that is left.
            lowest = left[name].pop() if left.get(name) else ""
            digest.update(f"\n{name}:{lowest}".encode("latin-1"))
        marks.append(digest.hexdigest())
    return tuple(marks)
