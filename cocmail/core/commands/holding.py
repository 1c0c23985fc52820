"""HOLD: an approved letter, an announced change of the roster, a case on newcomers' lists.

Not here: what a stopped letter waits for (letters.py), and the changes themselves (roster.py).
"""

from cocmail.core import changes, conflicts, seats
from cocmail.core import entries as e
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword
from cocmail.core.commands.views import NO_SUCH_CASE


@keyword(
    "HOLD",
    "(?:{ID}|{CODE}(?: (?P<off>OFF))?)?",
    form="HOLD id",
    help="stop an approved letter, or a change of the roster; HOLD code name: off newcomers' lists",
    where="each",
)
def hold(turn: Turn) -> Outcome:
    """Anyone's HOLD stops it until then (product.md 7)."""
    case = turn.case
    if case.no == 0:
        return hold_change(turn)
    if turn.word("code"):
        return keep_off_lists(turn)
    leaving = [d for d in case.drafts.values() if d.state in ("approved", "waiting")]
    wanted = turn.word("id").upper()
    if not wanted:
        approved = [d for d in leaving if d.state == "approved"]
        if len(approved) != 1 or not turn.alone:
            return Refuse(
                "HOLD alone counts only when one letter is about to leave, without other words.",
                tuple(f"HOLD {d.id}" for d in approved) or ("STATUS",),
            )
        wanted = approved[0].id
    if wanted in case.admissions:
        turn.sitting.add(e.Voided(wanted, "held"))
        turn.sitting.notice(f"{turn.me.name} stopped admission {wanted}.", but=(turn.person,))
        return Done("stopped")
    draft = case.drafts.get(wanted)
    if draft is None:
        return Refuse(f"No letter {wanted} is about to leave.", ("STATUS",))
    if draft.state == "sent":
        return Refuse("That letter has left already.", ("STATUS",))
    if draft.state in ("approved", "waiting"):
        turn.sitting.add(e.Stopped(draft.id, turn.person))
        turn.sitting.notice(f"{turn.me.name} stopped draft {draft.id}.", but=(turn.person,))
    return Done(f"stopped; OK {draft.id} lets it go again")


def hold_change(turn: Turn) -> Outcome:
    """Any two members, or another contact, stop what was announced (product.md 5)."""
    if turn.word("code"):
        return keep_off_lists(turn)
    waiting = seats.announced(turn.sitting.frame.house)
    wanted = turn.word("id").upper()
    meant = [c for c in waiting if c.id == wanted] if wanted else waiting
    if len(meant) != 1 or not (wanted or turn.alone):
        lines = tuple(f"HOLD {c.id}" for c in waiting)
        return Refuse("Which change? HOLD names one that was announced.", lines or ("ROSTER",))
    if turn.me.office != "member" and not turn.me.contact:
        return Refuse("HOLD is for members and council contacts.", ("HELP",))
    stopped = changes.hold(turn.sitting, meant[0], turn.person)
    return Done("stopped" if stopped else "noted; one more member, or another contact, stops it")


def keep_off_lists(turn: Turn) -> Outcome:
    """Whoever presides keeps a case off the newcomers' lists, or lets it on again (PS-73)."""
    case = turn.sitting.counsel.case_named(turn.word("code")) if turn.word("code") else turn.case
    if case is None or conflicts.standing(case, turn.person) != "in":
        return Refuse(NO_SUCH_CASE, ("STATUS", "SHEET"))
    if conflicts.presiding(case, turn.sitting.frame) != turn.person:
        return Refuse("Only whoever presides keeps a case off the newcomers' lists.")
    off = not turn.word("off")
    fact = e.KeptOffLists(turn.person, off)
    if case.no == turn.case.no:
        turn.sitting.add(fact)
    else:
        turn.sitting.elsewhere.append((case.no, lambda s: s.add(fact)))
    return Done("kept off the newcomers' lists" if off else "may stand on newcomers' lists again")
