"""One outgoing mail to exactly one recipient, and how its sending fared.

A Letter is made in gate.py and nowhere else. Not here: the words (gate, render, build) and the
sending (edge/post.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """What the post takes. `sender` is the return path ("" for null), `content` has CRLF lines.

    `outside`: by the route that a stranger's mail takes, where the configuration names one.
    """

    errand: int
    sender: str
    recipient: str
    content: bytes
    outside: bool = False
    notice: bool = False  # in the place of the letter, which waits to be fetched


@dataclass(frozen=True, slots=True)
class Sent:
    """The next hop answered 250 to the final dot: it is theirs now (RFC 5321 6.1)."""


@dataclass(frozen=True, slots=True)
class Deferred:
    """Not sent, or not known to be sent: try again later, with the same Message-ID.

    `code` is the three-digit reply, 0 when there was none; `unknown` says that the letter may
    have been taken all the same, because the connection broke after DATA;
    `status` is the enhanced status code (RFC 3463) or "". A peer's words are never kept.
    """

    code: int = 0
    unknown: bool = False
    status: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """The next hop will never take this letter for this recipient."""

    code: int
    status: str = ""


Fared = Sent | Deferred | Refused
