"""Mail of a party through their own handle: kept, shown to the case group, answered once a day.

Nothing a party writes is a command, and nothing of it reaches another party (promise 6).
"""

from dataclasses import dataclass

from cocmail.core import conflicts, flood
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, PartyTo
from cocmail.core.sitting import Sitting


@dataclass(frozen=True, slots=True)
class PartyMail:
    """A party's mail as the house received it."""

    ref: str
    text: int
    name: str
    message_id: str
    same_address: bool  # it came from the address on record
    automatic: bool = False
    matched: tuple[str, ...] = ()  # configured people whom it names
    admit: tuple[str, ...] = ()  # people the reporter no longer wants kept out
    exclude: tuple[str, ...] = ()  # people the reporter wants kept out from now on
    note: bool = False  # the first report again, or a later mail that joined
    proven: bool = False  # it authenticated: that confirms an address, with or without its tag


def take(sitting: Sitting, mail: PartyMail) -> None:
    """Keep it, tell the readers, and say that it arrived."""
    case = sitting.case
    party = case.parties[mail.ref]
    n = sitting.number()
    kind = "automatic" if mail.automatic else ("note" if mail.note else "party")
    withheld = tuple(p for p in mail.matched if not conflicts.out(case, p) and p != party.person)
    sitting.add(
        e.MailKept(
            n, mail.ref, kind, mail.text, mail.name or party.name, mail.message_id,
            not mail.same_address, withheld,
        )
    )  # fmt: skip
    if mail.automatic:
        return
    spoke = mail.same_address and (mail.proven or not mail.note)
    if spoke and not party.confirmed and party.answerable:
        sitting.add(e.AddressConfirmed(mail.ref))
    if mail.same_address and party.role == "reporter":
        for person in mail.admit:
            excluded = case.excluded.get(person)
            if excluded is not None and excluded.why == "reporter":
                sitting.add(e.ReporterLiftedExclusion(person))
        _keep_out(sitting, mail)
    if case.state == "closed" and not case.released:
        sitting.add(e.Reopened(""))  # redirected unread by the others: somebody must read this
    if mail.ref in case.ending.muted or case.mishaps.abusive(mail.ref):
        sitting.notice(f"{mail.ref} wrote again: READ {n} shows it.", but=withheld)
    elif case.state in ("held", "open", "closed"):
        flood.show(sitting, mail.ref, n, withheld)
    _arrived_too(sitting, mail)


def _keep_out(sitting: Sitting, mail: PartyMail) -> None:
    """A later `Exclude:` holds from then on, as the receipt says (product.md 7)."""
    case = sitting.case
    for person in mail.exclude:
        known = case.excluded.get(person)
        if known is not None and known.why == "reporter":
            continue
        was_in = person in case.group
        sitting.add(e.Excluded(person, "reporter", mail.ref))
        if was_in:
            sitting.write("stepped-out", CaseGroup(), about={"person": person})


def _arrived_too(sitting: Sitting, mail: PartyMail) -> None:
    """At most once a day, and never to an address that is not on record."""
    day = f"arrived-too-{mail.ref}/{conflicts.local_day(sitting.frame).isoformat()}"
    party = sitting.case.parties[mail.ref]
    if not mail.same_address or not party.confirmed or not party.answerable:
        return
    if day not in sitting.case.spoke:
        sitting.add(e.Spoke(day))
        sitting.write("arrived-too", PartyTo(mail.ref), about={"ref": mail.ref})
