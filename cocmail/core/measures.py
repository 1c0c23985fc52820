"""What a proposal may say: plans and consequences that can be carried out (PS-32 to PS-35).

Any words will do, and the procedure offers some (`plans`, `consequences`). Here are the few that do
not: no plan at all, something temporary without an end, an account where none is published.
"""

import re
from collections.abc import Mapping

from cocmail.core.case import Ballot
from cocmail.core.procedure import Procedure

Missing = tuple[str, str]

_NOTHING = re.compile(
    r"(?:none|no|nothing|no plan|n/?a|tbd|todo|later|[-–—?….]+)[.!]?", re.IGNORECASE
)
_TEMPORARY = re.compile(r"\b(?:temporar\w*|suspen(?:d|ded|sion))\b", re.IGNORECASE)
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_ENDS = re.compile(
    rf"\b(?:\d{{4}}-\d{{2}}|until|till|unless|as long as|once|after|while|by the end"
    rf"|{_NUMBER}[ -](?:hour|day|week|month|year)s?|\d+ ?[dwm])\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\bpublish\w*\b[^.]*\b(?:account|incident)|\baccount\b[^.]*\bpublish", re.IGNORECASE
)


def missing(labels: Mapping[str, str], rules: Procedure) -> list[Missing]:
    """What a proposal still lacks, each with the line that would do."""
    left: list[Missing] = []
    plan, consequence = labels.get("PLAN", ""), labels.get("CONSEQUENCE", "")
    if rules.plan_required and _NOTHING.fullmatch(plan.strip()):
        first = rules.plans[0] if rules.plans else "what to do differently"
        left.append(
            ("a plan names what the person is to do differently, or why none is needed (PS-32)",
             f"PLAN: {first}"),
        )  # fmt: skip
        left.append(("", "PLAN: none, because the reason"))
    if rules.plan_required and _TEMPORARY.search(consequence) and not _ENDS.search(consequence):
        left.append(
            ("what is temporary needs its end: a date, a time or a condition (PS-35)",
             f"CONSEQUENCE: {' '.join(consequence.split())} until 2026-09-01"),
        )  # fmt: skip
    if rules.public != "by-decision" and _ACCOUNT.search(consequence):
        left.append(("this procedure publishes no account of an incident (PS-54)", "PROPOSE"))
    return left


def publishes(decision: Ballot | None) -> bool:
    """Whether the group decided that an account is published (PS-54)."""
    return decision is not None and bool(_ACCOUNT.search(decision.consequence))


def offered(rules: Procedure) -> list[str]:
    """The words a procedure offers, for the form and the ballot (PS-34, PS-35)."""
    lists = (("Plans", rules.plans), ("Consequences", rules.consequences))
    return [f"{what} that are often agreed on: {'; '.join(words)}. Other words will do."
            for what, words in lists if words]  # fmt: skip
