"""The daemon as a process: from the file until SIGTERM or SIGINT, and from the file anew at SIGHUP.

A file with problems changes nothing: the journal says so, and the daemon goes on as it was. Not
here: the doors, the post and the clock (daemon.py).
"""

import asyncio
import signal
from typing import Any

from cocmail import journal, opening
from cocmail.config import Config, load
from cocmail.daemon import Daemon
from cocmail.edge.notify import tell_systemd
from cocmail.errors import Trouble


def serve(config: Config) -> None:
    """Run until SIGTERM or SIGINT, then end in order. Raises Trouble when it cannot start."""
    asyncio.run(_serve(config))


async def _serve(config: Config) -> None:
    over, anew = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, over.set)
    loop.add_signal_handler(signal.SIGHUP, anew.set)
    while not over.is_set():
        config = await _until(config, over, anew)


async def _until(config: Config, over: asyncio.Event, anew: asyncio.Event) -> Config:
    """One daemon, from its start to its end; returns what the next one is to run on."""
    house = Daemon(config)
    await house.start()
    tell_systemd("READY=1")
    running = asyncio.ensure_future(house.wait())
    following = config
    while not (over.is_set() or running.done()) and following is config:
        await _first(running, over, anew)
        if anew.is_set() and not over.is_set():
            anew.clear()
            following = _read_again(config)
    # What ended by itself is a bug of ours; systemd starts us again.
    failure = running.exception() if running.done() and not running.cancelled() else None
    tell_systemd("STOPPING=1" if following is config else "RELOADING=1")
    await house.stop()
    await asyncio.gather(running, return_exceptions=True)
    if failure is not None:
        raise failure
    return following


async def _first(running: "asyncio.Future[None]", *events: asyncio.Event) -> None:
    """Wait until the daemon ended or one of these happened."""
    signals = [asyncio.create_task(event.wait()) for event in events]
    waiting: list[asyncio.Future[Any]] = [running, *signals]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for signal_ in signals:
        signal_.cancel()


def _read_again(config: Config) -> Config:
    """The file as it stands now, or what there was where the file has problems."""
    fresh = load(config.file)
    try:
        if isinstance(fresh, Config):
            opening.wording(fresh)
            return fresh
        problems = len(fresh)
    except Trouble as trouble:
        problems = len(trouble.problems)
    journal.note("trouble", where="configuration", problems=problems)
    return config
