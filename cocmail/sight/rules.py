"""T38: a rule change, as each of its letters tells it; nothing of any case is in it."""

from datetime import timedelta

from cocmail.core import rulechange
from cocmail.core.rulechange import Change
from cocmail.mail.kept import unpack
from cocmail.sight.scene import Context, Scene, Seen

GONE = Seen({}, note="nothing-new")


def rule_change(scene: Scene) -> Seen:
    """The text, the days left, the ballot and its base; to who votes, and to the board."""
    frame, what = scene.frame, scene.about["what"]
    change = frame.house.changes.get(int(scene.about["change"]))
    person = frame.roster.people[scene.who]
    right = person.contact if what == "board" else scene.who in rulechange.voting(frame.roster)
    if change is None or not right:
        return GONE
    words = _talk(scene, change) if what == "talk" else change.text
    if not words or (what == "ballot" and change.decided):
        return GONE
    decided = change.decided
    on = rulechange.latest(change, frame)
    author = change.by if what != "talk" else change.talks[int(scene.about["n"])].by
    context: Context = {
        "what": what, "number": change.n, "title": change.title, "words": words,
        "author": scene.name(author), "id": change.ballot,
        "ballot_from": rulechange.earliest(change, frame), "ballot_on": on,
        "days_left": max(0, -((frame.now - on) // timedelta(days=1))),
        "base": decided.base if decided else len(rulechange.voting(frame.roster)),
        "needed": decided.needed if decided else rulechange.needed(frame.roster),
        "passed": bool(decided and decided.passed), "yes": decided.yes if decided else 0,
        "no": decided.no if decided else 0, "abstain": decided.abstain if decided else 0,
        "result": change.result,
    }  # fmt: skip
    return Seen(context)


def _talk(scene: Scene, change: Change) -> str:
    said = change.talks[int(scene.about["n"])]
    store = scene.records.store
    content = store.transit(said.transit) if said.transit else store.text(0, said.text)
    return unpack(content or b"").text if content else ""


SEEN = {"rule-change": rule_change}
