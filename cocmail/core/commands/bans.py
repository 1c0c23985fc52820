"""Keywords of the bans register: BAN ADD LIFT EXTEND REVIEW CHECK, and BANS (JU-28, JU-29)."""

import re
from datetime import date

from cocmail.core import conflicts, enforcing, gates
from cocmail.core import entries as e
from cocmail.core.audience import One
from cocmail.core.bans import EVERYWHERE, Ban
from cocmail.core.case import Party
from cocmail.core.commands.registry import (
    Done,
    Outcome,
    Refuse,
    Turn,
    View,
    keyword,
    not_yet,
)
from cocmail.core.people import fold_name

_DAY = r"\d{4}-\d{2}(?:-\d{2})?"
_TERM = (
    rf"(?:,? UNTIL (?P<until>{_DAY}))?(?:,? (?P<permanent>PERMANENT))?"
    rf"(?:,? REVIEW (?P<review>{_DAY}))?"
)
FORMS = (
    "BAN ADD name spaces UNTIL 2026-09-01",
    "BAN ADD name all PERMANENT REVIEW 2027-03-01",
)


@keyword(
    "BAN ADD",
    rf"(?P<name>.+?) (?P<spaces>[^\s,]+(?:,? and [^\s,]+|, ?[^\s,]+)*){_TERM}",
    form="BAN ADD name spaces UNTIL date",
    help="a ban, from some spaces or all, until a date or PERMANENT REVIEW date",
)
def add(turn: Turn) -> Outcome:
    """After the decision; the administrators of the spaces get name and measure only (T31)."""
    party = _banned_party(turn)
    if isinstance(party, Refuse):
        return party
    term = _term(turn)
    if isinstance(term, Refuse):
        return term
    spaces = _spaces(turn)
    if isinstance(spaces, Refuse):
        return spaces
    alone = not _decided(turn) and _severe(turn)
    left = [] if _decided(turn) or alone else [("a ban needs a decision", "PROPOSE")]
    left += gates.missing(gates.ENACT, turn)
    if left:
        return not_yet(left)
    today = conflicts.local_day(turn.sitting.frame).isoformat()
    until, review = term
    known = turn.case.bans.rows.get(party.ref)
    since = known.since if known else today
    wanted = Ban(party.ref, party.name, spaces, since, until, review, provisional=alone)
    if known == wanted:
        return Done("stands in the register already")
    turn.sitting.add(
        e.Banned(party.ref, party.name, spaces, today, until, review, turn.person, alone)
    )
    if alone:  # the first trace of an act of one member (JU-09)
        n = len(turn.case.urgency.acts) + 1
        what = f"{party.name} entered into the bans register"
        turn.sitting.add(
            e.ActedAlone(n, turn.person, what, turn.sitting.now, "ban",
                         turn.case.urgency.category, party.ref)
        )  # fmt: skip
    return _told(turn, party.ref, "added to the register")


def _severe(turn: Turn) -> bool:
    """On the severe track one member may, and the group reviews it (A20)."""
    alone = turn.sitting.frame.rules.acting_alone != "off"
    return alone and turn.case.urgency.severe == "yes"


def _decided(turn: Turn) -> bool:
    decision = turn.case.decision()
    return decision is not None and not decision.none


def _told(turn: Turn, ref: str, result: str) -> Outcome:
    """T31 to each administrator of the spaces, T30 to the core team; both without a why."""
    case, sitting = turn.case, turn.sitting
    ban = case.bans.rows[ref]
    people = enforcing.administrators(case, sitting.frame.roster, ban)
    for person in people:
        sitting.write("enact", One(person.id), about={"ban": ref})
    rules = sitting.frame.rules
    if rules.core_team_notice and not ban.lifted:  # NP-09
        for person in conflicts.outside(case, sitting.frame.roster, "@council"):
            sitting.write("ongoing-measure", One(person.id), about={"ban": ref})
    sitting.notice(f"{turn.me.name}: the ban of {ref} is {result}.", but=(turn.person,))
    names = ", ".join(p.name for p in people)
    to = f"told: {names}" if names else "no administrator of these spaces is on record: tell them"
    return Done(f"{result}; {to}")


def _banned_party(turn: Turn) -> Party | Refuse:
    """The reported person of this case whom the words mean."""
    said = fold_name(turn.word("name"))
    wanted = set(said.split())
    found = []
    for party in turn.case.reported():
        own = set(fold_name(party.name).split())
        if said in (party.ref.casefold(), party.person) or (wanted and wanted <= own):
            found.append(party)
    if len(found) == 1:
        return found[0]
    if found:
        return Refuse("Which of them?", tuple(p.ref for p in found))
    return Refuse(
        "No reported person of this case has that name.",
        (f"PARTY REPORTED {turn.word('name')}", *FORMS),
    )


def _term(turn: Turn) -> tuple[str, str] | Refuse:
    """The end and the day of review, ISO; one of them is needed (A20)."""
    today = conflicts.local_day(turn.sitting.frame).isoformat()
    days = []
    for word in ("until", "review"):
        said = turn.word(word)
        day = f"{said}-01" if re.fullmatch(r"\d{4}-\d{2}", said) else said
        try:
            if day and date.fromisoformat(day).isoformat() <= today:
                return Refuse(f"{said} is over already.", FORMS)
        except ValueError:
            return Refuse(f"{said} is no date of the calendar.", FORMS)
        days.append(day)
    until, review = days
    if turn.word("permanent") and until:
        return Refuse("A ban ends on a day or is permanent, not both.", FORMS)
    if not until and not review:
        return Refuse("A ban needs its end, or the day on which it is looked at again.", FORMS)
    return until, review


def _spaces(turn: Turn) -> tuple[str, ...] | Refuse:
    words = re.split(r",? and |, ?", turn.word("spaces"), flags=re.IGNORECASE)
    said = [w.strip().lstrip("#").lower() for w in words if w.strip()]
    if any(w in (EVERYWHERE, "everywhere") for w in said):
        return (EVERYWHERE,)
    known = {s for p in turn.sitting.frame.roster.people.values() for s in p.spaces}
    strange = [w for w in said if known and w not in known]
    if strange:
        return Refuse(
            f"No space on record is called {', '.join(strange)}: {', '.join(sorted(known))}, all.",
            FORMS,
        )
    return tuple(dict.fromkeys(said))


def _row(turn: Turn) -> Ban | Refuse:
    party = _banned_party(turn)
    if isinstance(party, Refuse):
        return party
    row = turn.case.bans.rows.get(party.ref)
    return row or Refuse(f"{party.ref} is not in the register.", FORMS)


@keyword(
    "BAN LIFT",
    r"(?P<name>.+)",
    form="BAN LIFT name",
    help="the ban is over; the administrators are told",
)
def lift(turn: Turn) -> Outcome:
    """T31b, name and measure only."""
    row = _row(turn)
    if isinstance(row, Refuse):
        return row
    if row.lifted:
        return Done("lifted already")
    turn.sitting.add(e.BanLifted(row.ref, turn.person))
    return _told(turn, row.ref, "lifted")


@keyword(
    "BAN EXTEND",
    rf"(?P<name>.+?){_TERM}",
    form="BAN EXTEND name UNTIL date",
    help="the ban goes on until a date, or PERMANENT REVIEW date",
)
def extend(turn: Turn) -> Outcome:
    """A new end, told to the administrators."""
    row = _row(turn)
    if isinstance(row, Refuse):
        return row
    term = _term(turn)
    if isinstance(term, Refuse):
        return term
    if (row.until, row.review, row.lifted) == (*term, False):
        return Done("stands in the register already")
    turn.sitting.add(e.BanExtended(row.ref, *term, turn.person))
    return _told(turn, row.ref, "extended")


@keyword(
    "BAN REVIEW",
    rf"(?P<name>.+?)(?: (?P<review>{_DAY}))?",
    form="BAN REVIEW name date",
    help="the ban was looked at again and stands; the next review is on that date",
)
def review(turn: Turn) -> Outcome:
    """Nobody outside is told: nothing changes for them."""
    row = _row(turn)
    if isinstance(row, Refuse):
        return row
    term = _term(turn)
    if isinstance(term, Refuse):
        return Refuse("A review sets the day of the next one.", ("BAN REVIEW name 2027-03-01",))
    turn.sitting.add(e.BanReviewed(row.ref, term[1], turn.person))
    turn.sitting.notice(f"{turn.me.name} reviewed the ban of {row.ref}.", but=(turn.person,))
    return Done(f"reviewed; again on {term[1]}")


@keyword(
    "BAN CHECK",
    r"(?P<name>.+)",
    form="BAN CHECK name",
    help="is this person banned, as far as you may know",
    who="anyone",
    where="both",
)
def check(turn: Turn) -> Outcome:
    """Only rows of cases that the asker may read."""
    turn.sitting.write("bans", One(turn.person), about={"name": turn.word("name")}, case=0)
    return View()


@keyword(
    "BANS",
    form="BANS",
    help="the bans register, for the chair",
    who="anyone",
    where="both",
)
def register(turn: Turn) -> Outcome:
    """Readable by the chair; by an acting chair for the cases they preside over (JU-29)."""
    turn.sitting.write("bans", One(turn.person), case=0)
    return View()
