"""Whom a report names, over more than two hundred reports (product.md 5); `mentions.toml`."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cocmail.core.people import Person, Roster
from cocmail.roster import Addresses, Wording, matched, speaks_of_committee

PEOPLE = (
    Person("ana", "Ana Ruiz", known_as=("ana-r", "@anaruiz_x")),
    Person("bo", "Bo Lind"),
    Person("chi", "Chi Okafor"),
    Person("dee", "Dee Novak", known_as=("dee-dev",)),
    Person("will", "Will Mark", known_as=("wmark",), ordinary_name=True),
    Person("siob", "Siobhán O'Neill"),
    Person("jl", "Jean-Luc Moreau", known_as=("jlm42",)),
    Person("sey", "Şeyma Öztürk"),
    Person("vera", "Vera van der Berg", known_as=("vvdb",)),
    Person("masha", "Мария Иванова", known_as=("ivanova-m",)),
    Person("kim", "Kim Sato", office="council"),
    Person("max", "Max Halvorsen", office="moderator"),
    Person("pat", "Pat Quill", office="administrator"),
    Person("ola", "Ola Nord", office="delegate"),
)
ROSTER = Roster({p.id: p for p in PEOPLE}, "ana", (), ())
HOSTS = {"kim": "council.test", "max": "mods.test", "pat": "mods.test", "ola": "event.test"}
ADDRESSES = Addresses({p.id: (f"{p.id}@{HOSTS.get(p.id, 'members.test')}",) for p in PEOPLE})
FILL = (
    "It went on for several weeks in the public channel, and nobody stopped it. I would like you "
    "to look into this, please, as soon as you can, since it keeps people away from the project."
)
REPORTS = tomllib.loads((Path(__file__).parent / "mentions.toml").read_text("utf-8"))["report"]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["text"][:40])
def test_whom_a_report_names(report: dict[str, Any]) -> None:
    text = report["text"].replace("FILL", FILL)
    wording = Wording(
        report.get("name", "Rita Vale"), "rita@home.test", report.get("subject", "hello"), text
    )
    named = " ".join(sorted(hit.person for hit in matched(ROSTER, ADDRESSES, wording)))
    assert named == report.get("who", "")
    assert speaks_of_committee(text) == report.get("held", False)
