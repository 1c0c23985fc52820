"""Letters about records: the notice before one is erased, the request to delete copies, the survey.

No content stands in them (T43): what there is is told by kind and number.
"""

from collections.abc import Callable
from datetime import date, timedelta

from cocmail.core import conflicts, retention
from cocmail.core.case import Case
from cocmail.sight.scene import Context, Scene, Seen

GONE = Seen({}, note="nothing-new")
_YEAR = timedelta(days=365)


def notice(scene: Scene) -> Seen:
    """T43 to whoever keeps the record; after erasing, to each who holds copies (PS-56)."""
    about = scene.about
    empty: Context = {
        "erased": bool(about.get("erased")), "case_name": about.get("code", ""),
        "since": about.get("since", ""), "until": about.get("until", ""),
        "day": "", "what": [], "sensitive": False, "later": "",
    }  # fmt: skip
    if about.get("erased"):
        return Seen(empty)
    case, day = scene.case, about["day"]
    if case.state != "closed" or conflicts.standing(case, scene.who) != "in":
        return GONE
    later = (date.fromisoformat(day) + _YEAR).isoformat()
    sensitive = retention.sensitive(case)
    return Seen({**empty, "day": day, "what": _kinds(case), "sensitive": sensitive, "later": later})


def _kinds(case: Case) -> list[str]:
    told = (
        ("mail", len(case.mails)), ("letter", len([d for d in case.drafts.values()
                                                   if d.state == "sent"])),
        ("note", len(case.notes)), ("ballot", len(case.ballots)), ("talk", len(case.talks)),
        ("party", len(case.parties)),
    )  # fmt: skip
    plural = {"party": "parties"}
    return [f"{n} {word if n == 1 else plural.get(word, word + 's')}" for word, n in told if n]


def _record(scene: Scene) -> tuple[str, object, str]:
    """JU-49: who asks and why; whoever presides gives the second word."""
    request = scene.case.keeping.asked[scene.about["record"]]
    what = (
        f"{scene.name(request.person)} of the council asks for the record of this case and has "
        f"declared no conflict. The reason given: {request.why}"
    )
    return what, scene.frame.now, f"OK {request.id}"


REMINDERS: dict[str, Callable[[Scene], tuple[str, object, str]]] = {"record": _record}


def plain(_: Scene) -> Seen:
    """Every word of it is template (T46)."""
    return Seen({})


SEEN = {"retention-notice": notice, "survey": plain}
