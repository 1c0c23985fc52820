"""In which language a party is written to (product.md 7): their own where there is a set of it.

A reporter is answered in the language of their mail, a reported person in that of their own mail,
everybody else in the committee's.
"""

from collections.abc import Collection

from cocmail.config import Config
from cocmail.core.case import Case
from cocmail.mail.language import spoken
from cocmail.mail.replies import own_words
from cocmail.records import Records


def tongue(config: Config, records: Records, case: Case, ref: str, sets: Collection[str]) -> str:
    """The language of the letters to this party; the newest of their mails that shows one."""
    ours = config.committee.language
    if len({*sets, ours}) < 2:
        return ours
    for kept, _ in reversed(case.mails):
        if kept.source == ref and kept.kind != "automatic":
            mail = records.mail(case.no, kept.text)
            text = mail.text if kept.kind == "report" else own_words(mail.text)
            found = spoken(text, mail.header("Content-Language"), {*sets, ours})
            if found:
                return found
    return ours
