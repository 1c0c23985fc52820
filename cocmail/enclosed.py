"""What a member attached to a mail in which letters are drafted: cleaned, sealed, or refused.

Not here: what can be cleaned (mail/cleaned.py), and what the check finds in it (the gate).
"""

from cocmail.core.attached import Attached
from cocmail.core.case import Case
from cocmail.house import House
from cocmail.mail.cleaned import KINDS, Unclean, cleaned
from cocmail.mail.kept import Talk, pack
from cocmail.mail.parse import Part

MOST = 10  # files of one letter


def sealed(house: House, case: Case, files: tuple[Part, ...]) -> Attached:
    """The files under neutral names and without metadata, or why they cannot go along."""
    if not files:
        return Attached()
    if len(files) > MOST:
        return Attached(problem=f"A letter takes at most {MOST} files.")
    made = [cleaned(part, n) for n, part in enumerate(files, 1)]
    left = [f"{x.name or 'a file without a name'} {x.why}" for x in made if isinstance(x, Unclean)]
    if left:
        said = "; ".join(left)
        return Attached(problem=f"Only {KINDS} can go along with a letter: {said}.")
    clean = tuple(x for x in made if isinstance(x, Part))
    number = house.store.keep_text(case.no, pack(Talk("", clean)))
    return Attached(number, tuple(part.filename for part in clean))
