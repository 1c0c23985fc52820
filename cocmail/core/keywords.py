"""What a member's mail says: commands, near misses, talk, or a recusal (product.md 5 and 6).

`read` gets the text above quote and signature and the shapes of the verbs. The lines, from the
top:

    greeting, blanks     one greeting line may come first
    the block            commands and # comments; ends at a blank line, "--", the first line that
                         is no command, or below a verb that takes the text below
    the rest             talk; a line in it that would be a command is reported in `later`

A recusal goes before all this, because it destroys every other word. Time is linear in the text.

Not here: how one line is read (core/grammar.py), which verbs exist (core/commands), whether they
may run (core/decide.py), how quote and signature are cut off (mail/replies.py).
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from cocmail.core.grammar import (
    CODE,
    DATE,
    ID,
    NAME,
    Asked,
    Grammar,
    N,
    Shape,
    command,
    grammar_of,
    near_miss,
    shape,
    text_below,
)
from cocmail.core.typed import EDGE, is_greeting, quoted

__all__ = ["CODE", "DATE", "ID", "NAME", "Asked", "Line", "N", "Reading", "Shape", "read", "shape"]


@dataclass(frozen=True, slots=True)
class Line:
    """One command as a member wrote it."""

    verb: str
    echo: str  # the line as written, trimmed
    arguments: Mapping[str, str]  # the pattern's named groups that were there
    labels: Mapping[str, str]  # text below by label, as written; of PROPOSE also unlabelled text
    text: str  # unlabelled text below
    reason: str  # the comments that follow it; of the first line also those before


@dataclass(frozen=True, slots=True)
class Reading:
    """A mail taken apart. The caller runs all of `lines` or, with anything in `near`, none."""

    lines: tuple[Line, ...]
    talk: str
    near: tuple[tuple[str, str], ...]  # (the line as written, the line that would work)
    later: tuple[str, ...]  # would be commands, but further down: not run
    recuse: Literal["", "alone", "with-words"]
    greeting: bool


_MANY = 20  # near misses; a mail with more is prose in capitals
_NOTHING = Reading((), "", (), (), "", False)


def read(
    own: str,
    shapes: Mapping[str, Shape],
    *,
    names: Collection[str] = (),
    question: bool = False,
    asked: Asked = "",
) -> Reading:
    """Read a member's own words; never raises.

    `shapes` by verb; `names` of the roster, folded by `fold_name`; `question`: the mail answers a
    conflict question; `asked`: what kind of mail of ours it replies to.
    """
    grammar = grammar_of(shapes, names, question, asked)
    # Only LF ends a line: any other break inside a quoted line must not start a new one.
    lines = own.replace("\r\n", "\n").split("\n")
    first = _content(lines, 0)
    greeting = first < len(lines) and is_greeting(lines[first])
    start = _content(lines, first + 1) if greeting else first
    block = _block(lines, start, grammar)
    match _recusal(lines, start, block.end, grammar):
        case "alone":
            return replace(
                _NOTHING, lines=(Line("RECUSE", "RECUSE", {}, {}, "", ""),), recuse="alone"
            )
        case "with-words":
            return replace(_NOTHING, recuse="with-words")
    kept = block.kept + ([] if block.taken else lines[block.end + block.stop :])
    talk = "\n".join(kept).strip()
    if not block.lines and not block.near:
        talk = own.strip()
    elif greeting and talk:
        talk = f"{lines[first].strip()}\n\n{talk}"
    later = tuple(line.strip(EDGE) for line in lines[block.end :] if _would_run(line, grammar))
    return Reading(_with_reasons(block), talk, tuple(block.near), later, "", greeting)


def _blank(line: str) -> bool:
    return not line.strip(EDGE)


def _content(lines: Sequence[str], index: int) -> int:
    """Return the index of the first line from `index` on that is not blank."""
    return next((i for i in range(index, len(lines)) if not _blank(lines[i])), len(lines))


@dataclass(slots=True)
class _Block:
    """The top block as it is found, line by line."""

    end: int  # the first line that is not of it
    lines: list[Line] = field(default_factory=list)
    near: list[tuple[str, str]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # near misses that may be talk as well
    comments: list[tuple[int, str]] = field(default_factory=list)  # (command's index, words)
    taken: bool = False  # the text below belongs to the last command
    stop: int = 0  # 1 when a line "--" stands at `end`


def _block(lines: Sequence[str], start: int, grammar: Grammar) -> _Block:
    block = _Block(start)
    alone = _content(lines, start + 1) == len(lines)
    for index in range(start, len(lines)):
        line = lines[index]
        block.end = index
        if _blank(line) and not block.lines and not block.near:
            continue
        if _blank(line):
            return block
        if re.fullmatch(r"-{2,}|[–—]", line.strip(EDGE)):
            block.stop = 1
            return block
        if line.strip(EDGE).startswith("#"):
            words = line.strip(EDGE).lstrip("#").strip()
            block.comments.append((max(len(block.lines) - 1, 0), words))
        elif found := command(line, grammar):
            block.taken = found.shape.below or bool(found.shape.labels)
            text = [found.opening, *lines[index + 1 :]]
            labels, free = text_below(found.shape, text) if block.taken else ({}, "")
            echo = line.strip(EDGE)
            block.lines.append(Line(found.shape.verb, echo, found.arguments, labels, free, ""))
            if block.taken:
                block.end = index + 1
                return block
        elif len(block.near) < _MANY and (miss := near_miss(line, grammar, alone=alone)):
            block.near.append((line.strip(EDGE), miss[0]))
            if miss[1]:
                block.kept.append(line)
        else:
            return block
    block.end = len(lines)
    return block


def _with_reasons(block: _Block) -> tuple[Line, ...]:
    """Give each command the comments below it, the first one also those above."""
    reasons: dict[int, list[str]] = {}
    for index, words in block.comments:
        reasons.setdefault(index, []).append(words)
    return tuple(
        replace(line, reason="\n".join(reasons.get(index, ())).strip())
        for index, line in enumerate(block.lines)
    )


def _would_run(line: str, grammar: Grammar) -> bool:
    """Say whether a line below the block looks meant: capitals, or a verb with its arguments."""
    found = command(line, grammar)
    return bool(found and (found.capitals or found.arguments))


# --- recusal ------------------------------------------------------------------------------------


def _recusal(
    lines: Sequence[str], start: int, end: int, grammar: Grammar
) -> Literal["", "alone", "with-words"]:
    """Look for a recusal; `lines[start:end]` is the block.

    On a line of its own it acts, in any case within the block, in capitals anywhere in the first
    paragraph: it acts even beside bad lines. Further down no command runs; but as its neighbours
    may be the reason, nothing is relayed either and the member is asked, as with RECUSE and words.
    """
    spelt = {p for p, known in grammar.phrases.items() if known.verb == "RECUSE"}
    if not spelt or start >= len(lines):
        return ""
    paragraph = next((i for i in range(end, len(lines)) if _blank(lines[i])), len(lines))
    asked = False
    for index in range(start, len(lines)):
        found = None if quoted(lines[index]) else command(lines[index], grammar)
        if found and found.shape.verb == "RECUSE":
            if index < end or (found.capitals and (index < paragraph or grammar.question)):
                return "alone"
            asked = asked or found.capitals
    first = next((i for i in range(start, len(lines)) if not _comment_or_blank(lines[i])), start)
    if not quoted(lines[first]) and _begins(lines[first], spelt, grammar, loud=False):
        return "alone" if grammar.question else "with-words"
    loud = any(_begins(line, spelt, grammar, loud=True) for line in lines[start : end + 1])
    return "with-words" if asked or loud else ""


def _comment_or_blank(line: str) -> bool:
    return _blank(line) or line.strip(EDGE).startswith("#")


def _begins(line: str, spelt: Collection[str], grammar: Grammar, *, loud: bool) -> bool:
    """Say whether a line begins with the word and goes on; `loud`: only typed in capitals."""
    word = re.match(r"\W*([A-Za-z]+)(?![\w-])", line.strip(EDGE))
    if word is None or quoted(line) or word[1].upper() not in spelt:
        return False
    if loud and not word[1].isupper():
        return False
    # CONFLICT STAY is a verb of its own where the procedure has it.
    found = command(line, grammar)
    return found is None or found.shape.verb == "RECUSE"
