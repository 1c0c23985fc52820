"""Everything a mail says: its text, the HTML twin where that says more, and text attachments.

Matching reads all of it, and so does the check of what leaves. Not here: which of it are the
writer's own words (replies.py).
"""

from cocmail.mail.html import to_text
from cocmail.mail.parse import Mail


def all_words(mail: Mail) -> tuple[str, ...]:
    """The text first, then what says more than it."""
    more = [to_text(mail.html)] if mail.html else []
    more += mail.enclosed
    return (mail.text, *(text for text in more if text and text != mail.text))
