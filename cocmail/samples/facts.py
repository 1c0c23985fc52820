"""Samples of letters about finding out what happened: the right of reply, a talk of the group."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import IN_CASE, MONDAY, Context, laid

_REPLY: Context = {
    "behaviour": "Repeated harsh messages in a public channel.",
    "reply_by": MONDAY,
    "mandate": "Example Project council",
}

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "right-of-reply": (
            laid(_REPLY),
            laid(_REPLY, {"reply_by": None, "mandate": "", "emergency": ""}),
        ),
        "meeting": (laid(IN_CASE, {"start": MONDAY, "author": "Ana Ruiz"}),),
    }
)
