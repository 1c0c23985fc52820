"""Play a committee in process: people write mails, time passes, and everybody has a mailbox.

The same house as the daemon's, without sockets: a mail goes in at the reception, due errands are
made into letters by the gate, and land in the mailbox of their one recipient. Time is moved from
one due moment to the next; nothing sleeps.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import compiled

from cocmail import daemon, mornings
from cocmail.config import Config, load
from cocmail.mail.arrival import Arrival
from cocmail.mail.letter import Deferred, Fared, Letter, Refused, Sent
from cocmail.mail.parse import Mail, parse
from cocmail.reception import Reception

assert compiled  # importing it is what makes a house quick to open
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ALIAS = "conduct@example.test"

PEOPLE = {
    "ana": "Ana Ruiz",
    "bo": "Bo Lind",
    "chi": "Chi Okafor",
    "dee": "Dee Novak",
    "eli": "Eli Brandt",
    "fay": "Fay Moreau",
    "gus": "Gus Ito",
}
# People outside the committee who are configured: the council, moderators and administrators.
OFFICES = {
    "kim": "Kim Sato",
    "lee": "Lee Arden",
    "moe": "Moe Tanner",
    "nia": "Nia Okoro",
    "tom": "Tom Varga",
    "uma": "Uma Stern",
    "vic": "Vic Halder",
    "max": "Max Berg",
    "mia": "Mia Lund",
    "pat": "Pat Quill",
    "zoe": "Zoe Farr",
    "ola": "Ola Nord",
}


# What each manual wants in writing before a proposal, all of it in the mail that proposes.
FOUR = "WHAT: shouting\nVIOLATION: yes\nWHO: the one named\nONGOING: no\n"
FIRST = {
    "numpy": ("SEVERE no\n", FOUR),
    "numfocus": ("EVAL scope=yes\n", ""),
    "jupyter": ("", FOUR),
    "psf": ("EVAL scope=yes\n", ""),
    "gcc": ("NOTE RECORDS the threads\n", FOUR),
}


def proposal(procedure: str) -> str:
    """One mail with everything that this manual wants before a ballot, and the proposal."""
    before, answers = FIRST[procedure]
    return f"{before}PROPOSE\n{answers}PLAN: a talk\nIF-REFUSED: a ban\nCONSEQUENCE: a warning"


@dataclass(frozen=True)
class Delivered:
    """A letter in somebody's mailbox."""

    at: datetime
    to: str
    sender: str
    raw: bytes
    mail: Mail

    @property
    def template(self) -> str:
        return self.mail.header("X-Cocmail")

    @property
    def subject(self) -> str:
        return self.mail.subject

    @property
    def text(self) -> str:
        return self.mail.text

    @property
    def reply_to(self) -> str:
        return self.mail.sender_reply_to[0].addr


def toml(
    procedure: str = "numfocus",
    members: str = "ana bo chi dee eli fay",
    *,
    advisers: str = "",
    chair: str = "ana",
    rota: str = "",
    extra: str = "",
    overrides: str = "",
    known_as: dict[str, str] | None = None,
    council: str = "kim",
    alternates: str = "",
) -> str:
    """A configuration with invented people."""
    known = known_as or {}
    lines = [
        "[committee]",
        'name = "Example Project Code of Conduct Committee"',
        f'alias = "{ALIAS}"',
        f'procedure = "{procedure}"',
        f'chair = "{chair}"',
        'emergency = "If you are in danger, call your local emergency number first."',
    ]
    roles = dict.fromkeys(members.split(), "member")
    roles |= dict.fromkeys(advisers.split(), "adviser")
    roles |= dict.fromkeys(alternates.split(), "alternate")
    for person, role in roles.items():
        handles = ", ".join(f'"{h}"' for h in known.get(person, "").split())
        lines += [
            "[[members]]",
            f'id = "{person}"',
            f'name = "{(PEOPLE | OFFICES)[person]}"',
            f'addresses = ["{person}@members.test", "{person}@work.test"]',
            f'role = "{role}"',
            f"known_as = [{handles}]",
        ]
    for person in council.split():
        both = f'"{person}@members.test", "{person}@work.test"'
        lines += [
            "[[council]]",
            f'id = "{person}"',
            f'name = "{(PEOPLE | OFFICES)[person]}"',
            f"addresses = [{both}]"
            if person in roles
            else f'addresses = ["{person}@council.test"]',
            f"contact = {'true' if person == council.split()[0] else 'false'}",
        ]
    if rota:
        lines += ["[screening]", f"rota = {rota.split()!r}".replace("'", '"')]
    lines += [
        "[lmtp]",
        'listen = "127.0.0.1:8024"',
        "[relay]",
        'trusted_peers = ["127.0.0.1"]',
        'authserv_id = "mx.example.test"',
        'spam_headers = ["X-Spam-Flag"]',
        "[smarthost]",
        'url = "smtp://127.0.0.1:2525"',
        extra,
        "[procedure]",
        overrides,
    ]
    return "\n".join(lines)


@dataclass
class Table:
    """A committee at a table, its mailboxes, and the clock on the wall."""

    config: Config
    now: datetime = MONDAY
    boxes: dict[str, list[Delivered]] = field(default_factory=lambda: defaultdict(list))
    hop: Callable[[Letter, int], Fared] = lambda _letter, _attempt: Sent()
    attempts: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    count: int = 0

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        self.house, self.keys = daemon.build(self.config)
        self.house.begin(self.now)
        self.reception = Reception(self.house)

    def close(self) -> None:
        self.house.store.close()
        self.keys.close()

    def restart(self, after: timedelta = timedelta(0)) -> None:
        """Stop, let time pass with nobody running, and start again."""
        self.house.pulse(self.now)
        self.close()
        self.now += after
        self.open()
        self.run()

    # -- mail --------------------------------------------------------------------------------------

    def write(
        self,
        sender: str,
        to: str,
        text: str,
        *,
        subject: str = "",
        name: str = "",
        proof: str = "pass",
        answers: Delivered | None = None,
        headers: dict[str, str] | None = None,
        html: str = "",
        attach: tuple[tuple[str, str, bytes], ...] = (),
        run: bool = True,
        change: Callable[[EmailMessage], Any] | None = None,
    ) -> Mail:
        """Somebody writes; the mail is taken and everything that follows at once is delivered."""
        self.count += 1
        message = EmailMessage()
        message["From"] = f"{name} <{sender}>" if name else sender
        message["To"] = to
        message["Subject"] = subject or (f"Re: {answers.subject}" if answers else "hello")
        message["Date"] = format_datetime(self.now + timedelta(seconds=self.count % 50))
        message["Message-ID"] = f"<m{self.count}@{sender.rpartition('@')[2]}>"
        if answers:
            message["In-Reply-To"] = f"<{answers.mail.message_id}>"
        for key, value in (headers or {}).items():
            message[key] = value
        message.set_content(text)
        if html:
            message.add_alternative(html, subtype="html")
        for filename, kind, content in attach:
            main, _, sub = kind.partition("/")
            message.add_attachment(content, maintype=main, subtype=sub, filename=filename)
        if change:
            change(message)
        raw = message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        domain = sender.rpartition("@")[2]
        if proof:
            said = f"Authentication-Results: mx.example.test; dmarc={proof} header.from={domain}"
            raw = said.encode() + b"\r\n" + raw
        self.take(raw, sender, to)
        if run:
            self.run()
        return parse(raw)

    def take(self, raw: bytes, sender: str, *to: str) -> None:
        self.reception.take(Arrival(raw, sender, to, "lmtp", "127.0.0.1", self.now))

    def answer(self, delivered: Delivered, text: str, **more: Any) -> Mail:
        """The recipient of a letter replies to it, quoting it as mail programs do."""
        quoted = "\n".join(f"> {line}" for line in delivered.text.split("\n"))
        sender = more.pop("sender", delivered.to)
        said = f"{text}\n\nOn Monday, the committee wrote:\n{quoted}\n"
        return self.write(sender, delivered.reply_to, said, answers=delivered, **more)

    # -- time and post -----------------------------------------------------------------------------

    def run(self) -> None:
        """Deliver everything that is due now."""
        for _ in range(500):
            self.house.tick(self.now)
            mornings.strike(self.house, self.now)
            numbers = self.house.due_errands(self.now, 1000)
            if not numbers:
                return
            for number in numbers:
                self._deliver(number)
        raise AssertionError("the post does not come to rest")

    def _deliver(self, number: int) -> None:
        letter = self.house.letter(number, self.now)
        if letter is None:
            return
        self.attempts[number] += 1
        how = self.hop(letter, self.attempts[number])
        if isinstance(how, Sent):
            box = Delivered(
                self.now, letter.recipient, letter.sender, letter.content, parse(letter.content)
            )
            self.boxes[letter.recipient].append(box)
        self.house.fared(number, how, self.now, 0.5)

    def wait(self, **span: float) -> None:
        """Let time pass, stopping at every due moment on the way."""
        until = self.now + timedelta(**span)
        for _ in range(5000):
            mornings_at = self._morning()
            moments = (self.house.next_due(), mornings_at, self._listing())
            due = [d for d in moments if d and self.now < d <= until]
            if not due:
                break
            self.now = min(due)
            self.run()
        self.now = until
        self.run()

    def until(self, moment: datetime) -> None:
        self.wait(seconds=(moment - self.now).total_seconds())

    def _morning(self) -> datetime:
        from cocmail.core.clocks import next_morning

        return next_morning(self.now, self.house.zone)

    def _listing(self) -> datetime | None:
        """When the quarantine is looked through again; the daemon's sweep finds that by itself."""
        due = self.house.store.setting("quarantine-due")
        return datetime.fromisoformat(due) if due else None

    # -- looking -----------------------------------------------------------------------------------

    def box(self, who: str) -> list[Delivered]:
        return self.boxes[who if "@" in who else f"{who}@members.test"]

    def last(self, who: str, template: str = "") -> Delivered:
        found = [d for d in self.box(who) if not template or d.template == template]
        assert found, f"{who} has no {template or 'mail'}: {[d.template for d in self.box(who)]}"
        return found[-1]

    def count_of(self, who: str, template: str = "") -> int:
        return len([d for d in self.box(who) if not template or d.template == template])


def table(folder: Path, text: str | None = None, **options: Any) -> Table:
    """A fresh committee in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "cocmail.toml"
    file.write_text(text or toml(**options))
    config = load(file)
    assert isinstance(config, Config), [str(p) for p in config]
    return Table(config)


def id_in(delivered: Delivered, verb: str = "OK") -> str:
    """The id that a mail prints with its command, `OK 3F7K`."""
    found = re.search(rf"\b{verb} ([A-Z2-9]{{4}})\b", delivered.text)
    assert found, delivered.text
    return found[1]


__all__ = ["ALIAS", "MONDAY", "Deferred", "Delivered", "Refused", "Sent", "Table", "id_in", "table"]
