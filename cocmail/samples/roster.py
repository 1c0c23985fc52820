"""Samples of letters about the committee itself: the roster, newcomers, and who leaves."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.mishaps import SAMPLES as MISHAPS
from cocmail.samples.ordinary import MONDAY, NEW, Context, laid
from cocmail.samples.ordinary import SAMPLES as ORDINARY
from cocmail.samples.probing import ILL, TESTS, WELL

_NAMES = ["Sam Reed", "Uli Storm"]
_CHANGE: Context = {
    "title": "a change of the roster",
    "lines": ["Hal Iver joins the committee as member"],
    "address": "hal@members.test",
    "hold": "3F7K",
    "at": MONDAY,
}
_SEAT: Context = {"name": "Ana Ruiz", "role": "chair", "term_end": "2027-03-02", "last": "2026-03"}
_LEAVING: Context = {"leaving": True, "name": "Bo Lind", "hold": "", "at": None}

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "roster": (
            laid(
                {
                    "voting": ["Ana Ruiz", "Bo Lind"],
                    "others": [("Gus Ito", "adviser")],
                    "chair": "Ana Ruiz",
                    "contacts": ["Kim Sato"],
                    "first_reader": "Bo Lind",
                    "coming": [("Hal Iver joins the committee as member", MONDAY, "3F7K")],
                }
            ),
            laid({"voting": [], "others": [], "chair": "", "contacts": [], "first_reader": "",
                  "coming": []}),
        ),
        "roster-change": (laid(_CHANGE), laid(_CHANGE, {"address": "", "hold": "", "at": None})),
        "onboarding-names": (laid(NEW, {"names": _NAMES}),),
        "onboarding-result": (laid({"opened": 2}), laid({"opened": 1}), laid({"opened": 0})),
        "offboarding": (
            laid(_LEAVING),
            laid(_LEAVING, {"leaving": False}),
            laid(_LEAVING, {"leaving": False, "hold": "3F7K", "at": MONDAY}),
        ),
        "chair-status": (
            *(laid(one, {"kind": ""}, WELL) for one in ORDINARY["chair-status"]),
            laid({"kind": "review", "members": [_SEAT, {**_SEAT, "term_end": "", "last": ""}]}),
            laid({"kind": "renewal", "name": "Bo Lind", "term_end": "2027-03-02"}),
            laid({"kind": "renewal", "name": "Bo Lind", "term_end": ""}),
            *(laid(ORDINARY["chair-status"][1], {"kind": ""}, way) for way in (ILL, *TESTS)),
        ),
        "confirm": (
            *(laid(one, {"change": False}) for one in MISHAPS["confirm"]),
            laid({"effect": ["Hal Iver joins"], "expires": MONDAY, "change": True,
                  "several": False}),
        ),
    }
)  # fmt: skip
