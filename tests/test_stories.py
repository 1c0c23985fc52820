"""Every story, in process or (`pytest --sockets`) over real sockets."""

import re
from pathlib import Path

import pytest
from script import StoryError, read
from stages import InProcess, OverSockets
from story import play

STORIES = sorted((Path(__file__).parent / "stories").glob("*.story"))
CLAUSE = re.compile(r"\b(?:(?:NP|NF|JU|PS|GC|B|D|K)-\d+|promise \d+|product\.md [\d.]+)\b")


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_story(file: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    stage = OverSockets if request.config.getoption("--sockets") else InProcess
    wrong = ""
    try:
        play(read(file), tmp_path / "house", stage)
    except AssertionError as error:
        wrong = str(error)
    if wrong:  # the story's own words, without the player's
        pytest.fail(wrong, pytrace=False)


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_a_story_names_its_clauses(file: Path) -> None:
    assert CLAUSE.search(read(file).title), "the first line names the clauses in parentheses"


def test_a_line_nobody_understands_is_named(tmp_path: Path) -> None:
    file = tmp_path / "odd.story"
    file.write_text("# odd (PS-01)\ncommittee: psf; Ana, Bo\nMon 09:00  Ana dances\n")
    with pytest.raises(StoryError, match=r"odd.story:3: nobody knows how to play"):
        read(file)


HEAD = """# a story that is wrong (PS-01)
committee: numpy; Ana (chair), Bo, Chi; screener Bo
outside: Rita Vale <rita@home.test>
"""
REPORT = """Mon 09:00  Rita writes: Shouting
  | There was a lot of shouting in the call on Friday, and one person left in tears and has not been
  | back since. I think that somebody should talk to all of them.
"""


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("", "  => Bo gets nothing", "report to bo@members.test"),
        ("", "  => Bo gets ballot", "Bo has"),
        ("", "  => nobody gets receipt", "receipt to rita@home.test"),
        ("", "  => Rita gets receipt\n  => nobody else gets anything", "report to ana"),
        ("", '  => Bo gets report with "whispering"', "There was a lot of shouting"),
        ("", '  => Bo gets report without "shouting"', "There was a lot of shouting"),
        ("", "  => Bo gets report 2 times", "1 times"),
        ('never to Bo: "tears"', "", "report to bo@members.test at Mon 09:00 says 'tears'"),
        ("nothing more to Chi", "", "chi@members.test at Mon 09:00: they must get nothing"),
    ],
)
def test_a_story_that_is_not_so_fails(tmp_path: Path, before: str, after: str, why: str) -> None:
    file = tmp_path / "wrong.story"
    file.write_text(f"{HEAD}{before}\n{REPORT}{after}\n")
    with pytest.raises(AssertionError, match=r"wrong.story") as caught:
        play(read(file), tmp_path / "house", InProcess)
    assert why in str(caught.value)
