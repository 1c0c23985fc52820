"""Keywords for deciding: PROPOSE VOTE AGREE OBJECT. Counting is decide.tally's."""

from cocmail.core import conflicts, gates, measures
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One
from cocmail.core.case import Ballot
from cocmail.core.commands import finding
from cocmail.core.commands.registry import Done, Outcome, Refuse, Turn, View, keyword, not_yet

LABELS = ("PLAN", "IF-REFUSED", "CONSEQUENCE")


@keyword(
    "PROPOSE",
    r"(?:(?P<none>NONE)(?: (?P<reason>.+))?|(?P<apology>APOLOGY)(?: (?P<text>.+))?)?",
    form="PROPOSE",
    help="open a ballot; PLAN: IF-REFUSED: CONSEQUENCE: below, or PROPOSE NONE reason",
    who="voter",
    labels=(*LABELS, *finding.LABELS),
    below=True,
)
def propose(turn: Turn) -> Outcome:
    """Opens a ballot; a changed proposal replaces the old one and strikes its votes (PS-32)."""
    case, sitting = turn.case, turn.sitting
    if case.state != "open":
        return Refuse("The case is not open.", ("REOPEN",))
    none = bool(turn.word("none"))
    given = {k: v.strip() for k, v in turn.line.labels.items() if v.strip()}
    labels = {k: v for k, v in given.items() if k in LABELS}
    below = turn.line.text.strip()
    left = _answers(turn, given)
    if none:
        reason = "\n".join(
            t for t in (turn.word("reason"), labels.get("PLAN", ""), below, turn.line.reason) if t
        ).strip()
        left += gates.missing(gates.PROPOSE, turn)
        if not reason:
            left.append(("no action needs a reason (JU-21)", "PROPOSE NONE the reason"))
        if left:
            return not_yet(left)
        return _open(turn, none=True, labels={}, reason=reason)
    if turn.word("apology"):
        asked = [t for t in (turn.word("text"), labels.get("PLAN", ""), below) if t]
        labels["PLAN"] = "\n".join(("an apology is asked for", *asked))
    if not given and not labels and not below:
        sitting.write("help", One(turn.person), about={"form": _form(turn)})
        return View()
    if below and "PLAN" not in labels:
        labels["PLAN"] = below
    left += gates.missing(gates.PROPOSE, turn)
    missing = _missing(turn, labels)
    if missing:
        lines = "\n".join(f"{x}: …" for x in missing)
        left.append(("still missing: " + ", ".join(missing), f"PROPOSE\n{lines}"))
    left += measures.missing(labels, sitting.frame.rules) + _neutral(turn, labels)
    if left:
        return not_yet(left)
    return _open(turn, none=False, labels=labels, reason="")


def _answers(turn: Turn, given: dict[str, str]) -> list[gates.Missing]:
    """The four answers of DETERMINE may stand above the plan, in one mail (JU-15)."""
    if not any(label in given for label in finding.LABELS):
        return []
    return finding.write_down(turn) or []


def _form(turn: Turn) -> str:
    """Every line that this proposal needs; a question of the manual that is open stands above."""
    rules, facts = turn.sitting.frame.rules, turn.case.facts
    lines: list[str] = []
    if rules.scope_required and not facts.value("scope"):
        lines.append("EVAL scope=" + "|".join(finding.FIELDS["scope"]))
    if rules.records_required and not any(n.kind == "records" for n, _ in turn.case.notes):
        lines.append("NOTE RECORDS what was looked at")
    lines.append("PROPOSE")
    if rules.determinations and not facts.determined:
        lines += finding.four_lines(turn)
    labels = LABELS if rules.plan_required else ("PLAN", "CONSEQUENCE")
    return "\n".join([*lines, *(f"{x}:" for x in labels)])


def _missing(turn: Turn, labels: dict[str, str]) -> list[str]:
    """NF and PS need the plan and what happens if it is refused (PS-32, PS-33)."""
    if turn.sitting.frame.rules.plan_required:
        return [x for x in ("PLAN", "IF-REFUSED") if x not in labels]
    return [] if {"PLAN", "CONSEQUENCE"} & set(labels) else ["PLAN"]


def _neutral(turn: Turn, labels: dict[str, str]) -> list[gates.Missing]:
    """What moderators get word for word is gender-neutral from the beginning (PS-60, T17)."""
    if not turn.sitting.frame.rules.moderators_approve:
        return []
    words = turn.sitting.counsel.gendered("\n".join(labels.values()))
    if not words:
        return []
    said = ", ".join(words)
    return [(f"the proposal goes to moderators; another word for: {said} (PS-60)", "PROPOSE")]


def _open(turn: Turn, *, none: bool, labels: dict[str, str], reason: str) -> Outcome:
    sitting, case = turn.sitting, turn.case
    old = case.ballot()
    same = old and (old.none, old.plan, old.if_refused, old.consequence, old.reason) == (
        none, labels.get("PLAN", ""), labels.get("IF-REFUSED", ""),
        labels.get("CONSEQUENCE", "" if none else "none"), reason,
    )  # fmt: skip
    if old and same:
        return Done(f"that ballot is open already: VOTE yes {old.id}")
    made = sitting.new_id()
    sitting.add(
        e.Proposed(
            made, turn.person, none, labels.get("PLAN", ""), labels.get("IF-REFUSED", ""),
            labels.get("CONSEQUENCE", "" if none else "none"), reason,
        )
    )  # fmt: skip
    if turn.word("apology"):
        sitting.add(e.ApologyProposed(made))
    sitting.write("ballot", CaseGroup(), about={"ballot": made})
    replaced = "; the earlier proposal and its votes are struck" if old else ""
    return Done(f"ballot {made} is open{replaced}")


@keyword(
    "VOTE",
    r"(?P<choice>yes|no|abstain)(?: {ID})?",
    form="VOTE yes id",
    help="vote yes, no or abstain on the open ballot; you can change it until it is decided",
    who="voter",
)
def vote(turn: Turn) -> Outcome:
    """Votes are changeable until the ballot is decided, and seen by the case group only (PS-36)."""
    return _cast(turn, turn.word("choice").lower(), turn.line.reason)


@keyword(
    "AGREE",
    "(?:{ID})?",
    form="AGREE id",
    help="agree to the open proposal (the same as VOTE yes)",
    who="voter",
)
def agree(turn: Turn) -> Outcome:
    """Consensus: everybody agreed or stood aside; silence is not consent (JU-19)."""
    return _cast(turn, "yes", "")


@keyword(
    "OBJECT",
    r"(?:(?P<why>.+))?",
    form="OBJECT why",
    help="object to the open proposal (the same as VOTE no)",
    who="voter",
    prose_risk=True,
)
def objection(turn: Turn) -> Outcome:
    """An objection stands until it is withdrawn by AGREE or VOTE abstain (JU-19)."""
    why = turn.word("why")
    first = why.split(" ")[0].upper() if why else ""
    if first in turn.case.ballots:
        return _cast(turn, "no", why[len(first) :].strip(), first)
    return _cast(turn, "no", why)


def _cast(turn: Turn, choice: str, why: str, named: str = "") -> Outcome:
    passed, roster = turn.case.enacting, turn.sitting.frame.roster
    if passed.council and turn.person not in conflicts.deciders(turn.case, roster):
        who = "the council" if passed.with_council else "the committee"
        return Refuse(f"The case is with {who}, which decides it now (JU-20).", ("STATUS",))
    ballot = _ballot_meant(turn, named or turn.word("id").upper())
    if isinstance(ballot, Refuse):
        return ballot
    if ballot.decided:
        outcome = "passed" if ballot.decided.passed else "failed"
        return Done(f"ballot {ballot.id} is already decided: it {outcome}")
    earlier = ballot.votes.get(turn.person)
    if earlier == (choice, why):
        return Done(f"your vote on {ballot.id} was counted already: {choice}")
    turn.sitting.add(e.Voted(ballot.id, turn.person, choice, why))
    said = f": {why}" if why and choice == "no" else ""
    word = {"yes": "yes", "no": "no", "abstain": "abstains"}[choice]
    turn.sitting.notice(f"{turn.me.name} on ballot {ballot.id}: {word}{said}", but=(turn.person,))
    changed = " (changed)" if earlier else ""
    return Done(f"counted on ballot {ballot.id}: {choice}{changed}")


def _ballot_meant(turn: Turn, wanted: str) -> Ballot | Refuse:
    """The ballot named, the one replied to, or the only open one (product.md 6)."""
    case = turn.case
    opened = case.ballot()
    wanted = wanted or turn.answered("ballot")
    if wanted:
        ballot = case.ballots.get(wanted)
        if ballot is None:
            return Refuse(f"There is no ballot {wanted}.", _lines(opened))
        if ballot.replaced:
            if opened:
                return Refuse(
                    f"Ballot {wanted} was replaced by a new proposal; nothing was counted.",
                    _lines(opened),
                    opened.id,
                )
            return Refuse(f"Ballot {wanted} was replaced; nothing was counted.", ("STATUS",))
        return ballot
    if opened:
        return opened
    decided = [b for b in case.ballots.values() if b.decided]
    if decided:
        return decided[-1]
    return Refuse("No ballot is open.", ("PROPOSE",))


def _lines(ballot: Ballot | None) -> tuple[str, ...]:
    if ballot is None:
        return ("PROPOSE",)
    return (f"VOTE yes {ballot.id}", f"VOTE no {ballot.id}", f"VOTE abstain {ballot.id}")
