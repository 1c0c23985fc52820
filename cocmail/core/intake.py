"""A new report: what is known of it before anybody reads it, and where it waits.

The house has parsed it, matched it against everyone configured and sealed its text; here it
becomes facts (product.md 4 and 5).
"""

from dataclasses import dataclass

from cocmail.core import entries as e
from cocmail.core.audience import One, PartyTo, Readers
from cocmail.core.people import several
from cocmail.core.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Report:
    """A report as the house received it; texts and addresses are numbers of sealed texts."""

    text: int
    sender_name: str
    address: int  # 0: no usable address
    message_id: str
    authenticated: bool
    failed: bool  # an explicit DMARC failure: nothing is ever sent there
    receipt: bool  # a receipt may go now (one a day to an unconfirmed address)
    receipted: bool = False  # none goes, as today's has gone: its clock does not run
    person: str = ""  # the configured person who sent it
    matched: tuple[str, ...] = ()
    about: str = ""
    exclude: tuple[str, ...] = ()  # ids the reporter excludes
    exclude_unclear: bool = False  # an Exclude: line that names nobody, or several
    first_reader: str = ""  # conduct+to-ID@
    anonymous: bool = False
    quiet: bool = False
    unreadable: bool = False
    committee: bool = False  # speaks of the committee, a role or "one of you"
    wording: str = ""  # what is looked through for urgent words (NP-01)
    linked: int = 0  # the open case whose reported person writes
    holds: int = 0  # the case of which it holds a letter or a tag
    apart: tuple[str, ...] = ()  # who is not of that case's group


def hold_reason(report: Report, screening: bool) -> str:
    """Why one screener reads first, or "" (product.md 5)."""
    if report.exclude_unclear:
        return "exclude"
    if report.unreadable:
        return "unreadable"
    if report.committee:
        return "committee"
    if report.first_reader:
        return "first-reader"
    return "screening" if screening else ""


def open_case(sitting: Sitting, report: Report) -> None:
    """The first mail of a case: the facts, and the receipt."""
    rules = sitting.frame.rules
    sitting.add(
        e.Opened(
            rules.id,
            rules.version,
            rules.hash,
            report.quiet,
            report.anonymous,
            sitting.counsel.urgent(report.wording),
            rules.conflict_silent_member == "out",
            report.linked,
            report.holds,
        )
    )
    take_reporter(sitting, report, "R1")
    reason = hold_reason(report, rules.intake == "screen")
    if reason:
        sitting.add(e.Held(reason))
    if report.first_reader and report.first_reader not in sitting.case.excluded:
        sitting.add(e.ScreenerAsked(report.first_reader, named=True))
        sitting.write("held", One(report.first_reader))
    for name in several(report.about) if report.about and rules.intake != "screen" else ():
        sitting.add(e.NamedFirst(name))
    if rules.intake == "screen" and reason == "screening" and report.about:
        for q, name in enumerate(several(report.about), start=1):
            found = sitting.counsel.meant(name)
            person = found[0] if len(found) == 1 else ""
            sitting.add(e.PartyNamed(f"P{q}", "reported", name, person=person, by="reporter"))
            sitting.add(e.QuestionOpened(q, name, "reporter"))


def take_reporter(sitting: Sitting, report: Report, ref: str) -> None:
    """The mail, who wrote it, who may not see it, and the receipt (T01)."""
    name = ref if report.anonymous else (report.sender_name or ref)
    sitting.add(
        e.MailKept(
            sitting.number(),
            ref,
            "report",
            report.text,
            "" if report.anonymous else report.sender_name,
            message_id=report.message_id,
        )
    )
    answerable = bool(report.address) and not report.failed
    sitting.add(
        e.PartyNamed(
            ref,
            "reporter",
            name,
            report.address,
            report.authenticated,
            answerable,
            report.person,
        )
    )
    for person in report.matched:
        if person not in sitting.case.excluded:
            sitting.add(e.Excluded(person, "matched"))
    for person in report.exclude:
        sitting.add(e.Excluded(person, "reporter", ref))
    for person in report.apart:
        if person not in sitting.case.excluded:
            sitting.add(e.Excluded(person, "linked"))
    if answerable and report.receipt:
        sitting.write("receipt", PartyTo(ref), about={"ref": ref})
    elif answerable and report.receipted:
        sitting.add(e.Spoke(f"receipt-{ref}/today"))
    elif not answerable:
        why = "failed" if report.failed else "no-address"
        sitting.write("cannot-acknowledge", Readers(), about={"ref": ref, "why": why})
