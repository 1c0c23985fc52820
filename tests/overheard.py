"""Every record that any logger makes, with every logger at DEBUG, whatever it was set to.

What is kept is what a handler would be given, so after the journal's own muzzles. Not here: what
must not be in it (story.py).
"""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

# What a record says about the place in the program that made it.
_PLACE = {
    "pathname", "filename", "module", "lineno", "funcName", "created", "msecs", "relativeCreated",
    "thread", "threadName", "process", "processName", "levelname", "levelno", "taskName", "name",
}  # fmt: skip
# The scheduler's lines are its own constants, "Scheduler has been shut down": of it only what is
# filled in can tell anything.
_CONSTANT = ("apscheduler.scheduler",)


@contextmanager
def overheard() -> Iterator[list[str]]:
    """The words of each record made inside."""
    said: list[str] = []
    hand_on = logging.Logger.callHandlers

    def listen(logger: logging.Logger, record: logging.LogRecord) -> None:
        said.append(_words(record))
        hand_on(logger, record)

    def always(_logger: logging.Logger, _level: int) -> bool:
        return True

    with (
        mock.patch.object(logging.Logger, "callHandlers", listen),
        mock.patch.object(logging.Logger, "isEnabledFor", always),
    ):
        yield said


def _words(record: logging.LogRecord) -> str:
    constant = record.name in _CONSTANT
    parts: list[Any] = [record.args if constant else record.getMessage()]
    apart = {*_PLACE, "msg"} if constant else _PLACE
    parts += [value for name, value in vars(record).items() if name not in apart]
    if record.exc_info and record.exc_info[1] is not None:
        parts += traceback.format_exception(record.exc_info[1])
    said = " ".join(map(str, parts))
    for own in (record.name, "next-due"):  # a library's name, which the journal leaves; our alarm
        said = said.replace(own, "")
    return said
