"""Letters about a whole case or the whole house: status, document, sheet, digest, quarantine."""

from dataclasses import replace
from datetime import datetime, timedelta

from cocmail.core import clocks, conflicts, mediating, timers, told
from cocmail.core import quarantine as lines_of
from cocmail.core.case import Ballot, Case
from cocmail.core.commands.outcome import RESULTS
from cocmail.core.offers import waiting
from cocmail.mail.build import Enclosure
from cocmail.records import Records
from cocmail.sight import mediation, standing, urgency
from cocmail.sight.document import document
from cocmail.sight.members import readable
from cocmail.sight.rows import row, rows, table_csv
from cocmail.sight.scene import Context, Scene, Seen

STATES = {"held": "waiting", "open": "open", "closed": "closed", "merged": "merged", "spam": "spam"}


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
        ("Space", case.space or "-"),
        ("Clear and severe", urgency.severity(case)),
        ("Safety risk", case.safety or "-"),
        ("Risk of repeating", case.repeat or "-"),
        ("Actions needed", case.next_action or "-"),
    ]
    facts += [("Act of one member", urgency.line(scene, a)) for a in case.urgency.acts.values()]
    facts += standing.leaks(scene)
    facts += mediation.standing(scene)
    if decision:
        facts.append(("Decided", "no action" if decision.none else _measure(decision)))
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
    rules = scene.records.rules(case, scene.frame.rules)
    frame = replace(scene.frame, rules=rules)
    opened = case.opened or scene.frame.now
    made: list[tuple[str, datetime]] = []
    if any(c.family == "first-human" for c in clocks.clocks(case, frame)):
        made.append(("a first answer by a person", opened + rules.first_human_limit))
    if not told.everyone(case):
        due = mediating.resolution_due(case, frame)
        promised = [timers.on_day(day, scene.frame.zone) for day in case.promised.values()]
        made.append(("outcome, or news with a date", max([due, *promised])))
    return made


def _measure(decision: Ballot) -> str:
    """What was decided in a line; a plan without a consequence is not "none"."""
    bare = decision.consequence.strip(" .").casefold() in ("", "none", "nothing")
    return decision.plan if bare and decision.plan else decision.consequence


def _when(scene: Scene, case: Case) -> str:
    opened = case.opened or scene.frame.now
    return opened.astimezone(scene.frame.zone).strftime("%Y-%m-%d %H:%M")


def _listing(scene: Scene) -> list[dict[str, object]]:
    return [
        {"code": c.code, "state": STATES[c.state], "opened": c.opened}
        for c in scene.records.cases("open", "closed")
        if conflicts.standing(c, scene.who) == "in"
    ]


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
        if conflicts.past(case, frame, person):
            continue
        if conflicts.out(case, person):
            if person in case.recused and case.released:
                vague.append(row(case, frame))
            continue
        if not case.released:
            # Only what this reader was asked about: whoever is named later must not have seen it
            # counted (promise 4).
            asked = any(person in q.sent for q in case.questions.values())
            new += asked or case.screener == person
            continue
        if conflicts.standing(case, person) != "in":
            vague.append(row(case, frame))
            continue
        late = [(w, t) for w, t in running(case, scene) if t <= frame.now]
        overdue = [
            *urgency.overdue(case),
            *standing.overdue(case),
            *overdue,
            *(f"{case.code}: {w}" for w, _ in late),
        ]
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
    """What went wrong since yesterday, on the weekly mail's day since the last one, in cases the
    reader may see (T32)."""
    made = [f"{scene.name(p)} answers through a mailing list: they need an address of their own"
            for p in sorted(scene.frame.house.lists)]  # fmt: skip
    weekly = scene.frame.now.astimezone(scene.frame.zone).weekday() == 0
    since = scene.frame.now - timedelta(days=7 if weekly else 1)
    for case in scene.records.cases("open"):
        if conflicts.standing(case, scene.who) != "in":
            continue
        failed = [f for f, at in case.failed if at >= since]
        if failed:
            made.append(f"{case.code}: {len(failed)} letter(s) could not be delivered")
        denied = [a for a, at in case.answers.values() if a.template == "refused" and at >= since]
        if denied:
            made.append(f"{case.code}: {len(denied)} command mail(s) refused")
        mails = [m for m in case.held_mails.values() if m.at >= since]
        forged = [m for m in mails if m.failed or (m.answer == "no" and not m.several)]
        if forged:
            made.append(f"{case.code}: {len(forged)} forged command mail(s), nothing was done")
    return made


def _age(span: timedelta) -> str:
    days = span.days
    return f"{days} day{'' if days == 1 else 's'}" if days else "today"


def quarantined(records: Records, person: str) -> list[lines_of.Waiting]:
    """The quarantine as this reader may see it: nothing for who is matched, or came later."""
    return lines_of.seen_by(records.waiting(), records.roster, person)


def listed(records: Records, template: str, reader: str, about: tuple[tuple[str, str], ...]) -> str:
    """Which cases this letter lists, in short; "" when it is no list of the quarantine."""
    if template != "quarantine" or lines_of.SHOWN in dict(about):
        return ""
    return lines_of.spelled(tuple(c.no for c in quarantined(records, reader.partition(":")[2])))


def quarantine(scene: Scene) -> Seen:
    """A line each: date, the sender's domain, size; text only on SHOW n (product.md 4)."""
    if scene.about.get("show"):
        mail = scene.case.mails[0][0] if scene.case.mails else None
        text = readable(scene.records.mail(scene.case.no, mail.text)) if mail else ""
        return Seen({"lines": [], "shown": text, "n": int(scene.about["show"])})
    lines = []
    for n, one in enumerate(quarantined(scene.records, scene.who), 1):
        said = sorted(scene.name(p) for p in one.abuse)
        note = f"{' and '.join(said)}: abuse" if said else ""
        size = f"{max(1, one.size // 1000)} kB"
        lines.append({"n": n, "at": one.opened, "domain": one.domain, "size": size, "note": note})
    return Seen({"lines": lines, "shown": "", "n": 0})


SEEN = {
    "case-status": case_status,
    "document": document,
    "sheet": sheet,
    "chair-status": chair_status,
    "quarantine": quarantine,
}
