"""Mail as the world's programs really write it, played to a house; `python -m tests.realmail`.

`mails/bounces` are delivery reports and what else comes to a return path, `mails/machines` what
nobody wrote, `mails/people` what looks like it and was written by somebody. The files speak of one
letter of ours; here it is put in the place of a real one, so that each goes its whole way.
"""

import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from talk import ALIAS, Delivered, Table, table

from cocmail import ledger
from cocmail.core import entries as e
from cocmail.mail.arrival import Arrival

FOLDER = Path(__file__).parent / "mails"
WORDS = (
    "Somebody shouted at me at the sprint on Saturday and would not stop when I asked, so that I "
    "left the room and went home, and I do not know what to do now."
)


@dataclass(frozen=True)
class Sample:
    """One file and what is expected of it."""

    name: str
    raw: bytes
    wanted: dict[str, Any]


def samples(kind: str) -> list[Sample]:
    """Every mail of one set."""
    found = sorted((FOLDER / kind).glob("*.eml"))
    return [
        Sample(path.stem, path.read_bytes(), tomllib.loads(path.with_suffix(".toml").read_text()))
        for path in found
    ]


@dataclass
class Player:
    """A committee with a case of Rita's, and a fresh letter to her for every mail."""

    at: Table
    rita: str = ""
    letter: Delivered | None = None

    def prepare(self) -> int:
        """A new reporter, so that no mail is another's; returns the number of the case."""
        self.at.wait(minutes=1)
        self.rita = f"rita{self.at.count}@home.test"
        self.at.write(self.rita, ALIAS, f"{WORDS} {self.at.count}", name="Rita Vale")
        self.letter = self.at.last(self.rita)
        return max(row.no for row in self.at.house.store.case_rows())

    def play(self, sample: Sample) -> tuple[list[Delivered], list[int]]:
        """One mail; what was sent because of it at once, and which cases it opened."""
        assert self.letter is not None
        report = self.at.last("bo", "report")
        raw = sample.raw
        places = {
            b"conduct+b-abc@example.test": self.letter.sender,
            b"conduct+r-abc@example.test": self.letter.reply_to,
            b"conduct+c-abc@example.test": report.reply_to,
            b"errand-7.k7@example.test": self.letter.mail.message_id,
            b"rita@home.test": self.rita,
        }
        for token, real in places.items():
            raw = raw.replace(token, real.encode())
        raw = re.sub(rb"\r?\n", b"\r\n", raw)
        sender = re.search(rb"(?im)^From:[^\n]*?([\w.+-]+@[\w.-]+)", raw)
        assert sender is not None
        shown = sender[1].decode()
        domain = shown.rpartition("@")[2]
        proof = f"Authentication-Results: mx.example.test; dmarc=pass header.from={domain}\r\n"
        to = {
            "return path": self.letter.sender, "reporter": self.letter.reply_to,
            "member": report.reply_to, "alias": ALIAS,
        }.get(sample.wanted["to"], sample.wanted["to"])  # fmt: skip
        bounced = sample.wanted["to"] == "return path" or "event" in sample.wanted
        envelope = sample.wanted.get("envelope", "" if bounced else shown)
        envelope = self.rita if envelope == "rita@home.test" else envelope
        before = {box: len(found) for box, found in self.at.boxes.items()}
        known = {row.no for row in self.at.house.store.case_rows()}
        self.at.reception.take(
            Arrival(proof.encode() + raw, envelope, (to,), "lmtp", "127.0.0.1", self.at.now)
        )
        self.at.run()
        made = [d for box, found in self.at.boxes.items() for d in found[before.get(box, 0) :]]
        return made, [r.no for r in self.at.house.store.case_rows() if r.no not in known]

    def facts(self, number: int) -> list[e.Entry]:
        """What the log says of a case."""
        rows = self.at.house.records.entries(number)
        return [e.read(row.kind, row.payload) for row in rows]


def outsiders(made: list[Delivered]) -> list[Delivered]:
    """Letters to anybody but members."""
    return [d for d in made if not d.to.endswith("@members.test")]


def bounce(player: Player, sample: Sample) -> str:
    """What is wrong with how a bounce was taken, "" for nothing."""
    number, want = player.prepare(), sample.wanted
    made, new = player.play(sample)
    failed = any(isinstance(one, e.Failed) for one in player.facts(number))
    told = {d.to for d in made if d.template == "cannot-acknowledge"}
    if outsiders(made):
        return "somebody outside got an answer"
    if not want.get("ours", True):
        return "" if len(new) == 1 and not failed and not made else "not simply in quarantine"
    if new:
        return "it opened a case"
    if failed != (want["event"] == "failed"):
        return f"failed: {failed}"
    return "" if len(told) == (4 if failed else 0) else f"told: {sorted(told)}"


def machine(player: Player, sample: Sample) -> str:
    """The same of what nobody wrote: no answer, no command, kept."""
    number = player.prepare()
    case = player.at.house.records.case(number)
    made, new = player.play(sample)
    if outsiders(made):
        return "it was answered"
    if case.recused or case.ballots:
        return "it was obeyed"
    if sample.wanted["to"] == "alias":
        states = [row.state for row in player.at.house.store.case_rows() if row.no in new]
        return "" if states == ["quarantine"] else f"not in quarantine: {states}"
    kept = [one for one in player.facts(number) if isinstance(one, e.MailKept)]
    return "" if not new and kept[-1].kind in ("automatic", "unread") else "not noted in its case"


def person(player: Player, sample: Sample) -> str:
    """The same of people: readers see it, the writer hears, a command is done."""
    number, want = player.prepare(), sample.wanted
    made, new = player.play(sample)
    states = [row.state for row in player.at.house.store.case_rows() if row.no in new]
    if want.get("spam"):
        return "" if states == ["quarantine"] else f"spam: {states}"
    if "command" in want:
        return "" if player.at.house.records.case(number).recused else "not obeyed"
    if want["to"] == "member":
        return "" if [d for d in made if d.template == "talk"] else "not relayed"
    if want["to"] == "reporter":
        return "" if [d for d in made if d.template == "party-mail"] else "not shown"
    read = {"report", "held"} & {d.template for d in made}
    if not read or states not in (["open"], ["held"]):
        return f"nobody got it: {states}"
    return "" if len(outsiders(made)) == 1 else "the writer heard nothing"


SETS = {"bounces": bounce, "machines": machine, "people": person}


def wrong(kind: str) -> list[str]:
    """Play one set; what went wrong, a line each."""
    with TemporaryDirectory() as folder:
        limits = "[limits]\nreports_per_sender_per_day = 1000\n"
        player = Player(table(Path(folder), procedure="numpy", members="ana bo chi dee",
                              rota="dee ana", extra=limits))  # fmt: skip
        found = [(one.name, SETS[kind](player, one)) for one in samples(kind)]
        if not ledger.read(player.at.house.store).adds_up:
            found.append(("the ledger", "does not add up"))
        player.at.close()
    return [f"{name}: {problem}" for name, problem in found if problem]


def main() -> int:
    """Print the figures of the three sets."""
    bad = 0
    for kind in SETS:
        found, every = wrong(kind), samples(kind)
        about = Counter(str(one.wanted.get("event", one.wanted.get("why", ""))) for one in every)
        said = ", ".join(f"{n} {what or 'no event' if kind == 'bounces' else what}".strip()
                         for what, n in about.most_common())  # fmt: skip
        print(f"{kind:<10} {len(every) - len(found)} of {len(every)} right ({said})")
        for line in found:
            print("  ", line)
        bad += len(found)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
