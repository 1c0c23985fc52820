"""Attachments that go to an outsider: what can be cleaned of metadata, cleaned (product.md 7).

Plain text is written anew; of a PNG or JPEG only the parts that make the picture are kept, so that
place, time, camera, thumbnail and comments stay here. Every other kind is refused: nobody could
say what else it holds. Pure: bytes in, bytes out, never decoded into pixels. Names are neutral.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cocmail.mail.charsets import decode
from cocmail.mail.parse import Part

LARGEST = 5_000_000  # bytes of one file
KINDS = "PNG or JPEG pictures and plain text"

_PNG = b"\x89PNG\r\n\x1a\n"
# What draws the picture (PNG specification, 5.6); colour profiles carry names and dates.
_PNG_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_JPEG = b"\xff\xd8"
_ADOBE = b"Adobe\x00"


@dataclass(frozen=True, slots=True)
class Unclean:
    """A file that may not go along, and why."""

    name: str
    why: str


def cleaned(part: Part, n: int) -> Part | Unclean:
    """File n of a letter, under a neutral name and without metadata."""
    if len(part.content) > LARGEST:
        return Unclean(part.filename, "is larger than 5 MB")
    if part.content.startswith(_PNG):
        picture = _png(part.content)
        return Part(f"a{n}.png", "image/png", picture) if picture else _broken(part)
    if part.content.startswith(_JPEG):
        picture = _jpeg(part.content)
        return Part(f"a{n}.jpg", "image/jpeg", picture) if picture else _broken(part)
    if part.content_type == "text/plain":
        text = decode(part.content, part.charset)
        plain = "".join(c for c in text if c in "\n\t" or c.isprintable())
        return Part(f"a{n}.txt", "text/plain", plain.encode(), "utf-8")
    return Unclean(part.filename, "cannot be cleaned of what it may hold besides")


def _broken(part: Part) -> Unclean:
    return Unclean(part.filename, "is a damaged picture")


def _png(content: bytes) -> bytes:
    """Signature and the chunks that draw; "" for what is no whole PNG."""
    kept, place = [_PNG], len(_PNG)
    while place + 12 <= len(content):
        length = int.from_bytes(content[place : place + 4])
        kind, end = content[place + 4 : place + 8], place + 12 + length
        if end > len(content):
            return b""
        if kind in _PNG_KEPT:
            kept.append(content[place:end])
        if kind == b"IEND":
            return b"".join(kept)
        place = end
    return b""


def _jpeg(content: bytes) -> bytes:
    """The segments that draw, up to the end of the image; "" for what is no whole JPEG."""
    kept = [_JPEG]
    for marker, segment in _segments(content):
        if marker == 0xD9:
            kept.append(segment)
            return b"".join(kept)
        # APPn and COM hold metadata; of them only Adobe's twelve bytes change the colours.
        colours = marker == 0xEE and segment[4:10] == _ADOBE and len(segment) == 16
        if colours or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            kept.append(segment)
    return b""


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and whole segment, the coded data of a scan with its SOS (ITU T.81, B.1)."""
    place = 2
    while place + 2 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xFF:  # a fill byte
            place += 1
            continue
        if marker == 0xD9:
            yield marker, content[place : place + 2]
            return
        end = place + 2 + int.from_bytes(content[place + 2 : place + 4])
        if end < place + 4 or end > len(content):
            return
        if marker == 0xDA:
            end = _scan_end(content, end)
        yield marker, content[place:end]
        place = end


def _scan_end(content: bytes, place: int) -> int:
    """Where the coded data ends: at the next marker that is no stuffing and no restart."""
    while (place := content.find(b"\xff", place)) >= 0:
        follows = content[place + 1 : place + 2]
        if follows and follows != b"\x00" and not 0xD0 <= follows[0] <= 0xD7:
            return place
        place += 2
    return len(content)
