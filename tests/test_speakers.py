"""Who is speaking, at the edges: clocks that run ahead, mails that overtake, ballots struck."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
from talk import ALIAS, FOUR, Table, id_in, table

REPORT = (
    "Somebody in the weekly call makes fun of the accents of others, every single week, and "
    "nobody in the call says anything against it. Please talk to them."
)


@pytest.fixture
def call(tmp_path: Path) -> Iterator[Table]:
    """A released case of four."""
    made = table(tmp_path, procedure="numpy", members="ana bo chi dee")
    made.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    yield made
    made.close()


def says(call: Table, who: str, words: str, at: datetime) -> str:
    """The template of the answer to words whose Date is `at`."""

    def dated(message: EmailMessage) -> None:
        del message["Date"]
        message["Date"] = format_datetime(at)

    call.answer(call.last(who, "report"), words, change=dated)
    return call.box(who)[-1].template


def test_a_clock_that_runs_ahead_shuts_nobody_out(call: Table) -> None:
    assert says(call, "bo", "SAFETY yes", call.now + timedelta(days=2)) == "transcript"
    call.wait(minutes=30)
    assert says(call, "bo", "SAFETY no", call.now) == "transcript"


def test_only_a_mail_on_the_same_question_can_be_overtaken(call: Table) -> None:
    call.wait(hours=1)
    assert says(call, "bo", "REPEAT maybe", call.now) == "transcript"
    earlier = call.now - timedelta(minutes=20)
    assert says(call, "bo", "NEXT talk on Friday", earlier) == "transcript"
    assert says(call, "bo", "REPEAT no", earlier) == "refused"
    assert "did you mean" not in call.last("bo", "refused").text


def test_a_vote_on_a_struck_ballot_brings_the_new_one(call: Table) -> None:
    call.answer(call.last("bo", "report"), "SEVERE no\nPROPOSE\n" + FOUR + "PLAN: one talk")
    old = call.last("chi", "ballot")
    call.answer(call.last("bo", "report"), "PROPOSE\nPLAN: two talks")
    new = call.last("chi", "ballot")
    call.answer(old, "VOTE yes")
    assert call.last("chi", "refused").subject.endswith("1 error, nothing done")
    sent = [d for d in call.box("chi") if d.template == "ballot"]
    assert len(sent) == 3
    assert "two talks" in sent[-1].text
    assert id_in(sent[-1], "VOTE yes") == id_in(new, "VOTE yes") != id_in(old, "VOTE yes")
    call.answer(sent[-1], "VOTE yes")
    assert call.last("chi").template == "transcript"


def test_without_a_window_nothing_waits_for_minutes(tmp_path: Path) -> None:
    call = table(tmp_path, procedure="numpy", members="ana bo chi", overrides='undo_window = "0"')
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    call.answer(call.last("bo", "report"), "ASK REPORTER\nWas it once?")
    call.answer(call.last("chi", "preview"), "OK")
    assert "it leaves at once" in call.last("chi", "transcript").text
    assert "Was it once?" in call.last("rita@home.test").text
    call.close()


def test_the_chairs_status_mail_tells_of_a_forged_command(call: Table) -> None:
    call.answer(call.last("bo", "report"), "SAFETY no", proof="fail")
    call.wait(hours=24)
    assert "1 forged command mail(s), nothing was done" in call.last("ana", "chair-status").text
