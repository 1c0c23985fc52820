"""A member's mail that nobody proved to be theirs: held, asked about, run once or destroyed.

The registered address gets a one-word question that states the whole effect (product.md 6).
"""

from cocmail.core import entries as e
from cocmail.core.audience import One, Presiding
from cocmail.core.case import Case
from cocmail.core.sitting import Sitting


def hold(
    sitting: Sitting, person: str, text: int, *, other: int, failed: bool, several: bool = False
) -> None:
    """Keep the mail unread by anyone and ask the registered address.

    `text` and `other` wait in transit. `several`: it is the member's, but names more than one case;
    each asks whether it is meant.
    """
    n = sitting.number()
    sitting.add(e.MemberMailHeld(n, person, text, other, failed, several, passing=True))
    template = "was-it-you" if other else "confirm"
    about = {"held": str(n), **({"several": "yes"} if several else {})}
    sitting.write(template, One(person), about=about)
    if failed:
        sitting.write("forged-command", Presiding(), about={"held": str(n), "why": "failed"})


def newest(case: Case, person: str) -> int | None:
    """The newest mail of this member that still waits for their word."""
    waiting = [h.n for h in case.held_mails.values() if h.person == person and not h.answer]
    return max(waiting, default=None)


def refuse(sitting: Sitting, n: int) -> None:
    """NO: it was somebody else. A tag that was used from a strange address is replaced."""
    held = sitting.case.held_mails[n]
    sitting.add(e.HeldAnswered(n, "no"))
    if held.other:
        generation = sitting.case.generation.get(held.person, 0) + 1
        sitting.add(e.TagReplaced(held.person, generation))
    if sitting.case.paused.get(held.person) == "unproven-recusal":
        sitting.add(e.Resumed(held.person))
    if not held.failed and not held.several:  # of a failure the presiding member has heard already
        sitting.write("forged-command", Presiding(), about={"held": str(n), "why": "said-no"})
