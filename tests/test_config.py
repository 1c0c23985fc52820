"""The configuration: every problem at once, never an exception, and what a good file becomes."""

import os
import re
import tempfile
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.config import (
    Config,
    Listen,
    MaildirRoute,
    Problem,
    SmtpRoute,
    UnixSocket,
    load,
    warnings,
)
from cocmail.errors import Trouble
from cocmail.places import data_dir, find

BAD = Path(__file__).parent / "bad_configs"
EXAMPLE = data_dir("config") / "example.toml"

SMALL = """
[committee]
name = "Lantern Conduct Committee"
alias = "conduct@lantern.test"
procedure = "jupyter"
chair = "ana"
{committee}
[[members]]
id = "ana"
name = "Ana Ruiz"
addresses = ["ana@members.test"]
{ana}
[[members]]
id = "bo"
name = "Bo Lind"
addresses = ["bo@members.test"]
[[members]]
id = "chi"
name = "Chi Okafor"
addresses = ["chi@members.test"]
[[council]]
id = "kim"
name = "Kim Sato"
addresses = ["kim@council.test"]
contact = true
[lmtp]
listen = "{listen}"
[smarthost]
url = "{url}"
{smarthost}
{more}
"""


def small(folder: Path, **parts: str) -> Path:
    """A small good configuration with these parts filled in."""
    usual = dict.fromkeys(re.findall(r"{(\w+)}", SMALL), "")
    usual |= {"listen": "127.0.0.1:8024", "url": "smtp://127.0.0.1:25"}
    path = folder / "cocmail.toml"
    path.write_text(SMALL.format(**usual | parts), encoding="utf-8")
    return path


def good(path: Path) -> Config:
    config = load(path)
    assert isinstance(config, Config), "\n".join(str(problem) for problem in config)
    return config


def bad(path: Path) -> list[str]:
    problems = load(path)
    assert isinstance(problems, list)
    return [str(problem).removeprefix(f"{path}: ") for problem in problems]


# -- bad files


@pytest.mark.parametrize("path", sorted(BAD.glob("*.toml")), ids=lambda path: path.stem)
def test_bad_configs(path: Path) -> None:
    problems = load(path)
    assert isinstance(problems, list)
    lines = [str(problem).replace(f"{BAD}{os.sep}", "") for problem in problems]
    assert lines == path.with_suffix(".error").read_text(encoding="utf-8").splitlines()


def test_the_alias_is_no_members_address_in_any_form_of_its_domain(tmp_path: Path) -> None:
    said = SMALL.replace("conduct@lantern.test", "conduct@exämple.test")
    said = said.replace("bo@members.test", "conduct+bo@xn--exmple-cua.test")
    usual = dict.fromkeys(re.findall(r"{(\w+)}", said), "")
    usual |= {"listen": "127.0.0.1:8024", "url": "smtp://127.0.0.1:25"}
    (tmp_path / "cocmail.toml").write_text(said.format(**usual), encoding="utf-8")
    (problem,) = bad(tmp_path / "cocmail.toml")
    assert problem.startswith("members.bo.addresses[1]: is an address of the alias; ")


def test_bad_configs_are_many_and_complete() -> None:
    tomls, errors = ({path.stem for path in BAD.glob(f"*.{end}")} for end in ("toml", "error"))
    assert tomls == errors
    assert len(tomls) >= 25


def test_every_problem_names_file_key_and_remedy() -> None:
    for path in BAD.glob("*.error"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert re.fullmatch(r"[\w./-]+: [^:]+: [^;]+; .+", line), line


def test_missing_and_unreadable_files(tmp_path: Path) -> None:
    assert bad(tmp_path / "none.toml") == [
        "file: does not exist; give its path with --config, or write one with `cocmail init DIR`"
    ]
    assert bad(tmp_path) == ["file: cannot be read (Is a directory); check the path and its rights"]
    assert "not a file name" in bad(tmp_path / "a\0b")[0]


def test_a_problem_is_one_printable_line() -> None:
    line = str(Problem("a\nb", "k\x1b[2J", "p\u2028q", "r\udc80"))
    assert line.isprintable()
    assert line.startswith("a b: k")


def test_trouble_carries_the_lines() -> None:
    trouble = Trouble([Problem("f", "k", "is wrong", "mend it"), "f: other: line; too"])
    assert trouble.problems == ("f: k: is wrong; mend it", "f: other: line; too")


def test_a_password_in_the_url_is_not_repeated(tmp_path: Path) -> None:
    (line,) = bad(small(tmp_path, url="smtp://us:hunter2@mail.test"))
    assert "hunter2" not in line


def _loads(content: bytes) -> Config | list[Problem]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cocmail.toml"
        path.write_bytes(content)
        return load(path)


def _never_raises(content: bytes) -> None:
    loaded = _loads(content)
    if isinstance(loaded, list):
        assert loaded
        assert all(str(problem).isprintable() for problem in loaded)


LINES = EXAMPLE.read_text(encoding="utf-8").splitlines()
KEYS = sorted({found for line in LINES for found in re.findall(r"^#? ?([a-z_0-9]+) = ", line)})
TABLES = sorted({line.split("#")[0].strip() for line in LINES if line.startswith("[")})
VALUES = st.one_of(
    st.sampled_from(
        ['""', "0", "-1", "true", "[]", "{}", "1979-05-27", "nan", "99999999999999999"]
    ),
    st.sampled_from(['"ana"', '["ana"]', '"a@b.test"', '["a@b.test"]', '"12 hours"', '"[::1]:1"']),
    st.sampled_from(['"unix:"', '"maildir:x"', '"/"', '"\\u0000"', '"numpy"', '"../x"', '"."']),
    st.text(alphabet="abc@.:/+\\\"'[]{}=,#\n é\0", max_size=12),
)


@given(st.binary(max_size=200))
def test_bytes_never_raise(content: bytes) -> None:
    _never_raises(content)


@given(st.lists(st.tuples(st.sampled_from(TABLES), st.sampled_from(KEYS), VALUES), max_size=8))
def test_any_values_under_known_keys_never_raise(parts: list[tuple[str, str, str]]) -> None:
    _never_raises("\n".join(f"{t}\n{k} = {v}" for t, k, v in parts).encode())


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), VALUES), min_size=1, max_size=4))
def test_a_damaged_example_never_raises(damages: list[tuple[int, str]]) -> None:
    lines = LINES.copy()
    for number, value in damages:
        lines[number] = f"{lines[number].split('=')[0]}= {value}"
    _never_raises("\n".join(lines).encode())


@pytest.mark.parametrize("depth", [50, 300, 450, 3000])
def test_deep_nesting_never_raises(depth: int) -> None:
    _never_raises(b"store = " + b"[" * depth + b"]" * depth)


# -- good files


def test_the_example_lacks_only_its_secrets(tmp_path: Path) -> None:
    path = tmp_path / "cocmail.toml"
    path.write_bytes(EXAMPLE.read_bytes())
    (only,) = bad(path)
    assert only.startswith('imap.password_file: there is no file "imap-password"; ')
    (tmp_path / "imap-password").write_text("correct horse\n")
    config = good(path)
    assert config.imap is not None
    assert config.imap.password == "correct horse"
    assert "correct horse" not in repr(config)
    assert config.smtp is not None
    assert (config.smtp.size_limit, config.smtp.connections) == (35_000_000, 100)
    assert config.store.path == tmp_path / "cocmail.db"
    assert config.store.key_file == tmp_path / "cocmail.key"
    assert config.screening.turn == timedelta(weeks=1)
    assert config.addresses["ana"] == ("ana@members.test", "ana@work.test")
    offices = {person.id: person.office for person in config.roster.people.values()}
    assert offices == {
        **dict.fromkeys(("ana", "bo", "chi"), "member"),
        "kim": "council",
        "max": "moderator",
        "pat": "administrator",
        "ola": "delegate",
    }


def test_every_commented_key_of_the_example_is_known(tmp_path: Path) -> None:
    text = re.sub(r"^# ([a-z_0-9]+ = )", r"\1", EXAMPLE.read_text(encoding="utf-8"), flags=re.M)
    path = tmp_path / "cocmail.toml"
    path.write_text(text, encoding="utf-8")
    for name in (
        "imap-password",
        "smtp-password",
        "cert.pem",
        "key.pem",
        "dkim.pem",
        "openpgp.key",
    ):
        (tmp_path / name).write_text("x")
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys/ana.asc").write_text("x")
    # The one pair that excludes each other is all that is left.
    (only,) = bad(path)
    assert only.startswith("imap: has two ways to log in; ")


def test_what_left_out_means(tmp_path: Path) -> None:
    config = good(small(tmp_path))
    assert config.roster.rota == config.screening.rota == ("ana", "bo", "chi")
    assert config.screening.silent_after == config.procedure.screener_silent == timedelta(hours=4)
    assert config.committee.timezone == ZoneInfo("UTC")
    assert config.committee.subaddress == "+"
    assert config.relay.trusted_peers == ()
    assert config.smtp is None
    assert config.imap is None
    assert config.lmtp is not None
    assert config.lmtp.listen == Listen("127.0.0.1", 8024)
    assert config.lmtp.size_limit == 35_000_000
    assert config.limits.reports_per_sender_per_day == 10
    assert config.smarthost.give_up_after == timedelta(days=5)
    assert config.store.key_file == tmp_path / "cocmail.key"


def test_addresses_keep_their_local_part(tmp_path: Path) -> None:
    config = good(small(tmp_path, more='[operators]\nelsewhere = "Om.Bud@ELSEWHERE.test"'))
    assert config.operators.elsewhere == "Om.Bud@elsewhere.test"


def test_one_namespace(tmp_path: Path) -> None:
    more = """
[[council]]
id = "bo"
name = "Bo Lind"
addresses = ["bo@members.test"]
contact = true
[[spaces]]
id = "help"
name = "#help"
moderators = [{ id = "chi", name = "Chi Okafor", address = "chi@members.test" }]
administrators = [{ id = "chi", name = "Chi Okafor", address = "chi@members.test" }]
"""
    config = good(small(tmp_path, more=more))
    assert (config.roster.people["bo"].office, config.roster.people["bo"].contact) == (
        "member",
        True,
    )
    assert config.roster.people["chi"].office == "member"
    assert config.addresses["chi"] == ("chi@members.test",)


@pytest.mark.parametrize(
    ("url", "route"),
    [
        ("smtp://127.0.0.1:2525", SmtpRoute("smtp", "127.0.0.1", 2525)),
        ("smtp://[::1]", SmtpRoute("smtp", "::1", 25)),
        ("smtps://mail.lantern.test", SmtpRoute("smtps", "mail.lantern.test", 465)),
        (
            "smtp+starttls://mail.lantern.test/",
            SmtpRoute("smtp+starttls", "mail.lantern.test", 587),
        ),
    ],
)
def test_routes(tmp_path: Path, url: str, route: SmtpRoute) -> None:
    assert good(small(tmp_path, url=url)).smarthost.url == route


@pytest.mark.parametrize(
    "url", ["smtp://", "smtp://h:0", "smtp://h:99999", "http://h", "smtp://[::g]", "smtp://h/x", ""]
)
def test_malformed_routes(tmp_path: Path, url: str) -> None:
    assert [line.split(":")[0] for line in bad(small(tmp_path, url=url))] == ["smarthost.url"]


def test_paths_start_at_the_file(tmp_path: Path) -> None:
    config = good(small(tmp_path, url="maildir:out", listen="unix:lmtp.sock"))
    assert config.smarthost.url == MaildirRoute(tmp_path / "out")
    assert config.lmtp is not None
    assert config.lmtp.listen == UnixSocket(tmp_path / "lmtp.sock")


def test_a_credential_of_systemd_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / "smtp-password").write_text("from systemd\n")
    (credentials / "cocmail.key").write_text("k")
    (tmp_path / "smtp-password").write_text("from the folder\n")
    path = small(tmp_path, smarthost='user = "us"\npassword_file = "smtp-password"')
    assert good(path).smarthost.password == "from the folder"
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    config = good(path)
    assert config.smarthost.password == "from systemd"
    assert config.store.key_file == credentials / "cocmail.key"


def test_a_password_stands_alone_in_its_file(tmp_path: Path) -> None:
    path = small(tmp_path, smarthost='user = "us"\npassword_file = "secret"')
    for content in (b"", b"\n", b"one\ntwo\n", b"\xff"):
        (tmp_path / "secret").write_bytes(content)
        (only,) = bad(path)
        assert only.startswith("smarthost.password_file: ")


# -- warnings


def warned(path: Path) -> set[str]:
    return {problem.key for problem in warnings(good(path))}


def test_a_plain_configuration_is_warned_of_nothing(tmp_path: Path) -> None:
    assert warnings(good(small(tmp_path))) == []


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"more": '[operators]\nids = ["bo"]'}, "operators.ids"),
        ({"more": '[relay]\nauthserv_id = "mx.lantern.test"'}, "relay.authserv_id"),
        ({"listen": "0.0.0.0:24"}, "lmtp.listen"),
        ({"url": "smtp://mail.lantern.test"}, "smarthost.url"),
        ({"committee": 'tag_domain = "tags.lantern.test"'}, "committee.tag_domain"),
        ({"committee": 'language = "eo"'}, "committee.language"),
        ({"committee": 'openpgp_key_file = "k"'}, "committee.openpgp_key_file"),
        ({"smarthost": 'user = "u"\npassword_file = "k"'}, "smarthost.password_file"),
        (
            {"more": '[imap]\nhost = "h.test"\nuser = "u"\noauth2_token_command = "t"'},
            "imap.junk_folder",
        ),
        (
            {
                "more": '[[delegates]]\nid = "ola"\nname = "Ola Nord"\naddress = "o@lantern.test"',
            },
            "addresses of ola",
        ),
        (
            {"more": '[[delegates]]\nid = "ola"\nname = "Ola Nord"\naddress = "ö@event.test"'},
            "addresses of ola",
        ),
    ],
)
def test_warnings(tmp_path: Path, parts: dict[str, str], key: str) -> None:
    (tmp_path / "k").write_text("x")
    (tmp_path / "k").chmod(0o644)
    assert warned(small(tmp_path, **parts)) == {key}


def test_an_operator_off_the_roster_is_no_warning(tmp_path: Path) -> None:
    assert warned(small(tmp_path, more='[operators]\nids = ["rowan"]')) == set()


def test_silent_after_overrides_the_procedure(tmp_path: Path) -> None:
    plain = good(small(tmp_path))
    config = good(small(tmp_path, more='[screening]\nsilent_after = "30 minutes"'))
    assert config.procedure.screener_silent == timedelta(minutes=30)
    assert config.screening.silent_after == timedelta(minutes=30)
    assert config.procedure.hash != plain.procedure.hash


def test_a_procedure_by_path_starts_at_the_file(tmp_path: Path) -> None:
    text = find("config", "procedures/gcc.toml", None).read_text(encoding="utf-8")
    (tmp_path / "ours.toml").write_text(text.replace('id = "gcc"', 'id = "ours"'))
    path = small(tmp_path)
    path.write_text(path.read_text().replace('"jupyter"', '"./ours.toml"'))
    assert good(path).procedure.id == "ours"
