"""What letters say about how strong a case group is, and about what leaked from it."""

from collections.abc import Callable

from cocmail.core import mishaps, standins
from cocmail.core.case import Case
from cocmail.sight.scene import Scene


def _small(scene: Scene) -> tuple[str, object, str]:
    """GC-02: how many are left, and who is asked; never who is out, or why."""
    case, frame = scene.case, scene.frame
    n, least = int(scene.about["n"]), frame.rules.case_minimum
    what = (
        f"The case group is too small: {n} voting member{'' if n == 1 else 's'}, and it should be "
        f"at least {least} (GC-02). "
    )
    if not case.stand_ins:
        return what + "Nobody is configured to stand in.", frame.now, "STATUS"
    what += "Those who may stand in are asked whether they have a conflict. "
    if not standins.names(case) and not case.silent_out:
        what += "They are not told yet whom it involves: ABOUT and the name tells them."
        return what, frame.now, "ABOUT First Last"
    return what.strip(), frame.now, "STATUS"


def _interim(scene: Scene) -> tuple[str, object, str]:
    """JU-02: nobody acted in time."""
    what = (
        f"No member has answered on this case yet. The {scene.frame.rules.parent} is asked now "
        "whether it can act for the committee, each of its people by the conflict question."
    )
    return what, scene.frame.now, "TAKE"


def _shared(scene: Scene) -> tuple[str, object, str]:
    """PS-02: why delivery pauses; case mail goes to one person's own box."""
    name = scene.name(scene.about["person"])
    seen = "came through a mailing list" if scene.about["what"] == "list-address" else (
        "was written under somebody else's name")  # fmt: skip
    what = (
        f"An answer of {name} {seen}, so their address may be read by several people. No mail of "
        "this case goes there until you let it. The operator can give them another address."
    )
    return what, scene.frame.now, f"ADMIT {name}"


def _unreached(scene: Scene) -> tuple[str, object, str]:
    """Silence is no answer of somebody who was never asked."""
    name = scene.name(scene.about["person"])
    what = (
        f"The mail server of {name} refused the question whether they have a conflict: they do not "
        "know that it was asked. Tell them by another way, without the matter; the operator can "
        "give them another address."
    )
    return what, scene.frame.now, "STATUS"


def leaks(scene: Scene) -> list[tuple[str, str]]:
    """The mark of a leak in the status of its case: when, whom it reached, who was told (E-7)."""
    waiting = dict(mishaps.untold(scene.case))
    made = []
    for leak, at in scene.case.mishaps.leaks:
        day = at.astimezone(scene.frame.zone).strftime("%Y-%m-%d %H:%M")
        said = [f"{ref} (not told yet)" if ref in waiting else ref for ref in leak.refs]
        made.append(("Leak", f"{day}, a mail of {scene.name(leak.by)} reached {', '.join(said)}"))
    return made


def overdue(case: Case) -> list[str]:
    """A leak tops the chair's list until the letter about it left."""
    return [f"{case.code}: leak, {ref} was not told yet" for ref, _ in mishaps.untold(case)]


REMINDERS: dict[str, Callable[[Scene], tuple[str, object, str]]] = {
    "small-group": _small,
    "interim": _interim,
    "list-address": _shared,
    "shared-address": _shared,
    "unreached": _unreached,
}
