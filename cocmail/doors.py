"""Which door each letter leaves by: a table that reads like policy, asked at every attempt.

A letter to a member has a row in DOORS; a letter to a party leaves with a second reader's approval,
but for those whose every word is template or configuration.
"""

from typing import Literal

# Who may get a letter at all: the rule is looked up by template and asked at every attempt.
Door = Literal[
    "group", "readers", "asked", "screener", "own", "left", "presiding", "house", "outside"
]
DOORS: dict[str, Door] = {
    "held": "screener",
    "conflict-question": "asked",
    "report": "readers",
    "party-mail": "readers",
    "cannot-acknowledge": "readers",
    "reminder": "readers",
    "talk": "group",
    "preview": "group",
    "sent": "group",
    "notices": "group",
    "ballot": "group",
    "meeting": "group",
    "tally": "group",
    "stepped-out": "group",
    "merged": "group",
    "document": "group",
    "case-status": "group",
    "deadlock": "group",
    "handover": "outside",
    "recommendation": "outside",
    "recommendation-reminder": "outside",
    "board-notice": "outside",
    "transcript": "own",
    "import-receipt": "own",
    "refused": "own",
    "help": "own",
    "confirm": "own",
    "was-it-you": "own",
    "delete-please": "left",
    "forged-command": "presiding",
    "sheet": "house",
    "chair-status": "house",
    "quarantine": "house",
    "bans": "house",
    "rule-change": "house",
    "retention-notice": "own",
    "periodic-summary": "house",
    "key-ends": "house",
    "self-probe": "house",
    "probe-news": "house",
    "history": "own",
    "audit": "group",
    "council-report": "outside",
    "statement": "outside",
    "ongoing-measure": "outside",
    "enact": "outside",
    "kept-on-file": "outside",
    "disconnect": "outside",
    "solo-act-review": "group",
    "roster": "house",
    "roster-change": "house",
    "onboarding-names": "own",
    "onboarding-result": "own",
    "offboarding": "house",
}
# Letters to moderators, administrators and the council that need no second reader.
OUTSIDE_UNAPPROVED: frozenset[str] = frozenset(
    {
        "disconnect",
        "enact",
        "handover",
        "kept-on-file",
        "ongoing-measure",
        "recommendation-reminder",
    }
)
# To somebody outside who may be a party of the case, or not.
TO_EITHER = frozenset({"kept-on-file"})
# Every word of these is template or configuration: no second reader (product.md 7).
UNAPPROVED = frozenset(
    {
        "receipt",
        "first-contact",
        "arrived-too",
        "status-reporter",
        "not-conduct",
        "severe-reporter",
        "survey",
        "address-check",
        "mediator-brief",  # the reminder; the brief itself is approved, as it holds names
        "mediation-asked",
        "mediation-talk",  # words of the parties and the mediator, each to the other (JU-42)
    }
)
UNCONFIRMED_MAY_GET = frozenset({"receipt", "status-reporter"})
# Bundles: what the next hop took is noted with how far it told.
BUNDLED = frozenset({"notices", "party-mail"})
REPLIES = frozenset(
    {"receipt", "arrived-too", "transcript", "refused", "help", "delete-please", "mediation-asked"}
)
BY_PEOPLE = frozenset(
    {
        "accidental-disclosure",
        "apology-relay",
        "apology-request",
        "board-notice",
        "mediation-invitation",
        "mediation-talk",
        "mediator-question",
        "no-violation",
        "outcome-reported",
        "outcome-reporter",
        "proposed-resolution",
        "question",
        "right-of-reply",
        "severe-originator",
        "recommendation",
        "talk",
    }
)
# Nothing of a case is in these: they leave as they are where nothing can be encrypted.
WORDLESS = frozenset({"held", "delete-please", "key-ends", "probe-news"})
# Held back from who asked for notices only; they fetch it with READ.
CONTENTFUL = frozenset(
    {
        "report", "party-mail", "talk", "preview", "sent", "ballot", "tally", "document",
        "deadlock",
        "notices", "transcript", "refused", "case-status", "reminder", "meeting",
        "history", "bans", "audit", "solo-act-review",
    }
)  # fmt: skip


def automatic(template: str, *, drafted: bool) -> Literal["", "auto-replied", "auto-generated"]:
    """RFC 3834: what nobody wrote says so; a member's own words do not."""
    if template in BY_PEOPLE or drafted:
        by_a_member = DOORS.get(template, "outside") == "outside" or template == "talk"
        return "" if by_a_member else "auto-generated"
    return "auto-replied" if template in REPLIES else "auto-generated"


_WHY: dict[Door, str] = {
    "group": "in the case group",
    "readers": "may read the case",
    "asked": "asked about a conflict",
    "screener": "reads first",
    "own": "answer to their own mail",
    "left": "stepped out",
    "presiding": "presides",
    "house": "news of the committee",
    "outside": "their office; the words are the template's",
}


def rule(template: str, *, party: bool, drafted: str = "") -> str:
    """By which rule a letter left, in words for the record; `drafted` names its second reader."""
    if drafted:
        return drafted
    if party or template not in DOORS:
        return "no second reader: every word is the template's"
    return _WHY[DOORS[template]]
