"""What the store gives back: plain values, in clear. All instants are UTC.

Not here: how they are kept (store.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a case, in clear. `at` is UTC."""

    seq: int
    kind: str
    at: datetime
    payload: bytes


@dataclass(frozen=True, slots=True)
class LogRow:
    """The clear columns of one entry."""

    seq: int
    case_no: int
    kind: str
    at: datetime
    hash: bytes


@dataclass(frozen=True, slots=True)
class ErrandRow:
    """What waits to be sent. Without `due_at` it is parked until somebody gives it one."""

    id: int
    case_no: int
    due_at: datetime | None
    attempts: int
    made_at: datetime
    payload: bytes
    transit: int | None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What is kept about every case outside the log."""

    no: int
    state: str
    next_due: datetime | None


@dataclass(frozen=True, slots=True)
class Found:
    """One answer of the keyed index."""

    case_no: int
    at: datetime
    detail: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers for the operator: cases by state (the house is none), errands waiting, entries."""

    cases: Mapping[str, int]
    errands: int
    log_rows: int
