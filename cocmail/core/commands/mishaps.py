"""Keywords about what went wrong: DRAFT LEAK ABUSE."""

from cocmail.core import conflicts, mishaps
from cocmail.core import entries as e
from cocmail.core.commands import lines
from cocmail.core.commands.letters import draft_all, form
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword

WHAT = "A mail between members of the committee that belongs to what you are part of."
TO = "It went to your own address; we do not know of anybody else."
DONE = "Everybody in the group was told, and we looked at how it happened."


@keyword(
    "DRAFT LEAK",
    r"(?P<ref>[RPWA]\d{1,2})",
    form="DRAFT LEAK R1",
    help="tell somebody that something about them reached the wrong people (WHAT: TO: DONE:)",
    labels=("WHAT", "TO", "DONE"),
)
def draft_leak(turn: Turn) -> Outcome:
    """T47: what was exposed to whom and when, an apology, what is done; never the text again."""
    case, ref = turn.case, turn.word("ref").upper()
    party = case.parties.get(ref)
    if party is None:
        return Refuse(f"{ref} is no party of this case.", ("STATUS",))
    if not party.address or not party.answerable:
        return Refuse("There is no address on record to write to.", ("STATUS",))
    leaks = [at for leak, at in case.mishaps.leaks if ref in leak.refs]
    given = {k: v.strip() for k, v in turn.line.labels.items() if v.strip()}
    if not leaks and not {"WHAT", "TO"} <= given.keys():
        return form(turn, f"DRAFT LEAK {ref}", f"WHAT: {WHAT}\nTO: who got it\nDONE: {DONE}")
    zone = turn.sitting.frame.zone
    today = turn.sitting.now.astimezone(zone).date().isoformat()
    parts: dict[str, object] = {
        "what": given.get("WHAT", WHAT),
        "to": given.get("TO", TO),
        "done": given.get("DONE", DONE),
        "on": leaks[-1].astimezone(zone).date().isoformat()
        if leaks
        else f"we know of it since {today}",
        "reported": party.role == "reported",
    }
    return draft_all(turn, [party], mishaps.LETTER, parts)


@keyword(
    "ABUSE",
    r"(?:(?P<ref>[RPWA]\d{1,2})|(?P<n>\d{1,5}))?(?: ?(?P<off>OFF))?",
    form="ABUSE R1",
    help="this sender only abuses us: with a second member's ABUSE further mail waits in "
    "quarantine (ABUSE R1 OFF: no longer; ABUSE 2: line 2 of the quarantine)",
    who="screener",
    where="each",
)
def abuse(turn: Turn) -> Outcome:
    """Two members; anyone of the case takes it back. Nothing is deleted."""
    if lines.number(turn):
        return lines.abuse(turn)
    if turn.case.no == 0:
        return Refuse("ABUSE needs a number here, from the quarantine's list.", ("ABUSE 1",))
    case, sitting = turn.case, turn.sitting
    known = [p.ref for p in case.reporters()]
    ref = turn.word("ref").upper() or (known[0] if len(known) == 1 else "")
    if ref not in case.parties:
        return Refuse("Which sender?", tuple(f"ABUSE {r}" for r in known) or ("STATUS",))
    said = case.mishaps.abuse.get(ref, set())
    if turn.word("off"):
        if said:
            sitting.add(e.AbuseLifted(ref, turn.person))
            sitting.notice(f"{turn.me.name}: mail of {ref} is mail like any other again.")
        return Done(f"mail of {ref} is mail like any other")
    if turn.person not in said:
        sitting.add(e.AbuseSaid(ref, turn.person))
    if case.mishaps.abusive(ref):
        sitting.notice(
            f"{turn.me.name} agreed: further mail of {ref} waits in quarantine. ABUSE {ref} OFF "
            "takes it back.", but=(turn.person,),
        )  # fmt: skip
        return Done(f"further mail of {ref} waits in quarantine; ABUSE {ref} OFF takes it back")
    if conflicts.standing(case, turn.person) == "in":
        line = f"{turn.me.name} calls the mail of {ref} abuse; ABUSE {ref} agrees."
        sitting.notice(line, but=(turn.person,))
    return Done(f"waits for a second member's ABUSE {ref}")
