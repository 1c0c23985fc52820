"""Facts of who stands in for a case group too small, and who stays in spite of a conflict."""

from dataclasses import dataclass

__all__ = [
    "CalledIn",
    "NamedFirst",
    "StandInFact",
    "StayDeclared",
]


@dataclass(frozen=True, slots=True)
class CalledIn:
    """This person is asked to stand in; only their own CLEAR lets them in (GC-02, JU-02)."""

    person: str


@dataclass(frozen=True, slots=True)
class NamedFirst:
    """Whom it is about, by the reporter's About: line or the importer's EXCLUDE (GC-07)."""

    name: str


@dataclass(frozen=True, slots=True)
class StayDeclared:
    """A conflict is declared, and the member stays in the case (JU-12)."""

    person: str


StandInFact = CalledIn | NamedFirst | StayDeclared
