"""What a keyword is: its shape, who may use it, what it does in one line.

The functions live in the family modules beside this one; they get a Turn and return an Outcome.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from cocmail.core import conflicts
from cocmail.core import entries as e
from cocmail.core.attached import Attached
from cocmail.core.case import Case
from cocmail.core.keywords import Line, Shape, shape
from cocmail.core.people import Person
from cocmail.core.sitting import Sitting

Who = Literal[
    "anyone", "asked", "screener", "reader", "group", "voter", "lead",
    "moderator", "administrator", "council", "contact",
]  # fmt: skip
Where = Literal["case", "both", "house", "each"]  # each: in a case like any of its keywords


@dataclass(frozen=True, slots=True)
class Done:
    """The line ran; `result` is what the transcript says."""

    result: str


@dataclass(frozen=True, slots=True)
class Refuse:
    """The line did not run, and so no line of the mail does; `remedy` would."""

    reason: str
    remedy: tuple[str, ...] = ()
    ballot: str = ""  # the ballot that is sent again beside the refusal
    attempt: str = ""  # what a member tried that only a council contact may (JU-01)
    forget: bool = False  # nothing of what was written is kept or echoed


@dataclass(frozen=True, slots=True)
class View:
    """The line asked for a view, which is a letter of its own."""


Outcome = Done | Refuse | View


@dataclass(slots=True)
class Turn:
    """One line of one member's mail, in one sitting."""

    sitting: Sitting
    person: str
    line: Line
    answers: e.Sent | None = None  # the letter this mail replies to
    alone: bool = False  # the only line, and no other words
    others: tuple[str, ...] = ()  # the other verbs of the same mail
    attach: Callable[[], Attached] = Attached  # what is attached to the mail, cleaned and sealed

    @property
    def case(self) -> Case:
        """The case of the tag; case 0 is the house."""
        return self.sitting.case

    @property
    def me(self) -> Person:
        """Who is speaking."""
        return self.sitting.frame.roster.people[self.person]

    def word(self, name: str) -> str:
        """A named argument of the line, or ""."""
        return self.line.arguments.get(name, "")

    def name(self, person: str) -> str:
        """A person's name as the roster spells it."""
        return self.sitting.frame.roster.name_of(person)

    def answered(self, key: str) -> str:
        """What the letter replied to was about, "" if nothing of the kind."""
        return dict(self.answers.about).get(key, "") if self.answers else ""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A registered keyword."""

    verb: str
    shape: Shape
    who: Who
    where: Where
    form: str  # how it is written, for help and README
    help: str  # what it does, one line
    function: Callable[[Turn], Outcome]


KEYWORDS: dict[str, Keyword] = {}
SHAPES: dict[str, Shape] = {}
# A verb of a case that means something else at the alias.
AT_THE_ALIAS: dict[str, str] = {}


def keyword(
    verb: str,
    pattern: str | None = None,
    *,
    form: str,
    help: str,  # noqa: A002 - the word for it
    who: Who = "group",
    where: Where = "case",
    labels: tuple[str, ...] = (),
    below: bool = False,
    prose_risk: bool = False,
    aliases: tuple[str, ...] = (),
) -> Callable[[Callable[[Turn], Outcome]], Callable[[Turn], Outcome]]:
    """Register the decorated function as the keyword `verb`."""

    def register(function: Callable[[Turn], Outcome]) -> Callable[[Turn], Outcome]:
        made = shape(
            verb, pattern, labels=labels, below=below, prose_risk=prose_risk, aliases=aliases,
            form=form,
        )  # fmt: skip
        SHAPES[verb] = made
        KEYWORDS[verb] = Keyword(verb, made, who, where, form, help, function)
        return function

    return register


def may(turn: Turn, known: Keyword) -> Refuse | None:
    """Whether this person may use this keyword here; the reason if not (procedures.md A20)."""
    case, person, frame = turn.case, turn.person, turn.sitting.frame
    if known.who == "contact":
        return _contact_may(turn, known)
    if is_outside(turn) or known.who in ("moderator", "administrator", "council"):
        return _outside_may(turn, known)
    if known.where == "both" or known.who == "anyone":
        return None
    if case.no == 0:
        if known.where in ("house", "each"):
            return None
        return Refuse(
            f"{known.verb} belongs to a case: reply to a mail of that case.",
            ("SHEET", "STATUS", "HELP"),
        )
    if case.state == "merged":
        return Refuse("This case goes on inside another one: reply to a mail of that one.")
    standing = conflicts.standing(case, person)
    if known.who == "screener":
        if case.screener == person or standing == "in" or case.state == "quarantine":
            return None  # of the quarantine nobody has a letter but who was shown the line
        return Refuse(f"Only the one who reads this report first can {known.verb}.", ("HELP",))
    if known.who == "asked":
        return None
    if known.who == "reader" and person == case.screener:
        return None
    if standing != "in":
        return _not_in(standing, known.verb)
    if known.who == "voter" and person not in conflicts.voters(case, frame.roster):
        return Refuse("Advisers read along and do not vote or propose.", ("NOTE your advice",))
    if known.who == "lead" and not conflicts.may_lead(case, person, frame):
        whose = turn.name(case.lead or conflicts.presiding(case, frame))
        return Refuse(f"{known.verb} is for the lead: {whose}.", ("STATUS",))
    return None


def _contact_may(turn: Turn, known: Keyword) -> Refuse | None:
    """Roster changes are taken only from the council's registered contact (JU-01)."""
    if not turn.me.contact:
        # An attempt inside a case is told to nobody: it would tell a contact of the case.
        attempt = "" if turn.case.no else known.verb
        told = " They were told of your attempt." if attempt else ""
        why = f"{known.verb} is for the council's contact (JU-01).{told}"
        return Refuse(why, ("ROSTER",), attempt=attempt)
    if turn.case.no:
        return Refuse(f"{known.verb} goes to the alias, in a new mail.", (known.form,))
    return None


def is_outside(turn: Turn) -> bool:
    """A moderator, administrator, delegate or council member who is not of the case group."""
    inside = turn.person in turn.case.been_in or turn.person == turn.case.screener
    return turn.me.office != "member" and not inside


OF_CONTACTS = ("ROSTER", "HOLD", "LOCK", "YES", "NO")  # besides their own keywords, at the alias


def _outside_may(turn: Turn, known: Keyword) -> Refuse | None:
    """People outside use the keywords of their own office, in the case that wrote to them."""
    offices = {turn.me.office, *(("council",) if turn.me.on_council else ())}
    if turn.case.urgency.asked(turn.person):  # the next contact of a space, also a moderator
        offices.add("administrator")
    asked = any(turn.person in q.sent for q in turn.case.questions.values())
    if known.verb in ("CLEAR", "RECUSE", "CONFLICT STAY") and asked:
        return None
    here = turn.case.no or known.where != "case"
    if known.verb == "HELP" or (known.who in offices and here):
        return None
    if turn.me.contact and not turn.case.no and known.verb in OF_CONTACTS:
        return None
    brings = turn.me.office == "delegate"
    if brings and not turn.case.no and known.verb == "IMPORT":
        return None
    own = tuple(k.form for k in KEYWORDS.values() if k.who in offices)
    own = ("IMPORT",) if brings else own
    return Refuse(f"{known.verb} is not yours to use here.", own or ("HELP",))


def _not_in(standing: str, verb: str) -> Refuse:
    if standing in ("asked", "paused", "none"):
        return Refuse(
            f"{verb} is for the case group, and you have not said yet whether you are clear.",
            ("CLEAR", "RECUSE"),
        )
    return Refuse(f"{verb} is for the case group. Your late CLEAR waits for the lead.", ("CLEAR",))


def person_of(turn: Turn, words: str) -> Person | Refuse:
    """The one configured person whom these words mean (product.md 6); lists nobody."""
    found = turn.sitting.frame.roster.named(words)
    if len(found) == 1:
        return found[0]
    if found:
        return Refuse(f"“{words}” can be several people: write the full name or the id.")
    return Refuse(f"“{words}” is nobody on record here: write the full name or the id.")


def not_yet(left: list[tuple[str, str]]) -> Refuse:
    """The refusal of a gate: all that is missing at once, with the lines that would do it."""
    said = "; ".join(dict.fromkeys(what for what, _ in left if what))
    return Refuse(f"Not yet: {said}", tuple(dict.fromkeys(line for _, line in left if line)))
