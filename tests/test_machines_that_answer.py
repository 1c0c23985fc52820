"""Programs that answer every mail and say so nowhere: bounded, kept, and nobody is kept out.

Also two houses that write to each other, in process; over sockets: e2e/test_two_houses.py.
"""

from pathlib import Path

import pytest
from talk import ALIAS, Delivered, Table, table

RITA = "rita@home.test"
REPORT = "Sam Reed has been shouting at newcomers all week and I cannot go on like this any more."
AWAY = "I am away until Monday. For urgent things please call my colleague at the front desk."


def program(t: Table, *people: str, to_tag: bool, quoted: bool, after: int = 0) -> int:
    """Whoever answers each mail `after` so many with the same words, and keeps no header of it."""
    seen = dict.fromkeys(people, after)
    for _ in range(200):
        for person in people:
            for letter in t.box(person)[seen[person] :]:
                seen[person] += 1
                _answer(t, person, letter, to_tag=to_tag, quoted=quoted)
        if all(seen[p] == len(t.box(p)) for p in people):
            return max(seen.values())
    raise AssertionError("they never come to rest")


def _answer(t: Table, person: str, letter: Delivered, *, to_tag: bool, quoted: bool) -> None:
    below = "".join(f"> {line}\n" for line in letter.text.split("\n"))
    text = f"{AWAY}\n\nOn Monday, the committee wrote:\n{below}" if quoted else AWAY
    to = letter.reply_to if to_tag else ALIAS
    t.write(person, to, text, subject="Out of office")


@pytest.mark.parametrize("procedure", ["numpy", "numfocus"])
@pytest.mark.parametrize("to_tag", [True, False], ids=["to the tag", "to the alias"])
@pytest.mark.parametrize("quoted", [True, False], ids=["quoting", "bare"])
def test_a_dumb_program_gets_one_answer_a_day(
    tmp_path: Path, procedure: str, to_tag: bool, quoted: bool
) -> None:
    """One receipt for the report; what the program says has at most one of its own, then none."""
    t = table(tmp_path, procedure=procedure)
    t.write(RITA, ALIAS, REPORT, name="Rita Vale")
    first = program(t, RITA, to_tag=to_tag, quoted=quoted)
    assert first <= 3
    t.wait(hours=20)
    assert program(t, RITA, to_tag=to_tag, quoted=quoted, after=first) == first
    t.wait(days=20)  # news of the case leaves meanwhile, and each is answered
    before = len(t.box(RITA))
    assert program(t, RITA, to_tag=to_tag, quoted=quoted, after=first) <= before + 2


def test_two_programs_know_nothing_of_each_other(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="numpy")
    for person in (RITA, "wen@far.test"):
        t.write(person, ALIAS, f"{REPORT} ({person})")
    assert program(t, RITA, "wen@far.test", to_tag=False, quoted=False) <= 3
    for no in (1, 2):
        parties = t.house.records.case(no).parties.values()
        assert len({p.address for p in parties}) == 1


def test_an_answer_below_our_letter_that_lost_its_thread_keeps_nobody_out(tmp_path: Path) -> None:
    """The receipt names its readers; quoted in a fresh mail they would all be matched."""
    t = table(tmp_path, procedure="numpy")
    t.write(RITA, ALIAS, REPORT, name="Rita Vale")
    (receipt,) = t.box(RITA)
    assert "Bo Lind" in receipt.text
    _answer(t, RITA, receipt, to_tag=False, quoted=True)
    t.wait(hours=3)
    assert not t.house.records.case(2).excluded
    assert not t.box("kim@council.test")
    assert AWAY in t.last("bo", "party-mail").text


def test_what_quotes_somebody_elses_words_is_a_report_like_any(tmp_path: Path) -> None:
    """Who is named there is kept out: only our own letter, whole, says nothing about them."""
    t = table(tmp_path, procedure="numpy")
    t.write(RITA, ALIAS, REPORT, name="Rita Vale")
    said = (
        "See what I was sent.\n\n> Bo Lind: the Example Project Code of Conduct Committee is a joke"
    )
    t.write(RITA, ALIAS, said)
    assert set(t.house.records.case(2).excluded) == {"bo"}


def test_a_list_that_carries_our_mail_back_without_our_mark(tmp_path: Path) -> None:
    """From the alias without the mark: quarantine, and no answer (product.md 4, 1)."""
    t = table(tmp_path, procedure="numpy")
    t.write("team@lists.test", ALIAS, REPORT, name="Team")
    (receipt,) = t.box("team@lists.test")
    raw = b"\r\n".join(
        line
        for line in receipt.raw.split(b"\r\n")
        if not line.startswith((b"X-Loop", b"Auto-", b"X-Auto"))
    )
    t.take(b"List-Id: <team.lists.test>\r\n" + raw, "team-bounces@lists.test", ALIAS)
    t.take(raw.replace(b"Message-ID: <", b"Message-ID: <x"), "team-bounces@lists.test", ALIAS)
    t.run()
    assert len(t.box("team@lists.test")) == 1
    assert [r.state for r in t.house.store.case_rows() if r.no] == [
        "open",
        "quarantine",
        "quarantine",
    ]
