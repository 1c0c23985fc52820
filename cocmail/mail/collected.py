"""A mail out of a hosted mailbox as an Arrival: there the envelope stands in header fields only.

The provider wrote them on top when it delivered (RFC 5321 4.4). Not here: how the mail was fetched
(edge/imap.py) and what it says (parse.py).
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from cocmail.mail.arrival import Arrival
from cocmail.mail.authenticity import Field, header_fields
from cocmail.mail.fields import addresses

# Who delivered knows best; what the writer wrote comes after it.
_RECIPIENTS = ("delivered-to", "x-original-to", "envelope-to", "to", "cc")
_UNKNOWN = "unknown"  # never "": that would be the null return path, which only machines use


def collected(
    raw: bytes,
    alias: str,
    is_ours: Callable[[str], bool],
    at: datetime,
    *,
    junk: bool,
    patient: bool,
) -> Arrival:
    """The mail with the envelope that its own header tells; never raises.

    The recipients are those of ours, the alias when none is named (a blind copy). Without a
    Return-Path the sender is whom the From names: only a written "<>" is the null return path.
    """
    fields = header_fields(raw)
    named = [one for field in _RECIPIENTS for one in _addresses(fields, field) if is_ours(one)]
    recipients = tuple(dict.fromkeys(named)) or (alias,)
    return Arrival(raw, _sender(fields), recipients, "imap", "imap", at, junk, patient)


def _sender(fields: tuple[Field, ...]) -> str:
    paths = [value for name, value in fields if name.strip().lower() == "return-path"]
    if paths and paths[0].replace(" ", "") == "<>":
        return ""
    known = [one.addr for one in addresses(paths[0]) if one.addr] if paths else []
    return [*known, *_addresses(fields, "from"), _UNKNOWN][0]


def _addresses(fields: tuple[Field, ...], wanted: str) -> Iterator[str]:
    for name, value in fields:
        if name.strip().lower() == wanted:
            yield from (one.addr for one in addresses(value) if one.addr)


def marked(header: bytes, mark: str) -> bool:
    """Whether this header carries our own loop mark, word for word."""
    return any(
        name.strip().lower() == "x-loop" and value.strip() == mark
        for name, value in header_fields(header)
    )
