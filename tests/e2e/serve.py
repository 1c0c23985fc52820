"""The daemon as a process for these tests: `serve.py CONFIG`. It says "ready" and runs until TERM.

With COCMAIL_SHIFT naming a file, its clock runs that many seconds ahead of the machine's, read
anew each time, so that a test can make it jump. COCMAIL_POLL is how many seconds it waits between
two looks into a mailbox whose server has no IDLE, COCMAIL_BUSY the same soon after a start or a
mail, where it has IDLE. With COCMAIL_PROFILE naming a file, what the desk did is written there at
the end. Not here: any assertion, and any setting but the configuration's.
"""

import asyncio
import cProfile
import os
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cocmail import journal
from cocmail.config import Config, load
from cocmail.daemon import Daemon
from cocmail.desk import Desk
from cocmail.edge import imap


class ShiftedClock:
    """The machine's clocks, the time of day shifted by what stands in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        """The time of day, UTC."""
        return datetime.now(UTC) + timedelta(seconds=float(self._file.read_text() or "0"))

    def monotonic(self) -> float:
        """Seconds at their own pace."""
        return time.monotonic()


def profiled(file: str) -> None:
    """Let the desk's thread write a profile when it ends."""
    work = Desk._work

    def watched(desk: Desk) -> None:
        profile = cProfile.Profile()
        profile.runcall(work, desk)
        profile.dump_stats(file)

    Desk._work = watched  # type: ignore[method-assign, assignment]


async def serve(file: Path) -> None:
    """Run the daemon of this configuration until TERM."""
    config = load(file)
    if not isinstance(config, Config):
        raise SystemExit("\n".join(map(str, config)))
    imap.BUSY = float(os.environ.get("COCMAIL_BUSY", imap.BUSY))
    imap.POLL = float(os.environ.get("COCMAIL_POLL", imap.POLL))
    shift = os.environ.get("COCMAIL_SHIFT")
    daemon = Daemon(config, ShiftedClock(Path(shift)) if shift else None)
    over = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, over.set)
    await daemon.start()
    print("ready", flush=True)
    await over.wait()
    await daemon.stop()


if __name__ == "__main__":
    journal.set_up()
    if "COCMAIL_PROFILE" in os.environ:
        profiled(os.environ["COCMAIL_PROFILE"])
    asyncio.run(serve(Path(sys.argv[1])))
