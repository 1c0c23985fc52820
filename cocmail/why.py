"""Why somebody may or may not read a case, in plain words (`cocmail why`).

The verdict is the gate's own, asked for the letter that carries the report; the words are made
from the standing that the core sees and from the facts of the log. So what is printed here cannot
differ from what is sent. Pure; reading the log is status.py's.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.people import Person, Roster
from cocmail.gate import Errand, Parked, Withheld

History = Sequence[tuple[e.Entry, datetime]]
Verdict = Callable[[Errand, Case, Frame], Withheld | Parked | None]

_EXCLUDED = {
    "matched": "the report names them, or comes from them",
    "reporter": "the reporter asked that they do not see it",
    "about": "the screener named them as the one it is about",
    "screener": "the screener kept them out",
    "member": "a member of the case group kept them out",
    "party": "they are a party of the case",
}
_HELD = {
    "screening": "the procedure has one member read first",
    "unreadable": "not all of it can be read by a program",
    "committee": "it speaks of the committee",
    "exclude": "it excludes somebody who could not be made out",
    "first-reader": "it was addressed to one member first",
}
_ASIDE = {
    "quarantine": "the mail waits unread in quarantine",
    "spam": "a member set the case aside as spam",
    "merged": "the case goes on inside another one",
}
_LEFT = {"passed": "passed it on", "silent": "did not answer in time", "away": "was away"}


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one person may read one case now, and why."""

    person: str  # an id
    may: bool
    why: str


def answers(
    case: Case, frame: Frame, history: History, verdict: Verdict, people: Iterable[Person]
) -> list[Answer]:
    """One answer for each of these people. `verdict` is gate.may, `history` the case's facts."""
    return [_answer(case, frame, history, verdict, person) for person in people]


def concerned(case: Case, roster: Roster) -> list[Person]:
    """Every member, and everyone else the case has had to do with, in the roster's order."""
    asked = {p for question in case.questions.values() for p in question.sent}
    touched = {*case.excluded, *case.recused, *case.been_in, *case.screeners, *asked}
    return [p for p in roster.people.values() if p.office == "member" or p.id in touched]


def _answer(case: Case, frame: Frame, history: History, verdict: Verdict, person: Person) -> Answer:
    letter = Errand(0, case.no, "report", f"member:{person.id}", (("mail", "all"),))
    kept_back = verdict(letter, case, frame)
    why = _Account(case, frame, history, person).words()
    if case.state in _ASIDE:
        why = f"{_ASIDE[case.state]}; {why}"
    if person.id in frame.house.locks:
        why = f"their mailbox is locked; {why}"
    named_in = [m.n for m, _ in case.mails if person.id in m.withheld]
    if kept_back is None and named_in:
        why += f"; but not mail {', '.join(map(str, named_in))}, which names them"
    return Answer(person.id, kept_back is None, why)


@dataclass(frozen=True, slots=True)
class _Account:
    """What the log says about one person in one case."""

    case: Case
    frame: Frame
    history: History
    person: Person

    def words(self) -> str:
        """The reason, with when it came to be."""
        case, who = self.case, self.person.id
        standing = conflicts.standing(case, who)
        match standing:
            case "excluded":
                fact = case.excluded[who]
                words = f"{self._since('out', e.Excluded)}: {_EXCLUDED.get(fact.why, fact.why)}"
                lifted = "; the reporter agreed that they may, ADMIT and an OK let them in"
                return words + (lifted if who in case.lifted else "")
            case "recused":
                return self._since("stepped out", e.Recused)
            case "paused":
                return self._paused()
            case "in":
                return self._entry()
            case "late":
                words = self._since("answered CLEAR after the window was over", e.Cleared)
                return f"{words}; the lead may let them in with ADMIT"
            case "silent":
                words = self._since("did not answer the conflict question sent", e.QuestionSent)
                return f"{words}, and its time is over"
            case "asked":
                return self._asked()
            case "none":
                return self._never_asked()
            case _:
                assert_never(standing)

    def _paused(self) -> str:
        if self.person.id in self.case.paused:
            cause = self.case.paused[self.person.id]
            words = {
                "bounced": "has an address that refused our mail",
                "half-recusal": "began a mail with RECUSE and went on, and was asked",
                "list-address": "answered through a mailing list",
                "shared-address": "answered under somebody else's name",
                "unproven-recusal": "stepped out in a mail nobody vouched for, and was asked",
            }.get(cause, f"delivery pauses ({cause})")
            return self._since(words, e.Paused)
        left = conflicts.unanswered(self.case, self.person.id)
        names = [q.name or "a person not yet known" for q in left]
        return f"a question was added and is not answered: {', '.join(names)}"

    def _entry(self) -> str:
        case, who = self.case, self.person.id
        came_in = self._since("in the case group", e.Entered)
        if who in case.admitted:
            return f"let in by ADMIT; {came_in}"
        if any(who in question.cleared for question in case.questions.values()):
            return f"{self._since('answered CLEAR', e.Cleared)}; {came_in}"
        if case.silent_out:
            return came_in
        return f"no conflict is known, and the procedure gives the report to all; {came_in}"

    def _asked(self) -> str:
        case, who = self.case, self.person.id
        if conflicts.cleared(case, who):
            return self._since("answered CLEAR", e.Cleared) + "; the report is not released yet"
        words = self._since("was asked about a conflict", e.QuestionSent)
        return f"{words} and has not answered" + ("; silence keeps out" if case.silent_out else "")

    def _never_asked(self) -> str:
        case, who = self.case, self.person.id
        if case.state == "held" and case.screener == who:
            reason = _HELD.get(case.held, case.held)
            words = f"reads first, since {reason}; {self._since('asked', e.ScreenerAsked)}"
            if conflicts.cleared(case, who) or case.screener_cleared == who:
                words += "; answered CLEAR, the report is not released yet"
            return words
        if who in case.passed_on:
            left = _LEFT.get(case.passed_on[who], "did not read")
            return self._since(f"was to read first and {left}", e.ScreenerLeft)
        if conflicts.newcomer(case, self.frame.roster, who):
            return "came after this case; ONBOARD asks a newcomer about it, name by name"
        if self.person not in conflicts.candidates(case, self.frame.roster):
            return self._no_candidate()
        if case.state == "held":
            return "the report is held, and others read first"
        return "was not asked in this case"

    def _no_candidate(self) -> str:
        match self.person.office, self.person.role:
            case "member", "alternate":
                return "alternates are asked only when too few members are clear"
            case "council", _:
                return "the council's contacts are asked only when too few members are clear"
            case office, _:
                return f"is no member of the committee ({office})"

    def _since(self, words: str, kind: type[e.Entry]) -> str:
        """The words, and when the last fact of this kind about the person came, local time."""
        came = [
            at
            for fact, at in self.history
            if isinstance(fact, kind) and getattr(fact, "person", "") == self.person.id
        ]
        if not came:
            return words
        return f"{words} at {came[-1].astimezone(self.frame.zone):%Y-%m-%d %H:%M}"
