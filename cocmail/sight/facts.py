"""What was found out, as letters show it: beside a proposal, in reminders, as a calendar entry.

The case document shows all of it (document.py); here nothing sensitive stands (PS-26, PS-27).
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from cocmail.core import hearing
from cocmail.core.facts import SENSITIVE
from cocmail.core.measures import offered
from cocmail.mail.build import Enclosure
from cocmail.sight.scene import Context, Scene, Seen

# Shown beside a proposal where the four answers are, never as a gate (JU-18).
POINTERS = (
    "Does it say what to do differently, in words that can be acted on?",
    "Is somebody new here, who needs support more than a measure?",
    "Can it be an honest misunderstanding, of a second language or another custom?",
    "Have we sought to understand, then to educate, and only then to act?",
)
RECORDS = (
    "Collect all relevant data before acting.",
    'Look at the available records; "NOTE RECORDS" and what was found says so.',
    'Contact everybody involved: "PARTY" names them, "ASK" writes to them.',
)
_RISK = ("safety", "repeat", "sexual")
_IMPACT = ("violation", "impact", "seen")
_WORDS = {"repeat": "repetition", "sexual": "sexual harassment"}
_LENGTH = timedelta(hours=1)  # of a calendar entry


def beside_proposal(scene: Scene) -> Context:
    """The four answers, risk and impact, and the checklist (JU-15, PS-31, JU-18)."""
    case, rules = scene.case, scene.frame.rules
    found = case.facts.determined[-1][0] if case.facts.determined else None
    answers: list[tuple[str, str]] = []
    if found:
        answers = [
            ("What happened", found.what), ("Is it a violation", found.violation),
            ("Who is responsible", found.who), ("Is it ongoing", found.ongoing),
        ]  # fmt: skip
    scope = case.facts.evaluated.get("scope")
    why = f" ({scope[0].why})" if scope and scope[0].why else ""
    return {
        "determinations": answers,
        "scope": f"{scope[0].value}{why}" if scope else "",
        "risk": _said(scene, _RISK),
        "impact": _said(scene, _IMPACT),
        "checklist": [*(POINTERS if rules.determinations else ()), *offered(rules)],
    }


def _said(scene: Scene, fields: tuple[str, ...]) -> str:
    case = scene.case
    columns = {"safety": case.safety, "repeat": case.repeat}
    assert not SENSITIVE & set(fields)
    values = [(f, columns.get(f, "") or case.facts.value(f)) for f in fields]
    return ", ".join(f"{_WORDS.get(f, f)} {value}" for f, value in values if value)


def meeting(scene: Scene) -> Seen:
    """The group talks then: a calendar entry with the code name and nothing else (PS-72)."""
    n = int(scene.about["meeting"])
    met, _ = scene.case.facts.meetings[n]
    file = Enclosure("meeting.ics", "text/calendar; charset=utf-8", _entry(scene, n, met.start))
    return Seen({"start": met.start, "author": scene.name(met.by)}, (file,))


def _entry(scene: Scene, n: int, start: datetime) -> bytes:
    """RFC 5545. Nobody is invited by name, so that no answer goes anywhere."""
    root = scene.records.message_id(scene.case.no, scene.reader, 0).strip("<>")
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cocmail//EN", "METHOD:PUBLISH",
        "BEGIN:VEVENT", f"UID:{n}.{root}", f"DTSTAMP:{_utc(scene.frame.now)}",
        f"DTSTART:{_utc(start)}", f"DTEND:{_utc(start + _LENGTH)}", f"SUMMARY:{scene.code}",
        "CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


# -- reminders ------------------------------------------------------------------------------------


def _soon(scene: Scene) -> tuple[str, object, str]:
    """Two days before the reported person's time is over (A21)."""
    ref, frame = scene.about["which"], scene.frame
    due = hearing.answer_due(scene.case, frame, ref) or frame.now
    later = due.astimezone(frame.zone).date() + timedelta(days=7)
    what = f"{ref} was asked for their view and has not answered yet."
    return what, due, f"EXTEND {ref} UNTIL {later}"


def _over(scene: Scene) -> tuple[str, object, str]:
    """Silence is on record; the group may go on or wait (A21)."""
    ref, frame = scene.about["which"], scene.frame
    later = date.fromordinal(frame.now.astimezone(frame.zone).date().toordinal() + 7)
    what = f"{ref} has not answered in time; no answer is on record, and the case may go on."
    return what, scene.case.facts.unanswered.get(ref, frame.now), f"EXTEND {ref} UNTIL {later}"


def _sum_up(scene: Scene) -> tuple[str, object, str]:
    """Talk outside the mails is in all cases summed up (JU-50)."""
    met, _ = scene.case.facts.meetings[int(scene.about["which"])]
    day = met.start.astimezone(scene.frame.zone).date().isoformat()
    what = "The group met, and no note says what was said and agreed."
    return what, met.start, f"NOTE {day} what was said and agreed"


def _unsaid(scene: Scene) -> tuple[str, object, str]:
    """What members say to each other is not kept here; a dated note of it is (PS-55)."""
    since = hearing.unsaid(scene.case, scene.frame) or scene.frame.now
    what = "The group has talked, and no note says about what. Before the case is closed:"
    return what, since, "NOTE what was said and agreed"


REMINDERS: dict[str, Callable[[Scene], tuple[str, object, str]]] = {
    "note": _unsaid,
    "answer-soon": _soon,
    "no-answer": _over,
    "meeting": _sum_up,
}
SEEN = {"meeting": meeting}
