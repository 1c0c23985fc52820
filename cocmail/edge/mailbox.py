"""One conversation with a hosted mailbox: log in, look, read, wait, and take mails out of it.

Only this file speaks IMAP. Nothing in it marks a mail as read (BODY.PEEK), and nothing removes
more than the mails that were named by UID. Not here: which mails may be removed, and trying again
(imap.py). Every method raises what the library or the network raises: the conversation is over
then, and whoever wants another opens another.
"""

import contextlib
import shlex
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from cocmail.config.tables import Imap

_CONNECT, _ANSWER = 15.0, 60.0  # seconds; without them a dead link blocks for ever (P18)
_TOKEN_SECONDS = 30.0
_AT_ONCE = 500  # mails asked about in one command
_GLANCE = 1.0  # seconds; how soon a stop is noticed while waiting
_BODY, _X_LOOP = b"BODY[]", b"BODY[HEADER.FIELDS (X-LOOP)]"


class NoSuchFolder(Exception):  # noqa: N818 - a fact about the account, no fault
    """The server will not open this folder."""


class Mailbox:
    """An open conversation, logged in; what the server can do is known."""

    def __init__(self, settings: Imap) -> None:
        self._client = _connected(settings)
        self._ended = False
        try:
            _log_in(self._client, settings)
            able = {bytes(one).upper() for one in self._client.capabilities()}
            newer = b"IMAP4REV2" in able  # RFC 9051 holds the three extensions within itself
            self.idles = newer or b"IDLE" in able
            self.expunges = newer or b"UIDPLUS" in able
            self.moves = newer or b"MOVE" in able
            # There a plain expunge only takes the label off and archives the mail.
            self.archives = b"X-GM-EXT-1" in able
            self.trash = settings.trash_folder or self._provided_trash()
        except BaseException:
            self.end()
            raise

    def _provided_trash(self) -> str:
        """The folder that the server says is its Trash (RFC 6154), where mails must go there."""
        if not self.moves or (self.expunges and not self.archives):
            return ""
        return next((name for flags, name in self.folders() if b"\\Trash" in flags), "")

    def end(self) -> None:
        """Hang up, at once and from any thread. Never raises."""
        self._ended = True
        with contextlib.suppress(Exception):
            self._client.shutdown()

    def leave(self) -> None:
        """Say goodbye and hang up. Never raises."""
        with contextlib.suppress(Exception):
            self._client.logout()
        self.end()

    # -- looking ---------------------------------------------------------------------------------

    def folders(self) -> list[tuple[tuple[bytes, ...], str]]:
        """The flags and the name of every folder that can be opened."""
        listed = ((tuple(flags), str(name)) for flags, _, name in self._client.list_folders())
        return [one for one in listed if b"\\Noselect" not in one[0]]

    def open(self, folder: str) -> tuple[int, int]:
        """Open a folder: its UIDVALIDITY, and how many mails are in it. Raises NoSuchFolder."""
        try:
            said = self._client.select_folder(folder)
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            raise NoSuchFolder from None
        return int(said.get(b"UIDVALIDITY", 0)), int(said[b"EXISTS"])

    def uids(self, first: int = 1) -> list[int]:
        """Every mail from this UID on, read and flagged ones too, oldest first (P20)."""
        found = self._client.search(["UID", f"{first}:*"] if first > 1 else "ALL")
        return sorted(int(uid) for uid in found if uid >= first)  # n:* always names the last one

    def with_header(self, name: str, value: str) -> list[int]:
        """Every mail of the open folder that has this word in this header field."""
        return sorted(map(int, self._client.search(["HEADER", name, value])))

    def sizes(self, uids: Sequence[int]) -> dict[int, int]:
        """How large each is, before any of it is fetched."""
        return {uid: int(said[b"RFC822.SIZE"])
                for uid, said in self._fetched(uids, "RFC822.SIZE")
                if b"RFC822.SIZE" in said}  # fmt: skip

    def marks(self, uids: Sequence[int]) -> dict[int, bytes]:
        """The X-Loop fields of each, as header lines."""
        wanted = "BODY.PEEK[HEADER.FIELDS (X-LOOP)]"
        return {uid: said[_X_LOOP] or b"" for uid, said in self._fetched(uids, wanted)
                if _X_LOOP in said}  # fmt: skip

    def whole(self, uids: Sequence[int]) -> dict[int, bytes]:
        """Every byte of each; of one that has vanished, nothing."""
        return {uid: bytes(said[_BODY]) for uid, said in self._fetched(uids, "BODY.PEEK[]")
                if said.get(_BODY) is not None}  # fmt: skip

    def _fetched(self, uids: Sequence[int], wanted: str) -> Iterator[tuple[int, Any]]:
        for start in range(0, len(uids), _AT_ONCE):
            yield from self._client.fetch(uids[start : start + _AT_ONCE], [wanted]).items()

    # -- changing --------------------------------------------------------------------------------

    def remove(self, uids: Sequence[int], folder: str) -> bool:
        """Take these mails out of the open `folder`; whether they have left it.

        By UID only: a plain EXPUNGE would also take what others have flagged (P20). A server that
        archives, or that cannot expunge by UID, gets them moved to its Trash; from there `sweep`
        in imap.py takes them. Where even that is impossible they stay, flagged as deleted.
        """
        if not uids:
            return True
        to_trash = self.trash and self.moves and (self.archives or not self.expunges)
        if to_trash and folder != self.trash:
            self._client.move(uids, self.trash)
            return True
        self._client.add_flags(uids, [b"\\Deleted"], silent=True)
        if self.expunges:
            self._client.expunge(uids)
        return self.expunges

    def put(self, folder: str, content: bytes) -> None:
        """Lay a mail into a folder (the probe of `cocmail check`)."""
        self._client.append(folder, content)

    # -- waiting ---------------------------------------------------------------------------------

    def wait(self, seconds: float, stopped: Callable[[], bool]) -> None:
        """Wait for anything to happen in the open folder, at most so long. Raises OSError.

        IDLE is a hint only. `stopped` is asked now and then whether to wait on.
        """
        self._client.idle()
        until = time.monotonic() + seconds
        while not stopped() and (began := time.monotonic()) < until:
            said = self._client.idle_check(timeout=_GLANCE)
            if not said and time.monotonic() - began < _GLANCE / 2:
                # Silence before the time is how the library reports the end of the line (P17).
                raise ConnectionAbortedError("the server hung up")
            if any(len(one) > 1 and one[1] in (b"EXISTS", b"RECENT") for one in said):
                break
            if any(one and one[0] == b"BYE" for one in said):
                raise ConnectionAbortedError("the server says goodbye")
        self._client.idle_done()


def _connected(settings: Imap) -> IMAPClient:
    """A connection, secured as configured."""
    verified = ssl.create_default_context()
    client = IMAPClient(
        settings.host,
        settings.port,
        ssl=settings.security == "tls",
        ssl_context=verified if settings.security == "tls" else None,
        timeout=SocketTimeout(_CONNECT, _ANSWER),
    )
    if settings.security == "starttls":
        try:
            client.starttls(verified)
        except BaseException:
            with contextlib.suppress(Exception):
                client.shutdown()
            raise
    return client


def _log_in(client: IMAPClient, settings: Imap) -> None:
    if settings.oauth2_token_command:
        token = _token(settings.oauth2_token_command)
        if b"AUTH=XOAUTH2" in client.capabilities():
            client.oauth2_login(settings.user, token)
        else:
            client.oauthbearer_login(settings.user, token)  # RFC 7628
        return
    password = settings.password or ""
    if (settings.user + password).isascii():
        client.login(settings.user, password)
    else:
        client.plain_login(settings.user, password)  # LOGIN knows no UTF-8 (RFC 4616 does)


def _token(command: str) -> str:
    """The access token that the operator's own program prints (P21). Raises OSError."""
    try:
        done = subprocess.run(  # noqa: S603 - the operator's configuration names it
            shlex.split(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_TOKEN_SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, ValueError):
        # The exception of the library holds the whole command line.
        raise OSError("oauth2_token_command failed; run it by hand") from None
    return done.stdout.decode("ascii", "replace").strip()
