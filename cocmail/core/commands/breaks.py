"""Keywords of an agreed break: DRAFT BREAK, DRAFT BREAK MANDATORY, BREAK AGREED, BREAK REFUSED."""

from datetime import date, timedelta

from cocmail.core import conflicts, gates
from cocmail.core import entries as e
from cocmail.core.case import Party
from cocmail.core.commands.letters import chair_signs, draft_all, form
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword, not_yet

ANSWER_WITHIN = timedelta(days=7)  # † when BY: names no date
LABELS = ("BEHAVIOUR", "IMPACT", "PUBLIC", "BY")


@keyword(
    "DRAFT BREAK",
    r"(?:(?P<n>\d{1,2}))?",
    form="DRAFT BREAK",
    help="ask the reported person to take the break that was decided; BEHAVIOUR: IMPACT: BY: below",
    labels=LABELS,
)
def request(turn: Turn) -> Outcome:
    """T21 as a request, with a date by which they answer (JU-27)."""
    until = turn.line.labels.get("BY", "").strip()
    today = conflicts.local_day(turn.sitting.frame)
    if not until:
        until = (today + ANSWER_WITHIN).isoformat()
    try:
        late = date.fromisoformat(until) <= today
    except ValueError:
        late = True
    if late:
        return Refuse(f"BY: needs a date to come, not {until}.", ("BY: 2026-03-23",))
    found = _party(turn)
    if isinstance(found, Refuse):
        return found
    before = set(turn.case.drafts)
    done = _draft(turn, found, {"request_by": until, "mandatory": False})
    for made in set(turn.case.drafts) - before:
        turn.sitting.add(e.BreakAsked(found.ref, made, until))
    return done


@keyword(
    "DRAFT BREAK MANDATORY",
    r"(?:(?P<n>\d{1,2}))?",
    form="DRAFT BREAK MANDATORY",
    help="the break holds without their consent, once they refused or did not answer in time",
    labels=LABELS,
)
def mandatory(turn: Turn) -> Outcome:
    """Only after a refusal, or after the date by which nobody answered (JU-27)."""
    found = _party(turn)
    if isinstance(found, Refuse):
        return found
    case = turn.case
    asked = case.enacting.break_asked.get(found.ref)
    draft = case.drafts.get(asked.draft) if asked else None
    if asked is None or draft is None or draft.state != "sent":
        return Refuse("They have not been asked for the break yet (JU-27).", ("DRAFT BREAK",))
    answer = case.enacting.breaks.get(found.ref)
    if answer is not None and answer.agreed:
        return Refuse("They agreed to the break.", ("STATUS",))
    today = conflicts.local_day(turn.sitting.frame)
    if answer is None and today <= date.fromisoformat(asked.until):
        return Refuse(
            f"They may still answer until {asked.until} (JU-27).", ("BREAK REFUSED", "STATUS")
        )
    return _draft(turn, found, {"request_by": "", "mandatory": True})


@keyword(
    "BREAK",
    r"(?P<answer>AGREED|REFUSED)(?: (?P<n>\d{1,2}))?",
    form="BREAK REFUSED",
    help="what the reported person answered to the break (AGREED, REFUSED)",
)
def answered(turn: Turn) -> Outcome:
    """Their own words say it; a member records it."""
    found = _party(turn, address=False)
    if isinstance(found, Refuse):
        return found
    if found.ref not in turn.case.enacting.break_asked:
        return Refuse("They have not been asked for a break.", ("DRAFT BREAK",))
    agreed = turn.word("answer").upper() == "AGREED"
    turn.sitting.add(e.BreakAnswered(found.ref, agreed, turn.person))
    turn.sitting.notice(
        f"{found.ref} {'agreed to' if agreed else 'refused'} the break.", but=(turn.person,)
    )
    return Done("recorded")


def _party(turn: Turn, *, address: bool = True) -> Party | Refuse:
    known = [p for p in turn.case.reported() if turn.word("n") in ("", p.ref[1:])]
    if len(known) != 1:
        lines = tuple(f"{turn.line.verb} {p.ref[1:]}" for p in known)
        return Refuse("Which reported person?", lines or ("PARTY REPORTED First Last a@b.org",))
    if address and not known[0].address:
        line = f"PARTY REPORTED {known[0].name} name@their.address"
        return Refuse("There is no address on record to write to.", (line,))
    return known[0]


def _draft(turn: Turn, party: Party, variant: dict[str, object]) -> Outcome:
    decision = turn.case.decision()
    if decision is None or decision.none:
        return Refuse("A letter to the reported person needs a decision first.", ("PROPOSE",))
    labels = turn.line.labels
    wanted = [x for x in ("BEHAVIOUR", "IMPACT") if not labels.get(x, "").strip()]
    if len(wanted) > 1:  # both are missing: they want the form
        return form(turn, turn.line.verb, "BEHAVIOUR:\nIMPACT:\nBY:")
    left = gates.missing(gates.DRAFT_REPORTED, turn)
    left += [(f"{x}: is empty", f"{turn.line.verb}\n{x}: …") for x in wanted]
    if left:
        return not_yet(left)
    parts: dict[str, object] = {
        "behaviour": labels["BEHAVIOUR"].strip(),
        "impact": labels["IMPACT"].strip(),
        "plan": decision.plan or "none",
        "consequence": decision.consequence or "none",
        "if_refused": decision.if_refused,
        "chair": turn.name(chair_signs(turn)) if chair_signs(turn) else "",
        **variant,
    }
    marks = tuple(x.strip() for x in labels.get("PUBLIC", "").splitlines() if x.strip())
    return draft_all(turn, [party], "outcome-reported", parts, marks)
