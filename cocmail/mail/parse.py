"""One raw mail to one `Mail`: what people read, who it says it is from, what hangs on it.

`parse` takes any bytes and never raises; time and memory grow with their number. Here lives the
choice between the parts of a mail: which text is read, which HTML is its twin, what is an
attachment, and whether a reader must look because we cannot. The structure is read in mime.py,
header syntax in fields.py, HTML in html.py, quotes and signatures in replies.py. Who may believe
any of it is not decided here.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal

from cocmail.mail import fields, mime
from cocmail.mail.charsets import clean, decode
from cocmail.mail.fields import Address
from cocmail.mail.html import MAX_HTML, to_text
from cocmail.mail.replies import own_words

__all__ = ["Address", "Mail", "Part", "Unreadable", "attachment_text", "parse"]

MAX_TEXT = 2**18  # characters of the text that are read; the rest stays in an attachment
MAX_ATTACHED = 2**20  # characters of all attachments of a mail together
MAX_NESTED = 5  # messages within messages that are opened for their words
FEW_WORDS = 20  # product.md 5

Unreadable = Literal["", "encrypted", "no-text", "short", "cut"]

_SIGNATURES = {
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
}
_SAID = {"application/json", "application/xml", "application/xhtml+xml"}
_BY_NAME = {
    "txt": "text/plain", "log": "text/plain", "md": "text/plain", "csv": "text/csv",
    "json": "application/json", "xml": "text/xml", "htm": "text/html", "html": "text/html",
    "ics": "text/calendar", "vcf": "text/vcard", "eml": "message/rfc822",
}  # fmt: skip
_FRAGMENTS = {"message/partial", "message/external-body"}  # the rest is elsewhere
_SMIME = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_PGP = re.compile(r"^-----BEGIN PGP MESSAGE-----", re.MULTILINE)
_CJK = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Part:
    """An attachment, its transfer encoding undone. `charset` is as declared, "" if it was not."""

    filename: str
    content_type: str
    content: bytes
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """What one raw mail says. Nothing in it is believed yet.

    `senders` are the addresses of every From field, `from_fields` says how many fields there
    are. `text` is the first text/plain part (format=flowed undone), or the HTML as text with
    quotes as "> "; LF line ends, no controls. `html` is the HTML twin of that text, "" if none.
    `attachments` is everything else in order, attached messages with their bytes kept, and
    `enclosed` the words in each of them, "" where there are none.
    `unreadable` says why a person must look before the text is trusted to be the whole report:
    "encrypted", "no-text" (only attachments that are no text), "short" (few words beside one),
    "cut" (more text, parts or depth than is read). Message ids stand without angle brackets;
    `date` is UTC or None.
    """

    senders: tuple[Address, ...]
    from_fields: int
    sender_reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    delivered_to: tuple[str, ...]
    subject: str
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    date: datetime | None
    text: str
    html: str
    attachments: tuple[Part, ...]
    enclosed: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    unreadable: Unreadable

    def header(self, name: str) -> str:
        """The first (topmost) field of that name, decoded, "" if there is none."""
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every field of that name in any case, decoded, topmost first."""
        wanted = name.lower()
        return tuple(value for field, value in self.headers if field.lower() == wanted)


@dataclass(frozen=True, slots=True)
class _Content:
    text: str
    html: str
    attachments: tuple[Part, ...]
    cut: bool


def parse(raw: bytes) -> Mail:
    """Read any bytes as a mail. Never raises; what cannot be read is empty or an attachment."""
    tree = mime.read(raw)
    content = _content(tree)
    reading = _Reading()
    enclosed = tuple(reading.words(part, MAX_NESTED) for part in content.attachments)
    named: dict[str, list[str]] = {}
    for name, value in tree.fields:
        named.setdefault(name.lower(), []).append(value)
    ids = fields.message_ids(_first(named, "message-id"))
    return Mail(
        senders=_mailboxes(named, "from"),
        from_fields=len(named.get("from", ())),
        sender_reply_to=_mailboxes(named, "reply-to"),
        to=_mailboxes(named, "to"),
        cc=_mailboxes(named, "cc"),
        delivered_to=tuple(
            box.addr
            for name in ("delivered-to", "x-original-to", "envelope-to")
            for box in _mailboxes(named, name)
            if box.addr
        ),
        subject=" ".join(fields.decode_words(_first(named, "subject")).split()),
        message_id=ids[0] if ids else "",
        in_reply_to=fields.message_ids(" ".join(named.get("in-reply-to", ()))),
        references=fields.message_ids(" ".join(named.get("references", ()))),
        date=fields.date(_first(named, "date")),
        text=content.text,
        html=content.html,
        attachments=content.attachments,
        enclosed=enclosed,
        headers=tuple((name, fields.decode_words(value)) for name, value in tree.fields),
        unreadable=_unreadable(tree, content, cut=content.cut or reading.cut),
    )


def attachment_text(part: Part) -> str:
    """The words of a text part or of an attached message with its own attachments, else "".

    At most `MAX_ATTACHED` characters.
    """
    return _Reading().words(part, MAX_NESTED)


@dataclass(slots=True)
class _Reading:
    """How many more characters of attachments are read, and whether any had to be left out.

    One allowance for all of them: two hundred parts of the largest size would hold up every other
    mail for minutes.
    """

    room: int = MAX_ATTACHED
    cut: bool = False

    def words(self, part: Part, depth: int) -> str:
        """The words of one attachment, as many as there is room for."""
        if _is_message(part):
            return self._message(part, depth)
        if not _is_words(part):
            return ""
        html = _kind(part) in ("text/html", "application/xhtml+xml")
        most = min(self.room, MAX_HTML) if html else self.room
        # A character more than fits tells that something was left out.
        text = clean(decode(part.content[: 4 * most + 4], part.charset))
        self.cut = self.cut or len(text) > most
        read = text[:most]
        self.room -= len(read)
        return to_text(read) if html else read

    def _message(self, part: Part, depth: int) -> str:
        if depth == 0 or not self.room:
            self.cut = True
            return ""
        tree = mime.read(part.content)
        inner = _content(tree)
        names = [fields.decode_words(v) for n, v in tree.fields if n.lower() in ("from", "subject")]
        twin = to_text(inner.html) if inner.html else ""
        said = [inner.text, twin if twin != inner.text else ""]
        for n, text in enumerate(said):
            said[n] = text[: self.room]
            self.room -= len(said[n])
            self.cut = self.cut or len(said[n]) < len(text)
        self.cut = self.cut or inner.cut
        deeper = [self.words(p, depth - 1) for p in inner.attachments]
        return "\n\n".join(words for words in (*names, *said, *deeper) if words)


def _kind(part: Part) -> str:
    """The type of an attachment; by its name where its mail program did not know."""
    if part.content_type != mime.OPAQUE:
        return part.content_type
    return _BY_NAME.get(part.filename.rpartition(".")[2].lower(), mime.OPAQUE)


def _is_message(part: Part) -> bool:
    return _kind(part) in ("message/rfc822", "message/global")


def _is_words(part: Part) -> bool:
    """Whether an attachment is words: also reports of machines and pieces of a message."""
    kind = _kind(part)
    said = kind.startswith(("text/", "message/")) or kind in _SAID
    return said and not _is_message(part)


def _first(named: dict[str, list[str]], name: str) -> str:
    return named.get(name, [""])[0]


def _mailboxes(named: dict[str, list[str]], name: str) -> tuple[Address, ...]:
    return tuple(box for value in named.get(name, ()) for box in fields.addresses(value))


def _content(tree: mime.Tree) -> _Content:
    plains = [leaf for leaf in tree.leaves if _is_body(leaf, "text/plain")]
    plain = next((leaf for leaf in plains if leaf.content.strip()), None)
    text, text_cut = _plain_text(plain) if plain else ("", False)
    further = _goes_on(tree.leaves, plain)
    if further:
        read_on = [_plain_text(leaf) for leaf in further]
        text = "\n\n".join((text.rstrip(), *(more for more, _ in read_on)))
        text_cut = text_cut or len(text) > MAX_TEXT or any(cut for _, cut in read_on)
        text = text[:MAX_TEXT]
    html = next(
        (x for x in tree.leaves if _is_body(x, "text/html") and _twin(x, plain, text)), None
    )
    markup, markup_cut = _markup(html) if html else ("", False)
    if markup and not text.strip():
        text, text_cut = to_text(markup), markup_cut
        plain = html
    # Cut text stays with the readers as a whole, beside what was read of it.
    read = {id(leaf) for leaf in plains if not leaf.content.strip()} | {id(html), id(plain)}
    read |= {id(leaf) for leaf in further}
    read -= {id(plain), *map(id, further)} if text_cut else set()
    rest = tuple(
        Part(x.filename, x.content_type, x.content, x.parameters.get("charset", ""))
        for x in tree.leaves
        if id(x) not in read
    )
    return _Content(text, markup, rest, tree.cut or text_cut)


def _is_body(leaf: mime.Leaf, content_type: str) -> bool:
    named = leaf.filename and leaf.within  # the only part of a mail is its body, named or not
    return leaf.content_type == content_type and leaf.disposition != "attachment" and not named


def _goes_on(leaves: Sequence[mime.Leaf], plain: mime.Leaf | None) -> list[mime.Leaf]:
    """The parts in which the text goes on: Apple Mail cuts it wherever a picture stands in it.

    A text right behind a text is an attachment, and an alternative says the same once more.
    """
    around = set(plain.within) if plain else set()
    if not around or any(kind == "alternative" for _, kind in around):
        return []
    return [
        leaf
        for before, leaf in pairwise(leaves)
        if _is_body(leaf, "text/plain") and leaf.content.strip() and leaf is not plain
        and not before.content_type.startswith(("text/", "message/"))
        and set(leaf.within) <= around
    ]  # fmt: skip


def _twin(html: mime.Leaf, plain: mime.Leaf | None, text: str) -> bool:
    """Whether HTML says the same as the text: an alternative to it, or there is no text.

    HTML that stands beside a text is words of its own, and an attachment here, so that whoever
    reads attachments for names reads it too.
    """
    if plain is None or not text.strip():
        return True
    return any(kind == "alternative" for _, kind in set(html.within) & set(plain.within))


def _plain_text(leaf: mime.Leaf) -> tuple[str, bool]:
    text = clean(decode(leaf.content[: 4 * MAX_TEXT + 4], leaf.parameters.get("charset", "")))
    cut = len(text) > MAX_TEXT
    if leaf.parameters.get("format", "").lower() == "flowed":
        text = _unflowed(text, leaf.parameters.get("delsp", "").lower() == "yes")
    return text[:MAX_TEXT], cut


def _markup(leaf: mime.Leaf) -> tuple[str, bool]:
    markup = clean(decode(leaf.content[: 4 * MAX_HTML + 4], leaf.parameters.get("charset", "")))
    return markup[:MAX_HTML], len(markup) > MAX_HTML


def _unflowed(text: str, delete_space: bool) -> str:
    """Join the soft lines of format=flowed (RFC 3676 section 4)."""
    done: list[str] = []
    flow: list[str] = []
    flow_depth = -1
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")  # space-stuffing
        signature = content in ("-- ", "--")
        if flow and (depth != flow_depth or signature):
            done.append(_quoted("".join(flow), flow_depth))
            flow = []
        flow_depth = depth
        if content.endswith(" ") and not signature:
            flow.append(content[:-1] if delete_space else content)
            continue
        done.append(_quoted("".join((*flow, content)), depth))
        flow = []
    if flow:
        done.append(_quoted("".join(flow), flow_depth))
    return "\n".join(done)


def _quoted(line: str, depth: int) -> str:
    return f"{'>' * depth} {line}" if depth else line


def _unreadable(tree: mime.Tree, content: _Content, *, cut: bool) -> Unreadable:
    if _is_encrypted(tree, content):
        return "encrypted"
    if cut:
        return "cut"
    if not any(_is_opaque(part, MAX_NESTED) for part in content.attachments):
        return ""
    if not content.text.strip():
        return "no-text"
    return "short" if _count(own_words(content.text)) < FEW_WORDS else ""


def _is_encrypted(tree: mime.Tree, content: _Content) -> bool:
    if tree.root == "multipart/encrypted":  # RFC 3156 section 4
        return True
    for leaf in tree.leaves:
        smime = leaf.content_type in _SMIME and leaf.parameters.get("smime-type") != "signed-data"
        if smime or any(kind == "encrypted" for _, kind in leaf.within):
            return True
    attached = (part.content[:4000] for part in content.attachments)
    texts = (content.text, *(head.decode("ascii", "replace") for head in attached))
    return any(_PGP.search(text) for text in texts)


def _is_opaque(part: Part, depth: int) -> bool:
    """Whether an attachment holds something other than words."""
    if part.content_type in _SIGNATURES:
        return False
    if _is_words(part):
        return part.content_type in _FRAGMENTS
    if not _is_message(part) or depth == 0:
        return True
    inner = _content(mime.read(part.content))
    empty = not inner.text.strip() and not inner.attachments
    return inner.cut or empty or _any_opaque(inner.attachments, depth - 1)


def _any_opaque(parts: Iterable[Part], depth: int) -> bool:
    return any(_is_opaque(part, depth) for part in parts)


def _count(text: str) -> int:
    """Words; where a script sets no spaces, two letters count as one."""
    return len(_CJK.sub(" ", text).split()) + len(_CJK.findall(text)) // 2
