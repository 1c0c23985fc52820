"""What the check before sending misses, and what it stops for nothing, over a set of letters.

    python -m bench.leaks

Prints a line for each kind of leak and of letter, then each letter that came out wrong. The letters
are made up and lie in tests/leaks: those of letters/ are checked against given secrets, those of
cases/ against what is gathered from a report that came by mail.
"""

import sys
import time
from pathlib import Path

from tests import leakset

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
import leakcases


def main() -> None:
    """Print the figures."""
    began = time.perf_counter()
    figures = leakset.measured()
    took = time.perf_counter() - began
    print("\n".join(figures.lines()))
    count = sum(figures.leaking.values()) + sum(figures.harmless.values())
    print(f"{1000 * took / count:.1f} ms a letter\n")
    print("\n".join(leakcases.measured().lines()))


if __name__ == "__main__":
    main()
