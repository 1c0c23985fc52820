"""Facts of the bans register (JU-28, JU-29). A ban without `until` is permanent."""

from dataclasses import dataclass

__all__ = [
    "BanExtended",
    "BanFact",
    "BanLifted",
    "BanReviewed",
    "Banned",
]


@dataclass(frozen=True, slots=True)
class Banned:
    """This person is kept out of these spaces ("all": every one) from today on."""

    ref: str  # the reported person of this case
    name: str
    spaces: tuple[str, ...]
    since: str
    until: str
    review: str
    by: str
    provisional: bool = False  # by one member, until the review and the decision (JU-07)


@dataclass(frozen=True, slots=True)
class BanExtended:
    """The ban goes on: a new end, or permanent, and a new day of review."""

    ref: str
    until: str
    review: str
    by: str


@dataclass(frozen=True, slots=True)
class BanReviewed:
    """The ban was looked at again and stands until the next review."""

    ref: str
    review: str
    by: str


@dataclass(frozen=True, slots=True)
class BanLifted:
    """The ban is over."""

    ref: str
    by: str


BanFact = Banned | BanExtended | BanReviewed | BanLifted
