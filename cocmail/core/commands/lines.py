"""What a number of the quarantine's list does: RELEASE n, SPAM n, ABUSE n (product.md 4, A20).

Which mail a number means is core/quarantine.py's; SHOW n stands with SHOW.
"""

from collections.abc import Callable

from cocmail.core import entries as e
from cocmail.core import quarantine
from cocmail.core.audience import PartyTo, Readers
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn
from cocmail.core.sitting import Sitting


def number(turn: Turn) -> str:
    """The line that is spoken of: its number, or the one that the answered letter shows."""
    shown = turn.answered(quarantine.SHOWN) if turn.case.state == "quarantine" else ""
    return turn.word("n") or shown


def line_meant(turn: Turn) -> int | Refuse:
    """The case of the line; released, erased and unseen lines are refused in the same words."""
    n = int(number(turn))
    found = quarantine.meant(turn.sitting, turn.person, n, turn.answers)
    return found or Refuse(f"There is no line {n} in your list of the quarantine.", ("HELP",))


def release(turn: Turn) -> Outcome:
    """It is a report, with its own date."""
    n, found, person = number(turn), line_meant(turn), turn.person
    if isinstance(found, Refuse):
        return found

    def free(other: Sitting) -> None:
        if other.case.state == "quarantine":
            other.add(e.FreedFromQuarantine(person))
            _receipt_at_last(other)

    _at(turn, found, free)
    return Done(f"line {n} is a report now, with the date it came")


def leave_out(turn: Turn) -> Outcome:
    """It leaves this reader's list. Nobody can take a line from another reader's, or delete one."""
    n, found, person = number(turn), line_meant(turn), turn.person
    if isinstance(found, Refuse):
        return found

    def out(other: Sitting) -> None:
        if person not in other.case.mishaps.left_out:
            other.add(e.LineLeftOut(person))

    _at(turn, found, out)
    said = f"line {n} leaves your list"
    return Done(f"{said}; it is kept for 30 days, and others still see it")


def abuse(turn: Turn) -> Outcome:
    """With a second reader's ABUSE the sender's further mail waits in quarantine."""
    n, found, person = number(turn), line_meant(turn), turn.person
    if isinstance(found, Refuse):
        return found
    case = turn.sitting.counsel.case_numbered(found)
    if not any(p.ref == "R1" and p.address for p in case.parties.values()):
        return Refuse("That mail names no sender.", (f"SPAM {n}",))
    if turn.word("off"):
        _at(turn, found, lambda s: s.add(e.AbuseLifted("R1", person)))
        return Done("mail of this sender is mail like any other")
    others = case.mishaps.abuse.get("R1", set()) - {person}

    def said(other: Sitting) -> None:
        if person not in other.case.mishaps.abuse.get("R1", set()):
            other.add(e.AbuseSaid("R1", person))

    _at(turn, found, said)
    if others:
        return Done("further mail of this sender waits in quarantine")
    return Done("waits for a second reader, whose next list says that you call it abuse")


def _at(turn: Turn, found: int, act: Callable[[Sitting], None]) -> None:
    """In the case of the line, which is that of the answered letter where it showed the mail."""
    if found == turn.case.no:
        act(turn.sitting)
    else:
        turn.sitting.elsewhere.append((found, act))


def _receipt_at_last(sitting: Sitting) -> None:
    """In quarantine only an authenticated sender had a receipt; a machine never gets one.

    Somebody whose mail came through a list is a person now, and hears at their own address. Who
    cannot hear is told to the group, which nobody could be before.
    """
    held = sitting.case.quarantine
    if held is None or held.reason in ("automatic", "loop"):
        return
    for reporter in sitting.case.reporters():
        about = {"ref": reporter.ref}
        if not reporter.address or not reporter.answerable:
            why = "failed" if reporter.address else "no-address"
            sitting.write("cannot-acknowledge", Readers(), about=about | {"why": why})
        elif held.reason == "list" or not reporter.confirmed:
            sitting.write("receipt", PartyTo(reporter.ref), about=about)
