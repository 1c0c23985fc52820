"""Keywords about apologies: APOLOGY RECEIVED RELAY FILE WANTED UNWANTED, and DRAFT APOLOGY.

Where the manual only accepts one (K-15), it is accepted on the reporter's behalf and kept; where it
may be asked for, the reporter agrees first and the chair asks.
"""

from cocmail.core import conflicts, gates
from cocmail.core import entries as e
from cocmail.core.case import Case, Party
from cocmail.core.commands.letters import below, draft_all, form, parties_meant
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword, not_yet


@keyword(
    "APOLOGY RECEIVED",
    r"(?:{N})?",
    form="APOLOGY RECEIVED",
    help="the reported person apologised; it is accepted and kept (APOLOGY RECEIVED 4: mail 4)",
    who="lead",
)
def received(turn: Turn) -> Outcome:
    """Accepted on the reporter's behalf; nothing goes to the reporter by itself (PS-49)."""
    case = turn.case
    wanted = int(turn.word("n") or 0)
    from_them = [m for m, _ in case.mails if m.source[:1] == "P" and m.kind == "party"]
    mail = next((m for m in reversed(from_them) if wanted in (0, m.n)), None)
    if wanted and mail is None:
        return Refuse(f"Mail {wanted} is none of the reported person's.", ("APOLOGY RECEIVED",))
    came = (mail.n, mail.source) if mail else (0, "")
    if any((a.n, a.ref) == came for a in case.ending.apologies):
        return Done("recorded already")
    turn.sitting.add(e.ApologyCame(*came, turn.person))
    turn.sitting.notice(f"{turn.me.name} recorded an apology.", but=(turn.person,))
    return Done("recorded, and kept; APOLOGY RELAY only if the reporter said they want it")


@keyword(
    "APOLOGY WANTED",
    r"(?:R?(?P<ref>\d{1,2}))?",
    form="APOLOGY WANTED",
    help="the reporter said yes to an apology (APOLOGY WANTED 2: R2)",
    who="lead",
)
def wanted(turn: Turn) -> Outcome:
    """Recorded before one is asked for, or passed on (JU-26, PS-49)."""
    return _wish(turn, wants=True)


@keyword(
    "APOLOGY UNWANTED",
    r"(?:R?(?P<ref>\d{1,2}))?",
    form="APOLOGY UNWANTED",
    help="the reporter wants no apology and no contact",
    who="lead",
)
def unwanted(turn: Turn) -> Outcome:
    """The reporter may refuse any contact (JU-26)."""
    return _wish(turn, wants=False)


def _wish(turn: Turn, *, wants: bool) -> Outcome:
    reporters, ref = turn.case.reporters(), turn.word("ref")
    meant = [p for p in reporters if ref in ("", p.ref[1:])]
    if len(meant) != 1:
        word = "WANTED" if wants else "UNWANTED"
        lines = tuple(f"APOLOGY {word} {p.ref[1:]}" for p in reporters)
        return Refuse("Which reporter?", lines)
    party = meant[0].ref
    if turn.case.ending.wishes.get(party) != wants:
        turn.sitting.add(e.ApologyWish(party, wants, turn.person))
        said = "says yes to" if wants else "wants no"
        turn.sitting.notice(f"{turn.me.name}: {party} {said} an apology.", but=(turn.person,))
    return Done(f"recorded: {party} " + ("says yes to an apology" if wants else "wants none"))


@keyword(
    "APOLOGY FILE",
    form="APOLOGY FILE",
    help="the apology is kept and goes to nobody",
    who="lead",
)
def file(turn: Turn) -> Outcome:
    """The default, said aloud (PS-49)."""
    if not turn.case.ending.apologies:
        return Refuse("No apology is recorded yet.", ("APOLOGY RECEIVED",))
    if not turn.case.ending.filed:
        turn.sitting.add(e.ApologyFiled(turn.person))
    return Done("kept on file; it goes to nobody")


@keyword(
    "APOLOGY RELAY",
    form="APOLOGY RELAY",
    help="draft the apology's words to a reporter who wants them (other words: below the line)",
    who="lead",
    below=True,
)
def relay(turn: Turn) -> Outcome:
    """T23, only after the reporter's wish is recorded; through draft and second reader (PS-49)."""
    case = turn.case
    if not case.ending.apologies:
        return Refuse("No apology is recorded yet.", ("APOLOGY RECEIVED",))
    to = [p for p in case.reporters() if wants(case, p.ref) and _reachable(p)]
    if not to:
        return Refuse(
            "An apology goes to a reporter only after they said that they want it.",
            ("ASK REPORTER\nWould you like to get an apology, or rather not?", "APOLOGY WANTED"),
        )
    came = case.ending.apologies[-1]
    theirs = turn.sitting.counsel.words_of(case, came.n) if came.n else ""
    words = below(turn) or theirs
    if not words:
        return form(turn, "APOLOGY RELAY", "the words of the apology")
    # What the reported person wrote is theirs to tell; every other check stays.
    return draft_all(turn, to, "apology-relay", {"words": words}, (theirs,) if theirs else ())


def _reachable(party: Party) -> bool:
    return bool(party.address) and party.answerable


# -- asking for one -----------------------------------------------------------------------------


def wants(case: Case, ref: str) -> bool:
    """What this reporter said last: yes to an apology."""
    return case.ending.wishes.get(ref, False)


def agreed(case: Case) -> bool:
    """A reporter said yes to an apology, and none said no (JU-26)."""
    return any(wants(case, p.ref) for p in case.reporters()) and all(case.ending.wishes.values())


def _consent(turn: Turn) -> list[gates.Missing]:
    """PROPOSE APOLOGY waits for the reporter's answer; some manuals never ask for one (K-15)."""
    if not turn.word("apology"):
        return []
    if turn.sitting.frame.rules.apology == "accept-only":
        said = "an apology is accepted here when it comes, never asked for"
        return [(said, "APOLOGY RECEIVED")]
    if agreed(turn.case):
        return []
    ask = "ASK REPORTER\nWould you agree to an apology being asked for?"
    missing = "the reporter's agreement to an apology is not recorded"
    return [(missing, ask), (missing, "APOLOGY WANTED")]


gates.PROPOSE.append(_consent)


@keyword(
    "DRAFT APOLOGY",
    r"(?:(?P<n>\d{1,2}))?(?: ?(?P<text>.+))?",
    form="DRAFT APOLOGY",
    help="ask the reported person for an apology; for who presides, after PROPOSE APOLOGY",
    below=True,
)
def request(turn: Turn) -> Outcome:
    """T22: the chair asks, in the words the group agreed on; it is sent to us (JU-26)."""
    case, frame = turn.case, turn.sitting.frame
    decision = case.decision()
    if frame.rules.apology == "accept-only":
        return Refuse("This procedure never asks for an apology.", ("APOLOGY RECEIVED",))
    if decision is None or decision.id not in case.ending.apology_ballots:
        return Refuse("The group has not agreed to ask for an apology.", ("PROPOSE APOLOGY",))
    if conflicts.presiding(case, frame) != turn.person:
        whose = turn.name(conflicts.presiding(case, frame))
        return Refuse(f"The chair asks for an apology: {whose}.", ("STATUS",))
    left = gates.missing(gates.DRAFT_REPORTED, turn)
    if not agreed(case):
        left.append(("the reporter no longer agrees to an apology", "APOLOGY WANTED"))
    if left:
        return not_yet(left)
    if not below(turn):
        return form(turn, "DRAFT APOLOGY", "private or public, what for, and any conditions")
    found = parties_meant(turn, "REPORTED")
    if isinstance(found, Refuse):
        return found
    parts: dict[str, object] = {"words": below(turn), "chair": turn.me.name}
    return draft_all(turn, found, "apology-request", parts)
