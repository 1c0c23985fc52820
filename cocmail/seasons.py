"""What the house says by itself in longer terms: the days of a rule change, the summary's turn.

Asked at every turn like mornings.py, and as cheap: nothing is looked up while nothing is due.
"""

from datetime import datetime

from cocmail.core import conflicts, rulechange, summary, timers
from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.rulechange import Change
from cocmail.core.sitting import Sitting
from cocmail.core.summary import Period
from cocmail.house import House, Work


def strike(house: House, now: datetime) -> None:
    """Say what is due, in the morning, committee time; also after an outage, once."""
    frame = house.frame(now)
    if now.astimezone(frame.zone).hour >= timers.STATUS_HOUR:
        _rule_changes(house, frame)
        _summary(house, frame)


def _rule_changes(house: House, frame: Frame) -> None:
    for change in rulechange.due(house.records.house, frame):

        def act(work: Work, change: Change = change) -> None:
            house.sit(work, house.records.case(0), lambda s: rulechange.strike(s, change))

        with house.batch():
            house.once(frame.now, f"change|{change.n}|{frame.now.date()}", act)


def _summary(house: House, frame: Frame) -> None:
    """T34 at the end of a period, and again after 30 days where nobody said it is published."""
    period = summary.ended(frame)
    if period is None:
        return
    chair, past = frame.roster.chair, house.records.house.past
    if (chair, period.name, False) not in past.mailed:
        _mail_summary(house, frame, period, again=False)
        _tell_groups(house, frame, period)
    overdue = conflicts.local_day(frame) >= period.after + summary.AGAIN_AFTER
    open_still = period.name not in past.published and (chair, period.name, True) not in past.mailed
    if overdue and open_still:
        _mail_summary(house, frame, period, again=True)


def _mail_summary(house: House, frame: Frame, period: Period, *, again: bool) -> None:
    """To the chair, and to whoever presides over a case that the chair is out of (E-9)."""
    chair = frame.roster.chair
    people = [chair]
    if not again:
        cases = [c for c in house.records.cases("open", "closed") if c.released]
        people += [
            conflicts.presiding(case, frame)
            for case in cases
            if conflicts.out(case, chair) and summary.counts_in(case, period, frame)
        ]

    def said(sitting: Sitting) -> None:
        for person in filter(None, dict.fromkeys(people)):
            sitting.add(e.SummaryMailed(person, period.name, again))
            about = {"first": period.first.isoformat(), "last": "yes"}
            about |= {"again": "yes"} if again else {}
            sitting.write(summary.LETTER, One(person), about=about)

    def act(work: Work) -> None:
        house.sit(work, house.records.case(0), said)

    with house.batch():
        house.once(frame.now, f"summary|{period.name}|{again}", act)


def _tell_groups(house: House, frame: Frame, period: Period) -> None:
    """The group of each case that counts hears of it, and may keep its row out (GC-13)."""
    line = f"This case counts in the summary of {period.name}; HOLD SUMMARY keeps it out."
    for case in list(house.records.cases("open", "closed")):
        if case.released and summary.counts_in(case, period, frame):

            def act(work: Work, case: Case = case) -> None:
                house.sit(work, case, lambda s: s.notice(line))

            with house.batch():
                house.once(frame.now, f"summary|{period.name}|{case.no}", act)
