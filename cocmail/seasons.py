"""What the house says by itself in longer terms: the days of a rule change, the summary's turn.

Asked at every turn like mornings.py, and as cheap: nothing is looked up while nothing is due.
"""

from datetime import datetime

from cocmail.core import rulechange, timers
from cocmail.core.conflicts import Frame
from cocmail.core.rulechange import Change
from cocmail.house import House, Work


def strike(house: House, now: datetime) -> None:
    """Say what is due, in the morning, committee time; also after an outage, once."""
    frame = house.frame(now)
    if now.astimezone(frame.zone).hour >= timers.STATUS_HOUR:
        _rule_changes(house, frame)


def _rule_changes(house: House, frame: Frame) -> None:
    for change in rulechange.due(house.records.house, frame):

        def act(work: Work, change: Change = change) -> None:
            house.sit(work, house.records.case(0), lambda s: rulechange.strike(s, change))

        with house.batch():
            house.once(frame.now, f"change|{change.n}|{frame.now.date()}", act)
