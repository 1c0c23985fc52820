"""The keyword for words that may be published: DRAFT STATEMENT, and the readers of an account.

The daemon never posts anything anywhere. Where the chair or the council speak, they get the words
(T30s, NP-10); where an account is published by decision, it takes that decision and two readers
beside its author (PS-54); elsewhere there is no such letter at all (GC-12).
"""

from collections.abc import Callable

from cocmail.core import conflicts, measures
from cocmail.core import entries as e
from cocmail.core.case import Draft
from cocmail.core.commands.letters import READERS, below, draft_all, form, office
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, keyword

LETTER = "statement"
READ_BY = 2  # members beside the author, where an account is published (PS-54)


@keyword(
    "DRAFT STATEMENT",
    r"(?:(?P<text>.+))?",
    form="DRAFT STATEMENT",
    help="words that may be published by the chair or the council, or an account by decision",
    below=True,
)
def statement(turn: Turn) -> Outcome:
    """Through the check like every letter; nothing is published by it (NP-10, PS-54)."""
    frame = turn.sitting.frame
    refused = MAY[frame.rules.public](turn) if frame.rules.public in MAY else _never(turn)
    if refused:
        return refused
    words = below(turn)
    if not words:
        return form(turn, "DRAFT STATEMENT", "the words that may be published, and no others")
    to = office(turn, "@council")
    if isinstance(to, Refuse):
        return to
    decided = frame.rules.public == "by-decision"
    parts: dict[str, object] = {"words": words, "chair": turn.me.name, "decided": decided}
    return draft_all(turn, [to], LETTER, parts)


def _never(_: Turn) -> Refuse:
    return Refuse("This procedure knows no public statement (GC-12).", ("STATUS",))


def _who_presides(turn: Turn) -> Refuse | None:
    whose = conflicts.presiding(turn.case, turn.sitting.frame)
    if whose != turn.person:
        return Refuse(f"A public statement is for who presides: {turn.name(whose)}.", ("STATUS",))
    if turn.case.decision() is None:
        return Refuse("A statement needs a decision first.", ("PROPOSE",))
    return None


def _by_decision(turn: Turn) -> Refuse | None:
    if measures.publishes(turn.case.decision()):
        return None
    return Refuse(
        "An account is published only where the group decided so (PS-54).",
        ("PROPOSE\nCONSEQUENCE: publishing an account of the incident",),
    )


MAY: dict[str, Callable[[Turn], Refuse | None]] = {
    "chair-council": _who_presides,
    "by-decision": _by_decision,
}


def _two_readers(turn: Turn, draft: Draft) -> Outcome | None:
    """The first OK of an account is noted, the second lets it go."""
    if draft.template != LETTER or turn.sitting.frame.rules.public != "by-decision":
        return None
    able = conflicts.active(turn.case)
    known = turn.case.ending.account_read.get(draft.id, set())
    if len({p for p in known if p in able} | {turn.person}) >= READ_BY:
        return None
    if turn.person not in known:
        turn.sitting.add(e.AccountRead(draft.id, turn.person))
        turn.sitting.notice(f"{turn.me.name} read draft {draft.id}.", but=(turn.person,))
    return Done(f"noted; an account takes two readers: another member answers OK {draft.id}")


READERS.append(_two_readers)
