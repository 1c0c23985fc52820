"""`cocmail demo`: a whole case in front of a newcomer's eyes, on real sockets, in seconds.

In reading order: cast.py (who, and which words), story.py (what happens), stage.py (the daemon,
its sink and a clock that jumps), screen.py (what is shown), promises.py (what is checked),
folder.py (what is left). Not here: anything the daemon needs in earnest.
"""

import asyncio
import io
import sys
import time
from pathlib import Path

from cocmail import journal
from cocmail.config import load
from cocmail.demo import folder as place
from cocmail.demo.promises import Record, verdicts
from cocmail.demo.screen import Screen, console
from cocmail.demo.stage import Broke, Stage, reread
from cocmail.demo.story import START, STEPS, Marks, code_in
from cocmail.errors import Trouble

FOLDER = Path("cocmail-demo")


def play(folder: Path | None = None, *, plain: bool = False, width: int | None = None) -> int:
    """Play one case and leave it in `folder` (`cocmail-demo` here when left out); the exit code.

    0: it was played and every promise held. 1: a problem that was named. `plain` is without
    colour and pauses, `width` the columns to use, at most 80.
    """
    folder = folder or FOLDER
    problem = place.prepare(folder)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    screen = Screen(console(plain=plain, width=width), len(STEPS))
    began = time.monotonic()
    try:
        screen.opening(folder)
        record = asyncio.run(perform(folder, screen))
        found = verdicts(record)
        screen.verdicts(found)
        code = code_in(next(m for m in reversed(record.letters) if m.template == "report"))
    except (Broke, Trouble) as trouble:
        print(f"cocmail demo: {trouble}", file=sys.stderr)
        return 1
    screen.closing(folder, code, time.monotonic() - began)
    broken = [verdict.promise for verdict in found if not verdict.holds]
    for promise in broken:
        print(f"cocmail demo: a promise was broken: {promise}", file=sys.stderr)
    return 1 if broken else 0


async def perform(folder: Path, screen: Screen) -> Record:
    """Play every step in a prepared folder. Raises Broke, or Trouble when nothing can start."""
    config = load(folder / place.CONFIGURATION)
    if isinstance(config, list):
        raise Trouble(config)
    lines = io.StringIO()
    journal.set_up(stream=lines)
    marks = Marks()
    stage = Stage(config, START, screen)
    try:
        async with stage:
            for number, step in enumerate(STEPS, 1):
                screen.step(number, step)
                await step.play(stage, marks)
            sent, waiting, stuck = await stage.counts()
            marks.at_end = await stage.case()
    finally:
        place.leave(folder, stage.letters, lines.getvalue())
    marks.reread = reread(config)
    return Record(
        tuple(stage.mails), tuple(stage.letters), marks, sent, waiting, stuck,
        lines.getvalue(), place.at_rest(folder),
    )  # fmt: skip
