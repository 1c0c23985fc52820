"""The one exception that ends a start or a command, with everything that is wrong.

Not here: expected outcomes of mail and commands, which are values.
"""

from collections.abc import Iterable


class Trouble(Exception):  # noqa: N818 - a plain noun
    """What keeps cocmail from starting; `problems` are printed to stderr, one a line.

    Each line reads `file: key: problem; remedy` (product.md 9).
    """

    def __init__(self, problems: Iterable[object]) -> None:
        self.problems: tuple[str, ...] = tuple(str(problem) for problem in problems)
        super().__init__("\n".join(self.problems))
