"""Keywords about the end of a case: REPORT-COUNCIL NORESPONSE ESCROW NOT-CONDUCT QUIET MUTE."""

from datetime import timedelta

from cocmail.core import clocks, conflicts, gates
from cocmail.core import entries as e
from cocmail.core.audience import PartyTo
from cocmail.core.case import Case
from cocmail.core.commands.letters import below, draft_all, office
from cocmail.core.commands.outcome import RESULTS, close, result_of
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword
from cocmail.core.conflicts import Frame
from cocmail.core.ending import council_told

COUNCIL = "@council"
LABELS = ("CATEGORY", "DETERMINATION", "MEASURE")


# -- the council --------------------------------------------------------------------------------


@keyword(
    "REPORT-COUNCIL",
    form="REPORT-COUNCIL",
    help="the report to the council, by whoever presides; CATEGORY: DETERMINATION: MEASURE: below",
    labels=LABELS,
    below=True,
)
def report_council(turn: Turn) -> Outcome:
    """T29, to each council member who is not out of this case, never to a list (GC-10, GC-11)."""
    case, sitting = turn.case, turn.sitting
    frame = sitting.frame
    if conflicts.presiding(case, frame) != turn.person:
        whose = turn.name(conflicts.presiding(case, frame))
        return Refuse(f"The report to the council is for who presides: {whose}.", ("STATUS",))
    if not conflicts.outside(case, frame.roster, COUNCIL):
        if not case.ending.council_out:
            sitting.add(e.CouncilOut(turn.person))
        return Done("everybody on the council is out of this case: nothing is sent, and it counts")
    council = tuple(p.id for p in conflicts.outside(case, frame.roster, COUNCIL))
    lists = sitting.counsel.lists_among(council)
    if lists:
        whose = ", ".join(turn.name(p) for p in lists)
        return Refuse(
            f"The report goes to each person's own address; that of {whose} looks like a list.",
            ("NOTE the operator is asked for individual addresses",),
        )
    to = office(turn, COUNCIL)
    if isinstance(to, Refuse):
        return to
    given = {k: v.strip() for k, v in turn.line.labels.items() if v.strip()}
    parts: dict[str, object] = {
        "code_name": case.code,
        "category": given.get("CATEGORY") or "conduct",
        "determination": given.get("DETERMINATION") or _determination(case),
        "measure": given.get("MEASURE") or _measure(case),
        "clocks": kept_or_missed(case, frame),
        "solo": _solo(turn),
        "words": below(turn),
        "chair": turn.me.name,
    }
    said = "\n".join(str(parts[k]) for k in ("category", "determination", "measure", "words"))
    gendered = sitting.counsel.gendered(said)
    if gendered:
        words = ", ".join(gendered)
        return Refuse(
            f"The report is gender-neutral (PS-60); write another word for: {words}",
            ("REPORT-COUNCIL\nDETERMINATION: …\nMEASURE: …",),
        )
    return draft_all(turn, [to], "council-report", parts)


def _solo(turn: Turn) -> list[str]:
    """Acts of a single member and what the review said; never about whom (GC-10)."""
    ends = {"ok": "reviewed and upheld", "reverse": "reviewed and taken back"}
    zone = turn.sitting.frame.zone
    return [
        f"{act.at.astimezone(zone).date().isoformat()}: {act.tool or 'an immediate step'}, "
        f"{ends.get(act.reviewed, 'not reviewed yet')}"
        for act in turn.case.urgency.acts.values()
    ]


def _determination(case: Case) -> str:
    """The group's written answer, or what the decision says (JU-15)."""
    if case.facts.determined:
        return case.facts.determined[-1][0].violation
    decision = case.decision()
    if decision is None:
        return "none was made"
    return "no violation was found" if decision.none else "a violation was found"


def _measure(case: Case) -> str:
    decision = case.decision()
    if decision is None or decision.none:
        return "none"
    told = [x for x in (decision.plan, decision.consequence) if x and x != "none"]
    return "; ".join(told) or "none"


def kept_or_missed(case: Case, frame: Frame) -> list[str]:
    """Each promise with its outcome; a late receipt is told where the manual says must (K-1)."""
    assert case.opened is not None
    rules = frame.rules
    made: list[str] = []
    for party in case.reporters():
        reader, who = f"party:{party.ref}", "" if len(case.reporters()) == 1 else f" {party.ref}"
        if not party.address or not party.answerable:
            made.append(f"reporter{who}: could not be answered")
            continue
        news = ("outcome-reporter", "no-violation", "status-reporter", "proposed-resolution")
        limits: list[tuple[str, timedelta, tuple[str, ...]]] = [
            ("receipt", rules.ack_limit, ("receipt",)),
            ("first answer by a person", rules.first_human_limit, clocks.HUMAN_LETTERS),
            ("outcome, or news with a date", rules.resolution_limit, news),
        ]
        limits = limits if rules.ack_force == "must" else limits[1:]
        for what, limit, templates in limits:
            at = case.was_sent(reader, *templates)
            late = (at or frame.now) > case.opened + limit
            ends = "missed" if late else ("kept" if at else "still running")
            made.append(f"{what}{who}: {ends}")
    return made


def _council_first(turn: Turn) -> list[gates.Missing]:
    """GC-10: CLOSE is refused before the report; a report in escrow is not over yet (B-24)."""
    needed = turn.sitting.frame.rules.council_report and result_of(turn) != "ESCROW"
    if not needed or council_told(turn.case):
        return []
    waits = [
        d.id
        for d in turn.case.drafts.values()
        if d.template == "council-report" and d.state in ("waiting", "approved", "stopped")
    ]
    line = f"OK {waits[-1]}" if waits else "REPORT-COUNCIL"
    return [("the council has not got its report", line)]


gates.CLOSE.append(_council_first)


# -- silence and redirects ----------------------------------------------------------------------


@keyword(
    "NORESPONSE",
    form="NORESPONSE",
    help="after PROPOSE NONE was agreed for a report in bad faith: no further letter to its sender",
    who="lead",
)
def no_response(turn: Turn) -> Outcome:
    """By the decision rule: it stops T24 and T26, not the receipt (PS-53)."""
    case, sitting = turn.case, turn.sitting
    if not sitting.frame.rules.no_response:
        return Refuse("In this procedure everybody who writes hears back.", ("DRAFT REPORTER",))
    decision = case.decision()
    if decision is None or not decision.none:
        return Refuse(
            "No response takes the group's decision that nothing follows.",
            ("PROPOSE NONE not made in good faith",),
        )
    if not case.ending.no_response:
        sitting.add(e.NoResponse(turn.person))
        sitting.notice(
            f"{turn.me.name}: by the decision the reporter gets no further letter.",
            but=(turn.person,),
        )
    return Done(f"no further letter to the reporter; CLOSE {case.code} RESULT ends the case")


@keyword(
    "ESCROW",
    form="ESCROW",
    help="the report is kept and acted on only when the person is reported again",
    who="lead",
)
def escrow(turn: Turn) -> Outcome:
    """On a second report about the same person this group is told, and asks its reporter (B-24)."""
    turn.line = type(turn.line)(
        "CLOSE", turn.line.echo, {"code": turn.case.code, "result": "ESCROW"}, {}, "", ""
    )
    return close(turn)


@keyword(
    "NOT-CONDUCT",
    form="NOT-CONDUCT",
    help="this is no matter for the committee: the sender gets a kind redirect, the case ends",
    who="screener",
)
def not_conduct(turn: Turn) -> Outcome:
    """Neither spam nor a case: a kind letter, no report to the council."""
    case, sitting = turn.case, turn.sitting
    if case.ending.not_conduct and case.state == "closed":
        return Done("redirected already")
    if case.state not in ("held", "open"):
        return Refuse("The case is not open.", ("REOPEN",))
    sitting.add(e.NotConduct(turn.person))
    for reporter in case.reporters():
        if reporter.address and reporter.answerable:
            sitting.write("not-conduct", PartyTo(reporter.ref))
    if case.released:
        sitting.notice(
            f"{turn.me.name}: {RESULTS['NOT-CONDUCT'].lower()}; REOPEN undoes it.",
            but=(turn.person,),
        )
    return Done("the sender is redirected kindly; what they answer opens it again")


@keyword(
    "QUIET REPORTER",
    form="QUIET REPORTER",
    help="the reporter asked for silence: no automatic news any more",
)
def quiet(turn: Turn) -> Outcome:
    """Letters that a member writes still go; only the neutral status stops (NF-07)."""
    if not turn.case.quiet:
        turn.sitting.add(e.QuietSet(turn.person))
        turn.sitting.notice(f"{turn.me.name}: the reporter asked for silence.", but=(turn.person,))
    return Done("no automatic news to the reporter any more")


@keyword(
    "MUTE",
    r"(?P<ref>[RPWA]\d{1,2})(?: (?P<off>OFF))?",
    form="MUTE P1",
    help="what this party writes is bundled unread (MUTE P1 OFF: shown again)",
)
def mute(turn: Turn) -> Outcome:
    """A party that floods (product.md 7); everything is kept, READ shows it."""
    ref, off = turn.word("ref").upper(), bool(turn.word("off"))
    if ref not in turn.case.parties:
        return Refuse(f"{ref} is no party of this case.", ("STATUS",))
    if (ref in turn.case.ending.muted) == off:
        turn.sitting.add(e.Muted(ref, not off, turn.person))
        said = "shown again" if off else "bundled unread"
        turn.sitting.notice(f"{turn.me.name}: mail of {ref} is {said}.", but=(turn.person,))
    return Done(f"mail of {ref} is " + ("shown again" if off else "bundled unread"))
