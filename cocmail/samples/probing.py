"""Samples of the test mail and of the news about it."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import MONDAY, NEXT_WEEK, Context, laid

_NEWS: Context = {
    "works": False, "refused": False, "since": MONDAY, "last": None, "missed": MONDAY,
    "spam": False,
}  # fmt: skip

# What the chair's status says of the way in.
WELL: Context = {"away": None, "test": None}
ILL: Context = {
    "away": MONDAY,
    "test": {"missing": True, "came": None, "spam": False, "left": MONDAY},
}
TESTS: tuple[Context, ...] = (
    {"away": None, "test": {"missing": False, "came": MONDAY, "spam": True, "left": MONDAY}},
    {"away": None, "test": {"missing": False, "came": None, "spam": False, "left": NEXT_WEEK}},
)

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "self-probe": (laid({"word": "abcdefghijklmnopqrstuvwxyz"}),),
        "probe-news": (
            laid(_NEWS),
            laid(_NEWS, {"refused": True, "last": MONDAY}),
            laid(_NEWS, {"works": True, "last": NEXT_WEEK, "spam": True}),
        ),
    }
)
