"""Whatever a committee does by mail, nothing reaches whom it must not: a state machine.

Members write commands, talk and recusals in any order, the parties answer, time passes, the next
hop takes, defers or refuses. Every letter is looked at in the moment in which it would leave.
"""

import json
import re
from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from stages import Came
from standing import Standing, got
from talk import ALIAS, PEOPLE, Deferred, Delivered, Refused, Sent, Table, proposal, table

from cocmail.core.case import Case
from cocmail.mail.letter import Fared, Letter

RITA, SAM, NOA = "rita.vale@home.test", "sam@x.test", "noa@w.test"
ELSEWHERE = "rita.vale@elsewhere.test"  # an address that the committee does not know yet
RUN = "the lantern under the northern staircase was broken twice"
REPORT = (
    "Sam Reed shouted at me, Eli Brandt stood by and laughed.\n"
    f"It was when {RUN}, see https://paste.test/k3yw0rd\n\nRita Vale\n"
)
# What only the case group may read, and what only members may read.
OF_THE_REPORT = ("lantern", "staircase", "k3yw0rd")
OF_THE_TALK = "plumtree"
MEMBERS = ("ana", "bo", "chi", "dee", "fay", "gus")
LAST_WORDS = {"delete-please", "refused"}
OF_THE_HOUSE = {"sheet", "chair-status", "quarantine", "case-status", "transcript", "help",
                "refused", "confirm", "was-it-you", "rule-change", "periodic-summary"}  # fmt: skip

commands = st.sampled_from(
    ["SHOW", "ABOUT Sam Reed\nCLEAR", "ABOUT UNKNOWN", "CLEAR", "CLEAR", "CLEAR", "CLEAR Sam Reed",
     "PASS", "EXCLUDE Chi Okafor", "ADMIT Chi Okafor", "ADMIT Eli Brandt", "ADMIT Bo Lind", "TAKE",
     "HANDOFF Bo Lind", "SAFETY yes", "SAFETY no", "NOTE they were asked", "REPEAT maybe",
     "NEXT decide on the proposal", "PARTY REPORTED Sam Reed sam@x.test",
     "PARTY REPORTED Sam Reed sam@other.test", "PARTY WITNESS Wen Liu", "PARTY REPORTED Gus Ito",
     "PROPOSE\nPLAN: a talk with them\nIF-REFUSED: a ban\nCONSEQUENCE: a warning",
     "PROPOSE NONE it was in jest", "VOTE yes", "VOTE yes", "VOTE no", "AGREE", "OBJECT too hard",
     "EVAL scope=yes leader=no", "SEVERE no", "DRAFT CONSULT", "WAIVE CONSULT hurry",
     "REPORT-COUNCIL",
     "DETERMINE\nWHAT: a\nVIOLATION: b\nWHO: c\nONGOING: d", "MEET 2026-03-20 18:00", "STANDS",
     "WAIVE P1 they are not safe", "WAIVE P1", "EXTEND P1 UNTIL 2026-03-20", "NOTE REFUSED W1",
     "NOTE RECORDS a thread", "NOTE SUMMARY behaviour=loud impact=tears",
     "CLOSE CODE RESOLVED", "CLOSE CODE AT-REPORTERS-WISH", "REOPEN", "SPAM", "RELEASE", "STATUS",
     "RETAIN an appeal UNTIL 2029-01-01", "HOLD SUMMARY",
     "DOC", "SHEET", "HELP", "READ 1", "READ 2", "READ RAW", "AWAY", "BACK"]
)  # fmt: skip
CLEAN = (
    "DRAFT REPORTED\nBEHAVIOUR: harsh messages\nIMPACT: people stay away",
    "DRAFT REPORTER\nWe have asked for a change. Thank you for telling us.",
    "DRAFT REPORTER\nYou hear from us by 2026-05-16.",
    "ASK REPORTER\nWho else was there?",
    "ASK REPORTED\nHarsh messages in a channel. What do you say to that?",
)
drafts = st.sampled_from(
    [*CLEAN,
     "DRAFT REPORTED\nBEHAVIOUR: harsh messages\nIMPACT: Rita Vale stays away",
     "DRAFT REPORTED\nBEHAVIOUR: harsh words\nIMPACT: R.i.t.a. is hurt; rita.vale@home.test",
     f"DRAFT REPORTED\nBEHAVIOUR: it was when {RUN}\nIMPACT: harm",
     "WAIVE CHECK we agree\nDRAFT REPORTED\nBEHAVIOUR: harsh words\nIMPACT: Rita Vale is hurt",
     "DRAFT REPORTED\nBEHAVIOUR: see https://paste.test/k3yw0rd\nIMPACT: harm\nPUBLIC: a talk"]
)  # fmt: skip

views = st.sampled_from(
    [
        "SHEET",
        "STATUS",
        "HELP",
        "STATUS CODE",
        "READ CODE 9",
        "SUMMARY",
        "CHANGE OPEN Rules\nNobody is shouted at.",
    ]
)
# The way to a mediation, in which the reporter is never named (JU-38, JU-39).
MEDIATION = (
    "MEDIATE CANDIDATE Noa Winter noa@w.test", "AGREE", "MEDIATE INVITE", "MEDIATE YES R1",
    "MEDIATE INVITE", "MEDIATE YES P1", "",
)  # fmt: skip
mediating = st.sampled_from(
    ["MEDIATE CANDIDATE Noa Winter noa@w.test", "MEDIATE INVITE", "MEDIATE INVITE P1",
     "MEDIATE YES R1", "MEDIATE YES P1", "MEDIATE NO P1", "MEDIATE CLOSE"]
)  # fmt: skip


class Committee(RuleBasedStateMachine):
    """One case, and everybody around it."""

    t: Table

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.ready = False

    @initialize(
        procedure=st.sampled_from(["numfocus", "numfocus", "psf", "numpy", "gcc"]),
        under_way=st.booleans(),
    )
    def report(self, procedure: str, under_way: bool) -> None:
        self.t = t = table(Path(self.folder.name), procedure=procedure, advisers="gus",
                           rota="dee ana bo")  # fmt: skip
        people = {p: {f"{p}@members.test", f"{p}@work.test"} for p in PEOPLE}
        people["kim"] = {"kim@council.test"}
        self.standing = Standing(ALIAS, t.config.committee.name, people)
        self.standing.outsiders |= {RITA, SAM, NOA, ELSEWHERE, "sam@other.test"}
        self.standing.silent |= {ELSEWHERE}
        self.standing.silent |= people["eli"]
        reporters = ["Rita", "Vale", *OF_THE_REPORT, OF_THE_TALK]
        self.standing.never = {SAM: reporters, "sam@other.test": reporters, RITA: [OF_THE_TALK]}
        self.standing.never[NOA] = ["Rita", "Vale", "k3yw0rd", OF_THE_TALK]
        self.rulings: dict[str, str] = {}
        self.wrote: dict[str, str] = defaultdict(str)
        t.hop = self.next_hop
        self.ready = True
        t.write(RITA, ALIAS, REPORT, name="Rita Vale", subject="Shouting on the staircase")
        if under_way:
            self.everyone_is_clear("fay")
            self.answer("ana", "TAKE")
            self.everyone_decides("ana")

    # -- what people do --------------------------------------------------------------------------

    @rule(who=st.sampled_from(MEMBERS), text=commands)
    def command(self, who: str, text: str) -> None:
        self.answer(who, text.replace("CODE", self.case.code or "no name"))

    @rule(who=st.sampled_from(MEMBERS), text=drafts)
    def draft(self, who: str, text: str) -> None:
        self.answer(who, text)

    @precondition(lambda self: self.ready and self.case.drafts)
    @rule(who=st.sampled_from(MEMBERS), verb=st.sampled_from(["OK", "OK", "OK", "HOLD"]))
    def second_reader(self, who: str, verb: str) -> None:
        self.answer(who, f"{verb} {list(self.case.drafts)[-1]}")

    @rule(who=st.sampled_from(MEMBERS))
    def everyone_is_clear(self, who: str) -> None:
        """What most committees do: without it few machines get past the question."""
        rest = [m for m in MEMBERS if m != who]
        for person in rest:  # one of them may be the first reader
            self.answer(person, "SHOW")
            self.answer(person, "ABOUT Sam Reed\nCLEAR")
        for person in rest:
            self.answer(person, "CLEAR")

    @rule(who=st.sampled_from(MEMBERS))
    def everyone_decides(self, who: str) -> None:
        self.answer(who, proposal(self.t.config.procedure.id))
        for person in MEMBERS:
            self.answer(person, "VOTE yes")

    @precondition(lambda self: self.ready and len(self.case.group) > 1)
    @rule(text=drafts, minutes=st.sampled_from([0, 5, 15]))
    def a_letter_leaves(self, text: str, minutes: int) -> None:
        """Two of the group bring a letter on its way."""
        author, second = list(self.case.group)[:2]
        self.answer(author, "PARTY REPORTED Sam Reed sam@x.test")
        self.answer(author, text)
        self.answer(second, f"OK {list(self.case.drafts)[-1]}" if self.case.drafts else "OK")
        self.t.wait(minutes=minutes)

    @precondition(lambda self: self.ready and len(self.case.group) > 1)
    @rule()
    def both_hear_the_outcome(self) -> None:
        self.a_letter_leaves(CLEAN[0], 15)
        self.a_letter_leaves(CLEAN[1], 15)

    @precondition(lambda self: self.ready and len(self.case.recused) < 3)
    @rule(who=st.sampled_from(MEMBERS), how=st.sampled_from(["RECUSE", "CONFLICT", "RECUSE as I"]))
    def step_out(self, who: str, how: str) -> None:
        self.answer(who, how)

    @rule(who=st.sampled_from(MEMBERS), proof=st.sampled_from(["pass", "pass", "fail", ""]))
    def say(self, who: str, proof: str) -> None:
        self.answer(who, f"I was told of a {OF_THE_TALK} in this.", proof=proof)

    @rule(who=st.sampled_from(MEMBERS), text=st.sampled_from(["SAFETY yes", "CLEAR", "RECUSE"]))
    def forge(self, who: str, text: str) -> None:
        letter = self.newest(f"{who}@members.test")
        if letter:
            self.t.write("forger@bad.test", letter.reply_to, text, proof="fail")

    @rule(who=st.sampled_from([*MEMBERS, "eli"]), text=views)
    def at_the_alias(self, who: str, text: str) -> None:
        if who == "eli":
            text = text.replace("CODE", "home shelf")
        if who == "eli" or text.startswith("CHANGE"):  # which goes to every voting member
            self.standing.silent.clear()  # their own questions are answered; looked at below
        self.t.write(
            f"{who}@members.test", ALIAS, text.replace("CODE", self.case.code or "no name")
        )

    @rule(names=st.sampled_from(["", " Bo Lind knows.", " Ana Ruiz did it."]))
    def reporter_answers(self, names: str) -> None:
        letter = self.newest(RITA)
        if letter:
            self.t.answer(letter, f"The lantern again.{names}", name="Rita Vale")

    @rule()
    def reporter_writes_from_elsewhere(self) -> None:
        letter = self.newest(RITA)
        if letter:
            self.t.answer(letter, "It was the lantern.", sender=ELSEWHERE, name="Rita Vale")

    @precondition(lambda self: self.ready and len(self.case.group) > 1)
    @rule(steps=st.integers(1, len(MEDIATION)))
    def a_mediation_comes_about(self, steps: int) -> None:
        """The first of the group arranges it, the second agrees to each letter."""
        author, second = list(self.case.group)[:2]
        self.answer(author, "TAKE\nPARTY REPORTED Sam Reed sam@x.test")
        for line in MEDIATION[:steps]:
            if line == "AGREE":
                self.mediator_writes(line)
            elif line:
                self.answer(author, line)
            if self.case.drafts:
                self.answer(second, f"OK {list(self.case.drafts)[-1]}")
            self.t.wait(minutes=15)

    @rule(who=st.sampled_from(MEMBERS), text=mediating)
    def mediate(self, who: str, text: str) -> None:
        self.answer(who, text)

    @rule(text=st.sampled_from(["AGREE", "DECLINE", "How was it for you?", "VETTED-BY: R1, P1"]))
    def mediator_writes(self, text: str) -> None:
        letter = self.newest(NOA)
        if letter:
            brief = re.findall(r": (conduct\+o-\S+)", letter.text)
            for to in brief or [letter.reply_to]:
                self.t.write(NOA, to, text, name="Noa Winter")

    @rule()
    def reported_person_answers(self) -> None:
        letter = self.newest(SAM)
        if letter:
            self.t.answer(letter, "I never did, ask anyone.", name="Sam Reed")

    @rule(hours=st.sampled_from([0.2, 1, 3, 12, 30, 24 * 5]))
    def time_passes(self, hours: float) -> None:
        self.t.wait(hours=hours)

    @rule()
    def restart(self) -> None:
        self.t.restart(timedelta(hours=2))

    @rule(to=st.sampled_from([*MEMBERS, RITA, SAM]),
          ruling=st.sampled_from(["takes", "takes", "takes", "defers", "refuses"]))  # fmt: skip
    def rule_of_the_hop(self, to: str, ruling: str) -> None:
        self.rulings[to if "@" in to else f"{to}@members.test"] = ruling

    # -- looking ---------------------------------------------------------------------------------

    @property
    def case(self) -> Case:
        return self.t.house.records.case(1)

    def newest(self, address: str) -> Delivered | None:
        for letter in reversed(self.t.boxes[address]):
            handle = self.t.house.handles.read_address(letter.reply_to)
            if handle and handle.case == 1 and handle.kind != "held":
                return letter
        return None

    def answer(self, who: str, text: str, proof: str = "pass") -> None:
        letter = self.newest(f"{who}@members.test")
        if letter:
            self.t.now += timedelta(minutes=1)
            self.wrote[who] += text
            self.t.answer(letter, text, proof=proof)

    def next_hop(self, letter: Letter, _attempt: int) -> Fared:
        """The moment in which a letter would leave: everything is checked here."""
        came = Came(self.t.now, letter.sender, (letter.recipient,), letter.content)
        one = got(came)
        before = set(self.standing.ids)
        self.standing.check([one])
        ruling = self.rulings.get(letter.recipient, "takes")
        if ruling != "takes":
            self.standing.ids = before  # the same letter comes again
        who = letter.recipient.partition("@")[0]
        if one.template and letter.recipient.endswith("@members.test"):
            self.look_at(who, one.template, one.words())
        elif not one.template:
            self.errand_to_a_party(letter.errand)
        fared: dict[str, Fared] = {"defers": Deferred(451), "refuses": Refused(550)}
        return fared.get(ruling, Sent())

    def look_at(self, who: str, template: str, words: str) -> None:
        """A letter to a member: only who may read the case gets any word of it."""
        case = self.case
        knows = who in case.group or (case.state == "held" and case.screener == who)
        allowed = knows and who not in case.excluded and who not in case.recused
        if not allowed:
            for word in (*OF_THE_REPORT, "Rita", "Vale", OF_THE_TALK):
                if word in self.wrote[who]:  # their own words come back to them (product.md 6)
                    continue
                assert not re.search(rf"\b{word}\b", words), f"{template} tells {who} {word!r}"
        if who in case.excluded:
            assert template in OF_THE_HOUSE, f"{template} to the excluded {who}"
        if who in case.recused:
            assert template in LAST_WORDS | OF_THE_HOUSE, f"{template} to {who}, who is out"
        if template in ("report", "party-mail", "document"):
            for mail, _ in case.mails:
                if who in mail.withheld:
                    named = PEOPLE[who]
                    assert f"The lantern again. {named}" not in words, f"{who} reads of {who}"

    def errand_to_a_party(self, errand: int) -> None:
        """No words of people leave without a second reader and the window after them."""
        row = self.t.house.store.errand(errand)
        assert row is not None
        about = dict(one_errand(row.payload))
        draft = self.case.drafts.get(about.get("draft", ""))
        if draft is not None:
            assert draft.state == "approved"
            assert draft.approved_by not in ("", draft.by)
            assert draft.approved_at is not None
            assert self.t.now >= draft.approved_at + self.t.config.procedure.undo_window
            for person in (draft.by, draft.approved_by):
                assert person not in self.case.excluded
                assert person not in self.case.recused

    # -- standing promises of the case -------------------------------------------------------------

    @invariant()
    def nobody_out_is_in(self) -> None:
        if self.ready:
            case = self.case
            assert not set(case.group) & {*case.excluded, *case.recused}
            assert "eli" not in case.group or "eli" in case.admitted
            for party in case.parties.values():
                assert party.person not in case.group or not party.person

    @invariant()
    def who_stepped_out_hears_at_most_twice(self) -> None:
        if self.ready:
            for person in self.case.recused:
                box = self.t.box(person)
                assert len([d for d in box if d.template == "delete-please"]) <= 1
                assert len([d for d in box if d.subject == "You are out of this"]) <= 1

    def teardown(self) -> None:
        if self.ready:
            self.t.close()
        self.folder.cleanup()


def one_errand(payload: bytes) -> list[tuple[str, str]]:
    """What an errand is about, as the store keeps it."""
    _, _, about = json.loads(payload)
    return [(str(k), str(v)) for k, v in about]


TestLeaks = Committee.TestCase
TestLeaks.settings = settings(
    max_examples=15,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
