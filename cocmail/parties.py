"""Mail of parties and mediators on their own handle: whose it is, and to whom it goes.

To the committee it is kept and shown (core/party.py). Between a party and the mediator it is passed
on in transit and kept nowhere (JU-42). From another address it is marked, and the address on record
is asked once (T45). Which handle a mail came on is reception.py's.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from cocmail.core import conflicts, mediating, party, secondaddress
from cocmail.core import entries as e
from cocmail.core.audience import PartyTo
from cocmail.core.case import Case
from cocmail.core.sitting import Sitting
from cocmail.core.typed import is_greeting
from cocmail.handles import Handle
from cocmail.house import House, Work
from cocmail.incoming import Incoming, named_in, people
from cocmail.mail.excerpt import excerpt
from cocmail.mail.kept import Talk, pack
from cocmail.mail.replies import own_words, split, without_signature
from cocmail.records import party_ref
from cocmail.toplines import top_lines

Whose = Literal["own", "strange", "rejected"]

_ANSWER = re.compile(r"(?i)[*_\"'>\s]*(?P<word>yes|no)\b[ ,:]*(?P<code>[A-Z2-9]{4})?[\s.!*_\"']*")
_TO_COMMITTEE = re.compile(r"(?i)\s*to (?:the )?committee\b[\s.:!]*")
# What tells who somebody is; the rest of the check is for letters of the committee.
_TELLING = ("name", "given-name", "address", "handle")


@dataclass(slots=True)
class Parties:
    """Takes the mail of parties and mediators into one house."""

    house: House

    def take(self, work: Work, mail: Incoming, case: Case, handles: Sequence[Handle]) -> None:
        """One mail; `handles` are all of it that belong to this party in this case."""
        ref = party_ref(handles[0].who)
        others = [party_ref(h.number - 1) for h in handles if h.number]
        whose = self._whose(case, ref, mail)
        if mail.automatic:
            self._automatic(work, mail, case, ref, whose, talk=bool(others))
        elif others:
            self._between(work, mail, case, ref, others, whose)
            if len(others) < len(handles) and whose == "own":
                self._as_well(work, mail, case, ref)
        elif whose == "rejected":
            self._rejected(work, mail, case, ref)
        elif whose == "own" and self._answers_check(work, mail, case, ref):
            return
        elif whose == "own" and ref == case.mediation.mediator:
            self._to_committee(work, mail, case, ref)
        else:
            self._keep(work, mail, case, ref, whose)

    # -- whose it is

    def owns(self, case: Case, ref: str, address: str) -> bool:
        """Whether this is the address on record, or one that they confirmed."""
        numbers = [case.parties[ref].address, *(x.address for x in case.second.of(ref) if x.own)]
        return any(self._same(case, number, address) for number in numbers)

    def _whose(self, case: Case, ref: str, mail: Incoming) -> Whose:
        """Theirs, from an address that nobody knows, or from one that they disowned."""
        if mail.proof.verdict == "fail":
            return "strange"
        if self.owns(case, ref, mail.address):
            return "own"
        disowned = [x.address for x in case.second.of(ref) if x.own is False]
        known = any(self._same(case, number, mail.address) for number in disowned)
        return "rejected" if known else "strange"

    def _same(self, case: Case, number: int, address: str) -> bool:
        known = self.house.records.address(case.no, number)
        return bool(known and address) and self.house.addresses.same(known, address)

    def _automatic(
        self, work: Work, mail: Incoming, case: Case, ref: str, whose: Whose, *, talk: bool
    ) -> None:
        """Noted. An auto-reply may quote what it answers: of a mediation no word is kept."""
        text = 0 if talk else self.house.store.keep_text(case.no, mail.kept)
        message_id = "" if talk else mail.mail.message_id
        kept = party.PartyMail(ref, text, "", message_id, whose == "own", automatic=True)
        self.house.sit(work, case, lambda s: party.take(s, kept))

    def _rejected(self, work: Work, mail: Incoming, case: Case, ref: str) -> None:
        """In quarantine, but in its own case, where only its readers can look (T45)."""
        text = self.house.store.keep_text(case.no, mail.kept)
        withheld = named_in(self.house, mail, with_sender=False)

        def act(sitting: Sitting) -> None:
            n = sitting.number()
            sitting.add(e.MailKept(n, ref, "rejected", text, "", "", True, withheld))
            line = f"More came from the address that {ref} disowned; it is kept unread. READ {n}."
            sitting.notice(line, but=withheld)

        self.house.sit(work, case, act)

    def _answers_check(self, work: Work, mail: Incoming, case: Case, ref: str) -> bool:
        """YES or NO to the question about an address: by its code, or in answer to that letter.

        True when the mail held nothing else.
        """
        own = own_words(mail.mail.text).strip()
        first, _, rest = own.partition("\n")
        found = _ANSWER.fullmatch(first)
        if found is None:
            return False
        code = (found["code"] or "").upper() or self._check_answered(mail, case)
        row = case.second.rows.get(code)
        if row is None or row.ref != ref or row.own is not None:
            return False
        yes = found["word"].casefold() == "yes"
        self.house.sit(work, case, lambda s: secondaddress.answer(s, ref, code, own=yes))
        return not rest.strip() and not mail.mail.attachments

    def _check_answered(self, mail: Incoming, case: Case) -> str:
        """The code of the question that this mail is a reply to, "" if to something else."""
        for text in mail.mail.in_reply_to:
            handle = self.house.handles.read_message_id(text)
            letter = case.letter(handle.number) if handle and handle.case == case.no else None
            if letter is not None:
                return dict(letter.about).get("check", "")
        return ""

    # -- to the committee

    def _keep(
        self, work: Work, mail: Incoming, case: Case, ref: str, whose: Whose, raw: bytes = b""
    ) -> None:
        """Kept, shown to the readers; from another address marked, and asked about once."""
        house = self.house
        lines = top_lines(mail.mail.text)
        own = whose == "own"
        kept = party.PartyMail(
            ref,
            house.store.keep_text(case.no, raw or mail.kept),
            "" if own else mail.name,
            mail.mail.message_id,
            own,
            False,
            named_in(house, mail, with_sender=False),
            people(house, lines.admit),
            people(house, lines.exclude),
        )

        def act(sitting: Sitting) -> None:
            party.take(sitting, kept)
            if not own and mail.proof.verdict != "fail":
                secondaddress.ask(sitting, ref, mail.address)

        house.sit(work, case, act)

    def _as_well(self, work: Work, mail: Incoming, case: Case, ref: str) -> None:
        """They wrote to the committee's handle too, in the same mail: their words, no quotes."""
        if ref == case.mediation.mediator:
            self._to_committee(work, mail, case, ref)
        elif case.parties[ref].role != "mediator":
            words = split(mail.mail.text).own
            self._keep(work, mail, case, ref, "own", excerpt(mail.mail, words))

    def _to_committee(self, work: Work, mail: Incoming, case: Case, ref: str) -> None:
        """The mediator's own word, their vetted report, or words that are for us (JU-43)."""
        words = _first_line_first(split(mail.mail.text).own)
        said, agreed = mediating.answer_in(words), case.mediation.stage == "agreed"
        if said == "decline" and case.mediation.live:
            self._sit(work, case, lambda s: mediating.answered(s, ref, agreed=False))
            return
        if not agreed:
            rest = words.partition("\n")[2].strip()
            if said == "agree" and case.mediation.live:
                self._sit(work, case, lambda s: mediating.answered(s, ref, agreed=True))
            if said != "agree" or rest or mail.mail.attachments:
                self._keep(work, mail, case, ref, "own")
            return
        missing = mediating.unvetted(case, words)
        if missing == []:
            self._file(work, mail, case, ref, words)
        elif _TO_COMMITTEE.match(words):
            self._keep(work, mail, case, ref, "own", excerpt(mail.mail, words))
        else:
            about = {"why": "vetted", "missing": " ".join(missing or [])}
            self._say(work, case, ref, about)

    def _file(self, work: Work, mail: Incoming, case: Case, ref: str, words: str) -> None:
        """What they wrote, without the talk that may be quoted below it."""
        text = self.house.store.keep_text(case.no, excerpt(mail.mail, words))
        named = named_in(self.house, mail, with_sender=False)
        message_id = mail.mail.message_id
        self._sit(work, case, lambda s: mediating.filed(s, ref, text, message_id, named))

    # -- between a party and the mediator

    def _between(
        self, work: Work, mail: Incoming, case: Case, ref: str, others: list[str], whose: Whose
    ) -> None:
        """Passed on in transit, to each alone; kept nowhere and shown to nobody else (JU-42)."""
        if whose != "own":
            if whose == "strange":
                self._stranger(work, mail, case, ref)
            return
        words = without_signature(split(mail.mail.text).own).strip()
        for other in dict.fromkeys(others):
            if not mediating.open_with(case, ref, other):
                self._say(work, case, ref, {"why": "over"})
            elif self._tells(case, words, ref, other):
                self._say(work, case, ref, {"why": "names"})
            elif words:
                self._pass_on(work, mail, case, ref, other, words)

    def _pass_on(
        self, work: Work, mail: Incoming, case: Case, ref: str, other: str, words: str
    ) -> None:
        transit = self.house.store.put_transit(pack(Talk(words)))
        about = {"with": ref, **({"files": "yes"} if mail.mail.attachments else {})}
        self._sit(
            work, case,
            lambda s: s.write(mediating.TALK, PartyTo(other), about=about, transit=transit),
        )  # fmt: skip

    def _tells(self, case: Case, words: str, ref: str, other: str) -> bool:
        """Whether a mediator tells the reported person who reported, without that one's consent."""
        if case.parties[other].role != "reported" or ref != case.mediation.mediator:
            return False
        found = self.house.gate.leaks(case, words, (), other, 0)
        return any(kind in _TELLING for kind, _ in found)

    def _stranger(self, work: Work, mail: Incoming, case: Case, ref: str) -> None:
        """Not from their address: nothing is passed on or kept; they hear of it, once a day."""

        def act(sitting: Sitting) -> None:
            if mail.proof.verdict != "fail":
                secondaddress.ask(sitting, ref, mail.address)
            day = f"unpassed-{ref}/{conflicts.local_day(sitting.frame).isoformat()}"
            if day not in sitting.case.spoke:
                sitting.add(e.Spoke(day))
                sitting.write(mediating.ASKED, PartyTo(ref), about={"why": "address"})

        self._sit(work, case, act)

    def _say(self, work: Work, case: Case, ref: str, about: dict[str, str]) -> None:
        self._sit(work, case, lambda s: s.write(mediating.ASKED, PartyTo(ref), about=about))

    def _sit(self, work: Work, case: Case, act: Callable[[Sitting], None]) -> None:
        self.house.sit(work, case, act)


def _first_line_first(own: str) -> str:
    """The words without blank lines and a greeting above them."""
    lines = own.replace("\r\n", "\n").split("\n")
    while lines and (not lines[0].strip() or is_greeting(lines[0])):
        lines.pop(0)
    return "\n".join(lines)
