"""Keywords for hearing those involved: ASK EXTEND WAIVE; and the gate that wants them heard."""

import re
from datetime import date as calendar
from datetime import timedelta

from cocmail.core import conflicts, gates, hearing
from cocmail.core import entries as e
from cocmail.core.case import Party
from cocmail.core.commands.letters import below, draft_all, form, parties_meant
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword

_REF = re.compile(r"[PWA]\d{1,2}")
_ROLES = ("REPORTED", "WITNESS", "AFFECTED")


@keyword(
    "ASK",
    r"(?P<role>REPORTER|WITNESS|AFFECTED|REPORTED)(?: (?P<n>\d{1,2}))?(?: (?P<text>.+))?",
    form="ASK REPORTER",
    help="draft a question to REPORTER, WITNESS, AFFECTED or REPORTED; the text below is the "
    "question",
    labels=("BEHAVIOUR", "PUBLIC"),
    below=True,
)
def ask(turn: Turn) -> Outcome:
    """More information from those involved (NF-03, T08), and the right of reply (T09)."""
    role, words = turn.word("role").upper(), turn.word("text")
    if words.startswith("WAIVE "):  # "ASK WITNESS 1 WAIVE reason" is the same as WAIVE (GC-09)
        return _waive_hearing(turn, role, f"{turn.word('n')} {words[6:]}".strip())
    if role == "REPORTED" and turn.sitting.frame.rules.hear_reported == "after":
        decided = turn.case.decision() is not None
        return Refuse(
            "In this procedure the reported person is written to after the decision, and can "
            "answer then.",
            ("DRAFT REPORTED" if decided else "PROPOSE",),
        )
    text = "\n".join(t for t in (below(turn), turn.line.labels.get("BEHAVIOUR", "")) if t).strip()
    if not text:
        wanted = "your question in plain words, and why you ask"
        if role == "REPORTED":
            wanted = "what happened, in neutral words; nothing of who spoke with us"
        return form(turn, f"ASK {role}", wanted)
    found = parties_meant(turn, role)
    if isinstance(found, Refuse):
        return found
    marks = tuple(x.strip() for x in turn.line.labels.get("PUBLIC", "").splitlines() if x.strip())
    if role != "REPORTED":
        return draft_all(turn, found, "question", {"words": text}, marks)
    return draft_all(turn, found, "right-of-reply", {"behaviour": text, "by": _by(turn)}, marks)


def _by(turn: Turn) -> str:
    """The day by which an answer is asked for, ISO; "" where the procedure has no such limit."""
    frame = turn.sitting.frame
    limit = frame.rules.reported_answer_limit
    return (conflicts.local_day(frame) + limit).isoformat() if limit else ""


@keyword(
    "EXTEND",
    r"(?:(?P<ref>P\d{1,2}) )?UNTIL {DATE}",
    form="EXTEND P1 UNTIL 2026-03-16",
    help="wait longer for the reported person's answer",
)
def extend(turn: Turn) -> Outcome:
    """The reported person's time to answer is extendable (A21)."""
    case, frame = turn.case, turn.sitting.frame
    waited = [p.ref for p in case.reported() if hearing.answer_due(case, frame, p.ref)]
    over = [r for r in case.facts.unanswered if r in case.parties]
    wanted = turn.word("ref").upper()
    found = [r for r in (*waited, *over) if wanted in ("", r)]
    if len(set(found)) != 1:
        lines = tuple(f"EXTEND {r} UNTIL {turn.word('date')}" for r in dict.fromkeys(found))
        reason = "Whose time?" if found else "No answer of a reported person is waited for."
        return Refuse(reason, lines or ("ASK REPORTED",))
    try:
        until = calendar.fromisoformat(turn.word("date"))
    except ValueError:
        return Refuse(f"{turn.word('date')} is no date of the calendar.", ())
    today = conflicts.local_day(frame)
    if until <= today:
        later = (today + timedelta(days=7)).isoformat()
        return Refuse("That day is over already.", (f"EXTEND {found[0]} UNTIL {later}",))
    if case.facts.until.get(found[0]) == until.isoformat() and found[0] not in over:
        return Done(f"{found[0]} has until {until} already")
    turn.sitting.add(e.Extended(turn.person, found[0], until.isoformat()))
    turn.sitting.notice(f"{found[0]} has until {until} to answer.", but=(turn.person,))
    return Done(f"{found[0]} has until {until}; this line alone does not write to them")


@keyword(
    "WAIVE",
    r"(?P<what>[A-Z][A-Z-]*\d{0,2})(?: (?P<reason>.+))?",
    form="WAIVE W1 reason",
    help="go on without a step, for a reason; not to hear a party takes two members",
    who="voter",
)
def waive(turn: Turn) -> Outcome:
    """Somebody is not contacted only where two members agree, for a reason on record (GC-09)."""
    what, words = turn.word("what").upper(), turn.word("reason")
    if what in gates.WAIVE:
        return gates.WAIVE[what](turn, words)
    if what in _ROLES:
        return _waive_hearing(turn, what, words)
    if what in turn.case.parties and _REF.fullmatch(what):
        return _two_members(turn, what, words or turn.line.reason)
    could = [p.ref for p in hearing.unheard(turn.case)]
    return Refuse(
        f"“{what}” is nothing that can be waived here.",
        (*(f"WAIVE {ref} reason" for ref in could), *(f"WAIVE {w} reason" for w in gates.WAIVE)),
    )


def _waive_hearing(turn: Turn, role: str, words: str) -> Outcome:
    known = [p for p in turn.case.parties.values() if p.role == role.lower()]
    numbered = re.fullmatch(r"(\d{1,2})(?: (.*))?", words)
    if numbered:
        known = [p for p in known if p.ref[1:] == numbered[1]]
        words = numbered[2] or ""
    if len(known) != 1:
        lines = tuple(f"WAIVE {p.ref} reason" for p in known)
        return Refuse(f"Which {role.lower()}?", lines or (f"PARTY {role} First Last",))
    ref = known[0].ref
    return _two_members(turn, ref, words or turn.line.reason)


def _two_members(turn: Turn, what: str, reason: str) -> Outcome:
    """Record that this member would go on without hearing a party; it counts when two would."""
    case, sitting, step = turn.case, turn.sitting, hearing.step(what)
    agreed = hearing.waivers(case, step)
    if len(agreed) >= hearing.TWO:
        return Done("waived already")
    if turn.person in agreed:
        return Done(f"waits for a second member's WAIVE {what}")
    if not agreed and not reason.strip():
        return Refuse("A waiver needs a reason for the record.", (f"WAIVE {what} the reason",))
    sitting.add(e.Waived(turn.person, step, reason.strip()))
    if agreed:
        sitting.notice(f"{turn.me.name} agreed: {what} is waived.", but=(turn.person,))
        return Done(f"two members agree: {what} is waived")
    sitting.notice(
        f"{turn.me.name} would go on without {what} ({reason.strip()}). WAIVE {what} agrees.",
        but=(turn.person,), at_once=True,
    )  # fmt: skip
    return Done(f"noted; it counts when a second member answers WAIVE {what}")


# -- the gates ------------------------------------------------------------------------------------


def everybody_heard(turn: Turn) -> list[gates.Missing]:
    """The committee contacts all individuals involved, where the procedure says so (GC-09)."""
    if turn.sitting.frame.rules.hear_reported != "before-required":
        return []
    left: list[gates.Missing] = []
    for party in hearing.unheard(turn.case):
        left.append((f"{party.ref} has not been heard", _ask_line(turn, party)))
        left.append(("", f"WAIVE {party.ref} the reason"))
    return left


def _ask_line(turn: Turn, party: Party) -> str:
    role = party.role.upper()
    if not party.address:
        return f"PARTY {role} {party.name} name@their.address"
    same = [p for p in turn.case.parties.values() if p.role == party.role]
    return f"ASK {role}" + (f" {party.ref[1:]}" if len(same) > 1 else "")


def nothing_open(turn: Turn) -> list[gates.Missing]:
    """All relevant data first: an open question is awaited, or the record says why not (NP-08)."""
    return [
        (f"a question to {ref} is open", "DETERMINE WITHOUT the reason")
        for ref in hearing.awaited(turn.case)
    ]


gates.PROPOSE.append(everybody_heard)
gates.DETERMINE.append(nothing_open)
