"""How many mails were accepted, and where each of them went: the counts reconcile (product.md 4).

Every accepted mail is in a case, in quarantine, an event of a letter, a member's word, or dropped
as a loop or a repeat. The first number is counted where mail is taken, the others where it is
decided; `cocmail status` prints both, for the operator alone (totals would tell an excluded chair
of a case). What is in a case since a RELEASE, or erased since, stays counted where it went first.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Literal

from cocmail.store import Store

Place = Literal["cases", "quarantine", "letters", "members", "loops", "repeats"]
_SETTING = "ledger"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Numbers since the first start."""

    accepted: int = 0
    cases: int = 0  # a report, or a party's mail
    quarantine: int = 0
    letters: int = 0  # bounces, delays, and whatever else came to a return path
    members: int = 0  # commands, talk, and what was held or kept unread
    loops: int = 0  # our own mails: the test mail, and what came back of others
    repeats: int = 0  # the very same mail, or the same signed words, dropped

    @property
    def adds_up(self) -> bool:
        """Whether no mail is unaccounted for."""
        total: int = sum(asdict(self).values())
        return total == 2 * self.accepted


def read(store: Store) -> Ledger:
    """The numbers as they are."""
    kept: Mapping[str, int] = json.loads(store.setting(_SETTING) or "{}")
    return Ledger(**{one.name: kept.get(one.name, 0) for one in fields(Ledger)})


def count(store: Store, place: Place | None) -> None:
    """One more mail; in the same step as what became of it. None: nobody said what did."""
    kept = asdict(read(store))
    kept["accepted"] += 1
    if place is not None:
        kept[place] += 1
    store.set_setting(_SETTING, json.dumps(kept))


def said(mails: Ledger) -> str:
    """The sum first; should it ever not add up, that is said."""
    words = (
        f"{mails.accepted}: {mails.cases} in cases, {mails.quarantine} to quarantine, "
        f"{mails.letters} about letters, {mails.members} by members; dropped: "
        f"{mails.loops} loops, {mails.repeats} repeats"
    )
    return words if mails.adds_up else f"{words}; THIS DOES NOT ADD UP"
