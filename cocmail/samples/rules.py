"""Samples of the letters about rule changes, counts and retention."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import MONDAY, Context, laid

_CHANGE: Context = {
    "what": "opened", "number": 1, "title": "Answer within two days",
    "words": "A person answers within two days.", "author": "Ana Ruiz", "id": "3F7K",
    "ballot_from": MONDAY, "ballot_on": MONDAY, "days_left": 7, "base": 6, "needed": 4,
    "passed": True, "yes": 4, "no": 1, "abstain": 0, "result": "",
}  # fmt: skip

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "rule-change": (
            *(laid(_CHANGE, {"what": what})
              for what in ("opened", "talk", "reminder", "ballot", "result", "board")),
            laid(_CHANGE, {"what": "result", "passed": False}),
            laid(_CHANGE, {"what": "answer", "result": "accepted"}),
            laid(_CHANGE, {"what": "answer", "result": "rejected"}),
        ),
    }
)  # fmt: skip
