"""The text of a reply: what this person wrote, and what their mail program put around it.

`split` divides a text line by line, in linear time, in whatever style the mail was written. Here
live also the narrower cuts: the words that count for matching names (`own_words`) and a text
without its signature. Nothing is decided about commands here: they stand in the top block and are
read by the core. The patterns live in marks.py, HTML in html.py.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cocmail.mail import marks
from cocmail.mail.armour import unarmoured

MAX_RECOGNISED = 400  # characters; a longer line is nobody's mark
ATTRIBUTION_LINES = 4  # mail programs wrap "On ... wrote:" at 72 to 78 columns
HEADER_LINES = 8  # within which the fields of a quoted header stand
SIGN_OFF_LINES = 6
TOP_LINES = 12  # within which a gateway's banner ends
WRAPPED = 60  # characters; a line as long as this may go on below

OWN, QUOTE, BLANK, OTHER = "own", "quote", "blank", "other"


@dataclass(frozen=True, slots=True)
class Reply:
    """`own` is what this person wrote, with the quotes between own lines; `tail` all the rest:
    signature, attribution lines, trailing quote, forwarded header and what stands below it."""

    own: str
    tail: str


@lru_cache(maxsize=4)  # one text is asked for several times while its mail is taken in
def split(text: str) -> Reply:
    """Divide a text into own words and the rest. Every line that is not blank is in one of them.

    A quote above the first own line is kept when more quotes stand between own lines: then the
    answers are interleaved and it belongs to the first of them.
    """
    lines = _lines(unarmoured(text))
    kinds = _kinds(lines)
    written = [at for at, kind in enumerate(kinds) if kind == OWN]
    if not written:
        return Reply("", "\n".join(lines).strip("\n"))
    first, last = written[0], written[-1]
    if QUOTE in kinds[first:last]:
        quoted = (at for at, kind in enumerate(kinds) if kind == QUOTE and _is_quoted(lines[at]))
        first = min(next(quoted, first), first)
    own = [line for at, line in enumerate(lines) if first <= at <= last and kinds[at] != OTHER]
    tail = [line for at, line in enumerate(lines) if not first <= at <= last or kinds[at] == OTHER]
    return Reply("\n".join(own).strip("\n"), "\n".join(tail).strip("\n"))


def begins_below(text: str) -> bool:
    """Whether a quote stands above the first line that this person wrote."""
    kinds = _kinds(_lines(unarmoured(text)))
    first = next((at for at, kind in enumerate(kinds) if kind == OWN), len(kinds))
    return QUOTE in kinds[:first]


def own_words(text: str) -> str:
    """Own text without quoted lines, greeting line and signature, to look for given names.

    A name alone on a line stays, unless a parting word ("Best,") stands above it: "It was / Ana"
    must be found, and a false alarm is undone by a person.
    """
    lines = [line for line in split(text).own.split("\n") if not _is_quoted(line)]
    lines = lines[: _parting(lines)]
    first = next((at for at, line in enumerate(lines) if line.strip()), -1)
    if first >= 0:
        lines[first] = lines[first].strip()[_salutation(lines[first]) :].lstrip()
    return "\n".join(lines).strip("\n")


def without_signature(text: str) -> str:
    """The text without signature, "Sent from my ..." line, parting words and closing name.

    Quotes stay. For showing a report whose writer is not to be named.
    """
    lines = _lines(text)
    kinds = _kinds(lines)
    kept: list[str] = []
    signature = False
    for line, kind in zip(lines, kinds, strict=True):
        if marks.SIGNATURE.match(line):
            signature = True
        elif kind == QUOTE or (kind == OTHER and _ends_signature(line)):
            signature = False
        if not signature and not _is_footer(line):
            kept.append(line)
    written = [at for at, line in enumerate(kept) if line.strip() and not _is_quoted(line)]
    own_end = written[-1] + 1 if written else 0
    own, below = kept[:own_end], kept[own_end:]
    own = own[: _parting(own)]
    last = _last_written(own)
    # A lone name below a blank line is how most people sign.
    if last > 0 and not own[last - 1].strip() and marks.NAME_LINE.match(own[last].strip()):
        own = own[:last]
    return "\n".join((*own, *below)).strip("\n")


def _lines(text: str) -> list[str]:
    return [line.rstrip("\r") for line in text.split("\n")]


def _kinds(lines: Sequence[str]) -> list[str]:
    """What each line is: own, quote, blank, or other (a mark, a signature, below a mark)."""
    lines = _cited([marks.TURNING.sub("", line) for line in lines])
    kinds = [QUOTE if _is_quoted(x) else OWN if x.strip() else BLANK for x in lines]
    above = _banner(lines)
    kinds[:above] = [OTHER] * above
    signature = False
    for at, line in enumerate(lines[above:], above):
        if kinds[at] == QUOTE:
            signature = False
            if _points(line):
                return kinds[:at] + [OTHER] * (len(lines) - at)
            continue
        if not line.strip() or len(line) > MAX_RECOGNISED:
            kinds[at] = OTHER if signature else kinds[at]
            continue
        if (
            marks.UNDERSCORES.match(line)
            and OWN not in kinds[:at]
            and _fields_below(lines, at + 1, 4) < 2
        ):
            kinds[at] = OTHER  # a rule above everything ends nothing
            continue
        if _ends_all(lines, at):
            return kinds[:at] + [OTHER] * (len(lines) - at)
        size = _attribution(lines, kinds, at) or _bare_attribution(lines, at)
        above = at - size + 1
        if size and _quote_follows(lines, at):
            # With an address it is always cut (D-19); without one it goes where its quote goes.
            named = any(map(_holds_address, lines[above : at + 1]))
            kinds[above : at + 1] = [OTHER if named else QUOTE] * size
            signature = False
        elif size and _is_from_a_program(" ".join(lines[above : at + 1])):
            return kinds[:above] + [OTHER] * (len(lines) - above)
        elif signature or marks.SIGNATURE.match(line):
            signature = True
            kinds[at] = OTHER
        elif _is_footer(line):
            kinds[at] = OTHER
    return kinds


def _cited(lines: list[str]) -> list[str]:
    """The lines, those quoted with their writer's initials ("EP> ") marked as any quote is.

    Only below a line that says who wrote when: a prompt in somebody's log looks the same.
    """
    said = -ATTRIBUTION_LINES  # where such a line last stood
    for at, line in enumerate(lines):
        if len(line) > MAX_RECOGNISED or not line.strip():
            continue
        found = marks.CITED.match(line)
        if found and said >= 0:
            lines[at] = f"> {line[found.end() :]}"
        elif marks.ATTRIBUTION_END.search(line[-20:]):
            said = at if marks.WROTE.search(line) or _is_from_a_program(line) else said
        elif at - said > ATTRIBUTION_LINES and lines[at - 1][:1] != ">":
            said = -ATTRIBUTION_LINES
    return lines


def _banner(lines: Sequence[str]) -> int:
    """How many lines at the top a company's gateway put above the reply, with its rules."""
    at, end = 0, 0
    while at < min(len(lines), TOP_LINES):
        line = re.sub(r"^[ >]{0,6}", "", lines[at])[:MAX_RECOGNISED]
        if marks.BANNER.match(line):
            while len(line) >= WRAPPED and at + 1 < len(lines) and lines[at + 1].strip("> \t"):
                at += 1  # the sentence goes on where a line is full
                line = lines[at][:MAX_RECOGNISED]
            end = at + 1
        elif line.strip("| \t") and not marks.RULE.match(line):
            break
        elif end and (marks.RULE.match(line) or lines[at].lstrip().startswith(">")):
            end = at + 1  # the rule below it, or the rest of the box that it stands in
        at += 1
    return end


def _points(line: str) -> bool:
    """GroupWise's ">>> Sam <sam@x.test> 02.03.2026 10:00 >>>"; below it nothing has a mark."""
    moment = marks.TIME.search(line[:MAX_RECOGNISED])
    return bool(moment and len(line) <= MAX_RECOGNISED and marks.POINTED.match(line))


def _is_quoted(line: str) -> bool:
    return line[:4].lstrip(" \t").startswith(">")


def _is_footer(line: str) -> bool:
    if len(line) > MAX_RECOGNISED:
        return False
    line = marks.MARKED_LINK.sub(r"\1", line)
    if not marks.FOOTER.match(line.strip()):
        return False
    return marks.FOOTER_NAMES.search(line) is not None


def _ends_all(lines: Sequence[str], at: int) -> bool:
    """Whether this line begins another mail, so that nothing below it is this person's."""
    line = lines[at]
    if marks.BEGIN_FORWARDED.match(line.strip()):
        return True
    if marks.UNDERSCORES.match(line):
        # A rule above everything ends nothing, unless it is Outlook's above a header.
        return any(map(str.strip, lines[:at])) or _fields_below(lines, at + 1, 4) >= 2
    if line.lstrip().startswith("---"):
        dashed = marks.DASHED.match(line) and _fields_below(lines, at + 1, 4) >= 2
        wrote = marks.DASHES_AROUND.match(line) and (
            _is_from_a_program(line)
            or (_holds_address(line) and _fields_below(lines, at + 1, 4) >= 2)
        )
        return bool(dashed or wrote or marks.ORIGINAL.match(line))
    if marks.RUNNING_ON.search(line) and _is_from_a_program(line):
        return True
    # Two more fields below "From:" make a header; one alone is somebody's list.
    sender = marks.SENDER_FIELD.match(line) or (
        marks.HEADER_FIELD.match(line)
        and any(map(marks.SENDER_FIELD.match, lines[at + 1 : at + 4]))
    )
    return bool(sender) and _fields_below(lines, at + 1, HEADER_LINES) >= 2


def _fields_below(lines: Sequence[str], start: int, count: int) -> int:
    below = lines[start : start + count]
    if below and not below[0].strip():
        below = below[1:]
    fields = 0
    for line in below:
        if not line.strip() and fields:
            break
        fields += bool(marks.HEADER_FIELD.match(line[:MAX_RECOGNISED]))
    return fields


def _attribution(lines: Sequence[str], kinds: Sequence[str], at: int) -> int:
    """How many lines ending at `at` are an attribution ("On ... wrote:"), 0 for none.

    It ends with a colon and holds two of: a moment, an address, a word for writing. "On Monday
    Sam wrote:" in a report is the reporter's own line.
    """
    if not marks.ATTRIBUTION_END.search(lines[at][-20:]):
        return 0
    smallest, joined = 0, ""
    for size in range(1, ATTRIBUTION_LINES + 1):
        above = at - size + 1
        if above < 0 or kinds[above] != OWN or len(lines[above]) > MAX_RECOGNISED:
            break
        joined = f"{lines[above].strip()} {joined}".strip()
        if not _says_who_wrote_when(joined):
            continue
        if marks.OPENER.match(lines[above].strip()):
            return size if _holds_address(joined) else size + _named(lines, kinds, above - 1)
        smallest = smallest or size
    return smallest


def _named(lines: Sequence[str], kinds: Sequence[str], at: int) -> int:
    """1 when this line ends with a name, its address and a day: they stand first in Turkish."""
    if at < 0 or kinds[at] != OWN or len(lines[at]) > MAX_RECOGNISED:
        return 0
    found = marks.BRACKETED_ADDRESS.search(lines[at])
    return int(bool(found and marks.DAY.search(lines[at][-30:])))


def _bare_attribution(lines: Sequence[str], at: int) -> int:
    """1 when this line says "Sam wrote:" right above a quote; then it goes where its quote goes."""
    line = lines[at]
    if not marks.ATTRIBUTION_END.search(line[-20:]) or not _quote_follows(lines, at):
        return 0
    return int(marks.WROTE.search(line) is not None)


def _says_who_wrote_when(line: str) -> bool:
    address = _holds_address(line)
    if not address and not any(map(str.isdigit, line)):
        return False
    moment = bool(marks.TIME.search(line) or marks.DAY.search(line))
    return moment + address + bool(marks.WROTE.search(line)) >= 2


def _holds_address(line: str) -> bool:
    return "@" in line and marks.ANY_ADDRESS.search(line) is not None


def _is_from_a_program(line: str) -> bool:
    """Whether nobody types this: a moment and an address in brackets. What stands below such a
    line is another's, quoted or not; below "On 3 March at 14:30 Sam wrote:" it is the writer's."""
    moment = marks.TIME.search(line) or marks.DAY.search(line)
    return bool(moment and marks.BRACKETED_ADDRESS.search(line))


def _quote_follows(lines: Sequence[str], at: int) -> bool:
    below = next((line for line in lines[at + 1 : at + 6] if line.strip()), "")
    return _is_quoted(below)


def _ends_signature(line: str) -> bool:
    return bool(marks.ATTRIBUTION_END.search(line[-20:]) or marks.ORIGINAL.match(line))


def _salutation(line: str) -> int:
    """How many characters of this line greet somebody: all of it, or up to "Hi Ana,"."""
    match = marks.SALUTATION.match(line.strip())
    if match is None:
        return 0
    if _greets_many(line.strip()):
        return len(line.strip())
    whom = match["whom"].split()
    sentence = any(word.islower() and word not in marks.GREETED for word in whom)
    return 0 if sentence or len(whom) > 8 else match.end()


def _greets_many(line: str) -> bool:
    """Whether a line is one greeting of several: "Dear Ana, Bo and Chi," "Liebe Ana, lieber Bo"."""
    words = re.findall(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", line)[1:]
    greeted = (w[0].isupper() or w in marks.GREETED or marks.SALUTATION.match(w) for w in words)
    plain = re.fullmatch(r"[\w\s,;&+/.'’-]*[,:;!.–—-]?", line)
    return bool(plain) and "," in line[:-1] and len(words) <= 12 and all(greeted)


def _last_written(lines: Sequence[str]) -> int:
    return next((at for at in range(len(lines) - 1, -1, -1) if lines[at].strip()), -1)


def _parting(lines: Sequence[str]) -> int:
    """Where the parting words begin that end these lines; their number when there are none."""
    end = _last_written(lines) + 1
    for at in range(end - 1, max(-1, end - SIGN_OFF_LINES), -1):
        line = lines[at].strip()
        match = marks.PARTING.match(line)
        if not match or not _is_name_or_nothing(match["rest"]):
            continue
        below = [one.strip() for one in lines[at + 1 : end] if one.strip()]
        signed = not below or marks.NAME_LINE.match(below[0])
        if signed and all(len(one.split()) <= 6 for one in below):
            return at
    last = lines[end - 1].strip() if end else ""
    # "- Rita" below a text is a signature as well.
    dashed = len(last) < 60 and last[:1] in "-–—~/" and bool(marks.NAME_LINE.match(last))
    return end - 1 if end > 1 and dashed else len(lines)


def _is_name_or_nothing(rest: str) -> bool:
    return not rest.strip() or bool(marks.NAME_LINE.match(rest.strip()))
