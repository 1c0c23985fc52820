"""The scene of one letter: its reader, its case, the frame of the moment, and the records."""

from dataclasses import dataclass

from cocmail.config import Config
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.mail.build import Enclosure
from cocmail.mail.openpgp import PublicKey
from cocmail.records import Records

Context = dict[str, object]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything one letter is made from."""

    config: Config
    records: Records
    frame: Frame
    case: Case
    template: str
    reader: str  # "member:ana" or "party:R1"
    about: dict[str, str]
    transit: int = 0
    key: PublicKey | None = None  # our own, for whoever wants to write encrypted

    @property
    def who(self) -> str:
        """The person's id or the party's reference."""
        return self.reader.split(":", 1)[1]

    @property
    def to_party(self) -> bool:
        """Whether an outsider reads it."""
        return self.reader.startswith("party:")

    def name(self, person: str) -> str:
        """A configured person's name."""
        return self.frame.roster.name_of(person)

    def kept_from(self, no: int) -> bool:
        """Whether this reader is out of another case, because of which something is so."""
        return self.records.keeps_out(no, self.who)

    @property
    def code(self) -> str:
        """The code name, where this reader knows it and no name is asked about.

        Beside a person's name it would open the sheet to whoever stays out (PS-62).
        """
        known = not self.to_party and self.who in self.case.been_in
        return self.case.code if known and self.template != "conflict-question" else ""

    def common(self) -> Context:
        """What every template may use; a party's letter has neither tag nor code name."""
        rules = self.frame.rules
        inside = bool(self.case.no) and not self.to_party and not self.about.get("out")
        return {
            "committee": self.config.committee.name,
            "body": rules.body,
            "parent": rules.parent,
            "alias": self.config.committee.alias,
            "emergency": self.config.committee.emergency or "",
            "tag": (self.code or "new question") if inside else "",
            "code": self.code,
        }


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reader gets: the words' context and the files that go along."""

    context: Context
    enclosures: tuple[Enclosure, ...] = ()
    note: str = ""
