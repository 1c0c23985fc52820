"""Samples of the letters about rule changes, counts and retention."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import IN_CASE, MONDAY, Context, laid

_CHANGE: Context = {
    "what": "opened", "number": 1, "title": "Answer within two days",
    "words": "A person answers within two days.", "author": "Ana Ruiz", "id": "3F7K",
    "ballot_from": MONDAY, "ballot_on": MONDAY, "days_left": 7, "base": 6, "needed": 4,
    "passed": True, "yes": 4, "no": 1, "abstain": 0, "result": "",
}  # fmt: skip

_TABLE: Context = {"total": "4 or more", "rows": [("Resolved", 4)], "rest": True}
_EMPTY: Context = {"total": "fewer than three", "rows": [], "rest": True}
_SUMMARY: Context = {
    "period": "2026-01 to 2026-06", "over": True, "again": False, "acting": False,
    "received": _TABLE, "earlier": _EMPTY, "measures": _EMPTY, "missed": _EMPTY,
}  # fmt: skip
_NOTICE: Context = {
    "erased": False, "case_name": "", "since": "", "until": "", "day": "2027-05-02",
    "what": ["3 mails", "1 ballot"], "sensitive": False, "later": "2028-05-02",
}  # fmt: skip
_GONE: Context = {**_NOTICE, "erased": True, "since": "2026-03-02", "until": "2026-03-20"}

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "rule-change": (
            *(laid(_CHANGE, {"what": what})
              for what in ("opened", "talk", "reminder", "ballot", "result", "board")),
            laid(_CHANGE, {"what": "result", "passed": False}),
            laid(_CHANGE, {"what": "answer", "result": "accepted"}),
            laid(_CHANGE, {"what": "answer", "result": "rejected"}),
        ),
        "periodic-summary": (
            laid(_SUMMARY),
            laid(_SUMMARY, {"over": False, "again": True, "acting": True}),
            laid(_SUMMARY, {"received": _EMPTY, "earlier": _TABLE},
                 {"measures": _TABLE, "missed": {**_TABLE, "rest": False}}),
        ),
        "retention-notice": (
            laid(IN_CASE, _NOTICE),
            laid(IN_CASE, _NOTICE, {"sensitive": True}),
            laid(_GONE, {"case_name": "home shelf"}),
            laid(_GONE),
        ),
        "survey": (laid(),),
    }
)  # fmt: skip
