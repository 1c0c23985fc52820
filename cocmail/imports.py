"""IMPORT: a member or an event's delegate brings in a report that came to them elsewhere.

The original, attached or below the line, becomes the report; the one who brought it is no reporter
and, as a delegate, no reader either (GC-01, GC-07, JU-10). A copy of a report that is here already
joins its case by the Message-ID inside.
"""

import re
from dataclasses import dataclass, replace

from cocmail.core import entries as e
from cocmail.core import intake, party
from cocmail.core.audience import One
from cocmail.core.case import Case
from cocmail.core.commands.acting import tell_act
from cocmail.core.commands.registry import Refuse, Turn
from cocmail.core.keywords import Line, Reading
from cocmail.core.sitting import Sitting
from cocmail.house import House, Work
from cocmail.incoming import Incoming, fold, look, people
from cocmail.mail.arrival import Arrival
from cocmail.mail.twin import one_line
from cocmail.reports import Reports
from cocmail.toplines import top_lines

_FROM = re.compile(r"^[> \t]*From:[ \t]*(?P<who>\S.*)$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Brought:
    """Who brought it, and what the lines beside IMPORT say."""

    person: str
    exclude: tuple[str, ...]
    acts: tuple[Line, ...]
    anonymous: bool


@dataclass(slots=True)
class Imports:
    """Takes imported reports into one house."""

    house: House
    reports: Reports

    def take(self, work: Work, mail: Incoming, person: str, reading: Reading) -> None:
        """The report of an authenticated IMPORT mail, new or joined, and the answer (T42)."""
        anonymous = any(line.arguments.get("anon") for line in reading.lines)
        named = [line.arguments["name"] for line in reading.lines if line.arguments.get("name")]
        exclude = people(self.house, tuple(named))
        acts = tuple(line for line in reading.lines if line.verb == "ACTED")
        brought = _Brought(person, exclude, acts, anonymous)
        original = self._original(mail, reading, anonymous=anonymous)
        known = self._known(original)
        if known is not None and person not in known.excluded:
            self._join(work, original, known, brought)
        else:
            self._open(work, original, brought)

    def _original(self, mail: Incoming, reading: Reading, *, anonymous: bool) -> Incoming:
        """The attached message, or the words below the line under the sender they name."""
        raw = next(
            (p.content for p in mail.mail.attachments if p.content_type == "message/rfc822"), b""
        )
        if not raw:
            found = None if anonymous else _FROM.search(mail.mail.text)
            sender = f"From: {one_line(found['who'])}\r\n" if found else ""
            subject = one_line(mail.mail.subject)
            # Members read a name at the most, never the address; of ANON not even that (B-23).
            words = _FROM.sub("", reading.talk or mail.mail.text)
            raw = f"{sender}Subject: {subject}\r\n\r\n{words}\r\n".encode("utf-8", "replace")
        arrival = mail.arrival
        made = Arrival(raw, "imported", (), arrival.door, arrival.peer, arrival.at)
        seen = look(self.house, made, None)
        return replace(seen, proof=replace(seen.proof, verdict="none"), automatic="")

    def _known(self, original: Incoming) -> Case | None:
        """The case that this very mail opened already, whoever brings the copy."""
        if not original.mail.message_id or not original.address:
            return None
        key = f"{fold(original.address)}|{original.mail.message_id}"
        for found in reversed(self.house.store.find("copy", key)):
            case = self.house.records.case(found.case_no)
            if case.state in ("held", "open", "closed"):
                return case
        return None

    def _join(self, work: Work, original: Incoming, case: Case, brought: _Brought) -> None:
        text = self.house.store.keep_text(case.no, original.kept)
        kept = party.PartyMail(
            "R1", text, "", original.mail.message_id, same_address=False, note=True
        )

        def act(sitting: Sitting) -> None:
            party.take(sitting, kept)
            _said(sitting, replace(brought, anonymous=False))

        self.house.sit(work, case, act)

    def _open(self, work: Work, original: Incoming, brought: _Brought) -> None:
        house = self.house
        case = house.new_case(work)
        text = house.store.keep_text(case.no, original.kept)
        lines = top_lines(original.mail.text)
        report = self.reports.as_report(original, case, text, lines, "")
        if brought.anonymous:
            report = replace(report, anonymous=True, address=0, sender_name="")

        def act(sitting: Sitting) -> None:
            intake.open_case(sitting, report)
            _said(sitting, brought)

        house.sit(work, case, act)
        if original.mail.message_id and original.address:
            key = f"{fold(original.address)}|{original.mail.message_id}"
            house.store.index("copy", key, case.no, work.now, "R1")


def _said(sitting: Sitting, brought: _Brought) -> None:
    case, person = sitting.case, brought.person
    sitting.add(e.Imported(person, brought.anonymous))
    for other in brought.exclude:
        if other not in case.excluded:
            sitting.add(e.Excluded(other, "screener", person))
        sitting.add(e.NamedFirst(sitting.frame.roster.people[other].name))  # GC-07
    known = sitting.frame.roster.people[person]
    if known.office == "delegate" and len(known.spaces) == 1 and not case.space:
        sitting.add(e.SpaceSet(known.spaces[0], person))  # NF-01: the event of the delegate
    for line in brought.acts:  # what was done there already (JU-10)
        if isinstance(tell_act(Turn(sitting, person, line), person), Refuse):
            n = len(case.urgency.acts) + 1
            sitting.add(e.ActedAlone(n, person, line.echo, sitting.now, reported=True))
    sitting.write("import-receipt", One(person))
