"""Keywords of acts by a single member: ACTED REVIEW, DRAFT ORIGINATOR, SEND ALONE; their gates."""

import re
from datetime import date as calendar
from datetime import datetime, time, timedelta

from cocmail.core import conflicts, gates, soloacts
from cocmail.core import entries as e
from cocmail.core.audience import PartyTo
from cocmail.core.case import Draft
from cocmail.core.commands.finding import NOTES
from cocmail.core.commands.letters import below, draft_all, form, parties_meant
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword
from cocmail.core.conflicts import Frame
from cocmail.core.urgency import Act

ALONE_AFTER = timedelta(hours=24)  # product.md 7
WAITS = ("first-contact", "question", "status-reporter")
_WHEN = re.compile(
    r"(?:(?P<date>\d{4}-\d{2}-\d{2})[ T]?)?(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)"
    r"(?: ?(?P<utc>UTC|GMT|Z))?(?:,? (?P<tool>\S.*))?",
    re.IGNORECASE,
)
_FORM = "ACTED banned the account AT 2026-03-07 03:20 ban"


@keyword(
    "ACTED",
    r"(?P<text>.+?)(?: AT (?P<at>\S.*))?",
    form="ACTED what AT 2026-03-07 03:20 tool",
    help="what you did alone because it could not wait, when (committee time) and with which tool",
    who="reader",
    prose_risk=True,
)
def acted(turn: Turn) -> Outcome:
    """Any one member, also the first reader of a held report; the group reviews it (JU-06)."""
    return tell_act(turn, turn.person)


def tell_act(turn: Turn, by: str) -> Outcome:
    """Record the act of somebody, at the stated time or now; a trace of it is the same act."""
    case, sitting = turn.case, turn.sitting
    words, moment, tool = turn.word("text").strip(" ,;"), sitting.now, ""
    if turn.word("at"):
        read = stated(turn.word("at"), sitting.frame)
        if read is None:
            return Refuse("AT says when, as a date and a time.", (_FORM,))
        moment, tool = read
        if moment > sitting.now:
            return Refuse("That moment is still to come.", (_FORM,))
    if any((a.by, a.what, a.at) == (by, words, moment) for a in case.urgency.acts.values()):
        return Done("noted already")
    trace = _trace(turn, by)
    n = trace.n if trace else len(case.urgency.acts) + 1
    what = f"{trace.what}; {words}" if trace else words
    sitting.add(e.ActedAlone(n, by, what, moment, tool, reported=True))
    if trace and case.released:
        name = turn.name(by)
        sitting.notice(f"{name} reports on act {n}: {words}", but=(turn.person,), at_once=True)
    banned = soloacts.BAN.search(tool) and not case.reported()
    ban = "; PARTY REPORTED name puts the ban into the register" if banned else ""
    after = "the group reviews it" if case.released else "the group reviews it once it may read"
    return Done(f"recorded as act {n}; {after}{ban}")


def _trace(turn: Turn, by: str) -> Act | None:
    """An act of this member that is known by its trace only (JU-09)."""
    return next((a for a in turn.case.urgency.unreviewed() if a.by == by and not a.reported), None)


def stated(words: str, frame: Frame) -> tuple[datetime, str] | None:
    """The moment after AT, and the tool; a time without a date is the last one that was."""
    found = _WHEN.fullmatch(words.strip(" ."))
    if found is None:
        return None
    zone = frame.now.tzinfo if found["utc"] else frame.zone
    today = frame.now.astimezone(zone).date()
    try:
        clock = time(int(found["hour"]), int(found["minute"]))
        day = calendar.fromisoformat(found["date"]) if found["date"] else today
    except ValueError:
        return None
    moment = datetime.combine(day, clock, zone).astimezone(frame.now.tzinfo)
    if not found["date"] and moment > frame.now:
        moment -= timedelta(days=1)
    return moment, found["tool"] or ""


# -- the review -----------------------------------------------------------------------------------


@keyword(
    "REVIEW",
    r"(?P<choice>OK|REVERSE)(?: (?P<n>\d{1,2}))?(?: (?P<why>.+))?",
    form="REVIEW OK",
    help="sign off what a member did alone, or REVIEW REVERSE to take it back",
    who="voter",
)
def review(turn: Turn) -> Outcome:
    """By the decision rule of the procedure; the one who acted does not review alone (NP-07)."""
    case, sitting = turn.case, turn.sitting
    act = _meant(turn)
    if isinstance(act, Refuse):
        return act
    choice = turn.word("choice").lower()
    if act.reviewed:
        return Done(f"act {act.n} is reviewed already: {_ends(act.reviewed)}")
    able = conflicts.deciders(case, sitting.frame.roster)
    if turn.person not in able:
        return Refuse("The council decides in this case now.", ("STATUS",))
    if act.by == turn.person and not set(act.votes) - {turn.person}:
        return Refuse(
            "Whoever acted does not review it alone: another member answers first.",
            ("ACTED what AT 2026-03-07 03:20", "STATUS"),
        )
    made = (choice, turn.word("why") or turn.line.reason)
    if act.votes.get(turn.person) == made:
        return Done("counted already")
    sitting.add(e.Reviewed(act.n, turn.person, *made))
    said = f": {made[1]}" if made[1] else ""
    sitting.notice(f"{turn.me.name} reviewed act {act.n}: {choice}{said}", but=(turn.person,))
    return Done(f"counted: act {act.n}, {choice}")


def _ends(choice: str) -> str:
    return "it stands" if choice == "ok" else "it is taken back"


def _meant(turn: Turn) -> Act | Refuse:
    """The act of the number, of the letter answered, or the only one that waits."""
    acts = turn.case.urgency.acts
    said = turn.word("n") or turn.answered("act")
    if said and int(said) in acts:
        return acts[int(said)]
    waiting = turn.case.urgency.unreviewed()
    if len(waiting) == 1:
        return waiting[0]
    if waiting:
        verb = f"REVIEW {turn.word('choice').upper()}"
        return Refuse("Which act?", tuple(f"{verb} {a.n}" for a in waiting))
    if acts:
        return list(acts.values())[-1]
    return Refuse("Nobody acted alone in this case.", ("STATUS",))


# -- the explanation to the originator ------------------------------------------------------------


@keyword(
    "DRAFT ORIGINATOR",
    r"(?:(?P<n>\d{1,2}))?(?: ?(?P<text>.+))?",
    form="DRAFT ORIGINATOR",
    help="tell the person who was cut off which words or act it was and why; BEHAVIOUR: (IMPACT: "
    "PUBLIC:) below",
    labels=("BEHAVIOUR", "IMPACT", "PUBLIC"),
    below=True,
)
def originator(turn: Turn) -> Outcome:
    """T12: which words or act, why it is clear and severe, and the right of review (NP-06)."""
    case = turn.case
    if not case.urgency.acts and case.urgency.severe != "yes":
        return Refuse("Nothing was done on the severe track here.", ("SEVERE yes threats",))
    labels = {k: v.strip() for k, v in turn.line.labels.items() if v.strip()}
    behaviour = "\n".join(t for t in (below(turn), labels.get("BEHAVIOUR", "")) if t).strip()
    if not behaviour:
        return form(turn, "DRAFT ORIGINATOR", "BEHAVIOUR: which words or action it was\nPUBLIC:")
    found = parties_meant(turn, "REPORTED")
    if isinstance(found, Refuse):
        lines = (*found.remedy, "NOTE IMPOSSIBLE why they cannot be told")
        return Refuse(found.reason, lines)
    marks = tuple(x.strip() for x in labels.get("PUBLIC", "").splitlines() if x.strip())
    parts = soloacts.originator_parts(case, behaviour, labels.get("IMPACT", ""))
    return draft_all(turn, found, soloacts.ORIGINATOR, parts, marks)


def _impossible(turn: Turn, date: str, words: str) -> Outcome:
    """There is no way to tell the originator; that is on record and settles it (NP-06)."""
    if not words:
        return Refuse("Why not?", ("NOTE IMPOSSIBLE no address is known",))
    note = e.Noted(turn.person, date, words, "impossible")
    if not any(note == n for n, _ in turn.case.notes):
        turn.sitting.add(note)
        turn.sitting.notice(f"{turn.me.name} added a note.", but=(turn.person,))
    return Done("noted: the person cannot be told")


@keyword(
    "WAIVE ORIGINATOR",
    r"(?:(?P<reason>.+))?",
    form="WAIVE ORIGINATOR reason",
    help="the person who was cut off is not told why; the reason stands in the log",
)
def waive_originator(turn: Turn) -> Outcome:
    """NP-06 asks for a reasonable effort; without it the log says why."""
    said = turn.word("reason").strip() or turn.line.reason
    if not said:
        return Refuse("A waiver needs a reason for the record.", ("WAIVE ORIGINATOR the reason",))
    if not turn.case.facts.waived.get(soloacts.UNTOLD):
        turn.sitting.add(e.Waived(turn.person, soloacts.UNTOLD, said))
        turn.sitting.notice(f"The originator is not told: {said}", but=(turn.person,))
    return Done("noted: the originator is not told")


NOTES["IMPOSSIBLE"] = _impossible


# -- without a second reader ----------------------------------------------------------------------


@keyword(
    "SEND ALONE",
    "(?:{ID})?(?: ?(?P<reason>.+))?",
    form="SEND ALONE id reason",
    help="a letter leaves at once without a second reader: on the severe track, or after 24 hours",
)
def send_alone(turn: Turn) -> Outcome:
    """Logged with its reason; otherwise never to a reported person (product.md 7, A19)."""
    case, sitting = turn.case, turn.sitting
    draft = _draft(turn)
    if isinstance(draft, Refuse):
        return draft
    if draft.id in case.urgency.alone or draft.state in ("approved", "sent"):
        return Done("it has left, or leaves by itself, already")
    problem = _not_alone(turn, draft)
    if problem:
        return problem
    reason = turn.word("reason").strip() or turn.line.reason
    if not reason:
        return Refuse("To send it alone needs a reason.", (f"SEND ALONE {draft.id} the reason",))
    if sitting.counsel.digest(case, draft.id) != draft.digest:
        return Refuse(f"Draft {draft.id} is no longer what was shown; draft it again.")
    hits = sitting.counsel.leaks(case, draft.text, draft.marks, draft.ref)
    if hits:
        return Refuse("The check found words that may not leave: " + "; ".join(hits))
    sitting.add(e.SentAlone(draft.id, turn.person, reason))
    sitting.add(e.Approved(draft.id, turn.person, draft.digest))
    sitting.write(draft.template, PartyTo(draft.ref), about={"draft": draft.id})
    sitting.notice(
        f"{turn.me.name} sent draft {draft.id} without a second reader: {reason}",
        but=(turn.person,), at_once=True,
    )  # fmt: skip
    return Done("it leaves at once, without a second reader; the reason is in the log")


def _draft(turn: Turn) -> Draft | Refuse:
    drafts = turn.case.drafts
    wanted = turn.word("id").upper()
    if wanted:
        known = drafts.get(wanted)
        if known is None or known.state == "void":
            return Refuse(f"No draft {wanted} waits here.", ("STATUS",))
        return known
    waiting = [d for d in drafts.values() if d.state in ("waiting", "stopped")]
    if len(waiting) == 1:
        return waiting[0]
    lines = tuple(f"SEND ALONE {d.id} the reason" for d in waiting)
    return Refuse("Which draft?" if waiting else "No draft waits here.", lines or ("STATUS",))


def _not_alone(turn: Turn, draft: Draft) -> Refuse | None:
    case, now = turn.case, turn.sitting.now
    party = case.parties.get(draft.ref)
    severe = case.urgency.severe == "yes"
    others = (f"HOLD {draft.id}", "STATUS")
    if draft.template == soloacts.ORIGINATOR and severe:
        return None
    if party is None or party.role == "reported":
        return Refuse("A letter to them never leaves without a second reader's OK.", others)
    if draft.template not in WAITS:
        return Refuse("This letter never leaves without a second reader's OK.", others)
    if severe or now - draft.at >= ALONE_AFTER:
        return None
    since = (draft.at + ALONE_AFTER).astimezone(turn.sitting.frame.zone)
    return Refuse(
        f"It has not waited 24 hours for a second reader; {since:%Y-%m-%d %H:%M} it has.", others
    )


# -- the gates ------------------------------------------------------------------------------------


def reviewed(turn: Turn) -> list[gates.Missing]:
    """Every act of a single member is formally reviewed before the end (NP-07)."""
    return [
        (f"act {act.n} of {turn.name(act.by)} alone is not reviewed (NP-07)", f"REVIEW OK {act.n}")
        for act in turn.case.urgency.unreviewed()
    ]


def explained(turn: Turn) -> list[gates.Missing]:
    """T12 was sent, or is recorded as impossible (NP-06)."""
    if not soloacts.unexplained(turn.case):
        return []
    drafted = [
        d.id
        for d in turn.case.drafts.values()
        if d.template == soloacts.ORIGINATOR and d.state in ("waiting", "stopped")
    ]
    line = f"OK {drafted[-1]}" if drafted else "DRAFT ORIGINATOR"
    said = "who was cut off has not been told why (NP-06)"
    return [(said, line), ("", "NOTE IMPOSSIBLE why"), ("", "WAIVE ORIGINATOR the reason")]


gates.CLOSE += [reviewed, explained]
