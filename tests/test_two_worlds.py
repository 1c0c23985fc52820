"""Promise 4: an excluded person's mailbox is the same in a world without the case.

One history is played twice, from one configuration and one set of keys: with a case that one
person is kept out of, and without that case's mails and commands. Everything that the person got,
on every address they ever used, is then compared. Ids, tags, Message-IDs and code names are
replaced by signs; nothing else is.
"""

import email
import re
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talk import ALIAS, OFFICES, PEOPLE, Delivered, Table, proposal, table

SECRET = "secret"  # the label of the case that is not there in world two
OTHERS = ("one", "two")
STRANGER = "nobody.special@elsewhere.test"  # an address that nobody knows to be the person's
EXAMPLES = 2  # a person and family; any committee's are in test_any_world.py
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]

# -- one history ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Report:
    """Somebody writes to the alias; `label` is the case that comes of it."""

    label: str
    how: str = "plain"  # plain, spam, unproven
    words: str = ""
    sender: str = ""


@dataclass(frozen=True)
class Command:
    """A member answers the newest letter they have of this case."""

    label: str
    who: str
    text: str
    proof: str = "pass"
    cc: str = ""


@dataclass(frozen=True)
class Said:
    """The excluded person writes to the alias, from one of their addresses or a strange one."""

    text: str
    sender: str = ""
    proof: str = "pass"


@dataclass(frozen=True)
class Elsewhere:
    """Mail of a party, a bounce, or an auto-reply in one case."""

    label: str
    what: str  # answer, strange, bounce, vacation, forged


@dataclass(frozen=True)
class Wait:
    """Time passes."""

    hours: int


@dataclass(frozen=True)
class Council:
    """The council's contact changes the roster, and confirms it."""

    text: str
    answer: str = "YES"


@dataclass(frozen=True)
class Newcomer:
    """Eli, who joined later, answers the list of names; ALL stands for every number of it."""

    text: str


Step = Report | Command | Said | Elsewhere | Wait | Council | Newcomer
NAMED = PEOPLE | OFFICES


@dataclass
class World:
    """One playing of a history."""

    t: Table
    person: str
    exclusion: str
    secret: bool  # whether the secret case is there
    guesses: dict[int, str]  # the code name that somebody guesses at each step, in both worlds
    cases: dict[str, int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    until: datetime | None = None  # when the first letter went to them as a party (promise 4)

    def play(self, steps: list[Step]) -> None:
        for n, step in enumerate(steps):
            self.t.count = n * 50  # the same Message-IDs and dates in both worlds
            if self.secret or getattr(step, "label", "") != SECRET:
                self._step(step)

    def _step(self, step: Step) -> None:
        match step:
            case Report():
                self._report(step)
            case Command():
                self._command(step)
            case Said():
                name = NAMED[self.person]
                sender = step.sender or self.own_address
                self.used.add(sender)
                guess = self.guesses.setdefault(self.t.count, self._secret_code())
                text = step.text.format(guess=guess, name=name)
                self.t.write(sender, ALIAS, text, name=name,
                             proof=step.proof)  # fmt: skip
            case Elsewhere():
                self._elsewhere(step)
            case Wait():
                self.t.wait(hours=step.hours)
            case Council() | Newcomer():
                self._about_the_roster(step)

    @property
    def own_address(self) -> str:
        return f"{self.person}@{'council' if self.person in OFFICES else 'members'}.test"

    def _about_the_roster(self, step: Council | Newcomer) -> None:
        if isinstance(step, Newcomer):
            lists = [d for d in self.t.box("eli") if d.template == "onboarding-names"]
            numbers = re.findall(r"(?m)^ +(\d+)\.", lists[-1].text) if lists else []
            if numbers:
                self.t.answer(lists[-1], step.text.replace("ALL", " ".join(numbers)))
            return
        kim, before = "kim@council.test", self.t.count_of("kim@council.test", "confirm")
        self.t.write(kim, ALIAS, step.text)
        if self.t.count_of(kim, "confirm") > before:
            self.t.answer(self.t.last(kim, "confirm"), step.answer)

    def _secret_code(self) -> str:
        """The best guess there is: the code name itself, once there is one."""
        number = self.cases.get(SECRET)
        code = self.t.house.records.case(number).code if number else ""
        return code or "home shelf"

    def _report(self, step: Report) -> None:
        if step.label in self.cases:
            return
        sender = step.sender or f"reporter-{step.label}@home.test"
        words = step.words or "Sam Reed keeps writing harsh things to newcomers in the channel."
        lines = ""
        if step.label == SECRET and self.exclusion == "named":
            words += f" {NAMED[self.person]} was there and did the same."
        elif step.label == SECRET and self.exclusion == "line":
            lines = f"Exclude: {NAMED[self.person]}\n\n"
        headers = {"X-Spam-Flag": "YES"} if step.how == "spam" else {}
        before = self._last_case()
        self.t.write(sender, ALIAS, lines + words, name="Rita Vale", subject="Harsh words",
                     proof="" if step.how == "unproven" else "pass", headers=headers)  # fmt: skip
        if self._last_case() > before:
            self.cases[step.label] = before + 1

    def _last_case(self) -> int:
        numbers = [case.no for case in self.t.house.records.cases()]
        return max(numbers, default=0)

    def _newest(self, address: str, label: str) -> Delivered | None:
        """The newest letter of this case in somebody's mailbox."""
        for letter in reversed(self.t.boxes[address]):
            handle = self.t.house.handles.read_address(letter.reply_to)
            if handle and handle.case == self.cases.get(label) and handle.kind != "held":
                return letter
        return None

    def _command(self, step: Command) -> None:
        letter = self._newest(f"{step.who}@members.test", step.label)
        if letter is None:
            return
        case = self.t.house.records.case(self.cases[step.label])
        text = step.text.replace("CODE", case.code or "no name")
        if "OTHER" in text:
            others = [self.t.house.records.case(n) for k, n in self.cases.items() if k != SECRET]
            text = text.replace("OTHER", next((c.code for c in others if c.code), "no name"))
        if " ID" in text:
            ids = [*case.admissions, *case.drafts]
            text = text.replace("ID", ids[-1] if ids else "3F7K")
        headers = {"Cc": step.cc} if step.cc else {}
        self.t.answer(letter, text, proof=step.proof, headers=headers)

    def _elsewhere(self, step: Elsewhere) -> None:
        number = self.cases.get(step.label)
        reporter = f"reporter-{step.label}@home.test"
        letter = self._newest(reporter, step.label)
        if number is None or letter is None:
            return
        if step.what == "answer":
            self.t.answer(letter, "I remember more now: it was twice.", name="Rita Vale")
        elif step.what == "strange":
            self.t.answer(letter, "More of it.", sender="rita@elsewhere.test", name="Rita Vale")
        elif step.what == "vacation":
            self.t.answer(letter, "I am away.", headers={"Auto-Submitted": "auto-replied"})
        elif step.what == "bounce":
            self.t.write("mailer-daemon@home.test", letter.sender, "It could not be delivered.",
                         headers={"Auto-Submitted": "auto-replied"})  # fmt: skip
        elif step.what == "forged":
            for person in ("bo", "fay"):
                other = self._newest(f"{person}@members.test", step.label)
                if other and person != self.person:
                    self.t.write("forger@bad.test", other.reply_to, "SAFETY yes", proof="fail")
                    return

    # -- what the person got ---------------------------------------------------------------------

    def mailbox(self) -> list[tuple[str, ...]]:
        own = {self.own_address, f"{self.person}@work.test", *self.used}
        got = [d for address in sorted(own) for d in self.t.boxes[address]]
        return [self._normal(d) for d in got if self.until is None or d.at < self.until]

    def _normal(self, letter: Delivered) -> tuple[str, ...]:
        """A letter as its reader sees it, all of it, with signs for what is drawn or counted."""
        message = email.message_from_bytes(letter.raw)
        parts = [f"{letter.at.isoformat()} {letter.sender}"]
        parts.append(letter.raw.partition(b"\r\n\r\n")[0].decode())
        for part in message.walk():
            content = part.get_payload(decode=True)  # multiparts have none of their own
            if isinstance(content, bytes):
                parts.append(f"{part['Content-Disposition']}\n{content.decode()}")
        return tuple(self._signs(part) for part in parts)

    def _signs(self, text: str) -> str:
        text = re.sub(r"\b[crpob]-[a-z2-7]{26}\b", "TAG", text)
        text = re.sub(r"(?<![a-z2-7])[a-z2-7]{26}@", "ID@", text)  # a meeting has one, too
        text = re.sub(r'boundary="[^"]*"', "boundary", text)
        for change in self.t.house.records.house.seats.changes.values():
            text = text.replace(change.id, "3F7K") if change.id else text
        for label in OTHERS:
            if label in self.cases:
                case = self.t.house.records.case(self.cases[label])
                for made in (*case.drafts, *case.ballots, *case.admissions):
                    text = text.replace(made, "3F7K")
                if case.code:
                    plus = case.code.replace(" ", "%20")
                    text = text.replace(case.code, f"CODE {label}").replace(plus, f"CODE {label}")
        for change in self.t.house.records.house.changes.values():
            text = text.replace(change.ballot, "3F7K") if change.ballot else text
        return text


def two_worlds(
    person: str,
    steps: list[Step],
    exclusion: str = "named",
    world: type[World] = World,
    **options: str,
) -> tuple[World, World]:
    """Play a history in both worlds and compare all that the person got."""
    with TemporaryDirectory() as folder:
        first = table(Path(folder) / "one", **options)
        first.close()  # one configuration, one set of keys
        shutil.copytree(Path(folder) / "one", Path(folder) / "two")
        worlds: list[tuple[World, list[tuple[str, ...]]]] = []
        guesses: dict[int, str] = {}
        for name, secret in (("one", True), ("two", False)):
            t = table(Path(folder) / name, **options)
            made = world(t, person, exclusion, secret, guesses)
            try:
                made.play(steps)
                made.t.wait(hours=1)
                made.until = made.until if secret else worlds[0][0].until
                worlds.append((made, made.mailbox()))
            finally:
                t.close()
        (one, with_it), (two, without) = worlds
        for a, b in zip(with_it, without, strict=False):
            assert a == b
        assert len(with_it) == len(without)
        return one, two


# -- one whole case, every role of a member --------------------------------------------------------


def a_whole_case(person: str, procedure: str) -> list[Step]:
    """Everything that happens in a case, from report to close, with the others at work."""
    group = [p for p in ("dee", "ana", "bo", "fay", "gus") if p != person]
    screener, *rest = [p for p in group if p != "gus"]
    screened = procedure in ("numfocus", "psf")
    steps: list[Step] = [Report("one"), Report(SECRET), Wait(1)]
    if screened:
        steps += [Command(SECRET, screener, "SHOW"),
                  Command(SECRET, screener, "ABOUT Sam Reed\nCLEAR")]  # fmt: skip
    steps += [Command(SECRET, p, "CLEAR") for p in (*rest, "gus") if screened]
    lead, *voters = (screener, *rest)
    steps += [
        Said("SHEET"), Said("STATUS"), Wait(3),
        Command(SECRET, lead, "TAKE"),
        Command(SECRET, voters[0], "What do you all think of it?"),
        Command(SECRET, lead, "SAFETY yes\nREPEAT maybe\nNEXT decide on the proposal"),
        Elsewhere(SECRET, "answer"), Elsewhere(SECRET, "bounce"), Elsewhere(SECRET, "forged"),
        Said("HELP"), Said("STATUS {guess}"), Said("READ {guess}"), Said("READ {guess} 7"),
        Said("DOC {guess}"), Wait(24),
        Command(SECRET, lead, proposal(procedure)),
        *(Command(SECRET, p, "VOTE yes") for p in (lead, *voters)),
        Command(SECRET, lead, "PARTY REPORTED Sam Reed sam@x.test"),
        *_mediation(lead, voters[0]),
        Command(SECRET, lead, "DRAFT REPORTED\nBEHAVIOUR: loud\nIMPACT: tears" if screened
                else "DRAFT CONSULT"),
        Command(SECRET, voters[0], "OK ID"), Wait(1),
        Command(SECRET, lead, "DRAFT REPORTER\nWe have asked for a change. Thank you."),
        Command(SECRET, voters[0], "OK ID"),
        *([] if screened else _council(person)),
        Said("CHANGE OPEN Rules\nNobody writes harsh things, as in {guess}: Sam Reed."),
        Wait(24), Said("SHEET"), Said("SUMMARY"),
        Command(SECRET, "gus", "RECUSE"),
        Command(SECRET, lead, "CLOSE CODE RESULT"),
        Said("SHEET"), Said("STATUS"), Said("Sam Reed is a friend of mine."), Wait(24 * 9),
        Said("SHEET"), Wait(24 * 3),
    ]  # fmt: skip
    return steps


def _mediation(lead: str, second: str) -> list[Step]:
    """A candidate is asked, and it ends; an address is asked about (JU-37, T45)."""
    lines = ("MEDIATE CANDIDATE Noa Winter noa@w.test", "MEDIATE CLOSE")
    asked = [Command(SECRET, lead, line) for line in lines]
    return [asked[0], Command(SECRET, second, "OK ID"), Wait(1), asked[1],
            Elsewhere(SECRET, "strange")]  # fmt: skip


def _council(person: str) -> list[Step]:
    """Whoever presides reports to the council, and another member agrees (GC-10)."""
    chair, second = ("bo", "dee") if person == "ana" else ("ana", "fay")
    return [Command(SECRET, chair, "REPORT-COUNCIL"), Command(SECRET, second, "OK ID")]


ROLES = ("ana", "dee", "bo", "gus")


@pytest.mark.parametrize(
    ("person", "procedure", "exclusion"),
    [*((p, "numfocus", "named") for p in ROLES), *((p, "numpy", "line") for p in ROLES),
     ("ana", "psf", "line"), ("ana", "jupyter", "named"), ("dee", "gcc", "named")],
)  # fmt: skip
def test_a_whole_case_leaves_no_trace(person: str, procedure: str, exclusion: str) -> None:
    """The chair (ana), the screener on duty (dee), a member (bo), an adviser (gus)."""
    steps = a_whole_case(person, procedure)
    one, two = two_worlds(
        person, steps, exclusion, procedure=procedure, members="ana bo dee fay", advisers="gus",
        rota="dee ana bo",
    )  # fmt: skip
    # The case was there, and was decided, or this says nothing.
    case = one.t.house.records.case
    assert SECRET in one.cases
    assert SECRET not in two.cases
    assert one.person in case(one.cases[SECRET]).excluded
    assert case(one.cases[SECRET]).state == "closed"
    assert one.mailbox()


def test_the_comparison_can_fail() -> None:
    """Somebody who is not kept out does notice the case."""
    steps: list[Step] = [Report("one"), Report(SECRET), Said("STATUS")]
    with pytest.raises(AssertionError):
        two_worlds("bo", steps, "none", procedure="numpy")


@pytest.mark.parametrize("procedure", ["gcc", "jupyter"])
@pytest.mark.parametrize("person", ["ana", "bo", "fay"])
def test_stand_ins_leaks_abuse_and_splits_leave_no_trace(person: str, procedure: str) -> None:
    """The chair, a member, and an alternate who is matched herself (GC-02, E-7, E-9)."""
    left = [p for p in ("dee", "bo", "chi", "ana") if p != person]
    lead, second = left[0], left[1]
    sender = "reporter-secret@home.test"
    steps: list[Step] = [
        Report("one"), Report(SECRET), Wait(1), Said("SHEET"), Said("STATUS"),
        Command(SECRET, lead, "TAKE", cc=sender), Command(SECRET, lead, "DRAFT LEAK R1"),
        Command(SECRET, second, "OK ID"), *(Command(SECRET, p, "RECUSE") for p in left[2:]),
        Command(SECRET, "gus", "CLEAR"), Wait(2), Said("HELP"),
        Command(SECRET, lead, "CONFLICT STAY"), Command(SECRET, lead, "SPLIT"),
        Command(SECRET, lead, "ABUSE R1"), Command(SECRET, second, "ABUSE R1"),
        Report("two", sender=sender), Said("SHOW 1"), Said("STATUS"), Said("SHEET"), Wait(60),
        Command("two", lead, "TAKE"), Said("SHEET"), Said("STATUS {guess}"), Wait(24 * 8),
    ]  # fmt: skip
    one, two = two_worlds(
        person, steps, procedure=procedure, members="ana bo chi dee", alternates="fay gus",
        rota="dee ana bo",
    )  # fmt: skip
    case = one.t.house.records.case(one.cases[SECRET])
    assert case.mishaps.leaks
    assert case.mishaps.abusive("R1")
    assert "gus" in case.group
    assert any("split off" in notice.line for notice, _ in case.notices)
    assert two.cases.keys() == {"one", "two"}
    assert one.mailbox()


def test_excluded_by_the_screener_who_read_it_first() -> None:
    """E-3: the report names nobody that matching knows; the first reader does."""
    steps: list[Step] = [
        Report(SECRET), Wait(1), Command(SECRET, "dee", "SHOW"),
        Command(SECRET, "dee", "ABOUT Ana Ruiz\nCLEAR"), Said("SHEET"),
        *(Command(SECRET, p, "CLEAR") for p in ("bo", "chi", "fay")),
        Said("SHEET"), Wait(24 * 8), Said("SHEET"), Said("HELP"),
    ]  # fmt: skip
    one, _ = two_worlds("ana", steps, "none", procedure="numfocus", rota="dee ana bo")
    assert one.t.house.records.case(1).excluded["ana"].why == "about"


def test_a_quarantined_report_shifts_no_number_and_no_hour() -> None:
    """product.md 4.5: the numbers of the quarantine are a reader's own, without gaps."""
    steps: list[Step] = [
        Report(SECRET, "spam"), Wait(1), Report("one", "spam", "Buy watches now, really cheap."),
        Wait(1), Said("SHOW 1"), Said("SHOW 2"), Wait(24), Said("RELEASE 1"), Wait(24 * 7),
    ]  # fmt: skip
    one, _ = two_worlds("dee", steps, procedure="numfocus", rota="dee ana bo")
    assert one.mailbox()


@pytest.mark.parametrize("person", ["ana", "dee", "bo"])
def test_neither_summary_nor_the_end_of_a_record_shows_a_hidden_case(person: str) -> None:
    """GC-13, A21, PS-56: over a year, with the case counted, warned of, erased and forgotten."""
    lead, second = [p for p in ("bo", "fay", "ana") if p != person][:2]
    steps: list[Step] = [
        Report("one"), Report(SECRET), Wait(2), Command(SECRET, lead, "TAKE"),
        Command("one", second, "TAKE"), Command(SECRET, lead, "CLOSE CODE AT-REPORTERS-WISH"),
        Command("one", second, "CLOSE CODE AT-REPORTERS-WISH"),
        Said("SUMMARY"), Said("SUMMARY NOW"),
        Said("CHANGE OPEN Rules\nNobody writes harsh things, as in {guess}: Sam Reed."),
        Wait(24 * 60), Command(SECRET, lead, "RETAIN an appeal UNTIL 2026-08-20"),
        Said("SUMMARY NOW"), Wait(24 * 80), Said("SUMMARY"), Said("SUMMARY PUBLISHED"),
        Wait(24 * 100), Said("DOC {guess}"), Said("STATUS"), Said("SHEET"), Said("SUMMARY"),
        Wait(24 * 80), Said("SUMMARY NOW"), Wait(24 * 3),
    ]  # fmt: skip
    rules = ("council_report = false", 'retain_resolved = "100 days"', 'rule_change_max = "7 days"',
             'rule_change_min = "3 days"')  # fmt: skip
    one, _ = two_worlds(
        person, steps, procedure="gcc", members="ana bo dee fay", overrides="\n".join(rules)
    )
    assert person in one.t.house.records.house.past.erased[one.cases[SECRET]].hidden


# -- any history ----------------------------------------------------------------------------------

MEMBERS = ("ana", "bo", "dee", "fay", "gus")
IN_A_CASE = (
    "SHOW", "ABOUT Sam Reed", "ABOUT Sam Reed\nCLEAR", "ABOUT UNKNOWN", "CLEAR", "CLEAR", "RECUSE",
    "PASS", "TAKE", "SAFETY yes", "SAFETY no", "REPEAT maybe", "NEXT decide on the proposal",
    "NOTE 2026-03-03 spoke about it", "PROPOSE\nPLAN: a talk\nIF-REFUSED: a ban", "PROPOSE NONE it "
    "was a joke", "VOTE yes", "AGREE", "OBJECT too hard", "DRAFT REPORTER\nYou hear again by "
    "2026-04-16.", "EVAL scope=yes leader=no", "MEET 2026-03-20 18:00", "WAIVE W1 unsafe",
    "DETERMINE\nWHAT: a\nVIOLATION: b\nWHO: c\nONGOING: d", "NOTE RECORDS a thread", "STANDS",
    "ASK REPORTER\nWhen was it?", "OK ID", "HOLD ID", "CLOSE CODE RESOLVED",
    "CLOSE CODE AT-REPORTERS-WISH", "REOPEN", "SPAM", "RELEASE", "HANDOFF Fay Moreau", "STATUS",
    "DOC", "SHEET", "HELP", "READ 1", "I think we should talk to them first.", "RECUSE because of",
    "RETAIN an appeal UNTIL 2027-01-01", "HOLD SUMMARY",
    "CLAER", "PARTY REPORTED Sam Reed sam@x.test", "CONFLICT STAY", "ABUSE R1", "ABUSE R1",
    "ABUSE R1 OFF", "DRAFT LEAK R1", "SPLIT", "SPLIT R2", "RECUSE", "EXCLUDE Gus Ito",
)  # fmt: skip
AT_THE_ALIAS = (
    "SHEET", "STATUS", "HELP", "AWAY", "AWAY 2026-03-04 2026-03-06", "BACK", "RELEASE 1", "SHOW 1",
    "SHOW 2", "STATUS {guess}", "READ {guess}", "READ {guess} 3", "DOC {guess}", "YES", "NO",
    "MERGE {guess} INTO quiet ladder", "SPAM", "Is there anything against me? I am {name}.",
    "CHANGE OPEN A rule\nThe rule says what {guess} and Sam Reed say.", "VOTE yes", "SUMMARY",
    "CHANGE BALLOT", "SUMMARY NOW",
    "SHEET\nHELP", "RECUSE", "CLEAR", "NOTE what", "STATSU", "LOCK Gus Ito", "LOCK Gus Ito OFF",
)  # fmt: skip


def histories(person: str) -> st.SearchStrategy[list[Step]]:
    others = [m for m in MEMBERS if m != person]
    proofs = st.sampled_from(["pass", "pass", "pass", "", "fail"])
    secret = st.builds(
        Command, st.just(SECRET), st.sampled_from(others),
        st.sampled_from((*IN_A_CASE, "MERGE CODE INTO OTHER")), proofs,
    )  # fmt: skip
    other = st.builds(
        Command, st.sampled_from(OTHERS), st.sampled_from(MEMBERS), st.sampled_from(IN_A_CASE),
        proofs,
    )  # fmt: skip
    senders = st.sampled_from(["", "", f"{person}@work.test", STRANGER])
    own = st.builds(Said, st.sampled_from(AT_THE_ALIAS), senders, proofs)
    outside = st.builds(
        Elsewhere, st.sampled_from([SECRET, *OTHERS]),
        st.sampled_from(["answer", "bounce", "vacation", "forged"]),
    )  # fmt: skip
    reports = st.builds(
        Report, st.sampled_from([SECRET, *OTHERS]), st.sampled_from(["plain", "spam", "unproven"])
    )
    waits = st.builds(Wait, st.sampled_from([1, 2, 5, 13, 24, 60, 24 * 7]))
    step = st.one_of(secret, secret, other, own, outside, reports, waits)
    return st.lists(step, min_size=3, max_size=25)


@pytest.mark.parametrize("procedure", ["numfocus", "numpy"])
@pytest.mark.parametrize("person", ["ana", "dee", "bo"])
def test_no_history_leaves_a_trace(person: str, procedure: str) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=SLOW)
    @given(
        histories(person), st.sampled_from(["named", "line"]), st.sampled_from(["plain", "spam"])
    )
    def any_history(steps: list[Step], exclusion: str, how: str) -> None:
        opening: list[Step] = [Report(SECRET, how), Report("one"), Wait(1)]
        two_worlds(
            person, opening + steps, exclusion, procedure=procedure, advisers="gus",
            rota="dee ana bo",
        )  # fmt: skip

    any_history()
