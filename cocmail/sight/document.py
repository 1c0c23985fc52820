"""The case document: the seven parts of the manuals, dated, and who was sent what (PS-64 to PS-72).

Part 1 keeps the report word for word beside the group's neutral summary (PS-80); part 2 says
whether it is in scope; parts 5 to 7 are letters and answers as they left and came.
"""

from datetime import datetime

from cocmail.core import entries as e
from cocmail.core import older
from cocmail.core.fetching import NOTICE
from cocmail.core.mediating import TALK
from cocmail.doors import DOORS, rule
from cocmail.mail.kept import unpack
from cocmail.sight import enacting, mediation, urgency
from cocmail.sight.members import readable
from cocmail.sight.scene import Context, Scene, Seen

Dated = list[tuple[object, str]]

TITLES = (
    "The report",
    "Summary of discussions, and whether it is in scope",
    "Proposed plan",
    "Proposed consequences",
    "Talks with moderators, administrators and organisers",
    "Talks with the reported person",
    "What was sent to the reporter",
)


def document(scene: Scene) -> Seen:
    """The seven parts of the manuals, dated, and who was sent what and when (PS-64 to PS-72)."""
    case = scene.case
    parts: tuple[Dated, ...] = (
        _reports(scene), _talks(scene), _plans(scene), _consequences(scene),
        enacting.with_offices(scene), _with_parties(scene, "P"), _with_parties(scene, "R"),
    )  # fmt: skip
    sections = [(title, part) for title, part in zip(TITLES, parts, strict=True)]
    people = {p.id: p.name for p in scene.frame.roster.people.values()}
    disclosures = []
    for letter, at in case.sent:
        if letter.template == TALK:  # who wrote to the mediator when is theirs alone (JU-42)
            continue
        if scene.kept_from(older.cause(letter.about)):
            continue
        kind, who = letter.reader.split(":", 1)
        name = people.get(who, who) if kind == "member" else who
        only = "notice of " if NOTICE in dict(letter.about) else ""
        disclosures.append((at, name, only + letter.template, _rule(scene, letter)))
    disclosures += [
        (at, ref, template, "did not arrive") for ref, template, at in enacting.lost(case)
    ]
    for read, at in case.unsealed:
        disclosures.append((at, "the operator", "document", f"on a terminal: {read.reason}"))
    disclosures.sort(key=lambda row: row[0])
    title = case.code if scene.who in case.been_in else "The record that you asked for"
    context: Context = {
        "title": title, "sections": sections, "disclosures": disclosures,
        "rules": f"{case.procedure}, version {case.version}, {case.rules}",
    }  # fmt: skip
    return Seen(context)


def _rule(scene: Scene, letter: e.Sent) -> str:
    """By which rule the gate let it go: the door of its template, or who stood behind a draft."""
    party = letter.reader.startswith("party:")
    draft = scene.case.drafts.get(dict(letter.about).get("draft", ""))
    behind = ""
    if draft is not None and (party or DOORS.get(letter.template) == "outside"):
        behind = f"draft {draft.id} by {scene.name(draft.by)}, "
        second = draft.approved_by and draft.approved_by != draft.by
        behind += f"OK by {scene.name(draft.approved_by)}" if second else "sent alone"
    return rule(letter.template, party=party, drafted=behind)


def _reports(scene: Scene) -> Dated:
    made: Dated = []
    for kept, at in scene.case.mails:
        if kept.kind == "report" and scene.who not in kept.withheld:
            made.append((at, readable(scene.records.mail(scene.case.no, kept.text))))
    for note, at in scene.case.notes:
        if note.kind == "summary":
            made.append((at, f"Summary of {note.date}, by {scene.name(note.by)}: {note.text}"))
    return made


def _talks(scene: Scene) -> Dated:
    """Notes and kept talk, and what witnesses and affected people were asked and said."""
    every = (
        *_discussion(scene),
        *_findings(scene),
        *enacting.steps(scene),
        *urgency.steps(scene),
        *_with_parties(scene, "W"),
        *_with_parties(scene, "A"),
        *mediation.steps(scene),
        *_with_parties(scene, "M"),
    )
    return sorted(every, key=lambda pair: str(pair[0]))


def _discussion(scene: Scene) -> Dated:
    made: Dated = []
    for note, at in scene.case.notes:
        if note.kind == "summary":
            continue
        kind = f"{note.kind} {note.about}".strip()
        text = f"{kind}: {note.text}" if kind else note.text
        made.append((at, f"{note.date}, {scene.name(note.by)}: {text}"))
    for said, at in scene.case.talks:
        if said.text:
            words = unpack(scene.records.text(scene.case.no, said.text)).text
            made.append((at, f"{scene.name(said.by)}: {words}"))
    return sorted(made, key=lambda pair: str(pair[0]))


def _findings(scene: Scene) -> Dated:
    """The evaluation, whether it is in scope before all, and the four answers (PS-64, JU-15)."""
    facts = scene.case.facts
    made: Dated = []
    for name, (one, at) in facts.evaluated.items():
        why = f" ({one.why})" if one.why else ""
        made.append((at, f"{scene.name(one.by)}: {name}: {one.value}{why}"))
    for found, at in facts.determined:
        answers = f"{found.what}\nViolation: {found.violation}\nWho: {found.who}"
        without = f"\nAn open question was not awaited: {found.without}" if found.without else ""
        made.append((at, f"{scene.name(found.by)}: {answers}\nOngoing: {found.ongoing}{without}"))
    for step, members in facts.waived.items():
        for who, (reason, at) in members.items():
            said = f"would go on without {step}: {reason or 'agreed'}"
            made.append((at, f"{scene.name(who)} {said}"))
    made += [(at, f"{ref}: no answer in time") for ref, at in facts.unanswered.items()]
    for met, at in facts.meetings:
        made.append((at, f"{scene.name(met.by)}: the group talks on {_moment(scene, met.start)}"))
    return made


def _moment(scene: Scene, moment: datetime) -> str:
    return moment.astimezone(scene.frame.zone).strftime("%Y-%m-%d %H:%M")


def _plans(scene: Scene) -> Dated:
    made: Dated = []
    for ballot in scene.case.ballots.values():
        words = f"no action: {ballot.reason}" if ballot.none else ballot.plan
        ends = "replaced" if ballot.replaced else "open"
        if ballot.decided:
            ends = "passed" if ballot.decided.passed else "failed"
        refused = f"\nIf refused: {ballot.if_refused}" if ballot.if_refused else ""
        made.append((ballot.at, f"{words}{refused}\nBallot {ballot.id}: {ends}"))
    return made


def _consequences(scene: Scene) -> Dated:
    """What was proposed, and the bans that stand in the register (PS-66)."""
    proposed = [(b.at, b.consequence) for b in scene.case.ballots.values() if not b.none]
    made: Dated = list(proposed)
    for ban in scene.case.bans.rows.values():
        ends = "lifted" if ban.lifted else f"until {ban.end}"
        made.append((ban.since, f"{ban.ref} kept out of {', '.join(ban.spaces)}, {ends}"))
    return made


def _with_parties(scene: Scene, letter: str) -> Dated:
    case = scene.case
    made: Dated = []
    for sent, at in case.sent:
        draft = case.drafts.get(dict(sent.about).get("draft", ""))
        if draft and draft.ref[0] == letter and sent.reader.startswith("party:"):
            made.append((at, f"To {draft.ref}:\n{draft.text}"))
    for kept, at in case.mails:
        if kept.source[:1] == letter and kept.kind != "report" and scene.who not in kept.withheld:
            words = readable(scene.records.mail(case.no, kept.text))
            made.append((at, f"From {kept.source}:\n{words}"))
    return sorted(made, key=lambda pair: str(pair[0]))
