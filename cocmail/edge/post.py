"""The post: takes Letters, and nothing else, to the smarthost or into Maildirs.

One letter is one transaction with exactly one recipient. How it fared is a value; no exception
leaves `send`, and no word of a peer is kept, only codes. What concerns us rather than the
recipient (the connection, our credentials, our return path) is the operator's trouble and
therefore deferred, never refused: a wrong password must not look like five dead mailboxes.
Not here: who gets what (gate.py), when to try again (core/retry.py) and when to give up (house).
"""

import asyncio
import contextlib
import hashlib
import os
import re
import secrets
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import aiosmtplib
from aiosmtplib import SMTPResponse

from cocmail import journal
from cocmail.core.domains import ascii_domain
from cocmail.edge.session import read_path
from cocmail.mail.letter import Deferred, Fared, Letter, Refused, Sent
from cocmail.mail.signing import Signer

Security = Literal["smtp", "smtp+starttls", "smtps"]

_COMMAND_SECONDS = 60.0
# RFC 5321 4.5.3.2.6: ten minutes, because giving up earlier means sending twice.
_FINAL_DOT_SECONDS = 600.0
_LARGE = 1_000_000  # bytes; the library copies a letter several times while sending it

# Answers about the session or our credentials, wherever they come (RFC 5321 4.2.3, RFC 4954 6).
_ABOUT_US = frozenset({500, 501, 502, 503, 504, 530, 534, 535, 538, 555})
_ENHANCED = re.compile(r"([245]\.\d{1,3}\.\d{1,3})(?:\s|$)")


class Post(Protocol):
    """Where the house hands its letters in."""

    async def send(self, letter: Letter) -> Fared:
        """Send one letter. Never raises but when cancelled."""

    async def close(self) -> None:
        """Let go of every connection."""


@dataclass(frozen=True, slots=True)
class _Stale:
    """The connection broke or was closing before it had taken anything of the letter."""

    fared: Deferred


class Smarthost:
    """Letters to one next hop over a few kept connections.

    `security` is the scheme of the configured URL: "smtp" (STARTTLS when offered, certificate
    not verified), "smtp+starttls" (required and verified), "smtps" (TLS from the start,
    verified). `connections` bounds the open connections, `idle` is how many seconds an unused
    one is kept. `hostname` is what we call ourselves in EHLO. `signer` adds a DKIM signature.
    """

    def __init__(
        self,
        security: Security,
        host: str,
        port: int,
        *,
        hostname: str,
        user: str | None = None,
        password: str | None = None,
        connections: int = 4,
        idle: float = 30,
        timeout: float = _COMMAND_SECONDS,
        final_timeout: float = _FINAL_DOT_SECONDS,
        signer: Signer | None = None,
    ) -> None:
        self._signer = signer
        self._security = security
        self._host = host
        self._port = port
        self._hostname = hostname
        self._user = user
        self._password = password
        self._idle = idle
        self._timeout = timeout
        self._final_timeout = final_timeout
        self._tls = ssl.create_default_context()
        if security == "smtp":
            self._tls.check_hostname = False
            self._tls.verify_mode = ssl.CERT_NONE
        self._lanes = asyncio.Semaphore(connections)
        self._large = asyncio.Semaphore(1)
        self._kept: list[tuple[aiosmtplib.SMTP, asyncio.TimerHandle]] = []
        self._farewells: set[asyncio.Task[None]] = set()
        self._closed = False

    async def send(self, letter: Letter) -> Fared:
        """Send one letter in one transaction. See `Post.send`."""
        async with contextlib.AsyncExitStack() as turn:
            if len(letter.content) > _LARGE:
                await turn.enter_async_context(self._large)
            await turn.enter_async_context(self._lanes)
            content = letter.content
            if self._signer is not None:  # some milliseconds of arithmetic
                content = await asyncio.to_thread(self._signer.signed, content)
            kept = self._take_kept()
            if kept is not None:
                fared = await self._attempt(kept, letter, content)
                if not isinstance(fared, _Stale):
                    return fared
            fresh = await self._connect()
            if isinstance(fresh, Deferred):
                return fresh
            fared = await self._attempt(fresh, letter, content)
            return fared.fared if isinstance(fared, _Stale) else fared

    async def greet(self) -> Deferred | None:
        """Connect, greet, secure and log in as `send` would, then leave; None: all went well."""
        client = await self._connect()
        if isinstance(client, Deferred):
            return client
        await _farewell(client)
        return None

    async def close(self) -> None:
        """Say QUIT on every kept connection, for five seconds at most each."""
        self._closed = True
        while (kept := self._take_kept()) is not None:
            self._part_from(kept)
        if self._farewells:
            await asyncio.wait(self._farewells)

    def _take_kept(self) -> aiosmtplib.SMTP | None:
        """The connection used last, so that the surplus grows old and is closed."""
        while self._kept:
            client, alarm = self._kept.pop()
            alarm.cancel()
            if client.is_connected:
                return client
            client.close()
        return None

    def _keep(self, client: aiosmtplib.SMTP) -> None:
        if self._closed:
            self._part_from(client)
            return
        loop = asyncio.get_running_loop()
        self._kept.append((client, loop.call_later(self._idle, self._expire, client)))

    def _expire(self, client: aiosmtplib.SMTP) -> None:
        self._kept = [(other, alarm) for other, alarm in self._kept if other is not client]
        self._part_from(client)

    def _part_from(self, client: aiosmtplib.SMTP) -> None:
        task = asyncio.get_running_loop().create_task(_farewell(client))
        self._farewells.add(task)
        task.add_done_callback(self._farewells.discard)

    async def _connect(self) -> aiosmtplib.SMTP | Deferred:
        """A fresh, greeted, secured and authenticated connection. All its troubles are ours."""
        client = aiosmtplib.SMTP(
            hostname=self._host,
            port=self._port,
            username=self._user,
            password=self._password,
            local_hostname=self._hostname,
            timeout=self._timeout,
            use_tls=self._security == "smtps",
            start_tls={"smtp": None, "smtp+starttls": True, "smtps": False}[self._security],
            tls_context=self._tls,
        )
        try:
            await client.connect()
            # After TLS began the server has to be greeted again (RFC 3207 4.2).
            if client.is_ehlo_or_helo_needed:
                await client.ehlo()
        except aiosmtplib.SMTPResponseException as answer:
            client.close()
            return _deferred(SMTPResponse(answer.code, answer.message))
        except Exception as error:  # noqa: BLE001 - names, sockets, TLS, all of it is "later"
            client.close()
            journal.note("trouble", where="post", cause=journal.cause(error))
            return Deferred()
        except BaseException:
            client.close()
            raise
        return client

    async def _attempt(
        self, client: aiosmtplib.SMTP, letter: Letter, content: bytes
    ) -> Fared | _Stale:
        """One transaction. The connection is kept only when both sides agree where they are."""
        talk = _Transaction(client, letter, content, self._final_timeout)
        reusable = False
        try:
            fared = await talk.run()
            reusable = client.is_connected and await talk.settle(fared)
        except Exception as error:  # noqa: BLE001 - whatever it was, the two are out of step (P33)
            # An answer that came before the trouble stands; without one, how far did it get?
            fared = talk.fared_so_far()
            journal.note("trouble", where="post", cause=journal.cause(error))
        finally:
            if not reusable:
                client.close()
        if reusable:
            self._keep(client)
        return fared


class _Transaction:
    """MAIL, RCPT, DATA for one letter, and how far it has come."""

    def __init__(
        self, client: aiosmtplib.SMTP, letter: Letter, content: bytes, final_timeout: float
    ) -> None:
        self._client = client
        self._letter = letter
        self._content = content
        self._final_timeout = final_timeout
        self._accepted_mail = False
        self._text_began = False
        self._result: Fared | _Stale | None = None

    async def run(self) -> Fared | _Stale:
        """The transaction. Raises what the library raises when there is no proper reply."""
        self._result = await self._converse()
        return self._result

    def fared_so_far(self) -> Fared | _Stale:
        """What is known after an exception: EOF after the dot is an unknown outcome (P34)."""
        if self._result is not None:
            return self._result
        if not self._accepted_mail:
            return _Stale(Deferred())
        return Deferred(unknown=self._text_began)

    async def settle(self, fared: Fared | _Stale) -> bool:
        """Whether the connection may be used again: RSET unless the letter was taken."""
        if isinstance(fared, Sent):
            return True
        return (await self._client.execute_command(b"RSET")).code == 250

    async def _converse(self) -> Fared | _Stale:
        sender, recipient = (
            _for_the_wire(self._letter.sender),
            _for_the_wire(self._letter.recipient),
        )
        if not (_is_address(recipient) and (not sender or _is_address(sender))):
            return Refused(553, "5.1.3")
        options = self._options(sender + recipient)
        if options is None:
            return Refused(553, "5.6.7")  # RFC 6531 3.5; the address cannot be said here
        mail = b"FROM:<" + sender.encode() + b">"
        reply = await self._client.execute_command(b"MAIL", mail, *options)
        if reply.code == 421:
            return _Stale(_deferred(reply))
        if reply.code != 250:
            # Too big for this server is about the letter; all else here is about us.
            return Refused(552, _status(reply)) if reply.code == 552 else _deferred(reply)
        self._accepted_mail = True
        reply = await self._client.execute_command(b"RCPT", b"TO:<" + recipient.encode() + b">")
        if reply.code not in (250, 251):
            # 5.7.x at RCPT is "relaying denied" and kin (RFC 3463 3.8): our set-up, not the box.
            return _deferred(reply) if _status(reply).startswith("5.7.") else _judged(reply)
        return await self._text()

    async def _text(self) -> Fared:
        self._text_began = True
        try:
            await self._client.data(self._content, timeout=self._final_timeout)
        except aiosmtplib.SMTPDataError as answer:
            return _judged(SMTPResponse(answer.code, answer.message))
        return Sent()

    def _options(self, addresses: str) -> list[bytes] | None:
        """MAIL parameters; None when the server cannot carry these addresses (P35)."""
        content = self._content
        headers = content[:65536].partition(b"\r\n\r\n")[0]
        options = []
        if self._client.supports_extension("size"):
            options.append(b"SIZE=%d" % len(content))
        if not content.isascii() and self._client.supports_extension("8bitmime"):
            options.append(b"BODY=8BITMIME")
        if self._client.supports_extension("smtputf8"):
            if not (addresses.isascii() and headers.isascii()):
                options.append(b"SMTPUTF8")
        elif not addresses.isascii():
            return None
        return options


def _is_address(address: str) -> bool:
    """Whether it can stand between angle brackets without becoming something else."""
    return read_path(f"<{address}>") == (address, "")


async def _farewell(client: aiosmtplib.SMTP) -> None:
    with contextlib.suppress(aiosmtplib.SMTPException, OSError):
        await client.quit(timeout=5)
    client.close()


def _for_the_wire(address: str) -> str:
    """The address with its domain in ASCII, which every server takes (P35)."""
    local, at, domain = address.rpartition("@")
    return address if domain.isascii() else f"{local}{at}{ascii_domain(domain) or domain}"


def _status(reply: SMTPResponse) -> str:
    """The enhanced status code at the head of a reply (RFC 2034), and none of its words."""
    found = _ENHANCED.match(reply.message)
    return found[1] if found else ""


def _deferred(reply: SMTPResponse) -> Deferred:
    return Deferred(reply.code if 200 <= reply.code <= 599 else 0, status=_status(reply))


def _judged(reply: SMTPResponse) -> Fared:
    """5xx is for good, unless it is about us; anything else is later (RFC 5321 4.2.1)."""
    if 500 <= reply.code <= 599 and reply.code not in _ABOUT_US:
        return Refused(reply.code, _status(reply))
    return _deferred(reply)


class MaildirPost:
    """Letters into one Maildir per recipient below `folder`, for a trial without a smarthost."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def send(self, letter: Letter) -> Fared:
        """Deliver durably: written and synced in tmp, then renamed into new."""
        try:
            await asyncio.to_thread(self._deliver, letter)
        except OSError as error:
            journal.note("trouble", where="maildir", cause=journal.cause(error))
            return Deferred()
        return Sent()

    async def close(self) -> None:
        """Nothing is kept open."""

    def _deliver(self, letter: Letter) -> None:
        box = self._folder / folder_name(letter.recipient)
        for part in ("tmp", "new", "cur"):
            (box / part).mkdir(mode=0o700, parents=True, exist_ok=True)
        name = f"{letter.errand}.{secrets.token_hex(8)}.cocmail"
        draft = box / "tmp" / name
        try:
            with draft.open("xb") as out:
                out.write(letter.content)
                out.flush()
                os.fsync(out.fileno())
            draft.rename(box / "new" / name)
        finally:
            draft.unlink(missing_ok=True)
        for folder in (box / "new", box, self._folder):
            _sync(folder)


def folder_name(address: str) -> str:
    """The folder of a recipient: readable, never a path, never the same for two recipients."""
    name = re.sub(
        r"[^a-z0-9@._+-]|^\.",
        lambda found: "".join(f"={byte:02x}" for byte in found[0].encode("utf-8", "replace")),
        address.lower(),
    )
    if len(name) <= 200:
        return name or "=empty"
    return name[:120] + "=" + hashlib.sha256(address.lower().encode("utf-8", "replace")).hexdigest()


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
