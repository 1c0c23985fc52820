"""Letters between a decision and its effect: deadlock, hand-over, reminders of what is awaited."""

from collections.abc import Callable
from datetime import datetime

from cocmail.core import consult, deadlock
from cocmail.core.case import Case
from cocmail.core.entries.enacting import (
    BoardAsked,
    BreakAnswered,
    BreakAsked,
    EnactingFact,
    FeedbackNoted,
    HandedBack,
    HandedOver,
    ModeratorAnswered,
    StepWaived,
)
from cocmail.core.mediating import TALK
from cocmail.mail.replies import own_words
from cocmail.sight.scene import Context, Scene, Seen

Due = tuple[str, object, str]  # what is due, when, the line that settles it


def warning(scene: Scene) -> Seen:
    """T15: since when, which objections stand, what happens at the limit."""
    case, frame = scene.case, scene.frame
    standing = deadlock.standing(case, frame)
    ballot = case.ballot()
    if ballot is None or not standing:
        return Seen({"since": frame.now, "over": frame.now, "objections": [], "id": ""},
                    note="nothing-new")  # fmt: skip
    context: Context = {
        "since": min(standing.values()),
        "over": deadlock.over(case, frame),
        "objections": [(scene.name(p), ballot.votes[p][1]) for p in standing],
        "id": ballot.id,
    }
    return Seen(context)


def handover(scene: Scene) -> Seen:
    """T16: which case, a deadlock, and how to declare conflicts; nothing else of it (JU-20)."""
    now = scene.frame.now
    since = scene.about.get("since", "")
    context: Context = {
        "case_name": scene.case.code,
        "since": datetime.fromisoformat(since) if since else now,
        "closes_at": (scene.case.enacting.handed or now) + scene.frame.rules.conflict_window,
    }
    return Seen(context)


def chased(scene: Scene) -> Seen:
    """T18: the due date and no new details."""
    return Seen({"due": datetime.fromisoformat(scene.about["due"])})


# -- the case document ---------------------------------------------------------------------------


def steps(scene: Scene) -> list[tuple[object, str]]:
    """What happened between decision and effect, dated, with the reasons that were given."""
    case = scene.case
    made: list[tuple[object, str]] = [
        (at, said) for step, at in case.enacting.steps if (said := _step(scene, step))
    ]
    for ref, template, at in lost(case):
        if template == consult.LETTER:
            made.append((at, f"{ref}: impossible to ask, the letter did not arrive"))
    return made


def lost(case: Case) -> list[tuple[str, str, datetime]]:
    """The letters that did not reach a party: whom, which, and when that was known (T41)."""
    return [
        (failed.reader.removeprefix("party:"), failed.template, at)
        for failed, at in case.failed
        if failed.reader.startswith("party:") and failed.template != TALK
    ]


def _step(scene: Scene, step: EnactingFact) -> str:
    match step:
        case ModeratorAnswered():
            said = "accepted" if step.accepted else f"disagrees: {step.why}"
            return f"{scene.name(step.person)}, moderator, {said}"
        case StepWaived():
            return f"{scene.name(step.by)} would go on without the {step.step}: {step.reason}"
        case FeedbackNoted():
            return (
                f"{step.ref}: feedback, mail {step.mail}" if step.mail else f"{step.ref}: no answer"
            )
        case HandedOver():
            return "The case went to the council: a deadlock"
        case HandedBack():
            return "The council handed the case back"
        case BoardAsked():
            return "The board was asked about conflicts"
        case BreakAnswered():
            return f"{step.ref} {'agreed to' if step.agreed else 'refused'} the break"
        case BreakAsked():
            return f"{step.ref} is to answer about a break by {step.until}"


def with_offices(scene: Scene) -> list[tuple[object, str]]:
    """Letters to moderators, administrators and council, and what they wrote back (PS-67)."""
    case = scene.case
    made: list[tuple[object, str]] = [
        (draft.approved_at, f"To the {draft.ref[1:]}:\n{draft.text}")
        for draft in case.drafts.values()
        if draft.ref[0] == "@" and draft.state == "sent"
    ]
    for kept, at in case.mails:
        if kept.kind == "outside" and scene.who not in kept.withheld:
            words = own_words(scene.records.mail(case.no, kept.text).text)
            made.append((at, f"From {scene.name(kept.source)}:\n{words}"))
    return sorted(made, key=lambda pair: str(pair[0]))


# -- reminders (T07) -----------------------------------------------------------------------------


def _moderators(scene: Scene) -> Due:
    words = (
        "No moderator has answered the recommendation. Silence is never counted as a yes; the "
        "group may go on without them."
    )
    return words, datetime.fromisoformat(scene.about["due"]), "WAIVE MODS the reason"


def _consultation(scene: Scene) -> Due:
    ref = scene.about.get("ref", "R1")
    words = f"{ref} has not answered to the proposed resolution yet. After this, no answer is noted"
    return f"{words}.", datetime.fromisoformat(scene.about["due"]), ""


def _nobody(scene: Scene) -> Due:
    words = "The deadlock should go to the council, but all of it is out of this case."
    return words, scene.frame.now, "PROPOSE"


REMINDERS: dict[str, Callable[[Scene], Due]] = {
    "moderators": _moderators,
    "consultation": _consultation,
    "council-none": _nobody,
}


def approved(_: Scene) -> Seen:
    """Leaves in the words that a second reader saw."""
    return Seen({})


SEEN = {
    "deadlock": warning,
    "handover": handover,
    "recommendation": approved,
    "recommendation-reminder": chased,
    "board-notice": approved,
}
