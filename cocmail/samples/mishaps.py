"""Samples of the letter about a leak, and of the one-word question before a mail runs."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import IN_CASE, MONDAY, Context, laid

_LEAK: Context = {
    "what": "A mail between members.",
    "to": "Your own address.",
    "done": "Everybody in the group was told.",
    "on": "2026-03-02",
    "reported": False,
    "contact": "Ana Ruiz",
}

_CONFIRM: Context = {
    "effect": ["your vote on 8Q2M: yes"],
    "expires": MONDAY,
    "several": False,
}

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "confirm": (
            laid(IN_CASE, _CONFIRM),
            laid(IN_CASE, _CONFIRM, {"several": True}),
        ),
        "accidental-disclosure": (
            laid(_LEAK),
            laid(_LEAK, {"on": "", "contact": "", "emergency": ""}),
            laid(_LEAK, {"reported": True}),
        ),
    }
)
