"""How often each move of the two worlds really did something in world one.

A machine whose moves all fall flat finds nothing and proves nothing; this counts, per move, how
often it left a fact in the log beyond having been heard, or a letter for the one who looks.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from test_two_worlds import Command, Council, Elsewhere, Report, Said

from cocmail.core.commands.registry import KEYWORDS

# Facts that a mail leaves which did nothing more.
HEARD = frozenset({"Answered", "SignedSeen", "Sent", "MailKept", "TextSaved", "Spoke", "Withheld"})


@dataclass(frozen=True)
class Traces:
    """What there is to see at one moment: the kinds of all facts, and the person's letters."""

    kinds: list[str]
    letters: int


@dataclass
class Effects:
    """Tries and effects, by the name of a move."""

    tried: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    worked: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def note(self, step: object, before: Traces, after: Traces) -> None:
        """One move, with what there was before it and after."""
        name = name_of(step)
        fresh = set(after.kinds[len(before.kinds) :]) - HEARD
        self.tried[name] += 1
        self.worked[name] += bool(fresh) or after.letters > before.letters

    def table(self) -> str:
        """A line a move: how often it was played, and how often it did something."""
        rows = [f"{self.tried[n]:7} {self.worked[n]:7}  {n}" for n in sorted(self.tried)]
        return "\n".join(("  tried  worked  move", *rows))


def name_of(step: object) -> str:
    """The kind of a move; of commands whose case it is, and the verb."""
    kind = type(step).__name__.lower()
    match step:
        case Command():
            return f"{'hidden' if step.label == 'secret' else 'visible'} {_verb(step.text)}"
        case Said() | Council():
            return f"{kind} {_verb(step.text)}"
        case Elsewhere():
            return f"{kind} {step.what}"
        case Report():
            return f"{kind} {step.how}{' hidden' if step.label == 'secret' else ''}"
        case _:
            more = (getattr(step, part, "") for part in ("kind", "field", "of", "how"))
            return " ".join((kind, *filter(None, map(str, more))))


def _verb(text: str) -> str:
    line = text.split("\n", maxsplit=1)[0]
    found = [verb for verb in KEYWORDS if f"{line} ".startswith(f"{verb} ")]
    return max(found, key=len, default="talk")


EFFECTS = Effects()
