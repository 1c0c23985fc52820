"""Mediation: who takes part, what is missing, when it goes ahead, and its clock (JU-36 to JU-44).

Pure questions and level-triggered rules. The parties are never reminded of an invitation, and a
"no" is told to nobody outside; what they say to the mediator is not here, as it is not kept.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cocmail.core import conflicts, timers
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One, PartyTo
from cocmail.core.case import Case, Draft, Party
from cocmail.core.conflicts import Frame
from cocmail.core.people import EXAMPLE_ADDRESS, EXAMPLE_NAME, fold
from cocmail.core.sitting import Sitting

QUESTION, INVITATION, BRIEF = "mediator-question", "mediation-invitation", "mediator-brief"
TALK, ASKED = "mediation-talk", "mediation-asked"
OURS = frozenset({QUESTION, INVITATION, BRIEF})
UNSENT = ("waiting", "approved", "stopped")
MEDIATOR_WARNED_AT = 10  # of 14 days: four are left (JU-41)


# -- who ----------------------------------------------------------------------------------------


def participants(case: Case) -> list[Party]:
    """Between whom: every reporter and every reported person."""
    return [*case.reporters(), *case.reported()]


def mediator(case: Case) -> Party | None:
    """The candidate of now, or the mediator."""
    return case.parties.get(case.mediation.mediator)


def label(case: Case, ref: str) -> str:
    """What the mediator calls a party: a reporter's name only if they let it be told (JU-39)."""
    party = case.parties[ref]
    known = party.role != "reporter" or ref in case.mediation.named
    return party.name if known and party.name else ref


def named_to(case: Case, ref: str) -> frozenset[str]:
    """The parties whose names this reader may read now: those who let them be told (JU-39)."""
    mediation, reader = case.mediation, case.parties.get(ref)
    if not mediation.live or reader is None:
        return frozenset()
    named = {r for r in mediation.named if (said := mediation.said.get(r)) and said.yes}
    mediates = mediation.stage == "agreed" and ref == mediation.mediator
    return frozenset(named) if mediates or reader.role == "reported" else frozenset()


def knows_mediator(case: Case, ref: str) -> bool:
    """Whether this party may read the mediator's name: they take part, and it is not over."""
    party = case.parties.get(ref)
    takes_part = party is not None and party.role in ("reporter", "reported")
    return takes_part and case.mediation.stage not in ("", "closed")


# -- how far ------------------------------------------------------------------------------------


def invited(case: Case, ref: str) -> bool:
    """Whether an invitation for the mediator of now left for this party."""
    return any(
        d.template == INVITATION and d.ref == ref and d.state == "sent" and _standing(case, d)
        for d in case.drafts.values()
    )


def _standing(case: Case, draft: Draft) -> bool:
    """An invitation speaks of the mediator and the terms of its day."""
    steps = [
        at
        for step, at in case.mediation.steps
        if isinstance(step, e.MediatorProposed | e.MediationTermsSet)
    ]
    return draft.at >= max(steps, default=draft.at)


def ever_invited(case: Case, ref: str) -> bool:
    """Whether this party ever got an invitation: only then there is something to say yes to."""
    return case.was_sent(f"party:{ref}", INVITATION) is not None


def accepted(case: Case, ref: str) -> bool:
    """Whether this party said yes to the mediator of now."""
    said = case.mediation.said.get(ref)
    return said is not None and said.yes and said.mediator == case.mediation.mediator


def unaccepted(case: Case, role: str) -> list[Party]:
    """Who of this role has not said yes to the mediator of now."""
    return [p for p in participants(case) if p.role == role and not accepted(case, p.ref)]


def open_with(case: Case, ref: str, other: str) -> bool:
    """Whether what `ref` writes goes on to `other`: one mediates, the other takes part."""
    mediation = case.mediation
    under_way = mediation.stage == "agreed" and case.state == "open"
    if not under_way or mediation.mediator not in (ref, other):
        return False
    party = other if ref == mediation.mediator else ref
    return any(p.ref == party for p in participants(case)) and accepted(case, party)


def denied(case: Case, template: str, ref: str, about: dict[str, str]) -> str:
    """Why a letter of the mediation may not leave now, or ""; the gate asks at every attempt."""
    mediation = case.mediation
    if template == TALK:
        return "" if open_with(case, about.get("with", ""), ref) else "mediation-over"
    if template == BRIEF and (mediation.stage != "agreed" or ref != mediation.mediator):
        return "mediation-over"
    if template == QUESTION and ref != mediation.mediator:
        return "another-candidate"
    if template == INVITATION:
        if mediation.stage != "asking":
            return "mediation-over"
        reported = case.parties[ref].role == "reported"
        if reported and unaccepted(case, "reporter"):
            return "reporter-first"  # JU-38
    return ""


def hints(case: Case, text: str, ref: str) -> tuple[tuple[str, str], ...]:
    """Words that would tell of a mediation that did not come about: a "no" is never mentioned."""
    over = case.mediation.stage == "closed" and ref in case.parties
    found = re.search(r"(?i)\bmediat\w*", text) if over else None
    return (("ended mediation", found[0]),) if found else ()


def void_drafts(sitting: Sitting, *templates: str, kept: str = "") -> None:
    """Letters of the mediation that have not left no longer hold, but for those to `kept`."""
    for draft in sitting.case.drafts.values():
        ours = draft.template in (templates or OURS) and draft.state in UNSENT
        if ours and (not kept or not draft.ref.startswith(kept)):
            sitting.add(e.Voided(draft.id, "mediation"))


def spent(case: Case) -> bool:
    """Whether it has ended for good: nobody who was asked is pressed to try again (JU-36)."""
    mediation = case.mediation
    asked = any(ever_invited(case, p.ref) for p in participants(case))
    over = mediation.stage == "closed" and asked
    return over or mediation.refused or mediation.stage == "reported"


# -- rules --------------------------------------------------------------------------------------


def agree(sitting: Sitting) -> None:
    """Only when everybody accepted the same mediator and terms it goes ahead (JU-40)."""
    case, frame = sitting.case, sitting.frame
    mediation = case.mediation
    if case.state != "open" or mediation.stage != "asking":
        return
    everybody = participants(case)
    if not mediation.willing.get(mediation.mediator) or not case.reported():
        return
    if not everybody or not all(accepted(case, p.ref) for p in everybody):
        return
    until = frame.now + frame.rules.mediation_limit
    sitting.add(e.MediationAgreed(mediation.mediator, until))
    day = until.astimezone(frame.zone).date().isoformat()
    sitting.notice(f"All agreed: {mediation.mediator} mediates, until {day}.")


def brief(sitting: Sitting) -> None:
    """T28 at the start, through the second reader like every letter with names in it."""
    case, frame = sitting.case, sitting.frame
    ref = case.mediation.mediator
    if case.state != "open" or case.mediation.stage != "agreed" or case.mediation.until is None:
        return
    since = case.mediation.talks[-1][0]
    mine = [d for d in case.drafts.values() if d.template == BRIEF and d.at >= since]
    author = case.lead or conflicts.presiding(case, frame)
    if any(d.state != "void" for d in mine) or not author:
        return
    parts: dict[str, object] = {
        "terms": case.mediation.terms,
        "until": case.mediation.until.astimezone(frame.zone).date().isoformat(),
        "span": frame.rules.mediation_limit.days,
        "left": 0,
    }
    worded = sitting.counsel.worded(case, BRIEF, ref, parts)
    made = sitting.new_id()
    sitting.add(e.Drafted(made, BRIEF, ref, author, worded.subject, worded.text, worded.digest))
    sitting.write("preview", CaseGroup(), about={"draft": made})


# -- what a candidate or mediator answers -------------------------------------------------------

_YES = re.compile(r"(?i)(agree|clear|no conflict|yes)[\s.!,]*$")
_NO = re.compile(r"(?i)(decline|recuse|conflict)\b(?!-)|no[\s.!,]*$")


def answer_in(words: str) -> str:
    """The one word of a mediator's mail: "agree", "decline" or ""; on its first line."""
    line = next((x.strip(" \t*_\"'") for x in words.split("\n") if x.strip()), "")
    if _YES.match(line):
        return "agree"
    return "decline" if _NO.match(line) else ""


def answered(sitting: Sitting, ref: str, *, agreed: bool) -> None:
    """They are clear and willing, or not; no reason is asked, kept or passed on (JU-37)."""
    case = sitting.case
    if ref != case.mediation.mediator or not case.mediation.live:
        return
    if case.mediation.willing.get(ref) == agreed:
        return
    sitting.add(e.MediatorAnswered(ref, agreed))
    if agreed:
        sitting.write("arrived-too", PartyTo(ref), about={"ref": ref})
        line = f"{ref} has no conflict and would mediate. MEDIATE INVITE asks who comes next."
    else:
        void_drafts(sitting)
        line = f"{ref} does not mediate. MEDIATE CANDIDATE names another, MEDIATE CLOSE ends it."
    sitting.notice(line, at_once=True)


_VETTED = re.compile(r"(?im)^\W*vetted[\s-]+by\b[\s:-]*(.+)$")


def unvetted(case: Case, words: str) -> list[str] | None:
    """The parties whom no VETTED-BY line names; None when there is no such line (JU-43)."""
    lines = _VETTED.findall(words)
    if not lines:
        return None
    said = " ".join(f" {' '.join(_words(line))} " for line in lines)
    everybody = participants(case)
    given = [_words(p.name)[:1] for p in everybody]
    missing = []
    for party in everybody:
        spelt = [" ".join(_words(party.name)), party.ref.casefold()]
        if given.count(_words(party.name)[:1]) == 1:
            spelt += _words(party.name)[:1]
        if not any(f" {one} " in said for one in spelt if one):
            missing.append(party.ref)
    return missing


def _words(name: str) -> list[str]:
    return re.sub(r"[^\w]+", " ", fold(name)).split()


def filed(sitting: Sitting, ref: str, text: int, message_id: str, named: tuple[str, ...]) -> None:
    """The vetted report is kept and shown; the group decides on anything further (JU-44)."""
    case, n = sitting.case, sitting.number()
    withheld = tuple(p for p in named if not conflicts.out(case, p))  # product.md 5
    name = case.parties[ref].name
    kept = e.MailKept(n, ref, "mediation-report", text, name, message_id, withheld=withheld)
    sitting.add(kept)
    sitting.add(e.MediationReported(ref, n))
    void_drafts(sitting)
    sitting.write("party-mail", CaseGroup(withheld), about={"mail": str(n)})
    sitting.write("arrived-too", PartyTo(ref), about={"ref": ref})
    line = f"The report of {ref}, vetted by all parties, is in. PROPOSE decides what follows."
    sitting.notice(line, at_once=True)


# -- the clock ----------------------------------------------------------------------------------


def ticking(case: Case, frame: Frame) -> Iterator[timers.Clock]:
    """Day 10 to the mediator alone; at the end the lead decides and the reporter has news (A21)."""
    mediation, limit = case.mediation, frame.rules.mediation_limit
    if case.state != "open" or mediation.stage != "agreed" or mediation.until is None or not limit:
        return
    family = f"mediation-{len(mediation.talks)}"
    warned = mediation.until - limit * (14 - MEDIATOR_WARNED_AT) / 14
    yield timers.Clock(family, "warned", warned, _warn)
    yield timers.Clock(family, "over", mediation.until, _over)


def _warn(sitting: Sitting) -> None:
    mediation = sitting.case.mediation
    assert mediation.until is not None
    left = max(1, -(-(mediation.until - sitting.now) // timedelta(days=1)))
    about = {"left": str(left)}
    sitting.write(BRIEF, PartyTo(mediation.mediator), about=about)


def _over(sitting: Sitting) -> None:
    case, frame = sitting.case, sitting.frame
    lead = case.lead or conflicts.presiding(case, frame)
    about = {"what": "mediation"}
    sitting.write("reminder", One(lead) if lead else CaseGroup(), about=about)
    day = (frame.now.astimezone(frame.zone) + frame.rules.status_every).date().isoformat()
    for party in case.reporters():
        if not case.quiet and party.answerable and party.address:
            sitting.add(e.NewsPromised(party.ref, day))
            sitting.write("status-reporter", PartyTo(party.ref), about={"next": day})


def news_day(case: Case, frame: Frame, otherwise: date) -> date:
    """When the reporter hears again: in mediation the day after it should be over (JU-41)."""
    until = case.mediation.until
    if case.mediation.stage != "agreed" or until is None:
        return otherwise
    day = until.astimezone(frame.zone).date() + timedelta(days=1)
    return day if day > conflicts.local_day(frame) else otherwise


def paused(case: Case, frame: Frame, due: datetime) -> datetime:
    """A deadline of the committee, later by the days on which a mediator was at work (JU-41)."""
    for since, until in case.mediation.talks:
        if since <= due:
            due += (until or max(frame.now, since)) - since
    return due


def resolution_due(case: Case, frame: Frame) -> datetime:
    """By when the case should be resolved (JU-30)."""
    return paused(case, frame, (case.opened or frame.now) + frame.rules.resolution_limit)


# -- what comes next ----------------------------------------------------------------------------


def next_step(case: Case) -> tuple[str, str] | None:
    """The lead's next line while it is being arranged."""
    mediation = case.mediation
    if mediation.stage != "asking":
        return None
    if mediation.willing.get(mediation.mediator) is False:
        return f"MEDIATE CANDIDATE {EXAMPLE_NAME} {EXAMPLE_ADDRESS}", "somebody else could mediate"
    if mediation.willing.get(mediation.mediator) and uninvited(case):
        return "MEDIATE INVITE", "invite who comes next"
    return None


def uninvited(case: Case) -> list[Party]:
    """Who is to be invited next: the reporters, and only after their yes the reported (JU-38)."""
    asked = unaccepted(case, "reporter") or unaccepted(case, "reported")
    drafted = {
        d.ref for d in case.drafts.values() if d.template == INVITATION and d.state in UNSENT
    }
    return [p for p in asked if p.ref not in drafted and not invited(case, p.ref)]


def may_answer(case: Case, ref: str) -> bool:
    """Whether what this party wrote may be their answer to an invitation."""
    known = any(p.ref == ref for p in participants(case))
    return known and case.mediation.live and ever_invited(case, ref)


def offered(case: Case, ref: str) -> list[tuple[str, str]]:
    """The lines that record what an invited party wrote, below their mail."""
    if not may_answer(case, ref):
        return []
    yes = [] if accepted(case, ref) else [(f"MEDIATE YES {ref}", "they agree to the mediator")]
    if case.parties[ref].role == "reporter" and ref not in case.mediation.named:
        yes.append((f"MEDIATE YES {ref} NAMED", "they agree, and may be named"))
    return [*yes, (f"MEDIATE NO {ref}", "they would rather not")]


def awaited(case: Case) -> list[str]:
    """Whose answer is awaited; nobody of them is ever reminded."""
    mediation = case.mediation
    if mediation.stage == "agreed":
        return [f"the report of {mediation.mediator}, the mediator"]
    if mediation.stage != "asking":
        return []
    if mediation.mediator not in mediation.willing:
        sent = case.was_sent(f"party:{mediation.mediator}", QUESTION)
        return [f"the answer of {mediation.mediator} about mediating"] if sent else []
    left = [p.ref for p in participants(case) if not accepted(case, p.ref)]
    return [f"the answer of {ref} about the mediation" for ref in left if invited(case, ref)]
