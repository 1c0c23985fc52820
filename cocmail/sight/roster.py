"""Letters about the committee itself: the roster, its changes, newcomers and who leaves.

None says anything of a case: names on a newcomer's list stand alone (PS-73), and the last activity
in a review is a member's own word outside every case (product.md 5).
"""

from datetime import datetime, timedelta

from cocmail.core import changes, conflicts, seats
from cocmail.core.people import Person
from cocmail.core.seats import Change
from cocmail.sight import answers, probing, whole
from cocmail.sight.scene import Context, Scene, Seen

ROLES = {"member": "voting member", "adviser": "adviser", "alternate": "alternate"}


def roster(scene: Scene) -> Seen:
    """The kept list of voting members, and who else sits there (PS-05)."""
    frame = scene.frame
    members = frame.roster.members()
    context: Context = {
        "voting": [p.name for p in members if p.role == "member"],
        "others": [(p.name, ROLES[p.role]) for p in members if p.role != "member"],
        "chair": scene.name(frame.roster.chair),
        "contacts": [scene.name(p) for p in changes.contacts(frame.roster)],
        "first_reader": scene.name(conflicts.on_duty(frame)),
        "coming": [(changes.said(c, frame.roster), changes.in_force_at(frame.house, c), c.id)
                   for c in seats.announced(frame.house)],
    }  # fmt: skip
    return Seen(context)


def change(scene: Scene) -> Seen:
    """What changes, from when, and how to stop it."""
    frame = scene.frame
    news = frame.house.seats.news[int(scene.about["news"])]
    known = frame.house.seats.changes.get(news.change)
    context: Context = {
        "title": news.title, "lines": list(news.lines), "address": "", "hold": "", "at": None,
    }  # fmt: skip
    if known is not None and known.announced:
        context["hold"], context["at"] = known.id, changes.in_force_at(frame.house, known)
        if scene.who in changes.contacts(frame.roster):
            context["address"] = scene.records.address(0, known.asked.address)
    return Seen(context)


def confirm(scene: Scene) -> Seen:
    """The one-word question: of a held mail, or of a change that a contact wants."""
    known = scene.frame.house.seats.changes.get(int(scene.about["held"]))
    if scene.case.no or known is None:
        return answers.confirm(scene)
    context: Context = {
        "effect": _effect(scene, known), "expires": known.at + seats.CONFIRM_LIMIT,
        "change": True, "several": False,
    }  # fmt: skip
    return Seen(context)


def _effect(scene: Scene, change: Change) -> list[str]:
    """The whole effect, with the address that will be used."""
    address = scene.records.address(0, change.asked.address)
    said = changes.said(change, scene.frame.roster)
    lines = [f"{said}, at {address}" if address else said]
    if change.asked.verb == "OFFBOARD":
        lines.append("their access to everything ends at once")
    hours = int(seats.WAIT / timedelta(hours=1))
    lines.append("all members and council contacts are told at once")
    lines.append(f"in force after {hours} hours, unless two members or another contact say HOLD")
    return lines


def names(scene: Scene) -> Seen:
    """T35: numbered names, no code names, dates or counts; never the newcomer's own (PS-73)."""
    sent = scene.frame.house.seats.lists[scene.who]
    return Seen({"names": [_name(scene, refs) for refs in sent.lists], "tag": "new question"})


def _name(scene: Scene, refs: tuple[str, ...]) -> str:
    """The name behind a number; of an erased case nothing is left."""
    for ref in refs:
        no, _, who = ref.partition(":")
        party = scene.records.case(int(no)).parties.get(who)
        if party is not None:
            return scene.name(party.person) if party.person else party.name
    return "(no longer on record)"


def result(scene: Scene) -> Seen:
    """T36: how many cases opened, and how to ask; never whose stayed shut."""
    answered = scene.frame.house.seats.answered.get(scene.who)
    return Seen({"opened": answered.opened if answered else 0})


def offboarding(scene: Scene) -> Seen:
    """T37: access ended, please delete, confidentiality goes on; no case is named (PS-56)."""
    frame, person = scene.frame, scene.about["person"]
    known = frame.house.seats.changes.get(int(scene.about.get("change", "0")))
    open_yet = known is not None and known.announced
    context: Context = {
        "leaving": scene.who == person,
        "name": scene.name(person),
        "hold": known.id if known and open_yet and scene.who != person else "",
        "at": changes.in_force_at(frame.house, known) if known and open_yet else None,
    }
    return Seen(context)


def status(scene: Scene) -> Seen:
    """T32: the chair's digest, the council's roster review (b), a member's renewal (c)."""
    kind = scene.about.get("kind", "")
    if kind == "review":
        return Seen({"kind": kind, "members": _reviewed(scene)})
    if kind == "renewal":
        person = scene.frame.roster.people[scene.who]
        return Seen({"kind": kind, "name": person.name, "term_end": _term_end(scene, person)})
    seen = whole.chair_status(scene)
    return Seen({**seen.context, "kind": "", **probing.house(scene)}, seen.enclosures, seen.note)


def _reviewed(scene: Scene) -> list[dict[str, str]]:
    """GC-04: names, roles, term end, month of last activity; no case data."""
    frame = scene.frame
    made = []
    for person in frame.roster.members():
        role = "chair" if person.id == frame.roster.chair else ROLES[person.role]
        last = frame.house.seats.alive.get(person.id)
        made.append(
            {
                "name": person.name,
                "role": role,
                "term_end": _term_end(scene, person),
                "last": _local(scene, last).strftime("%Y-%m") if last else "",
            }
        )
    return made


def _term_end(scene: Scene, person: Person) -> str:
    began = seats.term_began(scene.frame.house, person)
    if began is None or not scene.frame.rules.term:
        return ""
    return _local(scene, began + scene.frame.rules.term).date().isoformat()


def _local(scene: Scene, moment: datetime) -> datetime:
    return moment.astimezone(scene.frame.zone)


SEEN = {
    "roster": roster,
    "roster-change": change,
    "confirm": confirm,
    "onboarding-names": names,
    "onboarding-result": result,
    "offboarding": offboarding,
    "chair-status": status,
}
