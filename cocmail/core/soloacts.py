"""What follows when a member acted alone: who is told, chased and reminded, and the review (A3).

Rules and clocks over the state in urgency.py. The review is the decision rule of the procedure,
never the actor's alone (NP-07).
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

from cocmail.core import conflicts, timers
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One, PartyTo
from cocmail.core.bans import EVERYWHERE
from cocmail.core.case import Case, Party
from cocmail.core.conflicts import Frame
from cocmail.core.people import Person, fold_name
from cocmail.core.sitting import Sitting
from cocmail.core.urgency import Act

ORIGINATOR = "severe-originator"
UNTOLD = "telling the originator"  # the name of its waiver in the log
CHASE = timedelta(hours=1)  # † A21
CHASES = 24  # then the group is told to reach them in another way
REMINDED_AT = (12, 20)  # twenty-fourths of the limit: 12 h and 20 h of 24 (JU-09)
BAN = re.compile(r"\b(?:ban(?:s|ned|ning)?|block(?:s|ed|ing)?)\b", re.IGNORECASE)
_REQUEST = re.compile(r"\b(?:re-?view|re-?consider|appeal|look (?:at|into) (?:it|this) again)")

# What each category of SEVERE is called towards whom it concerns (NP-03).
CATEGORIES = {
    "threats": "personal threats",
    "violent": "violent language",
    "sexist": "sexist language",
    "racist": "racist language",
}


# -- who carries it out ---------------------------------------------------------------------------


def contacts(case: Case, frame: Frame, office: str) -> list[Person]:
    """Everybody of an office in every space, without who is out of the case or a party of it."""
    parties = {p.person for p in case.parties.values() if p.person}
    return [
        p
        for p in frame.roster.people.values()
        if p.office == office and not conflicts.out(case, p.id) and p.id not in parties
    ]


def undone(act: Act, frame: Frame) -> list[str]:
    """The spaces of those who were asked in which nobody has said DONE."""
    people = frame.roster.people
    asked = [people[p] for p in act.asked if p in people]
    done = {s for p in asked if act.answers.get(p.id) for s in p.spaces}
    return list(dict.fromkeys(s for p in asked for s in p.spaces if s not in done))


def silent(act: Act, frame: Frame) -> list[str]:
    """Those asked who have not answered, in spaces where nobody has said DONE."""
    left, people = set(undone(act, frame)), frame.roster.people
    return [
        p
        for p in act.asked
        if p in people and p not in act.answers and left & set(people[p].spaces)
    ]


def _next_contact(case: Case, act: Act, frame: Frame) -> list[str]:
    """One more for each space whose contacts are all silent: its moderators, one by one."""
    people = frame.roster.people
    answered = {s for p in act.answers if p in people for s in people[p].spaces}
    made: list[str] = []
    for space in undone(act, frame):
        fresh = [
            p.id
            for p in contacts(case, frame, "moderator")
            if space in p.spaces and p.id not in act.asked
        ]
        if space not in answered:
            made += fresh[:1]
    return list(dict.fromkeys(made))


# -- clocks ---------------------------------------------------------------------------------------


def ticking(case: Case, frame: Frame) -> Iterator[timers.Clock]:
    """The report of an act, 24 hours from the act itself (JU-09); the hourly chase (NP-04)."""
    limit = frame.rules.solo_act_limit
    for act in case.urgency.unreviewed():
        if limit:
            for hour in REMINDED_AT:
                due = act.at + limit * hour / 24
                yield timers.Clock(f"solo-{act.n}", str(hour), due, _remind_actor(act.n))
            yield timers.Clock(f"solo-{act.n}", "over", act.at + limit, _over(act.n))
        if act.asked and silent(act, frame):
            began = min(act.asked.values())
            for n in range(1, CHASES + 1):
                due = timers.running(frame.house, began, CHASE * n)
                yield timers.Clock(f"chase-{act.n}", str(n), due, _chase(act.n, n))
                if due > frame.now:
                    break


def _remind_actor(n: int) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        by = sitting.case.urgency.acts[n].by
        if by in sitting.frame.roster.people and not _delegate(sitting, by):
            sitting.write("reminder", One(by), about={"what": "solo-act", "act": str(n)})

    return act


def _delegate(sitting: Sitting, person: str) -> bool:
    """An event's delegate gets no further mail of the case (JU-10)."""
    return sitting.frame.roster.people[person].office == "delegate"


def _over(n: int) -> Callable[[Sitting], None]:
    """The chair is told, and T13 goes out with what is known, to whoever has not answered."""

    def act(sitting: Sitting) -> None:
        case = sitting.case
        known = case.urgency.acts[n]
        chair = told(case, sitting.frame, known)
        if chair:
            about = {"what": "solo-act-over", "act": str(n)}
            sitting.write("reminder", One(chair), about=about)
        if case.state == "open":
            for person in conflicts.active(case):
                if person not in known.votes and _told_name(known, person) in case.spoke:
                    about = {"act": str(n), "again": "yes"}
                    sitting.write("solo-act-review", One(person), about=about)

    return act


def told(case: Case, frame: Frame, act: Act) -> str:
    """The chair, or whoever is next where the chair is out of it or acted themself."""
    first = conflicts.presiding(case, frame)
    if first != act.by:
        return first
    order = [
        p for p in frame.roster.presiding_order() if p != act.by and not conflicts.out(case, p)
    ]
    return next((p for p in order if p in case.group or not case.released), first)


def _chase(n: int, times: int) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        case, frame = sitting.case, sitting.frame
        known = case.urgency.acts[n]
        for person in silent(known, frame):
            about = {"act": str(n), "again": str(times)}
            sitting.write("disconnect", One(person), about=about)
        for person in _next_contact(case, known, frame):
            sitting.add(e.ContactAsked(n, person))
            sitting.write("disconnect", One(person), about={"act": str(n)})
        if times == CHASES:
            names = ", ".join(frame.roster.people[p].name for p in silent(known, frame))
            sitting.notice(
                f"No answer after a day of asking: {names}. Please reach them in another way.",
                at_once=True,
            )

    return act


# -- rules ----------------------------------------------------------------------------------------


def review(sitting: Sitting) -> None:
    """T13 to everyone of the group, from the moment they are in it, once a round (NP-07)."""
    case = sitting.case
    if case.state != "open":
        return
    for act in case.urgency.unreviewed():
        for person in conflicts.active(case):
            if _told_name(act, person) not in case.spoke:
                sitting.add(e.Spoke(_told_name(act, person)))
                sitting.write("solo-act-review", One(person), about={"act": str(act.n)})


def _told_name(act: Act, person: str) -> str:
    return f"review-{act.n}-{act.round}/{person}"


def count(sitting: Sitting) -> None:
    """The decision rule of the procedure; the actor counts, but never alone (NP-07)."""
    case = sitting.case
    if case.state != "open":
        return
    for act in case.urgency.unreviewed():
        choice = outcome(case, sitting.frame, act)
        if choice:
            sitting.add(e.ReviewDecided(act.n, choice))
            _tell(sitting, act, choice)


def outcome(case: Case, frame: Frame, act: Act) -> str:
    """What the answers of the review add up to: "ok", "reverse", or "" as long as they do not."""
    able = conflicts.deciders(case, frame.roster)
    others = [p for p in able if p != act.by]
    said = {p: act.votes[p][0] for p in able if p in act.votes}
    for choice in ("ok", "reverse"):
        voices = [p for p in said if said[p] == choice]
        if not set(voices) & set(others):
            continue
        if frame.rules.decision_rule == "consensus":
            doubted = choice == "ok" and said.get(act.by) == "reverse"
            if set(others) <= set(voices) and not doubted:
                return choice
        elif len(voices) >= conflicts.two_thirds(len(conflicts.counted(case, frame))):
            return choice
    return ""


def _tell(sitting: Sitting, act: Act, choice: str) -> None:
    """What is taken back is taken back with those who carried it out, and in the register."""
    case = sitting.case
    ends = "it stands" if choice == "ok" else "it is taken back"
    sitting.notice(f"Act {act.n} of a single member is reviewed: {ends}.", at_once=True)
    if choice == "ok":
        return
    for person in act.asked:
        sitting.write("disconnect", One(person), about={"act": str(act.n), "over": "yes"})
    ban = case.bans.rows.get(act.ref)
    if ban is not None and ban.provisional and not ban.lifted:
        sitting.add(e.BanLifted(act.ref, ""))
        for admin in contacts(case, sitting.frame, "administrator"):
            if admin.id not in act.asked and case.was_sent(f"member:{admin.id}", "enact"):
                sitting.write("enact", One(admin.id), about={"ban": act.ref})


def tell_reporter(sitting: Sitting) -> None:
    """T11 once somebody has said DONE: it arrived, and the account was cut off (NP-05)."""
    case = sitting.case
    if case.state not in ("held", "open") or case.quiet:
        return
    if not any(done for act in case.urgency.acts.values() for done in act.answers.values()):
        return
    for party in case.reporters():
        name = f"severe-reporter/{party.ref}"
        if party.address and party.answerable and name not in case.spoke:
            sitting.add(e.Spoke(name))
            sitting.write("severe-reporter", PartyTo(party.ref))


def asked_again(sitting: Sitting) -> None:
    """ "Please review" of the person it concerns opens the review (NP-06)."""
    case = sitting.case
    if case.state != "open":
        return
    for act in list(case.urgency.acts.values()):
        for mail, at in case.mails:
            theirs = act.ref and mail.source == act.ref and mail.kind in ("party", "note")
            if not theirs or at < act.seen or mail.n in act.requests:
                continue
            if _REQUEST.search(sitting.counsel.words_of(case, mail.n).casefold()):
                sitting.add(e.ReviewAsked(act.n, mail.n))
                sitting.notice(f"{act.ref} asks for a review of act {act.n}.", at_once=True)


def provisional(sitting: Sitting) -> None:
    """A ban by one member stands in the register until the review and the decision (JU-07)."""
    case = sitting.case
    for act in case.urgency.unreviewed():
        party = case.parties.get(act.ref) or _meant(case, act)
        if not BAN.search(act.tool) or party is None or party.ref in case.bans.rows:
            continue
        day = act.at.astimezone(sitting.frame.zone).date().isoformat()
        spaces = (case.space,) if case.space else (EVERYWHERE,)
        sitting.add(e.Banned(party.ref, party.name, spaces, day, "", day, act.by, provisional=True))
        if not act.ref:
            sitting.add(e.ActedAlone(act.n, act.by, act.what, act.at, ref=party.ref))


def _meant(case: Case, act: Act) -> Party | None:
    """Whom an act concerns: the one its words name, else the only reported person."""
    said = set(fold_name(act.what).split())
    named = [p for p in case.reported() if set(fold_name(p.name).split()) <= said]
    found = named or case.reported()
    return found[0] if len(found) == 1 else None


# -- the explanation to the originator (T12) ------------------------------------------------------


def unexplained(case: Case) -> list[Act]:
    """The uses of the severe track whose originator is neither told nor out of reach (NP-06)."""
    if case.facts.waived.get(UNTOLD) or any(n.kind == "impossible" for n, _ in case.notes):
        return []
    return [a for a in case.urgency.acts.values() if a.ground and not _explained(case, a)]


def _explained(case: Case, act: Act) -> bool:
    reader = f"party:{act.ref}"
    failed = any((f.reader, f.template) == (reader, ORIGINATOR) for f, _ in case.failed)
    return failed or case.was_sent(reader, ORIGINATOR) is not None


def explain(sitting: Sitting) -> None:
    """T12 is drafted as soon as there is an address; its words want a member's look (NP-06)."""
    case = sitting.case
    if case.state != "open":
        return
    for act in unexplained(case):
        party = case.parties.get(act.ref)
        known = any((d.template, d.ref) == (ORIGINATOR, act.ref) for d in case.drafts.values())
        if known or party is None or not party.address or act.by not in case.group:
            continue
        parts = originator_parts(case, CATEGORIES.get(act.ground, act.ground).capitalize() + ".")
        worded = sitting.counsel.worded(case, ORIGINATOR, act.ref, parts)
        made = sitting.new_id()
        sitting.add(
            e.Drafted(made, ORIGINATOR, act.ref, act.by, worded.subject, worded.text, worded.digest)
        )
        sitting.write("preview", CaseGroup(), about={"draft": made})


def originator_parts(case: Case, behaviour: str, why: str = "") -> dict[str, object]:
    """What T12 says: which language or action, why it is clear and severe, what was done."""
    ground = CATEGORIES.get(case.urgency.category, "")
    named = f"Our code of conduct treats {ground} as a clear and severe breach." if ground else ""
    return {
        "behaviour": behaviour,
        "why": "\n\n".join(t for t in (named, why) if t)
        or "It was seen as a clear and severe breach of our code of conduct.",
        "cut_off": any(act.asked for act in case.urgency.acts.values()),
    }
