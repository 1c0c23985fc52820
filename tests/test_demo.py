"""`cocmail demo`: it plays, it stays in its folder, and its promises can break.

The play itself runs once for the whole file; what is checked of it is checked on that record.
"""

import io
import json
import logging
import mailbox
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from cocmail import demo
from cocmail.config import Config, load
from cocmail.demo import cast
from cocmail.demo.folder import MARK
from cocmail.demo.promises import SAID, Record, Verdict, verdicts
from cocmail.demo.screen import Screen, console
from cocmail.demo.stage import Broke, Delivered, Stage, Wall
from cocmail.demo.story import START, STEPS, Marks, Step, code_in, id_in
from cocmail.mail.parse import parse


@pytest.fixture(autouse=True, scope="module")
def journal_as_before() -> Iterator[None]:
    """The demo sends the journal into its folder; other tests get theirs back."""
    loggers = (logging.getLogger("cocmail"), logging.getLogger())
    before = [(log, tuple(log.handlers), log.level, log.propagate) for log in loggers]
    yield
    for log, handlers, level, propagate in before:
        for handler in set(log.handlers) - set(handlers):
            log.removeHandler(handler)
        log.setLevel(level)
        log.propagate = propagate


@dataclass(frozen=True)
class Played:
    code: int
    shown: str
    seconds: float
    folder: Path
    around: set[str]
    record: Record


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    home = tmp_path_factory.mktemp("home")
    records: list[Record] = []
    out = io.StringIO()

    def kept(record: Record) -> list[Verdict]:
        records.append(record)
        return verdicts(record)

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        patch.setattr("sys.stdout", out)
        patch.setattr(demo, "verdicts", kept)
        began = time.monotonic()
        code = demo.play(plain=True)
    seconds = time.monotonic() - began
    around = {path.name for path in home.iterdir()}
    return Played(code, out.getvalue(), seconds, home / "cocmail-demo", around, records[0])


# -- what a newcomer sees --------------------------------------------------------------------------


def test_it_plays_in_well_under_a_minute(played: Played) -> None:
    assert played.code == 0, played.shown
    assert played.seconds < 60


def test_every_line_fits_and_has_no_colour(played: Played) -> None:
    assert "\x1b" not in played.shown
    assert [line for line in played.shown.splitlines() if len(line) > 80] == []


def test_it_shows_where_it_is_and_every_mail(played: Played) -> None:
    for number, step in enumerate(STEPS, 1):
        assert f"step {number} of {len(STEPS)}: {step.title}" in played.shown
    # The mark stands behind the time, "Thu 09:12 >> ".
    came = sum(line[9:13] == " >> " for line in played.shown.splitlines())
    assert came == len(played.record.mails)
    subjects = {letter.mail.subject for letter in played.record.letters}
    flat = " ".join(played.shown.split())
    assert [subject for subject in subjects if subject not in flat] == []
    for words in ("Clear.", "RECUSE", "VOTE yes", "| OK", "one tap: CLEAR Sam Reed | RECUSE"):
        assert words in played.shown


def test_it_says_which_promises_were_kept(played: Played) -> None:
    assert len(SAID) >= 10
    for promise in SAID:
        assert f"kept    {promise}" in played.shown
    assert "BROKEN" not in played.shown


def test_a_narrow_screen_is_enough(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    screen = Screen(console(plain=True, width=44), len(STEPS))
    screen.opening(tmp_path / ("long" * 30))
    for number, step in enumerate(STEPS, 1):
        screen.step(number, step)
    screen.closing(tmp_path, "quiet willow", 1.0)
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert max(map(len, lines)) <= 44


async def test_a_terminal_that_knows_ascii_only(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr("sys.stdout", out)
    screen = Screen(console(plain=True, width=80), 1)
    screen.step(1, replace(STEPS[0], words="“Zoë”"))
    out.flush()
    assert b"?Zo??" in raw.getvalue()


# -- what it leaves --------------------------------------------------------------------------------


def test_it_leaves_a_maildir_for_everybody_who_got_mail(played: Played) -> None:
    letters = played.folder / "letters"
    boxes = {box.name: mailbox.Maildir(box, create=False) for box in letters.iterdir()}
    assert set(boxes) == {letter.to for letter in played.record.letters}
    assert sum(len(box) for box in boxes.values()) == len(played.record.letters)
    report = next(m for m in boxes["ana@members.test"] if m["X-Cocmail"] == "report")
    assert "Sam Reed keeps shouting" in parse(report.as_bytes()).text
    for box in boxes.values():
        box.close()


def test_it_leaves_the_log_the_journal_and_a_sound_configuration(played: Played) -> None:
    assert (played.folder / "cocmail.db").read_bytes().startswith(b"SQLite format 3")
    lines = (played.folder / "journal.jsonl").read_text().splitlines()
    assert json.loads(lines[0])["verb"] == "started"
    config = load(played.folder / "cocmail.toml")
    assert isinstance(config, Config), [str(problem) for problem in config]


def test_it_touches_nothing_but_its_folder(played: Played) -> None:
    assert played.around == {"cocmail-demo"}


def test_a_folder_of_somebody_else_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cocmail.db").write_text("mine")
    assert demo.play(tmp_path, plain=True) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["cocmail.db"]
    assert (tmp_path / "cocmail.db").read_text() == "mine"
    said = capsys.readouterr().err
    assert "did not make it" in said
    assert "elsewhere" in said


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_is_left_alone(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place, target = tmp_path / "there", tmp_path / "target"
    target.mkdir()
    (target / MARK).touch()
    (target / "cocmail.db").touch()
    if kind == "file":
        place.touch()
    else:
        place.symlink_to(target)
    assert demo.play(place, plain=True) == 1
    assert (target / "cocmail.db").exists()
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_that_cannot_be_made_is_a_problem_not_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert demo.play(tmp_path / "file" / "below", plain=True) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_its_own_folder_is_made_anew_and_a_note_in_it_stays(
    played: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    (played.folder / "note.txt").write_text("look at step 4")
    (played.folder / "letters" / "old").mkdir()
    assert demo.play(played.folder, plain=True) == 0, capsys.readouterr().out
    assert (played.folder / "note.txt").read_text() == "look at step 4"
    assert not (played.folder / "letters" / "old").exists()


# -- what it does when something is wrong ----------------------------------------------------------


def test_a_broken_promise_is_named_and_is_exit_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "reread", lambda _config: "another case")
    assert demo.play(tmp_path / "demo", plain=True) == 1
    said = capsys.readouterr()
    assert "BROKEN  The log is the case" in said.out
    assert said.err == "cocmail demo: a promise was broken: The log is the case\n"


def test_a_play_that_breaks_off_says_why_and_leaves_what_there_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def lost(stage: Stage, _marks: Marks) -> None:
        stage.last(cast.BO, "report")

    monkeypatch.setattr(demo, "STEPS", (STEPS[0], Step("lost", "", lost)))
    assert demo.play(tmp_path / "demo", plain=True) == 1
    assert capsys.readouterr().err == (
        "cocmail demo: Bo Lind should have a mail now (report), and has not\n"
    )
    assert {box.name for box in (tmp_path / "demo" / "letters").iterdir()} == {
        "rita@home.test",
        "dee@members.test",
    }


def test_the_clock_never_goes_back() -> None:
    wall = Wall(START)
    wall.move(START.replace(hour=12))
    wall.move(START)
    assert wall.now() >= START.replace(hour=12)
    assert wall.monotonic() >= 60 * 60 * 2


# -- every promise can break -----------------------------------------------------------------------


def _letter(record: Record, to: str, template: str = "") -> Delivered:
    return next(m for m in record.to(to) if not template or m.template == template)


def _more(record: Record, *letters: Delivered) -> Record:
    return replace(record, letters=(*record.letters, *letters), sent=record.sent + len(letters))


def _saying(letter: Delivered, words: str, **changes: str) -> Delivered:
    """The letter with these words in its text, and a Message-ID of its own."""
    mail = replace(letter.mail, text=f"{letter.mail.text}\n{words}\n", message_id=f"x{words}")
    return replace(letter, mail=mail, recipients=(changes.get("to", letter.to),))


def _with_header(letter: Delivered, name: str, value: str) -> Delivered:
    mail = replace(
        letter.mail, headers=(*letter.mail.headers, (name, value)), message_id=f"x{value}"
    )
    return replace(letter, mail=mail)


def _swap(record: Record, old: Delivered, new: Delivered) -> Record:
    return replace(record, letters=tuple(new if m is old else m for m in record.letters))


def _marked(record: Record, **changes: object) -> Record:
    return replace(record, marks=replace(record.marks, **changes))  # type: ignore[arg-type]


def _slow(record: Record) -> Record:
    return replace(record, mails=(replace(record.mails[0], elapsed=9.0), *record.mails[1:]))


def _early(record: Record) -> Record:
    letter = _letter(record, cast.SAM.address)
    return _swap(record, letter, replace(letter, at=record.marks.approved))


def _own_ok(record: Record) -> Record:
    mails = tuple(replace(m, by=cast.ANA) if m.words == "OK" else m for m in record.mails)
    return replace(record, mails=mails)


def _never_told(record: Record) -> Record:
    last = record.to(cast.RITA.address)[-1]
    return replace(record, letters=tuple(m for m in record.letters if m is not last))


SAM, BO, ELI, DEE = (p.address for p in (cast.SAM, cast.BO, cast.ELI, cast.DEE))
RUN = "he told a girl of fifteen to go back"

SPOILED: tuple[tuple[str, Callable[[Record], Record]], ...] = (
    ("Nothing is lost", lambda r: replace(r, waiting=1)),
    ("Nothing is lost", lambda r: replace(r, stuck=1)),
    ("Nothing is lost", lambda r: replace(r, sent=r.sent - 1)),
    ("Nothing is lost", lambda r: _more(r, r.letters[0])),
    ("Nothing is lost", lambda r: replace(r, mails=(replace(r.mails[0], reply=451),))),
    ("The log is the case", lambda r: _marked(r, reread="")),
    ("The reporter hears back at once", _slow),
    ("A person answers, and tells the outcome", _never_told),
    ("Every letter has one recipient",
     lambda r: _swap(r, r.letters[3], replace(r.letters[3], recipients=(DEE, BO)))),
    ("Every letter has one recipient",
     lambda r: _swap(r, r.letters[3], _with_header(r.letters[3], "Bcc", BO))),
    ("Who is named in a report does not read it",
     lambda r: _more(r, _saying(_letter(r, DEE), "", to=ELI))),
    ("Who steps out gets nothing more", lambda r: _more(r, _saying(_letter(r, BO), "a"))),
    ("Who steps out gets nothing more",
     lambda r: _swap(r, _letter(r, BO), _saying(_letter(r, BO), RUN))),
    ("Who steps out gets nothing more",
     lambda r: _more(r, _saying(_letter(r, DEE), cast.REASON))),
    ("The reporter stays unknown",
     lambda r: _swap(r, _letter(r, SAM), _saying(_letter(r, SAM), RUN))),
    ("The reporter stays unknown",
     lambda r: _swap(r, _letter(r, SAM), _saying(_letter(r, SAM), "rita thinks so"))),
    ("The reporter stays unknown",
     lambda r: _swap(r, _letter(r, SAM), _with_header(_letter(r, SAM), "X", "rita@home.test"))),
    ("A slip is caught",
     lambda r: _more(r, _saying(_letter(r, DEE), "Rita\nVale asked you to stop"))),
    ("Two people stand behind a letter", _early),
    ("Two people stand behind a letter", _own_ok),
    ("Nobody learns an address",
     lambda r: _swap(r, r.letters[5], _with_header(r.letters[5], "Reply-To", SAM))),
    ("Nobody learns an address",
     lambda r: _swap(r, _letter(r, SAM), _saying(_letter(r, SAM), "write to ana@members.test"))),
    ("Plain replies stay inside", lambda r: _more(r, _saying(_letter(r, SAM), cast.TALK))),
    ("A forged command changes nothing", lambda r: _marked(r, after_forgery="closed")),
    ("A forged command changes nothing",
     lambda r: _more(r, _saying(_letter(r, DEE), cast.FORGED_TALK))),
    ("A forged command changes nothing",
     lambda r: _more(r, _saying(_letter(r, DEE), "", to=cast.FORGER_ENVELOPE))),
    ("The journal is mute", lambda r: replace(r, journal=r.journal + "sent to x@y\n")),
    ("The journal is mute", lambda r: replace(r, journal=r.journal + '{"who": "rita"}\n')),
    ("The journal is mute", lambda r: replace(r, journal="")),
    ("Texts are sealed at rest", lambda r: replace(r, at_rest=r.at_rest + b"..Rita Vale..")),
)  # fmt: skip


@pytest.mark.parametrize(("promise", "spoil"), SPOILED)
def test_every_promise_can_break(
    played: Played, promise: str, spoil: Callable[[Record], Record]
) -> None:
    assert all(verdict.holds for verdict in verdicts(played.record))
    broken = {v.promise for v in verdicts(spoil(played.record)) if not v.holds}
    assert promise in broken


def test_no_promise_is_left_untried() -> None:
    assert {promise for promise, _ in SPOILED} == set(SAID)


def test_the_play_names_a_missing_button() -> None:
    letter = Delivered(
        START, "", ("dee@members.test",), b"", parse(b"Subject: [new question] x\n\n")
    )
    with pytest.raises(Broke, match="OK"):
        id_in(letter, "OK")
    with pytest.raises(Broke, match="code name"):
        code_in(letter)
