"""What a member hears whose mail was nearly a command: one line that would work (promise 7)."""

from pathlib import Path

import pytest

from tests.talk import ALIAS, Delivered, Table, proposal, table

STORY = "Sam Reed shouted at me at the sprint, three times in a row, and laughed about it later on."


def remedies(answer: Delivered) -> list[str]:
    _, _, rest = answer.text.partition("What would work:\n")
    return [line[4:] for line in rest.split("\n\n")[0].split("\n") if line.startswith("  - ")]


@pytest.fixture
def asked(tmp_path: Path) -> Table:
    """A report about Sam Reed; Bo has the conflict question."""
    here = table(tmp_path, procedure="numfocus", members="ana bo chi dee", rota="dee ana")
    here.write("rita@home.test", ALIAS, STORY, subject="The sprint", name="Rita Vale")
    here.answer(here.last("dee"), "SHOW")
    here.answer(here.last("dee", "report"), "ABOUT Sam Reed\nCLEAR")
    return here


@pytest.fixture
def voting(asked: Table) -> Table:
    for who in ("ana", "bo", "chi"):
        asked.answer(asked.last(who, "conflict-question"), "CLEAR")
    asked.answer(asked.last("ana", "report"), "TAKE\nPARTY REPORTED Sam Reed sam@x.test")
    asked.answer(asked.last("ana", "report"), proposal("numfocus"))
    return asked


@pytest.mark.parametrize("line", ["VOTE", "VOTE maybe", "VOTE yes if Chi agrees"])
def test_a_half_vote_is_answered_with_lines_that_work(voting: Table, line: str) -> None:
    voting.answer(voting.last("bo", "ballot"), line)
    works = remedies(voting.last("bo", "refused"))
    assert works
    assert not any(one.split()[-1] == "id" for one in works)
    voting.answer(voting.last("bo", "ballot"), works[0])
    assert voting.last("bo").template == "transcript"


@pytest.mark.parametrize(
    "line", ["VOTE yes,", "VOTE yes?", "- VOTE yes", "1. VOTE yes", "-> VOTE yes"]
)
def test_a_vote_with_something_around_it_is_asked_about(voting: Table, line: str) -> None:
    voting.answer(voting.last("bo", "ballot"), line)
    assert remedies(voting.last("bo", "refused")) == ["VOTE yes"]


def test_a_question_is_answered_with_its_two_lines(asked: Table) -> None:
    asked.answer(asked.last("bo", "conflict-question"), "No")
    assert remedies(asked.last("bo", "refused")) == ["CLEAR", "RECUSE"]
    asked.answer(asked.last("bo", "conflict-question"), "CLEAR tomorrow")
    assert remedies(asked.last("bo", "refused")) == ["CLEAR Sam Reed"]


def test_a_command_in_the_subject_of_an_empty_mail_is_told_and_does_not_run(voting: Table) -> None:
    ballot = voting.last("bo", "ballot")
    voting.write(ballot.to, ballot.reply_to, "\n", answers=ballot, subject="VOTE yes")
    assert remedies(voting.last("bo", "refused")) == ["VOTE yes"]


def test_a_recusal_in_the_subject_of_an_empty_mail_is_asked_about(voting: Table) -> None:
    ballot = voting.last("bo", "ballot")
    voting.write(ballot.to, ballot.reply_to, "\n", answers=ballot, subject="RECUSE")
    assert "RECUSE" in remedies(voting.last("bo", "refused"))
    assert voting.count_of("bo", "delete-please") == 0


def test_labels_stand_in_a_list_or_on_the_line_of_the_verb(voting: Table) -> None:
    for who in ("bo", "chi", "dee"):
        voting.answer(voting.last(who, "ballot"), "VOTE yes")
    ana = voting.last("ana", "tally")
    voting.answer(ana, "DRAFT REPORTED\n- BEHAVIOUR: talking over others\n- IMPACT: less was said")
    assert voting.count_of("ana", "preview") == 1
    voting.answer(ana, "DRAFT REPORTED BEHAVIOUR: loud words\nIMPACT: less was said")
    assert voting.count_of("ana", "preview") == 2
    assert "loud words" in voting.last("ana", "preview").text
