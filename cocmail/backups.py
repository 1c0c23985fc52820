"""Backups: made beside the running daemon, put back, and emptied of what was erased meanwhile.

A backup is a folder with a copy of the log and of the wrapped keys. The master key is not in it:
its own copy opens it. Where backups were made stands in a list beside the keys, so that erasing a
case destroys its key in each of them that is within reach; the others are named (product.md 8).
"""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from cocmail.config import Config, Problem
from cocmail.errors import Trouble
from cocmail.keyfile import KeyProblem, make_private, read_erased
from cocmail.keys import Keys
from cocmail.opening import erased_list, keys_beside
from cocmail.store import Store, StoreProblem
from cocmail.store.copying import CopyProblem, copy_keys, copy_log, drop_cases, skip_numbers
from cocmail.store.database import locked

LOG, KEYS = "cocmail.db", "cocmail.keys"


def backup(config: Config, folder: Path, now: datetime) -> Path:
    """Make a backup in a new folder below this one and return it. Raises Trouble."""
    made = folder / f"cocmail-{now.astimezone(UTC):%Y%m%d-%H%M%S}"
    if not config.store.path.exists():
        remedy = "start the daemon once with `cocmail run`, it makes it"
        raise _trouble(config.store.path, "store.path", "there is no database yet", remedy)
    try:
        made.mkdir(mode=0o700, parents=True)
        # The log first: keys are made before what they seal is written.
        copy_log(config.store.path, made / LOG)
        copy_keys(keys_beside(config), made / KEYS)
        _remember(_list(config), made)
    except FileExistsError:
        raise _trouble(made, "backup", "is there already", "wait a second and try again") from None
    except (OSError, CopyProblem) as error:
        why = f"cannot be written ({_why(error)})"
        raise _trouble(made, "backup", why, "give a folder with room that you own") from None
    prune(config)
    return made


def restore(config: Config, made: Path, now: datetime) -> list[str]:
    """Put a backup back, without what was erased since; returns what there is to tell.

    What lay there before becomes a backup itself. Raises Trouble: the daemon runs, the folder
    is no backup, or its keys belong to another master key.
    """
    log, keys = config.store.path, keys_beside(config)
    for part in (made / LOG, made / KEYS):
        if not part.is_file():
            remedy = "name the folder that `cocmail backup` printed"
            raise _trouble(part, "restore", "is not there", remedy)
    fresh_log, fresh_keys = (p.with_name(p.name + ".restored") for p in (log, keys))
    said: list[str] = []
    try:
        with locked(log):
            for path in (fresh_log, fresh_keys):
                path.unlink(missing_ok=True)
            copy_log(made / LOG, fresh_log)
            copy_keys(made / KEYS, fresh_keys)
            drop_cases(fresh_log, fresh_keys, read_erased(erased_list(config)))
            skip_numbers(fresh_log)
            Keys.open(config.store.key_file, fresh_keys).close()
            said += _put_aside(config, now)
            fresh_keys.replace(keys)
            fresh_log.replace(log)
        _open_once(config)
    except KeyProblem:
        remedy = "put back the copy of the master key that was in use then"
        raise _trouble(made, "restore", "does not open with this master key", remedy) from None
    except StoreProblem as problem:
        raise _trouble(problem.file, "restore", problem.problem, problem.remedy) from None
    except (OSError, CopyProblem) as error:
        why = f"cannot be put back ({_why(error)})"
        raise _trouble(made, "restore", why, "look at the disk, then run it again") from None
    said.append("Letters that were waiting when the backup was made leave again.")
    return said


def prune(config: Config) -> list[Path]:
    """Destroy the keys of every erased case in every backup; returns those out of reach."""
    erased = read_erased(erased_list(config))
    away: list[Path] = []
    for made in _known(_list(config)):
        try:
            drop_cases(made / LOG, made / KEYS, erased)
        except (OSError, CopyProblem):
            away.append(made)
    return away


def _open_once(config: Config) -> None:
    """The start applies the list of erased cases to log and index."""
    keys = Keys.open(config.store.key_file, keys_beside(config))
    try:
        Store.open(config.store.path, keys).close()
    finally:
        keys.close()


def _put_aside(config: Config, now: datetime) -> list[str]:
    """What lay there becomes a backup; where it cannot be read, it keeps another name."""
    log, keys = config.store.path, keys_beside(config)
    said: list[str] = []
    if log.exists() and keys.exists():
        try:
            aside = backup(config, log.parent / "before-restore", now)
            said.append(f"What lay there before is now the backup {aside}.")
        except Trouble:
            for path in (log, keys):
                aside = path.with_name(path.name + ".broken")
                path.replace(aside)
                said.append(f"What lay there could not be read and is now {aside}.")
    for tail in ("-wal", "-shm"):
        log.with_name(log.name + tail).unlink(missing_ok=True)
    return said


def _list(config: Config) -> Path:
    keys = keys_beside(config)
    return keys.with_name(keys.name + ".backups")


def _known(path: Path) -> Iterable[Path]:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [Path(line) for line in dict.fromkeys(lines) if line]


def _remember(path: Path, made: Path) -> None:
    make_private(path)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{made.absolute()}\n")
        file.flush()
        os.fsync(file.fileno())


def _why(error: Exception) -> str:
    return (error.strerror or "") if isinstance(error, OSError) else str(error)


def _trouble(file: Path, key: str, problem: str, remedy: str) -> Trouble:
    return Trouble([Problem(str(file), key, problem, remedy)])
