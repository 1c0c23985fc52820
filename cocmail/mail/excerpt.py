"""A mail cut down to what its sender wrote and attached, without what they quoted.

A report of a mediator is kept like this: what stands below it is the talk, and is not (JU-42).
Not here: which words are whose (replies.py).
"""

import re
from email.message import EmailMessage
from email.utils import format_datetime

from cocmail.mail.parse import Mail

_KIND = re.compile(r"(?!multipart|message)([a-z0-9.+-]+)/([a-z0-9.+-]+)")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+", re.ASCII)


def excerpt(mail: Mail, words: str) -> bytes:
    """A new mail of these words and the attachments of that one; never raises for their content."""
    made = EmailMessage()
    sender = mail.senders[0].addr if mail.senders else ""
    if _ADDRESS.fullmatch(sender):
        made["From"] = sender
    if mail.date:
        made["Date"] = format_datetime(mail.date)
    made.set_content(words.encode("utf-8", "replace").decode())
    for part in mail.attachments:
        kind = _KIND.fullmatch(part.content_type.casefold())
        main, sub = (kind[1], kind[2]) if kind else ("application", "octet-stream")
        name = re.sub(r"[^\w. -]", "_", part.filename, flags=re.ASCII) or "file"
        made.add_attachment(part.content, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()
