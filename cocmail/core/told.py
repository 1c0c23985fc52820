"""Who has been told the decision that stands now: a letter about an earlier one does not count.

A case may be decided again (REOPEN, PS-50), or opened again after it was closed; what a person
was told before that is not the outcome any more. Not here: the letters themselves.
"""

from datetime import datetime

from cocmail.core.case import Case, Draft, Party

LETTERS = ("outcome-reporter", "no-violation")
REPORTED = "outcome-reported"
UNDER_WAY = ("waiting", "approved", "sent")


def since(case: Case) -> datetime | None:
    """From when a letter speaks of the decision that stands; None while there was none yet."""
    if case.facts.set_aside:
        return case.facts.looked_again
    decision = case.decision()
    return decision.decided_at if decision else None


def took(case: Case, reader: str, *templates: str) -> datetime | None:
    """When the next hop took one of these letters about the standing decision to this reader.

    What counts is when it was drafted: an older one may have been on its way as the group decided.
    """
    start = since(case)
    for letter, at in case.sent:
        if letter.reader == reader and letter.template in templates:
            draft = case.drafts.get(dict(letter.about).get("draft", ""))
            if start is None or (draft.at if draft else at) >= start:
                return at
    return None


def not_yet_drafted(case: Case, states: tuple[str, ...]) -> list[tuple[Party, list[Draft]]]:
    """The reported persons who are to hear the standing decision before the reporter does, with
    what was drafted for them: none of it in these states (K-11).

    It binds only towards somebody with an address on record whom mail can reach.
    """
    decision = case.decision()
    if decision is None or decision.none or decision.decided_at is None:
        return []
    since = decision.decided_at
    left: list[tuple[Party, list[Draft]]] = []
    for party in case.reported():
        reader = f"party:{party.ref}"
        bounced = any((f.reader, f.template) == (reader, REPORTED) for f, _ in case.failed)
        if bounced or not party.address or not party.answerable:
            continue
        mine = [d for d in case.drafts.values()
                if d.ref == party.ref and d.template == REPORTED and d.at >= since]  # fmt: skip
        if not any(d.state in states for d in mine):
            left.append((party, mine))
    return left


def silent(case: Case) -> bool:
    """Whether nobody is to be told, by a decision that stands still (PS-53)."""
    decision = case.decision()
    return case.ending.no_response and (decision is None or decision.none)


def reporter(case: Case, party: Party) -> bool:
    """Whether this reporter was told the outcome, or cannot be (PS-51)."""
    reader = f"party:{party.ref}"
    if not party.address or not party.answerable:
        return True  # impossible, and the record says why (T41)
    if took(case, reader, *LETTERS):
        return True
    start = since(case)
    if any(
        f.reader == reader
        and (f.template == "receipt" or (f.template in LETTERS and (start is None or at >= start)))
        for f, at in case.failed
    ):
        return True
    if party.confirmed:
        return False
    # An unconfirmed reporter counts as told once the approved outcome waits and one neutral
    # status has left (product.md 4).
    waits = any(
        d.ref == party.ref and d.state == "approved" and d.template in LETTERS
        for d in case.drafts.values()
    )
    return waits and case.was_sent(reader, "status-reporter") is not None


def everyone(case: Case) -> bool:
    """Whether every reporter got the outcome or no-violation letter, or gets none (PS-53)."""
    if silent(case):
        return True
    got = [took(case, f"party:{p.ref}", *LETTERS) for p in case.reporters()]
    return bool(got) and all(got)
