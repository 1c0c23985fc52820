"""The configuration: one TOML file read into frozen values, or every problem at once.

What it may say is config/example.toml. In reading order: problems.py (what is wrong, in one
line), kinds.py (addresses, durations, files), tables.py (the keys), checks.py (what must agree
across tables), procedures.py (the manual's parameters), whole.py (`load`), cautions.py
(`warnings`). Not here: writing a configuration, which is the work of `cocmail init`.
"""

from cocmail.config.cautions import warnings
from cocmail.config.kinds import Listen, MaildirRoute, Secret, SmtpRoute, UnixSocket
from cocmail.config.problems import Problem
from cocmail.config.procedures import load_procedure
from cocmail.config.tables import (
    Committee,
    CouncilMember,
    Delegate,
    Imap,
    Keeper,
    Limits,
    Lmtp,
    Member,
    Operators,
    Relay,
    Screening,
    Smarthost,
    Smtp,
    Space,
    Storage,
)
from cocmail.config.whole import Config, load

__all__ = [
    "Committee",
    "Config",
    "CouncilMember",
    "Delegate",
    "Imap",
    "Keeper",
    "Limits",
    "Listen",
    "Lmtp",
    "MaildirRoute",
    "Member",
    "Operators",
    "Problem",
    "Relay",
    "Screening",
    "Secret",
    "Smarthost",
    "Smtp",
    "SmtpRoute",
    "Space",
    "Storage",
    "UnixSocket",
    "load",
    "load_procedure",
    "warnings",
]
