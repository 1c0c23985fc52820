"""The first configuration: the few questions of `cocmail init`, and the file its answers make.

The file is config/example.toml with the answers filled in: keys that nobody answered and tables
that are optional stand in it as comments, so that it shows the whole contract. Not here: asking,
which is cli.py's; what a configuration may say (config/) judges every answer.
"""

import json
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cocmail.config import Config, Problem, load
from cocmail.config.kinds import Address, Door, Host, Id, Line, Route, Site, SmtpRoute, Zone
from cocmail.config.problems import said_of
from cocmail.errors import Trouble
from cocmail.mail import openpgp
from cocmail.places import data_dir

FILE = "cocmail.toml"
OPENPGP_KEY, OPENPGP_PUBLIC = "openpgp.key", "openpgp.asc"
PASSWORD = "imap-password"  # noqa: S105 - the name of a file
PROCEDURES = tuple(sorted(path.stem for path in (data_dir("config") / "procedures").glob("*.toml")))


@dataclass(frozen=True, slots=True)
class Named:
    """One person, as `id Full Name <address>` gives them."""

    id: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to know. `usual` is taken for an empty answer; None: there must be one."""

    key: str
    text: str
    usual: str | None
    fault: Callable[[str], str]  # what is wrong with an answer, and the remedy; "" if nothing
    many: bool = False  # one answer a line, ended by an empty line
    hosted: bool = False  # only where mail comes in by a hosted mailbox
    secret: bool = False  # not shown while typed, and never an option

    @property
    def option(self) -> str:
        """The option that answers it; a secret stands in a file."""
        return "password-file" if self.secret else self.key.replace("_", "-")

    def asked(self, said: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether it is a question at all, after these answers."""
        if self.secret and any(said.get("password_file", ())):
            return False
        return not self.hosted or "".join(said["door"]).startswith("imap ")


@dataclass(frozen=True, slots=True)
class Answers:
    """Every answer, each found without fault."""

    name: str
    alias: str
    procedure: str
    members: tuple[Named, ...]
    chair: str
    council: Named
    smarthost: str
    timezone: str
    door: str
    user: str = ""  # of a hosted mailbox, as the others below
    password_file: str = ""
    password: str = ""


def named(line: str) -> Named | None:
    """A person from `id Full Name <address>`; None when it is not written so."""
    found = re.fullmatch(r"\s*(\S+)\s+([^<>]*[^<>\s])\s*<\s*([^<>\s]+)\s*>\s*", line)
    return Named(found[1], found[2].strip(), found[3]) if found else None


def _of(kind: Any) -> Callable[[str], str]:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def fault(answer: str) -> str:
        if not answer.isprintable():  # also half a character of a wrong encoding
            return "holds a control character; write it on one line, in UTF-8"
        try:
            adapter.validate_python(answer, context=Site(Path()))
        except ValidationError as error:
            return "; ".join(said_of(error.errors(include_url=False)[0]))
        return ""

    return fault


def _person(answer: str) -> str:
    person = named(answer)
    if person is None:
        return 'is not a person; write "id Full Name <address>": ana Ana Ruiz <ana@x.example>'
    parts = ((Id, person.id), (Line, person.name), (Address, person.address))
    return next((fault for kind, said in parts if (fault := _of(kind)(said))), "")


def _door(answer: str) -> str:
    kind, _, place = answer.partition(" ")
    if kind == "imap":
        host, _, port = place.strip().partition(":")
        right = not port or (port.isascii() and port.isdigit() and 0 < int(port) < 65_536)
        return _of(Host)(host) if right else f'"{port}" is no port; write one such as 993'
    if kind not in ("lmtp", "smtp"):
        return (
            'is not a door; write "lmtp 127.0.0.1:8024", "smtp 127.0.0.1:8025" or, for a hosted '
            'mailbox, "imap imap.example.org"'
        )
    return _of(Door)(place.strip())


def _nothing_or_line(answer: str) -> str:
    return _of(Line)(answer) if answer else ""


QUESTIONS: tuple[Question, ...] = (
    Question("name", "Name of the committee", None, _of(Line)),
    Question("alias", "Its published address", None, _of(Address)),
    Question("procedure", f"Procedure ({', '.join(PROCEDURES)})", "numfocus", _of(Line)),
    Question("member", "Members, one a line: id Full Name <address>", None, _person, many=True),
    Question("chair", "Id of the chair (empty: the first member)", "", lambda _: ""),
    Question("council", "Contact at the council: id Full Name <address>", None, _person),
    Question("smarthost", "Where mail goes out (at a provider: smtp+starttls://HOST)",
             "smtp://127.0.0.1:25", _of(Route)),
    Question("timezone", "Timezone of the committee", "UTC", _of(Zone)),
    Question("door", "Where mail comes in (lmtp or smtp PLACE; imap HOST for a hosted mailbox)",
             "lmtp 127.0.0.1:8024", _door),
    Question("user", "User of the hosted mailbox (empty: the alias)", "", _nothing_or_line,
             hosted=True),
    Question("password_file", "File with its password (empty: it is asked for)", "",
             _nothing_or_line, hosted=True),
    Question("password", "Its password; it goes into the file imap-password", None, _of(Line),
             hosted=True, secret=True),
)  # fmt: skip


def answered(said: Mapping[str, tuple[str, ...]]) -> Answers:
    """The answers as values, from faultless ones by key."""
    one = {key: values[0] if values else "" for key, values in said.items()}
    members = tuple(person for line in said["member"] if (person := named(line)))
    council = named(one["council"])
    assert members
    assert council
    return Answers(
        one["name"], one["alias"], one["procedure"], members, one["chair"] or members[0].id,
        council, one["smarthost"], one["timezone"], one["door"],
        one.get("user", "") or one["alias"],
        str(Path(one["password_file"]).absolute()) if one.get("password_file") else "",
        one.get("password", ""),
    )  # fmt: skip


def refuse_to_overwrite(folder: Path) -> None:
    """Raise Trouble when this folder has a configuration, or cannot be one's folder."""
    file = folder / FILE
    if file.exists() or file.is_symlink():
        remedy = "edit it, or give another folder"
        raise Trouble([Problem(str(file), "file", "exists already", remedy)])
    if folder.exists() and not folder.is_dir():
        raise Trouble([Problem(str(folder), "folder", "is a file", "give another folder")])


def write(folder: Path, answers: Answers) -> Path:
    """Write the configuration, loaded once for a proof, and return its file; never over another.

    Raises Trouble: it exists, the folder cannot be written, the answers do not go together.
    """
    refuse_to_overwrite(folder)
    file = folder / FILE
    draft = folder / f".{FILE}.{secrets.token_hex(4)}"
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = _secret(folder, answers)
        made += _openpgp(folder, answers)
        draft.touch(mode=0o640)  # members' addresses are nobody else's business
        draft.write_text(text(answers, with_key=(folder / OPENPGP_KEY).exists()), encoding="utf-8")
        loaded = load(draft)
        if not isinstance(loaded, Config):
            raise Trouble([replace(problem, file=str(file)) for problem in loaded])
        file.hardlink_to(draft)  # unlike a rename, this never replaces a file
        made = []
    except OSError as error:
        why = f"cannot be written ({error.strerror})"
        raise Trouble([Problem(str(file), "file", why, "give a folder you may write to")]) from None
    finally:
        for key in (draft, *made):
            key.unlink(missing_ok=True)
    return file


def _secret(folder: Path, answers: Answers) -> list[Path]:
    """The password of a hosted mailbox in a file of its own; never over another.

    Returns what was made.
    """
    file = folder / PASSWORD
    if not answers.password:
        return []
    if file.exists() or file.is_symlink():
        remedy = "remove it, or name it with --password-file"
        raise Trouble([Problem(str(file), "imap.password_file", "exists already", remedy)])
    file.touch(mode=0o600, exist_ok=False)
    file.write_text(f"{answers.password}\n", encoding="utf-8")
    return [file]


def _openpgp(folder: Path, answers: Answers) -> list[Path]:
    """The committee's own key, secret and public, where OpenPGP is installed; never over another.

    Returns what was made.
    """
    key, public = folder / OPENPGP_KEY, folder / OPENPGP_PUBLIC
    if key.exists() or public.exists():
        return []
    secret = openpgp.generate(answers.name, answers.alias)
    own = openpgp.own_key(secret.encode()) if secret else None
    if own is None:
        return []
    key.touch(mode=0o600, exist_ok=False)
    key.write_text(own.secret, encoding="ascii")
    public.write_text(own.public.armored, encoding="ascii")
    return [key, public]


def text(answers: Answers, *, with_key: bool = False) -> str:
    """The whole file."""
    kind, _, place = answers.door.partition(" ")
    filled: dict[str, Mapping[str, object]] = {
        "committee": {
            "name": answers.name, "alias": answers.alias, "procedure": answers.procedure,
            "chair": answers.chair, "timezone": answers.timezone,
            **({"openpgp_key_file": OPENPGP_KEY} if with_key else {}),
        },
        "council": {**_keys(answers.council), "contact": True},
        **({"imap": _mailbox(answers)} if kind == "imap" else {kind: {"listen": place.strip()}}),
        "smarthost": {"url": answers.smarthost, **_login(answers)},
        "store": {"path": "cocmail.db", "key_file": "cocmail.key"},
        "procedure": {},
    }  # fmt: skip
    parts = [_HEAD]
    met: set[str] = set()
    for table, block in _blocks((data_dir("config") / "example.toml").read_text("utf-8")):
        if table == "members":
            if table not in met:
                parts += _members(block, answers.members)
        elif table in filled:
            parts.append(_filled(block, filled[table]))
        else:
            parts.append("\n".join(_off(line) for line in block.split("\n")))
        met.add(table)
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _mailbox(answers: Answers) -> Mapping[str, object]:
    """[imap]: TLS from the start, but on the port where it is asked for (RFC 8314)."""
    host, _, port = answers.door.partition(" ")[2].strip().partition(":")
    number = int(port or 993)
    return {
        "host": host, "port": number, "security": "starttls" if number == 143 else "tls",
        "user": answers.user, "password_file": answers.password_file or PASSWORD,
        "folder": "INBOX", "junk_folder": "Junk",
    }  # fmt: skip


def _login(answers: Answers) -> Mapping[str, object]:
    """Who has a hosted mailbox sends by the same login, but through a relay on this host."""
    route = TypeAdapter[Any](Route).validate_python(answers.smarthost, context=Site(Path()))
    away = isinstance(route, SmtpRoute) and route.host not in ("127.0.0.1", "::1", "localhost")
    if not (away and answers.door.startswith("imap")):
        return {}
    return {"user": answers.user, "password_file": answers.password_file or PASSWORD}


_HEAD = """\
# The configuration of this committee. After every change: cocmail check --config cocmail.toml
# What stands behind # is off, and shows an example; the comments say what leaving it out means.
# Relative paths are relative to this file. Secrets never stand here: *_file keys name a file, or
# a systemd credential by name."""


def _blocks(example: str) -> Iterator[tuple[str, str]]:
    """The tables of example.toml, each with its lines."""
    for found in re.finditer(r"(?ms)^\[\[?(\w+)\]\]?.*?(?=^\[|\Z)", example):
        yield found[1], found[0].rstrip("\n")


def _members(block: str, members: tuple[Named, ...]) -> Iterator[str]:
    """The first one with every key and its comment, the others in short."""
    yield _filled(block, _keys(members[0]))
    for person in members[1:]:
        keys = (f"{key} = {_toml(value)}" for key, value in _keys(person).items())
        yield "\n".join(("[[members]]", *keys))


def _keys(person: Named) -> Mapping[str, object]:
    return {"id": person.id, "name": person.name, "addresses": [person.address]}


def _filled(block: str, values: Mapping[str, object]) -> str:
    """A table of the example with these values; its other keys are switched off."""
    return "\n".join(_line(line, values) for line in block.split("\n"))


def _line(line: str, values: Mapping[str, object]) -> str:
    found = re.fullmatch(r"(?:# )?(\w+) = (.*?)(\s{2,}#.*)?", line)
    if not found:
        return line
    if found[1] not in values:
        return _off(line)
    said = f"{found[1]} = {_toml(values[found[1]])}"
    return f"{said:<33} {found[3].strip()}" if found[3] else said


def _off(line: str) -> str:
    return f"# {line}" if line and not line.startswith("#") else line


def _toml(value: object) -> str:
    """A text, true or false, or a list as TOML writes it; JSON's texts are TOML's (TOML 1.0)."""
    return json.dumps(value, ensure_ascii=False)
