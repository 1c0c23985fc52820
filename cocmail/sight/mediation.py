"""Letters of a mediation, and the question about a party's second address.

What a mediator and a party write to each other is read from transit, shown to the one, and gone
(JU-42). A reporter's name stands in none of them before they let it be told.
"""

from collections.abc import Callable
from typing import assert_never

from cocmail.core import mediating
from cocmail.core.entries.mediation import (
    MediationAgreed,
    MediationClosed,
    MediationFact,
    MediationReported,
    MediationTermsSet,
    MediatorAnswered,
    MediatorProposed,
    PartyAnswered,
)
from cocmail.mail.kept import unpack
from cocmail.sight.scene import Context, Scene, Seen


def relays(scene: Scene) -> Context:
    """For the brief: each party by the name the mediator may know, and the way to write to them."""
    case, records = scene.case, scene.records
    return {
        "parties": [
            (mediating.label(case, p.ref), records.party_handle(case, scene.who, p.ref))
            for p in mediating.participants(case)
        ]
    }


def brief(scene: Scene) -> Seen:
    """T28 on day 10: so many days left, and what is still wanted; nobody is named."""
    left = int(scene.about.get("left", "0"))
    return Seen({"left": left, "parties": [], "terms": "", "until": "", "span": 0})


def talk(scene: Scene) -> Seen:
    """What one of them wrote to the other; the text is nowhere else."""
    case, other = scene.case, scene.about["with"]
    words = unpack(scene.records.store.transit(scene.transit) or b"")
    mediator = scene.who.startswith("M")
    context: Context = {
        "author": mediating.label(case, other) if mediator else case.parties[other].name,
        "text": words.text,
        "files": bool(scene.about.get("files")),
        **_reader(scene),
    }
    return Seen(context)


def asked(scene: Scene) -> Seen:
    """Something was not passed on, or not taken, and what would help."""
    case, other = scene.case, scene.about.get("other", "")
    missing = [mediating.label(case, r) for r in scene.about.get("missing", "").split() if r]
    context: Context = {
        "why": scene.about["why"],
        "missing": missing,
        "other": _called(scene, other) if other else "",
        **_reader(scene),
    }
    return Seen(context)


def _called(scene: Scene, other: str) -> str:
    if scene.who.startswith("M"):
        return mediating.label(scene.case, other)
    return scene.case.parties[other].name


def _reader(scene: Scene) -> Context:
    role = scene.case.parties[scene.who].role
    return {"mediates": role == "mediator", "reported": role in ("reported", "mediator")}


def address_check(scene: Scene) -> Seen:
    """T45: the other address and a code; nothing of what came from there."""
    row = scene.case.second.rows[scene.about["check"]]
    if row.own is not None:
        return Seen({}, note="nothing-new")
    other = scene.records.address(scene.case.no, row.address)
    return Seen({"word": row.id, "other": other, "reported": _reader(scene)["reported"]})


# -- the document and reminders -----------------------------------------------------------------


def standing(scene: Scene) -> list[tuple[str, str]]:
    """Until when a mediator is at work, and that the clock of the group waits for it (JU-41)."""
    mediation = scene.case.mediation
    if mediation.stage != "agreed" or mediation.until is None:
        return []
    day = mediation.until.astimezone(scene.frame.zone).date().isoformat()
    words = f"agreed, until {day}; the clock of the outcome is paused, news to reporters is not"
    return [("Mediation", words)]


def steps(scene: Scene) -> list[tuple[object, str]]:
    """The steps of a mediation, dated; nothing of what was said in it."""
    return [(at, _step(scene, step)) for step, at in scene.case.mediation.steps]


def _step(scene: Scene, step: MediationFact) -> str:
    parties = scene.case.parties
    match step:
        case MediatorProposed():
            name = parties[step.ref].name
            return f"{scene.name(step.by)}: {name} ({step.ref}) could mediate"
        case MediatorAnswered():
            said = "has no conflict and would mediate" if step.agreed else "does not mediate"
            return f"{step.ref} {said}"
        case MediationTermsSet():
            return f"{scene.name(step.by)}: terms of the mediation: {step.text}"
        case PartyAnswered() if step.yes:
            named = " and may be named" if step.named else ""
            said = f"{step.ref} agrees to mediation with {step.mediator}{named}"
            return f"{scene.name(step.by)} recorded: {said}"
        case PartyAnswered():
            return f"{scene.name(step.by)} recorded: {step.ref} would rather not mediate"
        case MediationAgreed():
            day = step.until.astimezone(scene.frame.zone).date().isoformat()
            return f"All agreed: {step.ref} mediates until {day}"
        case MediationReported():
            return f"The vetted report of {step.ref} is mail {step.n}"
        case MediationClosed():
            return f"{scene.name(step.by)} ended the mediation"
        case _:
            assert_never(step)


def _over(scene: Scene) -> tuple[str, object, str]:
    """Day 14 without a report: the lead decides (A21)."""
    what = "The time for the mediation is over and no vetted report is in. The lead decides."
    return what, scene.case.mediation.until or scene.frame.now, "MEDIATE CLOSE"


REMINDERS: dict[str, Callable[[Scene], tuple[str, object, str]]] = {"mediation": _over}
SEEN = {
    "mediator-brief": brief,
    "mediation-talk": talk,
    "mediation-asked": asked,
    "address-check": address_check,
}
