"""The tables of the configuration file, key by key, with what leaving a key out means.

The keys are the contract of config/example.toml. Here is what one key or one table must be by
itself; what must agree across tables is in checks.py.
"""

from datetime import timedelta
from typing import Any, ClassVar, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cocmail.config.kinds import (
    Address,
    Addresses,
    Count,
    Domain,
    Door,
    Duration,
    HeaderName,
    Host,
    Id,
    KeyFile,
    Language,
    Line,
    LineOrNothing,
    NewFile,
    Password,
    Peer,
    Port,
    ReadableFile,
    Rota,
    Route,
    SecretFile,
    Separator,
    Size,
    Turn,
    Zone,
)
from cocmail.core.people import Delivery, Role

_SPAM_HEADERS = ("X-Spam-Flag", "X-Spam-Status", "X-Spam")
_EMERGENCY = "If you are in danger, call your local emergency number first."


class Table(BaseModel):
    """A TOML table: unknown keys are refused, nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Committee(Table):
    """[committee]: who this is, and the one published address."""

    name: Line
    alias: Address
    procedure: Line
    chair: Line
    succession: tuple[str, ...] = ()
    language: Language = "en"
    timezone: Zone = ZoneInfo("UTC")
    subaddress: Separator = "+"
    tag_domain: Domain | None = None
    emergency: LineOrNothing = _EMERGENCY
    openpgp_key_file: SecretFile | None = None


class Member(Table):
    """[[members]]; the first address receives, all may send."""

    id: Id
    name: Line
    addresses: Addresses
    known_as: tuple[Line, ...] = ()
    ordinary_name: bool = False
    role: Role = "member"
    delivery: Delivery = "full"
    openpgp: ReadableFile | None = None
    signed_commands: bool = False


class CouncilMember(Table):
    """[[council]]: individual people, never a list."""

    id: Id
    name: Line
    addresses: Addresses
    contact: bool = False


class Keeper(Table):
    """A moderator or administrator of a space."""

    id: Id
    name: Line
    address: Address


class Space(Table):
    """[[spaces]]: a place the committee answers for."""

    id: Id
    name: Line
    moderators: tuple[Keeper, ...] = ()
    administrators: tuple[Keeper, ...] = ()
    emergency: LineOrNothing = ""


class Delegate(Table):
    """[[delegates]]: an organiser who may bring in reports from an event (JU-10)."""

    id: Id
    name: Line
    address: Address
    space: Line | None = None


class Operators(Table):
    """[operators]: who can reach the host, its key or its mailbox."""

    ids: tuple[Id, ...] = ()
    elsewhere: Address | None = None


class Screening(Table):
    """[screening]; left out: the voting members in the roster's order, the procedure's time."""

    rota: Rota | None = None
    turn: Turn = timedelta(weeks=1)
    silent_after: Duration | None = None


class Smtp(Table):
    """[smtp]: the door of a mail relay."""

    listen: Door
    size_limit: Size = 35_000_000
    connections: Count = 100
    tls_certificate: ReadableFile | None = None
    tls_key_file: SecretFile | None = None


class Lmtp(Table):
    """[lmtp]: only its place is configured; the rest is as [smtp] has it when left out."""

    listen: Door

    size_limit: ClassVar[int] = 35_000_000
    connections: ClassVar[int] = 100
    tls_certificate: ClassVar[None] = None
    tls_key_file: ClassVar[None] = None


class Relay(Table):
    """[relay]; left out: nobody's word is believed, cocmail verifies DKIM itself."""

    trusted_peers: tuple[Peer, ...] = ()
    authserv_id: Line | None = None
    spam_headers: tuple[HeaderName, ...] = _SPAM_HEADERS


class Imap(Table):
    """[imap]: a hosted mailbox; one of the two ways to log in is given."""

    host: Host
    port: Port
    security: Literal["tls", "starttls", "none"] = "tls"
    user: Line
    password_file: Password | None = None
    oauth2_token_command: Line | None = None
    folder: Line = "INBOX"
    junk_folder: LineOrNothing = ""
    sent_folder: LineOrNothing = ""
    trash_folder: LineOrNothing = ""
    authserv_id: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _usual_port(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        return {"port": 993 if values.get("security", "tls") == "tls" else 143, **values}

    @property
    def password(self) -> str | None:
        """What stands in password_file."""
        return self.password_file.text if self.password_file else None


class Smarthost(Table):
    """[smarthost]: the way out."""

    url: Route
    user: Line | None = None
    password_file: Password | None = None
    connections: Count = 4
    give_up_after: Duration = timedelta(days=5)
    dkim_selector: Host | None = None
    dkim_key_file: SecretFile | None = None

    @property
    def password(self) -> str | None:
        """What stands in password_file."""
        return self.password_file.text if self.password_file else None


class Probe(Table):
    """[probe]; left out: no test mail. `to` sends each back to the alias; left out: the alias."""

    to: Address | None = None
    route: Route | None = None
    every: Duration = timedelta(weeks=1)
    back_within: Duration = timedelta(days=1)


class Storage(Table):
    """[store]; the key file is made on the first start."""

    path: NewFile
    key_file: KeyFile

    @model_validator(mode="before")
    @classmethod
    def _usual_names(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        return {"path": "cocmail.db", "key_file": "cocmail.key", **values}


class Limits(Table):
    """[limits]: above these, reports wait in quarantine."""

    reports_per_sender_per_day: Count = 10
    unauthenticated_per_domain_per_hour: Count = 30
    unauthenticated_per_hour: Count = 120


class Document(Table):
    """The whole file. [procedure] is checked against the procedure's own parameters."""

    committee: Committee
    members: tuple[Member, ...]
    council: tuple[CouncilMember, ...] = ()
    spaces: tuple[Space, ...] = ()
    delegates: tuple[Delegate, ...] = ()
    operators: Operators = Operators()
    screening: Screening = Screening()
    smtp: Smtp | None = None
    lmtp: Lmtp | None = None
    relay: Relay = Relay()
    imap: Imap | None = None
    smarthost: Smarthost
    probe: Probe | None = None
    store: Storage = Field(default_factory=dict, validate_default=True)
    limits: Limits = Limits()
    procedure: dict[str, Any] = Field(default_factory=dict)
