"""What is wrong with a file: the Problem, reading TOML into values or a Problem, suggestions,
and pydantic's findings said in our words.

Not here: which keys there are (tables.py), and what must agree across tables (checks.py).
"""

import difflib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and what to write instead."""

    file: str
    key: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        """`file: key: problem; remedy`, one printable line whatever the file held."""
        line = f"{self.file}: {self.key}: {self.problem}; {self.remedy}"
        return "".join(c if c.isprintable() else " " for c in line)


def read_toml(path: Path, file: str, remedy: str) -> dict[str, object] | Problem:
    """The document in a TOML file, lists as tuples; or the one Problem that hides all others.

    `remedy` is what to do when there is no such file. Never raises.
    """
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Problem(file, "file", "does not exist", remedy)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Problem(file, f"line {line}", "is not UTF-8", "save the file as UTF-8 text")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "not a file name"
        return Problem(file, "file", f"cannot be read ({why})", "check the path and its rights")
    try:
        return {key: _settled(value) for key, value in tomllib.loads(content).items()}
    except RecursionError:
        return Problem(file, "file", "is nested too deeply", "write plain tables")
    except ValueError as error:
        return _not_toml(file, str(error))


def _not_toml(file: str, said: str) -> Problem:
    found = re.search(r"\(at (?:(line [0-9]+), (column [0-9]+)|(end of document))\)", said)
    place = (found[1] or found[3]) if found else "file"
    where = f" at {found[2]}" if found and found[2] else ""
    what = said[: found.start()].strip() if found else "holds an impossible value"
    remedy = 'correct it: keys are written as key = "value", tables as [table]'
    return Problem(file, place, f"is not TOML: {what}{where}", remedy)


def _settled(value: object) -> object:
    match value:
        case dict():
            return {key: _settled(inner) for key, inner in value.items()}
        case list():
            return tuple(_settled(inner) for inner in value)
        case _:
            return value


def shown(value: object) -> str:
    """A value of the file as a problem shows it: quoted, on one line, at most 60 characters."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "..."


def kind_of(value: object) -> str:
    """What TOML calls the value, with its article."""
    match value:
        case bool():
            return "true or false"
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case tuple() | list():
            return "a list"
        case Mapping():
            return "a table"
        case _:
            return "a date or time"


def suggestion(word: str, known: Iterable[str]) -> str:
    """`did you mean "x"`, or the list of what is known."""
    options = list(known)
    plain = re.sub(r"[-.\s]", "_", word[:60].casefold())
    folded = {option.casefold().replace("-", "_"): option for option in options}
    close = difflib.get_close_matches(plain, folded, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{folded[close[0]]}"?'
    if not options:
        return "remove it"
    return f"known are {', '.join(options)}" if len(options) <= 40 else "see example.toml"


def key_of(document: object, loc: Sequence[int | str]) -> str:
    """The place in the file: `members.bo.addresses[1]`; entries by their id, else from 1."""
    key, here = "", document
    for part in loc:
        if isinstance(part, str):
            key += f".{part}" if key else part
            here = here.get(part) if isinstance(here, Mapping) else None
            continue
        here = here[part] if isinstance(here, tuple) and part < len(here) else None
        name = here.get("id") if isinstance(here, Mapping) else None
        key += f".{name}" if isinstance(name, str) and name else f"[{part + 1}]"
    return key[:120]


def translated(
    error: ValidationError, file: str, document: Values, root: type[BaseModel]
) -> list[Problem]:
    """Everything pydantic found in a document of this model, as Problems."""
    problems = []
    for found in error.errors(include_url=False):
        problem, remedy = _said(found, root)
        problems.append(Problem(file, key_of(document, found["loc"]), problem, remedy))
    return problems


def said_of(found: ErrorDetails) -> tuple[str, str]:
    """Problem and remedy for one finding about a value."""
    given = found["input"]
    match found["type"]:
        case "unfit":
            ctx = found["ctx"]
            return ctx["problem"], ctx["remedy"]
        case "literal_error":
            return f"{shown(given)} is not known", f"write {found['ctx']['expected']}"
        case "string_type":
            return f"is {kind_of(given)}", "write a text in quotes"
        case "int_type" | "int_from_float":
            return f"is {kind_of(given)}", "write a whole number without quotes"
        case "bool_type":
            return f"is {kind_of(given)}", "write true or false without quotes"
        case "tuple_type":
            return f"is {kind_of(given)}", 'write a list: ["...", "..."]'
        case "greater_than_equal":
            return f"{shown(given)} is too small", f"write at least {found['ctx']['ge']}"
        case "less_than_equal":
            return f"{shown(given)} is too large", f"write at most {found['ctx']['le']}"
        case _:
            return found["msg"][:120].lower(), "see example.toml"


def _said(found: ErrorDetails, root: type[BaseModel]) -> tuple[str, str]:
    loc = found["loc"]
    top = len(loc) == 1
    match found["type"]:
        case "extra_forbidden":
            known = model_at(root, loc[:-1]).model_fields
            return "is not a known " + ("table" if top else "key"), suggestion(str(loc[-1]), known)
        case "missing" if top:
            table = loc[0] if loc[0] not in ("members", "council") else f"[{loc[0]}]"
            return "is missing", f"add the table [{table}], as in example.toml"
        case "missing":
            return "is missing", f"add {loc[-1]} = ..., as in example.toml"
        case "tuple_type" if top:
            return f"is {kind_of(found['input'])}", f"write [[{loc[0]}]] before each of them"
        case "model_type" | "dict_type" if top:
            return f"is {kind_of(found['input'])}", f"write it as a table: [{loc[0]}]"
        case "model_type":
            return f"is {kind_of(found['input'])}", 'write { id = "...", name = "...", ... }'
        case _:
            return said_of(found)


def model_at(root: type[BaseModel], loc: Sequence[int | str]) -> type[BaseModel]:
    """The model which describes the table at this place."""
    here = root
    for part in loc:
        if isinstance(part, str):
            here = _model_in(here.model_fields[part].annotation) or here
    return here


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in inner if model), None)
