"""Keywords of the work on a case: PARTY TAKE HANDOFF NOTE NEXT SAFETY REPEAT."""

from datetime import UTC, timedelta
from datetime import date as calendar

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, PartyTo
from cocmail.core.case import Party
from cocmail.core.commands.finding import special_note
from cocmail.core.commands.registry import (
    Done,
    Outcome,
    Refuse,
    Turn,
    keyword,
    person_of,
)
from cocmail.core.people import (
    EXAMPLE_ADDRESS,
    EXAMPLE_NAME,
    EXAMPLE_NOTE,
    EXAMPLE_RECORDS,
    fold_name,
    is_example,
)

EARLIEST_ZONE = timedelta(hours=14)  # UTC+14 has a day's date first
_ROLES = {"REPORTED": ("reported", "P"), "WITNESS": ("witness", "W"), "AFFECTED": ("affected", "A")}


@keyword(
    "PARTY",
    r"(?P<role>REPORTED|WITNESS|AFFECTED) (?P<name>[^\s@<>]+(?: [^\s@<>]+){0,5}?)"
    r"(?: <?(?P<address>[^\s@<>]+@[^\s@<>]+)>?)?",
    form="PARTY REPORTED name address",
    help="who is a party of the case (REPORTED, WITNESS, AFFECTED)",
)
def party(turn: Turn) -> Outcome:
    """Names a party; a letter to them needs an address on record (product.md 7)."""
    case, sitting = turn.case, turn.sitting
    role, letter = _ROLES[turn.word("role").upper()]
    name, address = turn.word("name"), turn.word("address")
    found = sitting.frame.roster.named(name)
    person = found[0].id if len(found) == 1 else ""
    if is_example(name):
        line = f"PARTY {turn.word('role').upper()} {EXAMPLE_NAME} {EXAMPLE_ADDRESS}"
        return Refuse("Put their own name and address into that line.", (line,))
    if person == turn.person:
        return Refuse("That is you: step out of the case.", ("RECUSE",))
    known = _known(turn, role, name)
    if address:
        own = known.ref if known else ""
        problem = sitting.counsel.address_problem(case, address, person, own)
        if problem:
            return Refuse(problem, (f"PARTY {turn.word('role').upper()} {name}",))
    if role == "reported" and not _asked(turn, name):
        return Refuse(
            "Members have not been asked about that name yet; a question comes first.",
            (f"ABOUT {name}",),
        )
    ref = known.ref if known else letter + str(_count(turn, letter) + 1)
    if person and person not in case.excluded:
        was_in = person in case.group
        sitting.add(e.Excluded(person, "party", turn.person))
        if was_in:
            sitting.write("stepped-out", CaseGroup(), about={"person": person})
    number = known.address if known else 0
    if address and not sitting.counsel.same_address(case, number, address):
        number = sitting.counsel.keep_address(case, address)
    if known and number != known.address:
        for draft in case.drafts.values():
            if draft.ref == ref and draft.state in ("waiting", "approved", "stopped"):
                leaving = draft.state == "approved"
                sitting.add(e.Voided(draft.id, "address"))
                line = f"Draft {draft.id} no longer holds: there is a new address."
                sitting.notice(line, but=(turn.person,), at_once=leaving)
    sitting.add(e.PartyNamed(ref, role, name, number, bool(number), True, person, turn.person))
    return Done(f"{name} is {ref}" + ("" if number else "; no address on record yet"))


def _asked(turn: Turn, name: str) -> bool:
    """In a screening procedure every member is asked about a reported person first (PS-12)."""
    case = turn.case
    if not case.silent_out:
        return True
    wanted = set(fold_name(name).split())
    for question in case.questions.values():
        asked = set(fold_name(question.name).split())
        if asked and (asked <= wanted or wanted <= asked):
            return True
    return False


def _known(turn: Turn, role: str, name: str) -> Party | None:
    wanted = set(fold_name(name).split())
    for known in turn.case.parties.values():
        said = set(fold_name(known.name).split())
        if known.role == role and (said <= wanted or wanted <= said):
            return known
    return None


def _count(turn: Turn, letter: str) -> int:
    return sum(1 for ref in turn.case.parties if ref[0] == letter)


@keyword(
    "TAKE",
    form="TAKE",
    help="you lead this case; the reporter hears from you at once",
    who="voter",
)
def take(turn: Turn) -> Outcome:
    """The lead owns the case; T02 goes to each reporter, template plus name (PS-18, JU-04)."""
    case, sitting = turn.case, turn.sitting
    if case.state == "closed":
        return Refuse("The case is closed.", ("REOPEN",))
    if case.lead == turn.person:
        return Done("you lead this case")
    if case.lead and conflicts.presiding(case, sitting.frame) != turn.person:
        return Refuse(f"{turn.name(case.lead)} leads this case and can hand it over.", ("HELP",))
    sitting.add(e.LeadTaken(turn.person, turn.person))
    _first_contact(turn)
    sitting.notice(f"{turn.me.name} leads the case.", but=(turn.person,))
    if any(p.answerable and p.address and not p.confirmed for p in case.reporters()):
        return Done(
            "you lead this case; the first contact waits until the reporter has answered once "
            "(address not confirmed)"
        )
    return Done("you lead this case; the reporter is told who writes to them")


def _first_contact(turn: Turn) -> None:
    case = turn.case
    for reporter in case.reporters():
        if not reporter.address or not reporter.answerable:
            continue
        changed = case.was_sent(f"party:{reporter.ref}", "first-contact") is not None
        turn.sitting.write(
            "first-contact",
            PartyTo(reporter.ref),
            about={"contact": case.lead, "changed": "yes" if changed else ""},
        )


@keyword(
    "HANDOFF",
    "{NAME}",
    form="HANDOFF name",
    help="another cleared member leads the case",
    who="lead",
)
def handoff(turn: Turn) -> Outcome:
    """The reporter is told when the contact person changes (B-02)."""
    person = person_of(turn, turn.word("name"))
    if isinstance(person, Refuse):
        return person
    if person.id not in conflicts.voters(turn.case, turn.sitting.frame.roster):
        return Refuse("Only a cleared voting member of this case can lead it.", ("STATUS",))
    turn.sitting.add(e.LeadTaken(person.id, turn.person))
    _first_contact(turn)
    turn.sitting.notice(f"{person.name} leads the case.")
    return Done(f"{person.name} leads the case")


@keyword(
    "NOTE",
    r"(?:(?P<date>\d{4}-\d{2}-\d{2})(?: |$))?(?P<text>.*)",
    form="NOTE date text",
    help="a dated note for the case document; NOTE SUMMARY behaviour= impact=, NOTE RECORDS what, "
    "NOTE REFUSED W1, NOTE IMPOSSIBLE why",
    prose_risk=True,
)
def note(turn: Turn) -> Outcome:
    """Every summary carries the date of the discussion; a missing one is filled in (PS-70)."""
    text = "\n".join(t for t in (turn.word("text"), turn.line.text) if t).strip()
    if text in ("", EXAMPLE_NOTE, EXAMPLE_RECORDS):  # an offered line, sent with one tap
        line = text or f"2026-03-03 {EXAMPLE_NOTE}"
        return Refuse("A note needs words of your own.", (f"NOTE {line}",))
    today = conflicts.local_day(turn.sitting.frame).isoformat()
    date = turn.word("date") or today
    try:
        # Whoever writes from the far side of the date line is a day ahead of the committee.
        latest = (turn.sitting.now.astimezone(UTC) + EARLIEST_ZONE).date()
        later = calendar.fromisoformat(date) > latest
    except ValueError:
        return Refuse(f"{date} is no date of the calendar.", (f"NOTE {today} …",))
    if later:  # it sums up what was said; MEET is for what is to come (PS-70)
        return Refuse(
            f"{date} is still to come; a note carries the date of the talk.",
            (f"NOTE {today} {text.splitlines()[0][:60]}", f"MEET {date} 18:00"),
        )
    special = special_note(turn, date, text)
    if special is not None:
        return special
    if any((n.by, n.date, n.text) == (turn.person, date, text) for n, _ in turn.case.notes):
        return Done("noted already")
    turn.sitting.add(e.Noted(turn.person, date, text))
    turn.sitting.notice(f"{turn.me.name} added a note.", but=(turn.person,))
    return Done("noted" if turn.word("date") else f"noted, with today's date {date}")


@keyword(
    "NEXT",
    r"(?P<text>.+)",
    form="NEXT text",
    help="the sheet's “Actions needed”, vague and at most 80 characters",
    prose_risk=True,
)
def next_action(turn: Turn) -> Outcome:
    """Vague enough that a conflicted member learns nothing (PS-59)."""
    text = turn.word("text").strip()
    problem = turn.sitting.counsel.sheet_problem(turn.case, text)
    if problem:
        return Refuse(problem, ("NEXT decide on the proposal",))
    turn.sitting.add(e.NextSet(turn.person, text))
    return Done("stands in the sheet")


@keyword(
    "SAFETY",
    r"(?P<value>yes|no)",
    form="SAFETY yes",
    help="is somebody's safety at risk? (yes, no; lowering takes two members)",
    who="reader",
)
def safety(turn: Turn) -> Outcome:
    """The sheet's first column; yes releases at once, lowering takes a second member (PS-29)."""
    case, value = turn.case, turn.word("value").lower()
    if value == "no" and case.safety == "yes" and case.lowering in ("", turn.person):
        if not case.lowering:
            turn.sitting.add(e.SafetySet(turn.person, "lowering"))
            turn.sitting.notice(
                f"{turn.me.name} would lower the safety risk to no; SAFETY no agrees.",
                but=(turn.person,),
            )
        return Done("waits for a second member's SAFETY no")
    if case.safety != value:
        turn.sitting.add(e.SafetySet(turn.person, value))
        if case.released and value == "yes":  # JU-08: with the emergency contacts, at once
            turn.sitting.write("reminder", CaseGroup(), about={"what": "emergency"})
        elif case.released:
            turn.sitting.notice(f"Safety risk: {value}.", but=(turn.person,))
    return Done(f"safety risk: {value}")


@keyword(
    "REPEAT",
    r"(?P<value>yes|maybe|no)",
    form="REPEAT maybe",
    help="may it happen again? (yes, maybe, no)",
)
def repeat(turn: Turn) -> Outcome:
    """The sheet's second column (PS-30)."""
    value = turn.word("value").lower()
    turn.sitting.add(e.RepeatSet(turn.person, value))
    return Done(f"risk of repeating: {value}")
