"""Delivery reports: what became of a letter of ours.

`delivery_report` reads those of RFC 3464, `loose_report` those in the many forms from before it;
both take any bytes and never raise. Which letter it was is told by the address the report came
to, or by a Message-ID that only we can have made; anybody can write a report. What the servers'
sentences mean is in diagnoses.py.
"""

import email
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from flufl.bounce import all_failures

from cocmail.mail import diagnoses, fields, mime
from cocmail.mail.automatic import from_daemon
from cocmail.mail.html import to_text
from cocmail.mail.mime import Leaf
from cocmail.mail.parse import Mail, parse

Action = Literal["failed", "delayed", "delivered"]

MAX_GROUPS = 100
MAX_LOOSE = 200_000  # bytes; old bounces are short, and their readers are not all linear

# RFC 3464 section 2.3.3. Who relays or expands takes the letter over, and reports no more.
_ACTIONS: dict[str, Action] = {
    "failed": "failed",
    "delayed": "delayed",
    "delivered": "delivered",
    "relayed": "delivered",
    "expanded": "delivered",
}
_BY_CLASS: dict[str, Action] = {"5": "failed", "4": "delayed", "2": "delivered"}
_STATUS = re.compile(r"(?<!\d)([245]\.\d{1,3}\.\d{1,3})(?!\d)")
_UNKNOWN: dict[Action, str] = {"failed": "5.0.0", "delayed": "4.0.0", "delivered": "2.0.0"}
_WORST_FIRST: tuple[Action, ...] = ("failed", "delayed", "delivered")

_QUOTED_ID = re.compile(rb"^[>| \t]{0,4}Message-ID: ?<([^<>\s]{3,250})>", re.I | re.M)
_STATUS_PARTS = ("message/delivery-status", "message/global-delivery-status")  # RFC 6533
# Gmail and Amazon name the mail in a field of their own, and Gmail may send nothing of it back.
_ORIGINAL_ID = ("x-original-message-id", "original-message-id")
# Where a server's own words end and the mail that it returns begins, when both are one text.
_COPY = re.compile(
    r"^(?:-{3,}.*(?:cop(?:y|ie)|original|below this line).*"
    r"|(?:return-path|received|message-id):.*)$",
    re.I | re.M,
)
_RETURNED = (
    "message/rfc822",
    "text/rfc822-headers",
    "message/global",
    "message/global-headers",
    "message/rfc822-headers",
)


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What a mail server says about one letter.

    `status` is an enhanced code of RFC 3463 ("5.1.1"); `original_message_id` stands without
    angle brackets, "" when the report does not hold it.
    """

    action: Action
    status: str
    original_message_id: str


def delivery_report(raw: bytes) -> DeliveryReport | None:
    """Read a delivery report, None when the mail is none. The worst of several results counts."""
    if b"delivery-status" not in raw.lower():
        return None  # nearly every mail, and some are 25 MB
    leaves = mime.read(raw).leaves
    at = next((at for at, leaf in enumerate(leaves) if leaf.content_type in _STATUS_PARTS), -1)
    if at < 0 or not _is_report(leaves[at]):
        return None
    groups = list(_groups(leaves[at].content))
    results = [result for group in groups if (result := _result(group))]
    if not results:
        return None
    action, status = min(results, key=lambda result: _WORST_FIRST.index(result[0]))
    named = (_bare_id(group.get(name, "")) for group in groups for name in _ORIGINAL_ID)
    inside = _original(leaves[at + 1 :]) or next(filter(None, named), "")
    return DeliveryReport(action, status, inside or _quoted_id(raw[:MAX_LOOSE]))


def loose_report(raw: bytes) -> DeliveryReport | None:
    """Read a bounce in no standard form, None when it is none that is known.

    A second opinion, asked only about mail that is a machine's.
    """
    head = raw[:MAX_LOOSE]
    mail = parse(head)
    words = _servers_words(mail)
    late, failed = _second_opinion(head)
    if not late and not failed:  # no form that is known: its sender's name and its words
        known = from_daemon(mail) or bool(mail.header("X-Failed-Recipients"))
        late = known and diagnoses.late(words)
        failed = known and not late and diagnoses.failed(words)
        if not late and not failed:
            return None
    found = _quoted_id(head) or _bare_id(mail.header("X-Original-Message-ID"))
    if late or diagnoses.late(words):
        return DeliveryReport("delayed", _UNKNOWN["delayed"], found)
    return DeliveryReport("failed", diagnoses.status(words), found)


def _second_opinion(raw: bytes) -> tuple[bool, bool]:
    """Late, failed: what the library knows of the old forms. It takes some delays for failures."""
    try:
        late, failed = all_failures(email.message_from_bytes(raw))
    except Exception:  # noqa: BLE001 - it raises on odd mail, and no mail is lost for that
        return False, False
    return bool(late) and not failed, bool(failed)


def _servers_words(mail: Mail) -> str:
    """Subject and text as far as the server wrote them, without the mail that it returns."""
    text = mail.text or to_text(mail.html)
    return f"{mail.subject}\n{_COPY.split(text, maxsplit=1)[0]}"


def _quoted_id(raw: bytes) -> str:
    """The Message-ID of the mail that came back, where it stands in the text; the last one."""
    found = _QUOTED_ID.findall(raw)
    return found[-1].decode("ascii", "replace") if found else ""


def _is_report(leaf: Leaf) -> bool:
    """A report is the mail itself or stands in a multipart/report, not in a forwarded mail."""
    return not leaf.within or any(kind == "report" for _, kind in leaf.within)


def _groups(content: bytes) -> Iterable[dict[str, str]]:
    """The groups of fields of a report, one for the mail and one for each recipient."""
    content = content[: fields.MAX_HEADER].lstrip()
    pos = 0
    for _ in range(MAX_GROUPS):
        while content[pos : pos + 1] in (b"\r", b"\n"):
            pos += 1
        found, after = fields.read_fields(content, pos, len(content))
        if not found:
            return
        yield {name.lower(): value for name, value in reversed(found)}
        pos = after


def _result(group: dict[str, str]) -> tuple[Action, str] | None:
    """Action and status of one recipient, each inferred from the other where one is missing."""
    said = group.get("diagnostic-code", "")
    match = _STATUS.search(group.get("status", "") or said)
    status = match[1] if match else ""
    words = group.get("action", "").lower().split()
    action = _ACTIONS.get(words[0].strip(";,.")) if words else None
    if action is None and "final-recipient" in group:
        action = _BY_CLASS.get(status[:1])
    if action == "failed":
        return action, diagnoses.status(said, status)
    return (action, status or _UNKNOWN[action]) if action else None


def _bare_id(value: str) -> str:
    return next(iter(fields.message_ids(value)), "")


def _original(after: Iterable[Leaf]) -> str:
    for leaf in after:
        if leaf.content_type in _RETURNED:
            found, _ = fields.read_fields(leaf.content, 0, len(leaf.content))
            ids = (value for name, value in found if name.lower() == "message-id")
            return next(iter(fields.message_ids(next(ids, ""))), "")
    return ""
