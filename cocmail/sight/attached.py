"""The files of a draft: as enclosures, and what in them would give something away.

Approval binds them and the check reads them like the words (product.md 7). An attachment of a
party's mail never goes to anybody outside, whatever it is called (PS-42).
"""

import hashlib

from cocmail.core.case import Case
from cocmail.mail.build import Enclosure
from cocmail.mail.cleaned import cleaned
from cocmail.mail.kept import unpack
from cocmail.mail.parse import Part
from cocmail.records import Records


def parts(records: Records, case: Case, number: int) -> tuple[Part, ...]:
    """The files that were sealed under this number."""
    return unpack(records.text(case.no, number)).files if number else ()


def enclosures(records: Records, case: Case, number: int) -> tuple[Enclosure, ...]:
    """The same as they go along."""
    return tuple(
        Enclosure(p.filename, f"{p.content_type}; charset=utf-8" if p.charset else p.content_type,
                  p.content)
        for p in parts(records, case, number)
    )  # fmt: skip


def digest(records: Records, case: Case, number: int) -> str:
    """What an approval binds of them; "" for none."""
    files = parts(records, case, number)
    return " ".join(f"{p.filename} {hashlib.sha256(p.content).hexdigest()}" for p in files)


def words(records: Records, case: Case, number: int) -> str:
    """The text in them, for the check."""
    texts = (p.content.decode() for p in parts(records, case, number) if p.charset)
    return "\n\n".join(texts)


def of_a_party(records: Records, case: Case, number: int, ref: str) -> tuple[str, ...]:
    """Those that are attachments of somebody else's mail, also when only metadata was removed."""
    files = parts(records, case, number)
    if not files:
        return ()
    theirs = {
        made.content
        for kept, _ in case.mails
        if kept.source != ref
        for part in records.mail(case.no, kept.text).attachments
        if isinstance(made := cleaned(part, 1), Part)
    }
    return tuple(p.filename for p in files if p.content in theirs)
