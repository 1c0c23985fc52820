"""How a case ends, as its facts add up: council's report, apologies, silence, older cases.

Here is the state and what it says. The keywords are in commands/ending.py, apology.py and
memory.py; bans are in bans.py.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from cocmail.core.entries.ending import (
    AccountRead,
    ApologyCame,
    ApologyFiled,
    ApologyProposed,
    ApologyWish,
    CouncilOut,
    EndingFact,
    HistoryAsked,
    HistoryShared,
    MailBundled,
    Muted,
    NoResponse,
    NotConduct,
    QuietSet,
)

if TYPE_CHECKING:
    from cocmail.core.case import Case


@dataclass(slots=True)
class Ending:
    """What one case knows about its end."""

    council_out: bool = False
    no_response: bool = False
    not_conduct: str = ""  # who said so
    muted: set[str] = field(default_factory=set)
    apology_ballots: set[str] = field(default_factory=set)
    wishes: dict[str, bool] = field(default_factory=dict)  # reporter -> wants an apology
    apologies: list[ApologyCame] = field(default_factory=list)
    filed: bool = False
    # By the asking case, and who asked there.
    asked: dict[tuple[int, str], HistoryAsked] = field(default_factory=dict)
    shared: set[int] = field(default_factory=set)
    account_read: dict[str, set[str]] = field(default_factory=dict)  # draft -> its readers
    bundled: set[int] = field(default_factory=set)  # mails of a flood that went with a bundle


def fold(ending: Ending, entry: EndingFact) -> None:
    """Add one fact."""
    match entry:
        case CouncilOut():
            ending.council_out = True
        case NoResponse():
            ending.no_response = True
        case NotConduct():
            ending.not_conduct = entry.by
        case QuietSet():
            pass  # Case.quiet itself, as the reporter's own line sets it
        case Muted():
            (ending.muted.add if entry.on else ending.muted.discard)(entry.ref)
        case ApologyProposed():
            ending.apology_ballots.add(entry.ballot)
        case ApologyWish():
            ending.wishes[entry.ref] = entry.wanted
        case ApologyCame():
            ending.apologies.append(entry)
            ending.filed = False
        case ApologyFiled():
            ending.filed = True
        case HistoryAsked():
            ending.asked[entry.case, entry.by] = entry
        case HistoryShared():
            ending.shared.add(entry.case)
        case AccountRead():
            ending.account_read.setdefault(entry.id, set()).add(entry.by)
        case MailBundled():
            ending.bundled.add(entry.n)
        case _:
            assert_never(entry)


def council_told(case: "Case") -> bool:
    """The newest decision was reported to somebody on the council, or nobody may be told."""
    decision = case.decision()
    since = decision.decided_at if decision else None
    tried = [at for s, at in case.sent if s.template == "council-report"]
    tried += [at for f, at in case.failed if f.template == "council-report"]
    return case.ending.council_out or any(since is None or at >= since for at in tried)
