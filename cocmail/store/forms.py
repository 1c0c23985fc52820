"""Values as the database holds them, there and back.

Instants are texts in UTC, of one width, that sort as instants do. Not here: any clock.
"""

from datetime import UTC, datetime

instant = datetime.fromisoformat


def instant_text(at: datetime) -> str:
    """Write an instant. Raises ValueError without a time zone."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def maybe_instant(text: str | None) -> datetime | None:
    """Read an instant, or none."""
    return None if text is None else instant(text)


def maybe_text(at: datetime | None) -> str | None:
    """Write an instant, or none."""
    return None if at is None else instant_text(at)


def utf8(text: str) -> bytes:
    """Write a text, which may come from a mail and hold lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def from_utf8(content: bytes) -> str:
    """Read a text."""
    return content.decode("utf-8", "surrogatepass")
