"""The README stays true: its tables are the registry's, its commands and its links exist."""

import re
from pathlib import Path

from cocmail.core.commands import KEYWORDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
COMMANDS = (ROOT / "config" / "commands.md").read_text()


def rows() -> list[str]:
    return [f"| `{known.form}` | {known.help} |" for known in KEYWORDS.values()]


def listed(text: str) -> list[str]:
    return re.findall(r"^\| `.*$", text, re.MULTILINE)


def test_the_table_of_commands_is_the_registry() -> None:
    assert listed(COMMANDS) == rows()


def test_the_everyday_lines_are_as_in_the_registry() -> None:
    everyday = listed(README)
    assert everyday
    assert set(everyday) <= set(rows())


def test_there_are_two_commands_and_they_set_everything_up() -> None:
    commands = re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)
    assert len(commands) == 2
    assert "cocmail demo" in commands[0]
    assert "pytest" in commands[1]


def test_ci_calls_what_the_readme_says() -> None:
    run = (ROOT / ".ci" / "run").read_text()
    assert "readme 'm pytest'" in run
    assert "readme 'cocmail demo'" in run


def test_links_lead_to_files() -> None:
    for path in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / path).exists(), path
