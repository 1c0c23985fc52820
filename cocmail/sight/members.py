"""Letters to members about one case, each from what that member may see."""

from datetime import datetime

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.case import Ballot, Draft, Party
from cocmail.core.fared import TITLES
from cocmail.core.offers import window
from cocmail.mail.build import Enclosure
from cocmail.mail.kept import unpack
from cocmail.mail.parse import Mail, Part
from cocmail.mail.replies import without_signature
from cocmail.sight import attached, bundle, urgency
from cocmail.sight.facts import RECORDS, beside_proposal
from cocmail.sight.scene import Context, Scene, Seen
from cocmail.sight.unsaid import unsaid

ROLES = {
    "reporter": "the reporter",
    "reported": "the reported person",
    "witness": "a witness",
    "affected": "an affected person",
    "mediator": "a mediator",
}
UNSHOWN = ("bounce", "rejected")  # kept, and shown to nobody who did not ask for it by number
FIRST_QUESTIONS = {
    "severe": "is this a clear and severe breach? Answer SEVERE no, or SEVERE yes and the kind: "
    "threats, violent, sexist or racist. DISCONNECT and the account behind it has the account cut "
    "off at once. And is somebody's safety at risk? Answer SAFETY yes or SAFETY no.",
    "safety": "is somebody's safety at risk? Answer SAFETY yes or SAFETY no. Then, when you can: "
    "is it sexual harassment (EVAL sexual=yes or no), may it happen again (REPEAT yes, maybe or "
    "no), is the impact direct (EVAL impact=direct or indirect)?",
    "ongoing": "is it still going on, or is somebody threatened? Answer SAFETY yes or SAFETY no.",
}
UNSENT = {
    "failed": "its authentication failed, so nothing may be sent to it",
    "no-address": "it names no address that could be answered",
    "undelivered": "the receipt has not been taken by the next mail server yet",
    "refused": "the mail server of the address refused it",
}


def report(scene: Scene) -> Seen:
    """T05: the report unchanged, the sender's name, never the address."""
    case, frame = scene.case, scene.frame
    wanted = scene.about.get("mail", "all")
    mails = [(m, at) for m, at in case.mails
             if (wanted == str(m.n) or (wanted == "all" and m.kind not in UNSHOWN))
             and scene.who not in m.withheld]  # fmt: skip
    if scene.about.get("raw"):
        return _raw(scene, mails)
    shown: list[Context] = []
    files: list[Enclosure] = []
    for mail, at in mails:
        one, enclosed = _mail(scene, mail, at, len(files))
        shown.append(one)
        files += enclosed
    rules = frame.rules
    opened = case.opened or frame.now
    clocks = [
        ("a first answer by a person", opened + rules.first_human_limit),
        ("outcome, or news with a date", opened + rules.resolution_limit),
    ]
    context: Context = {
        "mails": shown,
        "first_question": _first_question(scene),
        "clocks": clocks if case.state != "closed" else [],
        "group": [scene.name(p) for p in conflicts.active(case)],
        "urgent": case.urgent_words or "yes" in (case.safety, case.urgency.severe),
        "contacts": urgency.emergency(scene),
        "for_screener": case.state == "held",
        "confirmed_note": _confirmed_note(case.reporters()),
        "linked": _linked(scene, scene.case.linked),
        "holds": _linked(scene, scene.case.holds),
        "confidant": scene.name(case.links.confidant) if case.links.confidant else "",
        "checklist": list(RECORDS) if rules.records_required and case.state == "open" else [],
    }
    return Seen(context, tuple(files))


def _linked(scene: Scene, number: int) -> str:
    """The code name of the case to which this one belongs, for readers of both."""
    if not number:
        return ""
    other = scene.records.case(number)
    return other.code if conflicts.standing(other, scene.who) == "in" else ""


def _first_question(scene: Scene) -> str:
    """The manual's own; answered is answered (NP-01)."""
    case, wanted = scene.case, scene.frame.rules.first_question
    answered = case.urgency.severe if wanted == "severe" else case.safety
    return "" if answered else FIRST_QUESTIONS[wanted]


def _confirmed_note(reporters: list[Party]) -> str:
    unsure = [p.ref for p in reporters if not p.confirmed and p.address and p.answerable]
    if not unsure:
        return ""
    return (
        f"The address of {', '.join(unsure)} is not confirmed: beyond the receipt, letters to it "
        "wait for a first answer."
    )


def _raw(scene: Scene, mails: list[tuple[e.MailKept, datetime]]) -> Seen:
    """READ n RAW: the mail as it came, as a text attachment."""
    seen = report_empty(scene)
    files = tuple(
        Enclosure(f"mail-{m.n}.txt", "text/plain", scene.records.text(scene.case.no, m.text))
        for m, _ in mails
    )
    return Seen(seen, files)


def report_empty(scene: Scene) -> Context:
    """The report's context without any words of it."""
    return {
        "mails": [], "first_question": "", "clocks": [], "group": [], "urgent": False,
        "for_screener": False, "confirmed_note": "The mail is attached as it came.",
        "linked": "", "holds": "", "checklist": [], "contacts": [], "confidant": "",
    }  # fmt: skip


def _mail(
    scene: Scene, kept: e.MailKept, at: datetime, before: int
) -> tuple[Context, list[Enclosure]]:
    mail = scene.records.mail(scene.case.no, kept.text)
    anonymous = scene.case.anonymous and kept.source.startswith("R")
    text = without_signature(mail.text) if anonymous else mail.text
    if anonymous:
        names = [s.name for s in mail.senders if s.name]
        text = _without_names(_without_lines(text), names)
    subject = f"Subject: {mail.subject}\n\n" if mail.subject and not anonymous else ""
    files = enclosures(mail.attachments, before)
    one: Context = {
        "n": kept.n,
        "label": _label(scene, kept),
        "name": "" if anonymous else kept.name,
        "at": at,
        "text": subject + text,
        "enclosures": [f.filename for f in files],
        "unconfirmed": kept.unconfirmed,
        "unsaid": unsaid(mail, kept.n, files),
    }
    return one, files


def _label(scene: Scene, kept: e.MailKept) -> str:
    """R1, W1; of people outside only what they are: the label stands in a subject."""
    known = scene.frame.roster.people.get(kept.source)
    return f"the {known.office}" if known and kept.kind == "outside" else kept.source


def _without_lines(text: str) -> str:
    """The lines at the top that speak to us are not part of what members read."""
    top = ("anonymous:", "contact:", "quiet:")
    return "\n".join(x for x in text.split("\n") if not x.strip().casefold().startswith(top))


def _without_names(text: str, names: list[str]) -> str:
    """Lines that hold the sender's own name are cut (Anonymous: yes, B-23)."""
    wanted = [n.casefold() for n in names]
    return "\n".join(
        x for x in text.split("\n") if not any(n in x.casefold() for n in wanted)
    ).strip("\n")  # fmt: skip


def enclosures(parts: tuple[Part, ...], before: int = 0) -> list[Enclosure]:
    """Attachments under neutral names: a1.png (PS-72)."""
    made: list[Enclosure] = []
    for part in parts:
        name = f"a{before + len(made) + 1}{_ending(part)}"
        kind = part.content_type or "application/octet-stream"
        if kind.startswith("text/") and part.charset:
            kind = f"{kind}; charset={part.charset.lower()}"
        if kind.startswith("multipart/"):
            kind = "application/octet-stream"
        made.append(Enclosure(name, kind, part.content))
    return made


def _ending(part: Part) -> str:
    end = part.filename.rpartition(".")[2].lower() if "." in part.filename else ""
    if end.isascii() and end.isalnum() and len(end) <= 5:
        return f".{end}"
    known = {"message/rfc822": ".eml", "text/plain": ".txt", "image/png": ".png",
             "image/jpeg": ".jpg", "application/pdf": ".pdf", "text/html": ".html"}  # fmt: skip
    return known.get(part.content_type, "")


def party_mail(scene: Scene) -> Seen:
    """A party's later mail, to the case group; of a party that floods, several at once."""
    shown: list[Context] = []
    files: list[Enclosure] = []
    bundled = bool(scene.about.get("bundle"))
    wanted = bundle.mails(scene) if bundled else [int(scene.about["mail"])]
    for kept, at in scene.case.mails:
        if kept.n in wanted:
            one, enclosed = _mail(scene, kept, at, len(files))
            one["automatic"] = kept.kind == "automatic"
            one["withheld"] = [scene.name(p) for p in kept.withheld if p in scene.case.group]
            shown.append(one)
            files += enclosed
    label = shown[0]["label"] if shown else scene.about.get("bundle", "")
    context: Context = {"label": label, "mails": shown, "bundled": bundled}
    return Seen(context, tuple(files), note="" if shown else "nothing-new")


def talk(scene: Scene) -> Seen:
    """A member's words, to the rest of the group; no outsider's address in any header."""
    n = int(scene.about["talk"])
    said = next(t for t, _ in scene.case.talks if t.n == n)
    if said.transit:
        content = scene.records.store.transit(said.transit) or b""
    else:
        content = scene.records.text(scene.case.no, said.text)
    words = unpack(content)
    files = enclosures(words.files)
    context: Context = {
        "author": scene.name(said.by),
        "text": words.text,
        "enclosures": [f.filename for f in files],
    }
    return Seen(context, tuple(files))


def preview(scene: Scene) -> Seen:
    """The final words, with role, name and full address of the one who will get them."""
    case = scene.case
    empty: Context = {
        "id": "", "kind": "", "role": "", "name": "", "address": "", "subject": "", "words": "",
        "author": "", "leaves_after": window(scene.frame), "marks": [], "admit": "",
        "enclosures": [], "found": [], "because": "",
    }  # fmt: skip
    if scene.about.get("admit"):
        asked = case.admissions[scene.about["admit"]]
        admit = {"id": asked.id, "author": scene.name(asked.by), "admit": scene.name(asked.person)}
        return Seen({**empty, **admit})
    draft = case.drafts[scene.about["draft"]]
    waiver = case.checking.waived.get(draft.id, {}).get(draft.by)
    context: Context = {
        **empty,
        **_drafted(scene, draft),
        "id": draft.id,
        "kind": TITLES.get(draft.template, draft.template).removeprefix("the "),
        "address": _addresses_of(scene, draft),
        "subject": draft.subject,
        "author": scene.name(draft.by),
        "marks": list(draft.marks),
        "enclosures": list(draft.names),
        "found": list(waiver.hits) if waiver else [],
        "because": waiver.reason if waiver else "",
    }
    return Seen(context, attached.enclosures(scene.records, case, draft.files))


def _drafted(scene: Scene, draft: Draft) -> Context:
    party = scene.case.parties.get(draft.ref)
    if party is None:  # an office: the moderators, the council
        people = conflicts.outside(scene.case, scene.frame.roster, draft.ref)
        names = ", ".join(p.name for p in people)
        return {"role": draft.ref.removeprefix("@"), "name": names, "words": draft.text}
    return {"role": ROLES.get(party.role, party.role), "name": party.name, "words": draft.text}


def _addresses_of(scene: Scene, draft: Draft) -> str:
    party = scene.case.parties.get(draft.ref)
    if party is not None:
        return scene.records.address(scene.case.no, party.address)
    people = conflicts.outside(scene.case, scene.frame.roster, draft.ref)
    return ", ".join(scene.config.addresses[p.id][0] for p in people)


def sent(scene: Scene) -> Seen:
    """It left as previewed; a full copy of a reprimand (JU-24)."""
    draft = scene.case.drafts[scene.about["draft"]]
    at = next(
        (t for s, t in scene.case.sent if dict(s.about).get("draft") == draft.id
         and s.reader.startswith("party:")),
        scene.frame.now,
    )  # fmt: skip
    words = draft.text if draft.template in ("outcome-reported", "severe-originator") else ""
    return Seen({**_drafted(scene, draft), "at": at, "words": words})


def notices(scene: Scene) -> Seen:
    """Everything since the last bundle that concerns this reader."""
    case = scene.case
    entered = case.group.get(scene.who)
    asks = bool(scene.about.get("asks"))
    if asks or scene.about.get("alone"):  # one line by itself and at once
        line = next(x.line for x, _ in case.notices if str(x.n) == scene.about["n"])
        return Seen({"lines": [line], "asks": asks})
    since = bundle.told_up_to(scene)
    lines = [
        notice.line
        for notice, at in case.notices
        if scene.who not in notice.but and notice.n > since and (entered is None or at >= entered)
    ]
    context: Context = {"lines": list(dict.fromkeys(lines)), "asks": False}
    return Seen(context, note="" if lines else "nothing-new")


def ballot(scene: Scene) -> Seen:
    """T14: the proposal, the rule, and both bases in figures (PS-36)."""
    case, frame = scene.case, scene.frame
    open_ballot = case.ballots[scene.about["ballot"]]
    eligible, group = (
        len(conflicts.eligible(case, frame.roster)),
        len(conflicts.deciders(case, frame.roster)),
    )
    consensus = frame.rules.decision_rule == "consensus"
    base = group if consensus else len(conflicts.counted(case, frame))
    context: Context = {
        **_proposal(open_ballot),
        **beside_proposal(scene),
        "author": scene.name(open_ballot.by),
        "rule": frame.rules.decision_rule,
        "base": base,
        "needed": base if consensus else conflicts.two_thirds(base),
        "eligible": eligible,
        "eligible_needs": conflicts.two_thirds(eligible),
        "case_group": group,
        "group_needs": conflicts.two_thirds(group),
        "replaced": any(b.replaced for b in case.ballots.values()),
        "stays": [scene.name(p) for p in case.calls.stays if p in case.group],
    }
    return Seen(context)


def _proposal(one: Ballot) -> Context:
    return {
        "id": one.id, "no_action": one.none, "plan": one.plan, "if_refused": one.if_refused,
        "consequence": one.consequence, "reason": one.reason,
    }  # fmt: skip


def tally(scene: Scene) -> Seen:
    """How the ballot ended."""
    case = scene.case
    one = case.ballots[scene.about["ballot"]]
    assert one.decided is not None
    done = one.decided
    lines = [f"{scene.name(p)}: {choice}" + (f" ({why})" if why and choice == "no" else "")
             for p, (choice, why) in one.votes.items()]  # fmt: skip
    context: Context = {
        "id": one.id, "passed": done.passed, "rule": scene.frame.rules.decision_rule,
        "yes": done.yes, "no": done.no, "abstain": done.abstain, "base": done.base,
        "needed": done.needed, "lines": lines,
    }  # fmt: skip
    return Seen(context)


def stepped_out(scene: Scene) -> Seen:
    """T06: the group is now n; the name only where the procedure says so (PS-10)."""
    case, frame = scene.case, scene.frame
    voters = conflicts.voters(case, frame.roster)
    named = frame.rules.recusal_notice == "name"
    context: Context = {
        "name": scene.name(scene.about.get("person", "")) if named else "",
        "members": len(voters),
        "advisers": len([p for p in case.group if p not in voters]),
    }
    return Seen(context)


def cannot_acknowledge(scene: Scene) -> Seen:
    """T41: why the reporter cannot be answered."""
    why = UNSENT.get(scene.about.get("why", ""), UNSENT["undelivered"])
    return Seen({"label": scene.about.get("ref", "R1"), "why": why})


def merged(scene: Scene) -> Seen:
    """T44: another report goes on here."""
    case = scene.case
    labels = [p.ref for p in case.reporters()]
    return Seen({"labels": labels, "earliest": case.opened or scene.frame.now})


def readable(mail: Mail) -> str:
    """A mail's words, for the first reader of the quarantine."""
    subject = f"Subject: {mail.subject}\n\n" if mail.subject else ""
    return subject + mail.text


SEEN = {
    "report": report,
    "party-mail": party_mail,
    "talk": talk,
    "preview": preview,
    "sent": sent,
    "notices": notices,
    "ballot": ballot,
    "tally": tally,
    "stepped-out": stepped_out,
    "cannot-acknowledge": cannot_acknowledge,
    "merged": merged,
}
