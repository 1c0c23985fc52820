"""`cocmail document`: by mail only to who may read, on a terminal only with a reason for all."""

from pathlib import Path

import pytest
from talk import ALIAS, Table, table

from cocmail import asking, cli, unsealing
from cocmail.errors import Trouble

REPORT = (
    "Somebody in the weekly call makes fun of the accents of others, every single week, and "
    "nobody in the call says anything against it. Bo Lind was there too. Please talk to them."
)
WORDS = "makes fun of the accents"


@pytest.fixture
def t(tmp_path: Path) -> Table:
    made = table(tmp_path, procedure="numpy", members="ana bo chi dee")
    made.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    made.answer(made.last("chi", "report"), "RECUSE")
    return made


def call(t: Table, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main(["document", *words, "--config", str(t.config.file)])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_cleared_member_gets_it_by_mail(t: Table) -> None:
    assert unsealing.send(t.house, ["1", "dee"], t.now) == "Dee Novak"
    t.run()
    assert WORDS in t.last("dee", "document").text
    t.wait(hours=3)
    assert any("document sent to Dee Novak" in d.text for d in t.box("ana"))
    assert not [d for who in ("ana", "bo", "chi") for d in t.box(who) if d.template == "document"]
    assert not [d for d in t.box("bo") if WORDS in d.text]
    t.close()


@pytest.mark.parametrize("who", ["bo", "chi", "kim", "Bo Lind"])
def test_nobody_else_can_be_named(t: Table, who: str) -> None:
    before = t.house.store.errands_of(1)
    with pytest.raises(Trouble, match="may not read this case"):
        unsealing.send(t.house, ["1", *who.split()], t.now)
    assert t.house.store.errands_of(1) == before
    t.close()


def test_on_a_terminal_the_group_hears_first(t: Table) -> None:
    text = unsealing.unseal(t.house, ["1"], "a court asked for it", t.now)
    assert WORDS in text
    assert "rita@home.test" not in text
    t.run()
    for who in ("ana", "dee"):
        assert "a court asked for it" in t.last(who, "notices").text
    for who in ("bo", "chi"):
        assert not [d for d in t.box(who) if "court" in d.text]
    t.answer(t.last("dee", "report"), "DOC")
    assert "the operator: document (on a terminal: a court" in t.last("dee", "document").text
    t.close()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["1"], "no member is named"), (["2"], 'no case is called "2"'),
        (["1", "--unseal", " "], "the reason is empty"),
        (["1", "ana", "--unseal", "x"], "a member is named as well"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_and_nothing_is_shown(
    t: Table, capsys: pytest.CaptureFixture[str], words: list[str], why: str
) -> None:
    t.close()
    code, out, err = call(t, capsys, *words)
    assert (code, out) == (1, "")
    assert why in err


def test_where_nobody_could_be_told_nothing_is_printed(t: Table) -> None:
    for who in ("ana", "dee"):
        t.answer(t.last(who, "report"), "RECUSE")
    with pytest.raises(Trouble, match="could be told"):
        unsealing.unseal(t.house, ["1"], "a court asked for it", t.now)
    t.close()


def test_where_nobody_takes_requests_it_says_so(
    t: Table, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside a daemon: e2e/test_commands.py."""
    monkeypatch.setattr(asking, "PATIENCE", 0.3)
    code, out, err = call(t, capsys, "1", "dee")
    assert (code, out) == (1, "")
    assert "did not answer; look at `cocmail status`; stop the daemon, and run this again" in err
    t.close()
    code, out, err = call(t, capsys, "1", "dee")
    assert (code, err) == (0, "")
    assert out == "the document goes to Dee Novak when the daemon runs again\n"
    code, out, err = call(t, capsys, "1", "--unseal", "a court asked for it")
    assert (code, WORDS in out) == (0, True)
