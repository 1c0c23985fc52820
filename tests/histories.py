"""Any committee and any history, drawn by hypothesis: what worlds.py plays in both worlds.

Every keyword of the registry is written at some time, with arguments made from its own form. Not
here: playing (worlds.py), the steps of every history and what is compared (test_two_worlds.py).
"""

import re
from dataclasses import dataclass

from hypothesis import strategies as st
from moves import Away, Copy, FirstReader, Flood, Forget, Jump, Linked, Move, Named, Threaded
from talk import OFFICES, PEOPLE, proposal
from test_roster_worlds import COUNCIL
from test_two_worlds import (
    AT_THE_ALIAS,
    IN_A_CASE,
    OTHERS,
    SECRET,
    STRANGER,
    Command,
    Council,
    Elsewhere,
    Newcomer,
    Report,
    Said,
    Step,
    Wait,
)

from cocmail.core import commands
from cocmail.core.commands.registry import KEYWORDS, Keyword

assert commands  # importing them is what fills the registry

PROCEDURES = ("numpy", "numfocus", "jupyter", "psf", "gcc")
HOME = "nobody.special@home.test"  # at the domain where the hidden case's reporter lives
SPACES = """
[[spaces]]
id = "help"
name = "#help"
moderators = [{ id = "max", name = "Max Berg", address = "max@mods.test" }]
administrators = [{ id = "pat", name = "Pat Quill", address = "pat@mods.test" }]
"""
# Written in the hidden case these change the house, or a case that is there in both worlds: they
# are not that case's commands (product.md 5: a member's own commands change the house).
OF_THE_HOUSE = frozenset({
    "AWAY", "BACK", "IMPORT", "YES", "NO", "SUMMARY", "SUMMARY PUBLISHED", "CHANGE OPEN",
    "CHANGE BALLOT", "CHANGE VOTE", "CHANGE RESULT", "HERE", "RENEW", "SWAP", "WAS-ME", "NAMES",
    "ROSTER ADD", "ROSTER REMOVE", "ROSTER CHAIR", "ONBOARD", "OFFBOARD", "LOCK",
})  # fmt: skip


@dataclass(frozen=True)
class Committee:
    """Who sits there, by which manual, and who of them is kept out of the hidden case."""

    procedure: str
    members: tuple[str, ...]
    person: str
    exclusion: str
    advisers: str
    alternates: str
    rota: str
    rules: tuple[str, ...]
    limits: tuple[int, int, int]

    def options(self) -> dict[str, str]:
        """The options of talk.toml."""
        names = ("reports_per_sender_per_day", "unauthenticated_per_domain_per_hour",
                 "unauthenticated_per_hour")  # fmt: skip
        rows = (f"{name} = {n}" for name, n in zip(names, self.limits, strict=True))
        return {
            "procedure": self.procedure, "members": " ".join(self.members),
            "chair": self.members[0], "advisers": self.advisers, "alternates": self.alternates,
            "rota": self.rota, "council": "kim lee", "overrides": "\n".join(self.rules),
            "extra": "\n".join((SPACES, "[limits]", *rows)),
        }  # fmt: skip


@dataclass(frozen=True)
class Probe:
    """The excluded person writes, as anybody might who wants to find out."""

    text: str
    sender: str = ""
    proof: str = "pass"
    to: str = "conduct@example.test"
    copied: bool = False  # with the Message-ID of the hidden case's report
    automatic: bool = False
    times: int = 1


@dataclass(frozen=True)
class Reply:
    """The excluded person answers one of their own newest letters, or it bounces."""

    nth: int
    text: str
    how: str = "pass"  # pass, fail, automatic, bounce


@dataclass(frozen=True)
class Housework:
    """A member or the council writes to the alias about the house; it is so in both worlds."""

    who: str
    text: str


@dataclass(frozen=True)
class Outage:
    """Nobody runs for a while."""

    hours: int


@dataclass(frozen=True)
class Hop:
    """What the next hop does from now on; `hidden`: only with letters of the hidden case."""

    address: str
    ruling: str
    hidden: bool


Any = Step | Probe | Reply | Housework | Outage | Hop | Move


def lines_of(keyword: Keyword, others: tuple[str, ...], *, ids: bool = True) -> list[str]:
    """Plausible lines for a keyword, made from the form that help and README print."""
    names = ["Sam Reed", *(PEOPLE[p] for p in others)]
    made = []
    for name in names if re.search(r"\bname\b(?<!code name)", keyword.form) else names[:1]:
        line = keyword.form.replace("code name", "CODE").replace("home shelf", "CODE")
        line = line.replace("quiet ladder", "OTHER").replace("from to", "2026-03-04 2026-03-06")
        line = re.sub(r"\bname\b", name, line)
        line = re.sub(r"\baddress\b", "sam@x.test", line)
        line = re.sub(r"\bid\b", "ID" if ids else "3F7K", line)
        line = re.sub(r"\bdate\b", "2026-04-01", line)
        line = re.sub(r"\bn\b", "1", line)
        line = line.replace("field=value", "scope=yes leader=no").replace("spaces", "help")
        line = line.replace(" role", " member").replace("SPACE ID", "SPACE help")
        line = re.sub(r"\b(?:why|reason|text|what)\b", "as we said on the phone", line)
        below = "".join(f"\n{label}: spoke loudly" for label in keyword.shape.labels)
        made.append(line + (below or ("\nThank you for your mail." if keyword.shape.below else "")))
    return made


def any_line(others: tuple[str, ...], *, hidden: bool) -> st.SearchStrategy[str]:
    """A line of any keyword; as likely one that carries a case on."""
    every = [
        line
        for verb, keyword in sorted(KEYWORDS.items())
        if not (hidden and verb in OF_THE_HOUSE)
        for line in lines_of(keyword, others)
    ]
    return st.sampled_from(every) | st.sampled_from(IN_A_CASE)


@st.composite
def committees(draw: st.DrawFn, procedure: str = "") -> Committee:
    """Three to six people, one of them kept out, or somebody of the council or of a space."""
    procedure = procedure or draw(st.sampled_from(PROCEDURES))
    order = draw(st.permutations(["ana", "bo", "chi", "dee", "fay"]))
    members = tuple(order[: draw(st.integers(3, 5))])
    left = [*order[len(members) :], "gus"]
    adviser = draw(st.sampled_from(["", "gus"]))
    alternates = " ".join(p for p in left if p != adviser and draw(st.booleans()))
    seated = [*members, *members, *members, *alternates.split()]
    person = draw(st.sampled_from([*seated, "kim", "lee", "max", "pat", "eli"]))
    rota = " ".join(draw(st.permutations(members))[:3])
    rules = draw(st.sampled_from([
        (), ('roster_review = "10 days"', 'term = "8 days"'), ('summary_every = "20 days"',),
        ('retain_resolved = "9 days"', 'retain_notice = "2 days"'), ('internal_bundle = "0"',),
    ]))  # fmt: skip
    low = draw(st.sampled_from([(10, 30, 120), (2, 2, 4), (1, 3, 3)]))
    how = draw(st.sampled_from(["named", "line"]))
    return Committee(procedure, members, person, how, adviser, alternates, rota, rules, low)


def histories(committee: Committee) -> st.SearchStrategy[list[Any]]:
    """What may happen after a report of the hidden case and one of another."""
    person, members = committee.person, committee.members
    others = tuple(p for p in members if p != person)
    inside = (*others, *committee.advisers.split(), *committee.alternates.split(), "kim", "max")
    within = st.sampled_from([p for p in inside if p != person])
    seats = st.sampled_from([*members, *committee.advisers.split()])
    proofs = st.sampled_from(["pass", "pass", "pass", "", "fail"])
    labels = st.sampled_from([SECRET, *OTHERS])
    carry_on = st.sampled_from([proposal(committee.procedure), "ABOUT Sam Reed\nCLEAR", "CLEAR",
                                "TAKE", "VOTE yes", "OK ID", "PARTY REPORTED Sam Reed sam@x.test",
                                "CLOSE CODE RESOLVED", "SHOW", "SPLIT"])  # fmt: skip
    hidden = any_line(others, hidden=True) | carry_on
    secret = st.builds(Command, st.just(SECRET), within, hidden, proofs)
    spoken = any_line(members, hidden=False) | carry_on
    other = st.builds(Command, st.sampled_from(OTHERS), seats, spoken, proofs)
    outside = st.builds(Elsewhere, labels, st.sampled_from(
        ["answer", "strange", "bounce", "vacation", "forged"]))  # fmt: skip
    reports = st.builds(Report, labels, st.sampled_from(["plain", "spam", "unproven"]))
    hop = st.builds(
        Hop, st.sampled_from([*(f"{p}@members.test" for p in members), "reporter-secret@home.test",
                              "sam@x.test"]),
        st.sampled_from(["takes", "takes", "defers", "refuses"]), st.booleans(),
    )  # fmt: skip
    homework = st.builds(
        Housework, st.sampled_from([*members, "kim", "lee"]),
        st.sampled_from(["AWAY", "AWAY 2026-03-04 2026-03-06", "BACK", "SHEET", "HERE", "RENEW",
                         "SUMMARY", "HOLD", "CHANGE OPEN Tone\nNobody shouts.", "ROSTER",
                         "SWAP Ana", "HELP"]),
    )  # fmt: skip
    newcomer = st.sampled_from([Newcomer("CLEAR ALL"), Newcomer("CONFLICT 1")])
    council: st.SearchStrategy[Council] = st.sampled_from(COUNCIL)
    spans = [Wait(1), Wait(2), Wait(5), Wait(13), Wait(24), Wait(60), Wait(24 * 7), Wait(24 * 40)]
    waits = st.sampled_from(spans)
    outage = st.builds(Outage, st.sampled_from([1, 30, 24 * 6])) | st.builds(
        Jump, st.sampled_from([-3, 2, 26]))  # fmt: skip
    again = st.builds(Report, st.sampled_from(OTHERS), st.sampled_from(["plain", "unproven"]),
                      st.just("Somebody else was rude to us, in the other channel, for a week."),
                      st.sampled_from(["reporter-secret@home.test", "x@home.test"]))  # fmt: skip
    rest = st.one_of(other, outside, reports | again, hop, homework, council, newcomer, outage)
    unseen = hidden_moves(committee)
    step: st.SearchStrategy[Any] = st.one_of(
        secret, secret, unseen, probes(person), probes(person), rest, waits)  # fmt: skip
    return st.lists(step, min_size=4, max_size=22)


def hidden_moves(committee: Committee) -> st.SearchStrategy[Any]:
    """What happens in the hidden case, or is done to it, that is no member's command."""
    person = committee.person
    others = st.sampled_from([p for p in committee.members if p != person])
    private = st.sampled_from(["", "", f"{person}@members.test", STRANGER])
    return st.one_of(
        st.builds(Away, st.just(SECRET), others, st.sampled_from(["vacation", "bounce"])),
        st.builds(Copy, others, st.just(SECRET)),
        st.builds(Named, others, private),
        st.just(Linked()),
        st.just(Forget()) if committee.limits[0] > 1 else st.just(Linked()),
    )


def carried(committee: Committee, label: str, silent: str = "") -> list[Any]:
    """How a case usually comes about, from its report to the letters; cut where one likes.

    Without `silent`, who so has not answered the conflict question.
    """
    group = [p for p in committee.members if label != SECRET or p != committee.person]
    lead = group[0]  # who presides
    second = next((p for p in reversed(group) if p not in (lead, silent)), lead)
    steps: list[Any] = [Wait(1)]
    if committee.procedure in ("numfocus", "psf"):
        steps += [FirstReader(label), *(Command(label, p, "CLEAR") for p in group if p != silent)]
    before, between, after = BESIDE[committee.procedure]

    def agreed(text: str) -> list[Any]:
        if text.startswith("WAIVE"):
            return [Command(label, p, text) for p in group]
        return [Command(label, lead, text), Command(label, second, "OK ID"), Wait(1)]

    return [
        *steps, Command(label, lead, "TAKE\nPARTY REPORTED Sam Reed sam@x.test"), Wait(2),
        *(Command(label, p, line) for line in before for p in (lead, second)),
        Command(label, lead, proposal(committee.procedure)),
        *(Command(label, p, "VOTE yes") for p in group), Wait(3),
        *(step for line in between for step in (*agreed(line), Wait(24 * 8))),
        *agreed("DRAFT REPORTED\nBEHAVIOUR: loud words\nIMPACT: tears"),
        *agreed("DRAFT REPORTER\nWe have asked for a change. Thank you."),
        *(step for line in after for step in agreed(line)),
        Command(label, lead, "CLOSE CODE RESULT"), Wait(24),
    ]  # fmt: skip


# What each manual wants before the proposal (of two members), before the letters, and after them.
BESIDE: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "numpy": ((), ("DRAFT CONSULT",), ("REPORT-COUNCIL",)),
    "jupyter": ((), ("DRAFT CONSULT",), ("REPORT-COUNCIL",)),
    "gcc": (("WAIVE P1 it is not safe",), ("DRAFT CONSULT",), ("REPORT-COUNCIL",)),
    "psf": (("SPACE help",), ("WAIVE MODS they were there",), ()),
    "numfocus": ((), (), ()),
}


@st.composite
def openings(draw: st.DrawFn, committee: Committee) -> list[Any]:
    """The hidden report, perhaps a visible one, and how far each of them has come."""
    opening: list[Any] = [
        Report(SECRET, draw(st.sampled_from(["plain"] * 4 + ["spam", "unproven"])))
    ]
    silent = draw(st.sampled_from(["", "", *committee.members]))
    hidden = carried(committee, SECRET, silent)
    hidden = hidden[: draw(_as_far(hidden))]
    if draw(st.booleans()):
        opening.append(Report("one"))
        seen = carried(committee, "one")
        opening += seen[: draw(_as_far(seen))]
    return opening + hidden


def _as_far(steps: list[Any]) -> st.SearchStrategy[int]:
    """Not at all, somewhere on the way, or, as often, to its end."""
    return st.just(0) | st.integers(5, len(steps)) | st.just(len(steps))


def probes(person: str) -> st.SearchStrategy[Any]:
    """What the excluded person tries, from any address."""
    names = ["Sam Reed", *(PEOPLE | OFFICES).values()]
    asking = [
        *AT_THE_ALIAS, "ROSTER", "BANS", "RENEW", "HERE", "AUDIT {guess}", "SUMMARY PUBLISHED",
        "REQUEST-RECORD {guess} I want it", "MERGE {guess} INTO {guess}", "CLOSE {guess} RESOLVED",
        *(f"{verb} {name}" for verb in ("HISTORY", "BAN CHECK") for name in names),
        *(line for k in KEYWORDS.values() for line in lines_of(k, (), ids=False)),
    ]  # fmt: skip
    asking = [line.replace("CODE", "{guess}").replace("OTHER", "home shelf") for line in asking]
    senders = st.sampled_from(["", "", "", f"{person}@work.test", STRANGER, HOME])
    asked = st.builds(Said, st.sampled_from(asking), senders, st.sampled_from(["pass", "pass", ""]))
    told = st.sampled_from([
        "Sam Reed keeps writing harsh things to newcomers in the channel.",
        "About: Sam Reed\n\nHe was harsh again, in the channel, to three people.",
        "One of you was harsh to me in the channel last week, and I was hurt by it.",
        "Is there a case about me or about Sam Reed? Somebody told me that there is one.",
    ])  # fmt: skip
    to = st.sampled_from(["conduct@example.test"] * 4 + [
        "conduct+to-ana@example.test", "conduct+not-bo@example.test"])  # fmt: skip
    fakes = st.builds(
        Probe, told, senders, st.sampled_from(["pass", "pass", "", "fail"]), to, st.booleans(),
        st.sampled_from([False, False, False, True]), st.sampled_from([1, 1, 2, 4]),
    )  # fmt: skip
    threaded = st.builds(
        Threaded, st.sampled_from(["Message-ID", "In-Reply-To", "References"]),
        st.sampled_from(["report", "letter"]), senders)  # fmt: skip
    flood = st.builds(Flood, st.sampled_from(["sender", "domain", "all"]), st.integers(2, 6))
    replies = st.builds(
        Reply, st.integers(1, 4), st.sampled_from(asking),
        st.sampled_from(["pass", "pass", "pass", "fail", "automatic", "bounce"]),
    )  # fmt: skip
    copy = st.just(Copy(person if person in PEOPLE else "kim"))
    return st.one_of(asked, asked, fakes, replies, threaded, flood, copy)
