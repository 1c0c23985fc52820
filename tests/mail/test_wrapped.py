"""Lines that a mail program broke, and the armour of a cleartext signature."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.mail.armour import unarmoured
from cocmail.mail.replies import split
from cocmail.mail.wrapped import unwrapped

LONG = (
    "NOTE 2026-03-01 spoke with the moderators of the help channel; they will keep an eye on",
    "it and write down what they see",
)


def test_a_line_that_its_twin_has_in_one_is_one_line() -> None:
    own = f"VOTE yes\n{LONG[0]}\n{LONG[1]}\n\nThank you."
    html = f"<div>VOTE yes</div><div>{LONG[0]} {LONG[1]}</div><br><div>Thank you.</div>"
    assert unwrapped(own, html) == f"VOTE yes\n{LONG[0]} {LONG[1]}\n\nThank you."


def test_lines_that_their_writer_ended_stay_two_though_the_twin_shows_one() -> None:
    html = '<div style="white-space:pre-wrap">VOTE yes\nNOTE a talk</div>'
    assert unwrapped("VOTE yes\nNOTE a talk", html) == "VOTE yes\nNOTE a talk"


@pytest.mark.parametrize(
    "own",
    [
        "VOTE yes\nand more",
        "NOTE spoke with the moderators of the channel, who are kind to us all\nThank you all",
        "VOTE yes\n\nI spoke with the moderators of the help channel; they will keep an eye\non it",
    ],
)
def test_without_a_twin_only_a_long_command_goes_on(own: str) -> None:
    assert unwrapped(own, "") == own


PIECES = ["NOTE", "vote", "a", "yes", "moderators\n", ">", "\n\n"]
WORDS = st.lists(st.sampled_from(PIECES), max_size=60)


@given(WORDS.map(" ".join), st.booleans())
def test_no_word_is_lost_and_none_is_added(own: str, twin: bool) -> None:
    html = f"<p>{' '.join(own.split())}</p>" if twin else ""
    assert unwrapped(own, html).split() == own.split()


@pytest.mark.parametrize("piece", ["NOTE " * 12 + "\n", "a " * 39 + "\n", "x\n"])
def test_long_and_repetitive_text_is_joined_quickly(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    before = time.process_time()
    unwrapped(text, f"<p>{text}</p>")
    unwrapped(text, "")
    assert time.process_time() - before < 2


SIGNED = """-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA512

VOTE yes
- --
Bo
-----BEGIN PGP SIGNATURE-----

iQEz
-----END PGP SIGNATURE-----
VOTE no"""


def test_signed_words_are_read_and_words_outside_stay_below() -> None:
    assert unarmoured(SIGNED) == "VOTE yes\n--\nBo\n\nVOTE no"
    assert split(SIGNED).own == "VOTE yes"
    for broken in ("-----BEGIN PGP SIGNED MESSAGE-----", "-----BEGIN PGP SIGNED MESSAGE-----\n\nx"):
        assert unarmoured(broken) == broken
