"""Options of the whole test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--sockets`: the stories run against a real daemon, over real SMTP and LMTP."""
    parser.addoption(
        "--sockets",
        action="store_true",
        help="play the stories against a real daemon over real SMTP and LMTP",
    )
