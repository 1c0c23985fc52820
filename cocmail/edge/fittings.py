"""What the configuration asks for at the house's edge: its doors, its mailbox, its post.

Not here: running them (daemon.py), and what a table may say (config/).
"""

import socket
import ssl
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cocmail.config import Config, Problem
from cocmail.config.kinds import Listen, MaildirRoute, SmtpRoute
from cocmail.core.domains import ascii_domain
from cocmail.edge.imap import Collector, Mailroom
from cocmail.edge.post import MaildirPost, Post, Smarthost
from cocmail.edge.smtp import Door, Frontdesk, starttls_context
from cocmail.errors import Trouble
from cocmail.opening import signer_of

SIZE_LIMIT = 35_000_000  # bytes; what a mailbox may bring where no door says otherwise


def post_of(config: Config) -> Post:
    """The way out."""
    route = config.smarthost.url
    if isinstance(route, MaildirRoute):
        return MaildirPost(route.path)
    return Smarthost(
        route.scheme,
        route.host,
        route.port,
        hostname=hostname(config),
        user=config.smarthost.user,
        password=config.smarthost.password,
        connections=config.smarthost.connections,
        signer=signer_of(config),
    )


def outside_of(config: Config) -> Post | None:
    """The way of the test mail, where it is another one."""
    route = config.probe.route if config.probe else None
    if not isinstance(route, SmtpRoute):
        return None
    name = hostname(config)
    return Smarthost(
        route.scheme, route.host, route.port, hostname=name, connections=1,
        signer=signer_of(config),
    )  # fmt: skip


def hostname(config: Config) -> str:
    """What we call ourselves in a greeting."""
    domain = config.committee.alias.rpartition("@")[2]
    return ascii_domain(domain) or socket.gethostname()


def doors_of(config: Config, frontdesk: Frontdesk, clock: Callable[[], datetime]) -> list[Door]:
    """Every door that is configured, not yet open."""
    made: list[Door] = []
    if config.smtp is not None:
        made.append(
            Door("smtp", _listen(config.smtp.listen), frontdesk, clock,
                 hostname=hostname(config), size_limit=config.smtp.size_limit,
                 connections=config.smtp.connections, tls=tls_of(config))
        )  # fmt: skip
    if config.lmtp is not None:
        made.append(
            Door("lmtp", _listen(config.lmtp.listen), frontdesk, clock,
                 hostname=hostname(config), size_limit=config.lmtp.size_limit,
                 connections=config.lmtp.connections)
        )  # fmt: skip
    return made


def collector_of(
    config: Config, mailroom: Mailroom, mark: str, clock: Callable[[], datetime]
) -> Collector | None:
    """Who takes mails out of the hosted mailbox; None where there is none."""
    if config.imap is None:
        return None
    return Collector(
        config.imap, mailroom, clock,
        alias=config.committee.alias, mark=mark,
        size_limit=config.smtp.size_limit if config.smtp else SIZE_LIMIT,
    )  # fmt: skip


def tls_of(config: Config) -> ssl.SSLContext | None:
    """What the SMTP door offers as STARTTLS. Raises Trouble when the two files do not fit."""
    door = config.smtp
    if door is None or door.tls_certificate is None or door.tls_key_file is None:
        return None
    try:
        return starttls_context(door.tls_certificate, door.tls_key_file)
    except OSError:
        remedy = "give a PEM certificate (with its chain) and the key that was made for it"
        problem = Problem(str(config.file), "smtp.tls_certificate", "does not fit the key", remedy)
        raise Trouble([problem]) from None


def _listen(listen: object) -> tuple[str, int] | Path:
    if isinstance(listen, Listen):
        return (listen.host, listen.port)
    return Path(getattr(listen, "path"))  # noqa: B009 - a UnixSocket
