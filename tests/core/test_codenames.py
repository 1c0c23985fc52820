"""Code names: two neutral words, never twice."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core.codenames import draw, vetted, words_in

LIST = Path(__file__).parents[2] / "config" / "codenames.txt"
WORDS = words_in(LIST.read_text("utf-8"))


def fixed(*numbers: int):
    """Dice that fall as told, each number taken below the asked bound."""
    falls = iter(numbers)
    return lambda sides: next(falls) % sides


def test_the_list_is_long_sorted_and_vetted() -> None:
    assert len(WORDS) >= 1200
    assert list(WORDS) == sorted(set(WORDS))
    assert [word for word in WORDS if not vetted(word)] == []


@pytest.mark.parametrize(
    "word",
    ["clear", "show", "black", "python", "chair", "guilty", "ab", "ninelette", "Home", "a-b"],
)
def test_words_that_may_not_stand_in_it(word: str) -> None:
    """PS-61, PS-72: no colours of people, bodies, places, initials or words of the work."""
    assert not vetted(word)


def test_comments_and_blank_lines_are_no_words() -> None:
    assert words_in("# two words\n\nhome\n shelf \n") == ("home", "shelf")


def test_the_same_dice_draw_the_same_name() -> None:
    words = ("home", "shelf", "lamp")
    assert draw(words, (), fixed(0, 0)) == "home shelf"
    assert draw(words, (), fixed(1, 0)) == "shelf home"
    assert draw(words, (), fixed(2, 1)) == "lamp shelf"


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(2, 12))
def test_every_pair_is_drawn_once_and_then_the_list_is_short(one, other, size) -> None:
    """PS-61: two words, drawn at random, never used again."""
    words = WORDS[:size]
    used: set[str] = set()
    for _ in range(size * (size - 1) // 2):
        name = draw(words, used, fixed(one, other))
        first, second = name.split(" ")
        assert first != second
        assert {first, second} <= set(words)
        assert name not in used
        assert f"{second} {first}" not in used
        used.add(name)
    with pytest.raises(ValueError, match=r"codenames\.txt"):
        draw(words, used, fixed(one, other))


def test_one_word_is_not_enough() -> None:
    with pytest.raises(ValueError, match=r"codenames\.txt"):
        draw(("home", "home"), (), fixed(0, 0))


def test_a_used_name_may_come_as_a_list() -> None:
    assert draw(("home", "shelf", "lamp"), ["home shelf"], fixed(0, 0)) != "home shelf"
