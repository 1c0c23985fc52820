"""The end of a record: the warning, the reason to keep it, the key that goes, what stays (A21)."""

from datetime import timedelta
from pathlib import Path

import pytest
from talk import MONDAY, Table, table

from cocmail.core import retention
from cocmail.keys import Erased

WORDS = (
    "Ana Ruiz was there too when Sam Reed told the purple giraffe joke at the evening social, and "
    "nobody of the organisers said a word about it for the rest of the night."
)
PLAIN = "\n".join((
    "determinations = false", "consult = false", "severe_track = false", "council_report = false",
))  # fmt: skip


def committee(folder: Path, more: str = "", **options: str) -> Table:
    overrides = f"{PLAIN}\n{more}"
    return table(folder, procedure="numpy", members="ana bo chi dee", overrides=overrides,
                 **options)  # fmt: skip


def closed(house: Table, result: str = "AT-REPORTERS-WISH") -> int:
    """A case that Bo led and closed; Ana is kept out of it, Dee stepped out."""
    house.write("rita@home.test", "conduct@example.test", WORDS, name="Rita Vale")
    report = house.last("bo", "report")
    house.answer(house.last("dee", "report"), "RECUSE")
    house.answer(report, "TAKE")
    house.answer(report, "The purple giraffe again.")
    number = max(case.no for case in house.house.records.cases())
    code = house.house.records.case(number).code
    house.answer(report, f"CLOSE {code} {result}")
    assert house.house.records.case(number).state == "closed"
    return number


def test_a_record_is_warned_of_kept_longer_and_erased(tmp_path: Path) -> None:
    """T43, A21, PS-56, RETAIN: 14 months after a case was closed at the reporter's wish."""
    house = committee(tmp_path)
    number = closed(house)
    records, store = house.house.records, house.house.store
    code, reply_to = records.case(number).code, house.last("bo", "report").reply_to
    party = house.box("rita@home.test")[-1].reply_to
    house.wait(days=389)
    assert house.count_of("bo", "retention-notice") == 0
    house.wait(days=2)
    notice = house.last("bo", "retention-notice")
    assert house.count_of("chi", "retention-notice") == 0, "Bo leads and presides"
    assert "1 mail" in notice.text
    assert "giraffe" not in notice.text
    house.answer(notice, "RETAIN an appeal is open")
    assert "until which day" in house.last("bo", "refused").text
    house.answer(notice, "RETAIN an appeal is open UNTIL 2026-05-01")
    assert "anyway" in house.last("bo", "refused").text
    house.answer(notice, "RETAIN an appeal is open UNTIL 2027-09-01")
    assert "kept until 2027-09-01" in house.last("bo", "transcript").text
    house.until(MONDAY.replace(year=2027, month=8, day=31))
    assert house.count_of("bo", "retention-notice") == 2, "the new end has its own warning"
    assert store.entries(number)
    before = {who: len(house.box(who)) for who in ("ana", "bo", "chi", "dee", "rita@home.test")}
    seq = store.entries(number)[0].seq
    sealed = house.keys.seal(number, b"giraffe", f"log|{seq}")
    texts = [mail.text for mail, _ in records.case(number).mails]
    assert all(store.text(number, ref) for ref in texts)
    house.until(MONDAY.replace(year=2027, month=9, day=2))

    assert house.keys.is_erased(number)
    assert f"{number}\n" in (tmp_path / "cocmail.keys.erased").read_text()
    assert store.entries(number) == []
    assert store.find("code", code) == []
    assert store.find("person", "sam reed") == []
    assert [store.text(number, ref) for ref in texts] == [b""] * len(texts)
    with pytest.raises(Erased):
        house.keys.unseal(number, sealed, f"log|{seq}")
    stone = records.house.past.erased[number]
    house.house.records.forget_all()
    stone = records.house.past.erased[number]
    assert (stone.code, stone.result, stone.hidden) == (code, "AT-REPORTERS-WISH", ())
    for who in ("bo", "chi"):
        asked = house.last(who, "retention-notice")
        assert f"The record of {code}" in asked.text
        assert "Please delete what you still hold" in asked.text
    for who in ("ana", "dee", "rita@home.test"):
        late = [d for d in house.box(who)[before[who] :] if d.template != "chair-status"]
        assert not late, f"{who} is told nothing"

    # A handle once issued is never refused; now it is mail to the alias (product.md 3).
    assert house.reception.is_ours(reply_to)
    house.write("rita@home.test", party, "It has begun again, worse than before, every single "
                "evening since the middle of last week in the public channel.")  # fmt: skip
    assert "every single" in house.last("chi", "report").text
    house.write("bo@members.test", reply_to, "STATUS")
    assert code not in house.last("bo", "case-status").text
    house.write("bo@members.test", "conduct@example.test", f"DOC {code}")
    assert "No case of that name" in house.last("bo", "refused").text
    assert house.house.store.verify_chain() is None
    house.close()


def test_erasing_waits_for_a_day_of_running_time_after_an_outage(tmp_path: Path) -> None:
    """Promise 8: and a warning that was missed is given first, in full."""
    house = committee(tmp_path)
    number = closed(house)
    house.wait(days=400)  # warned at day 390
    house.restart(timedelta(days=30))  # past the end
    house.wait(hours=23)
    assert house.house.store.entries(number)
    house.wait(hours=2)
    assert house.keys.is_erased(number)

    second = closed(house)
    house.restart(timedelta(days=500))
    house.wait(days=29)
    assert house.count_of("bo", "retention-notice") == 3  # warned, asked to delete, warned
    assert house.house.store.entries(second)
    house.wait(days=2)
    assert house.keys.is_erased(second)
    house.close()


def test_what_nobody_judged_goes_after_thirty_days(tmp_path: Path) -> None:
    """A21: quarantine and spam 30 days, without a letter to anybody."""
    house = committee(tmp_path, rota="bo")
    house.write("junk@bulk.test", "conduct@example.test", "Buy purple giraffes now, cheap.",
                headers={"X-Spam-Flag": "YES"})  # fmt: skip
    house.write("rita@home.test", "conduct@example.test", WORDS)
    house.answer(house.last("bo", "report"), "SPAM")
    house.wait(days=29, hours=23)
    assert house.house.store.entries(1)
    assert house.house.store.entries(2)
    house.wait(hours=2)
    assert house.keys.is_erased(1)
    assert house.keys.is_erased(2)
    assert house.count_of("bo", "quarantine") == 1
    house.close()


@pytest.mark.parametrize(
    ("result", "months"),
    [("NO-VIOLATION", 6), ("NOT-CONDUCT", 6), ("RESOLVED", 14), ("ON-FILE", 14), ("WARNED", 26),
     ("AT-REPORTERS-WISH", 14), ("BANNED", 26), ("ESCROW", 26)],
)  # fmt: skip
def test_how_long_a_record_is_kept(tmp_path: Path, result: str, months: int) -> None:
    """A21: by how the case ended; a month is 30 days."""
    house = committee(tmp_path)
    case = house.house.records.case(closed(house))
    case.result = result
    frame = house.house.frame(house.now)
    assert retention.kept_until(case, frame) == case.closed + timedelta(days=30 * months)
    case.bans.rows["P1"] = retention.Ban("P1", "Sam Reed", ("all",), "2026-03-02", "", "2027-03-02")
    assert retention.kept_until(case, frame) is None, "a permanent ban keeps its record"
    case.bans.rows["P1"] = retention.Ban("P1", "Sam Reed", ("all",), "2026-03-02", "2029-03-02", "")
    end = retention.kept_until(case, frame)
    assert end is not None
    assert end.date().isoformat() == "2031-04-21", "26 months after the ban's end"
    house.close()


def test_a_survey_goes_to_confirmed_reporters_once(tmp_path: Path) -> None:
    """T46: off by default; 14 days after the close, template only; QUIET stops it."""
    house = committee(tmp_path / "on", 'survey_after = "14 days"')
    closed(house)
    house.write("una@home.test", "conduct@example.test", WORDS + " Twice.", proof="")
    before = len(house.box("rita@home.test"))
    house.wait(days=13)
    assert len(house.box("rita@home.test")) == before
    house.wait(days=40)
    (asked,) = house.box("rita@home.test")[before:]
    assert "One question" in asked.text
    assert not any("One question" in d.text for d in house.box("una@home.test"))
    house.close()
    for folder, more, quiet in (("off", "", False), ("quiet", 'survey_after = "14 days"', True)):
        house = committee(tmp_path / folder, more)
        closed(house)
        if quiet:
            house.answer(house.last("bo", "report"), "QUIET REPORTER")
        before = len(house.box("rita@home.test"))
        house.wait(days=40)
        assert len(house.box("rita@home.test")) == before
        house.close()


def test_a_fact_of_the_house_counts_once_and_a_refused_line_leaves_none(tmp_path: Path) -> None:
    """Product 6: all lines of a mail run, or none; also those that are written at the alias."""
    house = committee(tmp_path)
    house.write("bo@members.test", "conduct@example.test", "AWAY\nDOC no name")
    assert "1 error" in house.last("bo", "refused").subject
    assert "bo" not in house.house.records.house.away
    house.close()
