"""The periodic summary over a year: when it comes, what it counts, whom it leaves out (GC-13)."""

from datetime import UTC, datetime
from pathlib import Path

from talk import Table, table

ABOUT_ANA = (
    "Ana Ruiz shouted at me in the last meeting and told me to look for another project to work "
    "on, in front of seven people. I have not slept well since then."
)
OTHER = "Sam Reed keeps writing harsh things to newcomers in the channel, and it is getting worse."
PLAIN = "\n".join(("council_report = false", 'survey_after = "0"'))


def reported(house: Table, sender: str, words: str) -> str:
    """A case that Bo closed at the reporter's wish; its code name."""
    house.write(sender, "conduct@example.test", words, name="Rita Vale")
    report = house.last("bo", "report")
    code = report.subject.split("]")[0].lstrip("[")
    house.answer(report, "TAKE")
    house.answer(report, f"CLOSE {code} AT-REPORTERS-WISH")
    assert "closed" in house.last("bo", "transcript").text
    return code


def on(year: int, month: int, day: int, hour: int = 10) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


def test_a_year_of_summaries(tmp_path: Path) -> None:
    """E-9, A21: half-years; the case about the chair counts in the period after its closing."""
    house = table(tmp_path, procedure="gcc", members="ana bo chi dee", overrides=PLAIN)
    secret = reported(house, "lou@home.test", ABOUT_ANA)
    for n in range(4):
        reported(house, f"rita{n}@home.test", f"{OTHER} It was mail {n}.")
    held = house.last("chi", "report")
    house.until(on(2026, 7, 1, 8))
    assert house.count_of("ana", "periodic-summary") == 0
    house.until(on(2026, 7, 1))
    ana = house.last("ana", "periodic-summary")
    assert ana.subject == "Summary 2026-01 to 2026-06"
    assert "Reports received: 4 or more" in ana.text
    assert "Closed at the reporter's wish: 4" in ana.text
    assert "Earlier reports that were closed: fewer than three" in ana.text
    assert house.count_of("bo", "periodic-summary") == 0, "the chair's copy holds all of it"
    notices = [d.text for d in house.box("chi") if d.template == "notices"]
    assert any("HOLD SUMMARY keeps it out" in text for text in notices)

    # The group of a recent case keeps its row out, and the chair asks for the numbers again.
    house.answer(held, "HOLD SUMMARY")
    house.answer(ana, "SUMMARY")
    assert "Reports received: 3 or more" in house.last("ana", "periodic-summary").text

    # Nobody said that it was published: 30 days after.
    house.until(on(2026, 7, 30))
    assert house.count_of("ana", "periodic-summary") == 2
    house.until(on(2026, 8, 1))
    assert "Reminder: summary" in house.last("ana", "periodic-summary").subject
    house.answer(house.last("ana", "periodic-summary"), "SUMMARY PUBLISHED")
    assert "published: 2026-01 to 2026-06" in house.last("ana", "transcript").text

    # The running period: the acting chair's copy holds the case, the chair's does not.
    house.write("ana@members.test", "conduct@example.test", "SUMMARY")
    house.write("bo@members.test", "conduct@example.test", "SUMMARY NOW")
    mine, hers = house.last("bo", "periodic-summary"), house.last("ana", "periodic-summary")
    assert "2026-07 to 2026-12 (so far)" in hers.text
    assert "acting chair completes it" in mine.text
    assert "acting chair" not in hers.text
    for copy in (mine, hers):
        assert "Reports received: fewer than three" in copy.text
        assert secret not in copy.text
    house.until(on(2027, 1, 1))
    assert "acting chair completes it" in house.last("bo", "periodic-summary").text
    assert "acting chair" not in house.last("ana", "periodic-summary").text
    house.close()


def test_counts_outlive_the_record(tmp_path: Path) -> None:
    """A21: expunge, counts stay."""
    short = 'retain_resolved = "40 days"'
    house = table(tmp_path, procedure="gcc", members="ana bo chi", overrides=f"{PLAIN}\n{short}")
    for n in range(3):
        reported(house, f"rita{n}@home.test", f"{OTHER} It was mail {n}.")
    house.until(on(2026, 7, 1))
    assert all(house.keys.is_erased(n) for n in (1, 2, 3))
    assert "Closed at the reporter's wish: 3" in house.last("ana", "periodic-summary").text
    house.close()


def test_there_is_none_where_the_manual_has_none(tmp_path: Path) -> None:
    """A17: off; the refusal says so."""
    house = table(tmp_path, procedure="numpy")
    house.write("ana@members.test", "conduct@example.test", "SUMMARY")
    assert "no periodic summary" in house.last("ana", "refused").text
    house.until(on(2026, 7, 2))
    assert house.count_of("ana", "periodic-summary") == 0
    house.close()
