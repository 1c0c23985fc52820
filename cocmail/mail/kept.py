"""A member's words and files as they wait to be passed on: one value, one run of bytes.

Only what was written above the quote is in it, commands cut; the raw mail is not kept.
"""

import json
from dataclasses import dataclass

from cocmail.mail.parse import Part


@dataclass(frozen=True, slots=True)
class Talk:
    """What a member said to the case group."""

    text: str
    files: tuple[Part, ...] = ()


def pack(talk: Talk) -> bytes:
    """Bytes that `unpack` reads back."""
    head = {
        "text": talk.text,
        "files": [[p.filename, p.content_type, p.charset, len(p.content)] for p in talk.files],
    }
    written = json.dumps(head).encode()
    return b"\n".join((written, b"".join(p.content for p in talk.files)))


def unpack(content: bytes) -> Talk:
    """The talk in these bytes; an empty one when they are gone (erased)."""
    head, _, rest = content.partition(b"\n")
    if not head:
        return Talk("")
    said = json.loads(head)
    files: list[Part] = []
    start = 0
    for filename, content_type, charset, length in said["files"]:
        files.append(Part(filename, content_type, rest[start : start + length], charset))
        start += length
    return Talk(said["text"], tuple(files))
