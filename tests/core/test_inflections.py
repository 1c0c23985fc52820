"""A name is found as it stands in a sentence, and a longer word is no name (promises 4 and 5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core.inflections import forms, inflected
from cocmail.core.spelling import WORD, look
from cocmail.leakcheck import Secrets, leaks


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Rita", "Ritu"), ("Rita", "Ritou"), ("Rita", "Ritina"), ("Rita", "Ritan"),
        ("Nowak", "Nowakiem"), ("Nowak", "Nowakowi"), ("Mária", "Máriának"), ("Novák", "Novákem"),
        ("Мария", "Марии"), ("Соколова", "Соколовой"), ("Иванов", "Ивановым"),
        ("Алексей", "Алексея"), ("Игорь", "Игорем"), ("Ελένη", "Ελένης"), ("Γιώργος", "Γιώργου"),
        ("أحمد", "وأحمد"), ("الفاسي", "للفاسي"), ("דנה", "לדנה"),
    ],
)  # fmt: skip
def test_forms(name: str, said: str) -> None:
    assert look(said).casefold() in forms(name)
    assert [hit.kind for hit in leaks(f"It was {said} who spoke.", Secrets(names=(name,)))]


@given(st.text("abcdefghijklmnopqrstuvwxyzáéíабвгдежзийклмнопяαβγδεηος", min_size=1, max_size=14))
def test_forms_are_folded_words(name: str) -> None:
    for form in forms(name):
        assert form == form.casefold()
        assert WORD.fullmatch(form)


@pytest.mark.parametrize(
    ("name", "other"),
    [("Paul", "paula"), ("Dana", "dane"), ("Anna", "anne"), ("Robert", "roberta"),
     ("Martin", "martina"), ("Bo", "bottle"), ("Ana", "analysis"), ("Chi", "china")],
)  # fmt: skip
def test_nobody_is_excluded_for_another_name(name: str, other: str) -> None:
    assert other not in inflected(name.casefold(), name)


def test_small_letters_are_no_inflected_name() -> None:
    assert leaks("the carlin of the berge", Secrets(names=("Carl Berg",))) == ()
