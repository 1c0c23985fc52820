"""What is told back to somebody and not kept: words that wait in transit and stand in no log.

The house's own log outlives every case, so what members write at the alias about one (HISTORY of a
name, a line that was refused, a text echoed to its author) is logged as "answered, one error" and
no more; and where talk is not kept, neither is a line of it that is asked back. A member's mail
that waits for their YES is kept for those 48 hours only. Erasing a case would reach none of this
(product.md 8). Not here: the transit itself (store/transit.py), and what the answers say (core/).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from cocmail.core import entries as e
from cocmail.core import summary
from cocmail.core.case import Case, HeldMail
from cocmail.core.clocks import CONFIRM_LIMIT
from cocmail.core.conflicts import Frame
from cocmail.mail.arrival import Arrival
from cocmail.store import Store

FOR_EVER = datetime.max.replace(tzinfo=UTC)  # until somebody ends it


class Passing:
    """What one sitting says in passing: facts go through it to the log."""

    def __init__(self, store: Store, case: Case, frame: Frame) -> None:
        """Take the case that the sitting is about."""
        self._store = store
        self._case = case
        self._frame = frame
        self._keeps_talk = frame.rules.deliberation == "verbatim"
        self._told: dict[str, int] = {}  # an answer's number -> where its words wait

    def kept(self, entry: e.Entry) -> e.Entry | None:
        """What of a fact stands in the log, None for nothing."""
        case = self._case
        match entry:
            case e.HeldAnswered():
                self._store.end_transit(*where(case.held_mails[entry.n]))
            case e.TextSaved() if not case.no:
                return None
            case e.CaseErased() if entry.hidden:
                return self._apart(entry)
            case e.Answered() if not case.no:
                return self._pass_on(entry, replace(entry, lines=(), remedy=(), kept=()))
            case e.Answered() if entry.asides and not self._keeps_talk:
                return self._pass_on(
                    entry, replace(entry, lines=entry.lines[: -entry.asides], remedy=())
                )
        return entry

    def _pass_on(self, entry: e.Answered, shell: e.Answered) -> e.Answered:
        """The words wait for the letter that tells them; a fact without them is what stays."""
        saved = self._case.saved
        kept = [(n, saved[entry.person, n].text) for n in entry.kept]
        words = json.dumps([entry.lines, entry.remedy, kept]).encode("utf-8", "surrogatepass")
        self._told[str(entry.n)] = self._store.put_transit(words)
        return shell

    def _apart(self, stone: e.CaseErased) -> e.CaseErased:
        """Who was kept out of an erased case may tell whom it was about."""
        until = summary.shown_until(stone, self._frame)
        if until is None or until <= self._frame.now:
            return replace(stone, hidden=())
        kept = self._store.put_transit(json.dumps(stone.hidden).encode(), until)
        return replace(stone, hidden=(), apart=kept)

    def transit(self, about: Mapping[str, str]) -> int:
        """Where the words of the answer wait that this letter is about; 0: in the log."""
        return self._told.get(about.get("answer", ""), 0)


def with_hidden(store: Store, stone: e.CaseErased) -> e.CaseErased:
    """What is left of an erased case, and who was kept out of it as long as that is needed."""
    if not stone.apart:
        return stone
    kept = store.transit(stone.apart)
    return replace(stone, hidden=tuple(json.loads(kept)) if kept else (summary.NOBODY_KNOWS,))


def told(
    store: Store, transit: int, answer: e.Answered
) -> tuple[e.Answered, dict[int, str]] | None:
    """The answer with its words, and the texts echoed with it; None when they are gone."""
    content = store.transit(transit)
    if content is None:
        return None
    lines, remedy, kept = json.loads(content)
    texts = {int(n): str(text) for n, text in kept}
    pairs = tuple((str(echo), str(result)) for echo, result in lines)
    return replace(answer, lines=pairs, remedy=tuple(remedy), kept=tuple(texts)), texts


# -- a mail that waits for its member's YES -------------------------------------------------------


def hold(store: Store, raw: bytes, strange: str, at: datetime) -> tuple[int, int]:
    """Keep such a mail, and the strange address it came from, as long as the question counts."""
    until = at + CONFIRM_LIMIT
    other = store.put_transit(strange.encode("utf-8", "surrogateescape"), until) if strange else 0
    return store.put_transit(raw, until), other


def where(held: HeldMail) -> tuple[int, ...]:
    """Where such a mail waits."""
    return tuple(n for n in (held.text, held.other) if n) if held.passing else ()


def raw(store: Store, case_no: int, held: HeldMail) -> bytes:
    """The mail, b"" when its time is over."""
    return (store.transit(held.text) or b"") if held.passing else store.text(case_no, held.text)


def strange(store: Store, case_no: int, held: HeldMail) -> str:
    """The address it came from, where that is not the member's own."""
    if not held.other:
        return ""
    kept = store.transit(held.other) if held.passing else store.text(case_no, held.other)
    return (kept or b"").decode("utf-8", "surrogateescape")


# -- a mail that we failed on ---------------------------------------------------------------------


def stick(store: Store, arrival: Arrival) -> None:
    """Our own bug: the mail is kept as it is, once, and the operator's status counts it."""
    digest = _digest(arrival)
    if not store.find("stuck", digest):
        number = store.put_transit(arrival.raw, FOR_EVER)
        store.index("stuck", digest, 0, arrival.at, str(number))
        _count(store, 1)


def unstick(store: Store, arrival: Arrival) -> None:
    """It came again and was kept where it belongs: the copy goes."""
    digest = _digest(arrival)
    for found in store.find("stuck", digest):
        store.unindex("stuck", digest, 0)
        store.end_transit(*(int(n) for n in (found.detail,) if n))
        _count(store, -1)


def _digest(arrival: Arrival) -> str:
    return hashlib.sha256(arrival.raw).hexdigest()


def _count(store: Store, more: int) -> None:
    store.set_setting("stuck", str(max(0, int(store.setting("stuck") or "0") + more)))
