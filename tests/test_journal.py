"""The operational log says how many and how often, never who or what."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail import journal


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    lines = io.StringIO()
    loggers = (logging.getLogger("cocmail"), logging.getLogger())
    before = [
        (logger, tuple(logger.handlers), logger.level, logger.propagate) for logger in loggers
    ]
    journal.set_up("DEBUG", lines)
    yield lines
    for logger, handlers, level, propagate in before:
        for handler in set(logger.handlers) - set(handlers):
            logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate


def test_a_note_is_one_json_line(stream: io.StringIO) -> None:
    journal.note("sent", errand=7, where="post")
    said = json.loads(stream.getvalue())
    assert said.pop("at").endswith("+00:00")
    assert said == {"level": "info", "verb": "sent", "errand": 7, "where": "post"}


@pytest.mark.parametrize(
    "word", ["ana@members.test", "Ana Ruiz", "Subject: x", "", "a" * 25, "a\nb", "é"]
)
def test_no_address_name_or_text_as_a_word(stream: io.StringIO, word: str) -> None:
    with pytest.raises(ValueError, match="plain word"):
        journal.note("sent", who=word)
    assert stream.getvalue() == ""


def test_unknown_verbs_are_refused(stream: io.StringIO) -> None:
    with pytest.raises(ValueError, match="verb"):
        journal.note("ana@members.test")  # type: ignore[arg-type]
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    "name",
    ["mail.log", "asyncio", "apscheduler.executors.default", "imapclient.imaplib", "brand.new", ""],
)
@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.ERROR])
def test_libraries_lose_their_words(stream: io.StringIO, name: str, level: int) -> None:
    try:
        raise KeyError("canary@away.test")
    except KeyError:
        logging.getLogger(name).log(level, "canary %s", "canary@away.test", exc_info=True)
    assert "canary" not in stream.getvalue()
    if level >= logging.WARNING:
        said = json.loads(stream.getvalue())
        assert said["verb"] == "library"
        assert said["who"] == f"{name or 'root'} KeyError"
    else:
        assert stream.getvalue() == ""


def test_talkative_libraries_stay_quiet_whatever_the_root_says(stream: io.StringIO) -> None:
    logging.getLogger().setLevel(logging.DEBUG)
    for name in ("mail.log", "asyncio", "apscheduler.executors.default", "imapclient.imaplib"):
        assert not logging.getLogger(name).isEnabledFor(logging.INFO)
    assert stream.getvalue() == ""


def test_a_broken_stream_prints_nothing(
    stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    stream.write("x")
    closed = io.StringIO()
    journal.set_up("INFO", closed)
    closed.close()
    journal.note("tick")
    logging.getLogger("brand.new").error("canary")
    assert capsys.readouterr().err == ""


def test_set_up_twice_speaks_once(stream: io.StringIO) -> None:
    journal.set_up("INFO", stream)
    journal.note("tick")
    assert len(stream.getvalue().splitlines()) == 1


@given(st.text(min_size=1, max_size=60))
def test_the_cause_is_always_a_word(name: str) -> None:
    try:
        error = type(name.replace("\0", "x"), (Exception,), {})("canary")
    except (UnicodeEncodeError, ValueError):
        return
    journal.note("trouble", cause=journal.cause(error))
    assert "canary" not in journal.cause(error) or "canary" in name.lower()
