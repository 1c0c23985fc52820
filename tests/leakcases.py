"""Made-up cases, played from the report to the draft, and letters that the check must stop or pass.

Each file of `leaks/cases` is a report as it comes in by mail, with letters to the reported person
that tell something of it (`leaking`), some that look like it and do not (`harmless`), and what is
known not to be found (`beyond`). `leaks/committee.txt` holds what committees really write; every
letter there is tried in three of the cases. Unlike leakset.py this measures the whole way: what is
secret is gathered from the mail, not given.
"""

import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from talk import ALIAS, Table, table

FOLDER = Path(__file__).parent / "leaks"
EACH_IN = 3  # cases in which a letter of the committee is tried


@dataclass
class Figures:
    """What the check made of all of them, by case."""

    leaking: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    harmless: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    beyond: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def false_alarms(self) -> float:
        return len(self.alarms) / sum(self.harmless.values())

    def lines(self) -> Iterator[str]:
        """The figures, a line a case, and which letters came out wrong."""
        yield f"{'case':<10}{'leaking':>8}{'harmless':>10}{'beyond':>8}"
        for case, leaking in self.leaking.items():
            yield f"{case:<10}{leaking:>8}{self.harmless[case]:>10}{self.beyond[case]:>8}"
        yield ""
        yield (f"{len(self.missed)} of {sum(self.leaking.values())} leaking letters missed; "
               f"{len(self.alarms)} of {sum(self.harmless.values())} harmless ones stopped "
               f"({self.false_alarms:.1%})")  # fmt: skip
        yield from (f"missed: {one}" for one in self.missed)
        yield from (f"false alarm: {one}" for one in self.alarms)


def stories() -> dict[str, dict[str, Any]]:
    """Every case, by the name of its file."""
    files = sorted((FOLDER / "cases").glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text("utf-8")) for file in files}


def committee() -> list[str]:
    """Letters of committees, with {N}, {A} and {G} for the name, address and given name."""
    return (FOLDER / "committee.txt").read_text("utf-8").strip("\n").split("\n%%\n")


def play(folder: Path, told: dict[str, Any]) -> Table:
    """The report comes in, somebody takes the case and names the parties."""

    def identify(message: EmailMessage) -> None:
        del message["Message-ID"]
        message["Message-ID"] = f"<{told['message_id']}>"

    at = table(folder, procedure="jupyter", members="ana bo chi dee")
    at.now = datetime.fromisoformat(told["at"])
    files = tuple(
        (one["name"], one["type"], one.get("text", "?").encode())
        for one in told.get("attached", ())
    )
    at.write(
        told["address"], ALIAS, told["text"], subject=told["subject"],
        name=f'"{told["name"]}"', attach=files, change=identify,
    )  # fmt: skip
    at.answer(
        at.last("bo", "report"),
        f"TAKE\nPARTY REPORTED {told['reported']} {told['reported_address']}\n"
        f"PARTY WITNESS {told['witness']} {told['witness_address']}",
    )
    return at


def found(at: Table, text: str, ref: str = "P1") -> tuple[tuple[str, str], ...]:
    """What the gate's check finds in a letter to the reported person: (kind, the words)."""
    case = next(at.house.records.cases("open"))
    return at.house.gate.leaks(case, text, (), ref, 0)


def measured() -> Figures:
    """The check run over all of them."""
    figures, letters, cases = Figures(), committee(), stories()
    for number, (name, told) in enumerate(cases.items()):
        with tempfile.TemporaryDirectory() as folder:
            at = play(Path(folder), told)
            for text in told["leaking"]:
                figures.leaking[name] += 1
                if not found(at, text):
                    figures.missed.append(f"{name}: {text!r}")
            figures.beyond[name] += sum(not found(at, text) for text in told.get("beyond", ()))
            turn = [x for n, x in enumerate(letters) if (number - n) % len(cases) < EACH_IN]
            for text in (*told.get("harmless", ()), *turn):
                figures.harmless[name] += 1
                if hits := found(at, _addressed(text, told)):
                    figures.alarms.append(f"{name}: {text[:60]!r} {hits}")
            at.close()
    return figures


def _addressed(text: str, told: dict[str, Any]) -> str:
    given = told["reported"].split()[0]
    for slot, word in (("N", told["reported"]), ("A", told["reported_address"]), ("G", given)):
        text = text.replace(f"{{{slot}}}", word)
    return text
