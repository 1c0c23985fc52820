"""The receipt as it leaves: its length and its names, whatever the committee's size (T01)."""

import re
from pathlib import Path

import pytest
from talk import ALIAS, PEOPLE, table, toml

TWELVE = (
    "Ada",
    "Bela",
    "Cato",
    "Dora",
    "Edda",
    "Fila",
    "Gero",
    "Hedi",
    "Ivo",
    "Jutta",
    "Kai",
    "Lu",
)
REPORT = (
    "Somebody in the weekly call makes fun of the accents of others, every single week, and "
    "nobody in the call says anything against it. Please talk to them."
)


@pytest.mark.parametrize("procedure", ["numpy", "numfocus"])
@pytest.mark.parametrize("size", [3, 6, 7, 12])
@pytest.mark.parametrize("out", [0, 1, 5, 7])
@pytest.mark.parametrize("proof", ["pass", ""])
def test_at_most_110_words_before_the_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, procedure: str, size: int, out: int, proof: str
) -> None:
    """However long the names are, and however many people are left out."""
    names = {who.lower(): f"{who} von der langen Heide{who.lower()}" for who in TWELVE[:size]}
    for who, name in names.items():
        monkeypatch.setitem(PEOPLE, who, name)
    left = list(names.values())[1 : 1 + min(out, size - 2)]
    text = toml(procedure, " ".join(names), chair="ada", rota="ada")
    call = table(tmp_path, text)
    lines = "".join(f"Exclude: {name}\n" for name in left)
    call.write("rita@home.test", ALIAS, f"{lines}\n{REPORT}", proof=proof)
    receipt = call.last("rita@home.test").text
    head = re.split(r"(?m)^-{10,}$", receipt)[0]
    assert len(head.split()) <= 110, head
    if left:
        said = re.search(r"Left out: (.*)\.", head)
        assert said, head
        assert said[1] in (", ".join(left), f"{len(left)} members")
        assert said[1] == f"{len(left)} members" or len(left) <= 6
    call.close()
