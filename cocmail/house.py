"""The house: events in, facts and errands out, one transaction. The one writer.

handle(events) decides each event in turn, a savepoint each, and commits once; only then is
anybody answered. What a mail is and where it belongs is reception.py's, what follows from a case
core.decide's, who gets a letter the gate's. An errand is made into a letter at every attempt.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import get_args

from cocmail import journal, seating, taking
from cocmail.config import Config
from cocmail.core import clocks, decide, fared, fetching, locking, retention
from cocmail.core import entries as e
from cocmail.core.audience import Draft
from cocmail.core.case import Case
from cocmail.core.case import House as HouseFold
from cocmail.core.conflicts import Frame
from cocmail.core.fetching import WAITS
from cocmail.core.quarantine import LISTED
from cocmail.core.retry import retry_after
from cocmail.core.sitting import NEW, Sitting
from cocmail.counsel import Counsellor
from cocmail.doors import BUNDLED
from cocmail.errands import errand, leave_waiting, payload
from cocmail.gate import Errand, Gate, Parked, Withheld
from cocmail.handles import Handles
from cocmail.indexing import index
from cocmail.keyring import Keyring
from cocmail.keys import Keys
from cocmail.ledger import Place
from cocmail.mail.letter import Deferred, Fared, Letter, Refused, Sent
from cocmail.passing import Passing
from cocmail.records import Records
from cocmail.render import Renderer
from cocmail.roster import Addresses
from cocmail.sight.whole import listed
from cocmail.store import ErrandRow, Store

# After one of these facts a parked letter may be free to go.
_FREEING = (e.AddressConfirmed, e.Resumed, e.Cleared, e.Admitted, e.PartyNamed, e.Departed,
            e.Fetched)  # fmt: skip
_OF_THE_HOUSE = (*get_args(e.HouseFact), *get_args(e.RuleFact), *get_args(e.PastFact),
                 *get_args(e.LockFact), *get_args(e.ProbeFact))  # fmt: skip
_UNLOCKING = (e.ChangeDropped, e.ChangeTaken, e.LockEnded)
ERASED_AT_ONCE = 20  # of ten thousand junk mails no more in one turn: a report never waits
OUTAGE = timedelta(minutes=1)  # a shorter stop is a restart


@dataclass(slots=True)
class Work:
    """What one event has touched so far, to be forgotten if it fails."""

    now: datetime
    seed: str
    touched: set[int]
    place: Place | None = None  # where the mail went


class House:
    """Everything the daemon knows and decides; no socket, no clock, no thread of its own."""

    def __init__(
        self, config: Config, store: Store, keys: Keys, renderer: Renderer, words: Sequence[str]
    ) -> None:
        committee = config.committee
        self.file = config  # as the operator wrote it
        self.config = config  # as it is in force: the log's roster and rules
        self.store = store
        self.handles = Handles(
            keys.named("tags"), committee.alias, committee.subaddress, committee.tag_domain
        )
        self.addresses = Addresses(config.addresses)
        self.records = Records(store, self.handles, config.roster)
        self._renderer = renderer
        self.gate = Gate(config, self.records, renderer, self.addresses)
        self.zone = committee.timezone
        self._words = words
        self._dice = keys.named("dice")
        self._in_batch = False
        self._seen: tuple[HouseFold, int] | None = None
        self._adopt()
        self._leaving: dict[int, tuple[tuple[str, str], ...]] = {}  # on its way, and what it tells
        self._noticed: set[int] = set()  # errands in whose place a notice leaves

    @property
    def keyring(self) -> Keyring:
        """The OpenPGP keys, as the gate has them."""
        return self.gate.keyring

    # -- frame -----------------------------------------------------------------------------------

    def frame(self, now: datetime, case: Case | None = None) -> Frame:
        """What a decision at this moment is made in; an older case keeps its rules (JU-03)."""
        self._adopt()
        config = self.config
        rules = self.records.rules(case, config.procedure) if case else config.procedure
        return Frame(
            config.roster, rules, self.records.house, self.zone, now, config.screening.turn
        )

    def _adopt(self) -> None:
        """The roster and the rules are what the log says, once it says something."""
        known = self.records.house
        seen = (known, known.seats.stamp)
        if self._seen and self._seen[0] is known and self._seen[1] == seen[1]:
            return
        self._seen = seen
        seats = known.seats
        if not seats.people:
            return
        now = seating.seated(seats, lambda n: self.records.address(0, n))
        kept = seats.rules.get(seats.rules_now)
        rules = seating.procedure(kept, self.file.procedure) if kept else self.file.procedure
        self.config = replace(
            self.file, roster=now.roster, addresses=now.addresses, procedure=rules
        )
        self.addresses = Addresses(now.addresses, now.former)
        self.records.roster = now.roster
        self.gate = Gate(self.config, self.records, self._renderer, self.addresses)

    def dice(self, seed: str) -> Callable[[str], int]:
        """Dice keyed by the event: the same event throws the same numbers in any world."""

        def throw(label: str) -> int:
            said = f"{seed}|{label.partition(':')[2]}".encode()
            return int.from_bytes(hmac.digest(self._dice, said, hashlib.sha256)[:8])

        return throw

    # -- a sitting -------------------------------------------------------------------------------

    def sit(self, work: Work, case: Case, decide_it: Callable[[Sitting], None]) -> None:
        """Decide one event over one case, let the rules settle, and write what follows."""
        frame = self.frame(work.now, case)
        counsel = Counsellor(
            self.config, self.records, self.gate, self.addresses, self._words, frame
        )
        work.touched.add(case.no)
        sitting = Sitting(case, frame, self.dice(f"{work.seed}|{case.count}"), counsel)
        decide_it(sitting)
        if case.no:
            decide.settle(sitting)
        self._write(work, sitting)
        for no, then in (*sitting.elsewhere, *locking.spread(sitting.entries, self.records.cases)):
            self.sit(work, self.new_case(work) if no == NEW else self.records.case(no), then)
        if any(isinstance(entry, e.Expunged) for entry in sitting.entries):
            self.store.erase(case.no)
            self.records.erase(case.no)

    def _write(self, work: Work, sitting: Sitting) -> None:
        case, now = sitting.case, work.now
        said = Passing(self.store, case, sitting.frame)
        for entry in sitting.entries:
            no = 0 if isinstance(entry, _OF_THE_HOUSE) else case.no
            kept = said.kept(entry)
            if kept is not None:
                self.store.append(no, type(kept).__name__, now, e.write(kept))
            index(self.records, self.addresses, case, entry, now)
            if isinstance(entry, _OF_THE_HOUSE):
                work.touched.add(0)
        for draft in sitting.drafts:
            self._want(sitting, draft, said.transit(dict(draft.about)))
        if any(isinstance(entry, _FREEING) for entry in sitting.entries):
            self._free_parked(case, now)
        if any(isinstance(entry, _UNLOCKING) for entry in sitting.entries):
            for row in self.store.case_rows():  # whose access had ended may have it again
                self._free_parked(self.records.case(row.no), now)
        if case.no:
            self.store.set_case(case.no, case.state, clocks.next_due(case, sitting.frame))
            self.records.written(case)

    def _want(self, sitting: Sitting, draft: Draft, words: int) -> None:
        """A draft becomes an errand for each of its readers, as things stand now."""
        case = sitting.case if draft.case is None else self.records.case(draft.case)
        now, due = sitting.now, draft.due or sitting.now
        if draft.bundle:
            due = clocks.bundle_at(now, sitting.frame.rules.internal_bundle, self.zone)
        for reader in self.gate.readers(draft.to, case, sitting.frame):
            if draft.bundle and self._bundle_waits(case.no, draft, reader):
                continue
            sealed = payload(draft.template, reader, draft.about)
            self.store.add_errand(case.no, due, now, sealed, draft.transit or words or None)

    def _bundle_waits(self, case_no: int, draft: Draft, reader: str) -> bool:
        """Whether a bundle that takes this along is still to be made; not one on its way."""
        whose = dict(draft.about).get("bundle")
        waiting = (errand(row) for row in self.store.errands_of(case_no))
        return any(
            (one.template, one.reader) == (draft.template, reader)
            and dict(one.about).get("bundle") == whose
            and not {"asks", "mail", WAITS} & dict(one.about).keys()
            and one.id not in self._leaving
            for one in waiting
        )

    def _free_parked(self, case: Case, now: datetime) -> None:
        for row in self.store.errands_of(case.no):
            if row.due_at is None or row.transit:  # words that wait are parked with an end
                self.store.reschedule(row.id, now, row.attempts)

    def new_case(self, work: Work) -> Case:
        """A case number for a first mail, and an empty case."""
        no = self.store.next_case()
        work.touched.add(no)
        return self.records.case(no)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction around whatever is decided inside; an outer one takes it along."""
        if self._in_batch:
            yield
            return
        self._in_batch = True
        try:
            with self.store.batch():
                yield
        except BaseException:
            self.records.forget_all()  # nothing of it was written
            raise
        finally:
            self._in_batch = False

    # -- one transaction -------------------------------------------------------------------------

    def once(self, now: datetime, seed: str, act: Callable[[Work], None]) -> None:
        """Run one event in a step of the open batch; a failure leaves nothing of it anywhere."""
        work = Work(now, seed, set())
        try:
            with self.store.step():
                act(work)
        except BaseException:
            self.records.forget(*work.touched)
            raise

    # -- the start and the clock -----------------------------------------------------------------

    def begin(self, now: datetime) -> None:
        """At every start: number new people, begin the rota once, note how long nobody ran."""

        def act(work: Work) -> None:
            self.sit(work, self.records.case(0), lambda s: self._begin(s, now))

        with self.batch():
            self.once(now, "begin", act)
            self.store.set_setting("pulse", now.isoformat())

    def _begin(self, sitting: Sitting, now: datetime) -> None:
        house = self.records.house
        if house.rota_began is None:
            sitting.add(e.RotaBegan())
        taking.the_file(sitting, self.file, self.records)
        last = self.store.setting("pulse")
        if last and now - datetime.fromisoformat(last) > OUTAGE:
            sitting.add(e.Outage(datetime.fromisoformat(last), now, down=True))
            journal.note("outage")

    def jumped(self, since: datetime, now: datetime) -> None:
        """The clock jumped while the daemon ran: what cannot be undone waits (promise 8)."""

        def act(work: Work) -> None:
            span = (min(since, now), max(since, now))
            self.sit(work, self.records.case(0), lambda s: s.add(e.Outage(*span, down=False)))

        with self.batch():
            self.once(now, "jump", act)
        journal.note("clock-jump")

    def tick(self, now: datetime) -> None:
        """Let every case whose moment has come say what it has to say."""
        if over := self.store.transit_over(now):  # held mails that nobody answered
            with self.batch():
                self.store.end_transit(*over)
        unjudged = 0
        for no in self.store.due_cases(now):
            case = self.records.case(no)
            unjudged += case.state == "quarantine"
            if case.state == "quarantine" and unjudged > ERASED_AT_ONCE:
                continue

            def act(work: Work, case: Case = case) -> None:
                self.sit(work, case, lambda _: None)

            try:
                with self.batch():
                    self.once(now, f"tick|{no}|{case.count}", act)
            except Exception as error:  # noqa: BLE001 - one case never stops the others' clocks
                journal.note("trouble", cause=journal.cause(error))

    def forget(self, no: int, now: datetime) -> None:
        """Erase a case at the operator's word: its key goes, a tombstone stays (product.md 8)."""

        def act(work: Work) -> None:
            self.sit(work, self.records.case(no), lambda s: retention.erase(s, "operator"))

        with self.batch():
            self.once(now, f"forget|{no}", act)

    def pulse(self, now: datetime) -> None:
        """Remember that somebody ran at this moment."""
        with self.batch():
            self.store.set_setting("pulse", now.isoformat())

    def next_due(self) -> datetime | None:
        """The next moment at which a case or an errand has something to do."""
        seats = taking.next_due(self.records.house)
        moments = [self.store.first_case_due(), self.store.first_errand_due(), seats]
        return min((m for m in moments if m), default=None)

    # -- the post --------------------------------------------------------------------------------

    def due_errands(self, now: datetime, limit: int) -> list[int]:
        """The errands that may be tried now."""
        return self.store.due_numbers(now, limit)

    def letter(self, number: int, now: datetime) -> Letter | None:
        """The letter of an errand as of now; None when the gate keeps it back, or it is done."""
        row = self.store.errand(number)
        if row is None:
            return None
        one = errand(row)
        case = self.records.case(one.case)
        made = self.gate.letter(one, case, self.frame(now, case))
        match made:
            case Letter():
                if made.notice:
                    self._noticed.add(number)
                elif one.template in BUNDLED:
                    self._leaving[number] = (("upto", str(case.n)),)
                elif numbers := listed(self.records, one.template, one.reader, one.about):
                    self._leaving[number] = ((LISTED, numbers),)
                return made
            case Parked() if row.transit is None or now < self._ends(one, row):
                with self.batch():
                    end = self._ends(one, row) if row.transit else None
                    self.store.reschedule(number, end, row.attempts)
            case Parked() | Withheld():
                self._settled(one, now, lambda s: fared.withheld(
                    s, one.id, one.template, one.reader, made.rule, one.about))  # fmt: skip
                journal.note("withheld", errand=number)
        return None

    def _ends(self, one: Errand, row: ErrandRow) -> datetime:
        return fetching.ends(dict(one.about), row.made_at, self.config.smarthost.give_up_after)

    def fared(self, number: int, how: Fared, now: datetime, jitter: float) -> None:
        """What became of a letter: done, later, or refused for good."""
        row = self.store.errand(number)
        if row is None:
            return
        one = errand(row)
        given_up = now - row.made_at > self.config.smarthost.give_up_after
        match how:
            case Sent():
                about = (*one.about, *self._leaving.pop(number, ()))
                if number in self._noticed:
                    self._noticed.discard(number)
                    about = (*about, (fetching.NOTICE, "yes"))
                with self.batch():
                    if dict(about).get(fetching.NOTICE):
                        leave_waiting(self.store, one, now)
                    self._settled(one, now, lambda s: fared.sent(
                        s, one.id, one.template, one.reader, about))  # fmt: skip
                journal.note("sent", errand=number)
            case Deferred() if not given_up:
                later = now + retry_after(row.attempts + 1, jitter)
                with self.batch():
                    self.store.reschedule(number, later, row.attempts + 1)
                journal.note("deferred", errand=number, code=how.code)
            case Deferred() | Refused():
                self._leaving.pop(number, None)
                self._settled(one, now, lambda s: fared.failed(
                    s, one.id, one.template, one.reader, one.about, how.code,
                    how.status if isinstance(how, Refused) else ""))  # fmt: skip
                journal.note("refused" if isinstance(how, Refused) else "given-up", errand=number)

    def _settled(self, one: Errand, now: datetime, then: Callable[[Sitting], None]) -> None:
        def act(work: Work) -> None:
            self.sit(work, self.records.case(one.case), then)
            self.store.finish(one.id)

        with self.batch():
            self.once(now, f"errand|{one.id}", act)
