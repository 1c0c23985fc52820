"""The sheet: seven columns, vague, for one reader alone (PS-58, PS-59); and its CSV."""

import csv
import io
from collections.abc import Iterable

from cocmail.core import conflicts
from cocmail.core.case import Case
from cocmail.core.commands.outcome import RESULTS
from cocmail.core.conflicts import Frame
from cocmail.records import Records

HEADERS = (
    "Safety risk?",
    "Risk of repeating?",
    "Status",
    "Code Name",
    "Date & Time",
    "Actions needed",
    "Resolution",
)
# P48: what a spreadsheet would take for a formula; full-width forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠")


def rows(records: Records, frame: Frame, person: str) -> list[list[str]]:
    """Every released case but those this person is kept out of; recused people see the row."""
    return [
        row(case, frame)
        for case in records.cases("open", "closed")
        if case.released and person not in case.excluded and not conflicts.past(case, frame, person)
    ]


def row(case: Case, frame: Frame) -> list[str]:
    """One case in seven vague words."""
    word = {"yes": "Yes", "no": "No", "maybe": "Maybe", "": "-"}
    when = case.opened.astimezone(frame.zone).strftime("%Y-%m-%d %H:%M") if case.opened else "-"
    closed = case.state == "closed"
    return [
        word.get(case.safety, "-"),
        word.get(case.repeat, "-"),
        "Resolved" if closed else "Ongoing",
        case.code,
        when,
        "-" if closed else (case.next_action or "-"),
        (case.result_words or RESULTS.get(case.result, "-")) if closed else "-",
    ]


def table_csv(made: Iterable[list[str]]) -> bytes:
    """The sheet as CSV, safe against formula injection; a lone "-" stays as it is."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADERS)
    for one in made:
        writer.writerow([_safe(cell) for cell in one])
    text = out.getvalue()
    # The mark tells a spreadsheet that these are not Latin letters; without need it would only
    # stand in the way of the first header.
    return text.encode("utf-8" if text.isascii() else "utf-8-sig")


def _safe(cell: str) -> str:
    kept = "".join(c for c in cell if c.isprintable())
    if kept != "-" and kept.startswith(_FORMULA):
        return "'" + kept
    return kept


def visible(case: Case, person: str) -> bool:
    """Whether more than the sheet's row of this case is this person's to see."""
    return conflicts.standing(case, person) == "in"
