"""What a configuration may say but should be told about: `cocmail check` prints it as warnings.

Not here: what keeps the daemon from starting (checks.py).
"""

import os
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path

from cocmail.config.kinds import Listen, SmtpRoute
from cocmail.config.problems import Problem, shown
from cocmail.config.whole import Config
from cocmail.places import data_dir
from cocmail.roster import looks_like_a_list

Caution = tuple[str, str, str]  # key, what, remedy


def warnings(config: Config) -> list[Problem]:
    """Everything unwise, in the order of the checks."""
    file = str(config.file)
    return [Problem(file, *caution) for check in _CAUTIONS for caution in check(config)]


def _operators(config: Config) -> Iterator[Caution]:
    for person in config.operators.ids:
        if person in config.roster.people:
            remedy = (
                "let somebody off the roster run the host"
                if config.operators.elsewhere
                else "add elsewhere = the address where to write about an operator"
            )
            problem = f"{shown(person)} is on the roster and can read what passes on this host"
            yield "operators.ids", problem, remedy


def _own_domain(config: Config) -> Iterator[Caution]:
    committee = config.committee
    homes = {committee.alias.rpartition("@")[2], committee.tag_domain}
    for person, addresses in config.addresses.items():
        for address in addresses:
            if address.rpartition("@")[2] in homes:
                problem = f"{address} is at the alias's own domain, whose keepers can read it"
                yield f"addresses of {person}", problem, "a personal address is safer (PS-02)"


def _lists(config: Config) -> Iterator[Caution]:
    for person, addresses in config.addresses.items():
        for address in addresses:
            if looks_like_a_list(address):
                problem = f"{address} looks like a mailing list, whose readers nobody here knows"
                yield f"addresses of {person}", problem, "give one person's own address (PS-02)"


def _unwritable(config: Config) -> Iterator[Caution]:
    for person, addresses in config.addresses.items():
        for address in addresses:
            if not address.rpartition("@")[0].isascii():
                problem = f"{address} can be reached only where every relay speaks SMTPUTF8"
                yield f"addresses of {person}", problem, "give a second address in ASCII first"


def _imap(config: Config) -> Iterator[Caution]:
    if config.imap and not config.imap.junk_folder:
        problem = "is not given: a report that the provider takes for spam reaches nobody"
        yield "imap.junk_folder", problem, "name the provider's folder for spam"


def _tag_domain(config: Config) -> Iterator[Caution]:
    if config.committee.tag_domain and config.committee.subaddress:
        remedy = 'write subaddress = "" to use it, or remove it'
        yield "committee.tag_domain", "is not used beside a subaddress", remedy


def _relay(config: Config) -> Iterator[Caution]:
    if config.relay.authserv_id and not config.relay.trusted_peers:
        remedy = "add the relay's IP address to trusted_peers"
        yield "relay.authserv_id", "is never believed without trusted_peers", remedy


def _doors(config: Config) -> Iterator[Caution]:
    door = config.lmtp.listen if config.lmtp else None
    if isinstance(door, Listen) and not _loopback(door.host):
        remedy = "listen on 127.0.0.1 or on a unix socket"
        yield "lmtp.listen", "is open to other hosts; LMTP is for an MTA on this one", remedy


def _smarthost(config: Config) -> Iterator[Caution]:
    route = config.smarthost.url
    if not isinstance(route, SmtpRoute) or route.scheme != "smtp" or _loopback(route.host):
        return
    problem = "sends letters to another host without verified encryption"
    yield "smarthost.url", problem, f'write "smtp+starttls://{route.host}" or "smtps://..."'


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _language(config: Config) -> Iterator[Caution]:
    language = config.committee.language
    homes = (config.site / "templates", data_dir("templates"))
    if language != "en" and not any((home / language).is_dir() for home in homes):
        problem = f"there are no templates in {shown(language)}; letters go out in English"
        yield "committee.language", problem, f"add the folder templates/{language}"


def _open_secrets(config: Config) -> Iterator[Caution]:
    secrets: list[tuple[str, Path | None]] = [
        ("smarthost.password_file", _path(config.smarthost.password_file)),
        ("smarthost.dkim_key_file", config.smarthost.dkim_key_file),
        ("committee.openpgp_key_file", config.committee.openpgp_key_file),
        ("smtp.tls_key_file", config.smtp.tls_key_file if config.smtp else None),
        ("imap.password_file", _path(config.imap.password_file) if config.imap else None),
    ]
    # systemd's credentials may be readable for a group; their folder is not.
    handed_over = Path(os.environ.get("CREDENTIALS_DIRECTORY", ""))
    for key, path in secrets:
        if path and path.parent != handed_over and path.stat().st_mode & 0o077:
            yield key, "can be read by others on this host", f"chmod 600 {path.name}"


def _path(secret: object) -> Path | None:
    return getattr(secret, "path", None)


_CAUTIONS: tuple[Callable[[Config], Iterator[Caution]], ...] = (
    _operators,
    _own_domain,
    _lists,
    _unwritable,
    _imap,
    _tag_domain,
    _relay,
    _doors,
    _smarthost,
    _language,
    _open_secrets,
)
