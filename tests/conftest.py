"""Options of the whole test run."""

import pytest
from hypothesis import settings

# Machines of CI are slow and shared: how long an example took says nothing about the program.
settings.register_profile("cocmail", parent=settings(), deadline=None)
settings.load_profile("cocmail")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--sockets`: the stories run against a real daemon, over real SMTP and LMTP."""
    parser.addoption(
        "--sockets",
        action="store_true",
        help="play the stories against a real daemon over real SMTP and LMTP",
    )
