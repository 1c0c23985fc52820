"""Any history of any committee, in a world with a case and in one without: promise 4 at length.

`python -m tests.worlds MINUTES [SEED]` looks for that long, prints the first history that leaves a
trace, made short, and at the end how often each move did something; test_any_world.py plays a few.
Not here: what is drawn (histories.py) and the two worlds themselves (test_two_worlds.py).
"""

import random
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from effects import EFFECTS, Traces
from histories import (
    HOME,
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
    openings,
)
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from moves import COPIED, Move
from talk import ALIAS, OFFICES, Deferred, Delivered, Refused, Sent
from test_two_worlds import NAMED, SECRET, STRANGER, Command, Elsewhere, Said, World, two_worlds

from cocmail.house import errand
from cocmail.mail.letter import Fared, Letter
from cocmail.store import ErrandRow

SLOW = list(HealthCheck)
ROUND = 10  # histories with one seed


class AnyWorld(World):
    """A world in which probes, replies, outages and a moody next hop happen as well."""

    def play(self, steps: list[Any]) -> None:
        self.rulings: dict[str, tuple[str, bool]] = {}
        self.signs: dict[str, str] = {}
        self.brought = False  # a copy of the hidden report by the person who may not see it
        self.t.hop = self.next_hop
        for n, step in enumerate(steps):
            self.t.count = n * 50  # the same Message-IDs and dates in both worlds
            if self.secret or getattr(step, "label", "") != SECRET:
                before = self._seen_so_far()
                self._step(step)
                self._note_signs()
                if self.secret:
                    EFFECTS.note(step, before, self._seen_so_far())
        self.rulings.clear()
        self.states = [case.state for case in self.t.house.records.cases()]

    def _seen_so_far(self) -> Traces:
        kinds = [row.kind for row in self.t.house.store.log_rows()]
        own = {self.own_address, *self.used}
        return Traces(kinds, sum(len(self.t.boxes[address]) for address in own))

    def _step(self, step: Any) -> None:
        if self._by_people(step) and self._erased(step.label):
            return  # it is a report like any other, and what people say (product.md 3, 4)
        match step:
            case Probe():
                self._probe(step)
            case Reply():
                self._reply(step)
            case Said():
                self._said(step)
            case Housework():
                where = "council" if step.who in OFFICES else "members"
                self.t.write(f"{step.who}@{where}.test", ALIAS, step.text)
            case Outage():
                self.t.restart(timedelta(hours=step.hours))
            case Hop():
                self.rulings[step.address] = (step.ruling, step.hidden)
            case _ if isinstance(step, Move):
                step.play(self)
            case _:
                super()._step(step)

    def _by_people(self, step: Any) -> bool:
        """Whether somebody writes on a tag, and no machine does."""
        machines = isinstance(step, Elsewhere) and step.what in ("bounce", "vacation")
        return isinstance(step, Command | Elsewhere) and not machines

    def _erased(self, label: str) -> bool:
        number = self.cases.get(label)
        return bool(number) and not self.t.house.store.entries(number or 0)[:1]

    def letter_of(self, who: str, label: str) -> Delivered | None:
        """The newest letter that a configured person has of this case."""
        return self._newest(f"{who}@members.test", label)

    def there(self) -> bool:
        """Whether the hidden case is there, and no matter of the quarantine or the past."""
        number = self.cases.get(SECRET)
        states = ("held", "open", "closed")
        return bool(number) and self.t.house.records.case(number).state in states

    def counted(self, act: Callable[[], object]) -> None:
        """Somebody may work on the case that comes of this, as on any report."""
        before = self._last_case()
        act()
        if self._last_case() > before:
            self.cases.setdefault("two", before + 1)

    def _said(self, step: Said) -> None:
        """From a strange address without their name: see SECURITY.md on floods that name one."""
        strange = step.sender in (STRANGER, HOME)
        name = "a member" if strange else NAMED[self.person]
        sender = step.sender or self.own_address
        self.used.add(sender)
        text = step.text.format(guess=self._guessed(), name=name)
        self.counted(lambda: self.t.write(
            sender, ALIAS, text, name="" if strange else name, proof=step.proof))  # fmt: skip

    @property
    def own_address(self) -> str:
        moderates = self.person in ("max", "pat")
        return f"{self.person}@mods.test" if moderates else super().own_address

    def _probe(self, step: Probe) -> None:
        sender = step.sender or self.own_address
        self.used.add(sender)
        headers = {"Auto-Submitted": "auto-replied"} if step.automatic else {}
        name = "" if step.sender in (STRANGER, HOME) else NAMED[self.person]
        for n in range(step.times):
            copied = step.copied and n == 0
            self.counted(lambda n=n, copied=copied: self.t.write(
                sender, step.to, f"{step.text} {n or ''}".strip(), name=name,
                proof=step.proof, headers=headers,
                change=lambda m: copied and m.replace_header("Message-ID", COPIED),
            ))  # fmt: skip

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
            mods = who in ("max", "pat")
            address = f"{who}@mods.test" if mods else f"{who}@council.test"
        return super()._newest(address, label)

    def next_hop(self, letter: Letter, _attempt: int) -> Fared:
        ruling, hidden = self.rulings.get(letter.recipient, ("takes", False))
        row = self.t.house.store.errand(letter.errand)
        self._told_as_a_party(row)
        if hidden and (row is None or row.case_no != self.cases.get(SECRET)):
            return Sent()
        fared: dict[str, Fared] = {"defers": Deferred(451), "refuses": Refused(550)}
        return fared.get(ruling, Sent())

    def _told_as_a_party(self, row: ErrandRow | None) -> None:
        """From here on they know of the case (promise 4)."""
        if self.until is None and row is not None and row.case_no == self.cases.get(SECRET):
            kind, _, who = errand(row).reader.partition(":")
            party = self.t.house.records.case(row.case_no).parties.get(who)
            if kind == "party" and party is not None and party.person == self.person:
                self.until = self.t.now

    def _note_signs(self) -> None:
        """Every case but the hidden one is there in both worlds, by the moment it was opened."""
        for case in self.t.house.records.cases():
            if case.no != self.cases.get(SECRET):
                made = (*case.drafts, *case.ballots, *case.admissions)
                self.signs |= {drawn: f"3F7K{drawn[4:]}" for drawn in made}  # as long as it is
                if case.code:
                    plus = case.code.replace(" ", "%20")
                    self.signs |= dict.fromkeys((case.code, plus), f"CODE {case.opened}")

    def _signs(self, text: str) -> str:
        for drawn, sign in self.signs.items():
            text = text.replace(drawn, sign)
        return super()._signs(text)


@st.composite
def playings(draw: st.DrawFn, procedure: str = "") -> tuple[Committee, list[Any]]:
    """A committee and a history that begins with the hidden case."""
    committee = draw(committees(procedure))
    return committee, draw(openings(committee)) + draw(histories(committee))


def compare(playing: tuple[Committee, list[Any]]) -> tuple[World, World]:
    """Play in both worlds; raises AssertionError where the excluded person can tell."""
    committee, steps = playing
    return two_worlds(
        committee.person, steps, committee.exclusion, world=AnyWorld, **committee.options()
    )


def look(procedure: str, examples: int, number: int) -> None:
    """Play this many histories under one manual; the first with a trace is made short and shown."""

    @seed(number)
    @settings(max_examples=examples, deadline=None, suppress_health_check=SLOW, database=None,
              phases=[Phase.generate])  # fmt: skip
    @given(playings(procedure))
    def no_trace(playing: tuple[Committee, list[Any]]) -> None:
        try:
            compare(playing)
        except AssertionError:
            committee, steps = playing
            short = shorter(committee, steps)
            print(f"\nA trace, {procedure}, seed {number}:\n{committee}", *short, sep="\n    ")
            compare((committee, short))

    no_trace()


def shorter(committee: Committee, steps: list[Any], tries: int = 60) -> list[Any]:
    """The history without the steps that it does not need, but for the report; a few tries only."""
    size = max(1, len(steps) // 2)
    while size and tries:
        for at in range(len(steps) - size, 0, -size):
            less = steps[:at] + steps[at + size :]
            tries -= 1
            if tries and _tells(committee, less):
                steps = less
        size //= 2
    return steps


def _tells(committee: Committee, steps: list[Any]) -> bool:
    try:
        compare((committee, steps))
    except AssertionError:
        return True
    except Exception:  # noqa: BLE001 - a history that cannot be played is no shorter one
        return False
    return False


def main(arguments: list[str]) -> int:
    """MINUTES [SEED]: look until the time is over; PROCEDURE SEED: play one round again."""
    if arguments and arguments[0] in PROCEDURES:
        look(arguments[0], ROUND, int(arguments[1]))
        return 0
    minutes = float(arguments[0]) if arguments else 5
    first = int(arguments[1]) if len(arguments) > 1 else random.randrange(2**32)
    print(f"seed {first}; a round again: python -m tests.worlds PROCEDURE SEED", flush=True)
    dice, until, played = random.Random(first), time.monotonic() + 60 * minutes, 0
    while time.monotonic() < until:
        for procedure in PROCEDURES:
            number = dice.randrange(2**32)
            print(f"{played:6} histories; {procedure} {number}", flush=True)
            look(procedure, ROUND, number)
            played += ROUND
            if time.monotonic() > until:
                break
    print(f"{played} histories, {sum(EFFECTS.tried.values())} moves, no trace")
    print(EFFECTS.table())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
