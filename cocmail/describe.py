"""What a committee can tell the public about its address: `cocmail describe`.

Plain text for a web page, all of it from the configuration, so that it says what the daemon does.
Nothing of any case. Not here: what a reporter is told in the receipt (templates/).
"""

from collections.abc import Iterator

from cocmail.config import Config
from cocmail.durations import write_duration
from cocmail.keyring import Keyring, grouped


def description(config: Config) -> str:
    """The committee's page: where to write, who reads it, by when, and what is kept."""
    sections = (_address, _encrypted, _readers, _promises, _direct, _operators, _kept)
    return "\n\n".join("\n".join(section(config)) for section in sections if any(section(config)))


def _address(config: Config) -> Iterator[str]:
    committee = config.committee
    yield committee.name
    yield "=" * len(committee.name)
    yield ""
    yield f"Write to {committee.alias}, in any language, from any address."
    yield f"How we work: {config.procedure.title} (version {config.procedure.version})."
    if committee.emergency:
        yield committee.emergency


def _encrypted(config: Config) -> Iterator[str]:
    own = Keyring.of(config).own
    if own is not None:
        yield "Encrypted mail"
        yield ""
        yield f"OpenPGP key: {grouped(own.public.fingerprint)}"
        yield "Every receipt has it attached."


def _readers(config: Config) -> Iterator[str]:
    people = config.roster.people.values()
    members = [p for p in people if p.office == "member" and p.role != "alternate"]
    yield "Who reads it"
    yield ""
    yield f"Members: {', '.join(p.name for p in members)}."
    yield "Whoever your mail names or is from is left out before anybody reads it."
    if config.procedure.intake == "screen":
        yield "One member reads it first; then only those who said that they have no conflict."
    else:
        yield "The others get it at once, each alone; there is no list and no archive."
    if config.council:
        council = ", ".join(p.name for p in config.council)
        yield f"Only where the members cannot decide: {config.procedure.parent} ({council})."


def _promises(config: Config) -> Iterator[str]:
    rules = config.procedure
    receipt, person, end = map(
        write_duration, (rules.ack_limit, rules.first_human_limit, rules.resolution_limit)
    )
    yield "When you hear from us"
    yield ""
    yield f"At once, by an automatic receipt; within {receipt} at the latest."
    yield f"From a person within {person}."
    yield f"How it ended, or when you will hear more, within {end}."
    if rules.status_every:
        often = write_duration(rules.status_every).removeprefix("1 ")
        yield f"After that news at least every {often} until it is over."
    if config.probe is not None:
        often = write_duration(config.probe.every).removeprefix("1 ")
        yield f"Every {often} a test mail shows us whether mail to this address arrives."


def _direct(config: Config) -> Iterator[str]:
    committee = config.committee
    local, _, domain = committee.alias.rpartition("@")
    sign = committee.subaddress

    def published(kind: str, person: str) -> str:
        if sign:
            return f"{local}{sign}{kind}-{person}@{domain}"
        return f"{kind}-{person}@{committee.tag_domain}"

    yield "To reach one member first, or to keep it from one"
    yield ""
    for member in config.members:
        yield f"  - {member.name}: {published('to', member.id)} / {published('not', member.id)}"
    yield ""
    yield 'A line "Exclude: NAME" at the top keeps it from that person as well.'


def _operators(config: Config) -> Iterator[str]:
    operators = config.operators
    if not operators.ids:
        return
    known = config.roster.people
    names = ", ".join(known[i].name if i in known else i for i in operators.ids)
    yield "Who runs the mail system"
    yield ""
    yield f"{names}. Who runs the machine can read what passes through it."
    if operators.elsewhere:
        yield f"About one of them, write to {operators.elsewhere} instead."


def _kept(config: Config) -> Iterator[str]:
    yield "What is kept"
    yield ""
    yield "Your mail is stored encrypted, under a key of its own, and erased some time after the"
    yield "matter is closed. We never tell the person you write about who wrote to us."
