"""`cocmail why --at` against what really left: the disclosure record cannot differ from the post.

Random histories of who comes in, steps out, is kept out, let in, locked and joins; then for every
letter of the case, at the moment it left, and for everybody at every step.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talk import ALIAS, Deferred, Delivered, Sent, Table, id_in, table

from cocmail import status
from cocmail.core import conflicts

RITA = "rita@home.test"
PEOPLE = ("ana", "bo", "chi", "dee", "eli")
REPORT = (
    "About: Sam Reed\n\nSam Reed shouted at me in the planning call, twice, and everybody looked "
    "away the whole time. I would like that to end, please, before the next call."
)
# Letters that hold words of the case, for those who may read it.
READING = {"report", "party-mail", "talk", "ballot", "tally", "notices", "preview", "sent",
           "document"}  # fmt: skip
SAID = (
    "CLEAR Sam Reed", "RECUSE", "EXCLUDE Bo Lind", "EXCLUDE Dee Novak", "ADMIT Bo Lind",
    "ADMIT Dee Novak", "TAKE", "I think so too, on the whole.", "SHOW", "ABOUT Sam Reed",
    "ABOUT Uma Stern", "NOTE they talked", "DOC", "ASIDE Chi Okafor", "CLEAR", "READ", "SAFETY yes",
    "OK", "PASS", "REMOVE Eli Brandt",
)  # fmt: skip
MOVES = st.one_of(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(SAID)),
    st.tuples(st.just("rita"), st.sampled_from(("More of it.", "Bo Lind was there as well."))),
    st.tuples(st.just("wait"), st.sampled_from(("1", "5", "30", "70"))),
    st.tuples(st.just("alias"), st.sampled_from(("LOCK Dee Novak", "AWAY", "BACK", "STATUS"))),
    st.tuples(st.just("kim"), st.sampled_from(("OFFBOARD chi", "ADD"))),
    st.tuples(st.just("hop"), st.sampled_from(PEOPLE)),
)


def play(t: Table, moves: list[tuple[str, str]]) -> Iterator[datetime]:
    """Each move at a moment of its own; yields that moment."""
    t.write(RITA, ALIAS, REPORT, name="Rita Vale")
    yield t.now
    deferred: set[str] = set()
    t.hop = lambda letter, _: Deferred(451) if letter.recipient in deferred else Sent()
    for who, text in moves:
        t.now += timedelta(minutes=1)
        match who:
            case "wait":
                t.wait(hours=int(text))
            case "hop":
                deferred ^= {f"{text}@members.test"}
            case "rita":
                box = t.box(RITA)
                t.answer(box[-1], text) if box else None
            case "alias":
                t.write("ana@members.test", ALIAS, text)
            case "kim":
                _contact(t, text)
            case _:
                _answer(t, who, text)
        yield t.now


def _contact(t: Table, text: str) -> None:
    added = "ROSTER ADD uma Uma Stern uma@members.test"
    t.write("kim@council.test", ALIAS, added if text == "ADD" else f"ROSTER {text}")
    t.now += timedelta(seconds=20)
    asked = [d for d in t.box("kim@council.test") if d.template == "confirm"]
    if asked:
        t.answer(asked[-1], "YES")


def _answer(t: Table, who: str, text: str) -> None:
    mine = [d for d in t.box(who) if "+c-" in d.reply_to]
    if not mine:
        return
    if text == "OK":
        waits = [d for d in mine if d.template == "preview"]
        text = f"OK {id_in(waits[-1])}" if waits else "STATUS"
    t.answer(mine[-1], text)


def of_the_case(t: Table, letter: Delivered) -> bool:
    handle = t.house.handles.read_address(letter.reply_to)
    return handle is not None and handle.case == 1


def check(t: Table, moments: list[datetime]) -> None:
    """Both ways, and never an error."""
    letters = [
        (person, d)
        for person in t.house.config.roster.people
        for d in t.box(person)
        if d.template in READING and of_the_case(t, d)
    ]
    for person, letter in letters:
        with t.house.records.as_of(letter.at):
            frame = t.house.frame(letter.at)
            case = t.house.records.case(1)
            known = person in frame.roster.people
            reader = person == case.screener or conflicts.standing(case, person) == "in"
        assert known, f"{letter.template} to {person}, who was not there"
        (answer,) = status.readers_at(t.house, ["1", person], letter.at.isoformat(), t.now)
        assert answer.may, f"{letter.at}: {letter.template} left for {person}: {answer.why}"
        assert reader
    got = {(person, letter.at) for person, letter in letters}
    for moment in moments:
        for answer in status.readers_at(t.house, ["1"], moment.isoformat(), t.now):
            if not answer.may:
                assert (answer.person, moment) not in got, f"{moment} {answer}"
    t.house.frame(t.now)
    now = {a.person: a.may for a in status.readers(t.house, ["1"], t.now)}
    then = {a.person: a.may for a in status.readers_at(t.house, ["1"], t.now.isoformat(), t.now)}
    assert now == then


@pytest.mark.parametrize("procedure", ["numpy", "psf"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MOVES, min_size=3, max_size=14))
def test_whoever_got_a_letter_could_read_and_nobody_else_got_one(
    procedure: str, moves: list[tuple[str, str]]
) -> None:
    with TemporaryDirectory() as folder:
        t = table(Path(folder), procedure=procedure, members=" ".join(PEOPLE), rota="ana bo chi")
        try:
            check(t, list(play(t, moves)))
        finally:
            t.close()
