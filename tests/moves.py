"""Moves of the two worlds beyond mails and commands: floods, copies, links, jumps, erasing.

Each is small, has a name, and plays itself in a World; those of the hidden case have its label, and
are not there in world two. Not here: when they are drawn (histories.py), and the worlds
(test_two_worlds.py, worlds.py).
"""

from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from typing import TYPE_CHECKING

from talk import ALIAS
from test_two_worlds import NAMED, SECRET

if TYPE_CHECKING:
    from worlds import AnyWorld

COPIED = "<m1@home.test>"  # the report of the hidden case is the first mail of a history
AUTOMATIC = {"Auto-Submitted": "auto-replied"}
HARMLESS = "Somebody was rude in the other channel last week, and nobody said a word."


@dataclass(frozen=True)
class Flood:
    """As many fakes as a limit takes and some more, within the hour, and who sends them sees."""

    kind: str  # sender, domain, all
    times: int

    def play(self, world: "AnyWorld") -> None:
        """From an address that nobody knows: what writes a name of its own would limit itself."""
        for n in range(self.times):
            domain = {"domain": "home.test", "all": f"d{n}.test"}.get(self.kind, "elsewhere.test")
            who = "nobody.special" if self.kind == "sender" else f"n{n}"
            sender = f"{who}@{domain}"
            world.used.add(sender)
            proof = "pass" if self.kind == "sender" else ""
            world.counted(lambda s=sender, p=proof, n=n: world.t.write(
                s, ALIAS, f"{HARMLESS} {n}", proof=p))  # fmt: skip


@dataclass(frozen=True)
class Threaded:
    """A mail of the person that names a letter of the hidden case, or its report, as its own."""

    field: str  # Message-ID, In-Reply-To, References
    of: str  # report, letter
    sender: str
    text: str = HARMLESS

    def play(self, world: "AnyWorld") -> None:
        """With the id that a friend in the group, or a log, might have let out.

        In world two there is no such letter, and nothing that only looks like its id is ours.
        """
        known = COPIED if self.of == "report" else f"<{'a' * 26}@example.test>"
        known = _newest_id(world) if self.of == "letter" and world.secret else known
        sender = self.sender or world.own_address
        world.used.add(sender)

        def change(mail: EmailMessage) -> None:
            del mail[self.field]
            mail[self.field] = known

        world.counted(lambda: world.t.write(sender, ALIAS, self.text, change=change))


def _newest_id(world: "AnyWorld") -> str:
    """The Message-ID of the newest letter of the hidden case, whoever got it."""
    secret = world.cases.get(SECRET)
    letters = [d for box in world.t.boxes.values() for d in box]
    for letter in sorted(letters, key=lambda d: d.at, reverse=True):
        handle = world.t.house.handles.read_address(letter.reply_to)
        if secret and handle and handle.case == secret:
            return f"<{letter.mail.message_id}>"
    return COPIED


@dataclass(frozen=True)
class Copy:
    """The person brings in a copy of the hidden report, as it came, or the group does."""

    who: str
    label: str = ""

    def play(self, world: "AnyWorld") -> None:
        """IMPORT with the original; the group's joins the newest case of that mail (4.8)."""
        if self.label != SECRET:
            world.brought = True
        elif world.brought or not world.there():
            return
        original = EmailMessage()
        original["From"] = "Rita Vale <reporter-secret@home.test>"
        original["Subject"] = "Harsh words"
        original["Message-ID"] = COPIED
        original.set_content("Sam Reed keeps writing harsh things to newcomers in the channel.")
        name = "council" if self.who in ("kim", "lee") else "members"
        world.counted(lambda: world.t.write(
            f"{self.who}@{name}.test", ALIAS, "IMPORT",
            change=lambda m: m.add_attachment(original)))  # fmt: skip


@dataclass(frozen=True)
class Away:
    """A member's mailbox answers by itself, or bounces, to a letter of this case."""

    label: str
    who: str
    how: str  # vacation, bounce

    def play(self, world: "AnyWorld") -> None:
        """What a case taught of a member stays in the case (product.md 5)."""
        letter = world.letter_of(self.who, self.label)
        if letter is None:
            return
        if self.how == "bounce":
            world.t.write("mailer-daemon@members.test", letter.sender, "No such user.",
                          headers=AUTOMATIC)  # fmt: skip
        else:
            world.t.answer(letter, "I am away for a month.", headers=AUTOMATIC)


@dataclass(frozen=True)
class Linked:
    """The reported person of the hidden case writes: it is readable by that group only (4.6)."""

    label: str = SECRET

    def play(self, world: "AnyWorld") -> None:
        """Only while that case is open, and only where an address of theirs is on record."""
        number = world.cases.get(SECRET)
        case = world.t.house.records.case(number) if number else None
        known = case and any(p.name == "Sam Reed" and p.address for p in case.reported())
        if case and known and case.state in ("held", "open"):
            world.t.write("sam@x.test", ALIAS, "They all keep hunting me in the channel.",
                          name="Sam Reed")  # fmt: skip


@dataclass(frozen=True)
class Jump:
    """The clock jumps while the daemon runs."""

    hours: int

    def play(self, world: "AnyWorld") -> None:
        """As daemon.py notices it."""
        before = world.t.now
        world.t.now += timedelta(hours=self.hours)
        world.t.house.jumped(before, world.t.now)
        world.t.run()


@dataclass(frozen=True)
class Forget:
    """The operator erases the hidden case before its time."""

    label: str = SECRET

    def play(self, world: "AnyWorld") -> None:
        """`cocmail forget`."""
        number = world.cases.get(SECRET)
        if number and world.t.house.records.case(number).opened:
            world.t.house.forget(number, world.t.now)
            world.t.run()


@dataclass(frozen=True)
class Named:
    """The hidden group makes the person a party, by name or with an address of theirs."""

    who: str
    address: str = ""
    label: str = SECRET

    def play(self, world: "AnyWorld") -> None:
        """No letter of it reaches them: the comparison would end there (promise 4)."""
        line = f"PARTY REPORTED {NAMED[world.person]} {self.address}".strip()
        letter = world.letter_of(self.who, SECRET)
        if letter is not None:
            world.t.answer(letter, line)


@dataclass(frozen=True)
class FirstReader:
    """Whoever reads a held report first says whom it is about, and that they are clear."""

    label: str

    def play(self, world: "AnyWorld") -> None:
        """Nothing, where nobody does."""
        number = world.cases.get(self.label)
        who = world.t.house.records.case(number).screener if number else ""
        for line in ("SHOW", "ABOUT Sam Reed\nCLEAR"):
            letter = world.letter_of(who, self.label) if who else None
            if letter is not None:
                world.t.answer(letter, line)


Move = Flood | Threaded | Copy | Away | Linked | Jump | Forget | Named | FirstReader
