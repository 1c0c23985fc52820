"""HTML mail as text: lines, links and, above all, quotes as "> ".

A quoted command must never become a command, so whatever a mail program marks as a quote keeps its
mark, and a quote ends only with its own end tag. Here lives our own reader of tags, which follows
the tokenizer of the HTML standard and takes linear time on any input. Sanitising parsers are not
used: building a tree as browsers do takes two gigabytes for 64 kB of "<p><b id=1><p><b id=2>…"
(nh3 0.3), and html.parser takes seconds for "<!--<!--…". Nothing here is shown as HTML again.
Quotes and signatures in text live in replies.py.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from cocmail.mail.charsets import clean

MAX_HTML = 2**19  # characters that are read
MAX_ATTRIBUTES = 8000  # characters of the attributes of one tag
MAX_URL = 2000
MAX_MARKS = 10  # "> " marks shown for deeper quotes too, or deep ones would fill the memory
RULE = "_" * 32  # what Outlook writes above the mail it answers

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]{0,40}+)[^\s/>]*+"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?)*+)>"
)
_ATTRIBUTE = re.compile(
    r"([^\s=/>\"']{1,40}+)\s*+(?:=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']*+)))?"
)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_NO_TAG = re.compile(r"<[!?]|</[^a-zA-Z]")
_LETTERED = re.compile(r"</?[a-zA-Z]")
_SIGNS = re.compile(r"(?:<(?![!?/a-zA-Z]))+")
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")

# Their content is no text (HTML standard, 13.2.5: raw text, and titles nobody sees).
_SKIPPED = {"script", "style", "title", "iframe", "noembed", "noframes", "textarea", "xmp"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "base", "col", "area", "wbr", "embed"}
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "dl"}
_LINES = {
    "div", "tr", "li", "dt", "dd", "section", "article", "header", "footer", "main", "center",
    "address", "form", "fieldset", "body", "html", "tbody", "thead", "caption", "nav", "aside",
    "figure", "figcaption", "details", "summary", "includetail", "legend", "option",
}  # fmt: skip
_HIDABLE = {"div", "span", "p", "font", "table", "section"}
_WITH_ATTRIBUTES = _HIDABLE | {"td", "a", "img", "hr", "blockquote", "pre"}

_QUOTE = re.compile(
    r"\b(?:gmail_quote|gmail_quote_container|moz-cite-prefix|moz-forward-container|yahoo_quoted"
    r"|protonmail_quote|tutanota_quote|zmail_extra|OutlookMessageHeader|mail-quote-collapse"
    r"|freshdesk_quote|front-blockquote|mail-editor-reference-message-container"
    r"|replied-to|quoted-text|quote)(?![\w-])",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"\b(?:divRplyFwdMsg|appendonsend|stopSpelling|zwchr)\b", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?<![\w-])(?:Signature|AppleMailSignature|ms-outlook-mobile-signature|gmail_signature)(?![\w-])"
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|(?<![\w-])(?:font-size|opacity|max-height)\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
# A bar at the left is how Outlook, webmail and forums draw a quote without naming it.
_BARRED = re.compile(
    r"border-left\s*:\s*(?!none|0|medium none)[^;]{0,60}?(?:solid|double|dashed|dotted)",
    re.IGNORECASE,
)
_ONE_OF_SEVERAL = re.compile(r"\bgmail_quote\b", re.IGNORECASE)
_STRUCK = {"s", "strike", "del"}
_QUOTING = ("quote", "several")
_EDGED = (*_QUOTING, "container")
_TIGHT = re.compile(r"\bMso|margin(?:-top)?\s*:\s*0", re.IGNORECASE)


@dataclass(slots=True)
class _Page:
    """The text so far: finished lines, the line being written, and what is open around it."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    # For each element name the flags of those open, "" for one that needs nothing at its end.
    open: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    quotes: int = 0
    containers: int = 0  # marked divisions around a quote: a quote, but no level of their own
    between: bool = False  # in Gmail's division, below the first quote: answers stand there
    hidden: int = 0
    pre: int = 0
    link: str = ""
    link_at: int = -1
    numbers: list[int] = field(default_factory=list)

    def write(self, text: str) -> None:
        if self.hidden:
            return
        if self.pre:
            first, *more = text.split("\n")
            self.line.append(first)
            for one in more:
                self.end_line()
                self.line.append(one)
            return
        self.line.append(_SPACES.sub(" ", text))

    def end_line(self) -> None:
        """End the line, empty or not: a line break."""
        text = "".join(self.line)
        text = text.rstrip() if self.pre else re.sub(" {2,}", " ", text).strip(" ")
        contained = self.containers > 0 and not self.between
        marks = "> " * min(max(self.quotes, contained), MAX_MARKS)
        self.lines.append((marks + text.replace("\xa0", " ")).rstrip())
        self.line.clear()
        self.link_at = min(self.link_at, 0)

    def fresh_line(self) -> None:
        """Be at the start of a line: the edge of a block."""
        if "".join(self.line).strip(" "):
            self.end_line()
        self.line.clear()

    def blank_line(self) -> None:
        """Leave a blank line: the edge of a paragraph."""
        self.fresh_line()
        if self.lines and self.lines[-1].strip("> "):
            self.end_line()

    def rule(self, line: str) -> None:
        self.fresh_line()
        if line not in self.lines[-1:]:
            self.line.append(line)
            self.end_line()


def to_text(html: str) -> str:
    """The text of an HTML mail as its reader sees it. Never raises; linear time.

    Quotes of every client become "> " lines, the header that Outlook puts above an answered mail
    stays below a line of underscores, links are "words <address>" where they differ.
    """
    return _read(html[:MAX_HTML])


@lru_cache(maxsize=4)  # one mail's HTML is asked for several times
def _read(html: str) -> str:
    page = _Page()
    pos = 0
    while pos < len(html):
        at = html.find("<", pos)
        if at < 0:
            at = len(html)
        if at > pos:
            page.write(_characters(html[pos:at]))
        pos = _markup(page, html, at)
    page.fresh_line()
    text = "\n".join(page.lines)
    return re.sub(r"\n{3,}", "\n\n", clean(text)).strip("\n")


def _characters(text: str) -> str:
    if "&" not in text:
        return text
    # int() refuses very long numbers, and no character has one.
    return unescape(_LONG_NUMBER.sub("\ufffd", text))


def _markup(page: _Page, html: str, at: int) -> int:
    """Take the markup that begins at the "<" at `at`; where the text goes on."""
    if at >= len(html):
        return at
    if html.startswith("<!--", at):
        end = html.find("-->", at + 2)  # "<!-->" is a whole comment
        return end + 3 if end >= 0 else len(html)
    if _NO_TAG.match(html, at):
        end = html.find(">", at)
        return end + 1 if end >= 0 else len(html)
    if not _LETTERED.match(html, at):
        signs = _SIGNS.match(html, at)
        page.write(signs[0] if signs else "<")
        return signs.end() if signs else at + 1
    tag = _TAG.match(html, at)
    if tag is None:
        return len(html)  # a tag that never ends: browsers show nothing after it
    name = tag["name"].lower()
    if tag["end"]:
        _close(page, name)
        return tag.end()
    _open(page, name, _attributes(tag["attributes"]) if name in _WITH_ATTRIBUTES else {})
    if name in _SKIPPED:
        closing = re.compile(f"</{name}(?![a-z0-9])", re.IGNORECASE).search(html, tag.end())
        return closing.start() if closing else len(html)
    return tag.end()


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text[:MAX_ATTRIBUTES]):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), _characters(value))
    return found


def _open(page: _Page, name: str, attributes: dict[str, str]) -> None:
    marks = " ".join(attributes.get(key, "") for key in ("id", "class", "name"))
    if _ANSWERED.search(marks) or (name == "hr" and attributes.get("tabindex") == "-1"):
        page.rule(RULE)
    elif name == "hr":
        page.rule("-" * 10)
    elif name == "br":
        page.end_line()
    elif name == "img":
        page.write(attributes.get("alt", "")[:200])
    elif name in ("td", "th"):
        page.write(" ")
    elif name in _STRUCK:
        page.write("~~")  # what its writer crossed out is no command
    if name in _VOID:
        return
    if name == "p" and page.open["p"]:
        _pop(page, "p")  # a paragraph ends where the next one begins
    tight = _TIGHT.search(f"{marks} {attributes.get('style', '')}") is not None
    _block_edge(page, name, tight)
    if name == "a":
        _end_link(page)
        page.link, page.link_at = _url(attributes.get("href", "")), len(page.line)
    elif name in ("ul", "ol"):
        page.numbers.append(0 if name == "ol" else -1)
    elif name == "li":
        page.write(_bullet(page))
    elif _SIGNATURE.search(marks):
        page.rule("--")
    flag = _flag(name, marks, attributes, tight)
    if flag in _EDGED:
        page.fresh_line()
    _count(page, flag, 1)
    page.open[name].append(flag)


def _flag(name: str, marks: str, attributes: dict[str, str], tight: bool) -> str:
    if name == "blockquote":
        return "several" if _ONE_OF_SEVERAL.search(marks) else "quote"
    barred = name in ("div", "p", "td") and _BARRED.search(attributes.get("style", ""))
    if barred or name == "includetail" or (name in ("div", "span") and _QUOTE.search(marks)):
        return "container"
    hidden = "hidden" in attributes or _HIDDEN.search(attributes.get("style", ""))
    if name in _HIDABLE and hidden:
        return "hidden"
    if name == "pre":
        return "pre"
    return "tight" if tight else ""


def _count(page: _Page, flag: str, step: int) -> None:
    if flag in _QUOTING:
        page.quotes += step
        if step < 0 and not page.quotes:
            page.between = flag == "several" and page.containers == 1
    elif flag == "container":
        page.containers += step
        page.between = False
    elif flag == "hidden":
        page.hidden += step
    elif flag == "pre":
        page.pre += step


def _close(page: _Page, name: str) -> None:
    if name == "a":
        _end_link(page)
    elif name in _STRUCK:
        page.write("~~")
    if name == "p" and not page.open["p"]:
        page.blank_line()
    if name == "br":
        page.end_line()  # "</br>" is a break too
    if not page.open[name]:
        return
    _block_edge(page, name, page.open[name][-1] == "tight")
    if name in ("ul", "ol") and page.numbers:
        page.numbers.pop()
    _pop(page, name)


def _pop(page: _Page, name: str) -> None:
    """Leave the innermost open element of that name, whatever is nested wrongly around it."""
    flag = page.open[name].pop()
    if flag in _EDGED:
        page.fresh_line()
    _count(page, flag, -1)


def _block_edge(page: _Page, name: str, tight: bool) -> None:
    if name in _PARAGRAPHS and not tight:
        page.blank_line()
    elif name in _PARAGRAPHS or name in _LINES:
        page.fresh_line()


def _bullet(page: _Page) -> str:
    if not page.numbers or page.numbers[-1] < 0:
        return "- "
    page.numbers[-1] += 1
    return f"{page.numbers[-1]}. "


def _url(href: str) -> str:
    url = re.sub(r"[\s\x00-\x1f\x7f]+", "", href[:MAX_URL])
    shown = url.lower().startswith(("http://", "https://", "mailto:"))
    return url.replace("<", "%3C").replace(">", "%3E") if shown else ""


def _end_link(page: _Page) -> None:
    url, page.link = page.link, ""
    if not url or page.hidden:
        return
    text = "".join(page.line[max(page.link_at, 0) :]).strip()
    if _bare(text) != _bare(url):
        page.write(f" <{url}>" if text else f"<{url}>")


def _bare(link: str) -> str:
    link = re.sub(r"^(?:https?://|mailto:)(?:www\.)?", "", link.strip().lower())
    return link.removeprefix("www.").rstrip("/")
