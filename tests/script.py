"""A .story file read into values: the committee, the steps, and what each step expects.

The grammar is in README.md beside this file; whatever does not fit it is an error with file and
line. Not here: playing a story (story.py).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Literal, NoReturn

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HOWS = {"unproven", "failing", "automatic", "spam", "new id", "html",
        "list", "munging list"}  # fmt: skip

_WHEN = re.compile(r"(?:(?P<day>[A-Z][a-z]{2})(?: (?P<date>\d{1,2}))? (?P<clock>\d\d:\d\d) +)?(.*)")
_SAYS = re.compile(
    r"(?P<who>[A-Z][\w-]*)(?: \((?P<how>[^)]*)\))? "
    r"(?:(?P<verb>writes|bounces|answers|sends the same again)"
    r"(?: (?P<template>[a-z-]+))?(?: of <(?P<case>[a-z]+)>)?(?: to (?P<to>\S+@\S+?))?)"
    r"(?:: (?P<words>.*))?"
)
_HOP = re.compile(r"the next hop (?P<ruling>takes|defers|refuses) (?P<who>.+)")
_DOWN = re.compile(r"the daemon is down for (?P<n>\d+) (?P<unit>minutes|hours|days|weeks)")
_NEVER = re.compile(r"never to (?P<who>[^:]+): (?P<words>.+)")
_SILENT = re.compile(r"nothing more to (?P<who>.+)")
_EXPECT = re.compile(r"(?P<who>.+?) gets? (?P<what>nothing|anything|[a-z-]+)(?P<rest>.*)")
_CLAUSE = re.compile(
    r' (?:(?P<n>\d+) times|(?P<kind>with|without|subject|called)(?P<q>(?: "[^"]*")+))'
)
_QUOTED = re.compile(r'"([^"]*)"')

Kind = Literal["says", "passes", "hop", "down", "never", "silent"]


class StoryError(Exception):
    """A line that does not fit the grammar."""


@dataclass(frozen=True)
class Expected:
    """One `=>` line."""

    line: int
    text: str
    who: tuple[str, ...]  # () with what="else": nobody else gets anything
    what: str  # a template, "nothing", "anything" or "else"
    times: int = 0  # 0: at least once
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    called: str = ""


@dataclass
class Step:
    """Something happens, and what must follow."""

    line: int
    text: str
    kind: Kind
    day: str = ""
    date: int = 0
    clock: str = ""
    who: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    verb: str = ""
    template: str = ""
    case: str = ""
    to: str = ""
    words: str = ""
    ruling: str = ""
    span: timedelta = timedelta(0)
    body: list[str] = field(default_factory=list)
    files: list[tuple[str, str, bytes]] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)


@dataclass
class Script:
    """A whole story."""

    file: Path
    title: str = ""
    procedure: str = ""
    members: list[str] = field(default_factory=list)
    chair: str = ""
    advisers: list[str] = field(default_factory=list)
    alternates: list[str] = field(default_factory=list)
    screeners: list[str] = field(default_factory=list)
    outside: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    council: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)  # who joins while the story goes on
    spaces: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def read(file: Path) -> Script:
    """Read a story. Raises StoryError with file and line."""
    script = Script(file)
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        try:
            _line(script, number, line.rstrip())
        except StoryError as wrong:
            raise StoryError(f"{file.name}:{number}: {wrong}") from None
    if not script.title or not script.procedure or not script.steps:
        raise StoryError(f"{file.name}: a story has a title, a committee and steps")
    return script


def _line(script: Script, number: int, line: str) -> None:
    if not line.strip():
        return
    if line.startswith("#"):
        script.title = script.title or line.lstrip("# ")
        return
    if line[0] == " ":
        _below(script, number, line.strip())
        return
    key, _, value = line.partition(": ")
    if key in _HEAD and not script.steps:
        _HEAD[key](script, value.strip())
        return
    script.steps.append(_step(number, line))


def _wrong(why: str) -> NoReturn:
    raise StoryError(why)


# -- the head -------------------------------------------------------------------------------------


def _committee(script: Script, value: str) -> None:
    procedure, *rest = (part.strip() for part in value.split(";"))
    script.procedure = procedure
    for part in rest:
        word, _, names = part.partition(" ")
        if word in ("adviser", "advisers"):
            script.advisers = _names(names)
        elif word in ("alternate", "alternates"):
            script.alternates = _names(names)
        elif word in ("screener", "screeners"):
            script.screeners = _names(names)
        else:
            for name in part.split(","):
                first = name.split()[0]
                script.members.append(first)
                if "(chair)" in name:
                    script.chair = first
    script.chair = script.chair or script.members[0]


def _outside(script: Script, value: str) -> None:
    for one in value.split(";"):
        addresses = tuple(re.findall(r"<([^>]+)>", one))
        name = one.partition("<")[0].strip()
        if not addresses or not name:
            _wrong("outside: Full Name <address>; Full Name <address> <second address>")
        script.outside[name.split()[0]] = (name, addresses)


def _known(script: Script, value: str) -> None:
    who, _, handles = value.partition("=")
    script.known[who.strip()] = handles.strip()


def _space(script: Script, value: str) -> None:
    space, *offices = (part.strip() for part in value.split(";"))
    keepers: dict[str, list[str]] = {"moderators": [], "administrators": [], "delegates": []}
    for part in offices:
        office, _, people = part.partition(" ")
        if office not in keepers:
            _wrong("space: ID; moderators Max, Mia; administrators Pat; delegates Ola")
        keepers[office] = _names(people)
    script.spaces[space] = keepers


_HEAD: dict[str, Callable[[Script, str], None]] = {
    "committee": _committee,
    "outside": _outside,
    "known": _known,
    "council": lambda script, value: script.council.extend(_names(value)),
    "later": lambda script, value: script.later.extend(_names(value)),
    "space": _space,
    "rule": lambda script, value: script.rules.append(value),
    "limit": lambda script, value: script.limits.append(value),
}


def _names(text: str) -> list[str]:
    return [n for n in re.split(r", | and |,", text.strip()) if n]


# -- steps ----------------------------------------------------------------------------------------


def _step(number: int, line: str) -> Step:
    when = _WHEN.fullmatch(line)
    assert when is not None
    said = when[4].strip()
    day, date, clock = when["day"] or "", int(when["date"] or 0), when["clock"] or ""
    if clock and day not in DAYS:
        _wrong(f"a day is one of {', '.join(DAYS)}")
    step = Step(number, line, "says", day, date, clock)
    if said == "time passes":
        step.kind = "passes"
    elif found := _HOP.fullmatch(said):
        step.kind, step.ruling, step.who = "hop", found["ruling"], tuple(_names(found["who"]))
    elif found := _DOWN.fullmatch(said):
        step.kind, step.span = "down", timedelta(**{found["unit"]: int(found["n"])})
    elif found := _NEVER.fullmatch(said):
        step.kind, step.who = "never", tuple(_names(found["who"]))
        step.words = found["words"]
    elif found := _SILENT.fullmatch(said):
        step.kind, step.who = "silent", tuple(_names(found["who"]))
    elif found := _SAYS.fullmatch(said):
        step.who, step.verb = (found["who"],), found["verb"]
        step.how = tuple(h.strip() for h in (found["how"] or "").split(",") if h.strip())
        step.template, step.case = found["template"] or "", found["case"] or ""
        step.to, step.words = found["to"] or "", found["words"] or ""
        known = ("from ", "cc ", "for ")
        strange = [h for h in step.how if h not in HOWS and not h.startswith(known)]
        if strange:
            _wrong(f"{strange[0]!r} is none of {', '.join(sorted(HOWS))}, from or cc ADDRESS")
        if (step.verb in ("answers", "bounces")) != bool(step.template):
            _wrong("answers and bounces name the letter, the others do not")
    else:
        _wrong(f"nobody knows how to play {said!r}")
    return step


def quoted(text: str) -> tuple[str, ...]:
    """Everything in double quotes."""
    return tuple(_QUOTED.findall(text))


def _below(script: Script, number: int, line: str) -> None:
    if not script.steps:
        _wrong("nothing has happened yet")
    step = script.steps[-1]
    if line.startswith("=>"):
        step.expected.append(_expected(number, line[2:].strip()))
    elif line.startswith("|"):
        if step.expected:
            _wrong("the words of a mail stand before what is expected of it")
        step.body.append(line[2:])
    elif line.startswith("+"):
        name, kind = line[1:].split()
        step.files.append((name, kind, f"the content of {name}".encode()))
    elif not line.startswith("#"):
        _wrong("below a step stand lines with |, + or =>")


def _expected(number: int, said: str) -> Expected:
    if said == "nobody else gets anything":
        return Expected(number, said, (), "else")
    found = _EXPECT.fullmatch(said)
    if found is None:
        _wrong("=> NAMES get TEMPLATE ..., => nobody gets ..., => nobody else gets anything")
    having: list[str] = []
    lacking: list[str] = []
    subject: list[str] = []
    times, called, at = 0, "", 0
    rest = found["rest"]
    while at < len(rest):
        clause = _CLAUSE.match(rest, at)
        if clause is None:
            _wrong(f"{rest[at:]!r}: with, without, subject, called and words in quotes; n times")
        at = clause.end()
        words = quoted(clause["q"] or "")
        match clause["kind"]:
            case "with":
                having += words
            case "without":
                lacking += words
            case "subject":
                subject += words
            case "called":
                called = words[0]
            case _:
                times = int(clause["n"])
    who = tuple(_names(found["who"]))
    return Expected(
        number, said, who, found["what"], times, tuple(having), tuple(lacking), tuple(subject),
        called,
    )  # fmt: skip
