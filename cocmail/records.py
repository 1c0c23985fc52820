"""What the house has on record: cases folded from the log, and the texts they speak of.

A case in memory is only a fold that was kept; forget it and it is folded again. Writing is
house.py's; who may see any of this is the gate's.
"""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.case import Case, House
from cocmail.core.fold import fold
from cocmail.core.people import Roster, fold_name
from cocmail.core.procedure import Procedure
from cocmail.core.quarantine import Waiting, waiting
from cocmail.handles import Handle, HandleKind, Handles
from cocmail.mail.parse import Mail, parse
from cocmail.passing import with_hidden
from cocmail.seating import procedure
from cocmail.store import Row, Store

CASES_IN_MEMORY = 2000
MAILS_IN_MEMORY = 8
LARGE = 200_000  # bytes; of larger mails only the last one is kept parsed

# Where the numbers of each kind of party begin; M are mediators. All stay below PARTY_BIT.
_PARTY_BASES = {"R": 0, "W": 8192, "A": 16384, "M": 20480, "P": 24576}
PARTY_BIT = 0x8000


AWAY = "mailbox-away"  # the setting: since when the hosted mailbox cannot be opened
AWAY_LONG = timedelta(hours=1)  # a provider's hiccup is nobody's news


class Records:
    """Cases, texts and handles, read from one store."""

    def __init__(self, store: Store, handles: Handles, roster: Roster) -> None:
        self.store = store
        self.handles = handles
        self.roster = roster
        self.house = House()
        self._until: datetime | None = None
        self._cases: OrderedDict[int, Case] = OrderedDict()
        self._waiting: dict[int, Waiting] = {}
        self._rules: dict[str, Procedure] = {}
        self._mails: OrderedDict[tuple[int, int], Mail] = OrderedDict()
        self.case(0)

    # -- cases -----------------------------------------------------------------------------------

    def case(self, no: int) -> Case:
        """The fold of one case; case 0 is the house."""
        kept = self._cases.get(no)
        if kept is not None:
            self._cases.move_to_end(no)
            return kept
        case = Case(no)
        if no == 0:
            self.house = House()
        for row in self.entries(no):
            entry = e.read(row.kind, row.payload)
            if isinstance(entry, e.CaseErased):
                entry = with_hidden(self.store, entry)
            fold(case, entry, row.at, self.house if no == 0 else None)
        self._cases[no] = case
        while len(self._cases) > CASES_IN_MEMORY:
            oldest = next(n for n in self._cases if n)
            del self._cases[oldest]
        return case

    def entries(self, no: int) -> Iterator[Row]:
        """The facts of one case, as far as this moment in the log goes."""
        for row in self.store.entries(no):
            if self._until is None or row.at <= self._until:
                yield row

    @contextmanager
    def as_of(self, moment: datetime) -> Iterator[None]:
        """Everything folded up to a past moment and no further: to look, never to write."""
        self._until = moment
        self.forget_all()
        try:
            yield
        finally:
            self._until = None
            self.forget_all()

    def rules(self, case: Case, now: Procedure) -> Procedure:
        """The rules a case was opened under, as long as the log knows them (JU-03)."""
        kept = self.house.seats.rules.get(case.rules)
        if kept is None or case.rules == now.hash:
            return now
        if case.rules not in self._rules:
            self._rules[case.rules] = procedure(kept, now)
        return self._rules[case.rules]

    def forget(self, *numbers: int) -> None:
        """Drop folds that may hold what was never committed."""
        for no in numbers:
            self._cases.pop(no, None)
            self._waiting.pop(no, None)
        if 0 in numbers:
            self.case(0)

    def erase(self, no: int) -> None:
        """Nothing of an erased case stays in memory either."""
        self._cases.pop(no, None)
        self._waiting.pop(no, None)
        for key in [key for key in self._mails if key[0] == no]:
            del self._mails[key]

    def forget_all(self) -> None:
        """Drop every fold."""
        self._cases.clear()
        self._waiting.clear()
        self._mails.clear()
        self.case(0)

    def cases(self, *states: str) -> Iterator[Case]:
        """Every case in one of these states, oldest first."""
        for row in self.store.case_rows(states or None):
            if row.no:
                yield self.case(row.no)

    def written(self, case: Case) -> None:
        """New facts of this case are in the log."""
        line = waiting(case)
        if line is None:
            self._waiting.pop(case.no, None)
        else:
            self._waiting[case.no] = line

    def waiting(self) -> Iterator[Waiting]:
        """Every mail in quarantine, oldest first, without folding ten thousand cases each time."""
        for row in self.store.case_rows(("quarantine",)):
            if row.no not in self._waiting:
                self.written(self.case(row.no))
            if row.no in self._waiting:
                yield self._waiting[row.no]

    def reported(self, name: str) -> tuple[Case, ...]:
        """The cases with a reported person of this name, by the keyed index (PS-30)."""
        known = self.roster.named(name)
        keys = [fold_name(name), *(f"id:{p.id}" for p in known if len(known) == 1)]
        found = {row.case_no for key in keys for row in self.store.find("person", key)}
        return tuple(self.case(no) for no in sorted(found))

    def keeps_out(self, no: int, person: str) -> bool:
        """Whether this person is, or was until it was erased, out of the case of this number."""
        erased = self.house.past.erased.get(no)
        return person in erased.hidden if erased else conflicts.out(self.case(no), person)

    def banned(self) -> tuple[Case, ...]:
        """The cases with a row in the bans register (JU-29)."""
        found = {row.case_no for row in self.store.find("bans", "register")}
        return tuple(self.case(no) for no in sorted(found))

    def named(self, code: str) -> Case | None:
        """The case of this code name."""
        found = self.store.find("code", " ".join(code.casefold().split()))
        return self.case(found[-1].case_no) if found else None

    def away(self, now: datetime) -> datetime | None:
        """Since when the hosted mailbox cannot be opened, where that is longer than a hiccup."""
        since = self.store.setting(AWAY)
        began = datetime.fromisoformat(since) if since else None
        return began if began and now - began >= AWAY_LONG else None

    # -- texts -----------------------------------------------------------------------------------

    def text(self, case_no: int, ref: int) -> bytes:
        """A sealed text; b"" when it is gone."""
        return self.store.text(case_no, ref) if ref else b""

    def address(self, case_no: int, ref: int) -> str:
        """A sealed address, "" when there is none."""
        return self.text(case_no, ref).decode("utf-8", "surrogateescape")

    def mail(self, case_no: int, ref: int) -> Mail:
        """A kept mail, parsed."""
        key = (case_no, ref)
        if key in self._mails:
            self._mails.move_to_end(key)
            return self._mails[key]
        raw = self.text(case_no, ref)
        if len(raw) > LARGE:
            self._mails.clear()
        mail = self._mails[key] = parse(raw)
        while len(self._mails) > MAILS_IN_MEMORY:
            self._mails.popitem(last=False)
        return mail

    # -- handles ---------------------------------------------------------------------------------

    def person_of(self, number: int) -> str:
        """The configured person with this number, "" if nobody has it."""
        return next((p for p, n in self.house.numbers.items() if n == number), "")

    def member_handle(self, case: Case, person: str) -> str:
        """The c-address of one member in one case."""
        number = self.house.numbers[person]
        generation = case.generation.get(person, 0)
        known = self.roster.people.get(person)
        inside = known is None or known.office == "member" or person in case.been_in
        kind: HandleKind = "member" if inside else "outside"
        return self.handles.address(Handle(kind, case.no, number, generation))

    def held_handle(self, case: Case, person: str, n: int) -> str:
        """The one-time c-address that answers for one held mail."""
        return self.handles.address(Handle("held", case.no, self.house.numbers[person], n))

    def party_handle(self, case: Case, ref: str, other: str = "") -> str:
        """The r- or p-address of one party, the o-address of a mediator.

        With `other` what is sent there goes on to that one, between a party and the mediator
        (JU-42); otherwise it is mail to the committee.
        """
        return self.handles.address(party_tag(case.no, ref, other))

    def message_id(self, case_no: int, reader: str, errand: int) -> str:
        """The Message-ID of one errand, the same at every attempt; errand 0 is the thread."""
        return self.handles.message_id(Handle("message", case_no, self.reader_number(reader),
                                              errand))  # fmt: skip

    def reader_number(self, reader: str) -> int:
        """The number inside tags of "member:ana" or "party:R1"."""
        kind, who = reader.split(":", 1)
        if kind == "party":
            return PARTY_BIT | party_number(who)
        return self.house.numbers.get(who, 0)

    def bounce_handle(self, case_no: int, reader: str, errand: int) -> str:
        """The return path of one letter."""
        number = self.reader_number(reader)
        return self.handles.address(Handle("bounce", case_no, number, errand))

    def landed(self, handle: Handle) -> Handle:
        """The handle as it stands after merges and splits: where the party is one now."""
        case = self.case(handle.case)
        while handle.kind in ("reporter", "reported"):
            ref = party_ref(handle.who)
            if case.state == "merged":
                target = self.case(case.into)
                refs = next(
                    (dict(a.refs) for a in reversed(target.absorbed) if a.case == case.no), {}
                )
                ref = refs.get(ref, "")
            elif ref in case.links.moved:
                number, ref = case.links.moved[ref]
                target = self.case(number)
            else:
                break
            if not ref:
                break
            handle = replace(handle, case=target.no, who=party_number(ref))
            case = target
        return handle


def party_tag(case_no: int, ref: str, other: str = "") -> Handle:
    """The tag of a party: to the committee, or on to `other` (its number plus one)."""
    number = party_number(other) + 1 if other else 0
    if ref.startswith("M"):  # among the o-tags; the bit keeps it apart from people of the roster
        return Handle("outside", case_no, PARTY_BIT | party_number(ref), number)
    kind: HandleKind = "reported" if ref.startswith("P") else "reporter"
    return Handle(kind, case_no, party_number(ref), number)


def of_party(handle: Handle) -> bool:
    """Whether a tag is a party's or a mediator's, and not a configured person's."""
    mediator = handle.kind == "outside" and bool(handle.who & PARTY_BIT)
    return handle.kind in ("reporter", "reported") or mediator


def party_number(ref: str) -> int:
    """R1, W2, A1, M1 and P3 as the number inside a tag."""
    return _PARTY_BASES[ref[0]] + int(ref[1:])


def party_ref(number: int) -> str:
    """The reference of a party's number."""
    plain = number & ~PARTY_BIT
    base, letter = max((base, k) for k, base in _PARTY_BASES.items() if base <= plain)
    return f"{letter}{plain - base}"
