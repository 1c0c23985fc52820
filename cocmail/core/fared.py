"""How a letter fared at the next hop: what the log keeps of it, and whom it concerns."""

from cocmail.core import entries as e
from cocmail.core import mediating, older, probing
from cocmail.core.audience import CaseGroup, PartyTo, Readers
from cocmail.core.case import Case
from cocmail.core.sitting import Sitting

BOUNCED = "bounced"  # why delivery to a member pauses
# RFC 3463: no such mailbox or host, moved without a trace, or it takes nothing any more. 5.4.1 is
# Microsoft's word for a recipient that it does not know, 5.4.4 everybody's for a dead domain.
_GONE = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.1", "5.4.4"})
TITLES = {
    "question": "the question",
    "right-of-reply": "the question",
    "status-reporter": "the status letter",
    "outcome-reporter": "the outcome letter",
    "no-violation": "the no-violation letter",
    "outcome-reported": "the outcome letter",
    "recommendation": "the recommendation",
    "proposed-resolution": "the proposed resolution",
    "board-notice": "the board notice",
    "first-contact": "the first contact",
    "receipt": "the receipt",
    "apology-request": "the request for an apology",
    "apology-relay": "the apology",
    "council-report": "the report",
    "statement": "the statement",
    "accidental-disclosure": "the letter about the leak",
    "severe-originator": "the explanation to who was cut off",
    "mediator-question": "the conflict question",
    "mediation-invitation": "the invitation to mediation",
    "mediator-brief": "the brief",
}


def sent(
    sitting: Sitting, errand: int, template: str, reader: str, about: tuple[tuple[str, str], ...]
) -> None:
    """The next hop took it."""
    if not sitting.case.no:  # the house's log outlives every case: no name that somebody asked for
        about = tuple(pair for pair in about if pair[0] != "name")
    sitting.add(e.Sent(errand, template, reader, about))
    draft = sitting.case.drafts.get(dict(about).get("draft", ""))
    if draft is None or template != draft.template:
        return
    if draft.date:
        sitting.add(e.NewsPromised(draft.ref, draft.date))
    at_once = not sitting.frame.rules.internal_bundle
    if template in ("outcome-reported", "severe-originator") or at_once:
        # JU-24, NP-06: the group gets a full copy of a reprimand, by individual delivery.
        sitting.write("sent", CaseGroup(), about={"draft": draft.id})
        return
    clock = sitting.now.astimezone(sitting.frame.zone).strftime("%H:%M")
    title = TITLES.get(template, "the letter")
    sitting.notice(f"Sent {clock} as previewed: {title} to {draft.ref.removeprefix('@')}.")


def failed(
    sitting: Sitting,
    errand: int,
    template: str,
    reader: str,
    about: tuple[tuple[str, str], ...],
    code: int,
    status: str = "",
) -> None:
    """The next hop refused it for good, or it was given up: those whom it concerns hear.

    A member whose address fails gets nothing more of this case until they write: what waits for
    them waits, and what a case taught stays in the case.
    """
    case = sitting.case
    if older.cause(about):  # what another case wanted leaves no mark here (product.md 5)
        return
    sitting.add(e.Failed(errand, template, reader, code))
    if template == probing.TEMPLATE:
        probing.missed(sitting, int(dict(about)["probe"]), "refused")
        return
    kind, who = reader.split(":", 1)
    if template == mediating.TALK:  # the group reads nothing of the talk, nor that it failed
        about_it = {"why": "undelivered", "other": who}
        sitting.write(mediating.ASKED, PartyTo(dict(about)["with"]), about=about_it)
    elif kind == "party":
        draft = dict(about).get("draft", "")
        if draft in case.drafts:
            sitting.add(e.Stopped(draft, ""))
        sitting.write("cannot-acknowledge", Readers(), about={"ref": who, "why": "refused",
                      "template": template})  # fmt: skip
    elif case.no and who in case.group:
        known = sitting.frame.roster.people.get(who)
        name = known.name if known else who
        said, gone = f"A letter to {name} was refused by the mail server", status in _GONE
        if gone and who not in case.paused:
            sitting.add(e.Paused(who, BOUNCED))
            said += ": the address fails. Their mail of this case waits until they write"
        sitting.notice(f"{said}.", but=(who,), at_once=gone)
    elif case.no and template == "conflict-question":  # whose silence would keep them out unheard
        sitting.write("reminder", Readers((who,)), about={"what": "unreached", "person": who})


def heard_since(case: Case, letter: e.Sent) -> bool:
    """Whether who got this letter has written from there since: then it had not failed.

    A Message-ID stands in every answer to the letter, so whoever the answer was copied to knows
    it. A report that knows no more than that is not believed against the person's own mail.
    """
    kind, who = letter.reader.split(":", 1)
    left = max((at for sent, at in case.sent if sent.errand == letter.errand), default=None)
    if left is None:
        return False
    if kind == "party":
        people = ("report", "note", "party")
        return any(
            at > left and mail.source == who and mail.kind in people and not mail.unconfirmed
            for mail, at in case.mails
        )
    talked = any(at > left and talk.by == who for talk, at in case.talks)
    return talked or any(at > left and a.person == who for a, at in case.answers.values())


def withheld(
    sitting: Sitting, errand: int, template: str, reader: str, rule: str,
    about: tuple[tuple[str, str], ...] = (),
) -> None:  # fmt: skip
    """The gate kept it back at the moment of sending."""
    if older.cause(about):
        return
    sitting.add(e.Withheld(errand, template, reader, rule))
