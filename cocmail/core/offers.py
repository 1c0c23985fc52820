"""What makes sense for one member now: the lines offered below a mail, and what waits on whom.

Pure; the words around them are in the templates.
"""

from cocmail.core import (
    awaited,
    conflicts,
    hearing,
    mediating,
    mishaps,
    rulechange,
    summary,
    told,
)  # fmt: skip
from cocmail.core.case import Case, Draft, Party
from cocmail.core.conflicts import Frame
from cocmail.core.ending import council_told
from cocmail.core.people import EXAMPLE_ADDRESS, EXAMPLE_NAME, EXAMPLE_NOTE, EXAMPLE_RECORDS

Offer = tuple[str, str]  # the line, and what it does

MOST = 4
_PARTY = f"PARTY REPORTED {EXAMPLE_NAME} {EXAMPLE_ADDRESS}"


def offers(
    case: Case, person: str, frame: Frame, template: str, about: dict[str, str]
) -> list[Offer]:
    """Two to four lines that make sense for this member, the most pressing first."""
    made: list[Offer] = []
    if about.get("several"):
        return [("YES", "this case is meant"), ("NO", "not this case")]
    if template in ("confirm", "was-it-you"):
        if not case.no and int(about["held"]) in frame.house.seats.changes:
            return [("YES", "announce it"), ("NO", "drop it")]
        return [("YES", "that was me, run it once"), ("NO", "that was not me")]
    if template in ("delete-please", "import-receipt") or about.get("out"):
        return []
    if template == "offboarding" and person == about["person"]:
        return []  # nothing is open any more
    if template == rulechange.LETTER:
        return rulechange.offered(frame, about)
    if template == summary.LETTER:
        return summary.offered(about)
    if case.no == 0:
        usual = [("STATUS", "my cases"), ("SHEET", "the sheet"), ("HELP", "what I can do")]
        known = frame.roster.people.get(person)
        if known is not None and known.office != "member":
            usual = usual[-1:]  # the other two are the committee's
        return _house(person, frame, template, about) or usual
    if template == "held" or case.screener == person:
        made += _screener(case)
    for question in _questions(case, person):
        line = f"CLEAR {question}".strip()
        made += [(line, "no conflict, let it in"), ("RECUSE", "stay out, no reason wanted")]
    if about.get("draft") in case.drafts:
        made += _draft(case, person, about["draft"], frame)
    if template == "party-mail":
        made += _withheld(case, about, frame)
        mail = case.mail(int(about["mail"])) if about.get("mail", "").isdigit() else None
        made += mediating.offered(case, mail.source) if mail else []
    admission = case.admissions.get(about.get("admit", ""))
    if admission is not None and admission.by != person:
        made.append((f"OK {admission.id}", "let them in"))
    if conflicts.standing(case, person) == "in":
        made += _in_group(case, person, frame)
    made += [("HELP", "what I can do")]
    return list(dict.fromkeys(made))[:MOST]


def _house(person: str, frame: Frame, template: str, about: dict[str, str]) -> list[Offer]:
    """What a letter about the roster asks for."""
    if template == "onboarding-names":
        return [("HELP", "what I can do")]
    seats = frame.house.seats
    n = about.get("change") or ""
    if template == "roster-change" and (news := seats.news.get(int(about.get("news", "0")))):
        n = str(news.change)
    change = seats.changes.get(int(n or "0"))
    if change is not None and change.announced and person != change.asked.person:
        return [(f"HOLD {change.id}", "stop it, with another's HOLD"),
                ("ROSTER", "who is on the committee")]  # fmt: skip
    if about.get("kind") == "renewal":
        return [("RENEW", "I go on"), ("HERE", "only a sign of life")]
    return []


def _screener(case: Case) -> list[Offer]:
    if case.state != "held" or conflicts.asked_all(case):
        return []
    lines: list[Offer] = [] if case.screener in case.shown else [("SHOW", "read it, only you")]
    if case.shown:
        if case.silent_out:
            lines.append(
                (
                    f"ABOUT {EXAMPLE_NAME}",
                    "ask all about this name; CLEAR below it: you are clear",
                )
            )
            lines.append(("ABOUT UNKNOWN", "the person is not known yet"))
        else:
            lines.append(("CLEAR", "let it go to everyone left"))
    return [*lines, ("PASS", "the next reads it first"), ("RECUSE", "stay out")]


def _questions(case: Case, person: str) -> list[str]:
    if case.state not in ("held", "open") or conflicts.out(case, person):
        return []
    return [
        q.name or "UNKNOWN"
        for q in case.questions.values()
        if person in q.sent
        and person not in q.cleared
        and person not in q.shut
        and not conflicts.superseded(case, q, person)
    ]


def _withheld(case: Case, about: dict[str, str], frame: Frame) -> list[Offer]:
    """Another reader decides about a member whom a party's mail names (product.md 5)."""
    shown = [m for m, _ in case.mails
             if str(m.n) == about.get("mail")
             or (m.source == about.get("bundle") and m.n in case.ending.bundled)]  # fmt: skip
    named = dict.fromkeys(p for mail in shown for p in mail.withheld if p in case.group)
    known = frame.roster.people
    return [
        offer
        for p in named
        if p in known
        for offer in (
            (f"ADMIT {known[p].name}", "let them read this mail"),
            (f"EXCLUDE {known[p].name}", "keep them out of the case"),
        )
    ]


def _draft(case: Case, person: str, wanted: str, frame: Frame) -> list[Offer]:
    draft = case.drafts[wanted]
    if draft.state in ("waiting", "stopped") and _may_approve(case, draft, person, frame):
        return [(f"OK {wanted}", "send it as shown"), (f"HOLD {wanted}", "stop it")]
    if draft.state in ("waiting", "approved"):
        return [(f"HOLD {wanted}", "stop it")]
    return []


def _may_approve(case: Case, draft: Draft, person: str, frame: Frame) -> bool:
    return draft.by != person and _chairs(case, draft, frame) in ("", person)


def _chairs(case: Case, draft: Draft, frame: Frame) -> str:
    """Whose OK alone counts: a reprimand somebody else drafted in the chair's name (GC-03)."""
    if draft.template != "outcome-reported" or not frame.rules.council_report:
        return ""
    chair = conflicts.presiding(case, frame)
    return "" if chair == draft.by else chair


def _in_group(case: Case, person: str, frame: Frame) -> list[Offer]:
    made: list[Offer] = []
    ballot = case.ballot()
    votes = person in conflicts.voters(case, frame.roster)
    if ballot and person in conflicts.deciders(case, frame.roster) and person not in ballot.votes:
        made += [
            (f"VOTE yes {ballot.id}", "agree"),
            (f"VOTE no {ballot.id}", "object"),
            (f"VOTE abstain {ballot.id}", "stand aside"),
        ]
    for draft in case.drafts.values():
        if draft.state == "waiting" and _may_approve(case, draft, person, frame):
            made.append((f"OK {draft.id}", "send it as shown"))
    if case.state == "closed":
        return [*made, ("REOPEN", "open it again"), ("DOC", "the whole document")]
    for ref, _ in mishaps.untold(case):
        if not any(d.ref == ref and d.template == mishaps.LETTER and d.state != "void"
                   for d in case.drafts.values()):  # fmt: skip
            made.append((f"DRAFT LEAK {ref}", "tell them what reached them"))
    if case.facts.set_aside or hearing.new_context(case):
        made += [("STANDS", "the decision stands"), ("REOPEN", "it is decided anew")]
    if not case.lead and votes:
        made.append(("TAKE", "I lead this case"))
    made += _urgent(case, person, frame)
    if not case.safety:
        made += [("SAFETY no", "nobody is at risk"), ("SAFETY yes", "somebody is at risk")]
    made += awaited.offered(case, person, frame)
    presides = conflicts.presiding(case, frame) == person
    if presides and frame.rules.council_report and case.decision() and not council_told(case):
        made.append(("REPORT-COUNCIL", "report to the council"))
    if person == case.lead:
        step = mediating.next_step(case)
        made += [step] if step else []
        made += _lead(case, frame)
    return [*made, ("STATUS", "where it stands"), ("RECUSE", "step out")]


def _urgent(case: Case, person: str, frame: Frame) -> list[Offer]:
    """The review of what a member did alone, and the first question of the severe track."""
    made: list[Offer] = []
    for act in case.urgency.unreviewed():
        if person not in act.votes and person in conflicts.deciders(case, frame.roster):
            if person != act.by:
                made += [(f"REVIEW OK {act.n}", "it was right"),
                         (f"REVIEW REVERSE {act.n}", "take it back")]  # fmt: skip
            elif not act.reported:
                made.append(("ACTED what AT time", "say what you did"))
    if frame.rules.severe_track and not case.urgency.severe:
        made += [("SEVERE no", "not clear and severe"), ("SEVERE yes threats", "clear and severe")]
    return made


def _lead(case: Case, frame: Frame) -> list[Offer]:
    decision = case.decision()
    if decision is None:
        return [] if case.ballot() else [*_first(case, frame), ("ASK REPORTER", "ask")]
    made: list[Offer] = []
    if not decision.none and not any(p.address for p in case.reported()):
        made.append((_PARTY, "who they are, so that a letter can reach them"))
    if (
        not decision.none
        and not _drafted(case, "outcome-reported", "apology-request")
        and awaited.ready(case, frame, "DRAFT REPORTED")
    ):
        made.append(("DRAFT REPORTED", "tell the reported person"))
    untold = not _drafted(case, "outcome-reporter", "no-violation")
    if untold and awaited.ready(case, frame, "DRAFT REPORTER"):
        made.append(("DRAFT REPORTER", "tell the reporter"))
    council = council_told(case) or not frame.rules.council_report
    if told.everyone(case) and council and awaited.ready(case, frame, "CLOSE"):
        note = [(f"NOTE {EXAMPLE_NOTE}", "the talk is not kept, a dated note is")]
        before = note if hearing.unsaid(case, frame) else []
        return [*before, (f"CLOSE {case.code} RESULT", "the case is over"), *made]
    return made


def _drafted(case: Case, *templates: str) -> bool:
    """Whether such a letter about the standing decision waits for its OK, or is on its way."""
    decision = case.decision()
    since = decision.decided_at if decision else None
    return since is not None and any(
        d.template in templates and d.state != "void" and d.at >= since
        for d in case.drafts.values()
    )


def _first(case: Case, frame: Frame) -> list[Offer]:
    """Who must be heard before a proposal, then the proposal; its form has all that it needs."""
    made: list[Offer] = []
    if frame.rules.hear_reported == "before-required":
        if not case.reported():
            made.append((_PARTY, "whom it is about; ASK REPORTED below it"))
        made += [
            (f"ASK {p.role.upper()}" + _number(case, p), f"hear {p.ref}")
            for p in hearing.unheard(case)
            if p.address
        ]
    if frame.rules.scope_required and not case.facts.value("scope"):
        made.append(("EVAL scope=yes", "it is in scope"))
    if frame.rules.records_required and not any(n.kind == "records" for n, _ in case.notes):
        made.append((f"NOTE {EXAMPLE_RECORDS}", "the records were looked at"))
    return [*made, ("PROPOSE", "open a ballot; alone on its line it brings the form")]


def _number(case: Case, party: Party) -> str:
    alone = len([p for p in case.parties.values() if p.role == party.role]) == 1
    return "" if alone else f" {party.ref[1:]}"


def waiting(case: Case, frame: Frame) -> list[str]:
    """What is waiting, and on whom; for readers of the case only."""
    names = {p.id: p.name for p in frame.roster.people.values()}
    made: list[str] = []
    ballot = case.ballot()
    if ballot:
        left = [names.get(p, p) for p in conflicts.deciders(case, frame.roster)
                if p not in ballot.votes]  # fmt: skip
        made.append(f"ballot {ballot.id}: the vote of {', '.join(left)}" if left else
                    f"ballot {ballot.id}: a changed vote")  # fmt: skip
    for draft in case.drafts.values():
        if draft.state == "waiting":
            chair, author = _chairs(case, draft, frame), names.get(draft.by, draft.by)
            other = names.get(chair, chair) if chair else f"a member other than {author}"
            made.append(f"draft {draft.id}: the OK of {other}")
        if draft.state == "stopped":
            made.append(f"draft {draft.id}: stopped; an OK lets it go again")
        if draft.state == "approved":
            party = case.parties.get(draft.ref)
            if party and party.role == "reporter" and not party.confirmed:
                made.append(f"draft {draft.id}: a first reply of {draft.ref}")
            else:
                made.append(f"draft {draft.id}: leaves by itself after {window(frame)}")
    for admission in case.admissions.values():
        author = names.get(admission.by, admission.by)
        made.append(f"admission {admission.id}: the OK of a member other than {author}")
    if case.state == "open":
        made += awaited.answers(case, frame)
        made += mediating.awaited(case)
        for ref in hearing.awaited(case):
            due = hearing.answer_due(case, frame, ref)
            until = f", until {due.astimezone(frame.zone).date().isoformat()}" if due else ""
            made.append(f"the answer of {ref}{until}")
    for act in case.urgency.unreviewed():
        able = conflicts.deciders(case, frame.roster)
        left = [names.get(p, p) for p in able if p not in act.votes and p != act.by]
        made.append(f"act {act.n}: the review of {', '.join(left) or 'another member'}")
    if case.state == "open" and not case.lead:
        made.append("a lead: TAKE")
    return made


def window(frame: Frame) -> str:
    """The undo window in words."""
    seconds = int(frame.rules.undo_window.total_seconds())
    if seconds < 60:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    minutes = seconds // 60
    return f"{minutes} minute{'' if minutes == 1 else 's'}"
