"""Facts of a party's second address: it was asked about, and what the party said (T45)."""

from dataclasses import dataclass

__all__ = ["AddressAnswered", "AddressAsked", "AddressFact"]


@dataclass(frozen=True, slots=True)
class AddressAsked:
    """Mail came under a party's handle from this address: the one on record is asked."""

    id: str
    ref: str
    address: int  # the number of its sealed text


@dataclass(frozen=True, slots=True)
class AddressAnswered:
    """The address on record said that the other one is theirs too, or that it is not."""

    id: str
    own: bool


AddressFact = AddressAnswered | AddressAsked
