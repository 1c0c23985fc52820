"""Made-up letters of one case, kept in leaks/letters: which the check stops, and which it lets go.

Each file of `leaking` is one kind of leak, each file of `harmless` one kind of letter; letters are
parted by a line `%%`. The first line of a leaking one says how it leaks: `direct`, as somebody
writes who does not think of it, or `disguised`. `PUBLIC:` lines below a letter are the drafter's.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cocmail.leakcheck import Leak, Secrets, leaks

# A surname alone is called a name, a given name beside it is part of one.
_SAYS = {kind: {"name", "given-name"} for kind in ("name", "given-name")}
FOLDER = Path(__file__).parent / "leaks" / "letters"


@dataclass(frozen=True)
class Letter:
    """One draft, where it stands, and the words its drafter calls public."""

    kind: str
    how: str  # direct or disguised; "" for a harmless one
    number: int
    text: str
    public: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        return f"{self.kind} {self.number}"


@dataclass
class Figures:
    """What the check made of all of them."""

    leaking: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    missed: list[Letter] = field(default_factory=list)
    harmless: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    alarms: list[tuple[Letter, tuple[Leak, ...]]] = field(default_factory=list)

    @property
    def false_alarms(self) -> float:
        """Stopped letters among the harmless ones."""
        return len(self.alarms) / sum(self.harmless.values())

    def lines(self) -> Iterator[str]:
        """The figures, a line a kind, and which letters they are about."""
        yield f"{'leaking':<17}{'direct':>8}{'missed':>8}{'disguised':>11}{'missed':>8}"
        for kind in dict.fromkeys(kind for kind, _ in self.leaking):
            row = [f"{kind:<17}"]
            for how, width in (("direct", 8), ("disguised", 11)):
                missed = [m for m in self.missed if (m.kind, m.how) == (kind, how)]
                row.append(f"{self.leaking[kind, how]:>{width}}{len(missed):>8}")
            yield "".join(row)
        yield ""
        yield f"{'harmless':<17}{'letters':>8}{'stopped':>8}"
        for kind, count in self.harmless.items():
            stopped = [one for one, _ in self.alarms if one.kind == kind]
            yield f"{kind:<17}{count:>8}{len(stopped):>8}"
        leaking, harmless = sum(self.leaking.values()), sum(self.harmless.values())
        yield ""
        yield (f"{len(self.missed)} of {leaking} leaking letters missed; "
               f"{len(self.alarms)} of {harmless} harmless ones stopped "
               f"({self.false_alarms:.1%})")  # fmt: skip
        for letter in self.missed:
            yield f"missed: {letter.place} ({letter.how})"
        for letter, found in self.alarms:
            said = ", ".join(f"{leak.kind} “{leak.words}”" for leak in found)
            yield f"false alarm: {letter.place}: {said}"


def the_case() -> tuple[Secrets, tuple[str, ...]]:
    """What nobody outside may learn, and the words that are public anyway."""
    told = tomllib.loads((FOLDER / "case.toml").read_text("utf-8"))
    secrets = Secrets(
        **{name: tuple(told[name]) for name in
           ("names", "addresses", "handles", "message_ids", "file_names", "links", "texts",
            "open_names", "words")},
        reader=told["reader"],
        times=tuple(datetime.fromisoformat(moment) for moment in told["times"]),
    )  # fmt: skip
    return secrets, tuple(told["public"])


def letters(folder: str) -> Iterator[Letter]:
    """Every letter of `leaking` or `harmless`."""
    for file in sorted((FOLDER / folder).glob("*.txt")):
        for number, block in enumerate(file.read_text("utf-8").split("\n%%\n"), 1):
            how, text = block.split("\n", 1) if folder == "leaking" else ("", block)
            lines = text.split("\n")
            public = tuple(x.removeprefix("PUBLIC: ") for x in lines if x.startswith("PUBLIC: "))
            yield Letter(file.stem, how, number, text, public)


def measured() -> Figures:
    """The check run over all of them."""
    secrets, public = the_case()
    figures = Figures()
    for letter in letters("leaking"):
        figures.leaking[letter.kind, letter.how] += 1
        found = {leak.kind for leak in leaks(letter.text, secrets, (*public, *letter.public))}
        if not found & _SAYS.get(letter.kind, {letter.kind}):
            figures.missed.append(letter)
    for letter in letters("harmless"):
        figures.harmless[letter.kind] += 1
        if found := leaks(letter.text, secrets, (*public, *letter.public)):
            figures.alarms.append((letter, found))
    return figures
