"""Keywords of urgent cases: SPACE SEVERE, DONE and WAIT of administrators; the first question."""

from cocmail.core import consult, enforcing, gates, soloacts
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword
from cocmail.core.people import fold_name
from cocmail.core.soloacts import CATEGORIES
from cocmail.core.urgency import Act

# How a category may begin, and what it is called (NP-03).
_STEMS = {"threat": "threats", "violen": "violent", "sexis": "sexist", "racis": "racist"}
FORMS = tuple(f"SEVERE yes {name}" for name in CATEGORIES)
_CUT = "SEVERE yes threats DISCONNECT account"


@keyword(
    "SPACE",
    r"(?P<id>#?[\w.-]+(?: [\w.-]+){0,3})",
    form="SPACE id",
    help="where it happened: whose moderators, administrators and emergency contacts these are",
    who="reader",
    prose_risk=True,
)
def space(turn: Turn) -> Outcome:
    """Selects the moderators' registry, the contacts and the statistics (NF-01)."""
    known = dict(turn.sitting.counsel.spaces())
    said = fold_name(turn.word("id").lstrip("#"))
    found = [i for i, name in known.items() if said in (i, fold_name(name.lstrip("#")))]
    if known and not found:
        return Refuse("No space on record is called that.", tuple(f"SPACE {i}" for i in known))
    made = found[0] if found else said.replace(" ", "-")
    if turn.case.space != made:
        turn.sitting.add(e.SpaceSet(made, turn.person))
        turn.sitting.notice(f"{turn.me.name}: it happened in {made}.", but=(turn.person,))
        if turn.case.safety == "yes" and turn.case.released:
            turn.sitting.write("reminder", CaseGroup(), about={"what": "emergency"})
    return Done(f"space: {made}")


@keyword(
    "SEVERE",
    r"(?P<value>yes|no)(?:[,:]? (?P<category>(?!DISCONNECT\b)[\w' -]+?))?"
    r"(?:,? (?P<cut>DISCONNECT)(?:[: ]+(?P<account>\S.*))?)?",
    form="SEVERE yes threats DISCONNECT account",
    help="is it a clear and severe breach (no; yes and threats, violent, sexist or racist)? "
    "DISCONNECT has the administrators of every space cut the account off at once",
    who="reader",
)
def severe(turn: Turn) -> Outcome:
    """The first question; yes opens a second track beside the normal one (NP-01, NP-02)."""
    if turn.word("value").lower() == "no":
        if turn.word("cut"):
            return Refuse("Only a clear and severe breach is cut off at once.", (_CUT,))
        return _no(turn)
    category = _category(turn.word("category"))
    required = turn.sitting.frame.rules.severe_track or turn.word("category")
    if not category and required:
        listed = ", ".join(CATEGORIES)
        return Refuse(f"SEVERE yes says which kind it is (NP-03): {listed}.", FORMS)
    if turn.word("cut"):
        ref = _originator(turn)
        if isinstance(ref, Refuse):
            return ref
        return _disconnect(turn, ref, category)
    return Done(_yes(turn, category))


def _category(words: str) -> str:
    said = words.lower().replace("-", " ").split()
    return next((name for stem, name in _STEMS.items() for w in said if w.startswith(stem)), "")


def _no(turn: Turn) -> Outcome:
    """Lowering takes a second member, as for SAFETY (A20)."""
    state, sitting = turn.case.urgency, turn.sitting
    if state.severe == "yes" and state.lowering in ("", turn.person):
        if not state.lowering:
            sitting.add(e.SeveritySet(turn.person, "lowering"))
            sitting.notice(
                f"{turn.me.name} does not see a clear and severe breach; SEVERE no agrees.",
                but=(turn.person,), at_once=True,
            )  # fmt: skip
        return Done("waits for a second member's SEVERE no")
    if state.severe != "no":
        sitting.add(e.SeveritySet(turn.person, "no"))
        sitting.notice("It is no clear and severe breach.", but=(turn.person,))
    return Done("no clear and severe breach")


def _yes(turn: Turn, category: str, *, tell: bool = True) -> str:
    state, sitting = turn.case.urgency, turn.sitting
    category = category or state.category
    said = f"a clear and severe breach ({category})" if category else "a clear and severe breach"
    if (state.severe, state.category, state.lowering) != ("yes", category, ""):
        sitting.add(e.SeveritySet(turn.person, "yes", category))
        if tell:
            sitting.notice(f"{turn.me.name}: {said}.", but=(turn.person,), at_once=True)
    return said


# -- cutting off ----------------------------------------------------------------------------------


def _originator(turn: Turn) -> str | Refuse:
    """The reported person whose account it is; new ones are named, reporters and witnesses not."""
    case, counsel = turn.case, turn.sitting.counsel
    account = turn.word("account").strip(" .,;")
    if not account:
        found = case.reported()
        return found[0].ref if len(found) == 1 else Refuse("Whose account?", (_CUT,))
    wanted = set(fold_name(account).split())
    for party in case.parties.values():
        own = set(fold_name(party.name).split())
        if account.upper() == party.ref or (own and own <= wanted) or wanted <= own:
            if party.role != "reported":
                return Refuse(f"{party.ref} is no reported person: never cut off.", (_CUT,))
            return party.ref
    problem = counsel.about_problem(case, account)
    if problem:
        return Refuse(problem, (_CUT,))
    meant = counsel.meant(account)
    if len(meant) > 1:
        return Refuse("That could mean more than one person.", (_CUT,))
    person = meant[0] if meant else ""
    if person == turn.person:
        return Refuse("That is you: step out of the case.", ("RECUSE",))
    if person and person not in case.excluded:
        was_in = person in case.group
        turn.sitting.add(e.Excluded(person, "party", turn.person))
        if was_in:
            turn.sitting.write("stepped-out", CaseGroup(), about={"person": person})
    ref = f"P{1 + sum(1 for known in case.parties if known[0] == 'P')}"
    turn.sitting.add(e.PartyNamed(ref, "reported", account, person=person, by=turn.person))
    return ref


def _disconnect(turn: Turn, ref: str, category: str) -> Outcome:
    """T10 to the administrators of every space, without a vote (NP-04)."""
    case, sitting = turn.case, turn.sitting
    if sitting.frame.rules.acting_alone == "off":
        return Refuse(
            "In this procedure nobody is cut off before it is decided; what was done all the same "
            "is written down.",
            ("SEVERE yes", "ACTED what AT 2026-03-07 03:20"),
        )
    people = soloacts.contacts(case, sitting.frame, "administrator")
    if not people:
        return Refuse(
            "No administrator is on record: have it done, and write it down.",
            (f"SEVERE yes {category}".strip(), "ACTED what AT 2026-03-07 03:20"),
        )
    said = _yes(turn, category, tell=False)
    name = case.parties[ref].name
    act = _standing(turn, ref)
    fresh = [p for p in people if act is None or p.id not in act.asked]
    if fresh:
        n = act.n if act else len(case.urgency.acts) + 1
        what = act.what if act else f"{name}: administrators were asked to cut this account off"
        sitting.add(
            e.ActedAlone(
                n, act.by if act else turn.person, what, sitting.now, "disconnect", category,
                ref, tuple(p.id for p in fresh),
            )
        )  # fmt: skip
        for person in fresh:
            sitting.write("disconnect", One(person.id), about={"act": str(n)})
    asked = ", ".join(f"{p.name} ({', '.join(p.spaces)})" for p in people)
    result = f"{said}; asked to cut {name} off: {asked}"
    covered = {s for p in people for s in p.spaces}
    bare = [i for i, _ in sitting.counsel.spaces() if i not in covered]
    if bare:
        result += f"; nobody is on record for {', '.join(bare)}: tell them yourself"
    told = "DRAFT ORIGINATOR" if case.parties[ref].address else f"PARTY REPORTED {name} address"
    return Done(f"{result}. Then tell the person which words or act it was: {told}")


def _standing(turn: Turn, ref: str) -> Act | None:
    """The use of this track about this person that nobody has reviewed yet."""
    return next((a for a in turn.case.urgency.unreviewed() if a.ref == ref and a.asked), None)


# -- the administrators' answers ------------------------------------------------------------------


@keyword(
    "DONE",
    r"(?:(?P<text>.+))?",
    form="DONE",
    help="what you were asked to put in force, or to undo, is done",
    who="administrator",
)
def done(turn: Turn) -> Outcome:
    """Each administrator answers for the spaces they look after (NP-04)."""
    template = turn.answers.template if turn.answers else ""
    act = _answered_act(turn)
    if act is None or template == "enact":
        open_ones = [dict(letter.about)["ban"] for letter, _ in enforcing.silent(turn.case)
                     if letter.reader == f"member:{turn.person}"]  # fmt: skip
        ref = turn.answered("ban") or (open_ones[0] if len(open_ones) == 1 else "")
        if ref in open_ones:
            turn.sitting.add(e.ContactAnswered(0, turn.person, done=True, ref=ref))
        return Done("thank you, noted")
    if not act.answers.get(turn.person):
        turn.sitting.add(e.ContactAnswered(act.n, turn.person, done=True))
    return Done("thank you, noted")


@keyword(
    "WAIT",
    r"(?:(?P<why>.+))?",
    form="WAIT why",
    help="it cannot be done yet; the committee hears it at once",
    who="administrator",
)
def wait(turn: Turn) -> Outcome:
    """The group is told at once and may ask in another way (A20)."""
    act = _answered_act(turn)
    if act is not None and turn.person not in act.answers:
        turn.sitting.add(e.ContactAnswered(act.n, turn.person, done=False))
    return Done("the committee hears it at once; answer DONE when it is done")


def _answered_act(turn: Turn) -> Act | None:
    """The act whose letter is answered, else the newest that this person was asked for."""
    mine = turn.case.urgency.asked(turn.person)
    said = turn.answered("act")
    return next((a for a in mine if said in ("", str(a.n))), mine[0] if mine else None)


# -- the gate of the first question ---------------------------------------------------------------


def first_question(turn: Turn) -> list[gates.Missing]:
    """No proposal before it is said whether the report is a clear and severe breach (NP-01)."""
    if not turn.sitting.frame.rules.severe_track or turn.case.urgency.severe:
        return []
    question = "the first question: is it a clear and severe breach (NP-01)?"
    return [(question, "SEVERE no"), ("", "SEVERE yes threats")]


gates.PROPOSE.append(first_question)
# On the severe track nobody waits for a consultation before something is enacted (K-11, JU-32).
consult.EXEMPT.append(lambda case: case.urgency.severe == "yes")
