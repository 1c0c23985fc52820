"""How one line is read: as a command, as nearly one, as a greeting, as a labelled text.

Whole lines decide: prose that merely starts with a verb stays prose (product.md 6). The registry
of verbs is an argument, a `Shape` each.

Not here: what clients do to a typed line (core/typed.py); which line of a mail may be a command at
all, and what becomes of the rest (core/keywords.py); which verbs exist (core/commands).
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from cocmail.core.people import fold, fold_name
from cocmail.core.typed import BULLET, EDGE, PLAIN, is_greeting, plain, quoted, undressed, unwrap

Asked = Literal["", "ballot", "confirmation", "question"]


@dataclass(frozen=True, slots=True)
class Shape:
    """How one verb is written."""

    verb: str  # capitals; may be several words, "CONFLICT STAY"
    pattern: re.Pattern[str] | None  # all of the line after the verb; None: nothing may follow
    labels: tuple[str, ...] = ()  # labelled text below; it ends the block
    below: bool = False  # free text below, even without labels
    prose_risk: bool = False  # "Note that ...": a command only when unmistakable
    aliases: tuple[str, ...] = ()
    form: str = ""  # the correct line, for suggestions; "" is the verb alone


# --- how a verb is written ----------------------------------------------------------------------

# Words that no name begins or goes on with when they are in small letters: with them a line is
# prose, "Clear enough to me", "Close the door".
_PROSE = (
    r"a|about|again|all|also|am|an|and|any|are|as|at|be|been|but|by|can|could|day|did|do|does|"
    r"down|enough|every|everyone|everything|few|for|from|had|has|have|he|her|here|him|his|how|"
    r"i|if|in|is|it|its|just|later|me|more|my|no|nobody|not|nothing|now|of|off|on|one|or|our|"
    r"out|over|please|quite|really|she|should|so|some|soon|sure|thank|thanks|that|the|their|"
    r"them|then|there|these|they|this|those|time|to|today|tomorrow|tonight|too|up|us|very|was|"
    r"we|well|were|what|when|where|which|who|why|with|without|would|yes|yet|you|your"
)
_NO_PROSE = rf"(?!(?-i:{_PROSE})(?![\w'-]))"
_WORD = rf"{_NO_PROSE}@?[^\W_][\w'.-]*"

ID = r"(?-i:(?=[A-Za-z]{0,3}[2-9])[A-Za-z2-9]{4})"  # of drafts, ballots, admissions: "3F7K"
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
NAME = rf"{_WORD}(?: {_WORD}){{0,4}}(?<!\.)"  # up to five words
CODE = rf"{_NO_PROSE}(?-i:[A-Za-z]+) {_NO_PROSE}(?-i:[A-Za-z]+)"  # of a case: "home shelf"
N = r"[0-9]{1,6}"
_MACROS = {"ID": ID, "DATE": DATE, "NAME": NAME, "CODE": CODE, "N": N}
_MACRO = re.compile(r"\{(ID|DATE|NAME|CODE|N)(?::([a-z]+))?\}")

# Groups with these names hold a sentence: beside a verb in small letters that is prose.
_SENTENCES = ("text", "why", "reason")


def shape(
    verb: str,
    pattern: str | None = None,
    *,
    labels: tuple[str, ...] = (),
    below: bool = False,
    prose_risk: bool = False,
    aliases: tuple[str, ...] = (),
    form: str = "",
) -> Shape:
    """Make a shape. `{NAME}` in the pattern is the group `name`, `{CODE:into}` the group `into`.

    The pattern sees single spaces, straight quotes and plain hyphens, in any case. A group called
    `name` is held to be a person; `text`, `why` and `reason` hold sentences.
    """
    compiled = None
    if pattern is not None:
        groups = _MACRO.sub(lambda m: f"(?P<{m[2] or m[1].lower()}>{_MACROS[m[1]]})", pattern)
        compiled = re.compile(groups, re.IGNORECASE)
    return Shape(verb, compiled, labels, below, prose_risk, aliases, form)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The verbs of one reading, and what the mail answers."""

    phrases: Mapping[str, Shape]  # verbs and aliases
    names: frozenset[str]
    asked: Asked
    question: bool


# product.md 6 and A20; a registry that has the alias as a verb of its own wins.
_ALIASES = {"CONFLICT": "RECUSE", "RECLUSE": "RECUSE", "NO CONFLICT": "CLEAR"}


def grammar_of(
    shapes: Mapping[str, Shape], names: Collection[str], question: bool, asked: Asked
) -> Grammar:
    phrases = {alias: shapes[verb] for alias, verb in _ALIASES.items() if verb in shapes}
    for known in shapes.values():
        phrases.update(dict.fromkeys(known.aliases, known))
    phrases.update({known.verb: known for known in shapes.values()})
    every = frozenset(names) | {word for name in names for word in name.split()}
    return Grammar(phrases, every, asked, question or asked == "question")


# --- one line -----------------------------------------------------------------------------------

_STOPS = " .!"


@dataclass(frozen=True, slots=True)
class Command:
    """A line that is a command."""

    shape: Shape
    arguments: Mapping[str, str]
    opening: str  # text that begins on the verb's line
    capitals: bool  # the verb was typed in capitals


@dataclass(frozen=True, slots=True)
class _Said:
    """A line whose first words are a verb."""

    shape: Shape
    capitals: bool
    small: bool
    colon: bool
    rest: str


def _said(plain: str, grammar: Grammar) -> _Said | None:
    """Split off the longest verb at the start, an optional colon behind it."""
    words = plain.split(" ", 3)
    for count in range(min(3, len(words)), 0, -1):
        last, colon, stuck = words[count - 1].partition(":")
        typed = " ".join([*words[: count - 1], last])
        # Only ASCII: capitals of other letters may fall on a verb.
        known = grammar.phrases.get(typed.upper()) if typed.isascii() else None
        if known:
            rest = " ".join([stuck, *words[count:]]).strip()
            return _Said(known, typed.isupper(), typed.islower(), bool(colon), rest)
    return None


def _fits(known: Shape, rest: str) -> dict[str, str] | None:
    """Match all that follows the verb; None when it does not fit."""
    if known.pattern is None:
        return None if rest else {}
    match = known.pattern.fullmatch(rest)
    found = match.groupdict() if match else {}
    return {k: v.strip() for k, v in found.items() if v} if match else None


def _opening(said: _Said) -> tuple[dict[str, str], str] | None:
    """Find text that begins on the verb's line: a label, or in capitals three words or more."""
    if not (said.shape.labels or said.shape.below):
        return None
    words = said.rest.split(" ", 4)
    loud: tuple[dict[str, str], str] | None = None
    for count in range(min(4, len(words) - 1), -1, -1):
        arguments = _fits(said.shape, " ".join(words[:count]))
        tail = " ".join(words[count:])
        if arguments is not None and _label(said.shape, tail):
            return arguments, tail
        if arguments is not None and (said.capitals or said.colon) and len(tail.split()) >= 3:
            loud = loud or (arguments, tail)
    return loud


def _meant(said: _Said, arguments: Mapping[str, str], grammar: Grammar) -> bool:
    """Say whether a line that fits is a command and not a sentence that happens to fit."""
    if said.shape.verb in ("YES", "NO"):
        # Without a question of ours they are talk, to a conflict question they are asked back.
        return grammar.asked == "confirmation" or (said.capitals and not grammar.question)
    if said.capitals or said.colon or not said.rest or said.shape.verb == "OBJECT":
        return True
    name = arguments.get("name", "")
    spelt = name.split()
    proper = all(word.lstrip("@")[:1].isupper() for word in spelt)
    if said.shape.prose_risk:
        full = bool(name) and proper and (len(spelt) > 1 or name == "UNKNOWN")
        return full or re.match(DATE, said.rest) is not None
    if any(arguments.get(group) for group in _SENTENCES):
        return False
    known = grammar.question or fold_name(name) in grammar.names
    return not name or proper or known or (said.small and len(spelt) <= 3)


def command(line: str, grammar: Grammar) -> Command | None:
    """Read one line as a command; None when it is none. A quoted line never is."""
    if quoted(line):
        return None
    for words in _wordings(plain(line), grammar):
        said = _said(words, grammar)
        if said is None:
            continue
        fitting = _fits(said.shape, said.rest)
        opened = _opening(said)
        if fitting is not None and not (opened and _label(said.shape, opened[1])):
            opened = fitting, ""
        arguments, tail = opened or (None, "")
        if arguments is not None and _meant(said, arguments, grammar):
            return Command(said.shape, arguments, tail, said.capitals)
    return None


def _wordings(plain: str, grammar: Grammar) -> Iterator[str]:
    """Offer the line as it stands, then without its full stop; "Yes" to a ballot is a vote."""
    bare = unwrap(plain.rstrip(_STOPS)).rstrip(_STOPS)
    if grammar.asked == "ballot" and re.match(r"(?:yes|no)(?: |$)", bare, re.IGNORECASE):
        yield f"VOTE {bare}"
    yield plain
    yield bare


# --- near misses --------------------------------------------------------------------------------

# Capitals that people use in ordinary talk.
_ORDINARY = re.compile(
    r"FYI|ASAP|LOL|IMHO|IMO|PS|TLDR|TL;DR|BTW|ETA|TBD|TBA|OMG|WTF|RIP|NB|RSVP|EOM|AFAIK|IIRC|"
    r"AFK|OOO|OK|OKAY|HI|HEY|HELLO|DEAR|ALL|THANKS|THX|TIA|CHEERS|BYE|REGARDS|SORRY|PLEASE|"
    r"WELL|WOW"
)


def near_miss(line: str, grammar: Grammar, *, alone: bool) -> tuple[str, bool] | None:
    """Return the line that would work and whether the words may be talk as well, or None.

    `alone`: nothing else stands in the mail. Only then is prose with a verb's grammar asked about.
    """
    typed = unwrap(plain(line).rstrip(_STOPS)).rstrip(_STOPS)
    first, _, rest = typed.partition(" ")
    if not typed or quoted(line) or is_greeting(line) or fold_name(typed) in grammar.names:
        return None
    if grammar.question and first.strip(",;:-").lower() in ("yes", "no"):
        return "CLEAR or RECUSE", False
    said = _said(typed, grammar)
    if said:
        return _half_said(said, alone=alone)
    dressed = undressed(line)
    if dressed and (found := command(dressed, grammar)) and (found.capitals or found.arguments):
        return plain(dressed), True
    if fold_name(first) in grammar.names or _ORDINARY.fullmatch(first.upper()):
        return None
    capitals = first.isupper() and len(first) > 2
    slip = _slip(first.rstrip(":"), grammar, shortest=4 if capitals else 5)
    if slip and not rest:
        return _form(slip, ""), not capitals and slip.verb != "RECUSE"
    fitting = _fits(slip, rest) if slip else None
    if slip and (
        capitals or (fitting and _meant(_Said(slip, False, False, False, rest), fitting, grammar))
    ):
        return _form(slip, rest), False
    return ("HELP", False) if capitals and not rest and first.isalpha() else None


def _half_said(said: _Said, *, alone: bool) -> tuple[str, bool] | None:
    """A known verb whose line does not fit, or fits and may be prose."""
    short = len(said.shape.verb) < 3
    if said.capitals and (not short or re.fullmatch(r"\w*[0-9]\w*", said.rest)):
        return _form(said.shape, said.rest), False
    if said.capitals or short:
        return None
    if not said.rest and len(said.shape.verb) >= 5:
        return _form(said.shape, ""), True
    if alone and said.rest and _fits(said.shape, said.rest) is not None:
        return _form(said.shape, said.rest), True
    return None


def _form(known: Shape, rest: str) -> str:
    """Write the line that would work: the member's own arguments when they fit."""
    for words in (rest, rest.rstrip(" ,;:?-")):
        if _fits(known, words) is not None:
            return f"{known.verb} {words}".strip()
    return known.form or known.verb


def _slip(word: str, grammar: Grammar, *, shortest: int) -> Shape | None:
    """Find the verb that is one slip of the finger away, look-alike letters folded."""
    if len(word) > 24:
        return None
    typed = fold(word).upper()
    near = (
        known
        for phrase, known in grammar.phrases.items()
        if len(phrase) >= shortest and one_edit(typed, phrase)
    )
    return next(near, None)


def one_edit(one: str, other: str) -> bool:
    """Say whether two words differ by one letter at most: wrong, missing, added, swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) < len(other):
        one, other = other, one
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other)
    )
    rest, others = one[start:], other[start:]
    if len(one) > len(other):
        return rest[1:] == others
    swapped = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] == others[1:]


# --- labels -------------------------------------------------------------------------------------


def _label(known: Shape, line: str) -> tuple[str, str] | None:
    """Split a label off a line. Capitals need no colon, other cases do (product.md 6)."""
    written = line.strip(EDGE)
    listed = BULLET.match(written)
    if listed and written[listed.end() :].lstrip("*_")[:1].isupper():
        written = written[listed.end() :]
    for label in known.labels:
        spelt = re.escape(label).replace(r"\-", r"[\s-]?").replace("BEHAVIOUR", "BEHAVIOU?R")
        end = r"[*_]{0,2}\s*:[*_]{0,2}|[*_]{0,2}(?=\s|$)"
        pattern = rf"[*_]{{0,2}}({spelt})({end})\s*"
        found = re.match(pattern, written.translate(PLAIN), re.IGNORECASE)
        if found and (":" in found[2] or found[1].isupper()):
            return label, written[found.end() :]
    return None


def text_below(known: Shape, lines: Sequence[str]) -> tuple[dict[str, str], str]:
    """Sort the text below a verb by its labels; what comes before any label is free text."""
    parts: dict[str, list[str]] = {}
    current = "" if known.below else known.labels[0]
    for line in lines:
        found = None if quoted(line) else _label(known, line)
        if found:
            current, line = found
        parts.setdefault(current, []).append(line)
    texts = {label: "\n".join(part).strip() for label, part in parts.items()}
    text = texts.pop("", "")
    return {label: words for label, words in texts.items() if words}, text
