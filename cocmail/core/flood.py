"""A party that floods is bundled: nothing is lost, and the group is not worn down (product.md 7).

The rule looks at the log alone: more than so many mails of one party within an hour. What goes at
once all the same is said in config/words. `MUTE` is the group's own word and bundles unread.
"""

from datetime import datetime, timedelta

from cocmail.core import entries as e
from cocmail.core.audience import Readers
from cocmail.core.case import Case
from cocmail.core.sitting import Sitting

WITHIN = timedelta(hours=1)
AT_ONCE = 5  # † mails of one party within the hour that go to the group as they come


def floods(case: Case, ref: str, now: datetime, *, unconfirmed: bool = False) -> bool:
    """Whether this party wrote more than a few mails within the hour, the newest included.

    Mail from an address that is not on record is counted apart: a stranger who floods a party's
    handle does not hold back the party's own words.
    """
    own = [
        m
        for m, at in case.mails
        if m.source == ref
        and m.kind in ("party", "note")
        and m.unconfirmed == unconfirmed
        and now - at < WITHIN
    ]
    return len(own) > AT_ONCE


def show(sitting: Sitting, ref: str, n: int, withheld: tuple[str, ...]) -> None:
    """Mail n of a party goes to its readers: at once, or with the bundle of a flood."""
    case = sitting.case
    urgent = sitting.counsel.urgent(sitting.counsel.words_of(case, n))
    mail = case.mail(n)
    strange = mail is not None and mail.unconfirmed
    if urgent or not floods(case, ref, sitting.now, unconfirmed=strange):
        sitting.write("party-mail", Readers(withheld), about={"mail": str(n)})
        return
    sitting.add(e.MailBundled(n, ref))
    sitting.write("party-mail", Readers(withheld), about={"bundle": ref}, bundle=True)
