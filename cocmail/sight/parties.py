"""Letters to parties: reporters, the reported person, witnesses.

They hold no code name, no member's address and nothing of the report (promise 5).
"""

from dataclasses import replace
from datetime import date, datetime, time

from cocmail.core import conflicts
from cocmail.core.case import Case
from cocmail.core.mediating import BRIEF
from cocmail.keyring import grouped
from cocmail.mail.build import Enclosure
from cocmail.mail.openpgp import PublicKey
from cocmail.sight import mediation
from cocmail.sight.scene import Context, Scene, Seen
from cocmail.wordcheck import known_words

NAMES_SHOWN = 6  # above, the receipt gives a count
LONGEST = 110  # words of a receipt before its rule (product.md 7)
WORDING = 61  # of these always taken by the template; names get what is left


def receipt(scene: Scene) -> Seen:
    """T01: commits to nothing, quotes nothing, says what happens next and by when.

    It is the same whether or not the writer is the reported person of another case (promise 4).
    """
    frame = scene.frame
    unlinked = {p: x for p, x in scene.case.excluded.items() if x.why != "linked"}
    case = replace(scene.case, excluded=unlinked)
    opened = case.opened or frame.now
    held = case.state == "held"
    readers = _readers(scene, case)
    left_out = [
        scene.name(p) for p in case.excluded if _on_committee(scene, p)
        and case.excluded[p].why in ("matched", "reporter", "about", "screener")
    ]  # fmt: skip
    first = scene.name(case.first_reader) if held and _first(case) else ""
    party = case.parties[scene.who]
    rules = frame.rules
    elsewhere = scene.config.operators.elsewhere or ""
    room = LONGEST - WORDING - _words(scene.config.committee.emergency or "")
    room -= 6 + _words(elsewhere) if elsewhere else 0
    room -= 11 + _words(first) if first else 0
    room -= 0 if party.confirmed else 9
    left_shown = left_out if _fit(left_out, room) else [_count(left_out)]
    shown = [] if first or not _fit(readers, room - _words(*left_shown)) else readers
    context: Context = {
        "human_by": opened + rules.first_human_limit,
        "held": held,
        "already": not held,
        "first": first,
        "first_until": opened + rules.ack_limit / 3,
        "readers": shown,
        "reader_count": len(readers),
        "left_out": left_shown,
        "elsewhere": elsewhere,
        "unconfirmed": not party.confirmed,
        "resolution_by": opened + rules.resolution_limit,
        "procedure_line": f"{rules.title}, version {case.version or rules.version}",
        "openpgp": grouped(scene.key.fingerprint) if scene.key else "",
    }
    key = (_enclosed(scene.key),) if scene.key else ()
    return Seen(context, key)


def _enclosed(key: PublicKey) -> Enclosure:
    return Enclosure("openpgp-key.asc", "application/pgp-keys", key.armored.encode())


def _words(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)


def _fit(names: list[str], room: int) -> bool:
    """Whether these names may all stand in the receipt; the count instead takes three words."""
    return len(names) <= NAMES_SHOWN and _words(*names) <= max(room - 3, 2)


def _count(names: list[str]) -> str:
    return f"{len(names)} member{'' if len(names) == 1 else 's'}"


def _first(case: Case) -> bool:
    """Whether the one to whom the mail was written has it still."""
    return bool(case.first_reader) and case.screener == case.first_reader


def _on_committee(scene: Scene, person: str) -> bool:
    known = scene.frame.roster.people.get(person)
    return known is not None and known.office == "member"


def _readers(scene: Scene, case: Case) -> list[str]:
    """Who may read it: everyone of the committee who is not out of it."""
    roster = scene.frame.roster
    waiting = set(case.calls.asked) - set(case.group)  # asked only, nothing was sent to them
    return [p.name for p in conflicts.candidates(case, roster) if p.id not in waiting]


def first_contact(scene: Scene) -> Seen:
    """T02: a named person, and by when there is news."""
    case, frame = scene.case, scene.frame
    promised = case.promised.get(scene.who, "")
    by = (case.opened or frame.now) + frame.rules.resolution_limit
    if promised:
        by = _morning(promised, scene)
    if by <= frame.now:
        by = frame.now + frame.rules.status_every
    contact = scene.about.get("contact") or case.lead
    context: Context = {
        "contact": scene.name(contact),
        "changed": bool(scene.about.get("changed")),
        "news_by": by,
    }
    return Seen(context)


def _morning(day: str, scene: Scene) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(9), scene.frame.zone)


def arrived_too(scene: Scene) -> Seen:
    """Later mail arrived. A reported person has no contact person, and learns no member's name."""
    reported = scene.case.parties[scene.who].role in ("reported", "mediator")
    lead = "" if reported else scene.case.lead
    return Seen({"reported": reported, "contact": scene.name(lead) if lead else ""})


def status_reporter(scene: Scene) -> Seen:
    """T26, neutral and automatic; a drafted one leaves as it was approved."""
    day = scene.about.get("next", "")
    frame = scene.frame
    news = _morning(day, scene) if day else frame.now + frame.rules.status_every
    contact = scene.name(scene.case.lead) if scene.case.lead else ""
    agreed = scene.case.mediation.stage == "agreed"  # and so did this reporter (JU-41)
    return Seen({"next_news": news, "contact": contact, "words": "", "mediation": agreed})


def drafted(scene: Scene, template: str, parts: dict[str, object], language: str) -> Context:
    """The context of a letter that a member drafts, before anybody approved it."""
    contact = str(parts.get("contact", ""))
    day = str(parts.get("next", ""))
    news = _morning(day, scene) if day else scene.frame.now
    by = str(parts.get("by", ""))
    none: Context = {
        "contact": contact, "words": "", "request_by": "", "mandatory": False,
        "reply_by": _morning(by, scene) if by else None, "mandate": _mandate(scene),
        "no_contact": known_words(scene.config.site, language).no_contact,
        "mediation": False,
    }  # fmt: skip
    more = mediation.relays(scene) if template == BRIEF else {}
    return {**none, **parts, **more, "next_news": news}


def _mandate(scene: Scene) -> str:
    """On whose behalf the committee asks: the council's, where every case is reported to it
    (JU-13)."""
    rules = scene.frame.rules
    return rules.parent if rules.council_report else ""


SEEN = {
    "receipt": receipt,
    "first-contact": first_contact,
    "arrived-too": arrived_too,
    "status-reporter": status_reporter,
}
