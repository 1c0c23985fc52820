"""Samples of letters about OpenPGP keys."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import MONDAY, Context, laid

_KEY: Context = {
    "name": "Bo Lind",
    "yours": True,
    "fingerprint": "B1D2 30C4 E22B 3DE1 FABB E93C 861D 98BF 53E8 0288",
    "expires": MONDAY,
    "over": False,
}

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "key-ends": (
            laid(_KEY),
            laid(_KEY, {"yours": False, "over": True}),
            laid(_KEY, {"name": "", "yours": False, "expires": None, "over": True}),
        ),
    }
)
