"""A real Postfix as processes of this test's own: its own main.cf, queue and high ports.

What an operator adds is read from config/postfix.example, so that the example stays true. It takes
mail on two ports: the public one, with the example's header_checks, and one without them, which
plays the milter whose word is believed. Not here: assertions.
"""

import contextlib
import os
import shutil
import stat
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dovecot import listens
from running import ALIAS, free_ports

from cocmail.places import data_dir

POSTFIX = shutil.which("postfix", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
EXAMPLE = data_dir("config") / "postfix.example"
DAEMONS = Path("/usr/lib/postfix/sbin")

MAIN = """\
compatibility_level = 3.6
queue_directory = {home}/queue
data_directory = {home}/state
command_directory = {commands}
daemon_directory = {daemons}
mail_owner = postfix
setgid_group = postdrop
maillog_file = {home}/postfix.log
maillog_file_prefixes = {home}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
mydestination =
{mine}
local_recipient_maps = inline:{{ postmaster=x }}
relay_recipient_maps = $local_recipient_maps
virtual_mailbox_maps = $local_recipient_maps
virtual_alias_domains = old.test
local_transport = error:nobody has a mailbox here
alias_maps =
alias_database =
smtpd_peername_lookup = no
smtp_dns_support_level = disabled
minimal_backoff_time = 1s
maximal_backoff_time = 2s
queue_run_delay = 1s
smtp_tls_security_level = none
"""

MASTER = """\
127.0.0.1:{public} inet n - n - - smtpd
127.0.0.1:{behind} inet n - n - - smtpd
  -o cleanup_service_name=trusting
cleanup   unix  n       -       n       -       0       cleanup
trusting  unix  n       -       n       -       0       cleanup
  -o header_checks=
pickup    unix  n       -       n       60      1       pickup
qmgr      unix  n       -       n       300     1       qmgr
rewrite   unix  -       -       n       -       -       trivial-rewrite
bounce    unix  -       -       n       -       0       bounce
defer     unix  -       -       n       -       0       bounce
trace     unix  -       -       n       -       0       bounce
proxymap  unix  -       -       n       -       -       proxymap
proxywrite unix -       -       n       -       1       proxymap
smtp      unix  -       -       n       -       -       smtp
showq     unix  n       -       n       -       -       showq
error     unix  -       -       n       -       -       error
retry     unix  -       -       n       -       -       error
local     unix  -       n       n       -       -       local
lmtp      unix  -       -       y       -       -       lmtp
anvil     unix  -       -       n       -       1       anvil
scache    unix  -       -       n       -       1       scache
postlog   unix-dgram n  -       n       -       1       postlogd
"""


def example(*, socket: bool) -> str:
    """The lines of the shipped example, over TCP or with the line for a socket instead."""
    lines = EXAMPLE.read_text().splitlines()
    if socket:
        lines = [line for line in lines if not line.startswith("transport_maps")]
        lines = [line.removeprefix("# ") if "lmtp:unix:" in line else line for line in lines]
    kept = [line for line in lines if line and not line.startswith("#")]
    return "\n".join(kept) + "\n"


@dataclass
class Postfix:
    """One Postfix in front of an LMTP door.

    `kind` is the list that its own domain stands in, `routes` are more pairs of transport_maps:
    where a domain's mail goes.
    """

    home: Path
    lmtp: int
    socket: bool = False
    kind: str = "mydestination"
    routes: tuple[tuple[str, str], ...] = ()
    public: int = 0
    behind: int = 0

    def write(self) -> None:
        """Write its configuration; ports stay the same over restarts."""
        if not self.public:
            self.public, self.behind = free_ports(2)
        self.home.chmod(0o755)
        for folder in ("etc", "queue", "state"):
            (self.home / folder).mkdir(exist_ok=True)
        shutil.chown(self.home / "state", "postfix")
        said = example(socket=self.socket)
        said = said.replace("conduct@project.org", ALIAS).replace(
            "mx.project.org", "mx.example.test"
        )
        said = said.replace(r"mx\.project\.org", r"mx\.example\.test").replace(
            ":8024", f":{self.lmtp}"
        )
        pairs = "".join(f", {key}={value}" for key, value in self.routes)
        said = said.replace("lmtp.sock }", f"lmtp.sock{pairs} }}")
        said = said.replace(f":{self.lmtp} }}", f":{self.lmtp}{pairs} }}")
        said = said.replace(f"{ALIAS}={ALIAS} }}", f"{ALIAS}={ALIAS}, @old.test=@example.test }}")
        assert POSTFIX
        main = MAIN.format(
            home=self.home, mine=f"{self.kind} = example.test",
            commands=Path(POSTFIX).parent, daemons=DAEMONS,
        )  # fmt: skip
        (self.home / "etc/main.cf").write_text(main + said)
        master = MASTER.format(public=self.public, behind=self.behind)
        (self.home / "etc/master.cf").write_text(master)

    def start(self) -> None:
        """Start it; returns when it listens."""
        self._say("start")
        until = time.monotonic() + 20
        while not (listens(self.public) and listens(self.behind)):
            if time.monotonic() > until:
                raise RuntimeError(f"postfix does not listen: {self.log()[-2000:]}")
            time.sleep(0.05)

    def stop(self) -> None:
        """End it; what is under way is queued."""
        self._say("stop")

    def _say(self, word: str) -> None:
        assert POSTFIX
        done = subprocess.run(
            [POSTFIX, "-c", str(self.home / "etc"), word],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        if done.returncode != 0 and word == "start":
            raise RuntimeError(f"postfix {word}: {done.stdout}{done.stderr}{self.log()[-2000:]}")

    def log(self) -> str:
        """What it has written down so far."""
        file = self.home / "postfix.log"
        return file.read_text(errors="replace") if file.exists() else ""

    def queued(self) -> int:
        """How many mails wait in its queue.

        Not what a kill left half written there: nobody heard 250 for it, its file has no x bit
        (cleanup(8) sets it last), and the queue manager passes it over for a day and a half.
        """
        folders = ("incoming", "active", "deferred", "maildrop")
        found = (file for name in folders for file in (self.home / "queue" / name).rglob("*"))
        return sum(_is_whole(file) for file in found)


def _is_whole(file: Path) -> bool:
    try:
        mode = file.stat().st_mode
    except FileNotFoundError:  # it left just now
        return False
    return stat.S_ISREG(mode) and bool(mode & stat.S_IXUSR)


@contextlib.contextmanager
def postfix(home: Path, lmtp: int, **settings: object) -> Iterator[Postfix]:
    """A running Postfix for the length of a test."""
    server = Postfix(home, lmtp, **settings)  # type: ignore[arg-type]
    server.write()
    try:
        server.start()
        yield server
    finally:
        server.stop()
