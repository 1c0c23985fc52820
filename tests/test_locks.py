"""LOCK: whoever sits in a member's mailbox hears nothing, and nothing that comes from it counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talk import ALIAS, Table, table

REPORT = (
    "Somebody in the weekly call makes fun of the accents of others, every single week, and "
    "nobody in the call says anything against it. Please talk to them."
)
NEXT = "It happened again today, and this time two people left the call in the middle of it."


@pytest.fixture
def t(tmp_path: Path) -> Iterator[Table]:
    """A released case of four, two of whom lock Dee's mailbox."""
    made = opened(tmp_path)
    yield made
    made.close()


def opened(home: Path) -> Table:
    made = table(home, procedure="numpy", members="ana bo chi dee")
    made.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    return made


def lock(t: Table, *by: str) -> None:
    for who in by:
        t.write(f"{who}@members.test", ALIAS, "LOCK Dee Novak")


def test_no_line_from_a_locked_mailbox_runs_by_any_way(t: Table) -> None:
    letter = t.last("dee", "report")
    lock(t, "bo", "chi")
    before = len(t.box("dee"))
    t.answer(letter, "TAKE")
    t.answer(letter, "TAKE", sender="other@evil.test")
    t.write("dee@members.test", ALIAS, "LOCK Bo Lind")
    t.write("dee@members.test", ALIAS, "LOCK Dee Novak OFF")
    t.wait(days=2)
    case = t.house.records.case(1)
    assert case.lead == ""
    assert not case.held_mails
    assert set(t.house.records.house.locks.running) == {"dee"}
    assert len(t.box("dee")) == before


def test_a_report_from_a_locked_mailbox_is_not_lost(t: Table) -> None:
    lock(t, "bo", "chi")
    t.write("dee@members.test", ALIAS, NEXT, name="Dee Novak")
    case = t.house.records.case(2)
    assert case.quarantine is not None
    assert case.quarantine.reason == "locked"
    assert not [d for d in t.box("dee") if d.mail.subject.startswith("Your message to")]
    t.write("kim@council.test", ALIAS, "LOCK Dee Novak OFF")
    t.wait(minutes=1)
    assert [d for d in t.box("dee") if d.mail.subject.startswith("Your message to")]


def test_the_old_tag_is_void_and_the_new_one_works(t: Table) -> None:
    letter = t.last("dee", "report")
    t.write("rita@home.test", t.last("rita@home.test").reply_to, NEXT)
    lock(t, "bo", "chi")
    t.write("kim@council.test", ALIAS, "LOCK Dee Novak OFF")
    t.write("rita@home.test", t.last("rita@home.test").reply_to, NEXT + " I am tired of it.")
    t.wait(minutes=1)
    assert t.last("dee", "party-mail").reply_to != letter.reply_to
    t.answer(t.last("dee", "party-mail"), "TAKE")
    assert t.house.records.case(1).lead == "dee"
    # Without the thread of a mail of ours, the old address is nobody's any more.
    t.write("dee@members.test", letter.reply_to, "NEXT a talk on Friday")
    assert t.house.records.case(1).next_action == ""


def test_who_reads_first_is_another_while_the_mailbox_is_locked(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="psf", members="ana bo chi dee", rota="dee ana bo chi")
    t.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    t.answer(t.last("dee", "held"), "SHOW")
    assert t.house.records.case(1).screener == "dee"
    lock(t, "bo", "chi")
    t.wait(minutes=1)
    assert t.house.records.case(1).screener == "ana"
    t.close()


LINES = ("LOCK {}", "LOCK {} OFF")
NAMES = ("Ana Ruiz", "Bo Lind", "Chi Okafor", "Dee Novak")
SENDERS = (*(f"{who}@members.test" for who in ("ana", "bo", "chi", "dee")), "kim@council.test")
HOURS = st.sampled_from([0, 1, 13])
SAID = st.tuples(*map(st.sampled_from, (SENDERS, LINES, NAMES)), HOURS)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(said=st.lists(SAID, min_size=1, max_size=7))
def test_nothing_ever_goes_to_a_locked_mailbox_and_no_lone_lock_outlives_its_hours(
    said: list[tuple[str, str, str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whoever locks whom in whichever order: nothing for the locked, all of it afterwards."""
    t = opened(tmp_path_factory.mktemp("locks"))
    alone: set[tuple[str, str]] = set()
    for sender, line, name, hours in said:
        shut = set(t.house.records.house.locks.running)
        before = {p: len(t.box(p)) for p in shut}
        t.write(sender, ALIAS, line.format(name))
        t.write("rita@home.test", t.last("rita@home.test").reply_to, NEXT)
        still = t.house.records.house.locks.running
        for person in shut & set(still):
            assert len(t.box(person)) == before[person], (person, said)
        for person, known in still.items():
            assert person not in known.by
            if person not in shut:
                assert (known.by[0], person) not in alone, "one member, twice"
                alone.add((known.by[0], person))
        t.wait(hours=hours)
        for person, known in t.house.records.house.locks.running.items():
            assert known.until is None or known.until > t.now, person
            assert known.until is not None or len(set(known.by)) == 2
    for person in list(t.house.records.house.locks.running):
        first = next(n for n in NAMES if n.casefold().startswith(person))
        t.write("kim@council.test", ALIAS, f"LOCK {first} OFF")
    t.wait(hours=13)
    assert not t.house.records.house.locks.running
    waiting = t.house.store.errands_of(1)
    assert not [row for row in waiting if row.due_at is None], "nothing stays behind"
    t.close()
