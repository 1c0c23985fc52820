"""Reception: what a mail is, where it belongs and who speaks; decided in this order, once.

The order is product.md 4: our own loop, a letter's return path, an automatic mail, a valid tag,
spam and floods, a member at the alias, a report. Everything is kept before anybody is answered;
nothing here sends anything. Members' mail goes on in speakers.py, reports in reports.py.
"""

from dataclasses import replace

from cocmail import journal, ledger, passing, probing
from cocmail.core import conflicts, fared, mediating
from cocmail.core import entries as e
from cocmail.core.case import Case
from cocmail.core.sitting import Sitting
from cocmail.handles import Handle
from cocmail.house import House, Work
from cocmail.imports import Imports
from cocmail.incoming import Incoming, carried, look
from cocmail.mail.arrival import Arrival
from cocmail.mail.authenticity import Authentication
from cocmail.mail.automatic import from_list
from cocmail.mail.bounces import DeliveryReport, delivery_report, loose_report
from cocmail.parties import Parties
from cocmail.records import PARTY_BIT, of_party, party_ref, party_tag
from cocmail.reports import Reports
from cocmail.shared import through_a_list
from cocmail.speakers import Speakers


class Reception:
    """Takes mails into one house."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.reports = Reports(house)
        self.parties = Parties(house)
        self.speakers = Speakers(house, Imports(house, self.reports))

    def is_ours(self, address: str) -> bool:
        """Whether a recipient is the alias, a published form of it, or a handle of ours."""
        published = self.house.handles.published(address)
        if published is not None and published.person:
            return published.person in self.house.config.roster.people
        return self.house.handles.is_ours(address)

    def kept(self, arrival: Arrival) -> bool:
        """Whether this very mail was kept before, by whichever way it came."""
        return bool(self.house.store.find("mail", look(self.house, arrival, None).digest))

    def take(self, arrival: Arrival, dkim: Authentication | None = None) -> None:
        """Keep one mail and decide what follows. Raises nothing that concerns the sender.

        `dkim` is our own verification, where no relay is trusted with it.
        """
        house = self.house
        incoming = look(house, arrival, dkim)
        if house.store.find("mail", incoming.digest):
            with house.batch():
                ledger.count(house.store, "repeats")
            journal.note("dropped", bytes=len(arrival.raw))
            return

        def act(work: Work) -> None:
            self._route(work, incoming)
            house.store.index("mail", incoming.digest, 0, arrival.at, "")
            passing.unstick(house.store, arrival)
            ledger.count(house.store, work.place)

        with house.batch():
            house.once(arrival.at, incoming.digest, act)

    # -- routing ---------------------------------------------------------------------------------

    def _route(self, work: Work, mail: Incoming) -> None:
        house = self.house
        mark = house.handles.loop_mark()
        ours = mark in (value.strip() for value in mail.mail.all("x-loop"))
        if probing.came(house, work, mail, ours=ours, spam=self.reports.spam(mail)):
            work.place = "loops"
            return
        if ours:
            work.place = "loops"
            count = int(house.store.setting("loops") or "0") + 1
            house.store.set_setting("loops", str(count))
            journal.note("dropped", loops=count)
            return
        handles = self._handles(mail)
        bounced = next((h for h in handles if h.kind == "bounce"), None)
        report = delivery_report(mail.arrival.raw)
        if report is None and (bounced or mail.automatic):
            report = loose_report(mail.arrival.raw)
        by_id = bounced is None and report is not None
        if report is not None and by_id:
            bounced = house.handles.read_message_id(report.original_message_id)
        if bounced is not None:
            self._bounced(work, mail, bounced, report, by_id=by_id)
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
        found = [h for h in map(house.handles.read_address, said) if h is not None]
        if found:  # the envelope's first; the others tell whether two cases are named
            landed = [house.records.landed(h) for h in dict.fromkeys(found)]
            # Beside a tag of the sender's own, another's is no more than a copy: in whichever
            # order a relay hands them in, the mail is theirs.
            return sorted(landed, key=lambda h: not self._own(h, mail))
        by_id = self._by_message_id(mail)
        return [by_id] if by_id else []

    def _own(self, handle: Handle, mail: Incoming) -> bool:
        """Whether a tag is that of the very person from whom the mail says it is."""
        if of_party(handle):
            case, ref = self.house.records.case(handle.case), party_ref(handle.who)
            return ref in case.parties and self.parties.owns(case, ref, mail.address)
        person = self.house.records.person_of(handle.who)
        return person in self.house.addresses.whose(mail.address)

    def _by_message_id(self, mail: Incoming) -> Handle | None:
        """A keyed Message-ID of ours together with the right sender; never the id alone."""
        house = self.house
        for text in (*mail.mail.in_reply_to, *reversed(mail.mail.references)):
            handle = house.handles.read_message_id(text)
            if handle is None or handle.case == 0:
                continue
            case = house.records.case(handle.case)
            if handle.who & PARTY_BIT:
                letter = case.letter(handle.number)
                other = dict(letter.about).get("with", "") if letter else ""  # JU-42
                ref = party_ref(handle.who)
                made = house.records.landed(party_tag(case.no, ref, other))
                home, ref = house.records.case(made.case), party_ref(made.who)
                if ref in home.parties and self.parties.owns(home, ref, mail.address):
                    return made
                continue
            person = house.records.person_of(handle.who)
            if person and person in house.addresses.whose(mail.address):
                generation = case.generation.get(person, 0)
                return Handle("member", case.no, handle.who, generation)
        return None

    # -- a valid tag

    def _tagged(self, work: Work, mail: Incoming, handles: list[Handle]) -> None:
        house = self.house
        handle = handles[0]
        if not house.store.entries(handle.case)[:1]:
            # The case is erased: it is mail to the alias. But what a machine still says of it is an
            # event: a line in the quarantine would tell whoever was kept out (promise 4).
            if mail.automatic:
                self._bounced(work, mail, handle, None, by_id=False)
            else:
                self._at_alias(work, mail)
            return
        case = house.records.case(handle.case)
        work.place = "members"
        if locked := self._locked(mail):
            self.speakers.unread(work, mail, case, locked)
            return
        if of_party(handle):
            if party_ref(handle.who) not in case.parties:
                self._at_alias(work, mail)
                return
            mine = [h for h in handles if (h.kind, h.case, h.who) == (handle.kind, case.no,
                                                                      handle.who)]  # fmt: skip
            work.place = "cases"
            self.parties.take(work, mail, case, mine)
            return
        person = house.records.person_of(handle.who)
        if not person:
            self._at_alias(work, mail)
            return
        gone = person not in house.config.roster.people or person in house.records.house.locks
        if gone or person in house.records.house.seats.suspended():
            # Who left, or whose mailbox is locked, has no way in; what comes is read by nobody.
            self.speakers.unread(work, mail, case, person)
            return
        if handle.kind == "held":
            self.speakers.held_answer(work, mail, case, person, handle.number)
            return
        if handle.number != case.generation.get(person, 0):
            # A tag that was replaced leads nowhere; the member's own answer to an old mail is
            # known by its thread, like one whose tag was lost.
            thread = self._by_message_id(mail)
            if thread is None or (thread.case, thread.who) != (case.no, handle.who):
                self.speakers.by_old_tag(work, mail, case, person)
                return
        others = self._others(mail, handles, case, person)
        self.speakers.from_member(work, mail, case, person, others=others)

    def _locked(self, mail: Incoming) -> str:
        """Whose locked mailbox this comes from, or says that it does (A20)."""
        owners = self.house.addresses.whose(mail.address)
        return self.house.records.house.locks.among(owners)

    def _others(
        self, mail: Incoming, handles: list[Handle], case: Case, person: str
    ) -> tuple[int, ...]:
        """More cases of this member that the mail names, by a tag or by what it answers.

        A case that they are out of is no case of theirs, and counts as if it were not there.
        """
        house = self.house
        named = {h.case for h in handles if h.kind == "member"}
        if person in house.addresses.whose(mail.address):
            said = (*mail.mail.in_reply_to, *mail.mail.references)
            by_id = filter(None, map(house.handles.read_message_id, said))
            named |= {h.case for h in by_id if house.records.person_of(h.who) == person}
            named |= {no for no, whose in carried(house, mail) if whose == person} - {case.into}
        return self._open_to(person, named - {0, case.no})

    def _open_to(self, person: str, numbers: set[int]) -> tuple[int, ...]:
        """Those of these cases that are there, and that this person is not out of."""
        found = [self.house.records.case(no) for no in sorted(numbers)]
        return tuple(
            one.no for one in found
            if one.state in ("held", "open", "closed") and not conflicts.out(one, person)
        )  # fmt: skip

    # -- bounces

    def _bounced(
        self,
        work: Work,
        mail: Incoming,
        handle: Handle,
        report: DeliveryReport | None,
        *,
        by_id: bool,
    ) -> None:
        """An event of the letter that bounced; never a case, never answered, shown to nobody.

        The letter is known by its return path, or by its Message-ID in the report. A report about
        no letter of ours is a machine's mail like any other.
        """
        house = self.house
        work.place = "letters"
        number = handle.case
        if number and not house.store.entries(number)[:1]:
            number = 0
        if not number and report is None and not mail.automatic:
            # No machine wrote it, and its case is erased or there was none: not answered, not lost.
            self.reports.take(work, replace(mail, automatic="return path"), quarantine="automatic")
            return
        case = house.records.case(number)
        letter = case.letter(handle.number)
        # A bounce quotes what it returns: what passed is kept nowhere (JU-42), and no word of a
        # case in the log of the house.
        passed_on = letter is not None and letter.template in (mediating.TALK, "talk")
        bare = not number or passed_on
        text = 0 if bare else house.store.keep_text(case.no, mail.arrival.raw)
        failed = report is not None and report.action == "failed"
        if letter is None or (by_id and fared.heard_since(case, letter)):
            failed = False

        def act(sitting: Sitting) -> None:
            sitting.add(e.MailKept(sitting.number(), "", "bounce", text, ""))
            if letter is not None and report is not None and failed:
                fared.failed(sitting, letter.errand, letter.template, letter.reader,
                             letter.about, 550, report.status)  # fmt: skip

        house.sit(work, case, act)

    # -- the alias

    def _at_alias(self, work: Work, mail: Incoming) -> None:
        house = self.house
        from_us = bool(mail.address) and house.handles.is_ours(mail.address)
        people = house.addresses.whose(mail.address)
        known, out = house.config.roster.people, house.records.house.seats.suspended()
        offices = ("member", "delegate", "council")
        members = [p for p in people if known[p].office in offices or known[p].contact]
        members = [p for p in members if p not in out]
        locked = self._locked(mail)
        work.place = "members"
        if members and mail.proven and not locked:
            self._list_seen(work, mail, members[0])
        if mail.automatic or from_us:
            why = "list" if from_list(mail.mail, mail.automatic) else "automatic"
            self.reports.take(work, mail, quarantine="loop" if from_us else why)
        elif self.reports.spam(mail):
            self.reports.take(work, mail, quarantine="spam")
        elif locked:  # no line of it runs; a member may release what is a report (A20)
            self.reports.take(work, mail, quarantine="locked")
        elif members and self._of_member(work, mail, members[0]):
            return
        elif self.reports.abused(mail):
            self.reports.take(work, mail, quarantine="abuse")
        elif self.reports.above_limits(mail):
            self.reports.take(work, mail, quarantine="limit")
        else:
            self.reports.take(work, mail)

    def _of_member(self, work: Work, mail: Incoming, person: str) -> bool:
        """Commands without a case, or a letter of theirs that they sent on to the alias: that is no
        report and runs nothing, each of its cases asks whether it is meant (product.md 3). False
        for a report."""
        if self.speakers.at_alias(work, mail, person, proven=mail.proven):
            return True
        own = {no for no, whose in carried(self.house, mail) if whose == person}
        numbers = self._open_to(person, own)
        for no in numbers:
            self.speakers.ask_which(work, mail, self.house.records.case(no), person)
        return bool(numbers)

    def _list_seen(self, work: Work, mail: Incoming, person: str) -> None:
        """PS-02, outside any case: the chair's status says it, until a mail comes without."""
        seen = through_a_list(mail)
        if seen != (person in self.house.records.house.lists):
            house = self.house
            house.sit(work, house.records.case(0), lambda s: s.add(e.ListSeen(person, seen)))
