"""The stage of `cocmail demo`: a real daemon between a relay and a sink, and a clock that jumps.

People write mails over a real socket, letters leave over a real socket, and nothing else is
touched. Not here: what is written and why (story.py), what is shown of it (screen.py).
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from types import TracebackType
from typing import Protocol, Self, TypeVar

from cocmail.config import Config, Listen, SmtpRoute
from cocmail.core.clocks import next_morning
from cocmail.daemon import Daemon, build
from cocmail.demo.cast import RELAY, Player
from cocmail.edge.relay import hand_in, vouched
from cocmail.edge.sink import Sink
from cocmail.house import House
from cocmail.mail.parse import Mail, parse

T = TypeVar("T")

PATIENCE = 20.0  # seconds for the post to come to rest


class Broke(Exception):  # noqa: N818 - a plain word
    """The play cannot go on; the text says what was missing."""


class Wall:
    """A clock on the wall: it runs at its own pace, and can be put forward.

    Both hands move together, so the daemon sees time that passed, not a clock that jumped.
    """

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._began = time.monotonic()
        self._ahead = 0.0

    def now(self) -> datetime:
        """The time of day in the play, UTC."""
        return self._start + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        """Seconds of the play so far."""
        return time.monotonic() - self._began + self._ahead

    def move(self, to: datetime) -> None:
        """Put the clock forward; never back."""
        self._ahead += max(0.0, (to - self.now()).total_seconds())


@dataclass(frozen=True, slots=True)
class Written:
    """A mail that somebody wrote, and the answer of the door (250: it is kept).

    `elapsed` is how many real seconds passed until everything that followed at once had left.
    """

    at: datetime
    by: Player
    to: str
    subject: str
    words: str
    proof: str
    reply: int
    elapsed: float


@dataclass(frozen=True, slots=True)
class Delivered:
    """A letter as it came to the next hop."""

    at: datetime
    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    mail: Mail

    @property
    def to(self) -> str:
        """The first recipient of the envelope."""
        return self.recipients[0]

    @property
    def template(self) -> str:
        """Which letter it is; letters to parties do not say."""
        return self.mail.header("X-Cocmail")


class Audience(Protocol):
    """Who watches."""

    async def written(self, mail: Written) -> None:
        """Somebody wrote a mail."""

    async def delivered(self, letters: Sequence[Delivered]) -> None:
        """These letters came to the next hop."""


class Stage:
    """One daemon, one sink, and everybody's mailbox."""

    def __init__(self, config: Config, start: datetime, audience: Audience) -> None:
        self.wall = Wall(start)
        self.letters: list[Delivered] = []
        self.mails: list[Written] = []
        self._config = config
        self._audience = audience
        self._sink = Sink()

    async def __aenter__(self) -> Self:
        await self._sink.start()
        self.daemon = Daemon(_on_loopback(self._config, self._sink.port), self.wall)
        try:
            await self.daemon.start()
        except BaseException:
            await self._sink.stop()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        await self.daemon.stop()
        await self._sink.stop()

    # -- mail --------------------------------------------------------------------------------------

    async def write(
        self, by: Player, to: str, subject: str, words: str, *, proof: str = "pass",
        envelope: str = "", quoted: str = "", thread: str = "",
    ) -> Written:  # fmt: skip
        """Somebody writes; returns when everything that follows at once has left."""
        at = self.wall.now()
        content = _compose(by, to, subject, words + quoted, at, len(self.mails), thread)
        domain = by.address.rpartition("@")[2]
        began = time.monotonic()
        port = self.daemon.doors[0].port
        reply = await hand_in(
            port, envelope or by.address, to, vouched(content, RELAY, proof, domain)
        )
        await self._settle()
        mail = Written(at, by, to, subject, words, proof, reply, time.monotonic() - began)
        self.mails.append(mail)
        await self._audience.written(mail)
        await self._collect()
        return mail

    async def answer(
        self, by: Player, letter: Delivered, words: str, *, proof: str = "pass", envelope: str = ""
    ) -> Written:
        """Reply to a letter as a phone does: the words, a signature, the quote."""
        quote = "\n".join(f"> {line}" for line in letter.mail.text.splitlines())
        return await self.write(
            by,
            letter.mail.sender_reply_to[0].addr,
            f"Re: {letter.mail.subject}",
            words,
            proof=proof,
            envelope=envelope,
            quoted=f"\n\nSent from my phone\n\nOn {letter.at:%a, %d %b}, the committee wrote:\n"
            f"{quote}\n",
            thread=letter.mail.message_id,
        )

    def last(self, player: Player, template: str = "") -> Delivered:
        """The newest letter in somebody's mailbox. Raises Broke when there is none."""
        for letter in reversed(self.letters):
            if letter.to == player.address and (not template or letter.template == template):
                return letter
        raise Broke(f"{player.name} should have a mail now ({template or 'a letter'}), and has not")

    # -- time --------------------------------------------------------------------------------------

    async def until(self, moment: datetime) -> None:
        """Put the clock forward, stopping wherever something is due on the way."""
        while (now := self.wall.now()) < moment:
            due = await self._ask(self.daemon.house.next_due)
            stops = [due, next_morning(now, self.daemon.house.zone), moment]
            self.wall.move(min(stop for stop in stops if stop and stop > now))
            await self._settle()
            await self._collect()

    async def _settle(self) -> None:
        """Return when nothing is due any more. Raises Broke when that does not come."""
        self.daemon.wake()
        deadline = time.monotonic() + PATIENCE
        while await self._ask(self._is_busy):
            if time.monotonic() > deadline:
                raise Broke("the post does not come to rest")
            await asyncio.sleep(0.005)

    def _is_busy(self) -> bool:
        now = self.wall.now()
        self.daemon.speak(now)
        return bool(self.daemon.house.due_errands(now, 1))

    async def _collect(self) -> None:
        at = self.wall.now()
        fresh = [
            Delivered(at, came.envelope_from, came.rcpt_tos, came.content, parse(came.content))
            for came in self._sink.letters[len(self.letters) :]
        ]
        self.letters += fresh
        if fresh:
            await self._audience.delivered(fresh)

    # -- a look into the log -----------------------------------------------------------------------

    async def case(self) -> str:
        """Everything that the one case has decided so far, as a text to compare."""

        return await self._ask(lambda: _told(self.daemon.house))

    async def counts(self) -> tuple[int, int, int]:
        """Letters that the log says were sent, errands that wait, mails kept as stuck."""

        def look() -> tuple[int, int, int]:
            store = self.daemon.house.store
            sent = sum(1 for row in store.log_rows() if row.kind == "Sent")
            return sent, store.counts().errands, int(store.setting("stuck") or "0")

        return await self._ask(look)

    async def _ask(self, look: Callable[[], T]) -> T:
        return await self.daemon.desk.ask(look)


def reread(config: Config) -> str:
    """The one case, folded again from the file after the daemon stopped; as `Stage.case`."""
    house, keys = build(config)
    try:
        return _told(house)
    finally:
        house.store.close()
        keys.close()


def _told(house: House) -> str:
    case = next(house.records.cases())
    told = (case.state, case.code, case.result, case.lead, case.group, case.recused,
            case.excluded, case.parties, case.drafts, case.ballots, case.notes, case.talks,
            case.safety, case.repeat, case.promised)  # fmt: skip
    return repr(told)


def _on_loopback(config: Config, sink_port: int) -> Config:
    """The same configuration with a free port for the door, and the sink as next hop."""
    assert config.smtp is not None
    door = config.smtp.model_copy(update={"listen": Listen("127.0.0.1", 0)})
    route = SmtpRoute("smtp", "127.0.0.1", sink_port)
    return replace(config, smtp=door, smarthost=config.smarthost.model_copy(update={"url": route}))


def _compose(
    by: Player, to: str, subject: str, text: str, at: datetime, number: int, thread: str
) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = formataddr((by.name, by.address))
    mail["To"] = to
    mail["Subject"] = subject
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{number}@{by.address.rpartition('@')[2]}>"
    if thread:
        mail["In-Reply-To"] = f"<{thread}>"
    mail.set_content(text)
    return mail.as_bytes()
