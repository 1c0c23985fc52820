"""What an operator's command asks of a running daemon: the house has one writer.

The command leaves a sealed request beside the database and waits; the daemon takes it between two
turns, does it at its desk, and leaves the answer after the commit. Who can leave one holds the
master key, and could read everything anyway. Where nobody runs, the command does it itself. Not
here: what is done (unsealing.py, house.py), and printing (cli.py).
"""

import json
import os
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cocmail import status, unsealing
from cocmail.config import Config, Problem
from cocmail.errors import Trouble
from cocmail.house import House
from cocmail.keyfile import make_private
from cocmail.keys import Erased, KeyProblem, Keys
from cocmail.opening import keys_beside
from cocmail.store import StoreProblem
from cocmail.store.database import locked

PATIENCE = 30.0  # seconds that a command waits; the daemon looks every five
LOOK = 0.2
STALE = 300.0  # seconds after which nobody waits any more
ASKED, TAKEN, ANSWERED = ".asked", ".taken", ".answered"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, in the words as they were typed."""

    verb: str
    words: tuple[str, ...]
    reason: str = ""


def _document(house: House, request: Request, now: datetime) -> str:
    return unsealing.send(house, list(request.words), now)


def _unseal(house: House, request: Request, now: datetime) -> str:
    unsealing.tell(house, list(request.words), request.reason, now)
    return ""


def _forget(house: House, request: Request, now: datetime) -> str:
    number = status.erasable(house, list(request.words))
    house.forget(number, now)
    return str(number)


_ACTS: dict[str, Callable[[House, Request, datetime], str]] = {
    "document": _document, "unseal": _unseal, "forget": _forget,
}  # fmt: skip


def act(house: House, request: Request, now: datetime) -> str:
    """Do what is asked; returns what the command will say. Raises Trouble."""
    return _ACTS[request.verb](house, request, now)


# -- the command's side ---------------------------------------------------------------------------


def somebody_runs(config: Config) -> bool:
    """Whether another process writes this database now. Raises Trouble: it cannot be looked at."""
    try:
        with locked(config.store.path):
            return False
    except StoreProblem:
        return True
    except OSError as error:
        why = f"cannot be locked ({error.strerror})"
        raise _trouble(config, why, "run this as the user who runs the daemon") from None


def ask(config: Config, request: Request) -> str:
    """Have the daemon do it, and return what it answers. Raises Trouble, also its own."""
    try:
        keys = Keys.open(config.store.key_file, keys_beside(config))
    except KeyProblem as problem:
        line = Problem(str(problem.file), "store.key_file", problem.problem, problem.remedy)
        raise Trouble([line]) from None
    place = _folder(config)
    name = f"{time.time_ns()}-{secrets.token_hex(4)}"
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        _as_the_database(config, place)
        said = [request.verb, list(request.words), request.reason]
        _write(config, keys, place / f"{name}{ASKED}", said)
        found = _wait(keys, place, name)
    except OSError as error:
        why = f"the daemon cannot be asked ({error.strerror})"
        raise _trouble(config, why, "run this as the user who runs the daemon") from None
    finally:
        for tail in (ASKED, ANSWERED):
            (place / f"{name}{tail}").unlink(missing_ok=True)
        keys.close()
    if found is None:
        remedy = "look at `cocmail status`; stop the daemon, and run this again"
        raise _trouble(config, "the daemon that runs did not answer", remedy)
    problems, answer = found
    if problems:
        raise Trouble(problems)
    return answer


def _wait(keys: Keys, place: Path, name: str) -> tuple[list[str], str] | None:
    """The answer; None when nobody took the request in time, and nobody will."""
    ends = time.monotonic() + PATIENCE
    while True:
        answered = place / f"{name}{ANSWERED}"
        if answered.exists() and (found := _read(keys, answered)) is not None:
            problems, answer = found
            return list(map(str, problems)), str(answer)
        if time.monotonic() > ends:
            with suppress(FileNotFoundError):
                (place / f"{name}{ASKED}").unlink()
                return None  # taken back
            if time.monotonic() > ends + PATIENCE:
                return None
        time.sleep(LOOK)


# -- the daemon's side ----------------------------------------------------------------------------


def waiting(config: Config, keys: Keys) -> Iterator[tuple[Path, Request]]:
    """Every request that somebody waits for, taken: no other turn and no command sees it now."""
    place = _folder(config)
    if not place.is_dir():
        return
    for path in sorted(place.iterdir()):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > STALE:
                path.unlink()
            elif path.suffix == ASKED:
                taken = path.rename(path.with_suffix(TAKEN))
                said = _read(keys, taken, path.name)
                if said is None or said[0] not in _ACTS:
                    taken.unlink()
                    continue
                verb, words, reason = said
                yield taken, Request(verb, tuple(map(str, words)), str(reason))


def answer(config: Config, keys: Keys, taken: Path, problems: Sequence[object], said: str) -> None:
    """Leave the answer, now that what was asked is on disk."""
    with suppress(OSError):
        lines = [str(problem) for problem in problems]
        _write(config, keys, taken.with_suffix(ANSWERED), [lines, said])
        taken.unlink()


# -- files ----------------------------------------------------------------------------------------


def _folder(config: Config) -> Path:
    return config.store.path.with_name(config.store.path.name + ".asked")


def _write(config: Config, keys: Keys, path: Path, said: Sequence[object]) -> None:
    """Sealed like everything else, and whole at once under its name."""
    draft = path.with_suffix(".draft")
    make_private(draft)
    draft.write_bytes(keys.seal(0, json.dumps(said).encode(), path.name))
    _as_the_database(config, draft)
    draft.rename(path)


def _read(keys: Keys, path: Path, place: str = "") -> list[Any] | None:
    """What was sealed under this name; None when it was not."""
    try:
        said = json.loads(keys.unseal(0, path.read_bytes(), place or path.name))
    except (KeyProblem, Erased, OSError, ValueError):
        return None
    return said if isinstance(said, list) else None


def _as_the_database(config: Config, path: Path) -> None:
    """What root leaves is the daemon's to read."""
    if os.geteuid() == 0:
        owner = config.store.path.stat()
        os.chown(path, owner.st_uid, owner.st_gid)


def _trouble(config: Config, problem: str, remedy: str) -> Trouble:
    return Trouble([Problem(str(config.store.path), "store.path", problem, remedy)])
