"""Replies as mail programs really write them: what is read as commands, what as talk.

Every file in tests/mails/replies is one program's reply to a ballot, with the quote it makes. The
quote holds a vote, a recusal and a close, each on a line of its own; none may ever be read.
"""

import tomllib
from pathlib import Path

import pytest

from cocmail.core.commands import SHAPES
from cocmail.core.keywords import Reading, read
from cocmail.hearing import below_a_quote
from cocmail.mail.parse import parse
from cocmail.mail.replies import begins_below, split
from cocmail.mail.wrapped import unwrapped

FOLDER = Path(__file__).parent.parent / "mails" / "replies"
REPLIES = sorted(path.stem for path in FOLDER.glob("*.eml"))
QUOTED = ("VOTE no", "RECUSE", "CLOSE home shelf", "no private messages to members")


def reading(name: str) -> Reading:
    """The reply as a member's answer to a ballot."""
    mail = parse((FOLDER / f"{name}.eml").read_bytes())
    said = read(unwrapped(split(mail.text).own, mail.html), SHAPES, asked="ballot")
    return below_a_quote(said) if begins_below(mail.text) else said


@pytest.mark.parametrize("name", REPLIES)
def test_a_reply_is_read_as_its_writer_meant_it(name: str) -> None:
    wanted = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    said = reading(name)
    assert [line.echo for line in said.lines] == wanted["lines"]
    assert said.talk == wanted["talk"].strip("\n")
    assert list(said.later) == wanted.get("later", [])
    assert [line for line, _ in said.near] == wanted.get("near", [])
    assert said.recuse == wanted.get("recuse", "")


@pytest.mark.parametrize("name", REPLIES)
def test_nothing_of_the_quote_is_a_command(name: str) -> None:
    wanted = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    own = " ".join((*wanted["lines"], *wanted.get("later", []), wanted["talk"]))
    said = reading(name)
    ran = [line.echo for line in said.lines] + list(said.later)
    assert not [words for words in QUOTED if words not in own and any(words in r for r in ran)]


def test_there_are_replies_enough() -> None:
    assert len(REPLIES) >= 160


def figures() -> str:
    """How many replies there are, and how they are read: `python -m tests.mail.test_clients`."""
    right = quoted = 0
    for name in REPLIES:
        wanted = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
        said = reading(name)
        ran = [line.echo for line in said.lines]
        right += ran == wanted["lines"] and said.talk == wanted["talk"].strip("\n")
        quoted += any(line not in wanted["lines"] for line in ran)
    return f"{len(REPLIES)} replies: {right} read as meant, {quoted} ran a line of a quote"


def test_the_figures_can_be_printed() -> None:
    assert figures().endswith(f": {len(REPLIES)} read as meant, 0 ran a line of a quote")


if __name__ == "__main__":
    print(figures())
