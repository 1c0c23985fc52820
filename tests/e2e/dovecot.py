"""A real Dovecot as processes of this test's own: config, mail and sockets in a folder of its own.

It listens on high ports of 127.0.0.1 and knows every user by one password. Mails are laid into its
Maildirs and read from there, so that looking on never disturbs who is tested. Not here: assertions.
"""

import asyncio
import base64
import contextlib
import hashlib
import hmac
import json
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from running import free_ports

DOVECOT = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
PASSWORD = "correct-horse"
FOLDERS = ("Junk", "Sent", "Trash", "Archive")

CONFIG = """\
protocols = imap{lmtp_too}
listen = 127.0.0.1
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/dovecot.log
login_log_format_elements = user=<%u> method=%m
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
ssl = {ssl}
{certificate}
disable_plaintext_auth = no
auth_failure_delay = 0
auth_mechanisms = plain login{mechanisms}
first_valid_uid = 1
mail_location = maildir:~/Maildir
maildir_stat_dirs = yes
lda_mailbox_autocreate = yes
protocol imap {{
  {capability}
}}
{oauth}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/users/%n allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  mailbox Junk {{
    auto = create
    special_use = \\Junk
  }}
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
  mailbox Trash {{
    auto = create
    special_use = \\Trash
  }}
  mailbox Archive {{
    auto = create
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
  }}
  {no_chroot}
}}
{lmtp}
service anvil {{
  {no_chroot}
}}
service stats {{
  {no_chroot}
}}
"""

LMTP = """\
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {port}
  }}
}}
"""

SECRET = b"a secret of this test and of nobody else"
OAUTH_CONF = """\
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={home}/keys/
username_attribute = sub
"""
OAUTH = """\
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {home}/oauth.conf
}}
"""


@dataclass
class Dovecot:
    """One Dovecot. `capability` replaces or extends (+) what it says it can do."""

    home: Path
    capability: str = ""
    ssl: bool = False
    oauth: bool = False
    lmtp: bool = False
    imap: int = 0
    imaps: int = 0
    lmtp_port: int = 0
    process: subprocess.Popen[bytes] | None = None
    laid: int = field(default=0)

    def write(self) -> None:
        """Write its configuration; ports stay the same over restarts."""
        if not self.imap:
            self.imap, self.imaps, self.lmtp_port = free_ports(3)
        root = os.geteuid() == 0
        me = pwd.getpwuid(os.geteuid())
        self.owner = pwd.getpwnam("nobody") if root else me
        self.home.chmod(0o755)
        for folder in ("run", "state", "users"):
            (self.home / folder).mkdir(exist_ok=True)
        os.chown(self.home / "users", self.owner.pw_uid, self.owner.pw_gid)
        if self.ssl:
            make_certificate(self.home)
        if self.oauth:
            (self.home / "oauth.conf").write_text(OAUTH_CONF.format(home=self.home))
            keys = self.home / "keys/default/HS256"
            keys.mkdir(parents=True, exist_ok=True)
            (keys / "default").write_bytes(base64.b64encode(SECRET))
        certificate = f"ssl_cert = <{self.home}/cert.pem\nssl_key = <{self.home}/key.pem"
        said = CONFIG.format(
            home=self.home,
            internal="dovecot" if root else me.pw_name,
            internal_group="dovecot" if root else me.pw_gid,
            login="dovenull" if root else me.pw_name,
            ssl="yes" if self.ssl else "no",
            certificate=certificate if self.ssl else "",
            mechanisms=" xoauth2 oauthbearer" if self.oauth else "",
            capability=f"imap_capability = {self.capability}" if self.capability else "",
            oauth=OAUTH.format(home=self.home) if self.oauth else "",
            password=PASSWORD,
            uid=self.owner.pw_uid,
            gid=self.owner.pw_gid,
            imap=self.imap,
            imaps=self.imaps if self.ssl else 0,
            lmtp_too=" lmtp" if self.lmtp else "",
            lmtp=LMTP.format(port=self.lmtp_port) if self.lmtp else "",
            no_chroot="" if root else "chroot =",
        )
        (self.home / "dovecot.conf").write_text(said)

    def start(self) -> None:
        """Start it; returns when it listens."""
        assert DOVECOT
        self.process = subprocess.Popen(
            [DOVECOT, "-F", "-c", str(self.home / "dovecot.conf")],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        until = time.monotonic() + 20
        while not listens(self.imap):
            if self.process.poll() is not None or time.monotonic() > until:
                said = self.process.stderr.read().decode() if self.process.stderr else ""
                raise RuntimeError(f"dovecot did not start: {said} {self.log()[-2000:]}")
            time.sleep(0.02)

    def stop(self) -> None:
        """TERM, and wait; its sessions end with it."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.process.stderr:
            self.process.stderr.close()
        self.process = None

    def log(self) -> str:
        """What it has written down so far."""
        file = self.home / "dovecot.log"
        return file.read_text(errors="replace") if file.exists() else ""

    def issue_token(self, user: str) -> Path:
        """A file with an access token for a user, signed so that this Dovecot believes it."""
        now = int(time.time())
        claims = {"sub": user, "iat": now - 10, "exp": now + 600}
        parts = [
            _base64(json.dumps(one).encode()) for one in ({"alg": "HS256", "typ": "JWT"}, claims)
        ]
        signed = ".".join(parts)
        signature = hmac.digest(SECRET, signed.encode(), hashlib.sha256)
        token = self.home / "access token"
        token.write_text(f"{signed}.{_base64(signature)}")
        return token

    # -- mailboxes ---------------------------------------------------------------------------------

    def folder(self, user: str, folder: str = "INBOX") -> Path:
        """The Maildir of a user's folder, there or not."""
        home = self.home / "users" / user / "Maildir"
        return home if folder == "INBOX" else home / f".{folder}"

    def _made(self, box: Path) -> None:
        for part in ("tmp", "new", "cur"):
            (box / part).mkdir(parents=True, exist_ok=True)
            for one in (box / part, *(box / part).parents):
                if one == self.home / "users":
                    break
                os.chown(one, self.owner.pw_uid, self.owner.pw_gid)

    def lay(self, user: str, raw: bytes, folder: str = "INBOX", *, seen: bool = False) -> None:
        """A mail arrives in a folder; `seen`: somebody has read it already."""
        box = self.folder(user, folder)
        if not (box / "cur").is_dir():
            self._made(box)
        self.laid += 1
        name = f"{int(time.time())}.M{self.laid}.{uuid4().hex[:8]}"
        draft = box / "tmp" / name
        draft.write_bytes(raw.replace(b"\r\n", b"\n"))
        os.chown(draft, self.owner.pw_uid, self.owner.pw_gid)
        draft.rename(box / "cur" / f"{name}:2,S" if seen else box / "new" / name)

    def mails(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """Every mail in a folder, oldest first."""
        box = self.folder(user, folder)
        files = sorted((*box.glob("new/*"), *box.glob("cur/*")), key=lambda f: f.name)
        found = []
        for file in files:
            with contextlib.suppress(FileNotFoundError):  # renamed or removed meanwhile
                found.append(file.read_bytes())
        return found

    def count(self, user: str, folder: str = "INBOX") -> int:
        """How many mails are in a folder."""
        box = self.folder(user, folder)
        return sum(len(list(box.glob(f"{part}/*"))) for part in ("new", "cur"))


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def make_certificate(folder: Path) -> None:
    """cert.pem and key.pem for 127.0.0.1, signed by nobody but itself."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")],
        check=True, capture_output=True,
    )  # fmt: skip


def listens(port: int) -> bool:
    """Whether somebody accepts connections there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def dovecot(home: Path, **settings: object) -> Iterator[Dovecot]:
    """A running Dovecot for the length of a test."""
    server = Dovecot(home, **settings)  # type: ignore[arg-type]
    server.write()
    try:
        server.start()
        yield server
    finally:
        server.stop()


class Wire:
    """A proxy on loopback which a test can stop in the middle of a conversation.

    When the client says something that holds `trap`, that word and all after it stay here and
    `caught` is set. An empty trap catches nothing.
    """

    def __init__(self, target: int) -> None:
        self._target = target
        self.trap = b""
        self.poison: re.Pattern[bytes] | None = None  # when the client says this, the line breaks
        self.caught = asyncio.Event()
        self.port = 0
        self.said = bytearray()  # by the client, all of it
        self.idle = False  # the last thing that was said is IDLE
        self._ends: list[asyncio.StreamWriter] = []

    async def start(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Hang up."""
        self._server.close()

    def cut(self) -> None:
        """Hang up on the client, in the middle of whatever it is."""
        self.idle = False
        for end in self._ends:
            end.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._target)
        self._ends = [writer]
        down = asyncio.ensure_future(_pour(there, writer))
        with contextlib.suppress(OSError):
            while said := await reader.read(65536):
                if self.poison and self.poison.search(said):
                    break
                if self.trap and self.trap in said:
                    self.caught.set()
                    await reader.read(-1)  # until the client is gone
                    break
                self.said += said
                self.idle = said.rstrip().upper().endswith(b" IDLE")
                back.write(said)
                await back.drain()
        down.cancel()
        for end in (back, writer):
            end.close()


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while said := await reader.read(65536):
            writer.write(said)
            await writer.drain()
