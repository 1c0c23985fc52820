"""Code names of cases: two neutral words, drawn by dice and never drawn twice (PS-61).

Pure: the words come from config/codenames.txt, the dice and the names in use are arguments.
"""

from collections.abc import Callable, Container, Sequence
from math import gcd

# Words that are commands or results (procedures.md A20), so that no line can be read two ways.
_COMMANDS = """
about abuse accept acted add admit affected agree alone anon apart apology ask aside audit
away back ballot ban banned board change check clear close conflict consent council decline
describe determine disagree disconnect doc document done draft encrypt escrow eval exclude
extend file forget full handoff help here history hold import impact into invite legal lift
link lock mediate meet member merge mute new next no none norespond note notice object
offboard ok onboard open party pass pause plan propose public quarantine quiet raw read record
recluse recuse relay release remove renew reopen repeat report reporter resolved result retain
review roster safety send severe share sheet show space spam split stands status stay step
stop summary swap take unknown vote wait waive warned what who witness yes
"""
# Colours of people, projects, roles and words of procedure: none may stand in a code name.
_UNFIT = """
black brown dark fair pale red tan white yellow olive bronze ivory ebony
anaconda apache astropy bokeh conda cython dask debian django fedora flask git jupyter
linux numba numpy pandas panda pip pytest python rust scipy sympy
bench bias blame case chair court crime cure fault fine guilt hurt jury king lady law lord
man judge panel pawn queen trial victim woman
broken cheap clean clever cold crooked cruel dirty dull easy false fat foul good grave grim
guilty hard heavy hot loose mad major mean minor nasty odd petty plain poor rotten rough sad
serious shady sharp sick simple slow small sour steep stern strange sweet thick thin tricky
true ugly weak wild wrong
"""

COMMANDS = frozenset(_COMMANDS.split())
UNFIT = frozenset(_UNFIT.split())


def words_in(text: str) -> tuple[str, ...]:
    """The words of a word list: one a line, lines with # left out."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def vetted(word: str) -> bool:
    """Whether a word may stand in the list: short, plain letters, no command, nothing unfit."""
    plain = word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8
    return plain and word not in COMMANDS and word not in UNFIT


def draw(words: Sequence[str], used: Container[str], dice: Callable[[int], int]) -> str:
    """A name of two different words, such as "home shelf", that is not in use.

    `dice(n)` gives a number from 0 to n-1; it is thrown twice. A name in use, in either order of
    its words, is left for the next pair some way on, so that the same dice always end at the same
    name and neighbours do not look alike. ValueError when no pair is left.
    """
    names = tuple(dict.fromkeys(words))
    if len(names) < 2:
        raise ValueError("a code name needs two words; add words to codenames.txt")
    pairs = len(names) * (len(names) - 1)
    place = dice(len(names)) * (len(names) - 1) + dice(len(names) - 1)
    stride = _stride(pairs)
    for _ in range(pairs):
        first, second = divmod(place, len(names) - 1)
        # The second word is counted among the others, so that it is never the first again.
        one, other = names[first], names[second + (second >= first)]
        if f"{one} {other}" not in used and f"{other} {one}" not in used:
            return f"{one} {other}"
        place = (place + stride) % pairs
    raise ValueError("every code name is used; add words to codenames.txt")


def _stride(pairs: int) -> int:
    """A step that visits every pair once: about 0.618 of them, without a common divisor."""
    step = max(1, round(pairs * 0.618))
    while gcd(step, pairs) != 1:
        step += 1
    return step
