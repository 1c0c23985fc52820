"""What `cocmail check --online` finds out about a hosted mailbox, by doing what the daemon does.

A probe is laid into the folder and taken out again; then every folder is searched for it, because
a provider may archive what others call removed. So are our own letters of earlier: a copy in a
folder that nobody cleans would keep what the log has erased. Nothing but the probe is touched. Not
here: the daily work (imap.py), and what the configuration may say (config/).
"""

import asyncio
import secrets
import ssl
from collections.abc import Iterator

from imapclient.exceptions import LoginError

from cocmail.config import Config, Problem
from cocmail.config.problems import shown
from cocmail.config.tables import Imap
from cocmail.edge.mailbox import Mailbox, NoSuchFolder
from cocmail.edge.reach import unreachable
from cocmail.mail.collected import marked

_LISTED = 12  # names of folders in one remedy


async def findings(config: Config, settings: Imap, mark: str) -> list[str | Problem]:
    """What is well as a sentence, what is not as a Problem. Never raises.

    `mark` is the house's loop mark, "" where there is no house yet.
    """
    place = f"{settings.host}:{settings.port}"
    why = await unreachable(settings.host, settings.port)
    if why:
        problem, remedy = f"{place} cannot be reached ({why})", "check host and port"
        return [Problem(str(config.file), "imap.host", problem, remedy)]
    return await asyncio.to_thread(_looked, config, settings, mark)


def _looked(config: Config, settings: Imap, mark: str) -> list[str | Problem]:
    file = str(config.file)
    try:
        mailbox = Mailbox(settings)
    except Exception as error:  # noqa: BLE001 - whatever it is, it has one of these names
        return [Problem(file, *_refused(settings, error))]
    try:
        problems = list(_folders(settings, mailbox))
        if not problems:
            probe = _Probe(mailbox, settings, config.committee.alias, mark)
            problems = [*probe.copies(), *probe.letters()]
    except Exception as error:  # noqa: BLE001 - the network's or the server's
        problem = f"the server breaks off ({type(error).__name__})"
        problems = [("imap.host", problem, "try again later")]
    finally:
        mailbox.leave()
    if problems:
        return [Problem(file, *problem) for problem in problems]
    how = "by IDLE" if mailbox.idles else "by looking now and then, for want of IDLE"
    return [f"imap: the mailbox opens, a probe left no copy; new mail is noticed {how}"]


Finding = tuple[str, str, str]  # key, problem, remedy


def _refused(settings: Imap, error: Exception) -> Finding:
    place = f"{settings.host}:{settings.port}"
    if isinstance(error, LoginError):
        key = "imap.password_file" if settings.password_file else "imap.oauth2_token_command"
        return key, f"{place} refuses this login", "check it and the user by another mail program"
    if isinstance(error, ssl.SSLError):
        remedy = "check host, port and security; the certificate must be valid for the host"
        return "imap.security", f"{place} cannot be talked to safely", remedy
    if settings.oauth2_token_command and "oauth2_token_command" in str(error):
        remedy = "run it by hand as the daemon's user; it prints one access token"
        return "imap.oauth2_token_command", "fails", remedy
    problem = f"{place} does not speak IMAP as expected ({type(error).__name__})"
    return "imap.host", problem, "check host, port and security"


def _folders(settings: Imap, mailbox: Mailbox) -> Iterator[Finding]:
    """Every folder that the configuration names is there."""
    for key in ("folder", "junk_folder", "sent_folder", "trash_folder"):
        name = getattr(settings, key)
        try:
            if name:
                mailbox.open(name)
        except NoSuchFolder:
            known = ", ".join(shown(folder) for _, folder in mailbox.folders()[:_LISTED])
            yield f"imap.{key}", f"there is no folder {shown(name)}", f"write one of {known}"


class _Probe:
    """A mail of ours that is laid into the folder, and what stays of it."""

    def __init__(self, mailbox: Mailbox, settings: Imap, alias: str, mark: str) -> None:
        self._mailbox, self._settings, self._mark = mailbox, settings, mark
        self._id = f"check.{secrets.token_hex(12)}@{alias.rpartition('@')[2]}"
        lines = (f"From: {alias}", f"To: {alias}", "Subject: a probe of cocmail check",
                 f"Message-ID: <{self._id}>", "Auto-Submitted: auto-generated",
                 # Where the daemon runs, it knows its own and drops it.
                 *([f"X-Loop: {mark}"] if mark else ()),
                 "", "This mail may be deleted.", "")  # fmt: skip
        self._content = "\r\n".join(lines).encode()

    def copies(self) -> Iterator[Finding]:
        """Lay it in, take it out as the daemon does, and name every folder that still has it."""
        mailbox, settings = self._mailbox, self._settings
        mailbox.put(settings.folder, self._content)
        for folder in (settings.folder, mailbox.trash):
            if folder:
                mailbox.remove(self._found(folder), folder)
        for _, folder in mailbox.folders():
            if self._found(folder):
                yield (
                    "imap.host",
                    f"a mail that was removed stays in {shown(folder)}",
                    _remedy(mailbox),
                )

    def _found(self, folder: str) -> list[int]:
        try:
            self._mailbox.open(folder)
        except NoSuchFolder:
            return []
        return self._mailbox.with_header("Message-ID", self._id)

    def letters(self) -> Iterator[Finding]:
        """Our own letters lie in no folder but those that are emptied or cleaned."""
        settings, mailbox = self._settings, self._mailbox
        cleaned = {settings.folder, settings.junk_folder, settings.sent_folder, mailbox.trash}
        for flags, folder in mailbox.folders() if self._mark else ():
            if folder in cleaned or b"\\All" in flags:
                continue  # what is taken out of Sent leaves a provider's view of everything too
            count = self._count(folder)
            if count:
                problem = f"{count} of our own letters lie in {shown(folder)}"
                remedy = f"write sent_folder = {shown(folder)}, or switch such copies off there"
                yield "imap.sent_folder", problem, remedy

    def _count(self, folder: str) -> int:
        try:
            self._mailbox.open(folder)
        except NoSuchFolder:
            return 0
        found = self._mailbox.marks(self._mailbox.with_header("X-Loop", self._mark))
        return sum(marked(header, self._mark) for header in found.values())


def _remedy(mailbox: Mailbox) -> str:
    if mailbox.archives and not mailbox.trash:
        return "name the provider's Trash as trash_folder"
    if not mailbox.expunges:
        return "the server has no UIDPLUS (RFC 4315); use another, or hand mail to [lmtp] or [smtp]"
    return "look at what the provider does with deleted mails, and switch it off"
