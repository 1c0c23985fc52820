"""Reports: a mail to the alias that is no reply becomes a case, waits in quarantine, or joins.

Limits, copies, the reporter's own lines and the receipt are looked at here; what a new case then
does is core/intake.py's.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cocmail import journal
from cocmail.core import conflicts, intake, party
from cocmail.core import entries as e
from cocmail.core.case import Case
from cocmail.core.people import several
from cocmail.core.sitting import Sitting
from cocmail.handles import Handle
from cocmail.house import House, Work
from cocmail.incoming import (
    Incoming,
    carried,
    content,
    domain,
    fold,
    named_in,
    people,
    quotes_us,
)
from cocmail.mail.automatic import says_spam
from cocmail.mail.said import all_words
from cocmail.mail.senders import lists_of, nobodys, passed_on
from cocmail.records import party_number, party_ref
from cocmail.roster import about_problem, fold_address, speaks_of_committee
from cocmail.store import Found
from cocmail.toplines import TopLines, top_lines

Counted = tuple[datetime, int, str]  # when, in which case, from which address
A_DAY = timedelta(days=1)
AN_HOUR = timedelta(hours=1)
MOST_NAMES = 5  # in an About: line, each a question to every member


@dataclass(slots=True)
class Reports:
    """Takes reports into one house."""

    house: House
    # Unauthenticated mail of the last hour, in all and by domain.
    hour: deque[Counted] = field(default_factory=deque)
    domains: dict[str, deque[Counted]] = field(default_factory=dict)

    def spam(self, mail: Incoming) -> bool:
        """The relay's word where it is trusted; a mailbox's provider says it by the folder."""
        relay = self.house.config.relay
        return mail.arrival.junk or (mail.trusted and says_spam(mail.mail, relay.spam_headers))

    def above_limits(self, mail: Incoming) -> bool:
        """Limits bind each authenticated sender, and unauthenticated mail by domain and in all."""
        limits, now = self.house.config.limits, mail.arrival.at
        if mail.proven:
            found = self.house.store.find("sent-by", fold(mail.address))
            recent = (f.case_no for f in found if now - f.at < A_DAY)
            return self._bear(mail, map(self._theirs, recent), limits.reports_per_sender_per_day)
        own = self.domains.get(domain(mail.address), deque())
        for times in (own, self.hour):
            while times and now - times[0][0] >= AN_HOUR:
                times.popleft()
        if len(self.domains) > 10_000:
            self.domains = {d: t for d, t in self.domains.items() if t}
        every = ((own, limits.unauthenticated_per_domain_per_hour),
                 (self.hour, limits.unauthenticated_per_hour))  # fmt: skip
        sender = fold(mail.address)
        return any(
            len(times) >= most  # nothing is looked up before a limit is near
            and self._bear(
                mail, (self._kept_out(no, own=who == sender) for _, no, who in times), most
            )
            for times, most in every
        )

    def _counts(self, mail: Incoming, case: Case) -> None:
        """Unauthenticated mail that was let in counts for the next hour."""
        if not mail.proven:
            own = self.domains.setdefault(domain(mail.address), deque())
            for times in (own, self.hour):
                times.append((mail.arrival.at, case.no, fold(mail.address)))

    def _theirs(self, no: int) -> set[str]:
        return self._kept_out(no, own=True)

    def _kept_out(self, no: int, *, own: bool) -> set[str]:
        """Who is out of an earlier case; whose report it is knows nothing of a link (promise 4)."""
        excluded = self.house.records.case(no).excluded
        return {p for p, out in excluded.items() if not own or out.why != "linked"}

    def _bear(self, mail: Incoming, earlier: Iterable[set[str]], most: int = 1) -> bool:
        """Whether so many earlier cases bear on what becomes of this mail.

        Whoever is kept out of a case must not notice it (promise 4): it bears only on mail that
        they are kept out of as well, or a report that they do see would go another way.
        """
        cases = list(earlier)
        if len(cases) < most or sum(not out for out in cases) >= most:
            return len(cases) >= most
        found = set(named_in(self.house, mail, with_sender=True))
        return sum(found.issuperset(out) for out in cases) >= most

    def abused(self, mail: Incoming) -> bool:
        """Whether two members of an earlier case called this sender's mail abuse."""
        numbers = {f.case_no for f in self.house.store.find("sent-by", fold(mail.address))}
        cases = map(self.house.records.case, sorted(numbers))
        abusive = (case.no for case in cases if case.mishaps.abusive("R1"))
        return self._bear(mail, map(self._theirs, abusive))

    # -- a report

    def take(self, work: Work, mail: Incoming, quarantine: str = "") -> None:
        house, at = self.house, mail.arrival.at
        work.place = "quarantine" if quarantine else "cases"
        joined = self._joins(mail)
        if joined is not None and not quarantine:
            self._join(work, mail, *joined)
            return
        case = house.new_case(work)
        text = house.store.keep_text(case.no, mail.kept)
        lines = top_lines(mail.mail.text)
        report = self.as_report(mail, case, text, lines, quarantine)

        def act(sitting: Sitting) -> None:
            intake.open_case(sitting, report)
            if quarantine:
                size = len(mail.arrival.raw)
                sitting.add(e.Quarantined(quarantine, domain(mail.address), size))

        house.sit(work, case, act)
        if quarantine:
            self._listed_by(at)
        else:
            self._counts(mail, case)
        folded = fold(mail.address)
        if folded:
            house.store.index("sent-by", folded, case.no, at, "R1")
            self._index_copy(mail, case, "R1")
            if report.receipt and report.address:
                answered = house.store.text(case.no, report.address)
                written = fold(answered.decode("utf-8", "surrogateescape"))
                house.store.index("receipt", written, case.no, at, "")
        journal.note("quarantined" if quarantine else "kept", case=case.no,
                     bytes=len(mail.arrival.raw))  # fmt: skip

    def _listed_by(self, at: datetime) -> None:
        """The quarantine is looked through again in time for this mail; never later for it."""
        soon = (at + min(AN_HOUR, self.house.config.procedure.ack_limit) / 2).isoformat()
        due = self.house.store.setting("quarantine-due")
        if not due or due > soon:
            self.house.store.set_setting("quarantine-due", soon)

    def as_report(
        self, mail: Incoming, case: Case, text: int, lines: TopLines, quarantine: str
    ) -> intake.Report:
        """What the house knows of a report before anybody reads it."""
        house = self.house
        exclude, unclear = self._excluded(lines, mail)
        failed = mail.proof.verdict == "fail"
        contact = lines.contact if mail.proven and self._free(lines.contact, mail) else ""
        usable = contact or self._answer_to(mail)
        address = 0
        if usable:
            address = house.store.keep_text(case.no, usable.encode("utf-8", "surrogateescape"))
        owners = house.addresses.whose(mail.address)
        about = lines.about if self._about_ok(lines, mail) else ""
        found = named_in(house, mail, with_sender=True)
        words = all_words(mail.mail)
        linked, holds = self._reported_in(mail), carried(house, mail)
        # Who passed a letter on is somebody whom this mail speaks of, by an address of theirs.
        found = tuple(dict.fromkeys((*found, *(whose for _, whose in holds if whose))))
        within = {no for no, _ in holds}
        receipt = self._receipt_now(mail, quarantine, usable)
        return intake.Report(
            text=text,
            sender_name=mail.name,
            address=address,
            message_id=mail.mail.message_id,
            authenticated=mail.proven and usable == mail.address,
            failed=failed,
            receipt=receipt,
            receipted=not (receipt or quarantine or mail.automatic),
            person=owners[0] if owners else "",
            matched=tuple(dict.fromkeys((*found, *people(house, (about,) if about else ())))),
            about=about,
            exclude=exclude,
            exclude_unclear=unclear,
            first_reader=self._first_reader(mail, found, exclude),
            anonymous=lines.anonymous,
            quiet=lines.quiet,
            unreadable=bool(mail.mail.unreadable),
            committee=any(speaks_of_committee(w) for w in (mail.mail.subject, *words)),
            wording="\n".join((mail.mail.subject, *words)),
            linked=max(linked, default=0),
            holds=max(within, default=0),
            apart=tuple(dict.fromkeys(p for no in linked | within for p in self._outside(no))),
        )

    def _reported_in(self, mail: Incoming) -> set[int]:
        """The open cases whose reported person writes this (product.md 4.6)."""
        found = self.house.store.find("reported", fold_address(mail.address))
        numbers = {f.case_no for f in found}
        return {n for n in numbers if self.house.records.case(n).state in ("held", "open")}

    def _outside(self, number: int) -> list[str]:
        """Who may not read what that case's reported person writes, or what holds a letter of that
        case: all but its group.

        The council's contacts are kept: they read when nobody else is left.
        """
        case, roster = self.house.records.case(number), self.house.config.roster
        group = set(case.group) if case.released else {p.id for p in roster.members()}
        return [
            p.id
            for p in roster.people.values()
            if conflicts.out(case, p.id) or (p.office == "member" and p.id not in group)
        ]

    def _free(self, contact: str, mail: Incoming) -> bool:
        """Whether a Contact: address may be the sender's own: not ours, nor somebody else's."""
        owners = self.house.addresses.whose(contact)
        own = set(owners) & set(self.house.addresses.whose(mail.address))
        return not self.house.handles.is_ours(contact) and (not owners or bool(own))

    def _answer_to(self, mail: Incoming) -> str:
        """Where the reporter hears back: at the From, unless that is nobody's own box."""
        reply_to = [a.addr for a in mail.mail.sender_reply_to if a.addr]
        person = reply_to[0] if len(reply_to) == 1 and self._free(reply_to[0], mail) else ""
        if mail.proven and nobodys(mail.mail) and person:
            return person
        if passed_on(mail.mail):  # an answer to the list would tell all of it
            return person if person not in lists_of(mail.mail) else ""
        if mail.address and not self.house.handles.is_ours(mail.address):
            return mail.address
        return ""

    def _receipt_now(self, mail: Incoming, quarantine: str, usable: str) -> bool:
        """At once; to an unconfirmed address, or from the quarantine, one a day."""
        if (quarantine and not mail.proven) or mail.automatic:
            return False
        if mail.proven and not quarantine and usable == mail.address:
            return True
        found = self.house.store.find("receipt", fold(usable))
        today = (f.case_no for f in found if mail.arrival.at - f.at < A_DAY)
        return not self._bear(mail, map(self._theirs, today))

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

    def _about_ok(self, lines: TopLines, mail: Incoming) -> bool:
        """An invalid About: line is ignored (product.md 4)."""
        if not lines.about:
            return False
        forbidden = [w for w in (mail.name, mail.address) if w]
        names, known = several(lines.about), self.house.config.roster
        found = [about_problem(name, known, forbidden) for name in names]
        return len(names) <= MOST_NAMES and not any(found)

    # -- copies

    def _joins(self, mail: Incoming) -> tuple[Case, str] | None:
        """A later mail of the sender's own thread, or the same one again within a day (4.8)."""
        folded = fold(mail.address)
        if not folded:
            return None
        for text in (*mail.mail.in_reply_to, *reversed(mail.mail.references)):
            for found in reversed(self.house.store.find("copy", f"{folded}|{text}")):
                case, ref = self._now_in(found)
                if case.state in ("held", "open"):
                    return case, ref
        if mail.proven and quotes_us(self.house, mail):
            # Whoever answers below our letter, by a program that kept neither tag nor thread, is
            # still in that thread; matched as a report it would keep out every name we wrote.
            sent = {(f.case_no, f.detail): f for f in self.house.store.find("sent-by", folded)}
            mine = [self._now_in(found) for found in sent.values()]
            mine = [one for one in mine if one[0].state in ("held", "open")]
            if len(mine) == 1:
                return mine[0]
        keys = [f"{folded}|{content(self.house, mail)}"]
        if mail.mail.message_id:
            keys.append(f"{folded}|{mail.mail.message_id}")
        for key in keys:
            for found in reversed(self.house.store.find("copy", key)):
                case, ref = self._now_in(found)
                recent = mail.arrival.at - found.at < A_DAY
                if recent and case.state in ("held", "open", "closed"):
                    return case, ref
        return None

    def _now_in(self, found: Found) -> tuple[Case, str]:
        """The case and party of an earlier mail, after any merge."""
        earlier = Handle("reporter", found.case_no, party_number(found.detail), 0)
        handle = self.house.records.landed(earlier)
        return self.house.records.case(handle.case), party_ref(handle.who)

    def _join(self, work: Work, mail: Incoming, case: Case, ref: str) -> None:
        house = self.house
        text = self.house.store.keep_text(case.no, mail.kept)
        kept = party.PartyMail(
            ref, text, "", mail.mail.message_id, same_address=mail.proof.verdict != "fail",
            matched=named_in(house, mail, with_sender=False), note=True, proven=mail.proven,
            exclude=people(house, top_lines(mail.mail.text).exclude),
        )  # fmt: skip
        self.house.sit(work, case, lambda s: party.take(s, kept))
        self._counts(mail, case)
        self._index_copy(mail, case, ref)

    def _index_copy(self, mail: Incoming, case: Case, ref: str) -> None:
        folded, at = fold(mail.address), mail.arrival.at
        if mail.mail.message_id:
            self.house.store.index("copy", f"{folded}|{mail.mail.message_id}", case.no, at, ref)
        words = content(self.house, mail)
        self.house.store.index("copy", f"{folded}|{words}", case.no, at, ref)
