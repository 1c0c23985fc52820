"""Keywords for what was found out: EVAL DETERMINE MEET STANDS, the kinds of NOTE; their gates."""

import re
from collections.abc import Callable
from datetime import date as calendar
from datetime import datetime, time

from cocmail.core import conflicts, gates, hearing
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup
from cocmail.core.commands.letters import form
from cocmail.core.commands.registry import (
    KEYWORDS,
    Done,
    Outcome,
    Refuse,
    Turn,
    keyword,
    not_yet,
)
from cocmail.core.decide import OUTCOMES
from cocmail.core.facts import SENSITIVE
from cocmail.core.keywords import Line

# The fields of the evaluation and what they may say; () is free text (PS-21 to PS-30, NF-04).
FIELDS: dict[str, tuple[str, ...]] = {
    "violation": ("listed", "borderline", "norms", "no"),
    "scope": ("yes", "no", "outside-but-safety"),
    "impact": ("direct", "indirect"),
    "seen": ("public", "private"),
    "sexual": ("yes", "no"),
    "safety": ("yes", "no"),
    "repeat": ("yes", "maybe", "no"),
    "marginalised": (),  # the impact on a marginalised group
    "reporter": ("yes", "no"),  # whether the reporter is of that group
    "affected": (),  # how those affected are
    "disengage": ("yes", "maybe", "no"),  # whether people will stay away
    "leader": ("yes", "no"),
}
LABELS = ("WHAT", "VIOLATION", "WHO", "ONGOING")
_PAIR = re.compile(r"([A-Za-z][\w-]*) ?= ?(.*?)(?= [A-Za-z][\w-]* ?= ?|$)")
_FORM = "EVAL violation=listed scope=yes impact=direct seen=public sexual=no"


@keyword(
    "EVAL",
    r"(?P<fields>[A-Za-z][\w-]* ?=.*)?",
    form="EVAL field=value",
    help="the evaluation: violation, scope, impact, seen, sexual, safety, repeat, and, only in "
    "the document, marginalised, reporter, affected, disengage, leader",
)
def evaluate(turn: Turn) -> Outcome:
    """One line may hold several fields; words after a value are kept beside it (A6)."""
    pairs = [(k.lower(), v.strip()) for k, v in _PAIR.findall(turn.word("fields"))]
    if not pairs:
        known = turn.case.facts
        lines = "\n".join(
            f"EVAL {name}={known.value(name) or '|'.join(said) or '…'}"
            for name, said in FIELDS.items() if name not in SENSITIVE
        )  # fmt: skip
        return form(turn, lines, "")
    read = [_field(turn, "marginalised" if k == "marginalized" else k, v) for k, v in pairs]
    wrong = [one for one in read if isinstance(one, Refuse)]
    if wrong:
        remedies = tuple(dict.fromkeys(line for one in wrong for line in one.remedy))
        return Refuse(" ".join(one.reason for one in wrong), remedies)
    said = [one for one in read if isinstance(one, e.Evaluated)]
    notes: list[str] = []
    for one in said:
        if one.field in ("safety", "repeat"):
            notes.append(_elsewhere(turn, one))
            continue
        before = turn.case.facts.evaluated.get(one.field)
        if before is None or (before[0].value, before[0].why) != (one.value, one.why):
            turn.sitting.add(one)
        if one.field == "scope" and one.value == "no":
            # PS-24: never a ground for "out of scope".
            notes.append("private conversations in a space of the community are in scope")
    shown = [one.field for one in said if one.field not in SENSITIVE | {"safety", "repeat"}]
    if shown:
        line = f"{turn.me.name} evaluated {', '.join(shown)}."
        turn.sitting.notice(line, but=(turn.person,))
    return Done("; ".join(("stands in the document", *notes)))


def _field(turn: Turn, name: str, words: str) -> e.Evaluated | Refuse:
    if name not in FIELDS:
        return Refuse(f"“{name}” is no field of the evaluation.", (_FORM,))
    allowed = FIELDS[name]
    if not allowed:
        return e.Evaluated(turn.person, name, words) if words else Refuse(
            f"{name} needs words.", (f"EVAL {name}=in a few words",)
        )  # fmt: skip
    value, _, why = words.partition(" ")
    value, why = value.lower().rstrip(",;."), why.strip()
    if value not in allowed:
        return Refuse(f"{name} is one of {', '.join(allowed)}.",
                      tuple(f"EVAL {name}={one}" for one in allowed))  # fmt: skip
    if value == "outside-but-safety" and not why:
        return Refuse(
            "Outside the community it is in scope only where a member's safety would suffer "
            "otherwise; say why (PS-23).",
            ("EVAL scope=outside-but-safety why",),
        )
    return e.Evaluated(turn.person, name, value, why)


def _elsewhere(turn: Turn, one: e.Evaluated) -> str:
    """Safety and repetition have keywords, and columns of the sheet, of their own."""
    verb = one.field.upper()
    line = Line(verb, f"{verb} {one.value}", {"value": one.value}, {}, "", "")
    done = KEYWORDS[verb].function(Turn(turn.sitting, turn.person, line, turn.answers))
    return done.result if isinstance(done, Done) else ""


@keyword(
    "DETERMINE",
    r"(?:WITHOUT (?P<reason>.+))?",
    form="DETERMINE",
    help="the four answers in writing; WHAT: VIOLATION: WHO: ONGOING: below",
    labels=LABELS,
)
def determine(turn: Turn) -> Outcome:
    """What happened, is it a violation, who is responsible, is it ongoing (JU-15, NP-08)."""
    without = turn.word("reason")
    if not turn.line.labels:
        head = f"DETERMINE WITHOUT {without}" if without else "DETERMINE"
        return form(turn, head, "\n".join(four_lines(turn)))
    left = write_down(turn, without)
    if left is None:
        return Done("determined already")
    return not_yet(left) if left else Done("the four answers stand in the document")


def four_lines(turn: Turn) -> list[str]:
    """The four labels, with what was said before."""
    before = _before(turn)
    return [f"{x}: {before.get(x, '')}".strip() for x in LABELS]


def _before(turn: Turn) -> dict[str, str]:
    determined = turn.case.facts.determined
    return dict(zip(LABELS, _four(determined[-1][0]), strict=True)) if determined else {}


def write_down(turn: Turn, without: str = "") -> list[gates.Missing] | None:
    """Take the four answers from this line's labels; what is missing, None when known already."""
    case = turn.case
    known = case.facts.determined[-1][0] if case.facts.determined else None
    given = {k: v.strip() for k, v in turn.line.labels.items() if k in LABELS and v.strip()}
    said = {**_before(turn), **given}
    left = [] if without else gates.missing(gates.DETERMINE, turn)
    empty = [x for x in LABELS if not said.get(x)]
    if empty:
        lines = "\n".join(f"{x}: …" for x in empty)
        left.append(("the lines " + ", ".join(f"{x}:" for x in empty), f"DETERMINE\n{lines}"))
    if left:
        return left
    what, violation, who, ongoing = (said[x] for x in LABELS)
    made = e.Determined(turn.person, what, violation, who, ongoing, without)
    if known and (_four(known), known.without) == (_four(made), without):
        return None
    turn.sitting.add(made)
    turn.sitting.notice(f"{turn.me.name} wrote down what was determined.", but=(turn.person,))
    return []


def _four(made: e.Determined) -> tuple[str, str, str, str]:
    return made.what, made.violation, made.who, made.ongoing


@keyword(
    "MEET",
    r"{DATE}(?: at)? (?P<time>[0-2]?\d[:.][0-5]\d)",
    form="MEET 2026-03-05 18:00",
    help="the group talks then (committee time); each gets a calendar entry with the code name",
)
def meet(turn: Turn) -> Outcome:
    """Talk outside the mails is in all cases summed up afterwards with NOTE (JU-50)."""
    sitting, zone = turn.sitting, turn.sitting.frame.zone
    hour, minute = (int(x) for x in re.split("[:.]", turn.word("time")))
    try:
        start = datetime.combine(
            calendar.fromisoformat(turn.word("date")), time(hour, minute), zone
        ).astimezone(sitting.now.tzinfo)
    except ValueError:
        return Refuse("That is no date and time of the calendar.", ("MEET 2026-03-05 18:00",))
    if start <= sitting.now:
        today = conflicts.local_day(sitting.frame).isoformat()
        return Refuse("That moment is over already.", (f"NOTE {today} what was said and agreed",))
    if any(m.start == start for m, _ in turn.case.facts.meetings):
        return Done("everybody has that date already")
    sitting.add(e.MeetingSet(turn.person, start))
    which = str(len(turn.case.facts.meetings) - 1)
    sitting.write("meeting", CaseGroup(), about={"meeting": which})
    return Done("each of the group gets a calendar entry; NOTE sums it up afterwards")


# -- after what the reported person added ---------------------------------------------------------


@keyword(
    "STANDS",
    form="STANDS",
    help="the decision stands after what the reported person added",
)
def stands(turn: Turn) -> Outcome:
    """New context may change plan and consequences, or not; one of both is said (PS-50)."""
    case = turn.case
    if case.decision() is None and not case.facts.set_aside:
        return Refuse("There is no decision yet.", ("PROPOSE",))
    if case.facts.set_aside or hearing.new_context(case):
        turn.sitting.add(e.Stood(turn.person))
        turn.sitting.notice(f"{turn.me.name}: the decision stands.", but=(turn.person,))
    return Done("the decision stands")


def decide_anew(turn: Turn) -> Outcome:
    """REOPEN in an open case: the decision is set aside until PROPOSE or STANDS (PS-50, JU-35)."""
    case, sitting = turn.case, turn.sitting
    if case.decision() is None:
        return Done("the case is open")
    sitting.add(e.SetOpenAgain(turn.person))
    for draft in case.drafts.values():
        if draft.template in OUTCOMES and draft.state in ("waiting", "approved", "stopped"):
            sitting.add(e.Voided(draft.id, "decision"))
    sitting.notice(
        f"{turn.me.name} set the decision aside; PROPOSE opens a new ballot, STANDS restores it.",
        but=(turn.person,), at_once=True,
    )  # fmt: skip
    return Done("the decision is set aside; PROPOSE opens a new ballot, STANDS restores it")


# -- kinds of NOTE --------------------------------------------------------------------------------


def _summary(turn: Turn, date: str, words: str) -> Outcome:
    """Neutral words, behaviour apart from impact (PS-80)."""
    found = re.fullmatch(r"behaviou?r ?[=:] ?(.+?)[;,]? impact ?[=:] ?(.+)", words, re.IGNORECASE)
    if not found:
        return Refuse("A summary keeps behaviour and impact apart.",
                      ("NOTE SUMMARY behaviour=what was done impact=what it did",))  # fmt: skip
    text = f"Behaviour: {found[1].strip()}\nImpact: {found[2].strip()}"
    cautions = turn.sitting.counsel.cautions(words)
    second = ". Worth a second look: " + ", ".join(cautions) if cautions else ""
    return _keep(turn, e.Noted(turn.person, date, text, "summary"), f"noted{second}")


def _records(turn: Turn, date: str, words: str) -> Outcome:
    """The available records were looked at (GC-08)."""
    if not words:
        return Refuse("Which records, and what was found?", ("NOTE RECORDS what was looked at",))
    return _keep(turn, e.Noted(turn.person, date, words, "records"), "noted: records looked at")


def _refused(turn: Turn, date: str, words: str) -> Outcome:
    """A party does not want to answer; that is on record and settles the question (GC-09)."""
    ref, _, said = words.partition(" ")
    ref = ref.upper().rstrip(":,.")
    if ref not in turn.case.parties:
        lines = tuple(f"NOTE REFUSED {r}" for r in turn.case.parties)
        return Refuse("Who does not want to answer?", lines)
    text = said or "does not want to answer"
    note = e.Noted(turn.person, date, text, "refused", ref)
    return _keep(turn, note, f"noted: {ref} does not want to answer")


def _keep(turn: Turn, note: e.Noted, result: str) -> Outcome:
    if any(note == n for n, _ in turn.case.notes):
        return Done("noted already")
    turn.sitting.add(note)
    turn.sitting.notice(f"{turn.me.name} added a note.", but=(turn.person,))
    return Done(result)


def _published(turn: Turn, date: str, words: str) -> Outcome:
    """Where a statement or an account stands in public; the daemon never posts (JU-23, JU-25)."""
    if turn.sitting.frame.rules.public in ("none", "enact-only"):
        return Refuse(
            "This procedure publishes nothing beyond what enacting shows (GC-12).",
            (f"NOTE {date} {words or 'what was said and agreed'}",),
        )
    if not words:
        return Refuse("Where was it published?", ("NOTE PUBLISHED where, by whom",))
    return _keep(turn, e.Noted(turn.person, date, words, "published"), "noted: published")


NOTES: dict[str, Callable[[Turn, str, str], Outcome]] = {
    "SUMMARY": _summary,
    "RECORDS": _records,
    "REFUSED": _refused,
    "PUBLISHED": _published,
}


def special_note(turn: Turn, date: str, text: str) -> Outcome | None:
    """A NOTE whose first word, in capitals, says what kind it is; None for any other."""
    kind, _, words = text.partition(" ")
    known = NOTES.get(kind.rstrip(":"))
    return known(turn, date, words.strip()) if known else None


# -- the gates ------------------------------------------------------------------------------------


def records_seen(turn: Turn) -> list[gates.Missing]:
    """In every case the available records are looked at, where the procedure says so (GC-08)."""
    if not turn.sitting.frame.rules.records_required:
        return []
    seen = any(n.kind == "records" for n, _ in turn.case.notes)
    return [] if seen else [("the records have not been looked at", "NOTE RECORDS what was found")]


def determined(turn: Turn) -> list[gates.Missing]:
    """The four answers stand in writing before a proposal (JU-15)."""
    if not turn.sitting.frame.rules.determinations or turn.case.facts.determined:
        return []
    lines = "\n".join(f"{x}: …" for x in LABELS)
    return [("the four answers in writing (DETERMINE)", f"DETERMINE\n{lines}")]


def in_scope(turn: Turn) -> list[gates.Missing]:
    """Whether it is in scope stands in the record before a ballot (PS-22)."""
    needed = turn.sitting.frame.rules.scope_required and not turn.case.facts.value("scope")
    return [("whether it is in scope (EVAL scope=)", "EVAL scope=yes")] if needed else []


def looked_again(turn: Turn) -> list[gates.Missing]:
    """STANDS or REOPEN after new context, before a case is closed (PS-50)."""
    if turn.case.facts.set_aside:
        return [("the decision is set aside", "PROPOSE"), ("", "STANDS")]
    ref = hearing.new_context(turn.case)
    if not ref:
        return []
    return [(f"{ref} has written since the decision", "STANDS"), ("", "REOPEN")]


gates.PROPOSE += [records_seen, determined, in_scope]
gates.CLOSE.append(looked_again)
