"""Reading a procedure: the published manual's TOML, then this committee's overrides.

The parameters are the fields of core/procedure.py and of nothing else: a field added there is
a key here. Not here: what a parameter means.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError

from cocmail.config.kinds import Count, Duration, Id, Line
from cocmail.config.problems import Problem, key_of, read_toml, said_of, shown, suggestion
from cocmail.core.procedure import Procedure
from cocmail.places import data_dir, find

_KINDS: Final[Mapping[Any, Any]] = {
    timedelta: Duration,
    tuple[timedelta, ...]: tuple[Duration, ...],
    tuple[str, ...]: tuple[Line, ...],
    int: Count,
    str: Line,
}
_FIXED = {"id", "version", "title", "source"}  # what says which manual it is


def _adapters() -> dict[str, TypeAdapter[Any]]:
    hints = get_type_hints(Procedure)
    strict = ConfigDict(strict=True)
    return {
        name: TypeAdapter(
            Id if name == "id" else _KINDS.get(hints[name], hints[name]), config=strict
        )
        for name in (field.name for field in fields(Procedure) if field.default is MISSING)
    }


_PARAMETERS: Final = _adapters()


def load_procedure(
    name_or_path: str,
    overrides: Mapping[str, object],
    site_dir: Path,
    file: str = "cocmail.toml",
) -> Procedure | list[Problem]:
    """The procedure of this name or file with the overrides of `[procedure]`, or every problem.

    A name is looked up in site_dir/procedures, then in what is shipped; a path (with a slash or
    the ending .toml) starts at site_dir. `file` is where name and overrides stand, for the
    problems. Lists in `overrides` are tuples, as `read_toml` gives them.
    """
    changes, problems = _values(overrides, file, ("procedure",))
    fixed = _FIXED & overrides.keys()
    problems += [
        Problem(file, f"procedure.{key}", "cannot be overridden", "write a procedure file")
        for key in sorted(fixed)
    ]
    path = _path(name_or_path, site_dir)
    if path is None:
        return [*problems, _unknown(name_or_path, site_dir, file)]
    shown_as = str(path)
    if path.is_relative_to(site_dir):
        shown_as = str(Path(file).parent / path.relative_to(site_dir))
    raw = read_toml(path, shown_as, "make it, or name another procedure")
    if isinstance(raw, Problem):
        return [*problems, raw]
    values, wrong = _values(raw, shown_as, ())
    missing = [
        Problem(shown_as, key, "is missing", f"add {key} = ..., as in procedures/numfocus.toml")
        for key in _PARAMETERS.keys() - raw.keys()
    ]
    problems += wrong + sorted(missing, key=lambda problem: problem.key)
    if problems:
        return problems
    return Procedure(**{**values, **changes}, hash=_hash(path, overrides))


def _path(name_or_path: str, site_dir: Path) -> Path | None:
    try:
        if "/" in name_or_path or name_or_path.endswith(".toml"):
            path = site_dir / name_or_path
            return path if path.exists() else None
        if re.fullmatch(r"[a-z0-9-]{1,40}", name_or_path):
            return find("config", f"procedures/{name_or_path}.toml", site_dir)
    except (OSError, ValueError):
        return None
    return None


def _unknown(name: str, site_dir: Path, file: str) -> Problem:
    try:
        homes = (site_dir / "procedures", data_dir("config") / "procedures")
        known = sorted({path.stem for home in homes for path in home.glob("*.toml")})
    except OSError:
        known = []
    if "/" in name or name.endswith(".toml"):
        remedy = f"write a path from {file}'s folder, or one of {', '.join(known)}"
        return Problem(file, "committee.procedure", f"there is no file {shown(name)}", remedy)
    problem = f"{shown(name)} is no known procedure"
    return Problem(file, "committee.procedure", problem, suggestion(name, known))


def _values(
    raw: Mapping[str, object], file: str, above: tuple[str, ...]
) -> tuple[dict[str, Any], list[Problem]]:
    """The parameters that read well, and a Problem for each that does not."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in raw.items():
        place = ".".join((*above, key))[:120]
        if key not in _PARAMETERS:
            # Somebody who writes `ack.limit` as the manuals' table does made a table of it.
            inner = list(value)[:1] if isinstance(value, Mapping) else []
            remedy = suggestion("_".join((key, *inner)), _PARAMETERS.keys() - _hidden(above))
            problems.append(Problem(file, place, "is no parameter of a procedure", remedy))
            continue
        try:
            values[key] = _PARAMETERS[key].validate_python(value)
        except ValidationError as error:
            for found in error.errors(include_url=False):
                where = key_of(raw, (key, *found["loc"]))
                problems.append(Problem(file, ".".join((*above, where)), *said_of(found)))
    return values, problems


def _hidden(above: tuple[str, ...]) -> set[str]:
    return _FIXED if above else set()


def _hash(path: Path, overrides: Mapping[str, object]) -> str:
    """What a case pins (JU-03): the file's bytes and the overrides, in hex."""
    changed = json.dumps(overrides, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(path.read_bytes() + b"\0" + changed.encode()).hexdigest()
