"""Where each clause of the manuals is exercised; `python -m tests.clauses` prints it.

A clause counts where its id stands in a comment of a story, or in the name, docstring or a comment
of a test. Not here: what the clauses want (clauses.txt) and what fails (test_clauses.py).
"""

import ast
import re
import tokenize
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

HERE = Path(__file__).parent
ID = re.compile(r"\b(?:NP|NF|JU|PS|GC|K)-\d{1,2}\b")
_LINE = re.compile(r"((?:NP|NF|JU|PS|GC|K)-\d{1,2}) +(\S.*)")


@dataclass(frozen=True)
class Clause:
    """What one clause wants, and what is done instead where no program can do it."""

    id: str
    title: str
    instead: str = ""


def clauses() -> list[Clause]:
    """The table, in its order."""
    found: list[Clause] = []
    for line in (HERE / "clauses.txt").read_text("utf-8").splitlines():
        known = _LINE.fullmatch(line)
        if known:
            found.append(Clause(known[1], known[2]))
        elif line.startswith("  = "):
            last = found.pop()
            found.append(Clause(last.id, last.title, line.removeprefix("  = ")))
        elif line and not line.startswith("#"):
            raise ValueError(f"clauses.txt: {line!r} is neither a clause nor what is done instead")
    return found


def exercised() -> dict[str, list[str]]:
    """Each id, and the stories and tests that name it."""
    where: dict[str, list[str]] = defaultdict(list)
    for place, words in (*_stories(), *_tests()):
        for clause in dict.fromkeys(ID.findall(words)):
            where[clause].append(place)
    return where


def _stories() -> Iterator[tuple[str, str]]:
    for file in sorted((HERE / "stories").glob("*.story")):
        lines = file.read_text("utf-8").splitlines()
        yield file.stem, "\n".join(line for line in lines if line.startswith("#"))


def _tests() -> Iterator[tuple[str, str]]:
    for file in sorted(HERE.rglob("test_*.py")):
        source = file.read_text("utf-8")
        comments = dict(_comments(source))
        for node in ast.walk(ast.parse(source)):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if node.name.startswith("test_"):
                first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
                lines = range(first, (node.end_lineno or first) + 1)
                inside = [comments[n] for n in lines if n in comments]
                words = [ast.get_docstring(node) or "", *inside]
                yield f"{file.name}::{node.name}", "\n".join(words)


def _comments(source: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def report() -> str:
    """A line for each clause: where it is exercised, or that it is nowhere."""
    where = exercised()
    made: list[str] = []
    for clause in clauses():
        places = where.get(clause.id, [])
        made.append(f"{clause.id:6} {clause.title}: {', '.join(places) or 'NOWHERE'}")
        if clause.instead:
            made.append(f"       instead: {clause.instead}")
    without = [c.id for c in clauses() if not where.get(c.id)]
    made.append(
        f"{len(clauses()) - len(without)} of {len(clauses())} exercised; without: {without}"
    )
    return "\n".join(made)


if __name__ == "__main__":
    print(report())
