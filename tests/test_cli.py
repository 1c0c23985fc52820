"""The command line: exit codes, what goes where, and a real daemon from `init` to SIGTERM."""

import json
import os
import shutil
import signal
import smtplib
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from cocmail import __version__, begin, cli, cli_document
from cocmail.config import Config, load
from cocmail.errors import Trouble
from cocmail.places import data_dir

BAD = Path(__file__).parent / "bad_configs"
ANSWERS = [
    "Lantern Conduct Committee", "conduct@lantern.test", "",
    "ana Ana Ruiz <ana@members.test>", "bo Bo Lind <bo@members.test>",
    "chi Chi Okafor <chi@members.test>", "",
    "", "kim Kim Sato <kim@council.test>",
]  # fmt: skip
OPTIONS = [
    "--name", "Lantern Conduct Committee", "--alias", "conduct@lantern.test",
    "--member", "ana Ana Ruiz <ana@members.test>", "--member", "bo Bo Lind <bo@members.test>",
    "--member", "chi Chi Okafor <chi@members.test>", "--council", "kim Kim Sato <kim@council.test>",
]  # fmt: skip


class Ran:
    """What a command did: exit code and the lines of both streams."""

    def __init__(self, code: int, out: str, err: str) -> None:
        assert "Traceback" not in out + err
        self.code, self.out, self.err = code, out.splitlines(), err.splitlines()


def cocmail(*arguments: str, typed: str = "", **environment: str) -> Ran:
    """Run a real process."""
    done = subprocess.run(
        [sys.executable, "-m", "cocmail", *arguments],
        input=typed, capture_output=True, text=True, timeout=60,
        env={**os.environ, **environment},
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


def here(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ran:
    """The same in this process."""
    code = cli.main(list(arguments))
    said = capsys.readouterr()
    return Ran(code, said.out, said.err)


def lantern(folder: Path, *more: str) -> Path:
    """A configuration that `init` wrote."""
    usual = [f"--{q.option}={q.usual}" for q in begin.QUESTIONS if q.usual is not None]
    assert cli.main(["init", str(folder), *OPTIONS, *usual, *more]) == 0
    return folder / "cocmail.toml"


# -- usage ----------------------------------------------------------------------------------------


def test_version_and_help() -> None:
    assert cocmail("--version").out == [f"cocmail {__version__}"]
    shown = cocmail("--help")
    assert shown.code == 0
    listed = {line.split()[0] for line in shown.out if line.startswith("  ") and line.split()}
    assert {
        "demo",
        "init",
        "check",
        "run",
        "status",
        "why",
        "log",
        "forget",
        "describe",
        "backup",
        "restore",
        "document",
    } <= listed


def test_every_command_explains_itself() -> None:
    for name, command in cli.cocmail.commands.items():
        result = CliRunner().invoke(command, ["--help"])
        assert result.exit_code == 0, name
        assert command.help
        options = {option for p in command.params for option in p.opts}
        assert ("--config" in options) == (name not in ("demo", "init"))


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chekc"],
        ["check", "--nonsense"],
        ["check", "extra"],
        ["why"],
        ["forget"],
        ["document"],
        ["init"],
        ["run", "-x"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    ran = here(capsys, *arguments)
    assert ran.code == 2
    assert not ran.out
    assert "Usage: cocmail" in ran.err[0]


@pytest.mark.parametrize("command", ["check", "run", "status", "log", "why", "forget", "document"])
def test_a_missing_file_is_1(command: str, tmp_path: Path) -> None:
    more = ["home", "shelf"] if command in ("why", "forget", "document") else []
    done = subprocess.run(
        [sys.executable, "-m", "cocmail", command, *more],
        cwd=tmp_path, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("cocmail.toml: file: does not exist; ")
    assert done.stderr.count("\n") == 1


def test_a_bug_of_ours_says_its_kind_and_no_word_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_path: Path) -> Config:
        raise LookupError("rita@home.test said this")

    monkeypatch.setattr(cli_document, "load", broken)
    ran = here(capsys, "check")
    assert ran.code == 1
    assert ran.err == [
        "cocmail: internal error (LookupError); report it with the command and `cocmail --version`"
    ]


def test_control_c_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_path: Path) -> Config:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli_document, "load", interrupted)
    ran = here(capsys, "check")
    assert ran.code == 130
    assert not [line for line in ran.err if line]


@pytest.mark.parametrize("command", ["check --config {file}", "--help"])
def test_a_reader_that_went_away_is_no_problem(command: str, tmp_path: Path) -> None:
    arguments = command.format(file=lantern(tmp_path)).split()
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "cocmail", *arguments],
        stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("code", [0, 1])
def test_the_demo_is_played_where_it_was_asked_for(
    code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    played: list[object] = []

    def play(folder: Path | None, *, plain: bool) -> int:
        played.append((folder, plain))
        return code

    monkeypatch.setattr("cocmail.demo.play", play)
    assert here(capsys, "demo").code == code
    assert here(capsys, "demo", "--plain", "there").code == code
    assert played == [(None, True), (Path("there"), True)]


# -- check ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(BAD.glob("*.toml")), ids=lambda path: path.stem)
def test_every_bad_configuration_is_1(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = here(capsys, "check", "--config", str(path))
    assert ran.code == 1
    wanted = path.with_suffix(".error").read_text(encoding="utf-8").splitlines()
    assert [line.replace(f"{BAD}{os.sep}", "") for line in ran.err] == wanted


def test_a_bad_configuration_in_a_process(tmp_path: Path) -> None:
    shutil.copy(BAD / "bad-address.toml", tmp_path / "cocmail.toml")
    for command in ("check", "run"):
        ran = cocmail(command, "--config", str(tmp_path / "cocmail.toml"))
        assert ran.code == 1
        assert ran.out == []
        assert all(line.count(": ") >= 2 and "; " in line for line in ran.err)


def test_check_names_what_a_start_would_meet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = lantern(tmp_path)
    (tmp_path / "templates/en").mkdir(parents=True)
    (tmp_path / "templates/en/receipt.txt").write_text("Subject: x\n\n{{ nothing_of_the_kind }}\n")
    (tmp_path / "codenames.txt").write_text("harbor\nblame\n")
    (tmp_path / "cocmail.key").write_text("not a key\n")
    (tmp_path / "cocmail.key").chmod(0o600)
    before = sorted(tmp_path.rglob("*"))
    capsys.readouterr()
    ran = here(capsys, "check", "--config", str(file))
    assert ran.code == 1
    assert [line.split(": ")[1] for line in ran.err] == ["template", "words", "store.key_file"]
    assert "blame" in ran.err[1]
    assert sorted(tmp_path.rglob("*")) == before


def test_check_makes_nothing_and_marks_its_notes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = lantern(tmp_path)
    made = set(tmp_path.iterdir())
    capsys.readouterr()
    ran = here(capsys, "check", "--config", str(file))
    assert (ran.code, ran.err) == (0, [])
    assert all(line.startswith("note: ") for line in ran.out[:-1])
    assert ran.out[-1] == f"{file}: no problems, {len(ran.out) - 1} notes"
    assert set(tmp_path.iterdir()) == made


def test_a_certificate_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = lantern(tmp_path, "--door", "smtp 127.0.0.1:8025")
    for name in ("cert.pem", "key.pem"):
        (tmp_path / name).write_text("nothing\n")
        (tmp_path / name).chmod(0o600)
    said = file.read_text().replace("# tls_", "tls_")
    file.write_text(said)
    capsys.readouterr()
    for command in ("check", "run"):
        ran = here(capsys, command, "--config", str(file))
        assert ran.code == 1
        problems = [line for line in ran.err if not line.startswith("{")]
        assert len(problems) == 1
        assert problems[0].startswith(f"{file}: smtp.tls_certificate: does not fit the key; ")


# -- init -----------------------------------------------------------------------------------------


def test_init_from_a_pipe(tmp_path: Path) -> None:
    ran = cocmail("init", str(tmp_path / "new"), typed="\n".join(ANSWERS))
    assert (ran.code, ran.err) == (0, [])
    config = load(tmp_path / "new/cocmail.toml")
    assert isinstance(config, Config)
    assert config.roster.chair == "ana"
    assert [p.name for p in config.roster.members()] == ["Ana Ruiz", "Bo Lind", "Chi Okafor"]
    assert config.addresses["kim"] == ("kim@council.test",)
    assert config.lmtp is not None
    assert config.smtp is None


HOSTED = [
    *ANSWERS, "smtp+starttls://smtp.hosted.test", "Europe/Paris", "imap imap.hosted.test", "", "",
    "correct-horse",
]  # fmt: skip


def test_init_for_a_committee_that_has_a_hosted_mailbox_only(tmp_path: Path) -> None:
    """Answered line by line; nothing has to be edited, and the password is in no command line."""
    folder = tmp_path / "new"
    ran = cocmail("init", str(folder), typed="\n".join(HOSTED))
    assert (ran.code, ran.err) == (0, [])
    config = load(folder / "cocmail.toml")
    assert isinstance(config, Config)
    assert (config.smtp, config.lmtp) == (None, None)
    assert config.imap is not None
    known = config.imap
    assert (known.host, known.port, known.security) == ("imap.hosted.test", 993, "tls")
    assert (known.user, known.password) == ("conduct@lantern.test", "correct-horse")
    assert (known.folder, known.junk_folder) == ("INBOX", "Junk")
    # A provider takes mail for the outside from nobody who has not logged in.
    assert (config.smarthost.user, config.smarthost.password) == (known.user, known.password)
    assert (folder / "imap-password").stat().st_mode & 0o777 == 0o600
    assert "correct-horse" not in (folder / "cocmail.toml").read_text()
    checked = cocmail("check", "--config", str(folder / "cocmail.toml"))
    assert (checked.code, checked.err) == (0, [])


def test_init_for_a_hosted_mailbox_by_options(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kept").write_text("correct-horse\n")
    file = lantern(tmp_path / "new", "--door", "imap imap.hosted.test:143", "--user", "box-7",
                   "--password-file", str(tmp_path / "kept"))  # fmt: skip
    config = load(file)
    assert isinstance(config, Config)
    assert config.imap is not None
    known = config.imap
    assert (known.port, known.security, known.user) == (143, "starttls", "box-7")
    assert known.password == "correct-horse"
    assert config.smarthost.user is None, "the relay on this host knows no such user"
    assert not (tmp_path / "new/imap-password").exists()
    capsys.readouterr()
    wrong = here(capsys, "init", str(tmp_path / "other"), *OPTIONS, "--procedure=numpy",
                 "--chair=ana", "--timezone=UTC", "--smarthost=smtp://127.0.0.1",
                 "--door", "imap not a host", "--user=", "--password-file=none")  # fmt: skip
    assert wrong.code == 1
    assert [line.split(":")[1].strip() for line in wrong.err] == ["door"]


def test_init_says_where_the_password_is_to_stand(tmp_path: Path) -> None:
    ran = cocmail("init", str(tmp_path / "new"), typed="\n".join(HOSTED[:-1]))
    assert ran.code == 1
    assert ran.err == ["cocmail init: password: is missing; give --password-file"]
    ran = cocmail("init", str(tmp_path / "new"), "--password-file", "gone",
                  typed="\n".join(HOSTED[:-2]))  # fmt: skip
    assert ran.code == 1
    assert "imap.password_file" in ran.err[0]
    assert not (tmp_path / "new/cocmail.toml").exists()


def test_init_never_overwrites_a_password(tmp_path: Path) -> None:
    (tmp_path / "imap-password").write_text("mine")
    ran = cocmail("init", str(tmp_path), typed="\n".join(HOSTED))
    assert ran.code == 1
    assert "imap.password_file: exists already" in ran.err[0]
    assert (tmp_path / "imap-password").read_text() == "mine"


def test_init_shows_every_key_of_the_contract(tmp_path: Path) -> None:
    written = lantern(tmp_path).read_text()
    example = (data_dir("config") / "example.toml").read_text()
    keys = [line.split(" = ")[0].strip("# ") for line in example.splitlines() if " = " in line]
    assert len(keys) > 40
    assert all(f"{key} = " in written for key in keys)
    # Switched on again, the comments are the example's own tables.
    tables = [line.split("]")[0] for line in example.splitlines() if line.startswith("[")]
    assert all(f"{table}]" in written for table in tables)


def test_init_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = lantern(tmp_path)
    file.write_text("mine")
    capsys.readouterr()
    ran = here(capsys, "init", str(tmp_path), *OPTIONS)
    assert ran.code == 1
    assert ran.err == [f"{file}: file: exists already; edit it, or give another folder"]
    assert file.read_text() == "mine"
    ran = here(capsys, "init", str(file), *OPTIONS)
    assert ran.code == 1
    assert ran.err == [f"{file}: folder: is a file; give another folder"]


def test_init_says_what_is_missing_when_the_answers_end(tmp_path: Path) -> None:
    ran = cocmail("init", str(tmp_path / "new"), typed="Lantern Conduct Committee\n")
    assert ran.code == 1
    assert ran.err == [
        f"cocmail init: {key}: is missing; give --{key}" for key in ("alias", "member", "council")
    ]
    assert not (tmp_path / "new").exists()


def test_init_names_every_wrong_answer(tmp_path: Path) -> None:
    ran = cocmail(
        "init", str(tmp_path / "new"), "--name", "a\x07", "--alias", "conduct", "--member", "ana",
        "--member", "Bo! Bo <bo@members.test>", "--council", "kim Kim Sato <kim>",
        "--smarthost", "http://x", "--timezone", "Mars", "--door", "pop3 x",
    )  # fmt: skip
    assert ran.code == 1
    keys = [line.split(": ")[1] for line in ran.err]
    assert keys == [
        "name", "alias", "member", "member", "council", "smarthost", "timezone", "door"
    ]  # fmt: skip
    assert all("; " in line for line in ran.err)


def test_answers_that_do_not_go_together(tmp_path: Path) -> None:
    ran = cocmail("init", str(tmp_path), *OPTIONS, "--chair", "zoe", "--procedure", "nump")
    assert ran.code == 1
    file = tmp_path / "cocmail.toml"
    assert {line.split(": ")[1] for line in ran.err} == {"committee.chair", "committee.procedure"}
    assert all(line.startswith(f"{file}: ") for line in ran.err)
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_words_become_that_text_or_a_fault(name: str, line: str) -> None:
    """An answer without fault stands in the file as it was given: quotes never break out."""
    by_key = {question.key: question for question in begin.QUESTIONS}
    person = begin.named(line)
    if by_key["name"].fault(name) or person is None or by_key["member"].fault(line):
        return
    answers = begin.Answers(
        name, "conduct@lantern.test", "numpy", (person, person), person.id, person,
        "smtp://127.0.0.1:25", "UTC", "lmtp 127.0.0.1:8024",
    )  # fmt: skip
    read = tomllib.loads(begin.text(answers))
    assert read["committee"]["name"] == name
    assert [m["name"] for m in read["members"]] == [person.name] * 2


@given(st.sampled_from(['Ana "the\\" Ruiz', "Zoë [committee]", "x = 1 # y", "''' \\u0041", "Ünal"]))
def test_quotes_in_names_never_break_out(name: str) -> None:
    person = begin.named(f"ana {name} <ana@members.test>")
    assert person is not None
    answers = begin.Answers(
        name, "conduct@lantern.test", "numpy", (person,), "ana", person,
        "smtp://127.0.0.1:25", "UTC", "lmtp 127.0.0.1:8024",
    )  # fmt: skip
    read = tomllib.loads(begin.text(answers))
    assert (read["committee"]["name"], read["members"][0]["name"]) == (name, name)


# -- run, status, log, why ------------------------------------------------------------------------


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(file: Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A real daemon, ended with SIGTERM if the test has not ended it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "cocmail", "run", "--config", str(file)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, **environment},
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=20)


def until_ready(notified: socket.socket) -> None:
    notified.settimeout(30)
    assert notified.recv(100) == b"READY=1"


REPORT = b"""From: Rita Vale <rita@home.test>\r
To: conduct@lantern.test\r
Subject: in the chat\r
Message-ID: <one@home.test>\r
Date: Mon, 02 Mar 2026 09:00:00 +0000\r
\r
Sam Reed has been shouting at newcomers in the chat for weeks, and I do not know what I can do\r
about it any more. Could you have a look at it, please?\r
"""


def test_from_init_to_sigterm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    port, folder = free_port(), tmp_path / "house"
    file = lantern(
        folder, "--door", f"lmtp 127.0.0.1:{port}", "--smarthost", "maildir:out",
        "--procedure", "numpy",
    )  # fmt: skip
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notified:
        notified.bind(str(tmp_path / "notify"))
        with running(file, NOTIFY_SOCKET=str(tmp_path / "notify")) as process:
            until_ready(notified)
            second = cocmail("run", "--config", str(file))
            assert second.code == 1
            (line,) = second.err
            assert line.startswith(f"{folder}/cocmail.db: store.path: another cocmail is running")

            with smtplib.LMTP("127.0.0.1", port) as door:
                assert door.sendmail("rita@home.test", ["conduct@lantern.test"], REPORT) == {}
            wait_for(lambda: len(list(folder.glob("out/ana@members.test/new/*"))) == 1)

            capsys.readouterr()
            seen = here(capsys, "status", "--config", str(file), "--json")
            said = json.loads(seen.out[0])
            assert said["running"] is True
            assert said["cases"] == {"open": 1}
            assert (said["quarantine"], said["stuck"], said["need_a_reader"]) == (0, 0, [])
            assert here(capsys, "check", "--config", str(file)).code == 0

            process.send_signal(signal.SIGTERM)
            out, err = process.communicate(timeout=20)
            assert (process.returncode, out) == (0, "")
    verbs = [json.loads(line)["verb"] for line in err.splitlines()]
    assert verbs[0] == "started"
    assert verbs[-2:] == ["stopping", "stopped"]
    assert "@" not in err

    shown = here(capsys, "log", "--config", str(file))
    assert shown.code == 0
    assert any(line.endswith("case 1     Released") for line in shown.out)
    words = " ".join(shown.out)
    assert not any(word in words for word in ("Rita", "Sam", "ana", "@"))

    asked = here(capsys, "why", "1", "--config", str(file))
    assert asked.code == 0
    assert [line.split(":")[0] for line in asked.out] == [
        "ana  may read", "bo   may read", "chi  may read"
    ]  # fmt: skip
    asked = here(capsys, "why", "1", "Kim Sato", "--config", str(file))
    assert [line.split(":")[0] for line in asked.out] == ["kim  may not read"]
    for words in (["home", "shelf"], ["2"], ["0"], ["1", "zoe"]):
        asked = here(capsys, "why", *words, "--config", str(file))
        assert asked.code == 1
        assert asked.err[0].startswith(f"{file}: why: ")


def wait_for(condition: object, seconds: float = 20) -> None:
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        file = lantern(tmp_path, "--door", f"lmtp 127.0.0.1:{taken.getsockname()[1]}")
        ran = cocmail("run", "--config", str(file))
    assert ran.code == 1
    (line,) = [line for line in ran.err if not line.startswith("{")]
    assert line.startswith(f"{file}: lmtp.listen: cannot be opened (")


def test_status_before_the_first_start(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = lantern(tmp_path)
    made = set(tmp_path.iterdir())
    capsys.readouterr()
    for command in (["status"], ["log"], ["why", "home-shelf"]):
        ran = here(capsys, *command, "--config", str(file))
        assert ran.code == 1
        assert ran.err[0].startswith(f"{tmp_path}/cocmail.db: store.path: there is no database")
    assert set(tmp_path.iterdir()) == made


def test_online_names_what_cannot_be_reached(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hosts(_self: object, domain: str) -> tuple[str, ...]:
        return (f"mx.{domain}",)

    async def nobody(_self: object, _domain: str) -> tuple[str, ...]:
        return ()

    monkeypatch.setattr("cocmail.edge.dns.Dns.mail_hosts", hosts)
    file = lantern(tmp_path, "--smarthost", f"smtp://127.0.0.1:{free_port()}")
    capsys.readouterr()
    ran = here(capsys, "check", "--online", "--config", str(file))
    assert ran.code == 1
    assert ran.out[-1] == (
        f"online: {file}: committee.alias: mail for lantern.test goes to mx.lantern.test"
    )
    assert len(ran.err) == 1
    assert "smarthost.url: 127.0.0.1:" in ran.err[0]
    assert "cannot be reached" in ran.err[0]
    monkeypatch.setattr("cocmail.edge.dns.Dns.mail_hosts", nobody)
    ran = here(capsys, "check", "--online", "--config", str(file))
    assert ran.code == 1
    assert "committee.alias: lantern.test takes no mail" in ran.err[0]


def test_trouble_is_what_commands_raise(tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        begin.refuse_to_overwrite(lantern(tmp_path))
