"""Keywords for letters to parties: DRAFT OK HOLD.

A member drafts; everyone in the group sees the final words with role, name and address; another
member's OK binds exactly these; ten minutes later the letter leaves by itself (product.md 7).
"""

from collections.abc import Callable

from cocmail.core import conflicts, gates
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One, PartyTo
from cocmail.core.case import Case, Draft, Party
from cocmail.core.commands import decided, requests
from cocmail.core.commands.checking import drafted, passes, stopped, stopping, undrafted
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, View, keyword, not_yet
from cocmail.core.dates import date_in
from cocmail.core.offers import window as leaving


@keyword(
    "DRAFT",
    r"(?P<role>REPORTER|REPORTED)(?: (?P<n>\d{1,2}))?(?: (?P<text>.+))?",
    form="DRAFT REPORTER",
    help="draft a letter (REPORTER or REPORTED); the text below the line is its text",
    labels=("BEHAVIOUR", "IMPACT", "PUBLIC", *decided.LABELS),
    below=True,
)
def draft(turn: Turn) -> Outcome:
    """The status, outcome or no-violation letter; for the reported person the outcome (PS-43)."""
    role = turn.word("role").upper()
    if turn.case.decision():
        asked = gates.DRAFT_REPORTED if role == "REPORTED" else gates.DRAFT_REPORTER
        left = gates.missing(asked, turn)
        if left:
            return not_yet(left)
    if not below(turn) and not turn.line.labels:
        if role == "REPORTED":
            return form(turn, *_reported_form(turn))
        return form(turn, "DRAFT REPORTER", _reporter_form(turn))
    found = parties_meant(turn, role)
    if isinstance(found, Refuse):
        return found
    return _outcome_reported(turn, found) if role == "REPORTED" else _to_reporter(turn, found)


def _reported_form(turn: Turn) -> tuple[str, str]:
    """With the line that says who they are, where no address is on record yet."""
    known = turn.case.reported()
    if any(p.address for p in known):
        return "DRAFT REPORTED", "BEHAVIOUR:\nIMPACT:"
    name = known[0].name if known else "First Last"
    return f"PARTY REPORTED {name} name@their.address", "DRAFT REPORTED\nBEHAVIOUR:\nIMPACT:"


def _reporter_form(turn: Turn) -> str:
    decision = turn.case.decision()
    if decision is None:
        return "where it stands, and by which date they hear again (2026-03-16)"
    return "why this was no violation" if decision.none else "what was decided and done"


def _to_reporter(turn: Turn, found: list[Party]) -> Outcome:
    labelled = [f"{k}: {v}" for k, v in turn.line.labels.items() if k in decided.LABELS]
    text = "\n".join((below(turn), *labelled)).strip()
    decision = turn.case.decision()
    if decision is None:
        promised = date_in(text, conflicts.local_day(turn.sitting.frame))
        if not promised:
            return Refuse(
                "A status letter needs the date by which the reporter hears again (T26).",
                ("You will hear from us by 2026-03-16.",),
            )
        return draft_all(turn, found, "status-reporter", {"words": text, "next": promised})
    template = "no-violation" if decision.none else "outcome-reporter"
    return draft_all(turn, found, template, {"words": text})


def _outcome_reported(turn: Turn, found: list[Party]) -> Outcome:
    decision = turn.case.decision()
    if decision is None or decision.none:
        return Refuse("A letter to the reported person needs a decision first.", ("PROPOSE",))
    other = decided.other_words(turn, decision)
    if other:
        return other
    labels = turn.line.labels
    missing = [x for x in ("BEHAVIOUR", "IMPACT") if not labels.get(x, "").strip()]
    if missing:
        return Refuse(
            "Still missing: " + ", ".join(f"{x}:" for x in missing),
            ("DRAFT REPORTED\nBEHAVIOUR: what happened, in neutral words\nIMPACT: what it did",),
        )
    parts: dict[str, object] = {
        "behaviour": labels["BEHAVIOUR"].strip(),
        "impact": labels["IMPACT"].strip(),
        "plan": decision.plan or "none",
        "consequence": decision.consequence or "none",
        "if_refused": decision.if_refused,
        "chair": turn.name(chair_signs(turn)) if chair_signs(turn) else "",
    }
    marks = tuple(x.strip() for x in labels.get("PUBLIC", "").splitlines() if x.strip())
    return draft_all(turn, found, "outcome-reported", parts, marks)


def chair_signs(turn: Turn) -> str:
    """Where the chair answers to the council, reprimands go out in the chair's name (GC-03)."""
    frame = turn.sitting.frame
    return conflicts.presiding(turn.case, frame) if frame.rules.council_report else ""


def parties_meant(turn: Turn, role: str) -> list[Party] | Refuse:
    case, wanted = turn.case, role.lower()
    known = [p for p in case.parties.values() if p.role == wanted]
    if not known:
        return Refuse(
            f"Nobody is recorded as {wanted} yet.", (f"PARTY {role} First Last name@their.address",)
        )
    n = turn.word("n")
    if n:
        known = [p for p in known if p.ref[1:] == n]
    elif wanted != "reporter" and len(known) > 1:
        return Refuse(
            f"Which {wanted}?", tuple(f"{turn.line.verb} {role} {p.ref[1:]}" for p in known)
        )
    usable = [p for p in known if p.address and p.answerable]
    if not usable:
        first = known[0] if known else None
        name = first.name if first else "First Last"
        return Refuse(
            "There is no address on record to write to.",
            (f"PARTY {role} {name} name@their.address",) if wanted != "reporter" else ("NOTE",),
        )
    return usable


def below(turn: Turn) -> str:
    return "\n".join(t for t in (turn.word("text"), turn.line.text) if t).strip()


def form(turn: Turn, first: str, rest: str) -> Outcome:
    turn.sitting.write("help", One(turn.person), about={"form": f"{first}\n{rest}"})
    return View()


def draft_all(
    turn: Turn,
    parties: list[Party],
    template: str,
    parts: dict[str, object],
    marks: tuple[str, ...] = (),
) -> Outcome:
    """One draft a party, each checked, worded and shown to the whole group."""
    sitting, case = turn.sitting, turn.case
    made: list[str] = []
    again: list[str] = []
    files = turn.attach()
    if files.problem:
        return Refuse(files.problem, (turn.line.echo,))
    replaced: list[str] = []
    hits: list[str] = []
    for party in parties:
        said = "\n".join(str(v) for k, v in parts.items() if k not in ("next", "by", "request_by"))
        told = sitting.counsel.leaks(case, said, marks, party.ref, files.number)
        hits += () if passes(turn, told) else told
        full = {**parts, "contact": turn.name(case.lead) if case.lead else ""}
        worded = sitting.counsel.worded(case, template, party.ref, full, files.number)
        earlier = _earlier(case, template, party.ref)
        same = next((d for d in earlier if (d.digest, d.marks) == (worded.digest, marks)), None)
        if same:
            again.append(same.id)
            continue
        for old in earlier if template != "question" else []:
            sitting.add(e.Voided(old.id, "edited"))
            replaced.append(old.id)
        made.append(sitting.new_id())
        sitting.add(
            e.Drafted(
                made[-1], template, party.ref, turn.person, worded.subject, worded.text,
                worded.digest, marks, str(parts.get("next", "")), files.number, files.names,
            )
        )  # fmt: skip
        found = sitting.counsel.leaks(case, worded.text, marks, party.ref, files.number)
        drafted(turn, made[-1], found)
        sitting.write("preview", CaseGroup(), about={"draft": made[-1]})
    if hits:
        return undrafted(hits)
    if again and not made:
        return Done("drafted already: " + ", ".join(again))
    if replaced:
        sitting.notice(f"{turn.me.name} replaced draft {', '.join(replaced)}.", but=(turn.person,))
    alone = len(conflicts.active(case)) < 2
    waits = "there is no second reader in the group yet" if alone else "another member answers "
    cautions = sitting.counsel.cautions("\n".join(str(v) for v in parts.values()))
    result = "drafted; " + waits + ("" if alone else ", ".join(f"OK {i}" for i in made))
    if files.names:
        result += f"; {', '.join(files.names)} goes along, without metadata"
    if replaced:
        result += "; it replaces " + ", ".join(replaced)
    if cautions:
        result += ". Worth a second look: " + ", ".join(cautions)
    return Done(result)


def _earlier(case: Case, template: str, ref: str) -> list[Draft]:
    """Letters of this kind to this person that have not left: a changed one voids them."""
    unsent = ("waiting", "approved", "stopped")
    return [
        d for d in case.drafts.values()
        if (d.template, d.ref) == (template, ref) and d.state in unsent
    ]  # fmt: skip


# -- the second reader --------------------------------------------------------------------------


@keyword(
    "OK",
    "(?:{ID})?",
    form="OK id",
    help="you agree to a draft, word for word; it leaves ten minutes later",
    who="asked",
)
def approve(turn: Turn) -> Outcome:
    """Approval binds words, role and address; nobody approves their own (B-07)."""
    case = turn.case
    if conflicts.standing(case, turn.person) != "in" and not conflicts.cleared(case, turn.person):
        return Refuse("OK is for cleared members of the case.", ("CLEAR", "RECUSE"))
    wanted = turn.word("id").upper()
    if not wanted:
        waiting = _waiting_for(turn)
        if len(waiting) != 1 or not turn.alone:
            return Refuse(
                "OK alone counts only when one draft waits and the mail holds no other words.",
                tuple(f"OK {i}" for i in waiting) or ("STATUS",),
            )
        wanted = waiting[0]
        if of_another(turn, wanted):
            return Refuse(
                f"You answered the preview of another draft; what waits now is {wanted}. Please "
                "read that one first.",
                (f"OK {wanted}",),
            )
    if wanted in case.admissions:
        return _approve_admission(turn, wanted)
    if wanted in case.keeping.asked:
        return requests.release(turn, wanted)
    draft = case.drafts.get(wanted)
    if draft is None:
        return Refuse(
            f"No draft {wanted} waits here.", tuple(f"OK {i}" for i in _waiting_for(turn))
        )
    return _approve_draft(turn, draft)


def of_another(turn: Turn, wanted: str) -> bool:
    """Whether the mail answers the preview of other words than these, an older draft's perhaps."""
    previewed = turn.answers is not None and turn.answers.template == "preview"
    return previewed and wanted not in (turn.answered("draft"), turn.answered("admit"))


# Some letters take more than one second reader: what a family's own rule still waits for.
READERS: list[Callable[[Turn, Draft], Outcome | None]] = []


def _waiting_for(turn: Turn) -> list[str]:
    drafts = [
        d.id
        for d in turn.case.drafts.values()
        if d.state in ("waiting", "stopped") and d.by != turn.person
    ]
    return drafts + [a.id for a in turn.case.admissions.values() if a.by != turn.person]


def _approve_admission(turn: Turn, wanted: str) -> Outcome:
    asked = turn.case.admissions[wanted]
    if asked.by == turn.person:
        return Refuse("Another member must agree, not the one who asked.")
    turn.sitting.add(e.Admitted(wanted, asked.person, turn.person))
    return Done("let in")


def _approve_draft(turn: Turn, draft: Draft) -> Outcome:
    case, sitting = turn.case, turn.sitting
    if draft.state in ("approved", "sent"):
        return Done("already approved")
    if draft.state == "void":
        return Refuse(f"Draft {draft.id} no longer holds; draft it again.")
    if draft.by == turn.person:
        return Refuse("Nobody approves their own draft; another member answers OK.")
    if draft.template == "outcome-reported":
        if case.decision() is None:
            return Refuse("The decision behind this letter no longer stands.")
        left = gates.missing(gates.DRAFT_REPORTED, turn)
        if left:
            return not_yet(left)
    if draft.template == "outcome-reporter":
        left = gates.missing(gates.DRAFT_REPORTER, turn)
        if left:
            return not_yet(left)
    chair = chair_signs(turn) if draft.template == "outcome-reported" else ""
    if chair and chair not in (draft.by, turn.person):
        return Refuse(
            f"This letter goes out in the name of {turn.name(chair)}, who drafts it or answers OK.",
            ("NOTE the chair should look at the draft",),
        )
    if sitting.counsel.digest(case, draft.id) != draft.digest:
        sitting.add(e.Voided(draft.id, "changed"))
        return Refuse(f"Draft {draft.id} is no longer what was shown; draft it again.")
    hits = sitting.counsel.leaks(case, draft.text, draft.marks, draft.ref, draft.files)
    if held := stopping(turn, draft, hits):
        return stopped(draft, held)
    for more in READERS:
        waits = more(turn, draft)
        if waits:
            return waits
    window = sitting.frame.rules.undo_window
    sitting.add(e.Approved(draft.id, turn.person, draft.digest))
    for reader in recipients(turn, draft.ref):
        sitting.write(draft.template, reader, about={"draft": draft.id}, due=sitting.now + window)
    span = leaving(sitting.frame)
    result = f"approved; it leaves in {span} unless somebody answers HOLD {draft.id}"
    if not window:
        result = "approved; it leaves at once"
    party = case.parties.get(draft.ref)
    if party and party.role == "reporter" and not party.confirmed:
        result = "approved; it waits until the reporter has answered once (address not confirmed)"
        _neutral_status(turn, draft.ref)
    sitting.notice(f"{turn.me.name} approved draft {draft.id}.", but=(turn.person,))
    return Done(result)


def recipients(turn: Turn, ref: str) -> list[PartyTo | One]:
    """The readers of a draft: one party, or each of the people behind an office."""
    if not ref.startswith("@"):
        return [PartyTo(ref)]
    people = conflicts.outside(turn.case, turn.sitting.frame.roster, ref)
    return [One(p.id) for p in people]


def office(turn: Turn, ref: str) -> Party | Refuse:
    """An office as the recipient of a draft: "@moderators", "@administrators", "@council"."""
    name = ref.removeprefix("@")
    if not conflicts.outside(turn.case, turn.sitting.frame.roster, ref):
        return Refuse(f"No {name} on record may be written to here.", ("SPACE id", "STATUS"))
    return Party(ref, name, f"the {name}", 0, True, True, "")


def _neutral_status(turn: Turn, ref: str) -> None:
    """All that an unconfirmed address may get: the neutral status, once, asking for an answer."""
    case, frame = turn.case, turn.sitting.frame
    if case.was_sent(f"party:{ref}", "status-reporter") is None:
        day = (frame.now.astimezone(frame.zone) + frame.rules.status_every).date().isoformat()
        turn.sitting.add(e.NewsPromised(ref, day))
        turn.sitting.write("status-reporter", PartyTo(ref), about={"next": day})
