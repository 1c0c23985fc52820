"""The rules of the house, read from the source: layers, and one place for each thing.

Here the program is only parsed. What it does is tested beside each room.
"""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import cocmail
from cocmail.core.commands import KEYWORDS
from cocmail.doors import DOORS, UNAPPROVED
from cocmail.places import data_dir
from cocmail.samples import SAMPLES
from cocmail.sight.every import SEEN

ROOT = Path(cocmail.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
PROCEDURES = {file.stem for file in (data_dir("config") / "procedures").glob("*.toml")}

# From the top of the house down; imports go down this list only. Rooms of one storey may know
# each other, as long as they make no circle.
STOREYS: tuple[frozenset[str], ...] = tuple(
    frozenset(storey.split())
    for storey in (
        "__main__ cli cli_document demo",
        "serving",
        "begin check describe",
        "daemon",
        "edge desk",
        "backups mornings terms seasons opening reception reports imports speakers parties why"
        " probing asking status unsealing",
        "shared",
        "incoming enclosed",
        "house",
        "counsel taking errands",
        "gate",
        "sight delivery",
        "indexing",
        "records seating samples doors hearing keyring passing ledger",
        "mail roster nets render leakcheck namecheck telling traces wordcheck toplines store config"
        " keys keyfile handles journal",
        "core",
        "durations errors places",
    )
)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(), str(file))


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def room(file: Path) -> str:
    """core for core/case.py, gate for gate.py."""
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def module(file: Path) -> str:
    parts = file.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module(file): file for file in FILES}


def imports(file: Path) -> Iterator[str]:
    """Every module this file names, in full; `from cocmail import x` counts as cocmail.x."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(file)}: a relative import"
            base = node.module or ""
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield full if full in MODULES else base


def storey(name: str) -> int:
    found = [n for n, rooms in enumerate(STOREYS) if name in rooms]
    assert len(found) == 1, f"{name} stands on no storey: write it into the list"
    return found[0]


def files_that(says: Callable[[ast.AST], bool]) -> set[str]:
    return {named(file) for file in FILES if any(says(node) for node in ast.walk(tree(file)))}


def importers(*packages: str) -> set[str]:
    return {
        named(file)
        for file in FILES
        if any(name == p or name.startswith(p + ".") for name in imports(file) for p in packages)
    }


def calls(node: ast.AST, name: str) -> bool:
    """A call of `name(...)` or `x.name(...)`."""
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    said = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
    return said == name


# -- layers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES, ids=named)
def test_imports_go_down_only(file: Path) -> None:
    here = room(file)
    if here == "__init__":
        assert not [name for name in imports(file) if name.startswith("cocmail")]
        return
    for name in imports(file):
        if name.startswith("cocmail."):
            there = name.split(".")[1]
            assert here == there or storey(here) <= storey(there), f"{named(file)} imports {name}"


def test_imports_make_no_circle() -> None:
    graph = {
        name: {there for there in imports(file) if there in MODULES}
        for name, file in MODULES.items()
    }
    clean: set[str] = set()

    def walk(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in clean:
            for there in graph[name]:
                # Reading a package's own front page from inside it is no circle of rooms.
                if there != name and there != name.rpartition(".")[0]:
                    walk(there, (*path, name))
            clean.add(name)

    for name in graph:
        if not MODULES[name].name.startswith("__init__"):
            # edge/smtp.py and edge/session.py know each other's types only.
            graph[name] -= typing_only(MODULES[name])
    for name in graph:
        walk(name, ())


def typing_only(file: Path) -> set[str]:
    """Modules imported under `if TYPE_CHECKING:` alone."""
    found: set[str] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            for inner in ast.walk(node):
                if isinstance(inner, ast.ImportFrom) and inner.module:
                    found.add(inner.module)
    return found


# -- one place each -------------------------------------------------------------------------------


def test_letters_are_made_at_the_gate_alone() -> None:
    assert files_that(lambda node: calls(node, "Letter")) == {"gate.py"}


def test_addresses_are_looked_up_at_the_gate_alone() -> None:
    assert files_that(lambda node: calls(node, "receiving")) == {"gate.py"}


def test_sockets_are_on_the_edge() -> None:
    allowed = {"daemon.py", "desk.py", "demo.py"}
    socketed = importers("socket", "asyncio", "ssl", "aiosmtpd", "aiosmtplib", "imapclient",
                         "apscheduler", "dns", "http", "urllib.request")  # fmt: skip
    # dkim's verification is pure but runs in a thread.
    inside = {f for f in socketed if not f.startswith(("edge/", "demo"))}
    assert inside <= {*allowed, "cli.py", "serving.py", "mail/authenticity.py"}
    streams = ("create_server", "create_unix_server", "open_connection", "start_server", "socket")
    for word in streams:
        found = files_that(lambda node, word=word: calls(node, word))  # type: ignore[misc]
        assert all(f.startswith(("edge/", "demo")) for f in found), (word, found)


def test_sql_is_in_the_store_and_the_keys_alone() -> None:
    places = ("store/", "keys.py")
    assert all(f.startswith(places) for f in importers("sqlite3", "sqlite_utils"))

    def sql(node: ast.AST) -> bool:
        text = node.value if isinstance(node, ast.Constant) else None
        words = text.casefold().split() if isinstance(text, str) else []
        return bool(words) and (
            (words[0] == "select" and "from" in words)
            or words[:2] in (["insert", "into"], ["delete", "from"], ["create", "table"])
            or (words[0] == "update" and "set" in words)
        )

    assert all(f.startswith(places) for f in files_that(sql))


def test_templates_are_filled_in_render_alone() -> None:
    assert importers("jinja2") == {"render.py"}


def test_the_journal_is_the_only_log() -> None:
    assert importers("logging") <= {"journal.py", "daemon.py"}
    printing = files_that(lambda node: calls(node, "print"))
    assert all(f.startswith(("cli", "demo", "__main__")) for f in printing), printing


def test_the_core_is_pure() -> None:
    """No I/O, clock, dice, log or email package; a clock or a number is an argument."""
    forbidden = {
        "random", "os", "logging", "email", "time", "socket", "secrets", "asyncio", "sqlite3",
        "pathlib", "io", "subprocess", "threading", "uuid", "tempfile", "shutil",
    }  # fmt: skip
    core = [file for file in FILES if room(file) == "core"]
    assert core
    for file in core:
        roots = {name.split(".")[0] for name in imports(file)}
        assert not roots & forbidden, f"{named(file)}: {roots & forbidden}"
        for node in ast.walk(tree(file)):
            for call in ("now", "utcnow", "today", "open", "print", "getenv"):
                assert not calls(node, call), f"{named(file)} calls {call}"


def test_the_time_is_an_argument_below_the_daemon() -> None:
    """Only the daemon, the alarm, the command line and the demo may ask what time it is."""
    asking = files_that(lambda node: calls(node, "now") and _of_a_class(node))
    assert all(f.startswith(("daemon", "edge/clock", "cli", "demo")) for f in asking), asking


def _of_a_class(node: ast.AST) -> bool:
    called = getattr(node, "func", None)
    owner = getattr(called, "value", None)
    return isinstance(owner, ast.Name) and owner.id in ("datetime", "date", "time")


def test_nothing_asks_which_manual_it_follows() -> None:
    """A procedure is its parameters: no `if procedure == "numpy"` anywhere."""
    assert len(PROCEDURES) == 5

    def compared(node: ast.AST) -> bool:
        if isinstance(node, ast.Compare):
            said = [node.left, *node.comparators]
        elif isinstance(node, ast.MatchValue):
            said = [node.value]
        else:
            return False
        spread = [e for s in said for e in (s.elts if hasattr(s, "elts") else [s])]
        return any(isinstance(s, ast.Constant) and s.value in PROCEDURES for s in spread)

    assert files_that(compared) == set()


# -- shape ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_file_is_a_room_not_a_house(file: Path) -> None:
    assert len(file.read_text().splitlines()) <= 400, "a file that passes 400 lines is two rooms"


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_file_says_what_lives_in_it(file: Path) -> None:
    assert ast.get_docstring(tree(file))


@pytest.mark.parametrize("file", FILES, ids=named)
def test_no_word_of_plumbing_in_a_name(file: Path) -> None:
    plumbing = {"helper", "helpers", "utils", "util", "manager", "ctx", "misc"}
    names = {file.stem}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
    words = {word for name in names for word in name.casefold().strip("_").split("_")}
    assert not words & plumbing


@pytest.mark.parametrize("verb", sorted(KEYWORDS))
def test_every_keyword_says_how_it_is_written_and_what_it_does(verb: str) -> None:
    known = KEYWORDS[verb]
    assert f"{known.form} ".startswith(f"{verb} ")  # NEW CASE is one keyword
    assert known.help
    assert "\n" not in known.form + known.help
    assert (known.function.__doc__ or "").strip(), "a keyword's rule stands in its docstring"


def test_every_keyword_of_the_first_edition_is_there() -> None:
    wanted = """HELP SHOW PASS ABOUT EXCLUDE ADMIT CLEAR RECUSE PARTY TAKE HANDOFF NOTE NEXT SAFETY
    REPEAT ASK DRAFT OK HOLD PROPOSE VOTE AGREE OBJECT CLOSE REOPEN STATUS SHEET DOC READ MERGE
    SPAM RELEASE AWAY BACK YES NO"""
    assert set(wanted.split()) <= set(KEYWORDS)


# -- templates and the gate -----------------------------------------------------------------------

TEMPLATES = {file.stem for file in (data_dir("templates") / "en").glob("*.txt")}
TO_PARTIES = UNAPPROVED | {
    "accidental-disclosure",
    "apology-relay",
    "apology-request",
    "mediation-invitation",
    "mediator-question",
    "no-violation",
    "outcome-reported",
    "outcome-reporter",
    "proposed-resolution",
    "question",
    "right-of-reply",
    "severe-originator",
}


def test_every_template_has_a_door_or_goes_to_a_party() -> None:
    assert TEMPLATES
    assert set(DOORS) | TO_PARTIES == TEMPLATES
    assert not set(DOORS) & TO_PARTIES


def test_every_letter_that_is_not_drafted_can_be_seen() -> None:
    assert set(DOORS) <= set(SEEN)
    assert set(SEEN) <= TEMPLATES


def test_every_template_is_rehearsed() -> None:
    assert set(SAMPLES) == TEMPLATES


def test_every_letter_that_is_wanted_somewhere_has_a_template() -> None:
    """`write("...", ...)` names a template that exists."""
    wanted = {
        node.args[0].value
        for file in FILES
        for node in ast.walk(tree(file))
        if calls(node, "write")
        and isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
        and room(file) in ("core", "house", "mornings")
    }
    assert {"report", "receipt", "ballot"} <= wanted <= TEMPLATES
