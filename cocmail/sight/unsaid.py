"""What a report does not show of a mail, in a line: what no program here could read.

Not here: why such a mail waits for a first reader (core/intake.py), what is read (mail/parse.py).
"""

from collections.abc import Sequence

from cocmail.mail.build import Enclosure
from cocmail.mail.parse import Mail

TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
ENCRYPTED = "It is encrypted. Whoever has the key can open it"
PARTLY = "Not all of it could be read here. The rest is in what is attached"


def unsaid(mail: Mail, n: int, files: Sequence[Enclosure]) -> str:
    """What is passed on unread, and how to get it as it came; "" where all was read."""
    wrapped = [f.filename for f in files if f.content_type.partition(";")[0] in TNEF]
    said = [f"{name} is Outlook's own wrapping (winmail.dat), passed on unopened."
            for name in wrapped]  # fmt: skip
    if mail.unreadable:
        first = ENCRYPTED if mail.unreadable == "encrypted" else PARTLY
        said.append(f"{first}; READ {n} RAW sends it as it came.")
    return " ".join(said)
