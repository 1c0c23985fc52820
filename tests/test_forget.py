"""`cocmail forget`: the operator erases a case; nothing brings it back (product.md 8, PS-56)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from talk import Table, table

from cocmail import asking, cli

WORDS = (
    "Sam Reed shouted at me in the planning call, twice, and Dee Novak looked away the whole time. "
    "I would like that to end, please, before the next call."
)


def committee(folder: Path) -> Table:
    house = table(folder, procedure="numpy", members="ana bo dee")
    house.write("rita@home.test", "conduct@example.test", WORDS, name="Rita Vale")
    return house


def test_forget_erases_one_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.3)
    house = committee(tmp_path)
    house.write("una@home.test", "conduct@example.test", "Fay Moreau was called names in the "
                "channel last night, by an account that is called axe99, three times.")  # fmt: skip
    code = house.house.records.case(1).code
    config = str(tmp_path / "cocmail.toml")
    house.house.pulse(house.now)
    assert cli.main(["forget", *code.split(), "--config", config]) == 1
    # Somebody writes the database, and it is no daemon that takes requests (e2e/test_commands.py).
    said = capsys.readouterr().err
    assert "did not answer" in said
    assert "stop the daemon, and run this again" in said
    assert not list((tmp_path / "cocmail.db.asked").iterdir()), "it was taken back"
    house.close()

    assert cli.main(["forget", "amber", "nowhere", "--config", config]) == 1
    assert 'no case is called "amber nowhere"' in capsys.readouterr().err
    assert cli.main(["forget", code.replace(" ", "-"), "--config", config]) == 0
    assert "case 1 is erased" in capsys.readouterr().out
    assert (tmp_path / "cocmail.keys.erased").read_text() == "1\n"
    assert cli.main(["forget", "1", "--config", config]) == 1
    assert "erased already" in capsys.readouterr().err

    house.now = max(house.now, datetime.now(UTC))  # the command line has the machine's clock
    house.open()
    house.wait(minutes=1)
    assert house.house.store.entries(1) == []
    assert house.house.records.case(2).parties, "the other case is untouched"
    assert house.keys.is_erased(1)
    for who in ("ana", "bo"):
        assert f"The record of {code}" in house.last(who, "retention-notice").text
    assert house.count_of("dee", "retention-notice") == 0
    assert code in house.house.records.house.past.erased[1].code
    assert house.house.store.verify_chain() is None
    house.close()


def test_a_merged_case_goes_with_the_one_it_went_into(tmp_path: Path) -> None:
    house = committee(tmp_path)
    house.write("una@home.test", "conduct@example.test", WORDS + " I am another one.")
    one, two = (house.house.records.case(n) for n in (1, 2))
    house.answer(house.last("ana", "report"), f"MERGE {two.code} INTO {one.code}")
    assert two.state == "merged"
    house.house.forget(1, house.now)
    assert house.keys.erased() == {1, 2}
    assert set(house.house.records.house.past.erased) == {1, 2}
    house.close()


def test_a_code_name_of_an_erased_case_is_never_drawn_again(tmp_path: Path) -> None:
    """PS-61: its tombstone still bears it."""
    from cocmail.counsel import UsedCodes

    house = committee(tmp_path)
    code = house.house.records.case(1).code
    house.house.forget(1, house.now)
    assert house.house.store.find("code", code) == []
    assert code in UsedCodes(house.house.records)
    house.close()
