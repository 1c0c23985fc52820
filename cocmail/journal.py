"""The operational log: a closed list of verbs with numbers, as JSON lines on stderr.

The only logging set-up of the program. No address, subject, name or text can pass: values are
numbers or short words, and whatever a library says is reduced to the library's name and the type
of the exception (product.md, promise 9). The log of the cases is store.py, not this.
"""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Literal, TextIO, get_args

Verb = Literal[
    "started",
    "stopping",
    "stopped",
    "arrived",
    "kept",
    "not-kept",
    "turned-away",
    "dropped",
    "quarantined",
    "decided",
    "sent",
    "deferred",
    "refused",
    "withheld",
    "given-up",
    "stuck",
    "needs-reader",
    "tick",
    "outage",
    "clock-jump",
    "probe",
    "erased",
    "backed-up",
    "restored",
    "unsealed",
    "trouble",
]
VERBS: frozenset[str] = frozenset(get_args(Verb))

_WORD = re.compile(r"[a-z0-9-]{1,24}")
_LOGGER_NAME = re.compile(r"[A-Za-z0-9_.]{1,64}")
_FIELD = "cocmail_note"
_LEFT = "cocmail_left"
_log = logging.getLogger("cocmail")

# These write bodies, addresses or headers at DEBUG, INFO or in tracebacks (P3, P32).
_TALKATIVE = ("mail.log", "aiosmtpd", "aiosmtplib", "apscheduler", "asyncio", "flufl",
              "imapclient")  # fmt: skip


def note(verb: Verb, **counts: int | str) -> None:
    """Write one line: a verb and numbers or words of [a-z0-9-]{1,24}.

    Raises ValueError for any other verb or word: the caller was about to log something that
    could say who or what. Give a count, an errand number or a fixed word instead.
    """
    if verb not in VERBS:
        raise ValueError("journal: unknown verb; add it to journal.Verb")
    for name, value in counts.items():
        if isinstance(value, str) and not _WORD.fullmatch(value):
            raise ValueError(f"journal: {name} of {verb} is not a plain word; give a number")
    _log.info(verb, extra={_FIELD: {"verb": verb, **counts}})


def cause(error: BaseException) -> str:
    """The type of an exception as a word for `note`; never its text."""
    return re.sub(r"[^a-z0-9]", "-", type(error).__name__.lower())[:24]


def tame() -> None:
    """Silence the libraries that would write mail into logs. Safe to call again and again."""
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        logger.setLevel(logging.WARNING)
        if not any(isinstance(known, _Muzzle) for known in logger.filters):
            logger.addFilter(_Muzzle())


def set_up(level: str = "INFO", stream: TextIO | None = None) -> None:
    """Send everything to `stream` (stderr when left out), our notes from `level` up.

    Libraries are heard from WARNING up, whatever the level. Raises ValueError for an unknown
    level name.
    """
    tame()
    handler = _Lines(stream or sys.stderr)
    handler.setFormatter(_JsonLine())
    for logger in (_log, logging.getLogger()):
        for old in [h for h in logger.handlers if isinstance(h, _Lines)]:
            logger.removeHandler(old)
        logger.addHandler(handler)
    _log.propagate = False
    _log.setLevel(level)
    logging.getLogger().setLevel(logging.WARNING)


def take_warnings() -> None:
    """Hear Python's own warnings like a library: they would quote what they are about on stderr."""
    logging.captureWarnings(True)


def _muzzled(record: logging.LogRecord) -> str:
    """What remains of a library's record: its name, and the type of its exception if any."""
    name = record.name if _LOGGER_NAME.fullmatch(record.name) else "library"
    error = record.exc_info[0] if record.exc_info else None
    return name if error is None else f"{name} {error.__name__}"


class _Muzzle(logging.Filter):
    """Takes the words out of a record before any handler, ours or another, can see them."""

    def filter(self, record: logging.LogRecord) -> bool:
        left = _muzzled(record)
        record.msg, record.args = left, ()
        record.exc_info = record.exc_text = record.stack_info = None
        setattr(record, _LEFT, left)
        return True


class _JsonLine(logging.Formatter):
    """Our notes as they are; of everything else only who spoke. So a new library is mute too."""

    def format(self, record: logging.LogRecord) -> str:
        said = getattr(record, _FIELD, None)
        left = getattr(record, _LEFT, None) or _muzzled(record)
        fields = said or {"verb": "library", "who": left}
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return json.dumps({"at": at, "level": record.levelname.lower(), **fields})


class _Lines(logging.StreamHandler[TextIO]):
    """A stream handler that does not print a record which it failed to write."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Say nothing: the standard handler would print message and arguments."""
