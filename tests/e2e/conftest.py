"""Every test in this folder runs a real daemon over real sockets, and is marked `e2e`."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lives here, and nothing else."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("e2e")
            item.add_marker(pytest.mark.xdist_group("e2e"))  # one after the other


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that a server's own users may enter, unlike pytest's."""
    made = Path(tempfile.mkdtemp(prefix="cocmail-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)
