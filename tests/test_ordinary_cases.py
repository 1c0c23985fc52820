"""How many mails an ordinary case asks of each member (product.md 6), in every procedure.

Every line that is used was offered by a mail before it, or named by a refusal or a form; only the
committee's own words are added. `python -m pytest -s` on this file prints the table.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from talk import ALIAS, FOUR, Table, id_in, table

REPORT = (
    "Sam Reed shouted at two newcomers in the planning call, and one of them has not come back "
    "since then. I would like somebody to look into it."
)
SPACE = """
[[spaces]]
id = "help"
name = "#help"
moderators = [{ id = "max", name = "Max Berg", address = "max@mods.test" }]
"""
RITA, SAM = "rita@home.test", "sam@x.test"
LEAD, SCREENER, OTHERS = "ana", "dee", ("bo", "chi", "dee")
# Lines of a footer, a refusal's remedies and a form.
_LINES = re.compile(r"^ +(?:->|-|\d+\.) (.+)$", re.MULTILINE)
_VERB = re.compile(r"[A-Z][A-Z-]+(?: [A-Z-]+\b)*")

# What an ordinary case may ask: of the lead, and of each other member.
MOST = {"numpy": (8, 3), "numfocus": (7, 3), "jupyter": (8, 3), "psf": (8, 3), "gcc": (9, 3)}


class Ordinary:
    """One ordinary case; counts the mails of each member."""

    def __init__(self, t: Table) -> None:
        self.t, self.rules = t, t.config.procedure
        self.mails: Counter[str] = Counter()
        self.readers = iter(OTHERS * 3)

    def says(self, who: str, template: str, *lines: str) -> None:
        """A member answers; each verb was offered to them before."""
        offered = " ".join(line for d in self.t.box(who) for line in _LINES.findall(d.text))
        for line in lines:
            verb = _VERB.match(line)
            if verb and ":" not in line:
                assert verb[0] in offered, (line, offered)
        self.mails[who] += 1
        self.t.answer(self.t.last(who, template), "\n".join(lines))
        latest = self.t.box(who)[-1]
        assert latest.template != "refused", latest.text
        self.t.wait(minutes=1)

    def leads(self, template: str, *lines: str) -> None:
        """The lead writes a letter, and the next of the others agrees to it."""
        self.says(LEAD, template, *lines)
        second = next(self.readers)
        letter = self.t.last(second, "preview")
        self.says(second, "preview", f"OK {id_in(letter)}")
        self.t.wait(minutes=11)

    def play(self) -> None:
        rules = self.rules
        self.t.write(RITA, ALIAS, REPORT, name="Rita Vale")
        if rules.intake == "screen":
            self.says(SCREENER, "held", "SHOW")
            self.says(SCREENER, "report", "ABOUT Sam Reed", "CLEAR")
            for who in (LEAD, "bo", "chi"):
                self.says(who, "conflict-question", "CLEAR")
        first = ["TAKE", *(["SEVERE no"] if rules.severe_track else []), "SAFETY no"]
        self.says(LEAD, "report", *first)
        if rules.hear_reported == "before-required":
            self.leads(
                "report", f"PARTY REPORTED Sam Reed {SAM}", "ASK REPORTED",
                "Voices were raised in a call in February. How did you see it?",
            )  # fmt: skip
            self.t.answer(self.t.last(SAM), "It was a bad day, and I am sorry.")
        self.decide()
        if rules.moderators_approve:
            self.leads("tally", "DRAFT MODS", "Raised voices in a call.")
            self.t.answer(self.t.last("max@mods.test"), "ACCEPT")
        if rules.consult:
            self.leads("tally", "DRAFT CONSULT")
            self.t.answer(self.t.last(RITA), "That is fine with me.")
        known = any(p.address for p in self.t.house.records.case(1).reported())
        party = [] if known else [f"PARTY REPORTED Sam Reed {SAM}"]
        self.leads(
            "tally", *party, "DRAFT REPORTED", "BEHAVIOUR: raised voices in a call",
            "IMPACT: people stay away",
        )  # fmt: skip
        if rules.council_report:
            self.leads("tally", "REPORT-COUNCIL")
        self.leads("tally", "DRAFT REPORTER", "We spoke with the person. Thank you for telling us.")
        self.t.wait(hours=3)  # news that a letter left is bundled; it offers CLOSE
        self.says(LEAD, "notices", f"CLOSE {self.t.house.records.case(1).code} RESULT")
        assert self.t.house.records.case(1).state == "closed"

    def decide(self) -> None:
        rules = self.rules
        lines = ["EVAL scope=yes"] if rules.scope_required else []
        lines += ["NOTE RECORDS no earlier report"] if rules.records_required else []
        four = FOUR.splitlines() if rules.determinations else []
        plan = ["PLAN: a talk", "CONSEQUENCE: a warning"]
        plan += ["IF-REFUSED: a month away"] if rules.plan_required else []
        self.says(LEAD, "report", *lines, "PROPOSE", *four, *plan)
        for who in (LEAD, *OTHERS):
            self.says(who, "ballot", f"VOTE yes {id_in(self.t.last(who, 'ballot'), 'VOTE yes')}")


@pytest.mark.parametrize("procedure", sorted(MOST))
def test_an_ordinary_case_asks_few_mails(
    tmp_path: Path, procedure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """product.md 6: three one-word replies of an ordinary member, about eight of a lead (K-13)."""
    t = table(tmp_path, procedure=procedure, members="ana bo chi dee", rota=SCREENER,
              extra=SPACE if procedure == "psf" else "")  # fmt: skip
    case = Ordinary(t)
    case.play()
    t.close()
    lead, other = MOST[procedure]
    screening = 2 if case.rules.intake == "screen" else 0  # SHOW, and ABOUT with CLEAR
    counts = dict(case.mails)
    with capsys.disabled():
        told = ", ".join(f"{who} {n}" for who, n in counts.items() if who != LEAD)
        print(f"\n{procedure:9} lead {counts[LEAD]:2}   {told}")
    assert counts[LEAD] <= lead
    assert counts[SCREENER] - screening <= other
    assert all(counts[who] <= other for who in OTHERS if who != SCREENER)
