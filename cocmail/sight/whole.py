"""Letters about a whole case or the whole house: status, document, sheet, digest, quarantine."""

from datetime import datetime, timedelta

from cocmail.core import clocks, conflicts
from cocmail.core.case import Case
from cocmail.core.commands.outcome import RESULTS
from cocmail.core.offers import waiting
from cocmail.mail.build import Enclosure
from cocmail.mail.kept import unpack
from cocmail.records import Records
from cocmail.sight.members import readable
from cocmail.sight.rows import row, rows, table_csv
from cocmail.sight.scene import Context, Scene, Seen

STATES = {"held": "waiting", "open": "open", "closed": "closed", "merged": "merged", "spam": "spam"}
TITLES = (
    "The report",
    "Summary of discussions, and whether it is in scope",
    "Proposed plan",
    "Proposed consequences",
    "Talks with moderators, administrators and organisers",
    "Talks with the reported person",
    "What was sent to the reporter",
)


def case_status(scene: Scene) -> Seen:
    """Where a case stands; at the alias, the asker's cases."""
    if scene.about.get("listing"):
        return Seen({"facts": [], "waiting": [], "clocks": [], "listing": _listing(scene)})
    case, frame = scene.case, scene.frame
    parties = ", ".join(f"{p.ref} {p.role}: {p.name}" for p in case.parties.values())
    decision = case.decision()
    facts = [
        ("Case", case.code or "new question"),
        ("State", STATES.get(case.state, case.state)),
        ("Opened", _when(scene, case)),
        ("Lead", scene.name(case.lead) if case.lead else "nobody yet"),
        ("Presiding", scene.name(conflicts.presiding(case, frame))),
        ("Case group", ", ".join(scene.name(p) for p in case.group)),
        ("Parties", parties or "-"),
        ("Safety risk", case.safety or "-"),
        ("Risk of repeating", case.repeat or "-"),
        ("Actions needed", case.next_action or "-"),
    ]
    if decision:
        facts.append(("Decided", "no action" if decision.none else decision.consequence))
    if case.result:
        facts.append(("Result", case.result_words or RESULTS.get(case.result, case.result)))
    context: Context = {
        "facts": facts,
        "waiting": waiting(case, frame),
        "clocks": running(case, scene),
        "listing": [],
    }
    return Seen(context)


def running(case: Case, scene: Scene) -> list[tuple[str, datetime]]:
    """The promises of a case and when they are due."""
    if case.state not in ("held", "open"):
        return []
    rules = scene.frame.rules
    opened = case.opened or scene.frame.now
    made: list[tuple[str, datetime]] = []
    if any(c.family == "first-human" for c in clocks.clocks(case, scene.frame)):
        made.append(("a first answer by a person", opened + rules.first_human_limit))
    if not clocks.told(case):
        due = opened + rules.resolution_limit
        promised = [clocks.on_day(day, scene.frame.zone) for day in case.promised.values()]
        made.append(("outcome, or news with a date", max([due, *promised])))
    return made


def _when(scene: Scene, case: Case) -> str:
    opened = case.opened or scene.frame.now
    return opened.astimezone(scene.frame.zone).strftime("%Y-%m-%d %H:%M")


def _listing(scene: Scene) -> list[dict[str, object]]:
    return [
        {"code": c.code, "state": STATES[c.state], "opened": c.opened}
        for c in scene.records.cases("open", "closed")
        if conflicts.standing(c, scene.who) == "in"
    ]


def document(scene: Scene) -> Seen:
    """The seven parts of the manuals, dated, and who was sent what and when (PS-64 to PS-72)."""
    case = scene.case
    parts: tuple[list[tuple[object, str]], ...] = (
        _reports(scene), _discussion(scene), _plans(scene), _consequences(scene), [],
        _with_parties(scene, "P"), _with_parties(scene, "R"),
    )  # fmt: skip
    sections = [(title, part) for title, part in zip(TITLES, parts, strict=True)]
    people = {p.id: p.name for p in scene.frame.roster.people.values()}
    disclosures = []
    for letter, at in case.sent:
        kind, who = letter.reader.split(":", 1)
        name = people.get(who, who) if kind == "member" else who
        disclosures.append((at, name, letter.template))
    context: Context = {"title": case.code, "sections": sections, "disclosures": disclosures}
    return Seen(context)


def _reports(scene: Scene) -> list[tuple[object, str]]:
    made: list[tuple[object, str]] = []
    for kept, at in scene.case.mails:
        if kept.kind == "report" and scene.who not in kept.withheld:
            made.append((at, readable(scene.records.mail(scene.case.no, kept.text))))
    return made


def _discussion(scene: Scene) -> list[tuple[object, str]]:
    made: list[tuple[object, str]] = []
    for note, at in scene.case.notes:
        made.append((at, f"{note.date}, {scene.name(note.by)}: {note.text}"))
    for said, at in scene.case.talks:
        if said.text:
            words = unpack(scene.records.text(scene.case.no, said.text)).text
            made.append((at, f"{scene.name(said.by)}: {words}"))
    return sorted(made, key=lambda pair: str(pair[0]))


def _plans(scene: Scene) -> list[tuple[object, str]]:
    made: list[tuple[object, str]] = []
    for ballot in scene.case.ballots.values():
        words = f"no action: {ballot.reason}" if ballot.none else ballot.plan
        ends = "replaced" if ballot.replaced else "open"
        if ballot.decided:
            ends = "passed" if ballot.decided.passed else "failed"
        refused = f"\nIf refused: {ballot.if_refused}" if ballot.if_refused else ""
        made.append((ballot.at, f"{words}{refused}\nBallot {ballot.id}: {ends}"))
    return made


def _consequences(scene: Scene) -> list[tuple[object, str]]:
    return [(b.at, b.consequence) for b in scene.case.ballots.values() if not b.none]


def _with_parties(scene: Scene, letter: str) -> list[tuple[object, str]]:
    case = scene.case
    made: list[tuple[object, str]] = []
    for sent, at in case.sent:
        draft = case.drafts.get(dict(sent.about).get("draft", ""))
        if draft and draft.ref[0] == letter and sent.reader.startswith("party:"):
            made.append((at, f"To {draft.ref}:\n{draft.text}"))
    for kept, at in case.mails:
        if kept.source[:1] == letter and kept.kind != "report" and scene.who not in kept.withheld:
            words = readable(scene.records.mail(case.no, kept.text))
            made.append((at, f"From {kept.source}:\n{words}"))
    return sorted(made, key=lambda pair: str(pair[0]))


def sheet(scene: Scene) -> Seen:
    """The sheet and its CSV, made for this reader alone."""
    made = rows(scene.records, scene.frame, scene.who)
    file = Enclosure("sheet.csv", "text/csv; charset=utf-8", table_csv(made))
    return Seen({"rows": made, "reader": scene.name(scene.who)}, (file,))


def chair_status(scene: Scene) -> Seen:
    """T32: overdue first; only cases the reader may see, and no totals that reveal others."""
    frame, person = scene.frame, scene.who
    overdue: list[str] = []
    mine: list[dict[str, object]] = []
    vague: list[list[str]] = []
    new = 0
    for case in scene.records.cases("held", "open"):
        if conflicts.out(case, person):
            if person in case.recused and case.released:
                vague.append(row(case, frame))
            continue
        if not case.released:
            new += 1
            continue
        if conflicts.standing(case, person) != "in":
            vague.append(row(case, frame))
            continue
        late = [(w, t) for w, t in running(case, scene) if t <= frame.now]
        overdue += [f"{case.code}: {what}" for what, _ in late]
        waits = waiting(case, frame)
        mine.append(
            {
                "code": case.code,
                "age": _age(frame.now - (case.opened or frame.now)),
                "lead": scene.name(case.lead) if case.lead else "",
                "clock": "overdue" if late else "in time",
                "blocking": waits[0] if waits else "",
            }
        )
    context: Context = {
        "overdue": overdue, "cases": mine, "vague": vague, "events": _events(scene),
        "roster_size": len([p for p in frame.roster.members() if p.role == "member"]),
        "quarantine": len(quarantined(scene.records, scene.who)), "new_questions": new,
    }  # fmt: skip
    return Seen(context)


def _events(scene: Scene) -> list[str]:
    """What went wrong since yesterday, in cases the reader may see."""
    made: list[str] = []
    since = scene.frame.now - timedelta(days=1)
    for case in scene.records.cases("open"):
        if conflicts.standing(case, scene.who) != "in":
            continue
        failed = [f for f, at in case.failed if at > since]
        if failed:
            made.append(f"{case.code}: {len(failed)} letter(s) could not be delivered")
        denied = [a for a, at in case.answers.values() if a.template == "refused" and at > since]
        if denied:
            made.append(f"{case.code}: {len(denied)} command mail(s) refused")
    return made


def _age(span: timedelta) -> str:
    days = span.days
    return f"{days} day{'' if days == 1 else 's'}" if days else "today"


def quarantined(records: Records, person: str) -> list[Case]:
    """The quarantine as this reader may see it: whoever is matched sees no line of it."""
    return [c for c in records.cases("quarantine") if not conflicts.out(c, person)]


def quarantine(scene: Scene) -> Seen:
    """A line each: date, the sender's domain, size; text only on SHOW n (product.md 4)."""
    if scene.about.get("show"):
        mail = scene.case.mails[0][0] if scene.case.mails else None
        text = readable(scene.records.mail(scene.case.no, mail.text)) if mail else ""
        return Seen({"lines": [], "shown": text, "n": int(scene.about["show"])})
    lines = []
    for n, case in enumerate(quarantined(scene.records, scene.who), 1):
        held = case.quarantine
        assert held is not None
        size = f"{max(1, held.size // 1000)} kB"
        lines.append({"n": n, "at": case.opened, "domain": held.domain, "size": size})
    return Seen({"lines": lines, "shown": "", "n": 0})


SEEN = {
    "case-status": case_status,
    "document": document,
    "sheet": sheet,
    "chair-status": chair_status,
    "quarantine": quarantine,
}
