"""One SMTP or LMTP connection: aiosmtpd, with the habits replaced that would lose or leak a mail.

Everything a peer can see is a fixed text: no echo of what it sent, no word of an exception. Each
override says why it is there.
Not here: the listening, the counting and the commit (smtp.py), and what a mail means.
"""

import asyncio
import collections
import contextlib
import re
from typing import TYPE_CHECKING, Any, cast

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as Greeted

from cocmail import journal
from cocmail.mail.arrival import Arrival

if TYPE_CHECKING:
    from cocmail.edge.smtp import Door, Frontdesk

_RECIPIENTS = 100
_STRETCH = 2**17  # bytes read at a time; also the longest command line the reader holds
_LARGE = 1_000_000  # bytes; only a few mails above this are in hand at once
_END = b"\r\n.\r\n"

# Commands per connection. A relay may keep one connection for many mails.
_CALLS = {"*": 200, "MAIL": 10_000, "RCPT": 100_000, "DATA": 10_000, "RSET": 10_000}


class Said(str):
    """A reply in our own words. Replies in the library's words are reduced to their code."""

    __slots__ = ()


_KEPT = Said("250 2.0.0 kept")
_NOT_KEPT = Said("451 4.3.0 not kept, please try again later")
_TOO_BIG = Said("552 5.3.4 message too big")
_BARE = Said("550 5.5.2 bare CR or LF")
_LEAVING = Said("421 4.3.2 closing, please try again later")

# The library's replies repeat what the peer sent, and carry no enhanced codes (RFC 2034).
_PLAIN = {
    code: Said(text)
    for code, text in {
        "221": "221 2.0.0 bye",
        "250": "250 2.0.0 OK",
        "252": "252 2.5.0 cannot verify, send and see",
        "421": "421 4.7.0 too many commands",
        "454": "454 4.7.0 TLS not available",
        "500": "500 5.5.2 command not understood",
        "501": "501 5.5.4 syntax error",
        "502": "502 5.5.1 not offered here",
        "503": "503 5.5.1 command out of order",
        "552": _TOO_BIG,
        "553": "553 5.1.3 not an address",
        "554": "554 5.7.0 refused without security",
        "555": "555 5.5.4 parameter not known",
    }.items()
}

# RFC 5321 4.1.2 and RFC 6531 3.3, read generously: quoted local parts, a source route (dropped),
# missing angle brackets, any non-ASCII letter; but no control and no undecodable byte (P6).
_ATOM = r"[^\x00-\x20\x7f-\xa0<>\"\ud800-\udfff\u2028\u2029]"
_PATH = re.compile(
    r"(?:<(?:@[^\s<>:\"]*:)?"
    rf"(?P<path>(?:\"(?:[^\"\\\x00-\x1f\x7f\ud800-\udfff]|\\[\x20-\x7e])*\"@)?{_ATOM}*)>"
    rf"|(?P<bare>{_ATOM}+))(?:\s+(?P<rest>.*))?"
)
_LONGEST_ADDRESS = 512


def read_path(argument: str) -> tuple[str | None, str | None]:
    """The address and the parameters of a MAIL or RCPT argument; (None, None) if malformed.

    The null path comes back as "<>": the library takes "" for a missing one (P7).
    """
    found = _PATH.fullmatch(argument)
    if found is None:
        return None, None
    address = found["bare"] or found["path"] or "<>"
    return (address, found["rest"] or "") if len(address) <= _LONGEST_ADDRESS else (None, None)


class Hooks:
    """What aiosmtpd asks of a handler. One for all connections of a door; it holds no mail."""

    def __init__(self, frontdesk: "Frontdesk", hostname: str) -> None:
        self._frontdesk = frontdesk
        self._hostname = hostname

    async def handle_HELO(  # noqa: N802 - the library's name
        self, _server: SMTP, session: Greeted, _envelope: Envelope, name: str
    ) -> str:
        session.host_name = name
        return Said(f"250 {self._hostname}")

    async def handle_EHLO(  # noqa: N802 - the library's name
        self, _server: SMTP, session: Greeted, _envelope: Envelope, name: str, lines: list[str]
    ) -> list[str]:
        """Without the empty AUTH line that appears after STARTTLS (P12), with what we can do."""
        session.host_name = name
        offered = [line for line in lines if line[4:8] not in ("AUTH", "HELP")]
        offered += ["250-PIPELINING", "250 ENHANCEDSTATUSCODES"]
        return [Said(line) for line in offered]

    async def handle_RCPT(  # noqa: N802 - the library's name
        self,
        _server: SMTP,
        _session: Greeted,
        envelope: Envelope,
        address: str,
        _parameters: list[str],
    ) -> str:
        if len(envelope.rcpt_tos) >= _RECIPIENTS:
            return Said("452 4.5.3 too many recipients")
        if not self._frontdesk.is_ours(address):
            return Said("550 5.1.1 no such address here")
        envelope.rcpt_tos.append(address)
        return Said("250 2.1.5 OK")


class Guarded(SMTP):
    """One connection, with the library's dangerous habits replaced."""

    line_length_limit = _STRETCH

    def __init__(self, door: "Door", peer: str) -> None:
        # Per connection: in the library it is one table for all (P8).
        self.command_size_limits = collections.defaultdict(lambda: 2048)
        self._door = door
        self.peer = peer
        self._busy = False
        self._leaving = False
        super().__init__(
            door.hooks,
            data_size_limit=door.size_limit,
            enable_SMTPUTF8=True,
            hostname=door.hostname,
            ident=f"{'ESMTP' if door.kind == 'smtp' else 'LMTP'} cocmail",
            tls_context=door.tls,
            timeout=door.idle,
            auth_exclude_mechanism=("LOGIN", "PLAIN"),
            command_call_limit=_CALLS,
            loop=asyncio.get_running_loop(),
        )
        self.gone: asyncio.Future[None] = self.loop.create_future()
        self._limit = self.loop.call_later(door.session, self.leave)

    def leave(self) -> None:
        """Say 421 and close; with a mail in hand, only after that has been answered."""
        if self._busy:
            self._leaving = True
            self._limit.cancel()
            self._limit = self.loop.call_later(self._door.session, self.abort)
        elif self.transport is not None:
            transport = cast(asyncio.Transport, self.transport)
            if not transport.is_closing():
                transport.write(_LEAVING.encode() + b"\r\n")
                transport.close()
            # A peer that does not read keeps a closing transport open for ever.
            self.loop.call_later(5, transport.abort)

    def abort(self) -> None:
        """Cut the connection at once."""
        if self.transport is not None:
            cast(asyncio.Transport, self.transport).abort()

    def connection_lost(self, error: Exception | None) -> None:
        self._limit.cancel()
        if not self.gone.done():
            self.gone.set_result(None)
            self._door.forget(self)
            super().connection_lost(error)

    def _timeout_cb(self) -> None:
        if self._busy:
            self.abort()
        else:
            self.leave()

    async def _handle_client(self) -> None:
        # A peer that vanishes is no error of ours, and the library would let the task fail.
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await super()._handle_client()

    async def handle_exception(self, error: Exception) -> str:
        """451 and a clean slate, where the library sends the exception's text with 500 (P2)."""
        journal.note("trouble", where="door", cause=journal.cause(error))
        self.envelope = self._create_envelope()
        return _NOT_KEPT

    async def push(self, status: Any) -> None:
        # 220 is the greeting or the go-ahead to TLS, both made of our own words only.
        if not isinstance(status, Said) and not status.startswith("220 "):
            status = _PLAIN.get(status[:3], _NOT_KEPT)
        await super().push(status)

    def _getaddr(self, arg: str) -> tuple[str | None, str | None]:
        return read_path(arg)

    async def smtp_AUTH(self, _arg: str) -> None:  # noqa: N802 - the library's name
        await self.push(_PLAIN["502"])

    async def smtp_VRFY(self, _arg: str) -> None:  # noqa: N802 - the library's name
        await self.push(_PLAIN["252"])

    async def smtp_HELP(self, _arg: str) -> None:  # noqa: N802 - the library's name
        await self.push(Said("214 2.0.0 see RFC 5321"))

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802 - the library's name
        if await self.check_helo_needed():
            return
        envelope = self.envelope
        if envelope is None or not envelope.rcpt_tos or arg:
            await self.push(_PLAIN["501" if arg else "503"])
            return
        self._busy = True
        try:
            async with contextlib.AsyncExitStack() as in_hand:
                await self.push(Said("354 end with <CRLF>.<CRLF>"))
                raw = await self._body(in_hand)
                answers = await self._answers(envelope, raw)
            self.envelope = self._create_envelope()
            await self.push(self._replies(answers))
        finally:
            self._busy = False
        if self._leaving:
            self.leave()

    async def _body(self, in_hand: contextlib.AsyncExitStack) -> bytes | None:
        """The mail up to CRLF.CRLF and nothing else (P11), unstuffed; None when it is too big.

        Lines may have any length (P5): it is read in stretches, not lines, which also makes it
        fast and bounds what a peer without line ends can make us hold.
        """
        # The first line may already be the lone dot: its CRLF is that of the DATA command.
        self._reader._buffer[:0] = b"\r\n"  # type: ignore[attr-defined]
        pieces: list[bytes] = []
        size, large, ended = 0, False, False
        while not ended:
            try:
                piece = await self._reader.readuntil(_END)
                ended = True
            except asyncio.LimitOverrunError as more:
                piece = await self._reader.readexactly(more.consumed)
            self._reset_timeout()
            size += len(piece)
            pieces.append(piece)
            if size > self._door.size_limit + len(_END):
                pieces.clear()
            elif size > _LARGE and not large:
                large = True
                await self._wait_for_room(in_hand)
        if size > self._door.size_limit + len(_END):
            return None
        whole = b"".join(pieces)
        pieces.clear()
        # RFC 5321 4.5.2: one leading dot goes, whatever follows it.
        body = whole[: -len(b".\r\n")].replace(b"\r\n.", b"\r\n")
        return body[len(b"\r\n") :]

    async def _wait_for_room(self, in_hand: contextlib.AsyncExitStack) -> None:
        """Few large mails at once: a parsed one takes several times its size (P43)."""
        self._rest()
        await in_hand.enter_async_context(self._door.room)
        self._reset_timeout()

    def _rest(self) -> None:
        """Stop the idle clock while the peer is waiting for us."""
        if self._timeout_handle is not None:
            self._timeout_handle.cancel()

    async def _answers(self, envelope: Envelope, raw: bytes | None) -> list[Said]:
        """One reply per recipient, in order."""
        recipients = tuple(envelope.rcpt_tos)
        if raw is None:
            return [_TOO_BIG] * len(recipients)
        # A relay in front has decided already; a stranger's bare line end may hide a second mail.
        if self._door.kind == "smtp" and has_bare_line_end(raw):
            return [_BARE] * len(recipients)
        sender = "" if envelope.mail_from in (None, "<>") else str(envelope.mail_from)
        at = self._door.clock()
        arrival = Arrival(raw, sender, recipients, self._door.kind, self.peer, at)
        self._rest()
        kept = await self._door.keep(arrival)
        self._reset_timeout()
        return [_KEPT if answer else _NOT_KEPT for answer in kept]

    def _replies(self, answers: list[Said]) -> Said:
        """SMTP has one answer for all: 250 only if every recipient's copy is kept."""
        return next((answer for answer in answers if answer is not _KEPT), _KEPT)


class SmtpSession(Guarded):
    """A connection to the SMTP door."""


class LmtpSession(Guarded, LMTP):
    """A connection to the LMTP door: LHLO, and one answer per recipient (RFC 2033 4.2, P1)."""

    def _replies(self, answers: list[Said]) -> Said:
        return Said("\r\n".join(answers))


def has_bare_line_end(raw: bytes) -> bool:
    """Whether a CR or an LF stands alone (RFC 5321 2.3.8)."""
    pairs = raw.count(b"\r\n")
    return raw.count(b"\r") != pairs or raw.count(b"\n") != pairs
