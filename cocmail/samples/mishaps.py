"""Samples of the letter about a leak."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import Context, laid

_LEAK: Context = {
    "what": "A mail between members.",
    "to": "Your own address.",
    "done": "Everybody in the group was told.",
    "on": "2026-03-02",
    "reported": False,
    "contact": "Ana Ruiz",
}

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "accidental-disclosure": (
            laid(_LEAK),
            laid(_LEAK, {"on": "", "contact": "", "emergency": ""}),
            laid(_LEAK, {"reported": True}),
        ),
    }
)
