"""Any history of any committee, in a world with a case and in one without: promise 4 at length.

`python -m tests.worlds MINUTES` looks for that long, and prints the first history that leaves a
trace; test_any_world.py plays a few. Not here: what is drawn (histories.py) and the two worlds
themselves (test_two_worlds.py).
"""

import random
import sys
import time
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from histories import (
    PROCEDURES,
    Any,
    Committee,
    Hop,
    Housework,
    Outage,
    Probe,
    Reply,
    committees,
    histories,
)
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from talk import ALIAS, OFFICES, Deferred, Delivered, Refused, Sent
from test_two_worlds import NAMED, SECRET, Command, Report, Wait, World, two_worlds

from cocmail.mail.letter import Fared, Letter

SLOW = list(HealthCheck)
COPIED = "<m1@home.test>"  # the report of the hidden case is the first mail of a history


class AnyWorld(World):
    """A world in which probes, replies, outages and a moody next hop happen as well."""

    def play(self, steps: list[Any]) -> None:
        self.rulings: dict[str, tuple[str, bool]] = {}
        self.t.hop = self.next_hop
        super().play(steps)
        self.rulings.clear()

    def _step(self, step: Any) -> None:
        match step:
            case Probe():
                self._probe(step)
            case Reply():
                self._reply(step)
            case Housework():
                where = "council" if step.who in OFFICES else "members"
                self.t.write(f"{step.who}@{where}.test", ALIAS, step.text)
            case Outage():
                self.t.restart(timedelta(hours=step.hours))
            case Hop():
                self.rulings[step.address] = (step.ruling, step.hidden)
            case _:
                super()._step(step)

    @property
    def own_address(self) -> str:
        return f"{self.person}@mods.test" if self.person == "max" else super().own_address

    def _probe(self, step: Probe) -> None:
        sender = step.sender or self.own_address
        self.used.add(sender)
        headers = {"Auto-Submitted": "auto-replied"} if step.automatic else {}
        for n in range(step.times):
            before = self._last_case()
            copied = step.copied and n == 0
            self.t.write(
                sender, step.to, f"{step.text} {n or ''}".strip(), name=NAMED[self.person],
                proof=step.proof, headers=headers,
                change=lambda m, copied=copied: copied and m.replace_header("Message-ID", COPIED),
            )  # fmt: skip
            if self._last_case() > before:  # somebody may work on it, as on any report
                self.cases.setdefault("two", before + 1)

    def _reply(self, step: Reply) -> None:
        box = self.t.boxes[self.own_address]
        if len(box) < step.nth:
            return
        letter = box[-step.nth]
        automatic = {"Auto-Submitted": "auto-replied"}
        if step.how == "bounce":
            self.t.write("mailer-daemon@members.test", letter.sender, "No such user.",
                         headers=automatic)  # fmt: skip
            return
        text = step.text.format(guess=self._guessed(), name=NAMED[self.person])
        self.t.answer(
            letter, text, proof="fail" if step.how == "fail" else "pass",
            headers=automatic if step.how == "automatic" else {},
        )  # fmt: skip

    def _guessed(self) -> str:
        return self.guesses.setdefault(self.t.count, self._secret_code())

    def _newest(self, address: str, label: str) -> Delivered | None:
        """Offices write from their own domains."""
        who = address.partition("@")[0]
        if who in OFFICES and address.endswith("@members.test"):
            address = f"{who}@mods.test" if who == "max" else f"{who}@council.test"
        return super()._newest(address, label)

    def next_hop(self, letter: Letter, _attempt: int) -> Fared:
        ruling, hidden = self.rulings.get(letter.recipient, ("takes", False))
        row = self.t.house.store.errand(letter.errand)
        if hidden and (row is None or row.case_no != self.cases.get(SECRET)):
            return Sent()
        fared: dict[str, Fared] = {"defers": Deferred(451), "refuses": Refused(550)}
        return fared.get(ruling, Sent())

    def _signs(self, text: str) -> str:
        """Every case but the hidden one is there in both worlds, by the moment it was opened."""
        for case in self.t.house.records.cases():
            if case.no != self.cases.get(SECRET):
                for made in (*case.drafts, *case.ballots, *case.admissions):
                    text = text.replace(made, "3F7K")
                if case.code:
                    sign = f"CODE {case.opened}"
                    text = text.replace(case.code, sign)
                    text = text.replace(case.code.replace(" ", "%20"), sign)
        return super()._signs(text)


@st.composite
def playings(draw: st.DrawFn, procedure: str = "") -> tuple[Committee, list[Any]]:
    """A committee and a history that begins with the hidden case."""
    committee = draw(committees(procedure))
    opening: list[Any] = [Report(SECRET, draw(st.sampled_from(["plain", "plain", "spam"])))]
    opening += draw(st.sampled_from([[], [Report("one")], [Report("one"), Wait(1)]]))
    first = next(p for p in committee.rota.split() if p != committee.person)
    if committee.procedure in ("numfocus", "psf") and draw(st.booleans()):
        opening += [Wait(1), Command(SECRET, first, "SHOW"),
                    Command(SECRET, first, "ABOUT Sam Reed\nCLEAR")]  # fmt: skip
        opening += [Command(SECRET, p, "CLEAR") for p in committee.members if p != committee.person]
    return committee, opening + draw(histories(committee))


def compare(playing: tuple[Committee, list[Any]]) -> tuple[World, World]:
    """Play in both worlds; raises AssertionError where the excluded person can tell."""
    committee, steps = playing
    return two_worlds(
        committee.person, steps, committee.exclusion, world=AnyWorld, **committee.options()
    )


def look(procedure: str, examples: int, number: int) -> None:
    """Play this many histories under one manual."""

    @seed(number)
    @settings(max_examples=examples, deadline=None, suppress_health_check=SLOW, database=None,
              print_blob=False)  # fmt: skip
    @given(playings(procedure))
    def no_trace(playing: tuple[Committee, list[Any]]) -> None:
        compare(playing)

    no_trace()


def main(minutes: float) -> int:
    """Look with new numbers until the time is over; a finding prints itself and ends with 1."""
    until, played = time.monotonic() + 60 * minutes, 0
    while time.monotonic() < until:
        for procedure in PROCEDURES:
            number = random.randrange(2**32)
            print(f"{played:6} histories; {procedure}, seed {number}", flush=True)
            look(procedure, 20, number)
            played += 20
    print(f"{played} histories, no trace")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 5))
