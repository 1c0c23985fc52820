"""Samples of the letters of an ordinary case, from the receipt to the status mail."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

Context = Mapping[str, object]

_MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_TUESDAY = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
_WEDNESDAY = datetime(2026, 3, 4, 21, 40, tzinfo=UTC)
_NEXT_WEEK = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)

# What every context holds, whoever reads.
COMMON: Context = MappingProxyType(
    {
        "committee": "Example Project Code of Conduct Committee",
        "body": "Example Project Code of Conduct Committee",
        "parent": "Example Project board",
        "alias": "conduct@example.test",
        "emergency": "If you are in danger, call your local emergency number first.",
        "tag": "",
        "code": "",
    }
)
_IN_CASE: Context = {"tag": "home shelf", "code": "home shelf"}
_NEW: Context = {"tag": "new question", "code": ""}

_SIX = ["Ana Ruiz", "Bo Lind", "Eli Brandt", "Fay Moreau", "Gus Ito", "Hal Vance"]
_LONG_TEXT = "Sam said this in the channel.\n\n\n\n\nThen it went on for an hour."
_MAIL: Context = {
    "label": "R1",
    "name": "Rita Vale",
    "at": _MONDAY,
    "text": _LONG_TEXT,
    "enclosures": ["picture-1.png"],
    "unconfirmed": False,
    "unsaid": "",
}
_SECOND_MAIL: Context = {**_MAIL, "label": "W1", "name": "", "enclosures": [], "unconfirmed": True,
                         "unsaid": "a1.dat is passed on unopened."}  # fmt: skip
_ROW = ["No", "Maybe", "Resolved", "quiet ladder", "2026-03-02 09:00", "-", "Warning"]
_KEPT = [{"number": 1, "text": "BEHAVIOUR: what happened\n\nIMPACT: what it did"}]

_RECEIPT: Context = {
    "human_by": _TUESDAY,
    "held": True,
    "already": False,
    "readers": _SIX,
    "reader_count": 6,
    "left_out": ["Chi Okafor", "Dee Novak"],
    "elsewhere": "ombud@elsewhere.test",
    "unconfirmed": True,
    "resolution_by": _NEXT_WEEK,
    "procedure_line": "NumFOCUS procedure, version 1",
    "openpgp": "B1D2 30C4",
    "first": "",
    "first_until": _TUESDAY,
}
_QUESTION: Context = {
    "name": "Sam Reed",
    "unknown": False,
    "closes_at": _WEDNESDAY,
    "silence_out": True,
    "reminder": False,
}
_REPORT: Context = {
    "mails": [_MAIL],
    "first_question": "is somebody's safety at risk? Answer with SAFETY and yes or no.",
    "clocks": [("first answer by a person", _TUESDAY), ("outcome", _NEXT_WEEK)],
    "group": ["Ana Ruiz", "Bo Lind"],
    "urgent": False,
    "for_screener": False,
    "confirmed_note": "",
    "contacts": [],
    "linked": "",
    "confidant": "",
    "holds": "",
    "checklist": [],
}
_PARTY_MAIL: Context = {**_MAIL, "automatic": False, "withheld": ["Chi Okafor"]}
_SECOND_PARTY_MAIL: Context = {**_SECOND_MAIL, "automatic": True, "withheld": []}
_BALLOT: Context = {
    "id": "8Q2M",
    "author": "Dee Novak",
    "no_action": False,
    "plan": "no private messages to members",
    "if_refused": "removal for 30 days",
    "consequence": "warning",
    "reason": "",
    "rule": "two-thirds",
    "base": 4,
    "needed": 3,
    "eligible": 4,
    "eligible_needs": 3,
    "case_group": 3,
    "group_needs": 2,
    "replaced": False,
    "determinations": [],
    "scope": "yes",
    "risk": "safety no, repetition maybe",
    "impact": "direct, seen public",
    "checklist": [],
    "stays": [],
}
_TALLY: Context = {
    "id": "8Q2M",
    "passed": True,
    "rule": "two-thirds",
    "yes": 3,
    "no": 0,
    "abstain": 0,
    "base": 4,
    "needed": 3,
    "lines": ["Ana Ruiz: yes", "Dee Novak: yes", "Fay Moreau: yes"],
}
_REFUSED: Context = {
    "lines": [("VOTE yes 8Q2M", "Advisers do not vote.")],
    "remedy": ["write to the case group instead"],
    "kept": _KEPT,
    "out": False,
}
_STATUS: Context = {
    "facts": [("Case", "home shelf"), ("Lead", "Ana Ruiz")],
    "waiting": ["the vote of Fay Moreau"],
    "clocks": [("outcome", _NEXT_WEEK)],
    "listing": [],
}
_CHAIR: Context = {
    "overdue": ["home shelf: the first answer by a person, since yesterday"],
    "cases": [
        {
            "code": "home shelf",
            "age": "3 days",
            "lead": "Ana Ruiz",
            "clock": "outcome in 4 days",
            "blocking": "a second reader",
        },
        {"code": "amber kettle", "age": "1 day", "lead": "", "clock": "in time", "blocking": ""},
    ],
    "vague": [_ROW],
    "events": ["one letter came back"],
    "roster_size": 6,
    "quarantine": 2,
    "new_questions": 1,
}
_QUARANTINE: Context = {
    "lines": [{"n": 1, "at": _MONDAY, "domain": "x.test", "size": "2 kB", "note": ""}],
    "shown": "",
    "n": 0,
}


def _with(*contexts: Context) -> Context:
    """The common context and what is laid over it, in order."""
    merged: dict[str, object] = dict(COMMON)
    for context in contexts:
        merged.update(context)
    return MappingProxyType(merged)


SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "receipt": (
            _with(_RECEIPT),
            _with(_RECEIPT, {"held": False, "already": True, "unconfirmed": False}),
            _with(
                _RECEIPT,
                {"readers": [], "reader_count": 9, "left_out": [], "held": False},
                {"elsewhere": "", "emergency": "", "procedure_line": "", "openpgp": ""},
            ),
            _with(_RECEIPT, {"readers": [], "reader_count": 9}),
            _with(_RECEIPT, {"readers": [], "first": "Bo Lind"}),
        ),
        "first-contact": (
            _with({"contact": "Ana Ruiz", "changed": False, "news_by": _NEXT_WEEK}),
            _with(
                {"contact": "Bo Lind", "changed": True, "news_by": _NEXT_WEEK}, {"emergency": ""}
            ),
        ),
        "arrived-too": (
            _with({"contact": "Ana Ruiz", "reported": False}),
            _with({"contact": "", "reported": False, "emergency": ""}),
            _with({"contact": "", "reported": True}),
        ),
        "status-reporter": (
            _with({"next_news": _NEXT_WEEK, "contact": "Bo", "words": "Hi.", "mediation": False}),
            _with({"next_news": _NEXT_WEEK, "contact": "", "words": "", "mediation": True}),
        ),
        "question": (
            _with(
                {"words": "Is it still going on? We ask so that we can help.", "contact": "Bo"},
                {"mandate": "Example Project board"},
            ),
            _with({"words": "When was it?", "contact": "", "emergency": "", "mandate": ""}),
        ),
        "outcome-reporter": (_with({"words": "We asked for a change of behaviour."}),),
        "no-violation": (
            _with({"words": "It was a public debate within our rules."}),
            _with({"words": "It was a public debate within our rules.", "emergency": ""}),
        ),
        "held": (
            _with(
                _NEW,
                {"reason": "Every report has one first reader here.", "set_aside": 2},
                {"passes_at": _MONDAY, "exclude_note": "A line to leave somebody out is unclear."},
            ),
            _with(
                _NEW,
                {"reason": "Its text could not be read in full.", "set_aside": 1},
                {"passes_at": _MONDAY, "exclude_note": ""},
            ),
            _with(
                _NEW,
                {"reason": "It speaks of a role.", "set_aside": 0},
                {"passes_at": _MONDAY, "exclude_note": ""},
            ),
        ),
        "conflict-question": (
            _with(_NEW, _QUESTION),
            _with(_NEW, _QUESTION, {"unknown": True, "name": "", "silence_out": False}),
            _with(_NEW, _QUESTION, {"reminder": True}),
        ),
        "report": (
            _with(_IN_CASE, _REPORT),
            _with(
                _NEW,
                _REPORT,
                {"mails": [_MAIL, _SECOND_MAIL], "for_screener": True, "urgent": True},
                {"confirmed_note": "Its address is not confirmed yet.", "group": []},
                {"contacts": [("#help", "Venue security: +00 000")]},
            ),
            _with(
                _IN_CASE,
                _REPORT,
                {"clocks": [], "first_question": "", "emergency": "", "linked": "home shelf"},
                {"confidant": "Chi Okafor", "holds": "tin drum"},
                {"checklist": ["Look at the available records."]},
            ),
        ),
        "party-mail": (
            _with(_IN_CASE, {"label": "R1", "mails": [_PARTY_MAIL], "bundled": False}),
            _with(_IN_CASE, {"label": "W1", "mails": [_SECOND_PARTY_MAIL], "bundled": True}),
        ),
        "talk": (
            _with(_IN_CASE, {"author": "Bo Lind", "text": _LONG_TEXT, "enclosures": ["notes.txt"]}),
            _with(_IN_CASE, {"author": "Bo Lind", "text": "I agree.", "enclosures": []}),
        ),
        "document": (
            _with(
                _IN_CASE,
                {
                    "title": "home shelf",
                    "disclosures": [(_MONDAY, "Ana Ruiz", "report", "may read")],
                    "rules": "psf, version 2024-05, 9f2c",
                },
                {"sections": [("Report", [(_MONDAY, _LONG_TEXT)]), ("Plan", [])]},
            ),
            _with(
                _IN_CASE,
                {
                    "title": "home shelf",
                    "disclosures": [],
                    "sections": [],
                    "rules": "psf, version 1, 9f",
                },
            ),
        ),
        "reminder": (
            _with(
                _IN_CASE,
                {"what": "Nobody has taken the lead yet.", "due": _TUESDAY, "settle": "TAKE"},
            ),
            _with(_IN_CASE, {"what": "The outcome is due.", "due": _TUESDAY, "settle": ""}),
        ),
        "sent": (
            _with(
                _IN_CASE,
                {"role": "reported person", "name": "Sam Reed", "at": _MONDAY},
                {"words": "Hello,\n\nthis is the decision."},
            ),
            _with(_IN_CASE, {"role": "reporter", "name": "", "at": _MONDAY, "words": ""}),
        ),
        "notices": (
            _with(
                _IN_CASE, {"lines": ["Ana Ruiz took the lead.", "Bo Lind voted."], "asks": False}
            ),
            _with(_IN_CASE, {"lines": ["Bo Lind would go on without W1."], "asks": True}),
        ),
        "ballot": (
            _with(_IN_CASE, _BALLOT),
            _with(_IN_CASE, _BALLOT, {"no_action": True, "reason": "A public debate."}),
            _with(
                _IN_CASE,
                _BALLOT,
                {"rule": "consensus", "replaced": True, "reason": "Kind.", "scope": ""},
                {"determinations": [("Is it ongoing", "no")], "checklist": ["Educate first."]},
                {"risk": "", "impact": "", "stays": ["Bo Lind"]},
            ),
            _with(
                _IN_CASE,
                _BALLOT,
                {"no_action": True, "plan": "", "if_refused": "", "consequence": ""},
            ),
        ),
        "tally": (
            _with(_IN_CASE, _TALLY),
            _with(_IN_CASE, _TALLY, {"passed": False, "rule": "consensus", "lines": []}),
        ),
        "stepped-out": (
            _with(_IN_CASE, {"name": "", "members": 3, "advisers": 1}),
            _with(_IN_CASE, {"name": "Chi Okafor", "members": 4, "advisers": 0}),
        ),
        "delete-please": (
            _with(_IN_CASE, {"lines": ["RECUSE"]}),
            _with(_NEW, {"lines": ["RECUSE"]}),
        ),
        "refused": (
            _with(_IN_CASE, _REFUSED),
            _with(_IN_CASE, _REFUSED, {"remedy": [], "kept": [], "errors": 2}),
            _with({"out": True, "lines": [], "remedy": [], "kept": []}),
        ),
        "transcript": (
            _with(
                _IN_CASE,
                {"lines": [("CLEAR Sam Reed", "You are in.")], "errors": 0, "waiting": []},
                {"kept": []},
            ),
            _with(
                _IN_CASE,
                {"lines": [("VOTE maybe", "Not understood.")], "errors": 2, "kept": _KEPT},
                {"waiting": ["the vote of Fay Moreau"]},
            ),
            _with({"lines": [("BACK", "Welcome.")], "errors": 0, "waiting": [], "kept": []}),
        ),
        "was-it-you": (
            _with(
                _IN_CASE,
                {"other": "ana@elsewhere.test", "effect": ["CLEAR"], "expires": _WEDNESDAY},
            ),
        ),
        "forged-command": (
            _with(_IN_CASE, {"at": _MONDAY, "why": "its signature failed", "code": "home shelf"}),
            _with({"at": _MONDAY, "why": "the member said that it was somebody else"}),
        ),
        "cannot-acknowledge": (
            _with(_NEW, {"label": "the reporter", "why": "the mail names no address to answer"}),
        ),
        "import-receipt": (_with(_NEW, {"asked": True}), _with(_NEW, {"asked": False})),
        "help": (
            _with(
                _IN_CASE,
                {"lines": [("CLEAR Sam Reed", "you have no conflict; take part")]},
                {"where": "in this case", "form": [], "offered": []},
            ),
            _with(
                _IN_CASE,
                {"lines": [], "where": "", "form": ["PROPOSE", "PLAN:"], "offered": ["Plans: x."]},
            ),
        ),
        "case-status": (
            _with(_IN_CASE, _STATUS),
            _with(
                {"facts": [], "waiting": [], "clocks": []},
                {"listing": [{"code": "home shelf", "state": "open", "opened": _MONDAY}]},
            ),
            _with({"facts": [], "waiting": [], "clocks": [], "listing": []}),
        ),
        "sheet": (
            _with({"rows": [_ROW], "reader": "Ana Ruiz"}),
            _with({"rows": [], "reader": "Ana Ruiz"}),
        ),
        "chair-status": (
            _with(_CHAIR),
            _with(_CHAIR, {"overdue": [], "cases": [], "vague": [], "events": []}),
        ),
        "quarantine": (
            _with(_QUARANTINE),
            _with(_QUARANTINE, {"shown": "Buy now.", "n": 1}),
            _with(_QUARANTINE, {"lines": []}),
        ),
        "merged": (_with(_IN_CASE, {"labels": ["R1", "R2"], "earliest": _MONDAY}),),
    }
)

# What the samples of other families are made from.
IN_CASE, NEW, MONDAY, NEXT_WEEK, laid = _IN_CASE, _NEW, _MONDAY, _NEXT_WEEK, _with
