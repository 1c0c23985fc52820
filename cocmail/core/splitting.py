"""A case with two matters becomes two; a mistaken MERGE comes apart again (A20).

Whoever was out of the one is out of the other, and only who was in comes in. Parties that go along
keep their handles: mail on them lands where they are now. The keywords are in
commands/splitting.py, the joining of cases in commands/outcome.py.
"""

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.case import Case, Party
from cocmail.core.links import MOVED
from cocmail.core.sitting import Sitting

FIRST_HUMAN = ("first-human/50", "first-human/90", "first-human/100")
HEARD = ("first-contact", "question", "outcome-reporter", "no-violation")


def begin(sitting: Sitting, source: Case, moved: tuple[str, ...], by: str) -> None:
    """The new case: its parties, their mail, and the same people on either side of the door."""
    opened = source.opened or sitting.now
    sitting.add(
        e.Opened(
            source.procedure, source.version, sitting.frame.rules.hash, source.quiet,
            source.anonymous, False, source.silent_out, source.linked,
            source.holds,
        )
    )  # fmt: skip
    sitting.add(e.SplitFrom(source.no, opened, by))
    _same_door(sitting, source)
    refs = _parties(sitting, source, moved, by)
    _mails(sitting, source, refs)
    for old, new in refs.items():
        if new.startswith("R"):
            _promises_kept(sitting, source, old, new)
    sitting.add(e.Released(sitting.counsel.code_name(sitting.roll)))
    if source.space:
        sitting.add(e.SpaceSet(source.space, by))
    if source.lead:
        sitting.add(e.LeadTaken(source.lead, by))
    _tell(sitting, source, moved, refs, by)


def _same_door(sitting: Sitting, source: Case) -> None:
    """Exclusions, recusals, answers and pauses hold on both sides (promise 4, PS-16)."""
    for person, fact in source.excluded.items():
        sitting.add(e.Excluded(person, fact.why, fact.by))
    for person in source.recused:
        sitting.add(e.Recused(person))
    for level in source.stand_ins:
        sitting.add(e.StandInsAsked(level))
    for person in source.calls.asked:
        sitting.add(e.CalledIn(person))
    for q in source.questions.values():
        sitting.add(e.QuestionOpened(q.q, q.name, q.by, q.after_release, q.council))
        for person in q.sent:
            sitting.add(e.QuestionSent(q.q, person))
        for person in sorted(q.cleared):
            sitting.add(e.Cleared(person, q.q))
        if q.shut:
            sitting.add(e.QuestionClosed(q.q))
    for person in source.admitted:
        sitting.add(e.Admitted("", person, ""))
    for person, why in source.paused.items():
        sitting.add(e.Paused(person, why))


def _parties(
    sitting: Sitting, source: Case, moved: tuple[str, ...], by: str
) -> dict[str, str]:  # fmt: skip
    """Who goes along: those named; without a reporter among them, every reporter is there too."""
    along = [source.parties[ref] for ref in moved]
    if not any(p.role == "reporter" for p in along):
        along = [*source.reporters(), *along]
    refs: dict[str, str] = {}
    for party in along:
        letter = party.ref[0]
        ref = f"{letter}{1 + sum(1 for known in refs.values() if known[0] == letter)}"
        refs[party.ref] = ref
        sitting.add(_named(sitting, source, party, ref, by))
    return refs


def _named(sitting: Sitting, source: Case, party: Party, ref: str, by: str) -> e.PartyNamed:
    number = sitting.counsel.copy_address(source, party.address, sitting.case)
    name = ref if party.name == party.ref else party.name
    return e.PartyNamed(
        ref, party.role, name, number, party.confirmed, party.answerable, party.person, by
    )


def _mails(sitting: Sitting, source: Case, refs: dict[str, str]) -> None:
    for mail, _ in source.mails:
        if mail.source in refs and mail.kind != "automatic":
            text = sitting.counsel.copy_text(source, mail.text, sitting.case)
            sitting.add(
                e.MailKept(
                    sitting.number(), refs[mail.source], mail.kind, text, mail.name,
                    mail.message_id, mail.unconfirmed, mail.withheld,
                )
            )  # fmt: skip


def _promises_kept(sitting: Sitting, source: Case, old: str, new: str) -> None:
    """The receipt of the first case was theirs; so was a first answer by a person."""
    sitting.add(e.Spoke(f"receipt-{new}/today"))
    if source.was_sent(f"party:{old}", *HEARD):
        for clock in FIRST_HUMAN:
            if clock not in sitting.case.spoke:
                sitting.add(e.Spoke(clock))


def _tell(
    sitting: Sitting, source: Case, moved: tuple[str, ...], refs: dict[str, str], by: str
) -> None:
    case = sitting.case
    gone = tuple((ref, refs[ref]) for ref in moved)
    who = sitting.frame.roster.people[by].name
    sitting.notice(f"{who} split this case off from {source.code}.", but=(by,))
    code, number = case.code, case.no

    def leave(old: Sitting) -> None:
        old.add(e.SplitOff(number, gone, by))
        with_them = f" with {', '.join(moved)}" if moved else ""
        old.notice(f"{who} split off {code}{with_them}.", but=(by,))

    sitting.elsewhere.append((source.no, leave))


# -- apart ----------------------------------------------------------------------------------------


def take_back(sitting: Sitting, target: Case, by: str) -> None:
    """The merged case goes on by itself; what its parties wrote meanwhile comes along."""
    case = sitting.case
    refs = next((dict(a.refs) for a in reversed(target.absorbed) if a.case == case.no), {})
    sitting.add(e.KeptApart(target.no, by))
    for person, fact in target.excluded.items():
        if person not in case.excluded:
            sitting.add(e.Excluded(person, fact.why, fact.by))
    for person in target.recused:
        if not conflicts.out(case, person):
            sitting.add(e.Recused(person))
    back = {there: here for here, there in refs.items()}
    for mail, _ in target.mails:
        if mail.source in back and case.parties[back[mail.source]].role != MOVED:
            text = sitting.counsel.copy_text(target, mail.text, case)
            sitting.add(
                e.MailKept(
                    sitting.number(), back[mail.source], mail.kind, text, mail.name,
                    mail.message_id, mail.unconfirmed, mail.withheld,
                )
            )  # fmt: skip
    who = sitting.frame.roster.people[by].name
    sitting.notice(f"{who} took this case apart from {target.code} again.", but=(by,))
