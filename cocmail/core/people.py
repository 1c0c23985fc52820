"""Who is who: the people a committee has configured, without their addresses.

Here live ids, names and the folding of names. Addresses live in roster.py: the core speaks of
roles and ids, so that it cannot send anything anywhere.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Office = Literal["member", "council", "moderator", "administrator", "delegate"]
Role = Literal["member", "adviser", "alternate"]
Delivery = Literal["full", "encrypted", "notice"]

# What offered lines have where a member's own words go; never a name or address of anybody.
EXAMPLE_NAME = "First Last"
EXAMPLE_ADDRESS = "name@their.address"
EXAMPLE_NOTE = "what was said and agreed"
EXAMPLE_RECORDS = "RECORDS what was found"


@dataclass(frozen=True, slots=True)
class Person:
    """One configured person. Member and council ids are one namespace: same id, same person."""

    id: str
    name: str
    office: Office = "member"
    role: Role = "member"
    known_as: tuple[str, ...] = ()
    ordinary_name: bool = False
    delivery: Delivery = "full"
    contact: bool = False
    council_seat: bool = False  # beside an office in the committee (E-9)
    spaces: tuple[str, ...] = ()  # which a moderator or administrator looks after
    joined: datetime | None = None  # who came after the first start sees nothing older (PS-04)

    @property
    def votes(self) -> bool:
        """Advisers read along and do not vote (PS-06)."""
        return self.office == "member" and self.role != "adviser"

    @property
    def on_council(self) -> bool:
        """Of the parent body, whatever else they are."""
        return self.office == "council" or self.council_seat


@dataclass(frozen=True, slots=True)
class Roster:
    """Everyone configured, by id, in the order of the file, and who presides."""

    people: Mapping[str, Person]
    chair: str
    succession: tuple[str, ...]
    rota: tuple[str, ...]
    former: Mapping[str, str] = field(default_factory=dict)  # names of those who left, by id

    def name_of(self, person: str) -> str:
        """A configured person's name, also of one who left; the id when nobody has it."""
        known = self.people.get(person)
        return known.name if known else self.former.get(person, person)

    def members(self) -> tuple[Person, ...]:
        """Members of the committee, advisers and alternates included."""
        return tuple(p for p in self.people.values() if p.office == "member")

    def council(self) -> tuple[Person, ...]:
        """People of the parent body, also those who sit on the committee."""
        return tuple(p for p in self.people.values() if p.on_council)

    def presiding_order(self) -> tuple[str, ...]:
        """The chair, then the succession, then everyone else in the file's order (GC-03)."""
        rest = [p.id for p in self.members() if p.role == "member"]
        return tuple(dict.fromkeys((self.chair, *self.succession, *rest)))

    def named(self, words: str) -> tuple[Person, ...]:
        """Everyone whom these words can mean: id, full name, known_as, or a given name.

        An exact id, full name or known_as wins over given names (product.md 6).
        """
        wanted = fold_name(words)
        if not wanted:
            return ()
        exact = [p for p in self.people.values() if wanted in set(spellings(p))]
        if exact:
            return tuple(exact)
        given = [p for p in self.people.values() if fold_name(p.name).split(" ")[0] == wanted]
        return tuple(given)


# Letters that look alike across scripts, folded to the Latin letter (Unicode TR 39, the few
# that are met in names written to deceive).
_LOOKALIKES = str.maketrans(
    {
        "а": "a", "в": "b", "е": "e", "ѕ": "s", "і": "i", "ј": "j", "к": "k", "м": "m", "н": "h",
        "о": "o", "р": "p", "с": "c", "т": "t", "у": "y", "х": "x", "ԁ": "d", "ɡ": "g", "һ": "h",
        "ӏ": "l", "ո": "n", "α": "a", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p",
        "τ": "t", "υ": "u", "χ": "x", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae",
        "œ": "oe", "ð": "d", "þ": "th", "’": "'", "‘": "'", "ʼ": "'",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Fold case, accents, width and look-alike letters; drop invisible format characters."""
    wide = unicodedata.normalize("NFKD", text).casefold().translate(_LOOKALIKES)
    kept = (c for c in wide if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    return unicodedata.normalize("NFKC", "".join(kept))


def fold_name(text: str) -> str:
    """Fold a name or handle to compare it: `fold`, then single spaces, no leading @."""
    return re.sub(r"\s+", " ", fold(text)).strip(" @.,;:!?'\"<>()[]")


def is_example(words: str) -> bool:
    """Whether an offered line came back with its example in it: one tap sends it as it stands."""
    return fold_name(words) in (fold_name(EXAMPLE_NAME), fold_name(EXAMPLE_ADDRESS))


def spellings(person: Person) -> Iterable[str]:
    """Every configured full spelling of a person, folded."""
    yield fold_name(person.id)
    yield fold_name(person.name)
    for other in person.known_as:
        yield fold_name(other)


def several(words: str) -> tuple[str, ...]:
    """The names of a line that may hold more than one: "Sam Reed and Uli Storm".

    A comma parts full names only, as "Reed, Sam" is one person.
    """
    parts = [part.strip() for part in re.split(r"\s+and\s+|\s*&\s*", words)]
    made: list[str] = []
    for part in parts:
        listed = [piece.strip() for piece in re.split("[,;]", part) if piece.strip()]
        full = all(len(piece.split()) > 1 for piece in listed)
        made += listed if full else [part]
    return tuple(made)
