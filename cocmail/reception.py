"""Reception: what a mail is, where it belongs and who speaks; decided in this order, once.

The order is product.md 4: our own loop, a letter's return path, an automatic mail, a valid tag,
spam and floods, a member at the alias, a report. Everything is kept before anybody is answered;
nothing here sends anything.
"""

import hashlib
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cocmail import journal
from cocmail.core import entries as e
from cocmail.core import fared, held, intake, member, party
from cocmail.core.case import Case
from cocmail.core.commands import SHAPES
from cocmail.core.keywords import Asked, Reading, read
from cocmail.core.people import fold_name
from cocmail.core.sitting import Sitting
from cocmail.counsel import sender
from cocmail.handles import Handle
from cocmail.house import House, Work
from cocmail.mail.arrival import Arrival
from cocmail.mail.authenticity import Authentication, header_fields, relay_verdict, signed_body
from cocmail.mail.automatic import automatic, says_spam
from cocmail.mail.bounces import delivery_report
from cocmail.mail.html import to_text
from cocmail.mail.kept import Talk, pack
from cocmail.mail.parse import Mail, attachment_text, parse
from cocmail.mail.replies import split
from cocmail.records import PARTY_BIT, party_ref
from cocmail.roster import Wording, about_problem, matched, speaks_of_committee
from cocmail.toplines import TopLines, top_lines

A_DAY = timedelta(days=1)
AN_HOUR = timedelta(hours=1)
UNPROVEN = Authentication("none", "", False, "no-field")


@dataclass(frozen=True, slots=True)
class Incoming:
    """One mail at the reception: the bytes, what they say, and whether the From is true."""

    arrival: Arrival
    mail: Mail
    address: str  # the one usable sender, "" if there is none
    name: str
    proof: Authentication
    automatic: str
    digest: str
    trusted: bool  # from a relay whose word is believed

    @property
    def proven(self) -> bool:
        """Whether the From is authenticated."""
        return self.proof.verdict == "pass"


@dataclass(slots=True)
class Reception:
    """Takes mails into one house."""

    house: House
    hour: deque[datetime] = field(default_factory=deque)  # unauthenticated, all domains
    domains: dict[str, deque[datetime]] = field(default_factory=dict)

    def is_ours(self, address: str) -> bool:
        """Whether a recipient is the alias, a published form of it, or a handle of ours."""
        published = self.house.handles.published(address)
        if published is not None and published.person:
            return published.person in self.house.config.roster.people
        return self.house.handles.is_ours(address)

    def take(self, arrival: Arrival, dkim: Authentication | None = None) -> None:
        """Keep one mail and decide what follows. Raises nothing that concerns the sender.

        `dkim` is our own verification, where no relay is trusted with it.
        """
        house = self.house
        incoming = self._look(arrival, dkim)
        if house.store.find("mail", incoming.digest):
            journal.note("dropped", bytes=len(arrival.raw))
            return

        def act(work: Work) -> None:
            self._route(work, incoming)
            house.store.index("mail", incoming.digest, 0, arrival.at, "")

        with house.batch():
            house.once(arrival.at, incoming.digest, act)

    # -- looking ------------------------------------------------------------------------------------

    def _look(self, arrival: Arrival, dkim: Authentication | None) -> Incoming:
        mail = parse(arrival.raw)
        one = sender(mail.senders)
        address = one.addr if one else ""
        relay = self.house.config.relay
        trusted = arrival.peer in relay.trusted_peers
        proof = dkim or UNPROVEN
        if relay.authserv_id and trusted and address:
            fields = header_fields(arrival.raw)
            proof = relay_verdict(fields, address, relay.authserv_id)
        content = hashlib.sha256(_body(arrival.raw)).hexdigest()
        parts = (mail.message_id, address, content)
        if not mail.message_id:
            parts = ("", "", hashlib.sha256(arrival.raw).hexdigest())
        return Incoming(
            arrival, mail, address, one.name if one else "", proof,
            automatic(mail, not arrival.sender), "|".join(parts), trusted,
        )  # fmt: skip

    # -- routing ------------------------------------------------------------------------------------

    def _route(self, work: Work, mail: Incoming) -> None:
        house = self.house
        mark = house.handles.loop_mark()
        if mark in (value.strip() for value in mail.mail.all("x-loop")):
            count = int(house.store.setting("loops") or "0") + 1
            house.store.set_setting("loops", str(count))
            journal.note("dropped", loops=count)
            return
        handles = self._handles(mail)
        bounced = next((h for h in handles if h.kind == "bounce"), None)
        if bounced is not None or delivery_report(mail.arrival.raw) is not None:
            self._bounced(work, mail, bounced)
            return
        handles = [h for h in handles if h.kind != "bounce"]
        if handles:
            self._tagged(work, mail, handles)
            return
        self._at_alias(work, mail)

    def _handles(self, mail: Incoming) -> list[Handle]:
        """The tags of a mail: in the envelope, in its headers, then by a Message-ID of ours."""
        house = self.house
        said = (*mail.arrival.recipients, *(a.addr for a in mail.mail.to),
                *mail.mail.delivered_to, *(a.addr for a in mail.mail.cc))  # fmt: skip
        for group in (mail.arrival.recipients, said):
            found = [h for h in map(house.handles.read_address, group) if h is not None]
            if found:
                return [house.records.landed(h) for h in dict.fromkeys(found)]
        by_id = self._by_message_id(mail)
        return [by_id] if by_id else []

    def _by_message_id(self, mail: Incoming) -> Handle | None:
        """A keyed Message-ID of ours together with the right sender; never the id alone."""
        house = self.house
        for text in (*mail.mail.in_reply_to, *reversed(mail.mail.references)):
            handle = house.handles.read_message_id(text)
            if handle is None or handle.case == 0:
                continue
            case = house.records.case(handle.case)
            if handle.who & PARTY_BIT:
                ref = party_ref(handle.who)
                known = case.parties.get(ref)
                address = house.records.address(case.no, known.address) if known else ""
                if address and mail.address and house.addresses.same(address, mail.address):
                    kind = "reported" if ref.startswith("P") else "reporter"
                    number = handle.who & ~PARTY_BIT
                    made = Handle(kind, case.no, number, 0)  # type: ignore[arg-type]
                    return house.records.landed(made)
                continue
            person = house.records.person_of(handle.who)
            if person and person in house.addresses.whose(mail.address):
                generation = case.generation.get(person, 0)
                return Handle("member", case.no, handle.who, generation)
        return None

    # -- a valid tag -----------------------------------------------------------------------------------

    def _tagged(self, work: Work, mail: Incoming, handles: list[Handle]) -> None:
        house = self.house
        handle = handles[0]
        if not house.store.entries(handle.case)[:1]:
            self._at_alias(work, mail)  # the case is erased: it is mail to the alias
            return
        case = house.records.case(handle.case)
        if handle.kind in ("reporter", "reported"):
            ref = party_ref(handle.who)
            if ref in case.parties:
                self._from_party(work, mail, case, ref)
                return
            self._at_alias(work, mail)
            return
        person = house.records.person_of(handle.who)
        if not person:
            self._at_alias(work, mail)
            return
        if handle.kind == "held":
            self._held_answer(work, mail, case, person, handle.number)
            return
        if handle.number != case.generation.get(person, 0):
            self._at_alias(work, mail)  # a tag that was replaced leads nowhere
            return
        several = len({h.case for h in handles}) > 1
        self._from_member(work, mail, case, person, several=several)

    def _from_party(self, work: Work, mail: Incoming, case: Case, ref: str) -> None:
        house = self.house
        known = case.parties[ref]
        on_record = house.records.address(case.no, known.address)
        same = bool(on_record) and bool(mail.address)
        same = same and house.addresses.same(on_record, mail.address)
        same = same and mail.proof.verdict != "fail"
        lines = top_lines(mail.mail.text)
        text = house.store.keep_text(case.no, mail.arrival.raw)
        kept = party.PartyMail(
            ref,
            text,
            mail.name if not same else "",
            mail.mail.message_id,
            same,
            bool(mail.automatic),
            self._matched(mail, with_sender=False),
            self._people(lines.admit),
        )
        house.sit(work, case, lambda s: party.take(s, kept))

    def _from_member(
        self, work: Work, mail: Incoming, case: Case, person: str, *, several: bool = False
    ) -> None:
        """A member's tag: run it, hold it, or only note it (product.md 6, who is speaking)."""
        house = self.house
        if mail.automatic:
            self._note(work, mail, case, person, "automatic")
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
        if several:
            reading = Reading((), "", (("(two cases)", "the same line to one case only"),), (),
                              "", False)  # fmt: skip
        self._run(work, mail, case, person, reading)

    def _run(self, work: Work, mail: Incoming, case: Case, person: str, reading: Reading) -> None:
        """An authenticated member's mail, once (a signed body counts once)."""
        digest = signed_body(mail.arrival.raw)
        if digest in case.signed.get(person, ()):
            journal.note("dropped", replays=1)
            return
        last, date = case.signed_last.get(person), mail.mail.date
        stale = bool(reading.lines) and last is not None and date is not None and date < last

        def act(sitting: Sitting) -> None:
            said = reading
            if stale:
                old = tuple((line.echo, "send it again, as a new mail") for line in said.lines)
                said = Reading((), "", old, (), "", False)
            sitting.add(e.SignedSeen(person, digest, None if stale else date))
            member.take(sitting, self._member(mail, case, person, said))

        self.house.sit(work, case, act)

    def _member(
        self, mail: Incoming, case: Case, person: str, reading: Reading
    ) -> member.MemberMail:
        house = self.house
        files = tuple(mail.mail.attachments)
        words = pack(Talk(reading.talk, files))
        keeps = house.config.procedure.deliberation == "verbatim"

        def keep_talk() -> tuple[int, int]:
            if keeps:
                return house.store.keep_text(case.no, words), 0
            return 0, house.store.put_transit(words)

        return member.MemberMail(
            person, reading, self._answers(mail, case, person), keep_talk, bool(files)
        )

    def _answers(self, mail: Incoming, case: Case, person: str) -> e.Sent | None:
        """The letter of ours that this mail replies to."""
        for text in (*mail.mail.in_reply_to, *reversed(mail.mail.references)):
            handle = self.house.handles.read_message_id(text)
            if handle and handle.case == case.no and handle.number:
                letter = case.letter(handle.number)
                if letter is not None and letter.reader == f"member:{person}":
                    return letter
        return None

    def _read(self, mail: Incoming, case: Case, person: str) -> Reading:
        answers = self._answers(mail, case, person)
        template = answers.template if answers else ""
        question = template == "conflict-question" or (
            person not in case.group and any(person in q.sent for q in case.questions.values())
        )
        asked: Asked = ""
        if template == "ballot":
            asked = "ballot"
        elif template in ("confirm", "was-it-you"):
            asked = "confirmation"
        elif question:
            asked = "question"
        own = split(mail.mail.text).own
        return read(own, SHAPES, names=self._names(), question=question, asked=asked)

    def _names(self) -> frozenset[str]:
        people = self.house.config.roster.people.values()
        return frozenset(
            word for p in people for word in (fold_name(p.name), *fold_name(p.name).split())
        )

    # -- held mail -------------------------------------------------------------------------------------

    def _hold(
        self, work: Work, mail: Incoming, case: Case, person: str, reading: Reading, *, own: bool
    ) -> None:
        house = self.house
        # A recusal's words are destroyed unread, also while it waits to be confirmed.
        raw = b"RECUSE" if reading.recuse else mail.arrival.raw
        text = house.store.keep_text(case.no, raw)
        other = 0
        if not own:
            strange = mail.address or "no usable address"
            other = house.store.keep_text(case.no, strange.encode("utf-8", "surrogateescape"))
        failed = mail.proof.verdict == "fail"

        def act(sitting: Sitting) -> None:
            if reading.recuse and case.no:
                sitting.add(e.Paused(person, "unproven-recusal"))
            held.hold(sitting, person, text, other=other, failed=failed)

        house.sit(work, case, act)

    def _held_answer(self, work: Work, mail: Incoming, case: Case, person: str, n: int) -> None:
        """YES or NO through the one-time address, from a registered address, once, in 48 hours."""
        house = self.house
        waiting = case.held_mails.get(n)
        registered = person in house.addresses.whose(mail.address)
        if waiting is None or waiting.answer or mail.automatic or not registered:
            self._note(work, mail, case, person, "unread")
            return
        own = split(mail.mail.text).own
        reading = read(own, SHAPES, names=self._names(), asked="confirmation")
        verbs = [line.verb for line in reading.lines]
        if verbs == ["NO"]:
            house.sit(work, case, lambda s: held.refuse(s, n))
            return
        if verbs != ["YES"]:
            house.sit(work, case, lambda s: member.take(s, self._member(
                mail, case, person, Reading((), "", (("(your answer)", "YES"), ("", "NO")), (),
                                            "", False))))  # fmt: skip
            return
        raw = house.records.text(case.no, waiting.text)
        house.sit(work, case, lambda s: self._say_yes(s, n, person))
        self._run_held(work, case, person, raw, mail)

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
        mail = self._look(arrival, None)
        if case.no == 0:
            self._member_at_alias(work, mail, person, proven=True)
            return
        self._run(work, mail, case, person, self._read(mail, case, person))

    def _note(self, work: Work, mail: Incoming, case: Case, person: str, kind: str) -> None:
        """Kept and never shown as a command: an auto-reply, or mail on a tag that is out."""
        text = self.house.store.keep_text(case.no, mail.arrival.raw)
        self.house.sit(
            work, case,
            lambda s: s.add(e.MailKept(s.number(), person, kind, text, "")),
        )  # fmt: skip

    # -- bounces -----------------------------------------------------------------------------------------

    def _bounced(self, work: Work, mail: Incoming, handle: Handle | None) -> None:
        """An event of the letter that bounced; never a case, never answered, shown to nobody."""
        house = self.house
        report = delivery_report(mail.arrival.raw)
        if handle is None and report is not None:
            handle = house.handles.read_message_id(report.original_message_id)
        number = handle.case if handle else 0
        if number and not house.store.entries(number)[:1]:
            number = 0
        case = house.records.case(number)
        text = house.store.keep_text(case.no, mail.arrival.raw)

        def act(sitting: Sitting) -> None:
            sitting.add(e.MailKept(sitting.number(), "", "bounce", text, ""))
            letter = case.letter(handle.number) if handle else None
            if letter is not None and report is not None and report.action == "failed":
                fared.failed(sitting, letter.errand, letter.template, letter.reader,
                             letter.about, 550)  # fmt: skip

        house.sit(work, case, act)

    # -- the alias ---------------------------------------------------------------------------------------

    def _at_alias(self, work: Work, mail: Incoming) -> None:
        house = self.house
        from_us = bool(mail.address) and house.handles.is_ours(mail.address)
        people = house.addresses.whose(mail.address)
        members = [p for p in people if house.config.roster.people[p].office == "member"]
        if mail.automatic or from_us:
            self._report(work, mail, quarantine="loop" if from_us else "automatic")
        elif self._spam(mail):
            self._report(work, mail, quarantine="spam")
        elif members and self._member_at_alias(work, mail, members[0], proven=mail.proven):
            return
        elif self._above_limits(mail):
            self._report(work, mail, quarantine="limit")
        else:
            self._report(work, mail)

    def _spam(self, mail: Incoming) -> bool:
        relay = self.house.config.relay
        return mail.trusted and says_spam(mail.mail, relay.spam_headers)

    def _member_at_alias(self, work: Work, mail: Incoming, person: str, *, proven: bool) -> bool:
        """Commands without a case; False when it is an ordinary report by that member."""
        case = self.house.records.case(0)
        own = split(mail.mail.text).own
        reading = read(own, SHAPES, names=self._names())
        short = len(own.split()) <= 4
        if not reading.lines and not (short and reading.near):
            return False
        if proven:
            self._run(work, mail, case, person, reading)
        else:
            self._hold(work, mail, case, person, reading, own=mail.mail.from_fields == 1)
        return True

    def _above_limits(self, mail: Incoming) -> bool:
        """Limits bind each authenticated sender, and unauthenticated mail by domain and in all."""
        limits, now = self.house.config.limits, mail.arrival.at
        if mail.proven:
            found = self.house.store.find("sent-by", _fold(mail.address))
            recent = [f for f in found if now - f.at < A_DAY]
            return len(recent) >= limits.reports_per_sender_per_day
        domain = _domain(mail.address)
        own = self.domains.setdefault(domain, deque())
        for times in (own, self.hour):
            while times and now - times[0] >= AN_HOUR:
                times.popleft()
        over = (
            len(own) >= limits.unauthenticated_per_domain_per_hour
            or len(self.hour) >= limits.unauthenticated_per_hour
        )
        if not over:
            own.append(now)
            self.hour.append(now)
        if len(self.domains) > 10_000:
            self.domains = {d: t for d, t in self.domains.items() if t}
        return over

    # -- a report ----------------------------------------------------------------------------------------

    def _report(self, work: Work, mail: Incoming, quarantine: str = "") -> None:
        house, at = self.house, mail.arrival.at
        joined = self._joins(mail)
        if joined is not None and not quarantine:
            self._join(work, mail, *joined)
            return
        case = house.new_case(work)
        text = house.store.keep_text(case.no, mail.arrival.raw)
        lines = top_lines(mail.mail.text)
        report = self._as_report(mail, case, text, lines, quarantine)

        def act(sitting: Sitting) -> None:
            intake.open_case(sitting, report)
            if quarantine:
                size = len(mail.arrival.raw)
                sitting.add(e.Quarantined(quarantine, _domain(mail.address), size))

        house.sit(work, case, act)
        if quarantine and not house.store.setting("quarantine-due"):
            house.store.set_setting("quarantine-due", at.isoformat())
        folded = _fold(mail.address)
        if folded:
            house.store.index("sent-by", folded, case.no, at, "R1")
            if mail.mail.message_id:
                house.store.index("copy", f"{folded}|{mail.mail.message_id}", case.no, at, "R1")
            house.store.index("copy", f"{folded}|{_content(mail)}", case.no, at, "R1")
            if report.receipt:
                house.store.index("receipt", folded, case.no, at, "")
        journal.note("quarantined" if quarantine else "kept", case=case.no,
                     bytes=len(mail.arrival.raw))  # fmt: skip

    def _as_report(
        self, mail: Incoming, case: Case, text: int, lines: TopLines, quarantine: str
    ) -> intake.Report:
        house = self.house
        exclude, unclear = self._excluded(lines, mail)
        failed = mail.proof.verdict == "fail"
        contact = lines.contact if mail.proven else ""
        usable = contact or self._answer_to(mail)
        address = 0
        if usable:
            address = house.store.keep_text(case.no, usable.encode("utf-8", "surrogateescape"))
        people = house.addresses.whose(mail.address)
        about = lines.about if self._about_ok(lines, mail) else ""
        found = self._matched(mail, with_sender=True)
        words = self._all_words(mail)
        return intake.Report(
            text=text,
            sender_name=mail.name,
            address=address,
            message_id=mail.mail.message_id,
            authenticated=mail.proven and not contact,
            failed=failed,
            receipt=self._receipt_now(mail, quarantine),
            person=people[0] if people else "",
            matched=tuple(dict.fromkeys((*found, *self._people((about,) if about else ())))),
            about=about,
            exclude=exclude,
            exclude_unclear=unclear,
            first_reader=self._first_reader(mail, found, exclude),
            anonymous=lines.anonymous,
            quiet=lines.quiet,
            unreadable=bool(mail.mail.unreadable),
            committee=any(speaks_of_committee(w) for w in words),
        )

    def _answer_to(self, mail: Incoming) -> str:
        """Where the reporter hears back: a Reply-To only where the From is authenticated."""
        reply_to = [a.addr for a in mail.mail.sender_reply_to if a.addr]
        if mail.proven and len(reply_to) == 1 and not self.house.handles.is_ours(reply_to[0]):
            return mail.address
        if mail.address and not self.house.handles.is_ours(mail.address):
            return mail.address
        return ""

    def _receipt_now(self, mail: Incoming, quarantine: str) -> bool:
        """At once; to an unconfirmed address, or from the quarantine, one a day."""
        if (quarantine and not mail.proven) or mail.automatic:
            return False
        if mail.proven and not quarantine:
            return True
        found = self.house.store.find("receipt", _fold(mail.address))
        return not any(mail.arrival.at - f.at < A_DAY for f in found)

    def _first_reader(
        self, mail: Incoming, found: tuple[str, ...], exclude: tuple[str, ...]
    ) -> str:
        for person in self._published(mail, "to"):
            if person not in found and person not in exclude:
                return person
        return ""

    def _published(self, mail: Incoming, kind: str) -> list[str]:
        said = (*mail.arrival.recipients, *(a.addr for a in mail.mail.to),
                *(a.addr for a in mail.mail.cc))  # fmt: skip
        found = [self.house.handles.published(address) for address in said if address]
        people = self.house.config.roster.people
        return [p.person for p in found if p and p.kind == kind and p.person in people]

    def _excluded(self, lines: TopLines, mail: Incoming) -> tuple[tuple[str, ...], bool]:
        """Who the reporter keeps out; unclear when a line names nobody, or several."""
        people: list[str] = self._published(mail, "not")
        unclear = False
        for words in lines.exclude:
            found = self.house.config.roster.named(words)
            unclear = unclear or len(found) != 1
            people += [p.id for p in found]
        return tuple(dict.fromkeys(people)), unclear

    def _people(self, names: tuple[str, ...]) -> tuple[str, ...]:
        made: list[str] = []
        for words in names:
            found = self.house.config.roster.named(words)
            made += [p.id for p in found] if len(found) == 1 else []
        return tuple(made)

    def _about_ok(self, lines: TopLines, mail: Incoming) -> bool:
        """An invalid About: line is ignored (product.md 4)."""
        if not lines.about:
            return False
        forbidden = [w for w in (mail.name, mail.address) if w]
        return about_problem(lines.about, self.house.config.roster, forbidden) is None

    def _matched(self, mail: Incoming, *, with_sender: bool) -> tuple[str, ...]:
        """Every configured person whom this mail names, or who sent it (JU-11)."""
        house = self.house
        texts = self._all_words(mail)
        wording = Wording(
            sender_name=mail.name if with_sender else "",
            sender_address=mail.address if with_sender else "",
            subject=mail.mail.subject,
            text=texts[0],
            attachments=tuple(texts[1:]),
        )
        hits = matched(house.config.roster, house.addresses, wording)
        return tuple(dict.fromkeys(h.person for h in hits))

    def _all_words(self, mail: Incoming) -> list[str]:
        """The text, its HTML twin where that says more, and every text attachment."""
        texts = [mail.mail.text]
        if mail.mail.html:
            texts.append(to_text(mail.mail.html))
        texts += [attachment_text(part) for part in mail.mail.attachments]
        return [texts[0], *(t for t in texts[1:] if t and t != texts[0])]

    # -- copies --------------------------------------------------------------------------------------------

    def _joins(self, mail: Incoming) -> tuple[Case, str] | None:
        """The same sender with the same Message-ID or content within a day joins their case."""
        folded = _fold(mail.address)
        if not folded:
            return None
        keys = [f"{folded}|{_content(mail)}"]
        if mail.mail.message_id:
            keys.append(f"{folded}|{mail.mail.message_id}")
        for key in keys:
            for found in reversed(self.house.store.find("copy", key)):
                case = self.house.records.case(found.case_no)
                recent = mail.arrival.at - found.at < A_DAY
                if recent and case.state in ("held", "open", "closed"):
                    return case, found.detail
        return None

    def _join(self, work: Work, mail: Incoming, case: Case, ref: str) -> None:
        text = self.house.store.keep_text(case.no, mail.arrival.raw)
        kept = party.PartyMail(
            ref, text, "", mail.mail.message_id, same_address=mail.proof.verdict != "fail",
            matched=self._matched(mail, with_sender=False), note=True,
        )  # fmt: skip
        self.house.sit(work, case, lambda s: party.take(s, kept))


def _body(raw: bytes) -> bytes:
    """Everything below the header, whatever ends its lines."""
    ends = [raw.find(b"\r\n\r\n"), raw.find(b"\n\n")]
    found = [at for at in ends if at >= 0]
    return raw[min(found) :] if found else raw


def _content(mail: Incoming) -> str:
    return hashlib.sha256(_body(mail.arrival.raw).strip()).hexdigest()


def _fold(address: str) -> str:
    return address.casefold()


def _domain(address: str) -> str:
    return address.rpartition("@")[2].casefold()
