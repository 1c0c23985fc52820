"""Letters of a case's end and of what outlasts it: bans, older cases, the audit.

What goes to administrators and the core team is the person, the measure, spaces and dates; neither
a reason nor a reporter stands in it (T30, T31).
"""

import re

from cocmail.core import conflicts, older
from cocmail.core import entries as e
from cocmail.core.bans import EVERYWHERE, Ban
from cocmail.core.case import Case
from cocmail.core.commands.outcome import RESULTS
from cocmail.core.people import fold_name
from cocmail.sight.scene import Context, Scene, Seen

GONE = Seen({}, note="nothing-new")


def measure(scene: Scene) -> Seen:
    """T30 and T31: as the register has it now; a ban that was lifted meanwhile is not announced."""
    ban = scene.case.bans.rows.get(scene.about.get("ban", ""))
    if ban is None or (scene.template == "ongoing-measure" and ban.lifted):
        return GONE
    spaces = _of_reader(scene, ban) if scene.template == "enact" else ban.spaces
    again: Context = {"again": bool(scene.about.get("again"))}
    return Seen(_words(scene, ban, spaces) | (again if scene.template == "enact" else {}))


def _of_reader(scene: Scene, ban: Ban) -> tuple[str, ...]:
    """An administrator hears of the spaces they look after, and of no others."""
    own = scene.frame.roster.people[scene.who].spaces
    return ban.spaces if EVERYWHERE in ban.spaces else tuple(s for s in ban.spaces if s in own)


def _words(scene: Scene, ban: Ban, spaces: tuple[str, ...]) -> Context:
    names = {space.id: space.name for space in scene.config.spaces}
    return {
        "person": ban.name, "spaces": [names.get(s, s) for s in spaces],
        "everywhere": EVERYWHERE in ban.spaces, "since": ban.since, "until": ban.until,
        "lifted": ban.lifted, "provisional": ban.provisional,
    }  # fmt: skip


def bans(scene: Scene) -> Seen:
    """The register for the chair; of one person for anybody, from cases open to them (JU-29)."""
    wanted = scene.about.get("name", "")
    rows = [
        {**_words(scene, ban, ban.spaces), "code": case.code, "review": ban.review}
        for case in scene.records.banned()
        if _shown(scene, case, whole=not wanted)
        for ban in case.bans.rows.values()
        if not wanted or _same(ban, wanted)
    ]
    return Seen({"rows": rows, "name": wanted, "reader": scene.name(scene.who)})


def _shown(scene: Scene, case: Case, *, whole: bool) -> bool:
    if conflicts.standing(case, scene.who) != "in":
        return False
    presides = conflicts.presiding(case, scene.frame) == scene.who
    return not whole or presides or scene.who == scene.frame.roster.chair


def _same(ban: Ban, words: str) -> bool:
    said, own = set(fold_name(words).split()), set(fold_name(ban.name).split())
    return bool(said) and (said <= own or own <= said)


def history(scene: Scene) -> Seen:
    """Cases about one person that the reader may read; or who can say more about an older one."""
    records = scene.records
    if scene.about.get("older"):
        older = records.case(int(scene.about["older"]))
        if conflicts.out(older, scene.who):
            return GONE
        shared: Context = {
            "name": "", "cases": [], "shared": scene.name(scene.about["by"]),
            "older": older.opened,
        }  # fmt: skip
        return Seen(shared)
    name = scene.about.get("name", "")
    cases = [
        {"code": c.code, "opened": c.opened, "result": c.result_words or RESULTS.get(c.result, "")}
        for c in records.reported(name)
        if c.no != scene.case.no and conflicts.standing(c, scene.who) == "in"
    ]
    return Seen({"name": name, "cases": cases, "shared": "", "older": None})


def audit(scene: Scene) -> Seen:
    """Every step by its kind and time, without a name or a word (B-17)."""
    rows = (
        row for row in scene.records.store.entries(scene.case.no)
        if not scene.kept_from(older.caused(e.read(row.kind, row.payload)))
    )  # fmt: skip
    steps = [
        (n, row.at, re.sub(r"(?<!^)(?=[A-Z])", " ", row.kind).lower())
        for n, row in enumerate(rows, 1)
    ]
    return Seen({"title": scene.case.code or "this case", "steps": steps})


def plain(_: Scene) -> Seen:
    """Every word of it is template."""
    return Seen({})


SEEN = {
    "enact": measure,
    "ongoing-measure": measure,
    "bans": bans,
    "history": history,
    "audit": audit,
    "kept-on-file": plain,
    "not-conduct": plain,
    "council-report": plain,  # these two leave as they were approved
    "statement": plain,
}
