"""Samples of the letters of urgent cases."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.enacting import NO_CONTACT
from cocmail.samples.ordinary import IN_CASE, MONDAY, Context, laid

_DISCONNECT: Context = {
    "account": "axe99",
    "spaces": ["#list", "#chat"],
    "over": False,
    "again": False,
}
_ORIGINATOR: Context = {
    "behaviour": "A threat of violence, twice, on a public list.",
    "why": "Our code of conduct treats personal threats as a clear and severe breach.",
    "cut_off": True,
    "no_contact": NO_CONTACT,
}
_REVIEW: Context = {
    "n": 1,
    "what": "axe99: administrators were asked to cut this account off",
    "author": "Bo Lind",
    "at": MONDAY,
    "reported": False,
    "ground": "personal threats",
    "tool": "disconnect",
    "contacts": [("Pat Moe", ["list"], "done"), ("Zoe Farr", ["chat"], "no answer yet")],
    "requested": "P1",
    "again": False,
    "rule": "It takes everyone of the group.",
}

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "disconnect": (
            laid(_DISCONNECT),
            laid(_DISCONNECT, {"again": True}),
            laid(_DISCONNECT, {"over": True}),
        ),
        "severe-reporter": (laid(), laid({"emergency": ""})),
        "severe-originator": (laid(_ORIGINATOR), laid(_ORIGINATOR, {"cut_off": False})),
        "solo-act-review": (
            laid(IN_CASE, _REVIEW),
            laid(IN_CASE, _REVIEW, {"contacts": [], "requested": "", "ground": "", "tool": ""}),
            laid(IN_CASE, _REVIEW, {"reported": True, "again": True}),
        ),
    }
)
