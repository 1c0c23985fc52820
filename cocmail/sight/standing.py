"""What letters say about how strong a case group is, and about who stays in it."""

from collections.abc import Callable

from cocmail.core import standins
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


REMINDERS: dict[str, Callable[[Scene], tuple[str, object, str]]] = {
    "small-group": _small,
    "interim": _interim,
}
