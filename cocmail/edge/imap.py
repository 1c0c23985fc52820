"""The mailbox door: one thread that takes mails out of a hosted mailbox, for the house to keep.

A mail is removed only after the house has committed it. Who dies in between finds it again, and
the house knows it by its content (`Reception.take` drops a retry), so it makes no second case;
no list of UIDs is kept. The server's hint that something came (IDLE) is never relied upon: after
at most a minute the folder is searched anyway (P19). Not here: IMAP itself (mailbox.py), the
Arrival (mail/collected.py), and what a mail means.
"""

import asyncio
import contextlib
import functools
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from cocmail import journal
from cocmail.config.tables import Imap
from cocmail.edge.mailbox import Mailbox, NoSuchFolder
from cocmail.mail.arrival import Arrival
from cocmail.mail.collected import collected, marked

LOOK_AGAIN = 60.0  # seconds between two searches, whatever the server says
BUSY = 4.0  # the same after a start and a mail, when one may have slipped in; then doubled
POLL = 20.0  # the same, where the server has no IDLE
_AT_LEAST = 0.3  # seconds; whatever a server says, no round follows the other faster
_FIRST, _LONGEST = 1.0, 300.0  # seconds before another connection is tried
_LOT, _LOT_BYTES = 50, 8_000_000  # mails and bytes that are handed in as one commit
_ASK_AGAIN, _RARELY = 60.0, 3600.0  # seconds before a mail that was not kept is handed in again
_PATIENCE = 3600.0  # seconds that a mail waits for a name server to answer
_TOO_OFTEN = 3  # times that a conversation ended while one mail was fetched
_GRACE = 10.0  # seconds for what is in hand, when the daemon is told to stop


T = TypeVar("T")


class Mailroom(Protocol):
    """What this door needs of the house."""

    def is_ours(self, address: str) -> bool:
        """Whether a recipient is one of ours."""

    async def take(self, arrival: Arrival) -> Sequence[bool]:
        """Keep the mail durably; one answer per recipient. Returns after the commit only."""

    async def has_kept(self, arrival: Arrival) -> bool:
        """Whether this very mail is kept already."""

    async def too_large(self, count: int) -> None:
        """So many mails lie in the mailbox that no door would take."""

    async def away(self, since: datetime | None) -> None:
        """Since when the mailbox cannot be opened; None: it can."""


_Place = tuple[str, int, int]  # folder, UIDVALIDITY and UID: one mail


@dataclass(frozen=True, slots=True)
class _Refused:
    """A mail that the house did not keep: since when, and when it is handed in again."""

    since: float
    again: float
    pause: float


class Collector:
    """Takes mails out of one mailbox for as long as the daemon runs.

    `mark` is the house's loop mark, by which its own mails are known. `size_limit` is that of the
    doors: what they would refuse stays in the mailbox, and the operator is told.
    """

    def __init__(
        self,
        settings: Imap,
        mailroom: Mailroom,
        clock: Callable[[], datetime],
        *,
        alias: str,
        mark: str,
        size_limit: int,
    ) -> None:
        self._settings = settings
        self._mailroom = mailroom
        self._clock = clock
        self._alias, self._mark, self._size_limit = alias, mark, size_limit
        self._stop = threading.Event()
        self._mailbox: Mailbox | None = None
        self._thread: threading.Thread | None = None
        self._refused: dict[_Place, _Refused] = {}
        self._stay: set[_Place] = set()  # kept, but the server cannot let go of them
        self._large: set[_Place] = set()
        self._suspects: Counter[_Place] = Counter()  # being fetched, now or when it broke off
        self._told: int | None = None  # how many large ones the house knows of
        self._calm = BUSY
        self._missing: set[str] = set()
        self._there: bool | None = None  # what the house was told of the mailbox last
        self._glanced: dict[str, tuple[int, int]] = {}  # UIDVALIDITY and the last UID looked at

    async def start(self) -> None:
        """Begin. A server that cannot be reached is tried again and again."""
        journal.tame()
        self._loop = asyncio.get_running_loop()
        self._thread = threading.Thread(target=self._work, name="imap", daemon=True)
        self._thread.start()

    async def stop(self) -> None:
        """Finish what is in hand, then hang up."""
        self._stop.set()
        if self._thread is None:
            return
        await asyncio.to_thread(self._thread.join, _GRACE)
        if self._thread.is_alive() and self._mailbox is not None:
            self._mailbox.end()
            await asyncio.to_thread(self._thread.join, _GRACE)

    def _work(self) -> None:
        """Connect, go round and round, and connect again, ever more slowly."""
        pause = _FIRST
        while not self._stop.is_set():
            try:
                self._mailbox = Mailbox(self._settings)
                self._calm = BUSY
                while not self._stop.is_set():
                    self._round(self._mailbox)
                    pause = _FIRST
                self._mailbox.leave()
            except Exception as error:  # noqa: BLE001 - the network's, the server's or our own
                if not self._stop.is_set():
                    journal.note("trouble", where="imap", cause=journal.cause(error))
                    self._tell_there(there=False)
            finally:
                if self._mailbox is not None:
                    self._mailbox.end()
                self._mailbox = None
            # Not all houses of a provider at the same instant.
            self._stop.wait(pause * (0.5 + random.random()))  # noqa: S311 - no secret
            pause = min(2 * pause, _LONGEST)

    # -- one round -------------------------------------------------------------------------------

    def _round(self, mailbox: Mailbox) -> None:
        """Everything there is, then wait for more."""
        settings = self._settings
        while self._emptied(mailbox, settings.folder) and not self._stop.is_set():
            pass  # something may have come meanwhile, and nobody would say so (P19)
        for folder, look in (
            (settings.junk_folder, functools.partial(self._emptied, junk=True)),
            (settings.sent_folder, self._clean),
            (mailbox.trash, functools.partial(self._clean, trash=True)),
        ):
            if folder and not self._stop.is_set():
                self._look_aside(look, mailbox, folder)
        self._tell_large()
        self._tell_there(there=True)
        if self._stop.is_set():
            return
        validity, count = mailbox.open(settings.folder)
        if count > len([one for one in self._known() if one[:2] == (settings.folder, validity)]):
            self._stop.wait(_AT_LEAST)  # another has come
            return
        if mailbox.idles:
            mailbox.wait(self._pause(self._calm), self._stop.is_set)
        else:
            self._stop.wait(self._pause(POLL))
        self._calm = min(2 * self._calm, LOOK_AGAIN)

    def _look_aside(
        self, look: Callable[[Mailbox, str], object], mailbox: Mailbox, folder: str
    ) -> None:
        """A folder that is not there, or not yet, keeps no mail from its readers."""
        try:
            look(mailbox, folder)
        except NoSuchFolder:
            if folder not in self._missing:
                journal.note("trouble", where="imap", cause="no-such-folder")
            self._missing.add(folder)

    def _pause(self, longest: float) -> float:
        """So long, or until a mail is to be handed in again."""
        now = time.monotonic()
        soon = min((one.again - now for one in self._refused.values()), default=longest)
        return min(max(soon, _AT_LEAST), longest)

    def _known(self) -> set[_Place]:
        """The mails that will still be there the next time."""
        return {*self._refused, *self._stay, *self._large}

    # -- taking ----------------------------------------------------------------------------------

    def _emptied(self, mailbox: Mailbox, folder: str, *, junk: bool = False) -> bool:
        """Take what is in this folder; whether anything was taken."""
        validity, count = mailbox.open(folder)
        places = {uid: (folder, validity, uid) for uid in (mailbox.uids() if count else ())}
        self._forget(folder, set(places.values()))
        now = time.monotonic()
        due = {place for place, one in self._refused.items() if one.again <= now}
        skipped = self._known() - due
        asked = [uid for uid, place in places.items() if place not in skipped]
        sizes = mailbox.sizes(asked)
        self._refuse(places[uid] for uid in asked if uid not in sizes)
        self._large |= {places[uid] for uid, size in sizes.items() if size > self._size_limit}
        taken = False
        for lot in self._lots({places[u]: n for u, n in sizes.items()}):
            self._suspects.update(places[uid] for uid in lot)
            raws = mailbox.whole(lot)
            for uid in lot:
                del self._suspects[places[uid]]
            self._refuse(places[uid] for uid in lot if uid not in raws)
            kept = self._hand_in({places[uid]: raw for uid, raw in raws.items()}, junk=junk)
            # Only what is on disk, and now it is: whatever dies from here on, nothing is lost.
            if not mailbox.remove([uid for _, _, uid in kept], folder):
                self._stay |= set(kept)
                journal.note("trouble", where="imap", cause="no-uid-expunge", count=len(kept))
            if kept:
                taken, self._calm = True, BUSY
            if self._stop.is_set():
                break
        return taken

    def _lots(self, sizes: Mapping[_Place, int]) -> Iterator[list[int]]:
        """What is fetched together. Where a conversation ended each is asked for alone, and one
        with which several ended is left for later, so that it stops none of the others."""
        sound = {place[2]: size for place, size in sizes.items()
                 if place not in self._suspects and place not in self._large}  # fmt: skip
        yield from lots(sound)
        for place in sizes:
            if self._suspects[place] >= _TOO_OFTEN:
                self._suspects[place] = _TOO_OFTEN - 1
                self._refuse([place])
            elif self._suspects[place]:
                yield [place[2]]

    def _hand_in(self, raws: Mapping[_Place, bytes], *, junk: bool) -> list[_Place]:
        """Those of them that the house has kept."""
        now = time.monotonic()
        patient = {
            place: place not in self._refused or now - self._refused[place].since < _PATIENCE
            for place in raws
        }
        answers = self._asked([
            self._arrival(raw, junk=junk, patient=patient[place]) for place, raw in raws.items()
        ])  # fmt: skip
        kept = [place for place, answer in zip(raws, answers, strict=True) if answer]
        self._refuse(place for place in raws if place not in kept)
        for place in kept:
            self._refused.pop(place, None)
        return kept

    def _refuse(self, places: Iterable[_Place]) -> None:
        """They stay where they are, and are handed in again ever more rarely."""
        now = time.monotonic()
        for place in places:
            before = self._refused.get(place, _Refused(now, now, _ASK_AGAIN / 2))
            pause = min(2 * before.pause, _RARELY)
            self._refused[place] = _Refused(before.since, now + pause, pause)

    def _arrival(self, raw: bytes, *, junk: bool = False, patient: bool = True) -> Arrival:
        ours = self._mailroom.is_ours
        return collected(raw, self._alias, ours, self._clock(), junk=junk, patient=patient)

    def _asked(self, arrivals: Sequence[Arrival]) -> list[bool]:
        """Hand them in together, so that they are one commit; which of them are kept."""

        async def all_of_them() -> list[bool]:
            asked = (self._mailroom.take(arrival) for arrival in arrivals)
            said = await asyncio.gather(*asked, return_exceptions=True)
            return [not isinstance(one, BaseException) and bool(one) and all(one) for one in said]

        return self._at_the_house(all_of_them())

    def _at_the_house(self, asking: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(asking, self._loop).result()

    def _tell_large(self) -> None:
        """What no door would take is left where it is; the operator hears how many there are."""
        if len(self._large) != self._told:
            self._told = len(self._large)
            self._at_the_house(self._mailroom.too_large(self._told))

    def _tell_there(self, *, there: bool) -> None:
        """A mailbox that cannot be opened brings no reports: more than the journal must say so."""
        if there == self._there:
            return
        with contextlib.suppress(Exception):  # nothing of it may end this thread
            self._at_the_house(self._mailroom.away(None if there else self._clock()))
            self._there = there

    def _forget(self, folder: str, there: set[_Place]) -> None:
        """What is no longer there needs no remembering."""

        def stays(place: _Place) -> bool:
            return place[0] != folder or place in there

        self._refused = {place: one for place, one in self._refused.items() if stays(place)}
        self._stay = set(filter(stays, self._stay))
        self._large = set(filter(stays, self._large))
        self._suspects = Counter({p: n for p, n in self._suspects.items() if stays(p)})

    # -- our own mails in folders of the provider's ----------------------------------------------

    def _clean(self, mailbox: Mailbox, folder: str, *, trash: bool = False) -> None:
        """Remove our own mails from a folder that is not ours to empty, and nothing else.

        They bear our mark. In the Trash lies also what `remove` has moved there: mails that the
        house has kept; what somebody else threw away is not among them.
        """
        validity, _ = mailbox.open(folder)
        known = self._glanced.get(folder, (validity, 0))
        last = known[1] if known[0] == validity else 0
        uids = mailbox.uids(last + 1)
        marks = mailbox.marks(uids)
        ours = [uid for uid in uids if marked(marks.get(uid, b""), self._mark)]
        if trash:
            ours += self._kept_ones(mailbox, [uid for uid in uids if uid not in ours])
        mailbox.remove(ours, folder)
        self._glanced[folder] = (validity, max(uids, default=last))

    def _kept_ones(self, mailbox: Mailbox, uids: Sequence[int]) -> list[int]:
        sizes = {u: n for u, n in mailbox.sizes(uids).items() if n <= self._size_limit}
        found: list[int] = []
        for lot in lots(sizes):
            for uid, raw in mailbox.whole(lot).items():
                if self._at_the_house(self._mailroom.has_kept(self._arrival(raw))):
                    found.append(uid)
        return found


def lots(sizes: Mapping[int, int]) -> Iterator[list[int]]:
    """UIDs in lots of bounded number and bytes; a large mail is a lot of its own."""
    lot: list[int] = []
    held = 0
    for uid, size in sizes.items():
        if lot and (len(lot) == _LOT or held + size > _LOT_BYTES):
            yield lot
            lot, held = [], 0
        lot.append(uid)
        held += size
    if lot:
        yield lot
