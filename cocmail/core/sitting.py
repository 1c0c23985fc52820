"""A sitting: one event over one case. Facts go in with `add`, wanted letters with `write`.

What a rule decides is collected here and committed by the house in one transaction. The sitting
draws no random number and reads no clock: dice and frame come with it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from cocmail.core import entries as e
from cocmail.core.audience import Audience, CaseGroup, Draft
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.fold import fold

# Ids are read aloud and typed on phones: no vowels that make words, none of I, O, 0, 1.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_DIGITS = "23456789"
NEW = -1  # in `elsewhere`: a case that does not exist yet


@dataclass(frozen=True, slots=True)
class Worded:
    """A letter to a party in its final words, with the digest that an approval binds."""

    subject: str
    text: str
    digest: str


class Counsel(Protocol):
    """What a decision may ask about words and addresses without ever seeing either side's store."""

    def code_name(self, roll: Callable[[int], int]) -> str:
        """An unused code name."""

    def leaks(
        self, case: Case, text: str, marks: tuple[str, ...], ref: str, files: int = 0
    ) -> tuple[str, ...]:
        """What in this text and these files would give something away to them (promise 5)."""

    def about_problem(self, case: Case, name: str) -> str:
        """Why this may not be the name of a conflict question, or "" (PS-13)."""

    def meant(self, words: str) -> tuple[str, ...]:
        """Ids of everyone configured whom a name can mean, in any spelling that matching knows."""

    def sheet_problem(self, case: Case, text: str) -> str:
        """Why this may not stand in the sheet, or "" (PS-59)."""

    def cautions(self, text: str) -> tuple[str, ...]:
        """Words worth a second look; never a refusal (JU-17, PS-60)."""

    def gendered(self, text: str) -> tuple[str, ...]:
        """The gendered words of a text (PS-60)."""

    def urgent(self, text: str) -> bool:
        """Whether these words may not wait for a bundle (product.md 7)."""

    def words_of(self, case: Case, n: int) -> str:
        """What the sender of mail number n wrote, without quote and signature."""

    def reported_before(self, name: str) -> tuple[Case, ...]:
        """The cases in which somebody of this name is a reported person, oldest first (PS-30)."""

    def worded(
        self, case: Case, template: str, ref: str, parts: dict[str, object], files: int = 0
    ) -> Worded:
        """The letter as that party would get it, with these sealed files."""

    def digest(self, case: Case, draft_id: str) -> str:
        """The digest of a draft as it would leave now: words, role and address."""

    def keep_address(self, case: Case, address: str) -> int:
        """Seal an address under the case's key and return its number."""

    def same_address(self, case: Case, number: int, address: str) -> bool:
        """Whether the sealed address of this number (0: none) is this one."""

    def address_problem(self, case: Case, address: str, person: str, ref: str) -> str:
        """Why this cannot be the address of that person, party `ref` when known already, or ""."""

    def lists_among(self, people: tuple[str, ...]) -> tuple[str, ...]:
        """Those of these people whose address looks like a mailing list (GC-11, PS-02)."""

    def case_words(self, person: str, text: str) -> tuple[str, ...]:
        """What in a text belongs to cases that its author may read: kinds, not words (A20)."""

    def presides(self, person: str) -> bool:
        """Whether they preside over a case that the chair is out of."""

    def spaces(self) -> tuple[tuple[str, str], ...]:
        """Every configured space: its id and its name (NF-01)."""

    def case_named(self, code: str) -> Case | None:
        """The case of this code name, or None."""

    def out_of(self, no: int, person: str) -> bool:
        """Whether this person is kept out of that case, or stepped out of it."""

    def quarantine(self, person: str) -> tuple[int, ...]:
        """The quarantined cases this person may see, in the order they came."""

    def listed(self, person: str) -> str:
        """The cases in the newest list of the quarantine that this person was sent, in short."""

    def case_numbered(self, number: int) -> Case:
        """A case by its number."""

    def copy_address(self, source: Case, number: int, target: Case) -> int:
        """Seal an address of one case under another one's key."""

    def copy_text(self, source: Case, number: int, target: Case) -> int:
        """Seal a text of one case under another one's key."""


@dataclass(slots=True)
class Sitting:
    """One event, one case: the facts and letters that follow from it."""

    case: Case
    frame: Frame
    dice: Callable[[str], int]
    counsel: Counsel
    entries: list[e.Entry] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    elsewhere: list[tuple[int, Callable[["Sitting"], None]]] = field(default_factory=list)
    draws: int = 0

    @property
    def now(self) -> datetime:
        """The moment of the event."""
        return self.frame.now

    def add(self, entry: e.Entry) -> None:
        """Record a fact; the case knows it from here on."""
        self.entries.append(entry)
        fold(self.case, entry, self.now, self.frame.house)

    def write(self, template: str, to: Audience, *, about: dict[str, str] | None = None,
              due: datetime | None = None, bundle: bool = False, transit: int = 0,
              case: int | None = None) -> None:  # fmt: skip
        """Want a letter."""
        pairs = tuple(sorted((about or {}).items()))
        self.drafts.append(Draft(template, to, pairs, due, bundle, transit, case))

    def notice(self, line: str, *, but: tuple[str, ...] = (), at_once: bool = False) -> None:
        """Tell the group something; it is bundled unless it asks something of somebody."""
        n = self.number()
        self.add(e.Notice(n, line, but))
        about = {"n": str(n), **({"asks": "yes"} if at_once else {})}
        self.write("notices", CaseGroup(but), about=about, bundle=not at_once)

    def number(self) -> int:
        """The next number for a mail, talk, notice or answer of this case."""
        return self.case.n + 1

    def roll(self, sides: int) -> int:
        """The next throw of this event's dice, 0 to sides - 1."""
        self.draws += 1
        return self.dice(f"{self.case.no}:{self.draws}") % sides

    def new_id(self) -> str:
        """Four characters, A-Z and 2-9, with at least one digit (product.md 6)."""
        taken = {*self.case.drafts, *self.case.ballots, *self.case.admissions}
        taken |= self.case.keeping.asked.keys()
        while True:
            signs = [(_LETTERS + _DIGITS)[self.roll(len(_LETTERS + _DIGITS))] for _ in range(4)]
            signs[self.roll(4)] = _DIGITS[self.roll(len(_DIGITS))]
            if (made := "".join(signs)) not in taken:
                return made
