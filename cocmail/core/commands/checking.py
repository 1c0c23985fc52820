"""The keyword WAIVE CHECK: two members let pass what the check found in one draft."""

from collections.abc import Sequence

from cocmail.core import checking, conflicts
from cocmail.core import entries as e
from cocmail.core.case import Draft
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword


@keyword(
    "WAIVE CHECK",
    r"(?:{ID}(?: |$))?(?P<reason>.+)?",
    form="WAIVE CHECK id reason",
    help="let pass what the check found in a draft; two members must say so; never for names and "
    "addresses. Above DRAFT, without an id, the drafter is one of them",
    prose_risk=True,
)
def waive_check(turn: Turn) -> Outcome:
    """Each with a reason that is kept, for the words that were shown (product.md 7)."""
    case, wanted = turn.case, turn.word("id").upper()
    reason = turn.word("reason") or turn.line.reason
    if not wanted and any(verb.startswith(("DRAFT", "ASK")) for verb in turn.others):
        if not reason:
            return Refuse("To let words pass needs a reason.", ("WAIVE CHECK the reason",))
        turn.sitting.add(e.CheckWaived("", turn.person, reason, ()))
        return Done("noted for the draft below; another member must say it as well")
    draft = case.drafts.get(wanted)
    if draft is None or draft.state in ("void", "sent"):
        able = (d for d in case.drafts.values() if d.state in ("waiting", "stopped"))
        remedy = tuple(f"WAIVE CHECK {d.id} the reason" for d in able)
        return Refuse("Which draft? Give its id.", remedy or ("STATUS",))
    if not reason:
        remedy = (f"WAIVE CHECK {draft.id} the reason",)
        return Refuse("To let words pass needs a reason.", remedy)
    return _waive(turn, draft, reason)


def _waive(turn: Turn, draft: Draft, reason: str) -> Outcome:
    case, sitting = turn.case, turn.sitting
    hits = sitting.counsel.leaks(case, draft.text, draft.marks, draft.ref)
    never = checking.forbidden(hits)
    if never:
        return Refuse("Names and addresses never pass: " + "; ".join(never))
    if not stopping(turn, draft, hits):
        return Done("nothing in it is stopped by the check")
    sitting.add(e.CheckWaived(draft.id, turn.person, reason, hits))
    sitting.notice(
        f"{turn.me.name} would let the check's hits in draft {draft.id} pass: {reason}",
        but=(turn.person,),
    )
    if stopping(turn, draft, hits):
        return Done(f"noted; another member must say WAIVE CHECK {draft.id} as well")
    return Done(f"the check lets draft {draft.id} pass; it still needs its OK")


def stopping(turn: Turn, draft: Draft, hits: Sequence[str]) -> tuple[str, ...]:
    """The hits that stop this draft still."""
    case = turn.case
    return checking.stopping(case.checking, draft.id, hits, conflicts.active(case))


def stopped(draft: Draft, hits: Sequence[str]) -> Refuse:
    """What the check found at OK, and how two members let it pass where they may."""
    remedy = () if checking.forbidden(hits) else (f"WAIVE CHECK {draft.id} the reason",)
    return Refuse("The check found words that may not leave: " + "; ".join(hits), remedy)


def undrafted(hits: Sequence[str]) -> Refuse:
    """What the check found while drafting."""
    listed = "; ".join(dict.fromkeys(hits))
    said = f"The check before sending found words that may not leave: {listed}"
    if checking.forbidden(hits):
        return Refuse(said)
    return Refuse(
        f"{said}. Public words go below PUBLIC:; else two members may let them pass, the first with"
        " a line above the draft",
        ("WAIVE CHECK the reason",),
    )


def passes(turn: Turn, hits: Sequence[str]) -> bool:
    """Whether the drafter's own line lets these hits through to a second member."""
    asked = "WAIVE CHECK" in turn.others and turn.person in turn.case.checking.reasons
    return asked and not checking.forbidden(hits)


def drafted(turn: Turn, draft: str, hits: tuple[str, ...]) -> None:
    """The drafter's own line counts for the draft that was just made."""
    if hits and passes(turn, hits):
        reason = turn.case.checking.reasons[turn.person]
        turn.sitting.add(e.CheckWaived(draft, turn.person, reason, hits))
