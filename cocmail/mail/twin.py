"""A letter's text as it is sent, and the same words as HTML.

Here live the cleaning of texts, the one-line footer a member answers with and the HTML twin.
Headers, encodings and enclosures are build.py's; what a letter says is render.py's affair.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import groupby
from typing import Literal
from urllib.parse import quote

from cocmail.core.domains import ascii_domain

FOOTER_RULE = "-" * 30
FOOTER_TITLE = "You can answer with one line:"

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
# Marks that turn the reading direction: in a header they could make one address look like another.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RULE = re.compile(r"[ \t]*([-_=*])\1{9,}[ \t]*")


@dataclass(frozen=True, slots=True)
class Button:
    """One answer a member can give: what it does ("take part") and its line ("CLEAR Sam Reed")."""

    label: str
    line: str


def with_footer(text: str, buttons: Sequence[Button]) -> str:
    """The text as it is sent: cleaned, and below a rule the lines that answer it.

    A footer line never equals a bare command: the arrow before it and the parenthesis behind it
    keep it from running when somebody sends it back, quoted or not (product.md 6).
    """
    body = clean(text).rstrip("\n")
    if not buttons:
        return body + "\n"
    lines = "\n".join(f"  {_offer(button)}" for button in buttons)
    return f"{body}\n\n{FOOTER_RULE}\n{FOOTER_TITLE}\n\n{lines}\n"


def html_twin(text: str, buttons: Sequence[Button], reply_to: str, subject: str = "") -> str:
    """The same words as plain HTML: nothing remote, no link but the buttons' `mailto:`."""
    answers = ""
    if buttons:
        target = _target(reply_to, subject)
        links = "".join(_button_link(button, target) for button in buttons)
        answers = f"<hr>\n<p>{FOOTER_TITLE}</p>\n{links}"
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head>\n'
        '<body style="margin:0 auto;padding:12px;max-width:42em;font-family:sans-serif;'
        'font-size:16px;line-height:1.5">\n'
        f"{_shapes(text)}{answers}</body></html>\n"
    )


def clean(text: str) -> str:
    """LF line ends; controls and lone surrogates, which break mail programs, become U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str, longest: int = 300) -> str:
    """A header value: no control, nothing that turns the reading direction or looks encoded.

    What looks like an encoded word (RFC 2047) would be decoded to something else by its reader.
    """
    if len(text) <= longest and text.isascii() and text.isprintable() and "=?" not in text:
        return " ".join(text.split())  # nearly every value, and nothing to take out of it
    flat = " ".join(_TURNING.sub("", clean(text)).split())
    return flat[:longest].rstrip().replace("=?", "= ?")


def safe_address(address: str) -> str:
    """The address as written, without what could end the field; its domain in ASCII (P35)."""
    local, at, domain = re.sub(r"[<>\r\n]", "", one_line(address, 320)).rpartition("@")
    if not domain.isascii():
        # What is no host name stays; the next hop will refuse it, and the gate hears of that.
        domain = ascii_domain(domain) or domain
    return f"{local}{at}{domain}"


@lru_cache(maxsize=256)  # the same few answers stand below most letters
def _offer(button: Button) -> str:
    return f"-> {one_line(button.line)}   ({one_line(button.label) or 'one line'})"


def _target(reply_to: str, subject: str) -> str:
    """Where the answers of one letter go, up to the words of the answer.

    RFC 6068 5: a space is never "+".
    """
    shown = one_line(subject)
    title = shown if shown.lower().startswith("re:") else f"Re: {shown}".strip()
    address = quote(safe_address(reply_to), safe="@+")
    return escape(f"mailto:{address}?subject={quote(title, safe='')}&body=")


def _button_link(button: Button, target: str) -> str:
    """One line of the footer as a link wide enough for a thumb."""
    body, offer = _answer(button)
    return (
        f'<p style="margin:0 0 12px"><a href="{target}{body}" style="display:block;'
        "padding:14px 16px;border:1px solid #357;border-radius:8px;color:#124;"
        f'text-decoration:none;font-size:18px">{offer}</a></p>\n'
    )


@lru_cache(maxsize=256)
def _answer(button: Button) -> tuple[str, str]:
    """A button's words as the body of a link (RFC 6068 5), and as it is shown.

    The line break behind the command keeps a phone's signature off it.
    """
    body = f"{quote(one_line(button.line), safe='')}%0D%0A"
    return escape(body), escape(_offer(button))


def _kind(line: str) -> Literal["blank", "rule", "quote", "table", "words"]:
    if not line.strip():
        return "blank"
    if _RULE.fullmatch(line):
        return "rule"
    if line.startswith(">"):
        return "quote"
    return "table" if " | " in line else "words"


@lru_cache(maxsize=4)
def _shapes(text: str) -> str:
    """The text without its buttons. Copies for the readers of one text are made in a row."""
    return "".join(_blocks(clean(text).strip("\n").split("\n"), 0))


def _blocks(lines: Sequence[str], depth: int) -> Iterator[str]:
    """Paragraphs, rules, quotes and tables. Quotes nest five deep; deeper ones keep their marks."""
    for kind, group in groupby(lines, key=_kind):
        run = list(group)
        if kind == "rule":
            yield "<hr>\n" * len(run)
        elif kind == "table":
            # On a phone seven columns never fit: each row wraps, and a line parts it from the next.
            style = "margin:0;padding:6px 0;border-top:1px solid #bbb;overflow-wrap:anywhere"
            yield "".join(f'<p dir="auto" style="{style}">{escape(row)}</p>\n' for row in run)
            yield '<p style="margin:0 0 1em"></p>\n'
        elif kind == "quote" and depth < 5:
            inner = "".join(_blocks([line[1:].removeprefix(" ") for line in run], depth + 1))
            style = "margin:0 0 1em;padding-left:12px;border-left:3px solid #bbb"
            yield f'<blockquote style="{style}">\n{inner}</blockquote>\n'
        elif kind != "blank":
            words = "<br>\n".join(map(_indented, run))
            yield f'<p dir="auto" style="margin:0 0 1em;overflow-wrap:anywhere">{words}</p>\n'


def _indented(line: str) -> str:
    """Leading spaces survive HTML only as no-break spaces."""
    words = line.lstrip(" ")
    return "&nbsp;" * min(len(line) - len(words), 40) + escape(words)
