"""Samples of letters about a case's end: council, bans, apologies, redirects, looking back."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import IN_CASE, MONDAY, NEW, Context, laid

_BAN: Context = {
    "person": "Sam Reed",
    "spaces": ["#help", "list"],
    "everywhere": False,
    "since": "2026-03-11",
    "until": "2026-09-11",
    "lifted": False,
    "provisional": False,
}
_ROW: Context = {**_BAN, "code": "home shelf", "review": "2026-08-28"}
_COUNCIL: Context = {
    "code_name": "home shelf",
    "category": "conduct",
    "determination": "A violation was found.",
    "measure": "a warning",
    "clocks": ["receipt: kept", "first answer by a person: missed"],
    "solo": ["2026-03-02: Bo Lind: disconnected an account; reviewed"],
    "words": "The talk went well.",
    "chair": "Ana Ruiz",
}
_STATEMENT: Context = {"words": "A remark was not appropriate.", "chair": "Ana Ruiz"}
_OLD: Context = {"code": "quiet ladder", "opened": MONDAY, "result": "Warning"}

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "council-report": (
            laid(NEW, _COUNCIL),
            laid(NEW, _COUNCIL, {"clocks": [], "solo": [], "words": ""}),
        ),
        "statement": (
            laid(NEW, _STATEMENT, {"decided": False}),
            laid(NEW, _STATEMENT, {"decided": True}),
        ),
        "ongoing-measure": (
            laid(NEW, _BAN),
            laid(NEW, _BAN, {"everywhere": True, "until": ""}),
        ),
        "enact": (
            laid(_BAN, {"again": False}),
            laid(_BAN, {"everywhere": True, "until": "", "again": True}),
            laid(_BAN, {"lifted": True, "again": False}),
        ),
        "bans": (
            laid({"rows": [_ROW], "name": "", "reader": "Ana Ruiz"}),
            laid({"rows": [{**_ROW, "until": "", "review": "", "everywhere": True}]},
                 {"name": "Sam Reed", "reader": "Ana Ruiz"}),
            laid({"rows": [{**_ROW, "lifted": True, "provisional": True}]},
                 {"name": "", "reader": "Ana Ruiz"}),
            laid({"rows": [], "name": "Sam Reed", "reader": "Ana Ruiz"}),
            laid({"rows": [], "name": "", "reader": "Ana Ruiz"}),
        ),
        "kept-on-file": (laid(),),
        "not-conduct": (laid(), laid({"emergency": ""})),
        "apology-request": (laid({"words": "A private apology, please.", "chair": "Ana Ruiz"}),),
        "apology-relay": (laid({"words": "I am sorry for what I wrote."}),),
        "history": (
            laid(IN_CASE, {"name": "Sam Reed", "cases": [_OLD], "shared": "", "older": None}),
            laid(IN_CASE, {"name": "Sam Reed", "cases": [], "shared": "", "older": None}),
            laid(IN_CASE, {"name": "", "cases": [], "shared": "Bo Lind", "older": MONDAY}),
            laid({"name": "Sam Reed", "cases": [{**_OLD, "result": ""}]},
                 {"shared": "", "older": None}),
        ),
        "audit": (
            laid(IN_CASE, {"title": "home shelf", "steps": [(1, MONDAY, "opened")]}),
            laid({"title": "home shelf", "steps": [(1, MONDAY, "opened")]}),
        ),
    }
)  # fmt: skip
