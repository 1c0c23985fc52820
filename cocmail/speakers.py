"""Members' mail: who is speaking, and whether what they say counts (product.md 6).

A right tag and an authenticated From of that member run at once; anything else is held and the
registered address is asked. What the lines do is core/member.py's.
"""

import re
from dataclasses import dataclass, replace

from cocmail import hearing, journal, passing, shared
from cocmail.core import changes, conflicts, fared, held, member, mishaps, outside
from cocmail.core import entries as e
from cocmail.core.attached import Attached
from cocmail.core.case import Case
from cocmail.core.clocks import CONFIRM_LIMIT
from cocmail.core.commands import KEYWORDS, SHAPES
from cocmail.core.commands.registry import OF_CONTACTS
from cocmail.core.keywords import Asked, Reading, read
from cocmail.core.newcomers import as_names
from cocmail.core.seats import Change
from cocmail.core.sitting import Sitting
from cocmail.enclosed import sealed
from cocmail.house import House, Work
from cocmail.imports import Imports
from cocmail.incoming import ADDRESS, Incoming, look
from cocmail.mail.arrival import Arrival
from cocmail.mail.authenticity import signed_body
from cocmail.mail.excerpt import excerpt
from cocmail.mail.kept import Talk, pack
from cocmail.mail.replays import signed_words
from cocmail.mail.replies import own_words, split

AGAIN = "send it again, as a new mail"
# A mail program's own lines above a mail that was answered to all.
_COPIED = re.compile(r"(?im)^(?:to|cc):.*$")
GONE = "the mail that it was about is gone: send that one again"
SIGN = "sign it with your OpenPGP key, as a whole, and send it again"
# P38: what GnuPG makes by default cannot be checked by the library, and is not told from unsigned.
UNPACKED = f"{SIGN}; a signature inside encrypted words counts only where nothing is compressed "
UNPACKED += "(gpg: compress-algo none), or as a signed mail that is encrypted as a whole"
SPENT = "these signed words have counted already; sign new ones"
OVER = "the 48 hours of that question are over; " + AGAIN
_NO_FILES = {"application/pgp-signature", "application/pkcs7-signature"}


@dataclass(slots=True)
class Speakers:
    """Takes members' mail into one house."""

    house: House
    imports: Imports

    def from_member(
        self, work: Work, mail: Incoming, case: Case, person: str, *, others: tuple[int, ...] = ()
    ) -> None:
        """A member's tag: run it, hold it, or only note it (product.md 6, who is speaking).

        `others`: more cases that the mail names; then it waits in each of them, and the member is
        asked which one is meant (product.md 3).
        """
        house = self.house
        if mail.automatic:
            self._note(work, mail, case, person, "automatic")
            self._paused(work, mail, case, person)
            return
        own = person in house.addresses.whose(mail.address) and mail.mail.from_fields == 1
        reading = self._read(mail, case, person)
        if person in case.recused or person in case.excluded:
            self._note(work, mail, case, person, "unread")
            if own and mail.proven:
                house.sit(work, case, lambda s: member.take(s, self._member(mail, case, person,
                                                                            reading)))  # fmt: skip
            return
        if not own or not mail.proven:
            self._hold(work, mail, case, person, reading, own=own)
            return
        if self._paused(work, mail, case, person):
            self._note(work, mail, case, person, "unread")
            return
        if case.paused.get(person) == fared.BOUNCED:  # the box lives again
            house.sit(work, case, lambda s: s.add(e.Resumed(person)))
        if others:
            for one in (case, *map(house.records.case, others)):
                self.ask_which(work, mail, one, person)
            return
        self._run(work, mail, case, person, reading)

    def _paused(self, work: Work, mail: Incoming, case: Case, person: str) -> bool:
        """An authenticated answer that shows a list or a shared box: delivery pauses (PS-02)."""
        house = self.house
        if not mail.proven or person not in house.addresses.whose(mail.address):
            return False
        if not case.no or conflicts.out(case, person):
            return False
        why = shared.sign(mail, house.config.roster.people[person])
        if not why or f"{why}/{person}" in case.spoke:
            return False
        house.sit(work, case, lambda s: shared.pause(s, person, why))
        return True

    def _run(
        self, work: Work, mail: Incoming, case: Case, person: str, reading: Reading, *,
        asked: bool = False,
    ) -> None:  # fmt: skip
        """An authenticated member's mail, once (a signed body counts once).

        `asked`: it was held, and the member said YES to it in this case.
        """
        if [line.verb for line in reading.lines] == ["WAS-ME"]:
            waiting = held.newest(case, person)
            if waiting is not None:
                self._was_them(work, case, person, waiting, mail)
                return
        proof = mail.opened.signature if mail.signer == person else None
        digest = proof.digest if proof else signed_body(mail.arrival.raw)
        counted = self.house.store.find("signed", f"{person}|{digest}") if proof else []
        again = any(found.detail == mail.mail.message_id for found in counted)
        # Under another Message-ID, a later Date or on another case's tag it is the same mail still.
        marks = () if proof or asked else signed_words(mail.arrival.raw, mail.address)
        again |= any(self.house.store.find("signed", f"{person}|{mark}") for mark in marks)
        if again or (not counted and digest in case.signed.get(person, ())):
            work.place = "repeats"
            journal.note("dropped", replays=1)
            return
        topics = hearing.topics(reading)
        last = [at for topic in topics if (at := case.signed_last.get((person, topic)))]
        date = (proof.made if proof else None) or mail.mail.date
        stale = bool(last) and date is not None and date < max(last)
        # A clock that runs ahead must not shut its owner out until that day comes.
        date = min(date, mail.arrival.at) if date else None
        why = SPENT if counted else AGAIN if stale else ""
        if not proof and not reading.recuse and person in self.house.keyring.must_sign:
            why = (
                UNPACKED if mail.opened.sealed else SIGN
            )  # only stepping out needs no signature: it takes rights away

        known = self.house.config.roster.people[person]
        questioned = any(person in q.sent for q in case.questions.values())
        text = 0
        if case.no and known.office != "member" and person not in case.been_in and not questioned:
            text = self.house.store.keep_text(case.no, mail.kept)

        def act(sitting: Sitting) -> None:
            sitting.add(e.SignedSeen(person, digest, None if why else date, topics))
            if leaked := self._leaked(mail, case):
                mishaps.leaked(sitting, person, leaked)
            written = self._member(mail, case, person, _not_run(reading, why) if why else reading)
            written = replace(written, has_files=written.has_files and not why)
            if text:
                outside.take(sitting, written, text)
            else:
                member.take(sitting, written)

        self.house.sit(work, case, act)
        # In every case: the words do not say in which they count.
        for mark in (digest,) if proof and not counted else marks:
            self.house.store.index(
                "signed", f"{person}|{mark}", case.no, mail.arrival.at, mail.mail.message_id
            )

    def _leaked(self, mail: Incoming, case: Case) -> tuple[str, ...]:
        """The parties to whose addresses the mail went as well: E-7, T47."""
        house = self.house
        seen = {a.addr for a in (*mail.mail.to, *mail.mail.cc)}
        seen |= {
            a for line in _COPIED.findall(split(mail.mail.text).own) for a in ADDRESS.findall(line)
        }
        found = []
        for party in case.parties.values():
            own = (house.records.address(case.no, party.address),
                   *house.addresses.every(party.person))  # fmt: skip
            if any(house.addresses.same(a, b) for a in own if a for b in seen):
                found.append(party.ref)
        return tuple(found)

    def _member(
        self, mail: Incoming, case: Case, person: str, reading: Reading
    ) -> member.MemberMail:
        house = self.house
        files = tuple(p for p in mail.mail.attachments if p.content_type not in _NO_FILES)
        words = pack(Talk(reading.talk, files))
        keeps = house.records.rules(case, house.config.procedure).deliberation == "verbatim"

        def keep_talk() -> tuple[int, int]:
            if keeps:
                return house.store.keep_text(case.no, words), 0
            return 0, house.store.put_transit(words)

        def keep_files() -> Attached:
            return sealed(house, case, files)

        return member.MemberMail(
            person, reading, self._answers(mail, case, person), keep_talk, bool(files), keep_files
        )

    def _answers(self, mail: Incoming, case: Case, person: str) -> e.Sent | None:
        return hearing.answered(self.house.handles, case, person, mail.mail)

    def _read(self, mail: Incoming, case: Case, person: str) -> Reading:
        house = self.house
        return hearing.heard(house.handles, house.config.roster, case, person, mail.mail)

    def _names(self) -> frozenset[str]:
        return hearing.names(self.house.config.roster)

    # -- held mail -------------------------------------------------------------------------------

    def _hold(
        self, work: Work, mail: Incoming, case: Case, person: str, reading: Reading, *, own: bool,
        several: bool = False,
    ) -> None:  # fmt: skip
        house = self.house
        # A recusal's words are destroyed unread, also while it waits to be confirmed.
        raw = b"RECUSE" if reading.recuse else mail.kept
        strange = "" if own else mail.address or "no usable address"
        text, other = passing.hold(house.store, raw, strange, work.now)
        failed = mail.proof.verdict == "fail"

        def act(sitting: Sitting) -> None:
            if reading.recuse and case.no:
                sitting.add(e.Paused(person, "unproven-recusal"))
            held.hold(sitting, person, text, other=other, failed=failed, several=several)

        house.sit(work, case, act)

    def ask_which(self, work: Work, mail: Incoming, case: Case, person: str) -> None:
        """It is theirs, but may be meant for another case, or for none."""
        reading = self._read(mail, case, person)
        self._hold(work, mail, case, person, reading, own=True, several=True)

    def by_old_tag(self, work: Work, mail: Incoming, case: Case, person: str) -> None:
        """A tag that was replaced runs nothing; its member is asked, anybody else hears nothing."""
        own = person in self.house.addresses.whose(mail.address) and mail.proven
        if not own or mail.automatic or conflicts.out(case, person):
            self._note(work, mail, case, person, "unread")
            return
        self._hold(work, mail, case, person, self._read(mail, case, person), own=True)

    def held_answer(self, work: Work, mail: Incoming, case: Case, person: str, n: int) -> None:
        """YES or NO through the one-time address, from a registered address, once, in 48 hours."""
        house = self.house
        change = None if case.no else house.records.house.seats.changes.get(n)
        if change is not None:
            self._change_answer(work, mail, case, person, change)
            return
        waiting = case.held_mails.get(n)
        registered = person in house.addresses.whose(mail.address)
        answered = waiting is None or waiting.answer in ("yes", "no")
        if waiting is None or answered or mail.automatic or not registered:
            self._note(work, mail, case, person, "unread")
            return
        # The clock says so too, but may be late: an answer can come before it speaks.
        if waiting.answer or mail.arrival.at >= waiting.at + CONFIRM_LIMIT:
            over = Reading((), "", (("(your answer)", OVER),), (), "", False)
            house.sit(work, case, lambda s: member.take(s, self._member(mail, case, person, over)))
            return
        own = split(mail.mail.text).own
        reading = read(own, SHAPES, names=self._names(), asked="confirmation")
        verbs = [line.verb for line in reading.lines]
        if verbs == ["NO"]:
            house.sit(work, case, lambda s: held.refuse(s, n))
            return
        if verbs != ["YES"]:
            asked = Reading((), "", (("(your answer)", "YES"), ("", "NO")), (), "", False)
            house.sit(work, case, lambda s: member.take(s, self._member(mail, case, person, asked)))
            return
        self._was_them(work, case, person, n, mail)

    def _was_them(self, work: Work, case: Case, person: str, n: int, mail: Incoming) -> None:
        """The held mail was theirs: YES to the question, or WAS-ME (T40); it runs once."""
        raw = passing.raw(self.house.store, case.no, case.held_mails[n])
        if not raw:  # its 48 hours are over
            gone = Reading((), "", (("(your answer)", GONE),), (), "", False)
            self.house.sit(work, case, lambda s: member.take(s, self._member(mail, case, person,
                                                                             gone)))  # fmt: skip
            return
        self.house.sit(work, case, lambda s: self._say_yes(s, n, person))
        self._run_held(work, case, person, raw, mail)

    def _change_answer(
        self, work: Work, mail: Incoming, case: Case, person: str, change: Change
    ) -> None:
        """A council contact's YES or NO to a change of the roster: once, in 48 hours (JU-01)."""
        house = self.house
        contact = person in changes.contacts(house.config.roster)
        registered = person in house.addresses.whose(mail.address) and contact
        answered = change.confirmed is not None or not change.open
        if answered or mail.automatic or not registered:
            self._note(work, mail, case, person, "unread")
            return
        reading = read(split(mail.mail.text).own, SHAPES, names=self._names(),
                       asked="confirmation")  # fmt: skip
        verbs = [line.verb for line in reading.lines]
        if verbs == ["YES"]:
            house.sit(work, case, lambda s: changes.confirm(s, change, person))
        elif verbs == ["NO"]:
            house.sit(work, case, lambda s: changes.refuse(s, change))
        else:
            asked = Reading((), "", (("(your answer)", "YES"), ("", "NO")), (), "", False)
            house.sit(work, case, lambda s: member.take(s, self._member(mail, case, person,
                                                                        asked)))  # fmt: skip

    def _say_yes(self, sitting: Sitting, n: int, person: str) -> None:
        sitting.add(e.HeldAnswered(n, "yes"))
        if sitting.case.paused.get(person) == "unproven-recusal":
            sitting.add(e.Resumed(person))

    def _run_held(self, work: Work, case: Case, person: str, raw: bytes, answer: Incoming) -> None:
        if raw == b"RECUSE":
            reading = Reading((), "", (), (), "alone", False)
            self._run(work, answer, case, person, reading)
            return
        arrival = Arrival(raw, answer.arrival.sender, answer.arrival.recipients,
                          answer.arrival.door, answer.arrival.peer, answer.arrival.at)  # fmt: skip
        mail = look(self.house, arrival, None)
        if case.no == 0:
            self.at_alias(work, mail, person, proven=True)
            return
        self._run(work, mail, case, person, self._read(mail, case, person), asked=True)

    def unread(self, work: Work, mail: Incoming, case: Case, person: str) -> None:
        """Kept and read by nobody: it came on a tag that leads nowhere."""
        self._note(work, mail, case, person, "unread")

    def _note(self, work: Work, mail: Incoming, case: Case, person: str, kind: str) -> None:
        """Kept and never shown as a command: an auto-reply, or mail on a tag that is out.

        An auto-reply may quote what it answers: where talk is not kept, it is without quotes. In no
        case, which is the answer to a question of the house, no word is kept: nobody could read it.
        """
        text, kept = 0, mail.kept
        if self.house.records.rules(case, self.house.config.procedure).deliberation != "verbatim":
            kept = excerpt(mail.mail, own_words(mail.mail.text))
        if case.no:
            text = self.house.store.keep_text(case.no, kept)
        self.house.sit(
            work, case,
            lambda s: s.add(e.MailKept(s.number(), person, kind, text, "")),
        )  # fmt: skip

    # -- at the alias

    def at_alias(self, work: Work, mail: Incoming, person: str, *, proven: bool) -> bool:
        """Commands without a case; False when it is an ordinary report by that member."""
        case = self.house.records.case(0)
        own = as_names(split(mail.mail.text).own)
        thread = hearing.in_thread(self._answers(mail, case, person))
        asked: Asked = "ballot" if thread == "ballot" else ""
        reading = read(own, SHAPES, names=self._names(), asked=asked)
        # A report by one of the council is a report, whatever words it begins with.
        of_council = self.house.config.roster.people[person].office == "council"
        if of_council and not any(
            KEYWORDS[line.verb].who in ("council", "contact") or line.verb in OF_CONTACTS
            for line in reading.lines
        ):
            return False
        short = len(own.split()) <= 4
        if not reading.lines and not (short and reading.near) and not thread:
            return False
        bound = person in self.house.keyring.must_sign and mail.signer != person
        if proven and not bound and reading.lines and reading.lines[0].verb == "IMPORT":
            self.imports.take(work, mail, person, reading)
        elif proven:
            self._run(work, mail, case, person, reading)
        else:
            self._hold(work, mail, case, person, reading, own=mail.mail.from_fields == 1)
        return True


def _not_run(reading: Reading, why: str) -> Reading:
    """Nothing of the mail counts, its talk neither; each line is answered with the remedy."""
    lines = tuple((line.echo, why) for line in reading.lines)
    return Reading((), "", lines or (("(your mail)", why),), (), "", False)
