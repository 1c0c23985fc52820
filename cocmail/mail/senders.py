"""Is the From of a mail somebody's own box? A web form's and a mailing list's are not.

Only what the header fields say; whether an address may be answered is decided where mail is
taken.
"""

import re

from cocmail.mail.fields import addresses
from cocmail.mail.parse import Mail

_NO_REPLY = re.compile(r"(?:no|do-?not|not?)[-_.]?(?:reply|respond)\b.*|wordpress|www-data", re.I)
_VIA = re.compile(r".+ via .+", re.I | re.S)
_MAILTO = re.compile(r"mailto:([^>?\s]+)", re.I)


def nobodys(mail: Mail) -> bool:
    """Whether the From says that nobody reads there: what a web form writes."""
    return any(_NO_REPLY.fullmatch(one.addr.rpartition("@")[0]) for one in mail.senders)


def passed_on(mail: Mail) -> bool:
    """Whether a list put its own address into the From, as it must where DMARC is strict."""
    if not any(name.lower() == "list-id" for name, _ in mail.headers):
        return False
    lists = lists_of(mail)
    return any(one.addr in lists or _VIA.fullmatch(one.name) for one in mail.senders)


def lists_of(mail: Mail) -> set[str]:
    """Addresses that reach a whole list: where it is posted to, and a From "Rita via List"."""
    posts = {found for value in mail.all("List-Post") for found in _MAILTO.findall(value)}
    named = {one.addr for one in mail.senders if _VIA.fullmatch(one.name)}
    sender = {box.addr for value in mail.all("Sender") for box in addresses(value)}
    return posts | named | sender
