"""Samples of letters between a decision and its effect: moderators, consultation, council."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import IN_CASE, MONDAY, NEW, Context, laid

NO_CONTACT = "Please do not try to find out who spoke with us, and do not contact anybody."
_RECOMMENDATION: Context = {
    "behaviour": "Repeated harsh messages.",
    "person": "Sam Reed",
    "plan": "No private messages to members.",
    "consequence": "A warning.",
    "if_refused": "removal for 30 days",
    "by": "2026-03-11",
    "contact": "Ana Ruiz",
}
_PROPOSED: Context = {
    "plan": "Two weeks off the list.",
    "consequence": "a warning",
    "words": "A talk comes first.",
    "binding": False,
    "by": "2026-03-16",
    "contact": "Ana Ruiz",
}
_NOTICE: Context = {
    "case_name": "home shelf",
    "space": "help",
    "plan": "No private messages to members.",
    "consequence": "A warning.",
    "reasons": "We settled it with them last week.",
    "contact": "Ana Ruiz",
}
_DEADLOCK: Context = {
    "since": MONDAY,
    "over": MONDAY,
    "objections": [("Chi Okafor", "too much"), ("Bo Lind", "")],
    "id": "8Q2M",
}

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "recommendation": (
            laid(_RECOMMENDATION),
            laid(_RECOMMENDATION, {"person": "", "if_refused": ""}),
        ),
        "outcome-reported": (
            laid(
                {"behaviour": "Repeated messages after a request to stop.", "impact": "Fear."},
                {"plan": "No private messages to members.", "consequence": "A warning."},
                {"if_refused": "removal for 30 days", "request_by": "", "mandatory": True},
                {"chair": "Ana Ruiz", "no_contact": NO_CONTACT},
            ),
            laid(
                {"behaviour": "Insults.", "impact": "People left.", "plan": "Stop."},
                {"consequence": "none", "if_refused": "", "request_by": "2026-03-23"},
                {"mandatory": False, "chair": "", "no_contact": NO_CONTACT},
            ),
        ),
        "recommendation-reminder": (laid({"due": MONDAY}),),
        "proposed-resolution": (
            laid(_PROPOSED),
            laid(_PROPOSED, {"binding": True, "words": "", "contact": "", "emergency": ""}),
            laid(_PROPOSED, {"plan": "", "consequence": "none"}),
        ),
        "deadlock": (laid(IN_CASE, _DEADLOCK),),
        "handover": (laid(NEW, {"case_name": "home shelf", "since": MONDAY, "closes_at": MONDAY}),),
        "board-notice": (laid(NEW, _NOTICE), laid(NEW, _NOTICE, {"space": ""})),
    }
)
