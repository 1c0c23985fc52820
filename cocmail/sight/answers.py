"""Letters that ask a member something or answer them: questions, reminders, transcripts, help."""

from datetime import datetime, timedelta

from cocmail import passing
from cocmail.core import clocks, conflicts, mediating
from cocmail.core.case import Case, HeldMail
from cocmail.core.commands import KEYWORDS
from cocmail.core.commands.registry import Refuse, Turn, may
from cocmail.core.keywords import Line
from cocmail.core.measures import offered
from cocmail.core.offers import waiting
from cocmail.core.sensible import makes_sense
from cocmail.core.sitting import Sitting
from cocmail.hearing import answered as answered_letter
from cocmail.hearing import heard, in_thread
from cocmail.mail.parse import parse
from cocmail.sight.reminders import REMINDERS
from cocmail.sight.scene import Context, Scene, Seen

_FOR_ALL = "your words go to every voting member"
HOLD_REASONS = {
    "screening": "Every report has one first reader here.",
    "unreadable": "Its text could not be read in full by the machine.",
    "committee": "It may speak of somebody on the committee.",
    "exclude": "It asks to keep somebody out, and it is not clear whom.",
    "first-reader": "It was written to you first.",
}


def held(scene: Scene) -> Seen:
    """Somebody reads first; no content, no code name."""
    case, frame = scene.case, scene.frame
    since = case.screener_since or frame.now
    note = "A line to leave somebody out is unclear." if case.held == "exclude" else ""
    context: Context = {
        "reason": HOLD_REASONS.get(case.held, HOLD_REASONS["screening"]),
        "set_aside": len(case.excluded),
        "passes_at": since + clocks.patience(case, frame),
        "exclude_note": note,
    }
    return Seen(context)


def conflict_question(scene: Scene) -> Seen:
    """T04: the reported person's name and nothing else (PS-12, PS-13)."""
    question = scene.case.questions[int(scene.about["q"])]
    sent = question.sent.get(scene.who, scene.frame.now)
    context: Context = {
        "name": question.name,
        "unknown": not question.name,
        "closes_at": sent + scene.frame.rules.conflict_window,
        "silence_out": scene.case.silent_out or question.council,
        "reminder": bool(scene.about.get("reminder")),
    }
    return Seen(context)


def reminder(scene: Scene) -> Seen:
    """T07: what is due, when, and the line that settles it; no content."""
    case, frame, what = scene.case, scene.frame, scene.about.get("what", "")
    rules = frame.rules
    opened = case.opened or frame.now
    due: object = opened + rules.first_human_limit
    settle = ""
    if what in REMINDERS:
        words, due, settle = REMINDERS[what](scene)
    elif what == "first-human":
        words = "No person has written to the reporter yet."
        settle = "TAKE" if case.state == "open" and not case.lead else "DRAFT REPORTER"
        if case.state == "held":
            words = "A report still waits, and no person has written to the reporter yet."
            left = conflicts.unanswered(case, scene.who)
            settle = f"CLEAR {left[0].name or 'UNKNOWN'}" if left else "SHOW"
    elif what == "resolution":
        words = "The outcome, or news with a date, is due to the reporter."
        due = mediating.resolution_due(case, frame)
        settle = "PROPOSE" if case.decision() is None else "DRAFT REPORTER"
    elif what == "news":
        words = "The reporter was promised news by tomorrow."
        due = datetime.fromisoformat(scene.about["due"]).replace(hour=9, tzinfo=frame.zone)
        settle = "DRAFT REPORTER"
    else:
        person = scene.name(scene.about.get("person", ""))
        words = f"{person} answered CLEAR after the window was over. The lead may let them in."
        due = frame.now
        settle = f"ADMIT {person}"
    return Seen({"what": words, "due": due, "settle": settle})


def answered(scene: Scene) -> Seen:
    """The transcript, the refusal, the last mail: what each line did."""
    case = scene.case
    if scene.about.get("out"):
        return Seen({"lines": [], "remedy": [], "kept": [], "out": True, "errors": 0})
    answer, _ = case.answers[int(scene.about["answer"])]
    texts = {n: case.saved[scene.who, n].text for n in answer.kept} if not scene.transit else {}
    if scene.transit:
        passed = passing.told(scene.records.store, scene.transit, answer)
        if passed is None:
            return Seen({}, note="nothing-new")
        answer, texts = passed
    kept = [{"number": n, "text": texts[n]} for n in answer.kept]
    if answer.template == "delete-please":
        return Seen({"lines": [echo for echo, _ in answer.lines]})
    inside = case.no and conflicts.standing(case, scene.who) == "in"
    context: Context = {
        "lines": list(answer.lines), "remedy": list(answer.remedy), "kept": kept, "out": False,
        "errors": answer.errors, "waiting": waiting(case, scene.frame) if inside else [],
    }  # fmt: skip
    return Seen(context)


def confirm(scene: Scene) -> Seen:
    """The one-word question that states the whole effect (product.md 6)."""
    case = scene.case
    mail = case.held_mails[int(scene.about["held"])]
    if mail.answer:
        return Seen({}, note="nothing-new")  # what it asks about is gone
    context: Context = {
        "effect": effect(scene, mail),
        "expires": mail.at + timedelta(hours=48),
        "other": passing.strange(scene.records.store, case.no, mail),
        "change": False,
        "several": mail.several,
    }
    return Seen(context)


def effect(scene: Scene, held: HeldMail) -> list[str]:
    """What YES would do, a line each."""
    records, case = scene.records, scene.case
    raw = passing.raw(records.store, case.no, held)
    if raw == b"RECUSE":
        return ["RECUSE"]
    mail = parse(raw)
    reading = heard(records.handles, records.roster, case, scene.who, mail)
    if reading.recuse:
        return ["RECUSE"]
    if reading.lines and reading.near:
        return ["nothing; you are told which line was not understood"]
    lines = [_in_full(line) for line in reading.lines]
    if reading.talk.strip():
        thread = in_thread(answered_letter(records.handles, case, scene.who, mail))
        lines.append(_FOR_ALL if thread else _of_the_talk(case, scene.who))
    if case.no == 0 and not lines:
        lines.append("your mail is taken as a report by you")
    return lines or ["nothing"]


def _of_the_talk(case: Case, person: str) -> str:
    if case.no == 0:
        return "your mail is read"
    inside = person in case.group
    return "your words go to the case group" if inside else "your other words are not kept"


def _in_full(line: Line) -> str:
    """The line as it was written; a bare "Yes" to a ballot shows the vote that it is."""
    written = line.echo.upper()
    meant = " ".join((line.verb, *line.arguments.values()))
    return line.echo if written.startswith(line.verb) else f"{line.echo} ({meant})"


def forged(scene: Scene) -> Seen:
    """T40: time, what failed, that nothing was done; no body."""
    mail = scene.case.held_mails[int(scene.about["held"])]
    failed = scene.about.get("why") == "failed"
    why = "its DKIM or DMARC check failed" if failed else "the member says it was not theirs"
    return Seen({"at": mail.at, "why": why})


def help_now(scene: Scene) -> Seen:
    """What is possible now, or the form of a keyword that needs text."""
    where = f"in {scene.case.code or 'this case'}" if scene.case.no else "at the alias"
    lines = possible(scene)
    form = scene.about.get("form", "").splitlines()
    words = offered(scene.frame.rules) if form[:1] == ["PROPOSE"] else []
    return Seen({"lines": lines, "where": where, "form": form, "offered": words})


def possible(scene: Scene) -> list[tuple[str, str]]:
    """The keywords this member can use here now."""
    made: list[tuple[str, str]] = []
    for known in KEYWORDS.values():
        if known.verb in ("YES", "NO") or (known.where == "house" and scene.case.no):
            continue
        if scene.case.no == 0 and known.where == "case":
            continue
        line = Line(known.verb, known.verb, {}, {}, "", "")
        turn = Turn(_still(scene), scene.who, line)
        sensible = makes_sense(known.verb, scene.case, scene.frame, scene.who)
        if sensible and not isinstance(may(turn, known), Refuse):
            made.append((known.form, known.help))
    return made


def _still(scene: Scene) -> Sitting:
    """A sitting that decides nothing: only for asking who may."""
    return Sitting(scene.case, scene.frame, lambda _: 0, None)  # type: ignore[arg-type]


def imported(scene: Scene) -> Seen:
    """T42: it arrived; please delete your copy; whether they are asked further."""
    known = scene.frame.roster.people[scene.who]
    return Seen({"asked": known.office == "member"})


SEEN = {
    "import-receipt": imported,
    "held": held,
    "conflict-question": conflict_question,
    "reminder": reminder,
    "transcript": answered,
    "refused": answered,
    "delete-please": answered,
    "confirm": confirm,
    "was-it-you": confirm,
    "forged-command": forged,
    "help": help_now,
}
