"""How long a record is kept, the warning before its end, and its erasing (product.md 8, A21).

A record with a result is never erased without a warning of its own (T43), however long nobody
ran; and after an outage erasing waits for a day of running time (promise 8). Destroying the key is
the store's work: here it is only said that it is time.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cocmail.core import conflicts, timers
from cocmail.core.audience import One
from cocmail.core.bans import Ban
from cocmail.core.entries.keeping import CaseErased, Expunged, RetentionWarned
from cocmail.core.facts import SENSITIVE

if TYPE_CHECKING:
    from cocmail.core.case import Case
    from cocmail.core.conflicts import Frame
    from cocmail.core.people import Roster
    from cocmail.core.procedure import Procedure
    from cocmail.core.sitting import Sitting

LETTER = "retention-notice"


def kept_until(case: "Case", frame: "Frame") -> datetime | None:
    """When the time is over for which this case is kept; None while it has no end."""
    rules = frame.rules
    if case.state == "quarantine" and case.opened:
        return case.opened + rules.retain_quarantine
    if case.state == "spam" and case.spam_at:
        return case.spam_at + rules.retain_quarantine
    if case.state != "closed" or case.closed is None:
        return None
    ends = [case.closed + _span(case.result, rules)]
    for ban in case.bans.rows.values():
        if not ban.until and not ban.lifted:
            return None  # a permanent ban: its record stays as long as it does
        ends.append(_end(ban, case.closed, frame) + rules.retain_banned)
    if case.keeping.retained:
        ends.append(timers.on_day(case.keeping.retained.until, frame.zone))
    return max(ends)


def _span(result: str, rules: "Procedure") -> timedelta:
    match result:
        case "NO-VIOLATION" | "NOT-CONDUCT":
            return rules.retain_no_violation
        case "WARNED" | "ESCROW":
            return rules.retain_warned
        case "BANNED":
            return rules.retain_banned
        case _:
            return rules.retain_resolved


def _end(ban: Ban, closed: datetime, frame: "Frame") -> datetime:
    return timers.on_day(ban.until, frame.zone) if ban.until else closed


def ticking(case: "Case", frame: "Frame") -> Iterator[timers.Clock]:
    """The warning, and then the end; what nobody has judged ends without one."""
    end = None if case.keeping.expunged else kept_until(case, frame)
    if end is None:
        return
    if case.state != "closed":
        yield timers.Clock("retention", "unjudged", timers.thawed(frame.house, end), erase)
        return
    day = end.astimezone(frame.zone).date().isoformat()
    warned = case.keeping.warned.get(day)
    if warned is None:
        yield timers.Clock(
            "retention", f"notice-{day}", end - frame.rules.retain_notice, _warn(day)
        )
        return
    due = timers.thawed(frame.house, max(end, warned + frame.rules.retain_notice))
    yield timers.Clock("retention", f"over-{day}", due, erase)


def _warn(day: str) -> Callable[["Sitting"], None]:
    def act(sitting: "Sitting") -> None:
        case = sitting.case
        sitting.add(RetentionWarned(day))
        lead = case.lead if conflicts.standing(case, case.lead) == "in" else ""
        for person in dict.fromkeys((lead, conflicts.presiding(case, sitting.frame))):
            if person:
                sitting.write(LETTER, One(person), about={"day": day})

    return act


def sensitive(case: "Case") -> bool:
    """Whether answers stand in it that need special care (PS-26)."""
    return bool(SENSITIVE & case.facts.evaluated.keys())


# -- erasing --------------------------------------------------------------------------------------


def erase(sitting: "Sitting", by: str = "") -> None:
    """The last fact; then the house keeps a tombstone, and who holds copies is asked (PS-56)."""
    case = sitting.case
    if case.keeping.expunged:
        return
    sitting.add(Expunged(by))
    sitting.elsewhere.append((0, _bury(case, sitting.frame.roster)))
    for absorbed in case.absorbed:
        sitting.elsewhere.append((absorbed.case, lambda other: erase(other, by)))


def _bury(case: "Case", roster: "Roster") -> Callable[["Sitting"], None]:
    stone = tombstone(case, roster)
    people = holders(case, roster)
    first = case.opened.date().isoformat() if case.opened else ""
    last = case.last.date().isoformat() if case.last else ""

    def act(house: "Sitting") -> None:
        house.add(stone)
        for person in people:
            code = case.code if person in case.been_in else ""
            about = {"erased": "yes", "code": code, "since": first, "until": last}
            house.write(LETTER, One(person), about=about)

    return act


def holders(case: "Case", roster: "Roster") -> list[str]:
    """Everybody configured who was sent something and was not put out of the case (PS-56).

    Who is kept out lives in a world without it; who stepped out was asked then.
    """
    got = dict.fromkeys(sent.reader.partition(":") for sent, _ in case.sent)
    people = [who for kind, _, who in got if kind == "member"]
    return [p for p in people if p in roster.people and not conflicts.out(case, p)]


def tombstone(case: "Case", roster: "Roster") -> CaseErased:
    """Code name, dates, category (product.md 8); and what the counts need of it."""
    from cocmail.core.summary import about_us, measures

    return CaseErased(
        case.no, case.code if case.released else "", case.opened, case.closed, case.result,
        tuple(measures(case)), about_us(case, roster), tuple(sorted(case.excluded)),
    )  # fmt: skip
