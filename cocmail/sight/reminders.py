"""What a reminder says, by what it is about: the words, when it is due, the line that settles it.

Each family adds its own here; those of the common path stand in answers.reminder. No content of
the case beyond its code name (T07).
"""

from collections.abc import Callable

from cocmail.sight import enacting, facts, keeping, mediation, standing, urgency
from cocmail.sight.scene import Scene

Said = tuple[str, object, str]  # what, due, the line that settles it


def _ban(scene: Scene) -> Said:
    """Two weeks before a ban ends or wants a review, and on the day (JU-29)."""
    ban = scene.case.bans.rows[scene.about["ban"]]
    day = scene.about["due"]
    if scene.about["what"] == "ban-end":
        what = (
            f"The ban of {ban.ref} ends on {day}; the administrators are told that day. Or extend."
        )
        return what, day, f"BAN EXTEND {ban.ref} UNTIL date"
    what = f"The ban of {ban.ref} is to be looked at again by {day}: extend, lift or keep it."
    return what, day, f"BAN REVIEW {ban.ref} date"


def _ban_over(scene: Scene) -> Said:
    """T31b: the way back was told; the group may still want it otherwise."""
    ban = scene.case.bans.rows[scene.about["ban"]]
    what = f"The ban of {ban.ref} is over today, and the administrators are told."
    return what, ban.until or scene.frame.now, f"BAN EXTEND {ban.ref} UNTIL date"


def _enact(scene: Scene) -> Said:
    """One and two weeks without DONE (T31); the letter was sent again."""
    name, days = scene.name(scene.about["person"]), scene.about["days"]
    ref = scene.about["ban"]
    what = (
        f"{name} has not answered DONE for {days} days about the ban of {ref}, and is asked again. "
        "Please reach them in another way, if you can."
    )
    return what, scene.frame.now, ""


def _history(scene: Scene) -> Said:
    """PS-30: the older case's group is asked; who asks stays unknown to it."""
    what = (
        "A group that works on another report asks whether more is known about a person of this "
        "case. If you want to let them know that this case exists, say so."
    )
    return what, scene.frame.now, "SHARE"


def _escrow(scene: Scene) -> Said:
    """B-24: the first reporter is asked, not told."""
    what = (
        "The person of this report, which is kept until it happens again, was reported again. "
        "Ask the reporter of this case, without telling, whether it may be acted on now."
    )
    return what, scene.frame.now, "ASK REPORTER"


REMINDERS: dict[str, Callable[[Scene], Said]] = {
    **enacting.REMINDERS,
    **urgency.REMINDERS,
    **facts.REMINDERS,
    **standing.REMINDERS,
    **keeping.REMINDERS,
    **mediation.REMINDERS,
    "ban-end": _ban,
    "ban-review": _ban,
    "ban-over": _ban_over,
    "enact": _enact,
    "history": _history,
    "escrow": _escrow,
}
