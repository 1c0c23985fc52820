"""When something is late, and what is then said: pure, level-triggered, once each.

A clock is derived from the log; saying it adds a `Spoke`. Promises to reporters never stand
still. Clocks that count silence stand still while the daemon is down, and what cannot be undone
waits for 24 hours of running time after an outage or jump of more than an hour (promise 8).
"""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from cocmail.core import (
    approval,
    bans,
    conflicts,
    consult,
    deadlock,
    enforcing,
    hearing,
    mediating,
    retention,
    soloacts,
    standins,
    survey,
    told,
)
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One, PartyTo, Presiding, Readers
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.sitting import Sitting
from cocmail.core.timers import STATUS_HOUR, Clock, on_day, running, thawed

NIGHT_BEGINS, NIGHT_ENDS = 22, 7
CONFIRM_LIMIT = timedelta(hours=48)

HUMAN_LETTERS = ("first-contact", "question", "outcome-reporter", "no-violation")


def due(case: Case, frame: Frame) -> list[Clock]:
    """Everything that is late and not yet said, the oldest first."""
    late = [c for c in clocks(case, frame) if c.due <= frame.now and c.name not in case.spoke]
    return sorted(late, key=lambda c: c.due)


def next_due(case: Case, frame: Frame) -> datetime | None:
    """The next moment at which this case has something to say."""
    left = [c.due for c in clocks(case, frame) if c.name not in case.spoke]
    return min(left, default=None)


def strike(sitting: Sitting) -> bool:
    """Let every late clock of the case speak: once a family, however many stages were missed."""
    late = due(sitting.case, sitting.frame)
    if not late:
        return False
    last = {clock.family: clock for clock in late}
    for clock in late:
        if clock.name in sitting.case.spoke:
            continue
        sitting.add(e.Spoke(clock.name))
        if last[clock.family] is clock:
            clock.act(sitting)
    return True


def clocks(case: Case, frame: Frame) -> Iterator[Clock]:
    """Every clock of this case that can run in its present state."""
    for held in case.held_mails.values():
        if not held.answer:
            yield Clock(f"confirm-{held.n}", "lapse", held.at + CONFIRM_LIMIT, _lapse(held.n))
    yield from _bans(case, frame)
    yield from enforcing.ticking(case, frame)
    yield from retention.ticking(case, frame)
    yield from survey.ticking(case, frame)
    if case.opened is None or case.state not in ("held", "open"):
        return
    yield from _receipt(case, frame)
    yield from _first_human(case, frame)
    yield from _screening(case, frame)
    if case.state == "held" and case.procedure and not _screened(case):
        yield Clock("release", "due", case.opened + frame.rules.release_after, lambda _: None)
    yield from _resolution(case, frame)
    yield from deadlock.ticking(case, frame)
    yield from approval.ticking(case, frame)
    yield from consult.ticking(case, frame)
    yield from hearing.waiting_clocks(case, frame)
    yield from mediating.ticking(case, frame)
    yield from soloacts.ticking(case, frame)
    yield from standins.ticking(case, frame)


def _screened(case: Case) -> bool:
    return bool(case.held)


# -- the reporter's clocks ----------------------------------------------------------------------


def _receipt(case: Case, frame: Frame) -> Iterator[Clock]:
    """The receipt's clock stops only when the next hop took it (NF-02)."""
    limit = frame.rules.ack_limit
    assert case.opened is not None
    for party in case.reporters():
        reader = f"party:{party.ref}"
        if not party.answerable or case.was_sent(reader, "receipt"):
            continue
        if f"receipt-{party.ref}/today" in case.spoke:
            continue  # an unconfirmed address gets one receipt a day (product.md 4)
        for percent in (25, 50, 90, 100):
            moment = case.opened + limit * percent / 100
            yield Clock(f"receipt-{party.ref}", str(percent), moment, _say_unreceipted(party.ref))


def _say_unreceipted(ref: str) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        sitting.write("cannot-acknowledge", Readers(), about={"ref": ref, "why": "undelivered"})

    return act


def _first_human(case: Case, frame: Frame) -> Iterator[Clock]:
    """A person's first answer has its own clock (JU-04)."""
    assert case.opened is not None
    limit = frame.rules.first_human_limit
    waiting = [
        p
        for p in case.reporters()
        if p.address and p.answerable and not _heard_a_person(case, f"party:{p.ref}")
    ]
    if not waiting or not limit:
        return
    for percent in (50, 90, 100):
        yield Clock(
            "first-human", str(percent), case.opened + limit * percent / 100, _remind_first(percent)
        )


def _heard_a_person(case: Case, reader: str) -> bool:
    """A letter that a member wrote, or sent in their name, was taken by the next hop."""
    drafted = any(s.reader == reader and dict(s.about).get("draft") for s, _ in case.sent)
    return drafted or case.was_sent(reader, *HUMAN_LETTERS) is not None


def _remind_first(percent: int) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        about = {"what": "first-human", "percent": str(percent)}
        _remind(sitting, about, to_presiding=percent == 100)

    return act


def _remind(sitting: Sitting, about: dict[str, str], *, to_presiding: bool) -> None:
    case = sitting.case
    if case.state == "held":
        sitting.write("reminder", Readers(), about=about)
        return
    reader = case.lead or conflicts.presiding(case, sitting.frame)
    sitting.write("reminder", One(reader) if reader else CaseGroup(), about=about)
    if to_presiding and case.lead and case.lead != conflicts.presiding(case, sitting.frame):
        sitting.write("reminder", Presiding(), about=about)


def _resolution(case: Case, frame: Frame) -> Iterator[Clock]:
    """Half and most of the time gone: the lead hears; at the limit the reporter does (NF-06)."""
    assert case.opened is not None
    if case.state != "open" and case.state != "held":
        return
    limit = frame.rules.resolution_limit
    if told.everyone(case):
        return
    for percent in (50, 80):
        part = mediating.paused(case, frame, case.opened + limit * percent / 100)
        yield Clock("resolution", str(percent), part, _remind_resolution)
    for party in case.reporters():
        promised = case.promised.get(party.ref, "")
        moment = case.opened + limit
        if promised:
            moment = max(on_day(promised, frame.zone), moment)
        if promised and on_day(promised, frame.zone) - timedelta(days=1) > case.opened:
            yield Clock(
                f"news-{party.ref}", f"before-{promised}",
                on_day(promised, frame.zone) - timedelta(days=1), _remind_news(promised),
            )  # fmt: skip
        if not case.quiet and party.answerable and party.address:
            yield Clock(f"news-{party.ref}", promised or "limit", moment, _send_news(party.ref))


def _remind_resolution(sitting: Sitting) -> None:
    due_at = mediating.resolution_due(sitting.case, sitting.frame)
    _remind(sitting, {"what": "resolution", "due": due_at.isoformat()}, to_presiding=False)


def _remind_news(promised: str) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        _remind(sitting, {"what": "news", "due": promised}, to_presiding=False)

    return act


def _send_news(ref: str) -> Callable[[Sitting], None]:
    """The neutral status, with the date of the next news (T26); a promise by itself."""

    def act(sitting: Sitting) -> None:
        frame = sitting.frame
        usual = (frame.now.astimezone(frame.zone) + frame.rules.status_every).date()
        day = mediating.news_day(sitting.case, frame, usual).isoformat()
        sitting.add(e.NewsPromised(ref, day))
        sitting.write("status-reporter", PartyTo(ref), about={"next": day})

    return act


# -- silence ------------------------------------------------------------------------------------


def _screening(case: Case, frame: Frame) -> Iterator[Clock]:
    """Silent screeners and unanswered conflict questions (PS-16)."""
    house, rules = frame.house, frame.rules
    if case.state == "held" and case.screener and case.screener_since and not _acted(case):
        yield Clock(
            f"screener-{len(case.screeners)}", "silent",
            running(house, case.screener_since, patience(case, frame)), _pass_on(case.screener),
        )  # fmt: skip
    for question in case.questions.values():
        silent = [p for p in question.sent if _owes(case, question.q, p)]
        if not silent:
            continue
        began = min(question.sent[p] for p in silent)
        level = len(case.stand_ins)
        for after in rules.conflict_reminders:
            yield Clock(
                f"question-{question.q}-{level}", f"{int(after.total_seconds() // 3600)}h",
                running(house, began, after), _ask_again(question.q),
            )  # fmt: skip
        window = running(house, began, rules.conflict_window)
        yield Clock(
            f"window-{question.q}-{level}", "over", thawed(house, window), _close(question.q)
        )


def patience(case: Case, frame: Frame) -> timedelta:
    """How long a screener may be silent; to whom the mail was written, a third of the receipt
    limit (product.md 3)."""
    if case.screeners == [case.first_reader]:
        return frame.rules.ack_limit / 3
    return frame.rules.screener_silent


def _acted(case: Case) -> bool:
    """The screener has done their part: a question is out, or they let it go."""
    return conflicts.asked_all(case) or bool(case.screener_cleared)


def _owes(case: Case, q: int, person: str) -> bool:
    question = case.questions[q]
    return (
        person in question.sent
        and not conflicts.out(case, person)
        and person not in question.cleared
        and person not in question.shut
        and not conflicts.superseded(case, question, person)
    )


def _pass_on(person: str) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        sitting.add(e.ScreenerLeft(person, "silent"))

    return act


def _ask_again(q: int) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        case = sitting.case
        for person in case.questions[q].sent:
            if _owes(case, q, person):
                about = {"q": str(q), "reminder": "yes"}
                sitting.write("conflict-question", One(person), about=about)

    return act


def _close(q: int) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        sitting.add(e.QuestionClosed(q))

    return act


def _lapse(n: int) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        sitting.add(e.HeldAnswered(n, "lapsed"))

    return act


# -- bans ----------------------------------------------------------------------------------------


def _bans(case: Case, frame: Frame) -> Iterator[Clock]:
    """Two weeks before a ban ends or wants a review, and on the day; also when closed (JU-29)."""
    for look, day in bans.looks(case.bans):
        if look.ahead and day.isoformat() < look.ban.since:
            continue
        due = datetime.combine(day, time(STATUS_HOUR), frame.zone)
        ends = look.what == "end" and not look.ahead
        act = enforcing.over(look.ban.ref) if ends else _remind_ban(look)
        yield Clock(f"ban-{look.ban.ref}-{look.what}", look.stage, due, act)


def _remind_ban(look: bans.Look) -> Callable[[Sitting], None]:
    def act(sitting: Sitting) -> None:
        about = {"what": f"ban-{look.what}", "ban": look.ban.ref, "due": look.day}
        sitting.write("reminder", Presiding(), about=about)

    return act


# -- bundles and mornings -----------------------------------------------------------------------


def bundle_at(now: datetime, every: timedelta, zone: ZoneInfo) -> datetime:
    """When mere notices leave: the next full `every` of the day, none at night, at once for 0."""
    if every <= timedelta(0):
        return now
    local = now.astimezone(zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    steps = (local - midnight) // every + 1
    moment = midnight + steps * every
    if moment.hour >= NIGHT_BEGINS or moment.hour < NIGHT_ENDS:
        day = moment.date() + timedelta(days=1 if moment.hour >= NIGHT_BEGINS else 0)
        moment = datetime.combine(day, time(NIGHT_ENDS), zone)
    return moment.astimezone(now.tzinfo)


def next_morning(now: datetime, zone: ZoneInfo) -> datetime:
    """The next 09:00, committee time: when status mail leaves."""
    local = now.astimezone(zone)
    moment = datetime.combine(local.date(), time(STATUS_HOUR), zone)
    if moment <= local:
        moment = datetime.combine(local.date() + timedelta(days=1), time(STATUS_HOUR), zone)
    return moment.astimezone(now.tzinfo)
