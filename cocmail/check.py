"""What keeps a start from working beyond the configuration's own words: `cocmail check`.

Templates, code names, keys and the database are tried as the daemon would, and nothing is made.
`online` also asks the name servers, the smarthost and the mailbox. Not here: what the file may
say (config/).
"""

import contextlib
import re
from collections.abc import AsyncIterator, Callable
from datetime import datetime

from cocmail import keyring, opening
from cocmail.config import Config, Problem, SmtpRoute
from cocmail.edge import fittings, probe
from cocmail.edge.dns import Dns
from cocmail.edge.post import Smarthost
from cocmail.edge.reach import unreachable
from cocmail.errors import Trouble
from cocmail.keyfile import KeyProblem, master_key
from cocmail.samples import SAMPLES
from cocmail.sight.parties import LONGEST


def problems(config: Config, now: datetime) -> list[str]:
    """Every problem that the daemon would meet at its start, one a line."""
    found: list[str] = []
    tries: tuple[Callable[[Config], object], ...] = (
        opening.wording, fittings.tls_of, opening.signer_of, _database,
    )  # fmt: skip
    for attempt in tries:
        try:
            attempt(config)
        except Trouble as trouble:
            found += trouble.problems
    return [*found, *map(str, keyring.problems(config, now))]


def _database(config: Config) -> None:
    """A house that was opened before opens again; a key file that was put there is one."""
    if config.store.path.exists():
        with opening.reading(config):
            return
    if not (config.store.key_file.exists() or opening.keys_beside(config).exists()):
        return
    try:
        master_key(config.store.key_file, opening.keys_beside(config), first=False)
    except KeyProblem as found:
        problem = Problem(str(found.file), "store.key_file", found.problem, found.remedy)
        raise Trouble([problem]) from None


def notes(config: Config, now: datetime) -> list[Problem]:
    """What works and is unwise, or will stop working soon."""
    return [*keyring.cautions(config, now), *_receipt(config)]


def _receipt(config: Config) -> list[Problem]:
    """A receipt that is too long, as far as only the finished words show it."""
    try:
        renderer, _ = opening.wording(config)
    except Trouble:
        return []  # that is a problem already
    committee = config.committee
    longest = max((m.name for m in config.members), key=lambda name: len(name.split()))
    context = {
        **SAMPLES["receipt"][0], "committee": committee.name, "unconfirmed": True,
        "emergency": committee.emergency or "", "elsewhere": config.operators.elsewhere or "",
        "readers": [], "reader_count": 12, "left_out": ["2 members"], "first": longest,
    }  # fmt: skip
    words = renderer.words(
        "receipt", procedure=config.procedure.id, language=committee.language, context=context
    )
    count = len(re.split(r"^-{10,}$", words.text, maxsplit=1, flags=re.MULTILINE)[0].split())
    if count <= LONGEST:
        return []
    own = len((committee.emergency or "").split())
    problem = f"its {own} words can make the receipt {count} words long, more than {LONGEST}"
    remedy = f"shorten it by {count - LONGEST} words" if own else "shorten the receipt's template"
    return [Problem(str(config.file), "committee.emergency", problem, remedy)]


async def online(config: Config, dns: Dns | None = None) -> AsyncIterator[str | Problem]:
    """What was found reachable, as it is found, and what was not as a Problem."""
    yield await _names(config, dns or Dns())
    route = config.smarthost.url
    if isinstance(route, SmtpRoute):
        yield await _smarthost(config, route)
    else:
        yield "smarthost.url: letters go to a Maildir, nothing to reach"
    if config.imap is not None:
        for found in await probe.findings(config, config.imap, _loop_mark(config)):
            yield found


async def _names(config: Config, dns: Dns) -> str | Problem:
    """Mail for the alias can find its way: the domain takes mail (RFC 5321 5.1)."""
    committee, file = config.committee, str(config.file)
    domain = committee.alias.rpartition("@")[2]
    key = "committee.alias"
    if not committee.subaddress and committee.tag_domain:
        domain, key = committee.tag_domain, "committee.tag_domain"
    try:
        hosts = await dns.mail_hosts(domain)
    except OSError:
        why = f"the name servers do not answer for {domain}"
        return Problem(file, key, why, "check /etc/resolv.conf, or try again later")
    if not hosts:
        why = f"{domain} takes no mail: it has neither MX nor address"
        return Problem(file, key, why, "publish an MX record for it, or correct the domain")
    return f"{key}: mail for {domain} goes to {', '.join(hosts)}"


def _loop_mark(config: Config) -> str:
    """The mark by which the house knows its own mails; "" where there is no house yet."""
    if config.store.path.exists():
        with contextlib.suppress(Trouble), opening.reading(config) as house:
            return house.handles.loop_mark()
    return ""


async def _smarthost(config: Config, route: SmtpRoute) -> str | Problem:
    file, smarthost = str(config.file), config.smarthost
    place = f"{route.host}:{route.port}"
    why = await unreachable(route.host, route.port)
    if why:
        remedy = "start it, open the firewall, or correct the address"
        return Problem(file, "smarthost.url", f"{place} cannot be reached ({why})", remedy)
    post = Smarthost(
        route.scheme, route.host, route.port, hostname=fittings.hostname(config),
        user=smarthost.user, password=smarthost.password, timeout=20,
    )  # fmt: skip
    refused = await post.greet()
    if refused is None:
        return f"smarthost.url: {place} greets us"
    said = f"answers {refused.code} {refused.status}".rstrip() if refused.code else "breaks off"
    remedy = "check the scheme of the url, the certificate, user and password_file"
    return Problem(file, "smarthost.url", f"{place} {said} when greeted", remedy)
