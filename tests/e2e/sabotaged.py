"""`cocmail run CONFIG` in which every room fails now and then, with words of mails in the errors.

Python's own warnings, asyncio's debug mode and every logger at DEBUG are the caller's and this
script's to switch on. Not here: any assertion.
"""

import asyncio
import itertools
import logging
import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cocmail import asking, backups, mornings
from cocmail.cli import main
from cocmail.edge.post import Post
from cocmail.gate import Gate
from cocmail.house import House
from cocmail.reception import Reception
from cocmail.store import Store

SECRET = "vorpelstang <quillfrond@vexholm.test> Marzipolt"


class Loud:
    """What is destroyed with words on its lips."""

    def __del__(self) -> None:
        raise RuntimeError(SECRET)


def failing(function: Callable[..., Any], every: int) -> Callable[..., Any]:
    """The same, but each so many times it fails."""
    count = itertools.count(1)

    def fails(*some: Any, **more: Any) -> Any:
        if next(count) % every == 0:
            warnings.warn(SECRET, stacklevel=2)
            logging.getLogger("some.library").error("about %s", SECRET, exc_info=True)
            logging.getLogger("asyncio").error(SECRET)
            Loud()
            threading.Thread(target=lambda: Path(SECRET).read_bytes()).start()
            raise ValueError(SECRET)
        return function(*some, **more)

    return fails


def sabotage() -> None:
    """Patch a few methods of every room."""
    for owner, name, every in (
        (Reception, "take", 3), (Gate, "letter", 4), (House, "fared", 5), (House, "tick", 3),
        (Store, "batch", 23), (mornings, "strike", 3), (backups, "prune", 2), (asking, "act", 1),
    ):  # fmt: skip
        setattr(owner, name, failing(getattr(owner, name), every))
    send = Post.send
    count = itertools.count(1)

    async def sends(self: Post, letter: Any) -> Any:
        if next(count) % 3 == 0:
            asyncio.get_running_loop().call_soon(failing(print, 1))
            raise ValueError(SECRET)
        return await send(self, letter)

    Post.send = sends  # type: ignore[method-assign]


if __name__ == "__main__":
    for known in ("", "asyncio", "mail.log", "aiosmtplib", "cocmail"):
        logging.getLogger(known).setLevel(logging.DEBUG)
    sabotage()
    raise SystemExit(main(["run", "--config", sys.argv[1]]))
