"""A party's mail from another address: asked about once, at the address on record (T45).

Confirmed, mail from there is theirs; rejected, it is kept unread. Letters go to the address on
record all the same. Which address a mail came from is looked up in parties.py; here are numbers.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from cocmail.core.audience import PartyTo
from cocmail.core.entries.addresses import AddressAnswered, AddressAsked, AddressFact

if TYPE_CHECKING:
    from cocmail.core.sitting import Sitting

# A stranger who knows a handle cannot have its owner asked again and again.
MOST_OPEN = 3
STATES = ("held", "open", "closed")


@dataclass(slots=True)
class Asked:
    """One other address of a party, and what the party said of it."""

    id: str
    ref: str
    address: int
    own: bool | None = None


@dataclass(slots=True)
class SecondAddresses:
    """Every other address that mail of this case's parties came from."""

    rows: dict[str, Asked] = field(default_factory=dict)

    def of(self, ref: str) -> list[Asked]:
        """Those of one party."""
        return [row for row in self.rows.values() if row.ref == ref]


def fold(state: SecondAddresses, entry: AddressFact) -> None:
    """Add one fact to the state of its case."""
    match entry:
        case AddressAsked():
            state.rows[entry.id] = Asked(entry.id, entry.ref, entry.address)
        case AddressAnswered():
            if entry.id in state.rows:
                state.rows[entry.id].own = entry.own
        case _:
            assert_never(entry)


def ask(sitting: "Sitting", ref: str, address: str) -> None:
    """Ask the address on record, at most once for each new address (product.md 3)."""
    case, counsel = sitting.case, sitting.counsel
    party, known = case.parties[ref], case.second.of(ref)
    if case.state not in STATES or not address or not party.address or not party.answerable:
        return
    if counsel.same_address(case, party.address, address):
        return  # their own, though its authentication failed: nothing to ask
    # A member's or another party's address is never told to this one (promise 5).
    if counsel.address_problem(case, address, party.person, ref):
        return
    if any(counsel.same_address(case, row.address, address) for row in known):
        return
    if len([row for row in known if row.own is None]) >= MOST_OPEN:
        return
    code = sitting.new_id()
    while code in case.second.rows:
        code = sitting.new_id()
    sitting.add(AddressAsked(code, ref, counsel.keep_address(case, address)))
    sitting.write("address-check", PartyTo(ref), about={"check": code})


def answer(sitting: "Sitting", ref: str, code: str, *, own: bool) -> None:
    """YES or NO from the address on record."""
    sitting.add(AddressAnswered(code, own))
    if own:
        sitting.notice(f"{ref} confirmed the other address: mail from there is theirs too.")
    else:
        sitting.notice(
            f"{ref} says that the mail from the other address was not theirs. It stays marked; "
            "more from there is kept unread."
        )
