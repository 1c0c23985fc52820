"""What `cocmail demo` shows: each mail as it passes, in at most 80 columns, with or without colour.

Not here: what happens (story.py) and what is checked (promises.py).
"""

import asyncio
import os
import re
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from cocmail.demo import cast
from cocmail.demo.promises import Verdict
from cocmail.demo.stage import Delivered, Written
from cocmail.demo.story import Step
from cocmail.mail.twin import FOOTER_RULE, FOOTER_TITLE

WIDEST = 80
PAUSE = 0.15  # seconds after each mail, where somebody is watching
_BAR = 15
_FOOTER = f"\n{FOOTER_RULE}\n{FOOTER_TITLE}"
_RULE = re.compile(r"-{10,}")
_OFFER = re.compile(r"^  -> (.+?)   \(", re.MULTILINE)
# How many lines of a letter are shown; letters to the reporter and the reported person say no
# template in their headers.
_SHOWN = {"": 36, "report": 30, "conflict-question": 20, "preview": 6, "sent": 1}
_USUAL = 14
_DENSE = ("transcript", "refused", "notices", "tally")  # shown without their empty lines
REPORTS_SHOWN = 2  # to the first reader, and at the release; later ones are the same again


def console(*, plain: bool, width: int | None) -> Console:
    """A console of at most 80 columns; `plain`, or NO_COLOR, has no colour and no pauses."""
    plain = plain or bool(os.environ.get("NO_COLOR"))
    made = Console(no_color=True if plain else None, force_terminal=False if plain else None,
                   highlight=False, markup=False, emoji=False, file=sys.stdout)  # fmt: skip
    made.width = max(40, min(WIDEST, width or made.width))
    return made


class Screen:
    """Prints the play; the audience of a Stage."""

    def __init__(self, out: Console, steps: int) -> None:
        self._out = out
        self._steps = steps
        self._pause = PAUSE if out.is_terminal else 0.0
        self._reports = 0

    def opening(self, folder: Path) -> None:
        """What a newcomer is about to see."""
        self._say("cocmail demo: one case, from the report to the end", "bold")
        self._say("")
        self._say(
            "A code-of-conduct committee of six shares one address, "
            f"{cast.ALIAS}. Everything below is ordinary mail, sent over real sockets on this "
            "machine to a real cocmail and caught by a sink. Only the clock is put forward. "
            "Everybody is invented, nothing leaves this machine."
        )
        self._say("")
        self._say("  >>  a mail that somebody writes", "green")
        self._say("  <<  a letter that cocmail sends, one to each", "cyan")
        self._say("  one tap:  the answers it offers as links, filled in", "dim")
        self._say("")
        self._say(f"The letters will be in {folder}{'/' if len(folder.parts) == 1 else ''}")

    def step(self, number: int, step: Step) -> None:
        """A progress line, and what this step is about."""
        done = round(_BAR * number / self._steps)
        bar = "#" * done + "." * (_BAR - done)
        self._say("")
        self._say(f"[{bar}] step {number} of {self._steps}: {step.title}", "bold yellow")
        self._say("")
        self._say(step.words, "italic")

    async def written(self, mail: Written) -> None:
        """A mail on its way in; the quote below a reply is left out."""
        self._say("")
        who = f"{mail.by.name} ({mail.by.role})"
        self._say(f"{mail.at:%a %H:%M} >> {who} to {_short(mail.to)}", "bold green", hang=13)
        self._say(mail.subject, "green", indent=13, hang=13)
        self._words(mail.words.rstrip("\n").split("\n"))
        await self._wait()

    async def delivered(self, letters: Sequence[Delivered]) -> None:
        """Letters on their way out; the same words to several are shown once."""
        groups: dict[tuple[str, str, str], list[Delivered]] = {}
        for letter in letters:
            body = letter.mail.text.partition(_FOOTER)[0]
            groups.setdefault((letter.template, letter.mail.subject, body), []).append(letter)
        for (template, subject, body), same in groups.items():
            self._letter(template, subject, body, same)
            await self._wait()

    def _letter(self, template: str, subject: str, body: str, same: list[Delivered]) -> None:
        names = [_who(letter.to) for letter in same]
        self._say("")
        self._say(f"{same[0].at:%a %H:%M} << {', '.join(names)}", "bold cyan", hang=13)
        each = f"  ({len(same)} mails)" if len(same) > 1 else ""
        self._say(subject + each, "cyan", indent=13, hang=13)
        lines = _lines(body)
        shown = self._room_for(template, lines)
        words = [line for line in lines[:shown] if line or template not in _DENSE]
        self._words(_lines("\n".join(words)), more=len(lines) - shown)
        offers = list(dict.fromkeys(o for m in same for o in _OFFER.findall(m.mail.text)))
        if offers and template != "notices":
            self._say("one tap: " + " | ".join(offers), "dim", indent=4, hang=13)

    def _room_for(self, template: str, lines: list[str]) -> int:
        """How many of these lines are shown: all, or some with a note of how many are left."""
        if rule := _rule_of_receipt(lines):
            return rule
        self._reports += template == "report"
        if self._reports > REPORTS_SHOWN and template == "report":
            return 3
        shown = _SHOWN.get(template, _USUAL)
        return len(lines) if len(lines) <= shown + 2 else shown

    def verdicts(self, found: Sequence[Verdict]) -> None:
        """Which promises were checked, and whether they held."""
        self._say("")
        self._say(f"Promises checked on what you just saw ({len(found)})", "bold yellow")
        self._say("")
        for verdict in found:
            mark, style = ("kept  ", "green") if verdict.holds else ("BROKEN", "bold red")
            self._say(f"{mark}  {verdict.promise}", style, hang=8)
            if verdict.holds:
                self._say(verdict.seen, "dim", indent=8, hang=8)
            else:
                self._say(f"Should be: {verdict.seen}", style, indent=8, hang=8)

    def closing(self, folder: Path, code: str, seconds: float) -> None:
        """Where everything lies, and what to do next."""
        self._say("")
        self._say(f"Done in {seconds:.1f} seconds. To look around:", "bold")
        self._say("")
        for line in (
            f"cd {folder}",
            "ls letters                       one Maildir a person",
            f"mutt -f letters/{cast.DEE.address}",
            "cocmail status                   what the operator sees: counts, no names",
            "cocmail log                      every step of the case, without contents",
            f"cocmail why '{code}'",
            "                                 who may read the case, and why",
        ):
            self._say(line, indent=2, hang=4)
        self._say("")
        self._say(
            "cocmail.db is the log, sealed with the key in cocmail.key; journal.jsonl is what the "
            "operator's journal got; cocmail.toml is the whole configuration."
        )
        self._say("")
        self._say("Your own committee:  cocmail init DIR")

    # -- lines -------------------------------------------------------------------------------------

    def _words(self, lines: Sequence[str], more: int = 0) -> None:
        for line in lines:
            self._say(line, indent=4, hang=4, bar=True)
        if more:
            self._say(f"[{more} more lines, see the Maildir]", "dim", indent=4, hang=4, bar=True)

    def _say(
        self, words: str, style: str = "", *, indent: int = 0, hang: int = 0, bar: bool = False
    ) -> None:
        room = self._out.width - 2 * bar
        broken = textwrap.wrap(
            words, room, initial_indent=" " * indent, subsequent_indent=" " * hang,
            break_on_hyphens=False, drop_whitespace=True, replace_whitespace=False,
        )  # fmt: skip
        encoding = self._out.encoding
        for line in broken or [" " * indent if bar else ""]:
            said = f"{line[:indent]}| {line[indent:]}" if bar else line
            shown = said.rstrip().encode(encoding, "replace").decode(encoding)
            self._out.print(Text(shown, style=style), soft_wrap=True)

    async def _wait(self) -> None:
        if self._pause:
            await asyncio.sleep(self._pause)


def _short(address: str) -> str:
    """An address with its long tag cut, `conduct+c-u5sg...@lantern.test`."""
    return re.sub(r"(\+[a-z]-[a-z2-7]{4})[a-z2-7]+@", r"\1...@", address)


def _who(address: str) -> str:
    player = cast.BY_ADDRESS.get(address)
    return f"{player.name} ({player.role.partition(',')[0]})" if player else address


def _lines(body: str) -> list[str]:
    """The lines of a body; several empty lines are one."""
    return re.sub(r"\n{3,}", "\n\n", body.strip("\n")).split("\n")


def _rule_of_receipt(lines: list[str]) -> int:
    """Where the rule of a receipt stands, 0 if this is no receipt."""
    if not lines[0].startswith("Thank you. Your message has arrived"):
        return 0
    return next((n for n, line in enumerate(lines) if _RULE.fullmatch(line)), 0)
