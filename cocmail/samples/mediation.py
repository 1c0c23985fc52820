"""Samples of letters of a mediation, and of the question about a second address."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import Context, laid

_INVITED: Context = {
    "mediator": "Pia Falk",
    "others": "Sam Reed",
    "terms": "The talks are held in writing.",
    "span": 14,
    "reported": False,
    "contact": "Ana Ruiz",
}
_BRIEF: Context = {
    "parties": [("Wen Liu", "conduct+o-aaaa@example.test"), ("R2", "conduct+o-bbbb@example.test")],
    "terms": "The talks are held in writing.",
    "until": "2026-03-23",
    "span": 14,
    "left": 0,
}
_TALK: Context = {
    "author": "Pia Falk",
    "text": "How do you see it?",
    "files": False,
    "mediates": False,
    "reported": False,
}
_ASKED: Context = {"why": "over", "missing": [], "other": "", "mediates": False, "reported": False}
_TO_MEDIATOR: Context = {"mediates": True, "reported": True}

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "mediation-invitation": (
            laid(_INVITED),
            laid(_INVITED, {"others": "", "terms": "", "reported": True, "emergency": ""}),
            laid(_INVITED, {"others": "Wen Liu", "contact": "", "reported": True}),
        ),
        "mediator-question": (
            laid({"people": "Sam Reed", "contact": "Ana Ruiz"}),
            laid({"people": "Sam Reed", "contact": ""}),
        ),
        "mediator-brief": (
            laid(_BRIEF),
            laid(_BRIEF, {"terms": ""}),
            laid(_BRIEF, {"parties": [], "terms": "", "until": "", "left": 4}),
            laid(_BRIEF, {"parties": [], "terms": "", "until": "", "left": 1}),
        ),
        "mediation-talk": (
            laid(_TALK),
            laid(_TALK, _TO_MEDIATOR, {"author": "Wen Liu", "files": True}),
            laid(_TALK, {"reported": True}),
        ),
        "mediation-asked": (
            laid(_ASKED),
            laid(_ASKED, _TO_MEDIATOR, {"why": "vetted", "missing": ["Wen Liu"]}),
            laid(_ASKED, _TO_MEDIATOR, {"why": "vetted"}),
            laid(_ASKED, _TO_MEDIATOR, {"why": "names"}),
            laid(_ASKED, {"why": "undelivered", "other": "Pia Falk"}),
            laid(_ASKED, {"why": "address", "reported": True}),
        ),
        "address-check": (
            laid({"word": "3F7K", "other": "wen@other.test", "reported": False}),
            laid({"word": "3F7K", "other": "wen@other.test", "reported": True, "emergency": ""}),
        ),
    }
)
