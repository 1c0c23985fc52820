"""What a door hands in: one mail as it was received, with its envelope.

Not here: how it was received (edge/) and what it says (parse.py).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DoorKind = Literal["smtp", "lmtp"]
Way = DoorKind | Literal["imap"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One mail, exactly as the peer sent it (dots unstuffed, nothing put in front).

    `sender` is the envelope sender, "" for the null return path (RFC 5321 4.5.5); `recipients`
    are in the order of the RCPT commands; `peer` is an IP address as text, or "unix"; `at` is
    an aware UTC time, read when the final dot arrived. Out of a mailbox (collected.py) `peer` is
    "imap", `junk` says that the provider took it for spam, and what is not `patient` has waited
    for a name server long enough.
    """

    raw: bytes
    sender: str
    recipients: tuple[str, ...]
    door: Way
    peer: str
    at: datetime
    junk: bool = False
    patient: bool = True
