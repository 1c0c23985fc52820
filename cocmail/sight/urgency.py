"""Letters of urgent cases: to administrators, the reporter, the group that reviews (T10 to T13).

Administrators hear of the account and of their own spaces; neither a report nor a reporter stands
in it.
"""

from collections.abc import Callable

from cocmail.core import conflicts
from cocmail.core.case import Case
from cocmail.core.soloacts import CATEGORIES
from cocmail.core.urgency import Act
from cocmail.sight.scene import Context, Scene, Seen

Due = tuple[str, object, str]  # what is due, when, the line that settles it
GONE = Seen({}, note="nothing-new")


def disconnect(scene: Scene) -> Seen:
    """T10: the account, the reader's own spaces, the measure; nothing of the case (NP-04)."""
    act = scene.case.urgency.acts[int(scene.about["act"])]
    over, again = bool(scene.about.get("over")), bool(scene.about.get("again"))
    if (again and scene.who in act.answers) or (not over and act.reviewed == "reverse"):
        return GONE
    names = {space.id: space.name for space in scene.config.spaces}
    own = scene.frame.roster.people[scene.who].spaces
    party = scene.case.parties.get(act.ref)
    context: Context = {
        "account": party.name if party else act.what,
        "spaces": [names.get(s, s) for s in own],
        "over": over,
        "again": again,
    }
    return Seen(context)


def plain(_: Scene) -> Seen:
    """T11: every word of it is template."""
    return Seen({})


def review(scene: Scene) -> Seen:
    """T13: what, when, by whom, on what ground, as far as it is known (NP-07, JU-09)."""
    act = scene.case.urgency.acts[int(scene.about["act"])]
    if act.reviewed:
        return GONE
    consensus = scene.frame.rules.decision_rule == "consensus"
    context: Context = {
        "n": act.n,
        "what": act.what,
        "author": scene.name(act.by),
        "at": act.at,
        "reported": act.reported,
        "ground": CATEGORIES.get(act.ground, act.ground),
        "tool": act.tool,
        "contacts": [_contact(scene, act, p) for p in act.asked],
        "requested": act.ref if act.requests else "",
        "again": bool(scene.about.get("again")),
        "rule": "It takes everyone of the group."
        if consensus
        else "It takes two thirds of the members without a conflict.",
    }
    return Seen(context)


def _contact(scene: Scene, act: Act, person: str) -> tuple[str, list[str], str]:
    known = scene.frame.roster.people.get(person)
    said = {True: "done", False: "has to wait", None: "no answer yet"}[act.answers.get(person)]
    return scene.name(person), list(known.spaces) if known else [], said


def line(scene: Scene, act: Act) -> str:
    """One act in one line, for status, document and the report to the council."""
    ends = {"ok": "reviewed, it stands", "reverse": "reviewed, taken back"}.get(act.reviewed, "")
    at = act.at.astimezone(scene.frame.zone).strftime("%Y-%m-%d %H:%M")
    return f"{at}, {scene.name(act.by)}: {act.what}; {ends or 'not reviewed yet'}"


def emergency(scene: Scene) -> list[tuple[str, str]]:
    """The contacts of the space, of every space where it is not known, once somebody is at risk
    (JU-08)."""
    case = scene.case
    if case.safety != "yes":
        return []
    return [
        (space.name, space.emergency)
        for space in scene.config.spaces
        if space.emergency and case.space in ("", space.id)
    ]


def severity(case: Case) -> str:
    """The answer to the first question, with its kind."""
    kind = f", {case.urgency.category}" if case.urgency.category else ""
    return f"{case.urgency.severe}{kind}" if case.urgency.severe else "-"


def overdue(case: Case) -> list[str]:
    """What tops the chair's status mail (NP-07)."""
    left = case.urgency.unreviewed()
    return [f"{case.code}: act {act.n} of a member alone, to review" for act in left]


def steps(scene: Scene) -> list[tuple[object, str]]:
    """For the case document: acts and their review, severity, what left without a second reader."""
    state = scene.case.urgency
    made: list[tuple[object, str]] = [
        (act.at, f"Act of a single member, {line(scene, act)}") for act in state.acts.values()
    ]
    for letter, at in scene.case.sent:
        alone = state.alone.get(dict(letter.about).get("draft", ""))
        if alone is not None and letter.reader.startswith("party:"):
            made.append((at, f"{scene.name(alone.by)} sent {alone.id} alone: {alone.reason}"))
    return made


# -- reminders (T07) ------------------------------------------------------------------------------


def _act(scene: Scene) -> Act:
    return scene.case.urgency.acts[int(scene.about["act"])]


def _actor(scene: Scene) -> Due:
    act, limit = _act(scene), scene.frame.rules.solo_act_limit
    if act.reported:
        waits = [
            scene.name(p)
            for p in conflicts.deciders(scene.case, scene.frame.roster)
            if p not in act.votes and p != act.by
        ]
        names = ", ".join(waits) or "the group"
        return f"What you did alone is not reviewed yet. It waits for {names}.", act.at + limit, ""
    words = "What you did alone is reported to the committee within this time: what, when, how."
    return words, act.at + limit, "ACTED what AT 2026-03-07 03:20"


def _chair(scene: Scene) -> Due:
    act, limit = _act(scene), scene.frame.rules.solo_act_limit
    said = "" if act.reported else " and has not reported it"
    words = f"A member acted alone{said}; the time for its report and review is over."
    return words, act.at + limit, f"REVIEW OK {act.n}" if scene.case.state == "open" else ""


def _emergency(scene: Scene) -> Due:
    known = "; ".join(f"{name}: {who}" for name, who in emergency(scene))
    words = "Somebody's safety is at risk."
    return f"{words} Emergency contacts: {known}" if known else words, scene.frame.now, ""


REMINDERS: dict[str, Callable[[Scene], Due]] = {
    "solo-act": _actor,
    "solo-act-over": _chair,
    "emergency": _emergency,
}
SEEN = {"disconnect": disconnect, "severe-reporter": plain, "solo-act-review": review}
