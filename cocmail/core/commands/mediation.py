"""Keywords of mediation: MEDIATE CANDIDATE, INVITE, YES, NO and CLOSE (JU-22, JU-36 to JU-40).

The candidate answers about conflicts first, then the reporter is asked, and only after their yes
the reported person. Nobody is asked twice, and nobody who said no is asked again.
"""

from cocmail.core import entries as e
from cocmail.core import gates, mediating
from cocmail.core.case import Party
from cocmail.core.commands.letters import below, draft_all
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword, not_yet
from cocmail.core.people import fold_name

CANDIDATE = "MEDIATE CANDIDATE name address"


def _none(turn: Turn) -> Refuse | None:
    """Only some manuals know mediation (A17), and it belongs to an open case."""
    if not turn.sitting.frame.rules.mediation:
        return Refuse("This procedure has no mediation.", ("PROPOSE",))
    if turn.case.state != "open":
        return Refuse("The case is not open.", ("STATUS",))
    return None


@keyword(
    "MEDIATE CANDIDATE",
    r"(?P<name>[^\s@<>]+(?: [^\s@<>]+){0,4}?) <?(?P<address>[^\s@<>]+@[^\s@<>]+)>?",
    form=CANDIDATE,
    help="somebody from outside who could mediate; they are asked about conflicts first",
    who="lead",
)
def candidate(turn: Turn) -> Outcome:
    """A candidate passes the conflict question before anybody is invited (JU-37)."""
    case, sitting = turn.case, turn.sitting
    mediation = case.mediation
    refused = _none(turn) or _unsuitable(turn)
    if refused:
        return refused
    if mediation.stage == "agreed":
        return Refuse("A mediator is at work.", ("MEDIATE CLOSE",))
    if mediating.spent(case):
        return Refuse("It has ended; nobody is pressed to try again (JU-36).", ("PROPOSE",))
    name, address = turn.word("name"), turn.word("address")
    now = mediating.mediator(case)
    if now and mediation.stage == "asking" and fold_name(now.name) == fold_name(name):
        return Done(f"{name} is the candidate already")
    mediating.void_drafts(sitting)
    ref = f"M{1 + sum(1 for p in case.parties.values() if p.role == 'mediator')}"
    number = sitting.counsel.keep_address(case, address)
    sitting.add(e.PartyNamed(ref, "mediator", name, number, True, True, "", turn.person))
    sitting.add(e.MediatorProposed(ref, turn.person))
    people = ", ".join(p.name for p in case.reported())
    return draft_all(turn, [case.parties[ref]], mediating.QUESTION, {"people": people})


def _unsuitable(turn: Turn) -> Refuse | None:
    """Somebody configured has another path to the case, and a party cannot mediate."""
    case, counsel = turn.case, turn.sitting.counsel
    name, address = turn.word("name"), turn.word("address")
    again = (CANDIDATE,)
    if not case.reported():
        return Refuse("Say first with whom.", ("PARTY REPORTED First Last name@their.address",))
    if counsel.meant(name):
        said = "A mediator comes from outside: nobody of the committee, the council or a space."
        return Refuse(said, again)
    wanted = fold_name(name)
    if any(fold_name(p.name) == wanted for p in mediating.participants(case)):
        return Refuse("A party of the case cannot mediate it.", again)
    ours = {p.ref for p in case.parties.values() if p.role == "mediator"}
    earlier = next((r for r in ours if fold_name(case.parties[r].name) == wanted), "")
    if earlier and case.mediation.willing.get(earlier) is False:
        return Refuse(f"{name} does not mediate this.", again)
    problem = counsel.address_problem(case, address, "", earlier)
    return Refuse(problem, again) if problem else None


@keyword(
    "MEDIATE INVITE",
    r"(?:(?P<ref>[RP]\d{1,2})(?: |$))?(?:(?P<text>.+))?",
    form="MEDIATE INVITE",
    help="invite the reporter, and after their yes the reported person; terms of your own below",
    who="lead",
    below=True,
)
def invite(turn: Turn) -> Outcome:
    """T27a to the reporter first, T27b only after the reporter's yes (JU-38, JU-39)."""
    case = turn.case
    refused = _none(turn)
    if refused:
        return refused
    mediator = mediating.mediator(case)
    if mediator is None or case.mediation.stage != "asking":
        going = case.mediation.stage == "agreed"
        said = "It has been agreed already." if going else "There is no candidate."
        return Refuse(said, ("STATUS" if going else CANDIDATE,))
    left = _not_before(turn, mediator)
    if left:
        return not_yet(left)
    if below(turn) and below(turn) != case.mediation.terms:
        mediating.void_drafts(turn.sitting, mediating.INVITATION)
        turn.sitting.add(e.MediationTermsSet(below(turn), turn.person))
    wanted = turn.word("ref").upper()
    everybody = [*mediating.unaccepted(case, "reporter"), *mediating.unaccepted(case, "reported")]
    if wanted and wanted not in {p.ref for p in everybody}:
        return Refuse(f"{wanted} is nobody who is to be invited.", ("MEDIATE INVITE",))
    away = [p.ref for p in everybody if not p.address or not p.answerable]
    if away:
        said = f"{', '.join(away)} cannot be written to, and all must agree (JU-40)."
        return Refuse(said, ("PARTY REPORTED First Last name@their.address", "MEDIATE CLOSE"))
    found = [p for p in mediating.uninvited(case) if wanted in ("", p.ref)]
    if not found:
        return Done("whoever comes next is invited; nobody is asked twice (JU-36)")
    return _draft_invitation(turn, mediator, found)


def _not_before(turn: Turn, mediator: Party) -> list[gates.Missing]:
    case = turn.case
    left: list[gates.Missing] = []
    if not case.mediation.willing.get(mediator.ref):
        asked = [
            d.id
            for d in case.drafts.values()
            if (d.template, d.ref) == (mediating.QUESTION, mediator.ref)
            and d.state in ("waiting", "stopped")
        ]
        line = f"OK {asked[-1]}" if asked else CANDIDATE
        left.append((f"{mediator.name} has not said to be free of conflicts (JU-37)", line))
    if turn.word("ref").upper().startswith("P"):
        for party in mediating.unaccepted(case, "reporter"):
            said = f"the yes of {party.ref} is not recorded (JU-38)"
            left.append((said, f"MEDIATE YES {party.ref}"))
    return left


def _draft_invitation(turn: Turn, mediator: Party, found: list[Party]) -> Outcome:
    """To a reported person the reporter's name only if they let it be told (JU-39)."""
    case, frame = turn.case, turn.sitting.frame
    to_reported = found[0].role == "reported"
    others = case.reported()
    if to_reported:
        names = mediating.named_to(case, found[0].ref)
        others = [p for p in case.reporters() if p.ref in names]
        others = others if len(others) == len(case.reporters()) else []
    parts: dict[str, object] = {
        "mediator": mediator.name,
        "others": ", ".join(p.name for p in others),
        "terms": case.mediation.terms,
        "span": frame.rules.mediation_limit.days,
        "reported": to_reported,
    }
    return draft_all(turn, found, mediating.INVITATION, parts)


@keyword(
    "MEDIATE YES",
    r"(?P<ref>[RP]\d{1,2})(?: WITH (?P<name>(?!NAMED$)[^\s@<>]+(?: (?!NAMED$)[^\s@<>]+){0,4}?))?"
    r"(?P<named> NAMED)?",
    form="MEDIATE YES R1",
    help="that party agreed to the mediator (R1 WITH Pia Falk; R1 NAMED: the other may be told)",
)
def yes(turn: Turn) -> Outcome:
    """A cleared member records it; consent to be named is recorded with it (JU-38, JU-39)."""
    case, sitting, ref = turn.case, turn.sitting, turn.word("ref").upper()
    mediation = case.mediation
    refused = _none(turn) or _cannot_say(turn, ref)
    if refused:
        return refused
    with_whom = _with(turn)
    if isinstance(with_whom, Refuse):
        return with_whom
    earlier = mediation.said.get(ref)
    if mediation.stage == "closed" and (earlier is None or earlier.yes):
        return Refuse("The mediation is over.", (CANDIDATE,))
    party = case.parties[ref]
    if party.role == "reported" and mediating.unaccepted(case, "reporter"):
        return Refuse("The reporter has not agreed to this mediator yet (JU-38).", ("STATUS",))
    named = bool(turn.word("named")) or (ref in mediation.named and party.role == "reporter")
    asked = mediating.invited(case, ref) or mediating.accepted(case, ref)
    if not asked and not turn.word("name"):
        line = f"MEDIATE YES {ref} WITH {case.parties[with_whom].name}"
        return Refuse(f"{ref} was not asked about this mediator.", (line, "MEDIATE INVITE"))
    if earlier and (earlier.yes, earlier.mediator, earlier.named) == (True, with_whom, named):
        return Done("recorded already")
    if party.role == "reporter":  # what waits for the reported person names them, or not
        mediating.void_drafts(sitting, mediating.INVITATION, kept="R")
    sitting.add(e.PartyAnswered(ref, True, with_whom, named, turn.person))
    more = " and may be named" if named else ""
    sitting.notice(f"{turn.me.name}: {ref} agrees to mediation{more}.", but=(turn.person,))
    return Done(f"recorded: {ref} agrees{more}")


def _cannot_say(turn: Turn, ref: str) -> Refuse | None:
    case = turn.case
    known = [p.ref for p in mediating.participants(case)]
    if ref not in known:
        lines = tuple(f"MEDIATE {turn.line.verb.split()[-1]} {r}" for r in known)
        return Refuse(f"{ref} is no reporter or reported person here.", lines)
    if case.mediation.stage in ("", "reported"):
        return Refuse("No mediation is being arranged.", (CANDIDATE,))
    if not mediating.ever_invited(case, ref):
        return Refuse(f"{ref} has not been invited yet.", ("MEDIATE INVITE",))
    return None


def _with(turn: Turn) -> str | Refuse:
    """The mediator whom the yes is about: whoever is the candidate of now."""
    case, name = turn.case, turn.word("name")
    now = mediating.mediator(case)
    if now is None:
        return Refuse("There is no candidate.", (CANDIDATE,))
    said, own = set(fold_name(name).split()), set(fold_name(now.name).split())
    if said and not said <= own:
        line = f"MEDIATE CANDIDATE {name} name@their.address"
        return Refuse(f"{name} is not the candidate; propose them first.", (line,))
    return now.ref


@keyword(
    "MEDIATE NO",
    r"(?P<ref>[RP]\d{1,2})",
    form="MEDIATE NO P1",
    help="that party would rather not; it ends, and nobody outside is told",
)
def no(turn: Turn) -> Outcome:
    """A no ends it without comment (JU-36, JU-40)."""
    ref, mediation = turn.word("ref").upper(), turn.case.mediation
    refused = _none(turn) or _cannot_say(turn, ref)
    if refused:
        return refused
    earlier = mediation.said.get(ref)
    if earlier and not earlier.yes:
        return Done("recorded already")
    mediating.void_drafts(turn.sitting)
    turn.sitting.add(e.PartyAnswered(ref, False, mediation.mediator, False, turn.person))
    turn.sitting.notice(
        f"{turn.me.name}: {ref} would rather not. The mediation is over.", but=(turn.person,)
    )
    return Done("recorded; the mediation is over, and no letter will speak of it")


@keyword(
    "MEDIATE CLOSE",
    form="MEDIATE CLOSE",
    help="the mediation is over; nobody outside is told",
    who="lead",
)
def close(turn: Turn) -> Outcome:
    """Silence, or a mediator who found no way, ends it without comment (JU-36)."""
    refused = _none(turn)
    if refused:
        return refused
    if not turn.case.mediation.live:
        return Refuse("No mediation is under way.", (CANDIDATE,))
    mediating.void_drafts(turn.sitting)
    turn.sitting.add(e.MediationClosed(turn.person))
    turn.sitting.notice(f"{turn.me.name} ended the mediation.", but=(turn.person,))
    return Done("the mediation is over; nobody outside is told")


def _under_way(turn: Turn) -> list[gates.Missing]:
    """While all may still agree, nothing else is settled with the parties (JU-40)."""
    if not turn.case.mediation.live:
        return []
    return [("a mediation is under way (JU-40)", "MEDIATE CLOSE")]


gates.DRAFT_REPORTED.append(_under_way)
gates.ENACT.append(_under_way)
gates.CLOSE.append(_under_way)
