"""The kinds of value a configuration holds: addresses, durations, doors, routes, files.

Each is parsed once, here, into what the program works with. Not here: which key holds which
kind (tables.py). Reads files and credentials where the value names one, opens no sockets.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, Field, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from cocmail.config.problems import kind_of, shown, suggestion
from cocmail.durations import read_duration, read_size

_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_PORT = r":(?P<port>[0-9]{1,5})"
_PLACE = r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<host>[^\[\]:/@]+))"
# sockaddr_un holds 108 bytes with its closing zero.
_LONGEST_SOCKET = 107
_LONGEST_SECRET = 65_536


@dataclass(frozen=True, slots=True)
class Listen:
    """A TCP door; port 0 lets the system choose."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class UnixSocket:
    """A door in the file system."""

    path: Path


@dataclass(frozen=True, slots=True)
class SmtpRoute:
    """The next hop: `smtp` takes STARTTLS when offered and verifies nothing."""

    scheme: Literal["smtp", "smtps", "smtp+starttls"]
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class MaildirRoute:
    """For a trial: one Maildir a recipient below this folder."""

    path: Path


@dataclass(frozen=True, slots=True)
class Secret:
    """A password and the file it was read from; the text is not in its repr."""

    path: Path
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Site:
    """What relative file names start from: the file's folder, and systemd's credentials."""

    folder: Path
    credentials: Path | None = None


def unfit(problem: str, remedy: str) -> PydanticCustomError:
    """The finding a validator raises; pydantic collects it with the others."""
    return PydanticCustomError("unfit", "unfit", {"problem": problem, "remedy": remedy})


def _text(value: object, example: str) -> str:
    if not isinstance(value, str):
        raise unfit(f"is {kind_of(value)}", f'write a text in quotes, such as "{example}"')
    return value


def _site(info: ValidationInfo) -> Site:
    return cast(Site, info.context)


def _line(value: str) -> str:
    if not value.strip():
        raise unfit("is empty", "write a text")
    return _line_or_nothing(value)


def _line_or_nothing(value: str) -> str:
    # Names end in headers: a line break there would be a new header (RFC 5322 2.2).
    if not value.strip().isprintable():
        raise unfit("holds a line break or control character", "write it on one line")
    return value.strip()


def _id(value: str) -> str:
    # 40 leaves room for alias and `to-` within the 64 octets of RFC 5321 4.5.3.1.1.
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", value):
        raise unfit(f"{shown(value)} is not an id", "use a-z, 0-9 and -, at most 40 characters")
    return value


def _address(value: str) -> str:
    """The address with its domain in lower case; else as written (product.md 3)."""
    try:
        validate_email(value, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        reason = str(error).rstrip(".")
        remedy = f'write an address such as "conduct@example.org" ({reason})'
        raise unfit(f"{shown(value)} is not a mail address", remedy) from None
    local, _, domain = value.rpartition("@")
    return f"{local}@{domain.lower()}"


def _some(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise unfit("is empty", "name at least one")
    return value


def _domain(value: str) -> str:
    try:
        validate_email(f"a@{value}", check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        remedy = 'write a domain such as "conduct.example.org"'
        raise unfit(f"{shown(value)} is not a mail domain", remedy) from None
    return value.lower()


def _separator(value: str) -> str:
    if value and value not in "+-_=.~#":
        raise unfit(f"{shown(value)} is not a separator", 'write "+", "-", "_", "=" or ""')
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*", value):
        raise unfit(f"{shown(value)} is not a language", 'write a code such as "en" or "pt-BR"')
    return value


def _host(value: str) -> str:
    if not _is_host(value):
        raise unfit(f"{shown(value)} is not a host", 'write a name such as "mail.example.org"')
    return value


def _is_host(value: str) -> bool:
    if ":" in value or re.fullmatch(r"[0-9.]+", value):
        try:
            ip_address(value)
        except ValueError:
            return False
        return True
    return bool(_HOST.fullmatch(value))


def _header(value: str) -> str:
    # RFC 5322 3.6.8: printable US-ASCII without the colon.
    if not re.fullmatch(r"[!-9;-~]+", value):
        raise unfit(f"{shown(value)} is not a header name", 'write one such as "X-Spam-Flag"')
    return value


def _peer(value: str) -> str:
    if value == "unix":
        return value
    try:
        return str(ip_address(value))
    except ValueError:
        remedy = 'name each relay by its IP address, or "unix" for the socket'
        raise unfit(f"{shown(value)} is not an IP address", remedy) from None


def _duration(value: object) -> timedelta:
    # `0` may stand without quotes (product.md 9).
    said = "0" if value == 0 and not isinstance(value, bool) else value
    read = read_duration(said) if isinstance(said, str) else None
    if read is None:
        remedy = 'write a number and seconds, minutes, hours, days, weeks or months: "12 hours"'
        raise unfit(f"{shown(value)} is not a duration", remedy)
    return read


def _turn(value: timedelta) -> timedelta:
    if not value:
        raise unfit("is zero", 'write how long one member is on duty, such as "1 week"')
    return value


def _size(value: object) -> int:
    read = read_size(value) if isinstance(value, str) else None
    if read is None:
        remedy = 'write a number and B, kB, MB or GB: "35 MB"'
        raise unfit(f"{shown(value)} is not a size", remedy)
    # RFC 5321 4.5.3.1.7: a server takes at least 64K octets.
    if read < 65_536:
        raise unfit(f"{shown(value)} is too small for mail", 'write at least "66 kB"')
    return read


def _zone(value: object) -> ZoneInfo:
    name = _text(value, "Europe/Paris")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = {zone.casefold(): zone for zone in available_timezones()}
        close = near.get(name.casefold())
        remedy = f'did you mean "{close}"?' if close else suggestion(name, near.values())
        remedy = remedy if remedy.startswith("did") else 'write one such as "Europe/Paris"'
        raise unfit(f"{shown(name)} is not a timezone", remedy) from None


def _listen(value: object, info: ValidationInfo) -> Listen | UnixSocket:
    text = _text(value, "127.0.0.1:8025")
    if text.startswith("unix:") and len(text) > len("unix:"):
        path = _site(info).folder / text.removeprefix("unix:")
        if len(str(path).encode("utf-8", "surrogateescape")) > _LONGEST_SOCKET:
            raise unfit("is too long for a socket", "choose a path of at most 107 bytes")
        return UnixSocket(path)
    place = _host_and_port(re.fullmatch(_PLACE + _PORT, text), None)
    if place is None:
        remedy = 'write "127.0.0.1:8025", "[::1]:8025" or "unix:/run/cocmail/door.sock"'
        raise unfit(f"{shown(text)} is no place to listen", remedy)
    return Listen(*place)


def _host_and_port(found: re.Match[str] | None, usual: int | None) -> tuple[str, int] | None:
    if found is None:
        return None
    host, port = found["six"] or found["host"], int(found["port"] or usual or 0)
    return (host, port) if _is_host(host) and port <= 65_535 else None


_USUAL_PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}


def _route(value: object, info: ValidationInfo) -> SmtpRoute | MaildirRoute:
    text = _text(value, "smtp://127.0.0.1:25")
    if "@" in text and not text.startswith("maildir:"):
        # The text is not shown: it may hold a password.
        raise unfit("holds a user", "write user and password_file as keys of their own")
    if text.startswith("maildir:") and len(text) > len("maildir:"):
        return MaildirRoute(_site(info).folder / text.removeprefix("maildir:"))
    scheme, colon, rest = text.partition("://")
    usual = _USUAL_PORTS.get(scheme)
    found = re.fullmatch(f"{_PLACE}(?:{_PORT})?/?", rest) if colon and usual else None
    place = _host_and_port(found, usual)
    if place is None or place[1] == 0:
        remedy = 'write "smtp://HOST:25", "smtps://HOST", "smtp+starttls://HOST" or "maildir:PATH"'
        raise unfit(f"{shown(text)} is not a route for mail", remedy)
    return SmtpRoute(cast(Any, scheme), *place)


_REMEDY_FILE = "make the file or name another; relative paths start at the configuration's folder"


def _place(value: object, info: ValidationInfo) -> Path:
    """A file that need not exist yet, in a folder that does."""
    text = _text(value, "cocmail.db")
    path = _site(info).folder / text
    try:
        if not text or path.is_dir():
            raise unfit(f"{shown(text)} is a folder", "name a file")
        if not path.parent.is_dir():
            raise unfit(f"the folder of {shown(text)} does not exist", "make the folder")
    except (OSError, ValueError) as error:
        raise _unreadable(text, error) from None
    return path


def _key_place(value: object, info: ValidationInfo) -> Path:
    return _credential(value, info) or _place(value, info)


def _file(value: object, info: ValidationInfo) -> Path:
    text = _text(value, "cert.pem")
    path = _site(info).folder / text
    try:
        if path.is_dir() or not path.exists():
            raise unfit(f"there is no file {shown(text)}", _REMEDY_FILE)
        with path.open("rb"):
            return path
    except (OSError, ValueError) as error:
        raise _unreadable(text, error) from None


def _unreadable(text: str, error: OSError | ValueError) -> PydanticCustomError | ValueError:
    # PydanticCustomError is a ValueError: what a check above raised passes through.
    if isinstance(error, PydanticCustomError):
        return error
    why = getattr(error, "strerror", None) or "not a file name"
    return unfit(f"{shown(text)} cannot be read ({why})", _REMEDY_FILE)


def _credential(value: object, info: ValidationInfo) -> Path | None:
    """A bare name that systemd handed over (LoadCredential=) is taken from there (P47)."""
    text, folder = _text(value, "password"), _site(info).credentials
    if folder is None or not re.fullmatch(r"[A-Za-z0-9._-]{1,255}", text):
        return None
    path = folder / text
    return path if path.is_file() else None


def _secret_file(value: object, info: ValidationInfo) -> Path:
    return _credential(value, info) or _file(value, info)


def _secret(value: object, info: ValidationInfo) -> Secret:
    path = _secret_file(value, info)
    try:
        with path.open("rb") as source:
            text = source.read(_LONGEST_SECRET).decode("utf-8").rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise _unreadable(str(value), error) from None
    if not text or not text.isprintable():
        raise unfit(f"{shown(value)} holds no password", "write it there, alone, on one line")
    return Secret(path, text)


Line = Annotated[str, AfterValidator(_line)]
LineOrNothing = Annotated[str, AfterValidator(_line_or_nothing)]
Id = Annotated[str, AfterValidator(_id)]
Address = Annotated[str, AfterValidator(_address)]
Addresses = Annotated[tuple[Address, ...], AfterValidator(_some)]
Rota = Annotated[tuple[str, ...], AfterValidator(_some)]
Domain = Annotated[str, AfterValidator(_domain)]
Separator = Annotated[str, AfterValidator(_separator)]
Language = Annotated[str, AfterValidator(_language)]
Host = Annotated[str, AfterValidator(_host)]
HeaderName = Annotated[str, AfterValidator(_header)]
Peer = Annotated[str, AfterValidator(_peer)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]
Port = Annotated[int, Field(ge=1, le=65_535)]
Duration = Annotated[timedelta, PlainValidator(_duration)]
Turn = Annotated[timedelta, PlainValidator(_duration), AfterValidator(_turn)]
Size = Annotated[int, PlainValidator(_size)]
Zone = Annotated[ZoneInfo, PlainValidator(_zone)]
Door = Annotated[Listen | UnixSocket, PlainValidator(_listen)]
Route = Annotated[SmtpRoute | MaildirRoute, PlainValidator(_route)]
NewFile = Annotated[Path, PlainValidator(_place)]
KeyFile = Annotated[Path, PlainValidator(_key_place)]
ReadableFile = Annotated[Path, PlainValidator(_file)]
SecretFile = Annotated[Path, PlainValidator(_secret_file)]
Password = Annotated[Secret, PlainValidator(_secret)]
