"""The few lines a reporter may put at the top: About, Exclude, Anonymous, Contact, Quiet, Admit.

All optional, never required; whatever does not look exactly like one is simply their text.
"""

import re
from dataclasses import dataclass

from cocmail.core.typed import is_greeting

_LINE = re.compile(
    r"\s*[*_]{0,2}(?P<word>about|exclude|anonymous|contact|quiet|admit)[*_]{0,2}\s*:[*_]{0,2}\s*"
    r"(?P<rest>.*?)[\s*_]*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<?([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+?)>?[.,;]?")
MOST = 12  # lines from the top in which they are looked for


@dataclass(frozen=True, slots=True)
class TopLines:
    """What the lines at the top say."""

    about: str = ""
    exclude: tuple[str, ...] = ()
    anonymous: bool = False
    contact: str = ""
    quiet: bool = False
    admit: tuple[str, ...] = ()


def top_lines(text: str) -> TopLines:
    """Read the lines at the top, blanks and a greeting aside; the first other line ends them."""
    about, contact = "", ""
    exclude: list[str] = []
    admit: list[str] = []
    anonymous = quiet = False
    for line in text.split("\n", MOST)[:MOST]:
        if not line.strip() or is_greeting(line):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            break
        word, rest = found["word"].lower(), found["rest"]
        if word == "about":
            about = about or rest
        elif word == "exclude":
            exclude.append(rest)
        elif word == "admit":
            admit.append(rest)
        elif word == "contact":
            address = _ADDRESS.fullmatch(rest)
            contact = address[1] if address else contact
        elif word == "anonymous":
            anonymous = rest.casefold().strip(".!") == "yes"
        else:
            quiet = rest.casefold().strip(".!") == "yes"
    return TopLines(about, tuple(exclude), anonymous, contact, quiet, tuple(admit))
