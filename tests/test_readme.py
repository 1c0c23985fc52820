"""The README stays true: its table is the registry, its commands and its links exist."""

import re
from pathlib import Path

from cocmail.core.commands import KEYWORDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()


def rows() -> list[str]:
    return [f"| `{known.form}` | {known.help} |" for known in KEYWORDS.values()]


def test_the_table_of_keywords_is_the_registry() -> None:
    listed = re.findall(r"^\| `.*$", README, re.MULTILINE)
    assert listed == rows()


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
